package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexNode;

/**
 * The predicate of a scan's conditions, and the expressions of the values that are known when it
 * runs.
 *
 * @param template predicate whose open values are numbered
 * @param values expression of each value
 * @param required numbers of the values that every row is compared with, so that the query fails if
 *     one of them cannot be computed
 * @param isWhole whether the predicate says something of each condition
 */
record ScanPredicate(
    PredicateTemplate template, List<RexNode> values, Set<Integer> required, boolean isWhole) {

  static ScanPredicate of(TwilioScan scan) {
    NumberedValues values = new NumberedValues();
    ConditionReader reader = reader(scan, values);
    List<PredicateTemplate> templates = new ArrayList<>();
    scan.request().conditions().forEach(condition -> templates.add(reader.read(condition)));
    scan.request()
        .lookups()
        .forEach(lookup -> templates.add(new PredicateTemplate.Lookup(lookup.number())));
    return new ScanPredicate(
        PredicateTemplate.all(templates),
        values.values(),
        values.required(),
        !templates.contains(PredicateTemplate.Fixed.UNKNOWN));
  }

  /** Returns the columns that a condition of a scan narrows for certain. */
  static Stream<String> columns(TwilioScan scan, RexNode condition) {
    return reader(scan, new NumberedValues()).read(condition).columns();
  }

  /** Returns the columns that a condition of a scan narrows for some values of its parameters. */
  static Stream<String> candidates(TwilioScan scan, RexNode condition) {
    return reader(scan, new NumberedValues()).read(condition).candidates();
  }

  private static ConditionReader reader(TwilioScan scan, NumberedValues values) {
    TableDefinition table = scan.definition();
    return new ConditionReader(
        table.columns(), account(table), scan.getCluster().getRexBuilder(), values);
  }

  /** Returns the place of the column that names the account whose list a row is in. */
  static OptionalInt account(TableDefinition table) {
    return table
        .accountParameter()
        .map(name -> OptionalInt.of(table.columnIndex(name)))
        .orElse(OptionalInt.empty());
  }
}
