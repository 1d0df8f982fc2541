package io.github.twiliojdbc.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An estimated number of requests.
 *
 * @param requests requests that do not depend on the number of accounts, or all if that is known
 * @param perAccount requests for each account, while the number of accounts is not known
 * @param unknownParents tables whose unknown number of rows the estimate depends on
 */
record RequestEstimate(double requests, double perAccount, List<String> unknownParents) {
  static final RequestEstimate NONE = new RequestEstimate(0, 0, List.of());

  RequestEstimate plus(RequestEstimate other) {
    return new RequestEstimate(
        requests + other.requests,
        perAccount + other.perAccount,
        Stream.concat(unknownParents.stream(), other.unknownParents.stream()).distinct().toList());
  }

  RequestEstimate times(double number) {
    return new RequestEstimate(requests * number, perAccount * number, unknownParents);
  }

  /** Returns whether the list of accounts has to be read as well. */
  boolean dependsOnAccounts() {
    return perAccount > 0;
  }

  /** Returns the number of requests if there is one account. */
  double withOneAccount() {
    return requests + perAccount;
  }

  /** Returns the estimate in words, such as {@code ≈ 3 requests}. */
  String text() {
    List<String> clauses = new ArrayList<>();
    if (!dependsOnAccounts()) {
      clauses.add("≈ " + counted(rounded(requests)));
    } else {
      long each = Math.max(1, rounded(perAccount));
      clauses.add(
          rounded(requests) == 0
              ? "≈ " + counted(each) + " per account"
              : "≈ " + counted(rounded(requests)) + " and ≈ " + each + " per account");
      clauses.add("the number of accounts is not known yet");
    }
    if (!unknownParents.isEmpty()) {
      clauses.add("the number of " + joined(unknownParents) + " is not known yet");
    }
    return String.join("; ", clauses);
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static long rounded(double number) {
    return Math.max(0, Math.round(number));
  }

  private static String counted(long number) {
    return number + (number == 1 ? " request" : " requests");
  }
}
