package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import io.github.twiliojdbc.jdbc.DriverInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads the log of all tests at its finest level, and fails the test after which a planted secret
 * is in it; where tests run side by side, another one may have logged it.
 */
public final class LogScanner implements AfterEachCallback, AfterAllCallback {
  /** The logs of the driver and of its HTTP library, held since a logger lives no longer. */
  static final List<Logger> LOGGERS =
      List.of(Logger.getLogger(DriverInfo.LOGGER), Logger.getLogger("okhttp3"));

  private static final Scan SCAN = new Scan();

  static {
    for (Logger logger : LOGGERS) {
      logger.setLevel(Level.ALL);
      logger.setUseParentHandlers(false);
      logger.addHandler(SCAN);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    assertNothingLeaked();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    assertNothingLeaked();
  }

  private static void assertNothingLeaked() {
    assertThat(SCAN.leaks()).as("lines of the log with a secret").isEmpty();
  }

  /** Returns all that a line of the log says. */
  static String text(LogRecord line) {
    Throwable thrown = line.getThrown();
    return new SimpleFormatter().formatMessage(line)
        + (thrown == null ? "" : Throwables.getStackTraceAsString(thrown));
  }

  /** Collects the lines that have a secret. */
  static final class Scan extends Handler {
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord line) {
      String text = text(line);
      if (PlantedSecrets.in(text).isPresent()) {
        leaks.add(text);
      }
    }

    /** Returns the lines since the last call. */
    List<String> leaks() {
      List<String> since = new ArrayList<>();
      for (String leak = leaks.poll(); leak != null; leak = leaks.poll()) {
        since.add(leak);
      }
      return since;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
