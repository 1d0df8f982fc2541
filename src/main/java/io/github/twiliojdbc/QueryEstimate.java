package io.github.twiliojdbc;

import java.util.List;

/**
 * The estimated work of a query.
 *
 * @param requests estimated number of requests with an empty cache; while the number of accounts is
 *     not known, those for one account and for the list of accounts
 * @param requestsPerAccount the requests among them that each further account takes; 0 if the
 *     number of accounts is known or does not matter
 * @param rows estimated number of rows of the result
 * @param guesses what the numbers are guessed from, such as "the number of accounts, 1 is assumed";
 *     empty if nothing is guessed
 */
public record QueryEstimate(
    long requests, long requestsPerAccount, long rows, List<String> guesses) {
  /** Creates an estimate. */
  public QueryEstimate {
    guesses = List.copyOf(guesses);
  }
}
