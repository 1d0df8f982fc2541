package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of JDBC's objects, open or closed, given this or that, does something or says why
 * not, with a SQLState.
 */
class EveryMethodTest {
  private static final List<Class<?>> TYPES =
      List.of(
          Connection.class,
          Statement.class,
          PreparedStatement.class,
          ResultSet.class,
          ResultSetMetaData.class,
          ParameterMetaData.class,
          DatabaseMetaData.class);

  static Stream<Arguments> methods() {
    return TYPES.stream()
        .flatMap(
            type ->
                Arrays.stream(type.getMethods())
                    .sorted(Comparator.comparing(Method::toString))
                    .map(method -> Arguments.of(type, method)));
  }

  /** A connection that is closed by some methods, and opened again then. */
  private static Connection connection;

  private static List<Object> closed;

  @BeforeAll
  static void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", client -> client);
    closed = objects();
    connection.close();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  /** Returns an object of each type. */
  private static List<Object> objects() throws SQLException {
    if (connection.isClosed()) {
      connection = TestConnections.sandbox("accounts=own", client -> client);
    }
    Statement statement = connection.createStatement();
    PreparedStatement prepared = connection.prepareStatement("SELECT CAST(? AS VARCHAR)");
    ResultSet rows = statement.executeQuery("SELECT sid FROM messages LIMIT 1");
    rows.next();
    return List.of(
        connection,
        statement,
        prepared,
        rows,
        rows.getMetaData(),
        prepared.getParameterMetaData(),
        connection.getMetaData());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void failsWithSqlStateIfAtAll(Class<?> type, Method method) throws Exception {
    for (Object[] given : arguments(method)) {
      for (List<Object> targets : List.of(objects(), closed)) {
        try {
          method.invoke(targets.get(TYPES.indexOf(type)), given);
        } catch (InvocationTargetException e) {
          check(method + " of " + Arrays.toString(given), e.getTargetException());
        }
      }
    }
  }

  private static void check(String call, Throwable thrown) {
    assertThat(thrown).as(call).isInstanceOf(SQLException.class);
    SQLException failure = (SQLException) thrown;
    assertThat(failure.getMessage()).as(call).isNotBlank();
    assertThat(failure.getSQLState()).as("%s: %s", call, failure.getMessage()).isNotBlank();
    assertThat(failure instanceof SQLFeatureNotSupportedException)
        .as(call)
        .isEqualTo("0A000".equals(failure.getSQLState()));
  }

  /** Returns lists of arguments: with a right number and with a wrong one, or none. */
  private static List<@Nullable Object[]> arguments(Method method) {
    return method.getParameterCount() == 0
        ? List.of(new Object[][] {{}})
        : List.of(arguments(method, 1), arguments(method, -1));
  }

  private static @Nullable Object[] arguments(Method method, int number) {
    Map<Class<?>, Object> values =
        Map.of(
            int.class, number,
            long.class, (long) number,
            short.class, (short) number,
            byte.class, (byte) number,
            boolean.class, number > 0,
            float.class, (float) number,
            double.class, (double) number,
            String.class, number > 0 ? "sid" : "none",
            Class.class, Integer.class);
    return Arrays.stream(method.getParameterTypes()).map(values::get).toArray();
  }
}
