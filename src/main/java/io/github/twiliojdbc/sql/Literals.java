package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.DateText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimeString;
import org.apache.calcite.util.TimestampString;

/** Literals with PostgreSQL's types. */
final class Literals {
  private Literals() {}

  /** Returns what a literal means. */
  static SqlNode of(SqlLiteral literal) {
    SqlParserPos place = literal.getParserPosition();
    if (literal instanceof SqlNumericLiteral number && !number.isInteger()) {
      BigDecimal value = number.bigDecimalValue();
      return value == null ? literal : exact(value, place);
    }
    if (literal instanceof SqlCharStringLiteral text) {
      // Whatever its spelling has of characters beyond ASCII.
      return SqlLiteral.createCharString(text.getValueAs(String.class), place);
    }
    return literal instanceof SqlUnknownLiteral unknown ? point(unknown, place) : literal;
  }

  /** Returns a DECIMAL: an exponent makes a number neither less exact nor a whole one. */
  private static SqlNode exact(BigDecimal value, SqlParserPos place) {
    SqlNode literal = SqlLiteral.createExactNumeric(value.toPlainString(), place);
    return value.scale() > 0 ? literal : Calls.cast(literal, SqlTypeName.DECIMAL, place);
  }

  /** Reads a date or time in every spelling. */
  private static SqlNode point(SqlUnknownLiteral literal, SqlParserPos place) {
    String text = String.valueOf(literal.getValue());
    try {
      return switch (literal.tag) {
        case "DATE" ->
            SqlLiteral.createDate(
                DateString.fromDaysSinceEpoch(DateText.parseDate(text, ZoneOffset.UTC)), place);
        case "TIME" ->
            SqlLiteral.createTime(TimeString.fromMillisOfDay(DateText.parseTime(text)), 3, place);
        case "TIMESTAMP" ->
            SqlLiteral.createTimestamp(
                TimestampString.fromMillisSinceEpoch(DateText.parseTimestamp(text, ZoneOffset.UTC)),
                3,
                place);
        case "TIMESTAMP WITH TIME ZONE" ->
            Calls.cast(SqlLiteral.createCharString(text, place), SqlTypeName.TIMESTAMP, place);
        default -> literal;
      };
    } catch (DateTimeException e) {
      throw new SqlException(
          SqlException.Kind.SYNTAX, "The SQL is not valid: " + e.getMessage() + ".", e);
    }
  }
}
