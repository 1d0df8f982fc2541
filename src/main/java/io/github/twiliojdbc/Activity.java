package io.github.twiliojdbc;

/**
 * Counts of the work for one execution of a statement, or for a connection since it was opened.
 *
 * <p>Of one execution no count but {@code inFlight} ever decreases.
 *
 * @param requests requests that were sent; those that were sent again count once
 * @param inFlight requests that are sent and not answered yet
 * @param pages pages of rows that were read
 * @param rows rows read, whether the query wanted them or not; a row counts once per scan, even if
 *     several pages hold it
 * @param cacheHits requests that were not sent, since their answers were at hand
 * @param retries how often requests were sent again
 * @param warnings warnings of statements
 * @param resultRows rows of results that programs have fetched
 */
public record Activity(
    long requests,
    long inFlight,
    long pages,
    long rows,
    long cacheHits,
    long retries,
    long warnings,
    long resultRows) {}
