package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

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
 * @param rollups lists of added up rows that may be read instead, the coarsest first
 */
record ScanRequest(
    TableDefinition definition,
    List<Integer> columns,
    List<RexNode> conditions,
    List<ScanLookup> lookups,
    Optional<RexNode> wanted,
    boolean wholePages,
    Optional<ScanOrder> order,
    boolean keepsRows,
    List<RollupChoice> rollups) {

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
        false,
        List.of());
  }

  ScanRequest withColumns(List<Integer> places) {
    return new ScanRequest(
        definition, places, conditions, lookups, wanted, wholePages, order, keepsRows, rollups);
  }

  ScanRequest withConditions(List<RexNode> narrower) {
    return new ScanRequest(
        definition, columns, narrower, lookups, wanted, wholePages, order, keepsRows, rollups);
  }

  ScanRequest withLookup(ScanLookup lookup) {
    List<ScanLookup> more = Stream.concat(lookups.stream(), Stream.of(lookup)).toList();
    return new ScanRequest(
        definition, columns, conditions, more, wanted, wholePages, order, keepsRows, rollups);
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
        keepsRows,
        rollups);
  }

  ScanRequest keepingRows() {
    return new ScanRequest(
        definition, columns, conditions, lookups, wanted, wholePages, order, true, rollups);
  }

  /**
   * Returns the same request of lists in which Twilio has added the rows up.
   *
   * @param always table that is read whatever the values of conditions are
   * @param choices tables that are read instead in some runs, the coarsest first
   */
  ScanRequest rolledUp(TableDefinition always, List<RollupChoice> choices) {
    return new ScanRequest(
        always,
        columns,
        conditions,
        lookups,
        wanted,
        wholePages,
        order,
        keepsRows,
        List.copyOf(choices));
  }

  /** Returns the values on which it depends which list is read. */
  List<RexNode> bounds() {
    return rollups.stream()
        .flatMap(choice -> choice.bounds().stream())
        .map(RollupBound::value)
        .toList();
  }

  /**
   * Returns the table whose list is read in a run.
   *
   * @param bounds values of the {@link #bounds}
   */
  TableDefinition table(List<? extends @Nullable Object> bounds) {
    int start = 0;
    for (RollupChoice choice : rollups) {
      int end = start + choice.bounds().size();
      if (choice.holds(bounds.subList(start, end))) {
        return choice.table();
      }
      start = end;
    }
    return definition;
  }
}
