package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.Rollup.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/**
 * What is the same for all rows of a period that Twilio adds up, and what is their sum.
 *
 * <p>Whatever is not surely so is not.
 */
final class RollupProof {
  private static final Map<Period, Set<TimeUnitRange>> UNITS =
      Map.of(
          Period.MONTH,
          Set.of(TimeUnitRange.YEAR, TimeUnitRange.QUARTER, TimeUnitRange.MONTH),
          Period.YEAR,
          Set.of(TimeUnitRange.YEAR));

  private final TwilioScan scan;
  private final Rollup rollup;
  private final Period period;

  RollupProof(TwilioScan scan, Rollup rollup, Period period) {
    this.scan = scan;
    this.rollup = rollup;
    this.period = period;
  }

  /** Returns whether the sum of an expression over the rows is that over their sums. */
  boolean isSum(RexNode node) {
    if (node instanceof RexInputRef ref) {
      return rollup.sums().contains(column(ref));
    }
    if (node.getKind() == SqlKind.CAST && SqlTypeUtil.isDecimal(node.getType())) {
      RexNode operand = ((RexCall) node).getOperands().get(0);
      return SqlTypeUtil.isIntType(operand.getType()) && isSum(operand);
    }
    if (node.getKind() != SqlKind.CASE) {
      return false;
    }
    List<RexNode> operands = ((RexCall) node).getOperands();
    for (int i = 0; i < operands.size(); i++) {
      boolean isCondition = i % 2 == 0 && i < operands.size() - 1;
      RexNode operand = operands.get(i);
      if (isCondition ? !isSame(operand) : !RexLiteral.isNullLiteral(operand) && !isSum(operand)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether an expression has the same value for all rows of any period. */
  boolean isSame(RexNode node) {
    if (node.getKind() == SqlKind.SEARCH) {
      return isSame(RexUtil.expandSearch(scan.getCluster().getRexBuilder(), null, node));
    }
    if (node instanceof RexInputRef ref) {
      return rollup.same().contains(column(ref));
    }
    if (!(node instanceof RexCall call)) {
      return true;
    }
    if (call instanceof RexOver) {
      return false;
    }
    return isPeriod(call)
        || isBound(call)
        || (RexUtil.isDeterministic(call) && call.getOperands().stream().allMatch(this::isSame));
  }

  /** Returns whether an expression is the period of the date, or a longer one. */
  private boolean isPeriod(RexCall call) {
    return switch (call.getKind()) {
      case EXTRACT -> isUnit(call.getOperands().get(0)) && isDate(call.getOperands().get(1));
      case FLOOR ->
          call.getOperands().size() == 2
              && isUnit(call.getOperands().get(1))
              && isDate(call.getOperands().get(0));
      default -> false;
    };
  }

  /** Returns whether a comparison bounds the date at the beginning of a period. */
  private boolean isBound(RexCall call) {
    if (call.getOperands().size() != 2) {
      return false;
    }
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    boolean isReversed = isDate(right);
    if (!isReversed && !isDate(left)) {
      return false;
    }
    SqlKind kind = isReversed ? call.getKind().reverse() : call.getKind();
    Optional<LocalDate> day = day(isReversed ? left : right);
    return switch (kind) {
      case GREATER_THAN_OR_EQUAL, LESS_THAN -> day.filter(this::isFirst).isPresent();
      case GREATER_THAN, LESS_THAN_OR_EQUAL ->
          day.map(last -> last.plusDays(1)).filter(this::isFirst).isPresent();
      default -> false;
    };
  }

  private boolean isUnit(RexNode flag) {
    return flag instanceof RexLiteral literal
        && UNITS.getOrDefault(period, Set.of()).contains(literal.getValueAs(TimeUnitRange.class));
  }

  private boolean isDate(RexNode node) {
    return node.getKind() == SqlKind.CAST
        ? isDate(((RexCall) node).getOperands().get(0))
        : node instanceof RexInputRef ref && rollup.date().equals(column(ref));
  }

  private boolean isFirst(LocalDate day) {
    return switch (period) {
      case MONTH -> day.getDayOfMonth() == 1;
      case YEAR -> day.getDayOfYear() == 1;
      case ALL_TIME -> false;
    };
  }

  private String column(RexInputRef ref) {
    return scan.column(ref.getIndex()).name();
  }

  /** Returns the day that a literal is, if it is a whole day. */
  private static Optional<LocalDate> day(RexNode node) {
    if (!(node instanceof RexLiteral literal)) {
      return Optional.empty();
    }
    Comparable<?> value = literal.getValueAs(Comparable.class);
    if (value instanceof DateString date) {
      return Optional.of(LocalDate.ofEpochDay(date.getDaysSinceEpoch()));
    }
    if (!(value instanceof TimestampString timestamp)) {
      return Optional.empty();
    }
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(timestamp.getMillisSinceEpoch(), 1000),
            (int) Math.floorMod(timestamp.getMillisSinceEpoch(), 1000L) * 1_000_000,
            ZoneOffset.UTC);
    return Optional.of(time)
        .filter(t -> t.toLocalTime().equals(LocalTime.MIDNIGHT))
        .map(LocalDateTime::toLocalDate);
  }
}
