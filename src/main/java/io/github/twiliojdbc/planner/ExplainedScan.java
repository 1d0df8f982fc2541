package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.Optional;

/**
 * The requests of a scan of a Twilio table.
 *
 * @param table name of the table, with its schema if it is not the default one
 * @param columns columns that are read
 * @param requests the requests in words, a line each
 * @param ranges how the requests are divided by ranges of dates, if they are
 * @param sent conditions that requests contain, wholly or in part
 * @param checked the condition that is checked on the rows, if there is one
 * @param notSent conditions that no request contains
 * @param estimate estimated number of requests
 * @param isCached whether the cache answers the requests, since a scan above sends the same ones
 */
record ExplainedScan(
    String table,
    List<String> columns,
    List<String> requests,
    Optional<String> ranges,
    List<String> sent,
    Optional<String> checked,
    List<NotSent> notSent,
    RequestEstimate estimate,
    boolean isCached) {

  /**
   * A condition that no request contains.
   *
   * @param condition the condition in SQL
   * @param reason the reason, a clause that begins with "since"
   */
  record NotSent(String condition, String reason) {}
}
