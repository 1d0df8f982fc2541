package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Each promise of docs/reliability.md names a test that there is. */
class ReliabilityPageTest {
  private static final Path TESTS = Path.of("src/test/java");

  private static final Pattern ROW =
      Pattern.compile("^\\|.*\\| (\\w+)\\.(\\w+) \\|$", Pattern.MULTILINE);

  @Test
  void everyPromiseHasItsTest() throws Exception {
    List<MatchResult> promises =
        ROW.matcher(Files.readString(Path.of("docs/reliability.md"))).results().toList();
    assertThat(promises).hasSizeGreaterThan(30);
    for (MatchResult promise : promises) {
      assertThat(testsOf(promise.group(1))).as(promise.group()).contains(promise.group(2));
    }
  }

  private static List<String> testsOf(String name) throws IOException, ClassNotFoundException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      Path file = files.filter(path -> path.endsWith(name + ".java")).findFirst().orElseThrow();
      String type = TESTS.relativize(file).toString().replaceAll("\\W", ".");
      Class<?> loaded =
          Class.forName(
              type.substring(0, type.length() - ".java".length()),
              /* initialize= */ false,
              ReliabilityPageTest.class.getClassLoader());
      return Arrays.stream(loaded.getDeclaredMethods())
          .filter(ReliabilityPageTest::isTest)
          .map(Method::getName)
          .toList();
    }
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class)
        || method.isAnnotationPresent(TestFactory.class);
  }
}
