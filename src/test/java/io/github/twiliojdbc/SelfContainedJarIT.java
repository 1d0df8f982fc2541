package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uses the built jar as a stranger would: in a JVM that has nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class SelfContainedJarIT {
  private static final Path JAR = BuiltJar.PATH;
  private static final Path EVERY_TABLE = Path.of("examples/EveryTable.java");
  private static final Path OTHER_VERSIONS = Path.of(System.getProperty("otherVersions"));

  @Test
  void theJarIsUnder25Megabytes() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(25_000_000);
  }

  @Test
  void everyClassIsInThePackageOfTheDriver() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      assertThat(names(jar))
          .allMatch(
              name -> name.startsWith("io/github/twiliojdbc/") || name.startsWith("META-INF/"))
          .noneMatch(name -> name.startsWith("META-INF/") && name.endsWith(".class"))
          .contains("META-INF/LICENSE", "META-INF/NOTICE");
    }
  }

  @Test
  void onlyTheTwilioDriverIsRegistered() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      assertThat(text(jar, "META-INF/services/java.sql.Driver").strip())
          .isEqualTo("io.github.twiliojdbc.TwilioDriver");
      assertThat(names(jar))
          .filteredOn(name -> name.startsWith("META-INF/services/"))
          .allMatch(name -> name.endsWith("java.sql.Driver") || name.contains(".twiliojdbc."));
    }
  }

  /** Returns the examples but the one that is asked for more. */
  static List<Path> examples() throws IOException {
    return BuiltJar.files(Path.of("examples")).stream()
        .filter(file -> file.toString().endsWith(".java") && !file.equals(EVERY_TABLE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleRuns(Path example) throws Exception {
    assertThat(BuiltJar.run(List.of(JAR), example)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void everyTableHasRows() throws Exception {
    assertThat(BuiltJar.run(List.of(JAR), EVERY_TABLE))
        .hasSize(34)
        .noneMatch(line -> line.endsWith(" 0"));
  }

  /** Java 24 and later write four lines of warnings to standard error for the first that does. */
  @Test
  void noClassUsesUnsafe() throws IOException {
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (String name : names(jar)) {
        if (name.endsWith(".class")) {
          try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                .as(name)
                .doesNotContain("sun/misc/Unsafe");
          }
        }
      }
    }
  }

  /** No class is missing that a signature names, though none of it is ever called. */
  @Test
  void membersCanBeLookedAt() throws Exception {
    assertThat(BuiltJar.run(List.of(JAR), Path.of("src/test/resources/programs/Reflected.java")))
        .hasSize(6)
        .containsOnly("true");
  }

  /** The class path of a host may hold the driver's libraries already, in other versions. */
  @Test
  void otherVersionsOfItsLibrariesDoNotDisturb() throws Exception {
    List<Path> classPath = new ArrayList<>(BuiltJar.files(OTHER_VERSIONS));
    assertThat(classPath.stream().map(file -> file.getFileName().toString()))
        .contains(
            "calcite-core-1.37.0.jar",
            "guava-30.1-jre.jar",
            "jackson-databind-2.13.5.jar",
            "okhttp-3.14.9.jar");
    classPath.add(JAR);
    assertThat(BuiltJar.run(classPath, Path.of("src/test/resources/programs/TwoDrivers.java")))
        .containsExactly("Calcite JDBC Driver 2", "twilio-jdbc 2", "6000 messages");
  }

  @Test
  void theJarItselfRunsAQuery() throws Exception {
    List<String> lines =
        BuiltJar.run(
            "-jar", JAR.toString(), "SELECT count(*) AS n FROM available_phone_number_countries");
    assertThat(lines).endsWith("n", "-", "8", "(1 row)");
  }

  private static List<String> names(ZipFile jar) {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
  }

  private static String text(ZipFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
