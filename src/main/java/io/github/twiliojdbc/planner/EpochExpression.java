package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableRangeSet;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Comparison;
import io.github.twiliojdbc.sql.DateFields;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * The seconds since 1970 of a time column, as {@code extract(epoch FROM date_sent)} has them.
 *
 * @param isExact whether they are a decimal number; else they are a binary one
 */
record EpochExpression(TimeExpression time, boolean isExact) {
  private static final int MILLISECONDS = 3;
  private static final double SECOND = 1000;

  /** No time that Twilio writes is as far from 1970. */
  private static final BigDecimal MOST_SECONDS = new BigDecimal("2.5e11");

  /** Returns the seconds that an expression is, if it is such. */
  static Optional<EpochExpression> of(RexNode node, List<ColumnDefinition> columns) {
    if (!(node instanceof RexCall call)) {
      return Optional.empty();
    }
    if (call.getKind() == SqlKind.CAST && SqlTypeUtil.isApproximateNumeric(node.getType())) {
      return of(call.getOperands().get(0), columns)
          .map(exact -> new EpochExpression(exact.time, false));
    }
    boolean isEpoch =
        DateFields.isField(call.getOperator().getName())
            && call.getOperands().get(0) instanceof RexLiteral field
            && "epoch".equalsIgnoreCase(field.getValueAs(String.class))
            && call.getOperands().get(1).getType().getSqlTypeName() == SqlTypeName.TIMESTAMP;
    return isEpoch
        ? TimeExpression.of(call.getOperands().get(1), columns)
            // The clock never stands at a time of a gap, but the beginning of a day may be in one.
            .filter(time -> time.clock().isEmpty() && time.functions().isEmpty())
            .map(time -> new EpochExpression(time, SqlTypeUtil.isDecimal(node.getType())))
        : Optional.empty();
  }

  /** Returns the times, by a clock, whose seconds compare with a value, if that can be told. */
  Optional<ImmutableRangeSet<Long>> compared(Comparison comparison, Object value, WallClock clock) {
    if (!(value instanceof Number number) || isNoNumber(number)) {
      return Optional.empty();
    }
    BigDecimal seconds =
        number instanceof Float
            ? BigDecimal.valueOf(number.doubleValue())
            : new BigDecimal(number.toString());
    if (seconds.abs().compareTo(MOST_SECONDS) > 0) {
      return Optional.empty();
    }
    // What a binary number is nearest to may be a millisecond beside it.
    long first =
        seconds.movePointRight(MILLISECONDS).setScale(0, RoundingMode.FLOOR).longValueExact() - 1;
    while (compare(first, seconds) < 0) {
      first++;
    }
    long next = first;
    while (compare(next, seconds) <= 0) {
      next++;
    }
    return Optional.of(clock.at(comparison.between(first, next).ranges()));
  }

  private int compare(long milliseconds, BigDecimal seconds) {
    return isExact
        ? BigDecimal.valueOf(milliseconds, MILLISECONDS).compareTo(seconds)
        : Double.compare(milliseconds / SECOND, seconds.doubleValue());
  }

  private static boolean isNoNumber(Number number) {
    return Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue());
  }
}
