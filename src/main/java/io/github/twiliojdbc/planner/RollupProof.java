package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.Rollup.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

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

  /** Patterns of to_char that are the same for all days of a period. */
  private static final Map<Period, Pattern> TEXTS =
      Map.of(
          Period.MONTH,
          Pattern.compile("(YYYY|YY|MONTH|MON|MM|RM|Q|[-/._ ])*", Pattern.CASE_INSENSITIVE),
          Period.YEAR,
          Pattern.compile("(YYYY|YY|[-/._ ])*", Pattern.CASE_INSENSITIVE));

  private final TwilioScan scan;
  private final Rollup rollup;
  private final Optional<Period> period;
  private final Set<String> same;
  private final List<RollupBound> bounds = new ArrayList<>();

  /** Begins a proof of what is the same for all days of a period, in each account. */
  RollupProof(TwilioScan scan, Rollup rollup, Period period) {
    this(scan, rollup, Optional.of(period), Set.copyOf(rollup.same()));
  }

  private RollupProof(TwilioScan scan, Rollup rollup, Optional<Period> period, Set<String> same) {
    this.scan = scan;
    this.rollup = rollup;
    this.period = period;
    this.same = same;
  }

  /** Begins a proof of what is the same for the rows that all accounts have of one date. */
  static RollupProof ofAllAccounts(TwilioScan scan, Rollup rollup) {
    Set<String> same = new HashSet<>(rollup.same());
    same.add(rollup.date());
    scan.definition().accountColumn().ifPresent(same::remove);
    return new RollupProof(scan, rollup, Optional.empty(), same);
  }

  /** Returns the bounds that must lie between two periods for what was proven to be so. */
  List<RollupBound> bounds() {
    return List.copyOf(bounds);
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
      return same.contains(column(ref));
    }
    if (!(node instanceof RexCall call)) {
      return true;
    }
    if (call instanceof RexOver) {
      return false;
    }
    return isPeriod(call)
        || isBound(call, false)
        || (RexUtil.isDeterministic(call) && call.getOperands().stream().allMatch(this::isSame));
  }

  /**
   * Returns whether a condition that every wanted row fulfils has the same value for all rows of
   * any period.
   */
  boolean isSameWhereChecked(RexNode condition) {
    RexNode expanded = RexUtil.expandSearch(scan.getCluster().getRexBuilder(), null, condition);
    return RelOptUtil.conjunctions(expanded).stream()
        .allMatch(node -> isCheckedBound(node) || isSame(node));
  }

  private boolean isCheckedBound(RexNode node) {
    return node instanceof RexCall call && isBound(call, true);
  }

  /** Returns whether an expression is the period of the date, or a longer one. */
  private boolean isPeriod(RexCall call) {
    if (period.isEmpty()) {
      return false;
    }
    return switch (call.getKind()) {
      case EXTRACT -> isUnit(call.getOperands().get(0)) && isDate(call.getOperands().get(1));
      case FLOOR ->
          call.getOperands().size() == 2
              && isUnit(call.getOperands().get(1))
              && isDate(call.getOperands().get(0));
      default ->
          call.getOperator().getName().equalsIgnoreCase("to_char")
              && isDate(call.getOperands().get(0))
              && isText(call.getOperands().get(1));
    };
  }

  /**
   * Returns whether a comparison bounds the date at the beginning of a period; if a run tells,
   * takes note of the bound.
   *
   * @param isChecked whether the value is computed for every row anyway, and so may fail
   */
  private boolean isBound(RexCall call, boolean isChecked) {
    if (period.isEmpty() || call.getOperands().size() != 2) {
      return false;
    }
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    boolean isReversed = isDate(right);
    RexNode value = isReversed ? left : right;
    if ((!isReversed && !isDate(left)) || !RollupBound.isTime(value)) {
      return false;
    }
    SqlKind kind = isReversed ? call.getKind().reverse() : call.getKind();
    return switch (kind) {
      case GREATER_THAN_OR_EQUAL, LESS_THAN -> divides(new RollupBound(value, false), isChecked);
      case GREATER_THAN, LESS_THAN_OR_EQUAL -> divides(new RollupBound(value, true), isChecked);
      default -> false;
    };
  }

  private boolean divides(RollupBound bound, boolean isChecked) {
    Period whole = period.orElseThrow();
    if (bound.value() instanceof RexLiteral literal) {
      return bound.firstDay(KnownValues.value(literal)).filter(whole::isFirst).isPresent();
    }
    return whole != Period.ALL_TIME
        && ConditionReader.isValue(bound.value())
        && (isChecked || cannotFail(bound.value()))
        && bounds.add(bound);
  }

  /** Returns whether a value can be computed whether or not a row needs it. */
  private static boolean cannotFail(RexNode value) {
    if (!(value instanceof RexCall call)) {
      return true;
    }
    boolean isTotal =
        switch (call.getKind()) {
          case FLOOR, PLUS, MINUS, COALESCE, CASE -> true;
          case CAST -> RollupBound.isTime(call.getOperands().get(0));
          default -> call.getOperands().isEmpty();
        };
    return isTotal && call.getOperands().stream().allMatch(RollupProof::cannotFail);
  }

  private boolean isUnit(RexNode flag) {
    return flag instanceof RexLiteral literal
        && UNITS
            .getOrDefault(period.orElseThrow(), Set.of())
            .contains(literal.getValueAs(TimeUnitRange.class));
  }

  private boolean isText(RexNode pattern) {
    Pattern same = TEXTS.get(period.orElseThrow());
    String text = pattern instanceof RexLiteral literal ? literal.getValueAs(String.class) : null;
    return same != null && text != null && same.matcher(text).matches();
  }

  private boolean isDate(RexNode node) {
    if (node.getKind() == SqlKind.CAST && RollupBound.isTime(node)) {
      return isDate(((RexCall) node).getOperands().get(0));
    }
    return node instanceof RexInputRef ref && rollup.date().equals(column(ref));
  }

  private String column(RexInputRef ref) {
    return scan.column(ref.getIndex()).name();
  }
}
