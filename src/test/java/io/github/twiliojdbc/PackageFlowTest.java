package io.github.twiliojdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Keeps the packages in the order in which a query travels, and the libraries in their homes. */
@Execution(ExecutionMode.CONCURRENT)
class PackageFlowTest {
  private static final String ROOT = "io.github.twiliojdbc";

  /** A package may use only those to its right. */
  private static final List<String> FLOW =
      List.of(
          "shell",
          "connect",
          "jdbc",
          "metadata",
          "planner",
          "sql",
          "scan",
          "request",
          "transport",
          "value",
          "catalog");

  private static final Map<String, List<String>> HOMES =
      Map.of(
          "org.apache.calcite..", List.of("jdbc", "metadata", "planner", "sql"),
          "okhttp3..", List.of("transport"),
          "com.fasterxml.jackson..", List.of("catalog", "shell", "sql", "transport", "value"),
          "org.jline..", List.of("shell"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> aPackageUsesOnlyWhatComesAfterIt() {
    return IntStream.range(1, FLOW.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    FLOW.get(i),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(in(FLOW.get(i)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                FLOW.subList(0, i).stream()
                                    .map(PackageFlowTest::in)
                                    .toArray(String[]::new))
                            .check(CLASSES)));
  }

  /** What computes values knows nothing of statements, which know nothing of plans. */
  @Test
  void theRoomsOfSql() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".sql.functions")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".sql", ROOT + ".sql.corrections", ROOT + ".sql.parser")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".sql", ROOT + ".sql.parser")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".sql.corrections")
        .check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> aLibraryStaysAtHome() {
    return HOMES.entrySet().stream()
        .map(
            home ->
                DynamicTest.dynamicTest(
                    home.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackages(
                                home.getValue().stream()
                                    .map(PackageFlowTest::in)
                                    .toArray(String[]::new))
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(home.getKey())
                            .check(CLASSES)));
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }
}
