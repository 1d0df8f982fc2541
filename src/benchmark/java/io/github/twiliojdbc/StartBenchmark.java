package io.github.twiliojdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long it takes from the start of a JVM to the first row: of the driver's jar, which asks a
 * server on this machine, and of plain Calcite, which has its row in a list.
 *
 * <p>Both are started in turn, so that whatever else the machine does meets both.
 */
public final class StartBenchmark {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private StartBenchmark() {}

  /**
   * Prints medians in milliseconds.
   *
   * @param arguments path of the driver's jar, and how many times each is started
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    String programs = Path.of("target", "test-classes").toString();
    String separator = System.getProperty("path.separator");
    List<Long> driver = new ArrayList<>();
    List<Long> calcite = new ArrayList<>();
    try (PageServer server = new PageServer(new Messages(1000, 30), 0, Duration.ZERO)) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        driver.add(
            time(
                arguments[0] + separator + programs,
                FirstRow.class,
                server.url(""),
                "SELECT * FROM messages LIMIT 1"));
        calcite.add(time(System.getProperty("java.class.path"), PlainCalcite.class));
      }
    }
    System.out.println(
        "driver " + median(driver) + " ms, plain Calcite " + median(calcite) + " ms");
  }

  private static long time(String classPath, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(JAVA.toString(), "-cp", classPath, program.getName()));
    Collections.addAll(command, arguments);
    long start = System.nanoTime();
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(program + " ended with " + code);
    }
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
