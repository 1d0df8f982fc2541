package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.planner.ExplainedScan.NotSent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlKind;

/**
 * The conditions on the rows of a scan that none of its requests contains, with the reasons.
 *
 * <p>Some are conditions of the scan itself, which Twilio cannot check. Others stand above the scan
 * and were not moved to it.
 */
final class UnsentConditions {
  /** The reason that is none: nothing but the planner keeps the condition from the scan. */
  static final String UNMOVED = "since it was not moved to the scan";

  private static final String UNREADABLE = "since only columns compared with values can be";

  private final TwilioScan scan;
  private final ScanPlans plans;
  private final TableDefinition table;

  UnsentConditions(TwilioScan scan, ScanPlans plans) {
    this.scan = scan;
    this.plans = plans;
    this.table = scan.definition();
  }

  /**
   * Returns all of them.
   *
   * @param above conditions that stand above the scan, in its fields
   */
  List<NotSent> all(List<OuterConditions.Outer> above) {
    Set<NotSent> all = new LinkedHashSet<>();
    for (RexNode condition : scan.request().conditions()) {
      whyNotSent(condition).ifPresent(reason -> all.add(notSent(condition, reason)));
    }
    if (!scan.request().columns().isEmpty()) {
      above.forEach(
          outer ->
              simplified(outer.condition())
                  .forEach(
                      condition ->
                          whyNotMoved(condition, outer.obstacle())
                              .ifPresent(reason -> all.add(notSent(condition, reason)))));
    }
    return new ArrayList<>(all);
  }

  /** Returns the conditions of the scan that requests contain, wholly or in part. */
  List<String> sent() {
    return scan.request().conditions().stream()
        .filter(this::isReadable)
        .map(condition -> OperatorText.sql(condition, names(table)))
        .toList();
  }

  private NotSent notSent(RexNode condition, String reason) {
    return new NotSent(OperatorText.sql(condition, names(table)), reason);
  }

  private Optional<String> whyNotSent(RexNode condition) {
    // Joins and aggregates add conditions of the second kind of themselves.
    if (isReadable(condition)
        || condition.getKind() == SqlKind.IS_NOT_NULL
        || ConditionReader.isValue(condition)) {
      return Optional.empty();
    }
    List<String> named = columns(condition).toList();
    return Optional.of(
        named.stream().anyMatch(this::isSendable)
            ? UNREADABLE
            : "since Twilio cannot filter " + table.id() + " by " + String.join(", ", named));
  }

  /** Returns why a condition above the scan is not one of it, if it would make a difference. */
  private Optional<String> whyNotMoved(RexNode condition, Optional<String> obstacle) {
    if (condition.getKind() == SqlKind.IS_NOT_NULL
        || scan.request().conditions().contains(condition)
        || columns(condition).noneMatch(this::isSendable)) {
      return Optional.empty();
    }
    if (!isReadable(condition)) {
      return Optional.of(obstacle.orElse(UNREADABLE));
    }
    TwilioScan narrower =
        scan.with(
            scan.request()
                .withConditions(
                    Stream.concat(scan.request().conditions().stream(), Stream.of(condition))
                        .toList()));
    return plans.haveSameRequests(scan, narrower)
        ? Optional.empty()
        : Optional.of(obstacle.orElse(UNMOVED));
  }

  /** Returns the parts of a condition over the table's columns, written as those of a scan are. */
  private List<RexNode> simplified(RexNode condition) {
    return RelOptUtil.conjunctions(
        FilterIntoScanRule.simplified(
            scan,
            condition.accept(
                new RexShuttle() {
                  @Override
                  public RexNode visitInputRef(RexInputRef field) {
                    return new RexInputRef(
                        scan.request().columns().get(field.getIndex()), field.getType());
                  }
                })));
  }

  private boolean isReadable(RexNode condition) {
    return ScanPredicate.candidates(scan, condition).anyMatch(this::isSendable);
  }

  private Stream<String> columns(RexNode condition) {
    return RelOptUtil.InputFinder.bits(condition).asList().stream()
        .map(place -> table.columns().get(place).name());
  }

  private boolean isSendable(String column) {
    return table.column(column).filter().isPresent()
        || table.accountColumn().equals(Optional.of(column))
        || table.list().parameters().contains(column)
        || table.get().map(path -> path.parameters().contains(column)).orElse(false);
  }

  static List<String> names(TableDefinition table) {
    return table.columns().stream().map(ColumnDefinition::name).collect(Collectors.toList());
  }
}
