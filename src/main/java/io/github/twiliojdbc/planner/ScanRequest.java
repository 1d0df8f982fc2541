package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Rollup;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexNode;

/**
 * What a scan asks for.
 *
 * @param definition table that is scanned
 * @param columns places, in the table, of the columns that rows hold
 * @param conditions conditions over the table's columns that every wanted row fulfils
 * @param lookups keys that other tables' rows give to the scan
 * @param wanted how many rows are enough, if not all are needed
 * @param wholePages whether to ask for whole pages all the same, since rows may be dropped later
 * @param order order in which the rows are needed, if in any
 * @param keepsRows whether the rows are kept, to be read again
 */
record ScanRequest(
    TableDefinition definition,
    List<Integer> columns,
    List<RexNode> conditions,
    List<ScanLookup> lookups,
    Optional<RexNode> wanted,
    boolean wholePages,
    Optional<ScanOrder> order,
    boolean keepsRows) {

  /** Returns a request for all rows of a table. */
  static ScanRequest all(TableDefinition definition, List<Integer> columns) {
    return new ScanRequest(
        definition,
        columns,
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        false);
  }

  ScanRequest withColumns(List<Integer> places) {
    return new ScanRequest(
        definition, places, conditions, lookups, wanted, wholePages, order, keepsRows);
  }

  ScanRequest withConditions(List<RexNode> narrower) {
    return new ScanRequest(
        definition, columns, narrower, lookups, wanted, wholePages, order, keepsRows);
  }

  ScanRequest withLookup(ScanLookup lookup) {
    List<ScanLookup> more = Stream.concat(lookups.stream(), Stream.of(lookup)).toList();
    return new ScanRequest(
        definition, columns, conditions, more, wanted, wholePages, order, keepsRows);
  }

  ScanRequest withWanted(RexNode rows, Optional<ScanOrder> inOrder, boolean inWholePages) {
    return new ScanRequest(
        definition,
        columns,
        conditions,
        lookups,
        Optional.of(rows),
        inWholePages,
        inOrder,
        keepsRows);
  }

  ScanRequest keepingRows() {
    return new ScanRequest(
        definition, columns, conditions, lookups, wanted, wholePages, order, true);
  }

  /** Returns the same request of the list in which Twilio has added the rows up. */
  ScanRequest rolledUp(Rollup.Period period) {
    return new ScanRequest(
        definition.rolledUp(period),
        columns,
        conditions,
        lookups,
        wanted,
        wholePages,
        order,
        keepsRows);
  }
}
