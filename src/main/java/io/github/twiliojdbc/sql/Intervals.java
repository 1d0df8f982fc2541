package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.IntervalText;
import io.github.twiliojdbc.sql.parser.Syntax;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Intervals of statements, in the two kinds that the standard has: of months, of milliseconds. */
final class Intervals {
  private static final int DIGITS = 9;
  private static final int MILLISECONDS = 3;
  private static final int MONTHS = 12;

  private Intervals() {}

  /** Returns whether a cast makes an interval of a literal. */
  static boolean isCastOfLiteral(SqlCall cast) {
    return cast.operand(0) instanceof SqlCharStringLiteral
        && cast.operand(1) instanceof SqlIntervalQualifier;
  }

  /** Returns the interval that a text literal is. */
  static SqlNode literal(SqlNode literal) {
    IntervalText interval = read(literal);
    SqlParserPos place = literal.getParserPosition();
    if (interval.months() == 0) {
      return dayToSecond(interval, place);
    }
    if (interval.isMixed()) {
      throw new SqlException(
          SqlException.Kind.UNSUPPORTED,
          ("'%s' has months and days, which are added one after the other: date_sent + INTERVAL '1"
                  + " month' + INTERVAL '3 days'.")
              .formatted(((SqlLiteral) literal).getValueAs(String.class)),
          null);
    }
    long months = Math.abs(interval.months());
    return SqlLiteral.createInterval(
        interval.months() < 0 ? -1 : 1,
        months / MONTHS + "-" + months % MONTHS,
        new SqlIntervalQualifier(TimeUnit.YEAR, DIGITS, TimeUnit.MONTH, -1, place),
        place);
  }

  /**
   * Returns an interval of days that compares as a literal of any interval, or of its text, does.
   */
  static SqlNode length(SqlLiteral literal) {
    IntervalText interval =
        literal instanceof SqlIntervalLiteral
            ? new IntervalText(literal.getValueAs(Long.class), 0)
            : read(literal);
    return dayToSecond(interval.length(), literal.getParserPosition());
  }

  private static SqlNode dayToSecond(IntervalText interval, SqlParserPos place) {
    return SqlLiteral.createInterval(
        interval.milliseconds() < 0 ? -1 : 1, interval.dayTime(), dayToSecond(place), place);
  }

  private static IntervalText read(SqlNode literal) {
    try {
      return IntervalText.of(((SqlLiteral) literal).getValueAs(String.class));
    } catch (DateTimeException | ArithmeticException e) {
      throw new SqlException(
          SqlException.Kind.SYNTAX, "The SQL is not valid: " + e.getMessage() + ".", e);
    }
  }

  private static SqlIntervalQualifier dayToSecond(SqlParserPos place) {
    return new SqlIntervalQualifier(TimeUnit.DAY, DIGITS, TimeUnit.SECOND, MILLISECONDS, place);
  }

  /**
   * Returns a sum in which an interval is read of a text that is known when the query runs, months
   * and days.
   *
   * @param sum a sum or difference whose operands are rewritten
   */
  static Optional<SqlNode> moved(SqlCall sum) {
    if (!isSum(sum)
        || !(sum.operand(1) instanceof SqlCall cast)
        || cast.getKind() != SqlKind.CAST
        || !(cast.operand(1) instanceof SqlIntervalQualifier)
        || cast.operand(0) instanceof SqlIntervalLiteral) {
      return Optional.empty();
    }
    SqlParserPos place = sum.getParserPosition();
    return Optional.of(
        Calls.function(
            "MOVED",
            place,
            List.of(
                sum.operand(0),
                Calls.cast(cast.operand(0), SqlTypeName.VARCHAR, place),
                SqlLiteral.createExactNumeric(sum.getKind() == SqlKind.PLUS ? "1" : "-1", place))));
  }

  /** Returns whether a call adds or takes away an interval of months and days. */
  static boolean isAddedInSteps(SqlCall sum) {
    return isSum(sum)
        && isCall(sum.operand(1))
        && read(((SqlCall) sum.operand(1)).operand(0)).isMixed();
  }

  private static boolean isSum(SqlCall call) {
    return call.operandCount() == 2
        && (call.getKind() == SqlKind.PLUS || call.getKind() == SqlKind.MINUS);
  }

  /** Returns the same in two steps, months first. */
  static SqlCall inSteps(SqlCall sum) {
    SqlCall interval = sum.operand(1);
    SqlParserPos place = interval.getParserPosition();
    IntervalText text = read(interval.operand(0));
    SqlNode months = Syntax.INTERVAL.createCall(place, text(text.months() + " months", place));
    SqlNode rest = Syntax.INTERVAL.createCall(place, text(text.milliseconds() + " ms", place));
    return sum.getOperator()
        .createCall(
            sum.getParserPosition(),
            sum.getOperator().createCall(sum.getParserPosition(), sum.operand(0), months),
            rest);
  }

  private static SqlNode text(String text, SqlParserPos place) {
    return SqlLiteral.createCharString(text, place);
  }

  private static boolean isCall(SqlNode node) {
    return node instanceof SqlCall call && call.getOperator().equals(Syntax.INTERVAL);
  }

  /** Returns the units of the intervals that are cast to, where a cast names none. */
  static SqlIntervalQualifier standard(SqlIntervalQualifier unit) {
    return unit.getStartUnit() == TimeUnit.SECOND ? dayToSecond(unit.getParserPosition()) : unit;
  }
}
