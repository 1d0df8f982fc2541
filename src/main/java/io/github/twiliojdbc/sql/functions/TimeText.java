package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A string that is made of a time, as by {@code to_char(x, 'YYYY-MM')}, and the times that have
 * some string.
 *
 * <p>Times are milliseconds at which a clock stands, in the years 1 to 9998. No column holds
 * others, and all of these are written with four digits.
 *
 * @param form how the string is made
 * @param length most characters that are kept of it
 */
public record TimeText(Form form, int length) {
  /** The first time that has a string. */
  public static final long FIRST = midnight(LocalDate.of(1, 1, 1));

  /** The time after the last one. */
  public static final long END = midnight(LocalDate.of(9999, 1, 1));

  private static final int DIGITS_OF_YEAR = 4;

  /** Longer strings are not searched for years. */
  private static final int MOST_SEARCHED = 40;

  private static final Compiled<Bound, Long> BOUNDS = new Compiled<>(Bound::search);
  private static final Compiled<Wanted, List<Long>> DAYS = new Compiled<>(Wanted::days);

  /** Returns the string that TO_CHAR makes. */
  public static TimeText of(String pattern) {
    return new TimeText(new Form(Optional.of(pattern), false), Integer.MAX_VALUE);
  }

  /** Returns the string that a CAST of a timestamp, or else of a date, makes. */
  public static TimeText ofCast(boolean isTimestamp) {
    return new TimeText(new Form(Optional.empty(), isTimestamp), Integer.MAX_VALUE);
  }

  /** Returns the first characters of this. */
  public TimeText first(int characters) {
    return new TimeText(form, Math.min(length, Math.max(0, characters)));
  }

  /** Returns whether a later time never has a smaller string. */
  public boolean ascends() {
    return form.pattern().map(pattern -> DatePattern.of(pattern).ascends()).orElse(true);
  }

  /** Returns whether the string is always the digits of a number, of one length. */
  public boolean isNumber() {
    return form.pattern().map(pattern -> DatePattern.of(pattern).isNumber()).orElse(false)
        && ascends();
  }

  /** Returns whether the string is that of a day, and the days that have it can be listed. */
  public boolean isOfDay() {
    return length == Integer.MAX_VALUE
        && form.pattern().map(pattern -> DatePattern.of(pattern).isOfDay()).orElse(false);
  }

  /** Returns the string of a time. */
  public String at(long time) {
    return TextFunctions.left(form.at(time), length);
  }

  /** Returns the string that compares with those of times as a number with their numbers. */
  public String number(BigDecimal number) {
    if (number.signum() < 0) {
      return "";
    }
    int digits = at(FIRST).length();
    String plain = number.stripTrailingZeros().toPlainString();
    int whole = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    return whole > digits ? "~" : "0".repeat(digits - whole) + plain;
  }

  /** Returns the first time whose string is at least another. */
  public long atLeast(String other) {
    return BOUNDS.of(new Bound(this, other, Side.AT_LEAST));
  }

  /** Returns the first time whose string is greater than another. */
  public long above(String other) {
    return BOUNDS.of(new Bound(this, other, Side.ABOVE));
  }

  /** Returns the first time whose string is greater than all that begin with another. */
  public long behind(String prefix) {
    return BOUNDS.of(new Bound(this, prefix, Side.BEHIND));
  }

  /** Returns the days whose string is another, as the times at which they begin. */
  public List<Long> days(String other) {
    return DAYS.of(new Wanted(this, other));
  }

  private static long midnight(LocalDate day) {
    return DateFunctions.milliseconds(day.atStartOfDay());
  }

  /**
   * How a string is made of a time.
   *
   * @param pattern pattern of TO_CHAR; without it, that of a CAST
   * @param hasTime whether a CAST writes the time of day
   */
  public record Form(Optional<String> pattern, boolean hasTime) {
    String at(long time) {
      return pattern
          .map(given -> DateFunctions.toChar(time, given))
          .orElseGet(
              () ->
                  hasTime
                      ? DateText.timestamp(time)
                      : DateText.timestamp(time).substring(0, "yyyy-MM-dd".length()));
    }
  }

  private enum Side {
    AT_LEAST,
    ABOVE,
    BEHIND
  }

  private record Bound(TimeText text, String other, Side side) {
    long search() {
      Predicate<String> isBehind =
          switch (side) {
            case AT_LEAST -> string -> string.compareTo(other) >= 0;
            case ABOVE -> string -> string.compareTo(other) > 0;
            case BEHIND -> string -> string.compareTo(other) > 0 && !string.startsWith(other);
          };
      long first = FIRST;
      long end = END;
      while (first < end) {
        long middle = first + (end - first) / 2;
        if (isBehind.test(text.at(middle))) {
          end = middle;
        } else {
          first = middle + 1;
        }
      }
      return first;
    }
  }

  private record Wanted(TimeText text, String other) {
    List<Long> days() {
      List<Long> days = new ArrayList<>();
      for (int year : years()) {
        // A year of weeks begins and ends up to three days from the calendar's.
        LocalDate end = LocalDate.of(year + 1, 1, 4);
        for (LocalDate day = LocalDate.of(year, 1, 1).minusDays(3);
            day.isBefore(end);
            day = day.plusDays(1)) {
          long midnight = midnight(day);
          if (text.at(midnight).equals(other)) {
            days.add(midnight);
          }
        }
      }
      return List.copyOf(new TreeSet<>(days));
    }

    /** Returns the years that the string may name: it has four digits for each. */
    private Set<Integer> years() {
      Set<Integer> years = new TreeSet<>();
      for (int i = 0; i + DIGITS_OF_YEAR <= other.length(); i++) {
        String part = other.substring(i, i + DIGITS_OF_YEAR);
        if (part.chars().allMatch(character -> character >= '0' && character <= '9')) {
          years.add(Integer.parseInt(part));
        }
      }
      return years;
    }
  }

  /** Returns whether a string is short enough to look for the years in it. */
  public static boolean isSearched(String string) {
    return string.length() <= MOST_SEARCHED;
  }
}
