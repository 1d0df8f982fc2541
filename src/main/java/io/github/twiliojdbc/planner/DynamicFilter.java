package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * A predicate on a scan that depends on the rows of a lookup's driver.
 *
 * @param table table that is scanned
 * @param template predicate for one row of the driver, whose open values are numbered
 * @param values expression of each value over the driver's fields
 * @param conditions the same as conditions: fields of the driver stand behind the table's columns
 */
record DynamicFilter(
    TableDefinition table,
    PredicateTemplate template,
    List<RexNode> values,
    List<RexNode> conditions) {

  /**
   * Returns the filter that join conditions make for a scan, if a request can carry one of them.
   *
   * @param joining conditions on the table's columns in which {@code driver} stands for a row of
   *     the driver
   */
  static Optional<DynamicFilter> of(TwilioScan scan, List<RexNode> joining, CorrelationId driver) {
    RexBuilder builder = scan.getCluster().getRexBuilder();
    TableDefinition table = scan.definition();
    NumberedValues values = new NumberedValues();
    ConditionReader reader = reader(table, builder, values);
    List<PredicateTemplate> templates = new ArrayList<>();
    List<RexNode> conditions = new ArrayList<>();
    for (RexNode condition : joining) {
      PredicateTemplate read = reader(table, builder, new NumberedValues()).read(condition);
      List<String> times =
          read.candidates().filter(column -> table.column(column).type().isTemporal()).toList();
      // Dates within a period of a list of sums would change the sums.
      boolean isWhole =
          (!table.isRolledUp() && scan.request().rollups().isEmpty()) || times.isEmpty();
      // A pattern that is no text of its own would have the list read anew for each batch.
      boolean isRequested =
          Stream.concat(read.columns(), times.stream()).anyMatch(table::isRequestedBy);
      if (isWhole && isRequested) {
        templates.add(reader.read(condition));
        conditions.add(ofFields(condition, driver, table.columns().size()));
      }
    }
    return templates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DynamicFilter(
                table,
                PredicateTemplate.all(templates),
                values.values().stream().map(value -> ofFields(value, driver, 0)).toList(),
                conditions));
  }

  /** Returns a reader without tests of accounts, which would not be the same for all rows. */
  private static ConditionReader reader(
      TableDefinition table, RexBuilder builder, NumberedValues values) {
    return new ConditionReader(table.columns(), OptionalInt.empty(), builder, values);
  }

  /** Returns an expression in which fields of the driver's row are those of a plan. */
  private static RexNode ofFields(RexNode node, CorrelationId driver, int firstField) {
    return node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitFieldAccess(RexFieldAccess access) {
            return access.getReferenceExpr() instanceof RexCorrelVariable row
                    && row.id.equals(driver)
                ? new RexInputRef(firstField + access.getField().getIndex(), access.getType())
                : super.visitFieldAccess(access);
          }
        });
  }

  /** Returns the predicate for a row of the driver with these values. */
  Predicate bind(List<? extends @Nullable Object> row, Instant now, WallClock clock) {
    return template.bind(
        new PredicateTemplate.Bound(row, Set.of(), now, clock, number -> Predicate.UNKNOWN));
  }

  /** Returns the predicate that holds wherever one of some does. */
  static Predicate any(List<Predicate> predicates) {
    int size = predicates.size();
    // Ranges are merged in halves: to add each one to all before it takes quadratic time.
    return size <= 2
        ? new Predicate.Any(predicates)
        : new Predicate.Any(
            List.of(any(predicates.subList(0, size / 2)), any(predicates.subList(size / 2, size))));
  }

  /** Returns whether each value takes a request of its own, as those of keys do. */
  boolean isKeyed() {
    return isKeyed(template);
  }

  private static boolean isKeyed(PredicateTemplate template) {
    if (template instanceof PredicateTemplate.All all) {
      return all.operands().stream().anyMatch(DynamicFilter::isKeyed);
    }
    return template instanceof PredicateTemplate.Any any
        ? any.operands().stream().anyMatch(DynamicFilter::isKeyed)
        : template instanceof PredicateTemplate.Equal;
  }

  /** Returns the columns of text that values are compared with, by the number of the value. */
  Map<Integer, String> names() {
    Map<Integer, String> names = new HashMap<>();
    addNames(template, names);
    return names;
  }

  private static void addNames(PredicateTemplate template, Map<Integer, String> names) {
    if (template instanceof PredicateTemplate.All all) {
      all.operands().forEach(operand -> addNames(operand, names));
    } else if (template instanceof PredicateTemplate.Any any) {
      any.operands().forEach(operand -> addNames(operand, names));
    } else if (template instanceof PredicateTemplate.Equal equal
        && equal.type() == ColumnType.VARCHAR) {
      names.put(equal.value(), equal.column());
    }
  }

  /** Returns the columns that are equal to a field of the driver. */
  List<Key> keys() {
    return conditions.stream().flatMap(condition -> key(condition)).toList();
  }

  /** Returns whether all conditions are equalities of columns with fields of the driver. */
  boolean isKeysOnly() {
    return keys().size() == conditions.size();
  }

  private Stream<Key> key(RexNode condition) {
    if (condition.getKind() != SqlKind.EQUALS) {
      return Stream.empty();
    }
    List<RexNode> operands = ((RexCall) condition).getOperands();
    if (!(operands.get(0) instanceof RexInputRef one)
        || !(operands.get(1) instanceof RexInputRef other)) {
      return Stream.empty();
    }
    int column = Math.min(one.getIndex(), other.getIndex());
    int field = Math.max(one.getIndex(), other.getIndex()) - table.columns().size();
    return column < table.columns().size() && field >= 0
        ? Stream.of(new Key(table.columns().get(column).name(), field))
        : Stream.empty();
  }

  /** Returns the same without what it says of some columns that are equal to a value. */
  DynamicFilter without(Set<String> columns) {
    return new DynamicFilter(table, without(template, columns), values, conditions);
  }

  private static PredicateTemplate without(PredicateTemplate template, Set<String> columns) {
    return template instanceof PredicateTemplate.All all
        ? PredicateTemplate.all(
            all.operands().stream().map(operand -> without(operand, columns)).toList())
        : template instanceof PredicateTemplate.Equal equal && columns.contains(equal.column())
            ? PredicateTemplate.Fixed.UNKNOWN
            : template;
  }

  /**
   * Returns the conditions as SQL.
   *
   * @param fields names of the driver's fields
   */
  Stream<String> text(List<String> fields) {
    List<String> names = new ArrayList<>();
    table.columns().forEach(column -> names.add(column.name()));
    names.addAll(fields);
    return conditions.stream().map(condition -> OperatorText.sql(condition, names));
  }

  @Override
  public String toString() {
    return conditions.toString();
  }

  /**
   * A column that is equal to a field of the driver.
   *
   * @param column name of the column
   * @param field place of the field
   */
  record Key(String column, int field) {}
}
