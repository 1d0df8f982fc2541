package io.github.twiliojdbc.jdbc;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Writes down how a driver answers: which columns its metadata results have, and what each getter
 * makes of each type.
 *
 * <p>The files under {@code postgresql} are what PostgreSQL's driver answered, written by {@link
 * #main}.
 */
final class JdbcRecord {
  /** Values of each type, in SQL that PostgreSQL and this driver understand. */
  static final String VALUES =
      """
      SELECT CAST('42' AS VARCHAR) AS varchar_number, CAST('abc' AS VARCHAR) AS varchar_text,
        CAST('true' AS VARCHAR) AS varchar_truth, CAST('2026-03-08 07:30:00' AS VARCHAR) AS varchar_time,
        42 AS integer_small, 70000 AS integer_large, CAST(3000000000 AS BIGINT) AS bigint_large,
        CAST(12.75 AS DECIMAL(8, 2)) AS decimal_fraction, CAST(1.5 AS DOUBLE PRECISION) AS double_fraction,
        TRUE AS boolean_true, FALSE AS boolean_false,
        TIMESTAMP '2026-03-08 07:30:00' AS timestamp_value, DATE '2026-03-08' AS date_value,
        CAST(NULL AS INTEGER) AS integer_null, CAST(NULL AS VARCHAR) AS varchar_null""";

  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Boolean.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigDecimal.class,
          BigInteger.class,
          Date.class,
          Time.class,
          Timestamp.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          Instant.class,
          ZonedDateTime.class);

  private static final List<String> GETTERS =
      List.of(
          "getString",
          "getBoolean",
          "getByte",
          "getShort",
          "getInt",
          "getLong",
          "getFloat",
          "getDouble",
          "getBigDecimal",
          "getDate",
          "getTime",
          "getTimestamp",
          "getObject");

  private JdbcRecord() {}

  /**
   * Records a driver's answers.
   *
   * @param arguments URL, and the folder of the files
   */
  public static void main(String... arguments) throws SQLException, IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      Path folder = Path.of(arguments[1]);
      Files.write(folder.resolve("metadata.txt"), metadata(connection.getMetaData()));
      Files.write(folder.resolve("getters.txt"), getters(connection));
    }
  }

  /** Returns the columns of each result that metadata has, a line a result. */
  static List<String> metadata(DatabaseMetaData metadata) {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == ResultSet.class)
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .map(
            method ->
                method.getName()
                    + "/"
                    + method.getParameterCount()
                    + ": "
                    + call(() -> columns((ResultSet) invoke(method, metadata, arguments(method)))))
        .toList();
  }

  private static Object[] arguments(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(type -> type == int.class ? (Object) 0 : type == boolean.class ? false : null)
        .toArray();
  }

  private static String columns(ResultSet results) throws SQLException {
    try (results) {
      List<String> columns = new ArrayList<>();
      ResultSetMetaData described = results.getMetaData();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        columns.add(
            described.getColumnLabel(i).toUpperCase(Locale.ROOT)
                + " "
                + JDBCType.valueOf(described.getColumnType(i)).getName().toLowerCase(Locale.ROOT));
      }
      return String.join(", ", columns);
    }
  }

  /** Returns what each getter makes of each value, a line a pair. */
  static List<String> getters(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(VALUES)) {
      row.next();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        int column = i;
        String label = row.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
        for (String getter : GETTERS) {
          lines.add(
              label
                  + " "
                  + getter
                  + " = "
                  + call(() -> String.valueOf(get(row, getter, column)) + nullness(row)));
        }
        for (Class<?> type : CLASSES) {
          lines.add(
              label
                  + " "
                  + type.getSimpleName()
                  + " = "
                  + call(() -> String.valueOf(row.getObject(column, type)) + nullness(row)));
        }
      }
    }
    return lines;
  }

  private static Object get(ResultSet row, String getter, int column) throws SQLException {
    try {
      return invoke(ResultSet.class.getMethod(getter, int.class), row, column);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static String nullness(ResultSet row) throws SQLException {
    return row.wasNull() ? " (was null)" : "";
  }

  private static Object invoke(Method method, Object target, Object... arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw new IllegalStateException(method.toString(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String call(Call call) {
    try {
      return call.run();
    } catch (SQLException e) {
      return "SQLException";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getCause()).replaceFirst("(?s):.*", "").replaceFirst(".*\\.", "");
    }
  }

  /** Something that a driver may refuse. */
  private interface Call {
    String run() throws SQLException;
  }
}
