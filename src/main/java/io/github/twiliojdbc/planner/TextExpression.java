package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Comparison;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.functions.LikePattern;
import io.github.twiliojdbc.sql.functions.TimeText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A string that is made of a time column, as by {@code to_char(date_sent, 'YYYY-MM')}.
 *
 * <p>Where the order of the strings is that of the times, a comparison of the string with any other
 * string is a range of times. Where it is not, but the string names its year, the days that have a
 * string can be listed.
 *
 * @param time the time, as a timestamp
 * @param text how the string is made of it
 */
record TextExpression(TimeExpression time, TimeText text) {

  /** Returns the string that an expression is, if it is such. */
  static Optional<TextExpression> of(RexNode node, List<ColumnDefinition> columns) {
    if (!(node instanceof RexCall call) || !SqlTypeUtil.isCharacter(node.getType())) {
      return Optional.empty();
    }
    List<RexNode> operands = call.getOperands();
    RexNode first = operands.get(0);
    SqlTypeName type = first.getType().getSqlTypeName();
    if (call.getKind() == SqlKind.CAST) {
      return type == SqlTypeName.DATE
          ? TimeExpression.of(first, columns)
              .map(time -> time.then(new TimeFunction.MidnightOf()))
              .map(time -> new TextExpression(time, TimeText.ofCast(false)).cut(node.getType()))
          : of(first, columns).map(string -> string.cut(node.getType()));
    }
    return switch (call.getOperator().getName().toUpperCase(Locale.ROOT)) {
      case "TO_CHAR" ->
          type == SqlTypeName.TIMESTAMP && operands.get(1) instanceof RexLiteral pattern
              ? TimeExpression.of(first, columns)
                  .map(
                      time ->
                          new TextExpression(
                              time, TimeText.of(String.valueOf(pattern.getValueAs(String.class)))))
              : Optional.empty();
      case "TEXT_OF" ->
          type == SqlTypeName.TIMESTAMP
              ? TimeExpression.of(first, columns)
                  .map(time -> new TextExpression(time, TimeText.ofCast(true)))
              : Optional.empty();
      case "LEFT", "CUT" -> first(first, operands.get(1), columns);
      case "SUBSTR", "SUBSTRING" ->
          operands.size() == 3 && number(operands.get(1)).equals(Optional.of(1))
              ? first(first, operands.get(2), columns)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<TextExpression> first(
      RexNode string, RexNode length, List<ColumnDefinition> columns) {
    return number(length)
        .filter(characters -> characters >= 0)
        .flatMap(
            characters ->
                of(string, columns)
                    .map(all -> new TextExpression(all.time, all.text.first(characters))));
  }

  private static Optional<Integer> number(RexNode node) {
    return node instanceof RexLiteral literal && SqlTypeUtil.isIntType(node.getType())
        ? Optional.ofNullable(literal.getValueAs(Integer.class))
        : Optional.empty();
  }

  private TextExpression cut(RelDataType type) {
    return type.getPrecision() < 0
        ? this
        : new TextExpression(time, text.first(type.getPrecision()));
  }

  /** Returns the times whose strings compare with a value, if that can be told. */
  Optional<ImmutableRangeSet<Long>> compared(Comparison comparison, Object value) {
    if (value instanceof BigDecimal || value instanceof Integer || value instanceof Long) {
      return text.isNumber()
          ? compared(comparison, text.number(new BigDecimal(value.toString())))
          : Optional.empty();
    }
    if (!(value instanceof String string)) {
      return Optional.empty();
    }
    if (text.ascends()) {
      return Optional.of(
          known(comparison.between(text.atLeast(string), text.above(string)).ranges()));
    }
    if (comparison != Comparison.EQUAL || !text.isOfDay() || !TimeText.isSearched(string)) {
      return Optional.empty();
    }
    ImmutableRangeSet.Builder<Long> days = ImmutableRangeSet.builder();
    text.days(string).forEach(day -> days.add(Range.closedOpen(day, day + TimeFunction.DAY)));
    return Optional.of(days.build());
  }

  /** Returns the times whose strings may match a pattern, if that can be told. */
  Optional<ImmutableRangeSet<Long>> like(LikePattern pattern) {
    Optional<String> only = pattern.only();
    if (only.isPresent()) {
      return compared(Comparison.EQUAL, only.get());
    }
    return startingWith(pattern.prefix());
  }

  /** Returns the times whose strings begin with another, if that can be told. */
  Optional<ImmutableRangeSet<Long>> startingWith(String prefix) {
    return prefix.isEmpty() || !text.ascends()
        ? Optional.empty()
        : Optional.of(
            known(Comparison.EQUAL.between(text.atLeast(prefix), text.behind(prefix)).ranges()));
  }

  /** Returns ranges without the bounds of the years that have strings, which no time is beyond. */
  private static ImmutableRangeSet<Long> known(ImmutableRangeSet<Long> ranges) {
    ImmutableRangeSet.Builder<Long> known = ImmutableRangeSet.builder();
    for (Range<Long> range :
        ranges.subRangeSet(Range.closedOpen(TimeText.FIRST, TimeText.END)).asRanges()) {
      Range<Long> lower =
          range.lowerEndpoint() == TimeText.FIRST
              ? Range.all()
              : Range.atLeast(range.lowerEndpoint());
      known.add(
          range.upperEndpoint() == TimeText.END
              ? lower
              : lower.intersection(Range.lessThan(range.upperEndpoint())));
    }
    return known.build();
  }
}
