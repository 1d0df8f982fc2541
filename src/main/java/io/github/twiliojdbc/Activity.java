package io.github.twiliojdbc;

/**
 * How much was done, for one run of a statement or since a connection was opened.
 *
 * @param requests requests that were sent; those that were sent again count once
 * @param inFlight requests that are sent and not answered yet
 * @param pages pages of rows that were read
 * @param rows rows on these pages, whether a query wanted them or not
 * @param cacheHits requests that were not sent, since their answers were at hand
 * @param retries how often requests were sent again
 * @param warnings warnings of statements
 */
public record Activity(
    long requests,
    long inFlight,
    long pages,
    long rows,
    long cacheHits,
    long retries,
    long warnings) {}
