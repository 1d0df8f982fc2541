package io.github.twiliojdbc.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Lists that hold a table's rows added up by period, or over all accounts.
 *
 * @param date column that periods are made of; a row's is the first day that it covers
 * @param sums columns whose values are added up
 * @param same columns that are the same in all rows that are added up
 * @param lists path of the list of each period
 * @param subAccounts parameters that have the list of the main account hold its sub-accounts' rows,
 *     added up; none if there are no such parameters. The rows of one date and of equal values of
 *     the {@code same} columns are one row then, but for the account, which is the main account
 */
public record Rollup(
    String date,
    List<String> sums,
    List<String> same,
    Map<Period, PathTemplate> lists,
    Map<String, String> subAccounts) {

  /** A length of time, the longest first. */
  public enum Period {
    /** All time, or all of the dates that are asked for. */
    ALL_TIME(730),
    YEAR(365),
    MONTH(30);

    private final int typicalDays;

    Period(int typicalDays) {
      this.typicalDays = typicalDays;
    }

    /** Returns whether a period begins with a day. */
    public boolean isFirst(LocalDate day) {
      return switch (this) {
        case MONTH -> day.getDayOfMonth() == 1;
        case YEAR -> day.getDayOfYear() == 1;
        case ALL_TIME -> false;
      };
    }

    /** Returns how many days are likely to be added up, for estimates. */
    int typicalDays() {
      return typicalDays;
    }
  }
}
