package io.github.twiliojdbc.connect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** A file that the connections which name it write their log to, one after another. */
final class LogFile extends Handler {
  private static final Map<Path, LogFile> OPEN = new HashMap<>();

  private final Path path;
  private final FileHandler file;
  private int connections;

  private LogFile(Path path) throws IOException {
    this.path = path;
    // A percent sign means something else in a pattern of files.
    this.file = new FileHandler(path.toString().replace("%", "%%"), /* append= */ true);
    file.setEncoding("UTF-8");
    file.setFormatter(new SimpleFormatter());
  }

  /** Opens a file, to be closed by each who opens it. */
  static LogFile open(Path path) throws IOException {
    synchronized (OPEN) {
      Path absolute = path.toAbsolutePath().normalize();
      LogFile file = OPEN.get(absolute);
      if (file == null) {
        file = new LogFile(absolute);
        OPEN.put(absolute, file);
      }
      file.connections++;
      return file;
    }
  }

  @Override
  public void publish(LogRecord line) {
    file.publish(line);
  }

  @Override
  public void flush() {
    file.flush();
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      if (--connections == 0) {
        OPEN.remove(path);
        file.close();
      }
    }
  }
}
