package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/**
 * What part of the account the tables of a connection show.
 *
 * @param accounts accounts whose rows are shown; empty for all
 * @param startDate time before which incremental tables show nothing
 */
public record Scope(Optional<List<String>> accounts, Optional<Instant> startDate) {

  /**
   * Returns the rows of a scan that are in scope, as a filter that any query can be pushed through.
   */
  RelNode apply(RelBuilder builder, RelNode scan, TableDefinition table) {
    builder.push(scan);
    List<RexNode> conditions = new ArrayList<>();
    accounts.ifPresent(
        sids ->
            table
                .accountColumn()
                .ifPresent(
                    account ->
                        conditions.add(
                            builder.in(
                                builder.field(account),
                                sids.stream()
                                    .map(sid -> (RexNode) builder.literal(sid))
                                    .toList()))));
    startDate.ifPresent(
        start ->
            table
                .cursor()
                .ifPresent(
                    cursor ->
                        conditions.add(
                            builder.call(
                                SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
                                builder.field(cursor),
                                bound(builder, table.column(cursor).type(), start)))));
    return builder.filter(conditions).build();
  }

  private static RexNode bound(RelBuilder builder, ColumnType type, Instant start) {
    if (type == ColumnType.TIMESTAMP) {
      TwilioTypeFactory types = (TwilioTypeFactory) builder.getTypeFactory();
      TimestampString timestamp =
          TimestampString.fromMillisSinceEpoch(types.clock().at(start.toEpochMilli()));
      return builder.getRexBuilder().makeTimestampLiteral(timestamp, 3);
    }
    // A day counts from its midnight, so a start within a day excludes that day.
    long days = Math.floorDiv(start.toEpochMilli() - 1, Duration.ofDays(1).toMillis()) + 1;
    return builder
        .getRexBuilder()
        .makeDateLiteral(DateString.fromDaysSinceEpoch(Math.toIntExact(days)));
  }
}
