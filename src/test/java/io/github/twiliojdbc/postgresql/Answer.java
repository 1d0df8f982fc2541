package io.github.twiliojdbc.postgresql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database answers: the labels and types of the columns, and the rows.
 *
 * @param rows values as numbers, truth values, points in time or texts
 */
record Answer(List<String> labels, List<String> types, List<List<@Nullable Object>> rows) {
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");
  private static final MathContext DIGITS = new MathContext(20);

  static Answer of(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      ResultSetMetaData columns = result.getMetaData();
      List<String> types = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        types.add(type(columns.getColumnType(i)));
      }
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 1; i <= types.size(); i++) {
          row.add(value(result, i, columns.getColumnType(i)));
        }
        rows.add(row);
      }
      return new Answer(labels(columns), types, rows);
    }
  }

  static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  Answer withLabels(List<String> others) {
    return new Answer(others, types, rows);
  }

  /** Returns the kind of a type; sizes are no matter here. */
  private static String type(int type) {
    return switch (type) {
      case Types.SMALLINT, Types.INTEGER, Types.TINYINT -> "integer";
      case Types.BIGINT -> "bigint";
      case Types.NUMERIC, Types.DECIMAL -> "numeric";
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> "double";
      case Types.BIT, Types.BOOLEAN -> "boolean";
      case Types.DATE -> "date";
      case Types.TIME, Types.TIME_WITH_TIMEZONE -> "time";
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
      case Types.ARRAY -> "array";
      default -> "text";
    };
  }

  private static @Nullable Object value(ResultSet result, int column, int type)
      throws SQLException {
    return switch (type(type)) {
      case "integer", "bigint", "numeric", "double" -> {
        String text = result.getString(column);
        yield text == null || text.contains("N") || text.contains("f")
            ? text
            : new BigDecimal(text);
      }
      case "boolean" -> {
        boolean truth = result.getBoolean(column);
        yield result.wasNull() ? null : truth;
      }
      case "timestamp" -> {
        String text = result.getString(column);
        yield text == null
            ? null
            : LocalDateTime.parse(text.replaceAll("[+]00$", "").replace(' ', 'T'));
      }
      case "time" -> {
        Time time = result.getTime(column);
        yield time == null ? null : time.toLocalTime();
      }
      default -> result.getString(column);
    };
  }

  /**
   * Returns in words how another answer differs from this one, or empty.
   *
   * @param isOrdered whether the rows must come in the same order
   */
  Optional<String> difference(Answer other, boolean isOrdered) {
    if (!labels.equals(other.labels)) {
      return Optional.of("columns: %s, not %s".formatted(other.labels, labels));
    }
    if (rows.size() != other.rows.size()) {
      return Optional.of(
          "rows: %d, not %d%s".formatted(other.rows.size(), rows.size(), firsts(other)));
    }
    List<List<@Nullable Object>> mine = isOrdered ? rows : sorted(rows);
    List<List<@Nullable Object>> theirs = isOrdered ? other.rows : sorted(other.rows);
    for (int i = 0; i < mine.size(); i++) {
      for (int column = 0; column < labels.size(); column++) {
        if (!isSame(mine.get(i).get(column), theirs.get(i).get(column))) {
          return Optional.of("row %d: %s, not %s".formatted(i + 1, theirs.get(i), mine.get(i)));
        }
      }
    }
    if (!types.equals(other.types)) {
      return Optional.of("types: %s, not %s".formatted(other.types, types));
    }
    return Optional.empty();
  }

  private String firsts(Answer other) {
    return "; %s, not %s"
        .formatted(other.rows.stream().limit(2).toList(), rows.stream().limit(2).toList());
  }

  /**
   * A row and what it is sorted by, so that neighbours that are almost the same stay neighbours.
   */
  private record Keyed(String roughly, String exactly, List<@Nullable Object> row) {}

  private static List<List<@Nullable Object>> sorted(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> new Keyed(key(row, new MathContext(8)), key(row, DIGITS), row))
        .sorted(Comparator.comparing(Keyed::roughly).thenComparing(Keyed::exactly))
        .map(Keyed::row)
        .toList();
  }

  /** Returns a text by which equal rows come at the same place in both answers. */
  private static String key(List<@Nullable Object> row, MathContext digits) {
    StringBuilder key = new StringBuilder();
    for (Object value : row) {
      key.append(
              value instanceof BigDecimal number
                  ? number.round(digits).stripTrailingZeros().toPlainString()
                  : String.valueOf(value))
          .append('\u0000');
    }
    return key.toString();
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      BigDecimal difference = a.subtract(b).abs();
      return difference.compareTo(TOLERANCE) <= 0
          || difference.compareTo(a.abs().multiply(TOLERANCE, DIGITS)) <= 0;
    }
    if (one instanceof LocalDateTime a && other instanceof LocalDateTime b) {
      return a.equals(b);
    }
    return one == null ? other == null : one.equals(other);
  }
}
