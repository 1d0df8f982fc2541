package io.github.twiliojdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Whether a JVM whose heap is 96 MB can read 2,000,000 messages, page after page and in windows.
 *
 * <p>Prints how many rows were read; a JVM that runs out of memory ends with an error.
 */
public final class HeapBenchmark {
  private static final int MESSAGES = 2_000_000;

  private HeapBenchmark() {}

  /**
   * Reads the messages in JVMs of their own.
   *
   * @param arguments path of the driver's jar
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try (PageServer server = new PageServer(new Messages(MESSAGES, 365), 0, Duration.ZERO)) {
      for (String condition : List.of("", " WHERE date_sent >= '2000-01-01'")) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
            new ProcessBuilder(
                    java,
                    "-Xmx96m",
                    "-cp",
                    arguments[0],
                    "src/test/resources/programs/ReadAll.java",
                    server.url(""),
                    "SELECT * FROM messages" + condition)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
          throw new IllegalStateException("96 MB do not suffice" + condition);
        }
      }
    }
  }
}
