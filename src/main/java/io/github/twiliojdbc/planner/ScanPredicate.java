package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexNode;

/**
 * What a scan's conditions say, and the expressions of the values that are known when it runs.
 *
 * @param template predicate whose open values are numbered
 * @param values expression of each value
 */
record ScanPredicate(PredicateTemplate template, List<RexNode> values) {

  static ScanPredicate of(TwilioScan scan) {
    ConditionReader reader =
        new ConditionReader(scan.definition().columns(), scan.getCluster().getRexBuilder());
    List<PredicateTemplate> templates = new ArrayList<>();
    scan.request().conditions().forEach(condition -> templates.add(reader.read(condition)));
    scan.request()
        .lookups()
        .forEach(lookup -> templates.add(new PredicateTemplate.Lookup(lookup.number())));
    return new ScanPredicate(new PredicateTemplate.All(templates), reader.values());
  }

  /** Returns the columns that a condition of a scan narrows for certain. */
  static Stream<String> columns(TwilioScan scan, RexNode condition) {
    return columns(
        new ConditionReader(scan.definition().columns(), scan.getCluster().getRexBuilder())
            .read(condition));
  }

  /** Returns whether the predicate says all that the scan's conditions say. */
  boolean isWhole() {
    return isWhole(template);
  }

  private static boolean isWhole(PredicateTemplate template) {
    if (template instanceof PredicateTemplate.All all) {
      return all.operands().stream().allMatch(ScanPredicate::isWhole);
    }
    return template instanceof PredicateTemplate.Any any
        ? any.operands().stream().allMatch(ScanPredicate::isWhole)
        : !template.equals(PredicateTemplate.UNKNOWN);
  }

  private static Stream<String> columns(PredicateTemplate template) {
    if (template instanceof PredicateTemplate.Compare compare) {
      return Stream.of(compare.column().name());
    }
    if (template instanceof PredicateTemplate.ComparePart part) {
      return Stream.of(part.column().name());
    }
    if (template instanceof PredicateTemplate.Equal equal) {
      return Stream.of(equal.column());
    }
    if (template instanceof PredicateTemplate.All all) {
      return all.operands().stream().flatMap(ScanPredicate::columns);
    }
    if (template instanceof PredicateTemplate.Any any) {
      boolean isNarrow =
          any.operands().stream().allMatch(operand -> columns(operand).findAny().isPresent());
      return isNarrow ? any.operands().stream().flatMap(ScanPredicate::columns) : Stream.empty();
    }
    return template instanceof PredicateTemplate.Fixed fixed
        ? fixed.predicate().alternatives().stream()
            .flatMap(conjunction -> conjunction.columns().keySet().stream())
        : Stream.empty();
  }
}
