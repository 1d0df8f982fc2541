package io.github.twiliojdbc.postgresql;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Sets a case's parameters, each written as its kind and its value. */
final class Parameters {
  private Parameters() {}

  /**
   * Sets all parameters.
   *
   * @param zone time zone of the connection, in which times are written
   */
  static void set(PreparedStatement statement, List<String> parameters, ZoneId zone)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      int space = parameters.get(i).indexOf(' ');
      String kind = space < 0 ? parameters.get(i) : parameters.get(i).substring(0, space);
      set(statement, i + 1, kind, space < 0 ? "" : parameters.get(i).substring(space + 1), zone);
    }
  }

  private static void set(
      PreparedStatement statement, int place, String kind, String value, ZoneId zone)
      throws SQLException {
    switch (kind) {
      case "int" -> statement.setInt(place, Integer.parseInt(value));
      case "short" -> statement.setShort(place, Short.parseShort(value));
      case "long" -> statement.setLong(place, Long.parseLong(value));
      case "dec" -> statement.setBigDecimal(place, new BigDecimal(value));
      case "dbl" -> statement.setDouble(place, Double.parseDouble(value));
      case "str" -> statement.setString(place, value);
      case "bool" -> statement.setBoolean(place, Boolean.parseBoolean(value));
      case "ts" ->
          statement.setTimestamp(
              place,
              Timestamp.from(Timestamp.valueOf(value).toLocalDateTime().atZone(zone).toInstant()));
      case "date" -> statement.setDate(place, Date.valueOf(value));
      case "odate" -> statement.setObject(place, LocalDate.parse(value));
      case "ldt" -> statement.setObject(place, LocalDateTime.parse(value));
      case "odt" -> statement.setObject(place, OffsetDateTime.parse(value));
      case "instant" -> statement.setObject(place, Instant.parse(value).atOffset(ZoneOffset.UTC));
      case "nullstr" -> statement.setNull(place, Types.VARCHAR);
      case "nullint" -> statement.setNull(place, Types.INTEGER);
      case "arr" ->
          statement.setArray(
              place,
              statement
                  .getConnection()
                  .createArrayOf("text", value.isEmpty() ? new String[0] : value.split(",")));
      case "intarr" ->
          statement.setArray(
              place,
              statement
                  .getConnection()
                  .createArrayOf(
                      "int4",
                      Stream.of(value.split(",", -1))
                          .map(Integer::valueOf)
                          .toArray(Integer[]::new)));
      case "nullarr" -> statement.setNull(place, Types.ARRAY);
      default -> throw new IllegalArgumentException("There is no kind of parameter " + kind);
    }
  }
}
