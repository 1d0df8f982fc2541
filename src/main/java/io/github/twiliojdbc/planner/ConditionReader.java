package io.github.twiliojdbc.planner;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.request.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUnknownAs;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.Sarg;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conditions of a scan in terms that requests can be made of.
 *
 * <p>What cannot be read is left out: the filter above the scan checks it.
 */
final class ConditionReader {
  private final List<ColumnDefinition> columns;
  private final List<Condition> conditions = new ArrayList<>();

  private ConditionReader(List<ColumnDefinition> columns) {
    this.columns = columns;
  }

  static List<Condition> read(TwilioScan scan) {
    ConditionReader reader = new ConditionReader(scan.definition().columns());
    scan.conditions().forEach(reader::read);
    return List.copyOf(reader.conditions);
  }

  private void read(RexNode node) {
    switch (node.getKind()) {
      case AND -> ((RexCall) node).getOperands().forEach(this::read);
      case SEARCH -> readSearch((RexCall) node);
      case EQUALS, GREATER_THAN, GREATER_THAN_OR_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL -> {
        RexCall call = (RexCall) node;
        RexNode left = call.getOperands().get(0);
        RexNode right = call.getOperands().get(1);
        if (column(left).isPresent()) {
          readComparison(node.getKind(), left, right);
        } else {
          readComparison(node.getKind().reverse(), right, left);
        }
      }
      case INPUT_REF -> column(node).ifPresent(column -> addOneOf(column, Set.of(true)));
      case NOT ->
          column(((RexCall) node).getOperands().get(0))
              .ifPresent(column -> addOneOf(column, Set.of(false)));
      default -> {}
    }
  }

  private void readComparison(SqlKind kind, RexNode left, RexNode right) {
    Optional<ColumnDefinition> column = column(left);
    if (column.isEmpty() || !(right instanceof RexLiteral literal) || literal.isNull()) {
      return;
    }
    Comparable<?> value = literal.getValueAs(Comparable.class);
    switch (kind) {
      case EQUALS -> addPoints(column.get(), List.of(value));
      case GREATER_THAN_OR_EQUAL, GREATER_THAN -> addLower(column.get(), value);
      case LESS_THAN -> addUpper(column.get(), value, false);
      case LESS_THAN_OR_EQUAL -> addUpper(column.get(), value, true);
      default -> {}
    }
  }

  private void readSearch(RexCall search) {
    Optional<ColumnDefinition> column = column(search.getOperands().get(0));
    if (column.isEmpty()
        || !(search.getOperands().get(1) instanceof RexLiteral literal)
        || !(literal.getValue() instanceof Sarg<?> sarg)
        || sarg.nullAs == RexUnknownAs.TRUE) {
      return;
    }
    Set<? extends Range<?>> ranges = sarg.rangeSet.asRanges();
    if (sarg.isPoints()) {
      addPoints(column.get(), ranges.stream().<Comparable<?>>map(Range::lowerEndpoint).toList());
    } else if (!ranges.isEmpty()) {
      Range<?> span = sarg.rangeSet.span();
      if (span.hasLowerBound()) {
        addLower(column.get(), span.lowerEndpoint());
      }
      if (span.hasUpperBound()) {
        addUpper(column.get(), span.upperEndpoint(), span.upperBoundType() == BoundType.CLOSED);
      }
    }
  }

  private void addPoints(ColumnDefinition column, List<? extends Comparable<?>> points) {
    Set<Object> values = new LinkedHashSet<>();
    for (Comparable<?> point : points) {
      Object value = value(column, point);
      if (value == null) {
        return;
      }
      values.add(value);
    }
    addOneOf(column, values);
  }

  private void addOneOf(ColumnDefinition column, Set<Object> values) {
    conditions.add(new Condition.OneOf(column.name(), values));
  }

  private void addLower(ColumnDefinition column, Comparable<?> bound) {
    if (column.type().isTemporal() && value(column, bound) instanceof Number number) {
      conditions.add(new Condition.AtLeast(column.name(), number.longValue()));
    }
  }

  private void addUpper(ColumnDefinition column, Comparable<?> bound, boolean inclusive) {
    if (column.type().isTemporal() && value(column, bound) instanceof Number number) {
      conditions.add(new Condition.Before(column.name(), number.longValue() + (inclusive ? 1 : 0)));
    }
  }

  /** Returns a literal's value as a row of the column would hold it, or null if none could. */
  private static @Nullable Object value(ColumnDefinition column, Comparable<?> literal) {
    return switch (column.type()) {
      case VARCHAR -> literal instanceof NlsString text ? text.getValue() : null;
      case BOOLEAN -> literal instanceof Boolean ? literal : null;
      case TIMESTAMP ->
          literal instanceof TimestampString timestamp ? timestamp.getMillisSinceEpoch() : null;
      case DATE -> literal instanceof DateString date ? date.getDaysSinceEpoch() : null;
      case INTEGER ->
          literal instanceof BigDecimal number && isInteger(number) ? number.intValue() : null;
      case BIGINT, DECIMAL, DOUBLE, JSON -> null;
    };
  }

  private static boolean isInteger(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 10;
  }

  /** Returns the column that an expression is, apart from casts that keep its values. */
  private Optional<ColumnDefinition> column(RexNode node) {
    if (node instanceof RexInputRef ref) {
      return Optional.of(columns.get(ref.getIndex()));
    }
    if (node.getKind() == SqlKind.CAST && keepsValues(node.getType(), operand(node).getType())) {
      return column(operand(node));
    }
    return Optional.empty();
  }

  private static RexNode operand(RexNode cast) {
    return ((RexCall) cast).getOperands().get(0);
  }

  private static boolean keepsValues(RelDataType to, RelDataType from) {
    boolean sameType = to.getSqlTypeName() == from.getSqlTypeName();
    return sameType
        && (SqlTypeUtil.isCharacter(to)
            ? to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
            : to.getPrecision() >= from.getPrecision());
  }
}
