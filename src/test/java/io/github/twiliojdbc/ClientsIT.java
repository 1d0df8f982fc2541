package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people use databases with, on the built jar: the programs under {@code examples/clients}.
 */
@Execution(ExecutionMode.CONCURRENT)
class ClientsIT {
  private static final String CLIENTS = "clients";
  private static final String OTHER_VERSIONS = "otherVersions";

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of("Hikari", CLIENTS, List.of("rows", "valid true", "active 0")),
        Arguments.of(
            "SpringTemplate",
            CLIENTS,
            List.of("8 countries", "2 maps", "3 objects", "BadSqlGrammarException")),
        Arguments.of("JdbiRows", CLIENTS, List.of("true")),
        Arguments.of(
            "JooqTables",
            CLIENTS,
            List.of(
                "3 rows",
                "key [conference_sid, call_sid]",
                "account_sid of accounts",
                "call_sid of calls",
                "call_sid_to_coach of calls",
                "conference_sid of conferences")),
        Arguments.of(
            "SqllineSession",
            CLIENTS,
            List.of(
                "'TABLE_CAT','TABLE_SCHEM','TABLE_NAME','COLUMN_NAME','KEY_SEQ','PK_NAME'",
                "'','api','calls','sid','1','calls_key'",
                "'','twilio','calls','sid','1','calls_key'",
                "'country_code'",
                "'CA'")),
        Arguments.of("H2Link", CLIENTS, List.of("rows")),
        Arguments.of("CalciteSchema", OTHER_VERSIONS, List.of("rows")));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aClientWorks(String program, String libraries, List<String> output) throws Exception {
    List<Path> classPath = new ArrayList<>(BuiltJar.files(Path.of(System.getProperty(libraries))));
    classPath.add(BuiltJar.PATH);
    assertThat(BuiltJar.run(classPath, Path.of("examples/clients", program + ".java")))
        .isEqualTo(output);
  }
}
