package io.github.twiliojdbc.sql;

import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** What the parser reads but nothing runs as PostgreSQL does, and what to write in its place. */
final class Refusals {
  private static final Set<SqlKind> BETWEEN_TWO =
      Sets.immutableEnumSet(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL);

  private static final Set<String> BY_PLACE = Set.of("FIRST_VALUE", "LAST_VALUE", "NTH_VALUE");

  private Refusals() {}

  /** Refuses a part of a statement if it is such. */
  static void check(SqlNode node) {
    reason(node)
        .ifPresent(
            reason -> {
              throw new SqlException(SqlException.Kind.UNSUPPORTED, reason, null);
            });
  }

  private static Optional<String> reason(SqlNode node) {
    if (node instanceof SqlIntervalLiteral literal
        && literal.getValue() instanceof SqlIntervalLiteral.IntervalValue interval) {
      return unit(interval.getIntervalQualifier());
    }
    if (node instanceof SqlSelect select
        && select.getSelectList().stream().anyMatch(Refusals::isRow)) {
      return Optional.of("A row is no value of a result: select its columns one by one.");
    }
    if (isValueOfCutFrame(node)) {
      return Optional.of(
          "EXCLUDE is not heeded by first_value, last_value and nth_value. Aggregates heed it: min(x)"
              + " OVER (…), max(x) OVER (…).");
    }
    if (node instanceof SqlSelect select && hasArrayBesideDistinct(select)) {
      return Optional.of(
          "array_agg does not go with an aggregate of DISTINCT values beside it: take each in a"
              + " sub-query of its own.");
    }
    if (node instanceof SqlCall comparison
        && BETWEEN_TWO.contains(node.getKind())
        && comparison.operand(0).getKind() == SqlKind.ROW
        && comparison.operand(1).isA(SqlKind.QUERY)) {
      return Optional.of(
          "A row is compared with those of a query by IN: (a, b) IN (SELECT c, d FROM t).");
    }
    if (node.getKind() == SqlKind.WITHIN_GROUP
        && ((SqlCall) node).operand(0) instanceof SqlCall function
        && function.getOperandList().stream()
            .anyMatch(part -> part.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR)) {
      return Optional.of(
          "A percentile is taken of one fraction at a time: percentile_cont(0.5) WITHIN GROUP (ORDER"
              + " BY x), percentile_cont(0.9) WITHIN GROUP (ORDER BY x).");
    }
    if (node.getKind() == SqlKind.UNNEST && ((SqlCall) node).operandCount() > 1) {
      return Optional.of(
          "Arrays are unnested one by one. They are joined by their places: FROM unnest(ARRAY['p',"
              + " 'q']) WITH ORDINALITY AS x(a, i) JOIN unnest(ARRAY[1, 2]) WITH ORDINALITY AS"
              + " y(b, j) ON y.j = x.i.");
    }
    return node instanceof SqlCall call
        ? extremeOfAges(call).or(() -> distinct(call))
        : Optional.empty();
  }

  private static Optional<String> extremeOfAges(SqlCall call) {
    if (call.operandCount() != 1 || !Ages.isAge(call.operand(0))) {
      return Optional.empty();
    }
    return switch (call.getOperator().getName().toUpperCase(Locale.ROOT)) {
      case "MAX" ->
          Optional.of("Ages are texts. The longest age is that of the first time: age(a, min(b)).");
      case "MIN" ->
          Optional.of("Ages are texts. The shortest age is that of the last time: age(a, max(b)).");
      default -> Optional.empty();
    };
  }

  private static boolean isRow(@Nullable SqlNode item) {
    return item != null
        && (item.getKind() == SqlKind.ROW
            || (item.getKind() == SqlKind.AS && isRow(((SqlCall) item).operand(0))));
  }

  private static boolean hasArrayBesideDistinct(SqlSelect select) {
    boolean[] found = new boolean[2];
    select
        .getSelectList()
        .accept(
            new SqlBasicVisitor<Void>() {
              @Override
              public @Nullable Void visit(SqlCall call) {
                if (call.isA(SqlKind.QUERY)) {
                  return null;
                }
                found[0] |= Lists.isArray(call) && !Calls.isDistinct(call);
                found[1] |= Calls.isDistinct(call) && !Lists.isList(call);
                return super.visit(call);
              }
            });
    return found[0] && found[1];
  }

  /** Returns whether a row is taken out of a frame by its place, and EXCLUDE leaves some out. */
  private static boolean isValueOfCutFrame(SqlNode node) {
    if (node instanceof SqlSelect select) {
      return select.getWindowList().stream().anyMatch(Refusals::excludes)
          && SqlUtil.containsCall(select.getSelectList(), Refusals::isByPlace);
    }
    return node.getKind() == SqlKind.OVER
        && excludes(((SqlCall) node).operand(1))
        && SqlUtil.containsCall(node, Refusals::isByPlace);
  }

  private static boolean isByPlace(SqlCall call) {
    return BY_PLACE.contains(call.getOperator().getName().toUpperCase(Locale.ROOT));
  }

  private static boolean excludes(SqlNode window) {
    return window instanceof SqlWindow frame && !SqlWindow.isExcludeNoOthers(frame.getExclude());
  }

  private static Optional<String> unit(SqlIntervalQualifier unit) {
    return unit.getStartUnit() == TimeUnit.WEEK
        ? Optional.of("An interval has no weeks: write INTERVAL '7' DAY for one.")
        : unit.getStartUnit() == TimeUnit.QUARTER
            ? Optional.of("An interval has no quarters: write INTERVAL '3' MONTH for one.")
            : Optional.empty();
  }

  private static Optional<String> distinct(SqlCall call) {
    boolean isOver = call.getKind() == SqlKind.OVER;
    SqlCall aggregate = isOver && call.operand(0) instanceof SqlCall inner ? inner : call;
    if (aggregate.getKind() == SqlKind.FILTER && aggregate.operand(0) instanceof SqlCall filtered) {
      aggregate = filtered;
    }
    if (isOver && Lists.isList(aggregate)) {
      return Optional.of(
          "Texts and arrays are not put together OVER a window: aggregate in a sub-query, such as"
              + " (SELECT string_agg(x, ',') FROM t).");
    }
    boolean isDistinct = Calls.isDistinct(aggregate);
    if (isDistinct && isOver) {
      return Optional.of(
          "DISTINCT does not go with OVER: aggregate in a sub-query, such as (SELECT count(DISTINCT"
              + " x) FROM t).");
    }
    return isDistinct && aggregate.getOperandList().stream().anyMatch(Refusals::isRow)
        ? Optional.of(
            "Distinct rows are counted as SELECT count(*) FROM (SELECT DISTINCT a, b FROM t).")
        : Optional.empty();
  }
}
