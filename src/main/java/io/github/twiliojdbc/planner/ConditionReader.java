package io.github.twiliojdbc.planner;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.request.Conjunction;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.Sarg;

/**
 * Reads the conditions of a scan in terms that requests can be made of.
 *
 * <p>What cannot be read is left open: the filter above the scan checks it.
 */
final class ConditionReader {
  private static final int MOST_EXPANSIONS = 50;

  /** Ranges of a search that generated code has room for. */
  private static final int MOST_RANGES = 100;

  private final List<ColumnDefinition> columns;
  private final RexBuilder builder;
  private final NumberedValues values;
  private final OptionalInt account;
  private final ComparisonReader comparisons;

  /** How many more CASEs inside comparisons are taken apart, each of which doubles what follows. */
  private int expansions = MOST_EXPANSIONS;

  /**
   * Creates a reader.
   *
   * @param account place of the column that names the account whose list a row is in, if there is
   *     one
   * @param values takes the values that the templates refer to by number
   */
  ConditionReader(
      List<ColumnDefinition> columns,
      OptionalInt account,
      RexBuilder builder,
      NumberedValues values) {
    this.columns = columns;
    this.account = account;
    this.builder = builder;
    this.values = values;
    this.comparisons = new ComparisonReader(columns, builder, values, this);
  }

  PredicateTemplate read(RexNode node) {
    if (isTruth(node.getType()) && isValue(node)) {
      return truth(node);
    }
    if (isAccountSearch(node)) {
      return passing(node);
    }
    PredicateTemplate template = readTerms(node);
    return isOnAccount(node) && template.columns().findAny().isEmpty()
        ? PredicateTemplate.all(List.of(template, passing(node)))
        : template;
  }

  /** Returns whether a condition reads the account of a row and nothing else of it. */
  private boolean isOnAccount(RexNode node) {
    return account.isPresent()
        && RelOptUtil.InputFinder.bits(node).equals(ImmutableBitSet.of(account.getAsInt()))
        && RexUtil.isDeterministic(node);
  }

  /** Returns whether accounts are searched that are not listed, as by BETWEEN or NOT IN. */
  private boolean isAccountSearch(RexNode node) {
    return node.getKind() == SqlKind.SEARCH
        && isOnAccount(node)
        && !(operand(node, 0) instanceof RexInputRef && Membership.sarg((RexCall) node).isPoints());
  }

  private PredicateTemplate passing(RexNode node) {
    String column = columns.get(account.orElseThrow()).name();
    if (node.getKind() != SqlKind.SEARCH) {
      return new PredicateTemplate.Passing(column, test(node));
    }
    Sarg<?> values = Membership.sarg((RexCall) node);
    if (operand(node, 0) instanceof RexInputRef && values.isComplementedPoints()) {
      Set<Object> others = Set.copyOf(Membership.points(values.negate()));
      return new PredicateTemplate.Fixed(
          new Predicate.Is(
              Conjunction.of(column, new Values.Passing(sid -> !others.contains(sid)))));
    }
    return values.rangeSet.asRanges().size() <= MOST_RANGES
        ? new PredicateTemplate.Passing(column, test(node))
        : PredicateTemplate.Fixed.UNKNOWN;
  }

  /** Returns the number of a test, which fails no query: its check on the rows would. */
  private int test(RexNode condition) {
    values.beginGuarded();
    int number = values.number(condition);
    values.endGuarded();
    return number;
  }

  private PredicateTemplate readTerms(RexNode node) {
    return switch (node.getKind()) {
      case AND ->
          PredicateTemplate.all(((RexCall) node).getOperands().stream().map(this::read).toList());
      case OR -> any(((RexCall) node).getOperands(), this::read);
      case CASE -> readCase((RexCall) node, this::read);
      case SEARCH -> readSearch((RexCall) node);
      case EQUALS, NOT_EQUALS, GREATER_THAN, GREATER_THAN_OR_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL ->
          readComparison((RexCall) node);
      case IS_NOT_NULL -> readNotNull(operand(node, 0));
      case INPUT_REF -> readTruth(node, true);
      case IS_TRUE -> read(operand(node, 0));
      case CAST ->
          isTruth(operand(node, 0).getType())
              ? read(operand(node, 0))
              : PredicateTemplate.Fixed.UNKNOWN;
      case IS_NOT_TRUE -> readNotTrue(operand(node, 0));
      case NOT, IS_FALSE -> readNot(operand(node, 0));
      default -> comparisons.readFunction((RexCall) node);
    };
  }

  /** Reads the condition that another one is false. */
  private PredicateTemplate readNot(RexNode node) {
    return switch (node.getKind()) {
      case AND -> any(((RexCall) node).getOperands(), this::readNot);
      case OR ->
          PredicateTemplate.all(
              ((RexCall) node).getOperands().stream().map(this::readNot).toList());
      case CASE -> readCase((RexCall) node, this::readNot);
      case CAST ->
          isTruth(operand(node, 0).getType())
              ? readNot(operand(node, 0))
              : PredicateTemplate.Fixed.UNKNOWN;
      case INPUT_REF -> readTruth(node, false);
      case IS_TRUE -> readNotTrue(operand(node, 0));
      case NOT, IS_NOT_TRUE -> read(operand(node, 0));
      case LITERAL ->
          ((RexLiteral) node).isAlwaysFalse()
              ? PredicateTemplate.Fixed.UNKNOWN
              : PredicateTemplate.Fixed.NOTHING;
      case EQUALS,
          NOT_EQUALS,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          IS_NULL ->
          read(
              builder.makeCall(
                  RexUtil.op(node.getKind().negateNullSafe()), ((RexCall) node).getOperands()));
      default ->
          isValue(node)
              ? truth(builder.makeCall(SqlStdOperatorTable.NOT, node))
              : PredicateTemplate.Fixed.UNKNOWN;
    };
  }

  /** Reads the condition that another one is false or NULL. */
  private PredicateTemplate readNotTrue(RexNode node) {
    if (node instanceof RexLiteral literal) {
      return literal.isAlwaysTrue()
          ? PredicateTemplate.Fixed.NOTHING
          : PredicateTemplate.Fixed.UNKNOWN;
    }
    if (isValue(node)) {
      return truth(builder.makeCall(SqlStdOperatorTable.IS_NOT_TRUE, node));
    }
    return switch (node.getKind()) {
      case AND -> any(((RexCall) node).getOperands(), this::readNotTrue);
      case OR ->
          PredicateTemplate.all(
              ((RexCall) node).getOperands().stream().map(this::readNotTrue).toList());
      case CASE -> readCase((RexCall) node, this::readNotTrue);
      case IS_TRUE -> readNotTrue(operand(node, 0));
      // These are never NULL; the type of another condition may promise it and be wrong.
      case IS_NULL, IS_NOT_NULL, IS_FALSE, IS_NOT_TRUE -> readNot(node);
      default -> PredicateTemplate.Fixed.UNKNOWN;
    };
  }

  /**
   * Reads a choice: an arm holds where its own condition does and none of those before it.
   *
   * @param reading reading of the arms
   */
  private PredicateTemplate readCase(RexCall choice, Function<RexNode, PredicateTemplate> reading) {
    values.beginGuarded();
    List<RexNode> operands = choice.getOperands();
    List<PredicateTemplate> arms = new ArrayList<>();
    List<PredicateTemplate> passed = new ArrayList<>();
    for (int i = 0; i + 1 < operands.size(); i += 2) {
      List<PredicateTemplate> arm = new ArrayList<>(passed);
      arm.add(read(operands.get(i)));
      arm.add(reading.apply(operands.get(i + 1)));
      arms.add(PredicateTemplate.all(arm));
      passed.add(readNotTrue(operands.get(i)));
    }
    passed.add(reading.apply(operands.get(operands.size() - 1)));
    arms.add(PredicateTemplate.all(passed));
    values.endGuarded();
    return PredicateTemplate.any(arms);
  }

  private <T> PredicateTemplate any(List<T> operands, Function<T, PredicateTemplate> reading) {
    values.beginGuarded();
    List<PredicateTemplate> alternatives = operands.stream().map(reading).toList();
    values.endGuarded();
    return PredicateTemplate.any(alternatives);
  }

  /** Returns the template of a condition that reads no column. */
  private PredicateTemplate truth(RexNode condition) {
    return condition instanceof RexLiteral literal
        ? literal.isAlwaysTrue() ? PredicateTemplate.Fixed.UNKNOWN : PredicateTemplate.Fixed.NOTHING
        : new PredicateTemplate.Holds(
            values.number(RexUtil.expandSearch(builder, null, condition)));
  }

  private PredicateTemplate readSearch(RexCall search) {
    Sarg<?> values = Membership.sarg(search);
    if (ComparisonReader.withoutWidening(operand(search, 0)) instanceof RexInputRef ref
        && columns.get(ref.getIndex()).type() == ColumnType.VARCHAR) {
      ColumnDefinition column = columns.get(ref.getIndex());
      if (values.isPoints()) {
        return oneOf(column, Membership.points(values));
      }
      if (values.isComplementedPoints() && column.each().isPresent()) {
        List<Object> others = new ArrayList<>(column.each().get().values());
        others.removeAll(Membership.points(values.negate()));
        return oneOf(column, others);
      }
    }
    return read(RexUtil.expandSearch(builder, null, search));
  }

  private static PredicateTemplate oneOf(ColumnDefinition column, List<?> values) {
    return new PredicateTemplate.Fixed(
        new Predicate.Is(Conjunction.of(column.name(), Values.oneOf(values))));
  }

  private PredicateTemplate readTruth(RexNode node, boolean truth) {
    if (!(node instanceof RexInputRef ref)) {
      return PredicateTemplate.Fixed.UNKNOWN;
    }
    return oneOf(columns.get(ref.getIndex()), List.of(truth));
  }

  private PredicateTemplate readNotNull(RexNode node) {
    return node instanceof RexInputRef ref
            && ComparisonReader.isNumber(columns.get(ref.getIndex()).type())
        ? new PredicateTemplate.Fixed(
            new Predicate.Is(
                Conjunction.of(columns.get(ref.getIndex()).name(), Values.within(Range.all()))))
        : PredicateTemplate.Fixed.UNKNOWN;
  }

  private PredicateTemplate readComparison(RexCall comparison) {
    RexNode left = operand(comparison, 0);
    RexNode right = operand(comparison, 1);
    PredicateTemplate known =
        isValue(right)
            ? comparisons.read(comparison.getKind(), left, right)
            : isValue(left)
                ? comparisons.read(comparison.getKind().reverse(), right, left)
                : PredicateTemplate.Fixed.UNKNOWN;
    if (!known.equals(PredicateTemplate.Fixed.UNKNOWN) || expansions == 0) {
      return known;
    }
    if (comparison.getKind() == SqlKind.EQUALS && isTruth(left.getType())) {
      expansions--;
      return any(
          List.of(SqlStdOperatorTable.IS_TRUE, SqlStdOperatorTable.IS_FALSE),
          truth ->
              PredicateTemplate.all(
                  List.of(
                      read(builder.makeCall(truth, left)), read(builder.makeCall(truth, right)))));
    }
    Optional<RexCall> choice = Choices.in(comparison);
    if (choice.isEmpty()) {
      return known;
    }
    expansions--;
    return readCase(choice.get(), this::read);
  }

  private static boolean isTruth(RelDataType type) {
    return type.getSqlTypeName() == SqlTypeName.BOOLEAN
        || type.getSqlTypeName() == SqlTypeName.NULL;
  }

  /** Returns whether an expression has one value for all rows of the scan. */
  static boolean isValue(RexNode node) {
    return !RexUtil.containsInputRef(node) && RexUtil.isDeterministic(node);
  }

  private static RexNode operand(RexNode call, int place) {
    return ((RexCall) call).getOperands().get(place);
  }
}
