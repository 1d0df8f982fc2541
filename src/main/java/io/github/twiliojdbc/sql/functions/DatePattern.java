package io.github.twiliojdbc.sql.functions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pattern of TO_CHAR, TO_TIMESTAMP and TO_DATE, such as {@code YYYY-MM-DD HH24:MI:SS}.
 *
 * <p>Fields are found in any case; what stands between quotes, and what is no field, is itself.
 */
final class DatePattern {
  private static final int MOST_KEPT = 256;
  private static final Map<String, DatePattern> KEPT = new ConcurrentHashMap<>();

  /** Fields, each after those that begin with it. */
  private static final List<String> FIELDS =
      List.of(
          "HH24", "HH12", "HH", "MI", "SSSS", "SS", "MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5",
          "FF6", "A.M.", "P.M.", "AM", "PM", "Y,YYY", "YYYY", "YYY", "YY", "Y", "IYYY", "IYY", "IY",
          "IDDD", "ID", "IW", "I", "MONTH", "MON", "MM", "DAY", "DY", "DDD", "DD", "D", "WW", "W",
          "CC", "J", "Q", "RM", "TZH", "TZM", "TZ", "OF", "BC", "AD");

  /**
   * For each field, those that may follow it so that the order of strings is that of the times:
   * each divides what the one before it names.
   */
  private static final Map<String, Set<String>> DIVISIONS =
      Map.ofEntries(
          Map.entry("", Set.of("YYYY", "IYYY")),
          Map.entry("YYYY", Set.of("Q", "MM", "DDD", "WW")),
          Map.entry("Q", Set.of("MM")),
          Map.entry("MM", Set.of("DD", "W")),
          Map.entry("IYYY", Set.of("IW", "IDDD")),
          Map.entry("IW", Set.of("ID")),
          Map.entry("DD", Set.of("HH24")),
          Map.entry("DDD", Set.of("HH24")),
          Map.entry("ID", Set.of("HH24")),
          Map.entry("IDDD", Set.of("HH24")),
          Map.entry("HH24", Set.of("MI")),
          Map.entry("MI", Set.of("SS")),
          Map.entry("SS", Set.of("MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6")));

  private static final Set<String> OF_DAYS =
      Set.of(
          "YYYY", "YYY", "YY", "Y", "IYYY", "IYY", "IY", "I", "Q", "MONTH", "MON", "MM", "RM", "WW",
          "W", "IW", "DAY", "DY", "DDD", "DD", "D", "IDDD", "ID", "CC", "J", "BC", "AD");

  private final List<Part> parts = new ArrayList<>();

  private DatePattern(String pattern) {
    int at = 0;
    boolean isUnpadded = false;
    while (at < pattern.length()) {
      String rest = pattern.substring(at);
      if (rest.charAt(0) == '"') {
        int end = pattern.indexOf('"', at + 1);
        int stop = end < 0 ? pattern.length() : end;
        parts.add(new Part("", pattern.substring(at + 1, stop), false, false));
        at = stop + 1;
        continue;
      }
      if (rest.regionMatches(true, 0, "FM", 0, 2)) {
        isUnpadded = true;
        at += 2;
        continue;
      }
      String field =
          FIELDS.stream()
              .filter(each -> rest.regionMatches(true, 0, each, 0, each.length()))
              .findFirst()
              .orElse("");
      int length = Math.max(field.length(), 1);
      boolean isOrdinal = !field.isEmpty() && rest.regionMatches(true, field.length(), "TH", 0, 2);
      parts.add(new Part(field, rest.substring(0, length), isUnpadded, isOrdinal));
      isUnpadded = false;
      at += length + (isOrdinal ? 2 : 0);
    }
  }

  static DatePattern of(String pattern) {
    if (KEPT.size() > MOST_KEPT) {
      KEPT.clear();
    }
    return KEPT.computeIfAbsent(pattern, DatePattern::new);
  }

  /** Returns a time as the pattern has it. */
  String format(LocalDateTime time) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      String formatted = part.format(time);
      text.append(formatted).append(part.isOrdinal ? part.ordinal(formatted) : "");
    }
    return text.toString();
  }

  /**
   * A field or a text of a pattern.
   *
   * @param field field, or nothing
   * @param text how it is written
   * @param isUnpadded whether zeros and blanks are left out
   * @param isOrdinal whether the ending of an ordinal number follows
   */
  private record Part(String field, String text, boolean isUnpadded, boolean isOrdinal) {

    String format(LocalDateTime time) {
      LocalDate date = time.toLocalDate();
      int year = date.getYear();
      int hour = (time.getHour() + 11) % 12 + 1;
      return switch (field) {
        case "" -> text;
        case "HH24" -> number(time.getHour(), 2);
        case "HH12", "HH" -> number(hour, 2);
        case "MI" -> number(time.getMinute(), 2);
        case "SS" -> number(time.getSecond(), 2);
        case "SSSS" -> number(time.toLocalTime().toSecondOfDay(), 1);
        case "MS", "FF3" -> number(time.getNano() / 1_000_000, 3);
        case "US", "FF6" -> number(time.getNano() / 1000, 6);
        case "FF1" -> number(time.getNano() / 100_000_000, 1);
        case "FF2" -> number(time.getNano() / 10_000_000, 2);
        case "FF4" -> number(time.getNano() / 100_000, 4);
        case "FF5" -> number(time.getNano() / 10_000, 5);
        case "AM", "PM" -> cased(time.getHour() < 12 ? "AM" : "PM");
        case "A.M.", "P.M." -> cased(time.getHour() < 12 ? "A.M." : "P.M.");
        case "YYYY" -> number(year, 4);
        case "Y,YYY" -> "%d,%03d".formatted(year / 1000, year % 1000);
        case "YYY" -> number(year % 1000, 3);
        case "YY" -> number(year % 100, 2);
        case "Y" -> number(year % 10, 1);
        case "IYYY" -> number(date.get(IsoFields.WEEK_BASED_YEAR), 4);
        case "IYY" -> number(date.get(IsoFields.WEEK_BASED_YEAR) % 1000, 3);
        case "IY" -> number(date.get(IsoFields.WEEK_BASED_YEAR) % 100, 2);
        case "I" -> number(date.get(IsoFields.WEEK_BASED_YEAR) % 10, 1);
        case "IW" -> number(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
        case "ID" -> number(date.getDayOfWeek().getValue(), 1);
        case "IDDD" ->
            number(
                (date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7
                    + date.getDayOfWeek().getValue(),
                3);
        case "MONTH" -> name(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        case "MON" -> short3(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        case "MM" -> number(date.getMonthValue(), 2);
        case "DAY" -> name(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        case "DY" -> short3(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        case "DDD" -> number(date.getDayOfYear(), 3);
        case "DD" -> number(date.getDayOfMonth(), 2);
        case "D" -> number(date.getDayOfWeek().getValue() % 7 + 1, 1);
        case "WW" -> number((date.getDayOfYear() - 1) / 7 + 1, 2);
        case "W" -> number((date.getDayOfMonth() - 1) / 7 + 1, 1);
        case "CC" -> number(Math.floorDiv(year + 99, 100), 2);
        case "J" -> number(date.getLong(JulianFields.JULIAN_DAY), 1);
        case "Q" -> number(date.get(IsoFields.QUARTER_OF_YEAR), 1);
        case "RM" -> isUnpadded ? roman(date) : "%-4s".formatted(roman(date));
        case "BC", "AD" -> cased("AD");
        default -> throw new IllegalArgumentException("TO_CHAR has no field " + field);
      };
    }

    private String number(long number, int digits) {
      String written = String.valueOf(number);
      return isUnpadded || written.length() >= digits
          ? written
          : "0".repeat(digits - written.length()) + written;
    }

    /** Returns a name in the case in which the field is written, with blanks up to the longest. */
    private String name(String name) {
      String cased = cased(name);
      return isUnpadded ? cased : "%-9s".formatted(cased);
    }

    private String short3(String name) {
      return cased(name.substring(0, 3));
    }

    private String cased(String word) {
      if (Character.isLowerCase(text.charAt(0))) {
        return word.toLowerCase(Locale.ROOT);
      }
      boolean isUpper = text.length() > 1 && Character.isUpperCase(text.charAt(1));
      return isUpper || text.contains(".") ? word.toUpperCase(Locale.ROOT) : word;
    }

    private static String roman(LocalDate date) {
      return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
          .get(date.getMonthValue() - 1);
    }

    private String ordinal(String number) {
      boolean isTeen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
      String ending =
          switch (isTeen ? '0' : number.charAt(number.length() - 1)) {
            case '1' -> "st";
            case '2' -> "nd";
            case '3' -> "rd";
            default -> "th";
          };
      return ending;
    }
  }

  /** Returns whether a later time, in years of four digits, never has a smaller string. */
  boolean ascends() {
    String before = "";
    for (Part part : parts) {
      if (part.field.isEmpty()) {
        continue;
      }
      boolean isNext = DIVISIONS.getOrDefault(before, Set.of()).contains(part.field);
      if (!isNext || part.isUnpadded || part.isOrdinal) {
        return false;
      }
      before = part.field;
    }
    return !before.isEmpty();
  }

  /** Returns whether there is nothing but digits, if it {@link #ascends}. */
  boolean isNumber() {
    return parts.stream().noneMatch(part -> part.field.isEmpty() && !part.text.isEmpty());
  }

  /** Returns whether all times of a day have one string, which has four digits for the year. */
  boolean isOfDay() {
    return parts.stream().allMatch(part -> part.field.isEmpty() || OF_DAYS.contains(part.field))
        && parts.stream()
            .anyMatch(
                part ->
                    (part.field.equals("YYYY") || part.field.equals("IYYY")) && !part.isUnpadded);
  }

  /**
   * Returns the time that a text says.
   *
   * @throws DateTimeException if the text is not of this pattern
   */
  LocalDateTime parse(String text) {
    Reading reading = new Reading(text);
    for (Part part : parts) {
      reading.read(part);
    }
    return reading.time();
  }

  /** What has been read of a text. */
  private static final class Reading {
    private static final Map<String, Integer> MOST_DIGITS =
        Map.of(
            "YYYY", 4, "IYYY", 4, "DDD", 3, "MS", 3, "US", 6, "J", 7, "SSSS", 5, "YYY", 3, "Y", 1);

    private final String text;
    private int at;
    private int year = 1;
    private int month = 1;
    private int day = 1;
    private int dayOfYear;
    private int hour;
    private int minute;
    private int second;
    private int nanosecond;
    private boolean isAfternoon;
    private boolean hasHalf;

    Reading(String text) {
      this.text = text;
    }

    void read(Part part) {
      switch (part.field) {
        case "" -> skip(part.text);
        case "YYYY" -> year = number(part);
        case "YY" -> year = century(number(part));
        case "MM" -> month = number(part);
        case "DD" -> day = number(part);
        case "DDD" -> dayOfYear = number(part);
        case "HH24", "HH12", "HH" -> hour = number(part);
        case "MI" -> minute = number(part);
        case "SS" -> second = number(part);
        case "MS", "FF3" -> nanosecond = fraction(part);
        case "US", "FF6", "FF1", "FF2", "FF4", "FF5" -> nanosecond = fraction(part);
        case "MONTH", "MON" -> month = month();
        case "DAY", "DY" -> letters();
        case "AM", "PM", "A.M.", "P.M." -> {
          hasHalf = true;
          isAfternoon = Character.toUpperCase(text.charAt(Math.min(at, text.length() - 1))) == 'P';
          at += part.field.length();
        }
        default ->
            throw new DateTimeException("A time cannot be read from the field " + part.field);
      }
    }

    private void skip(String literal) {
      for (int i = 0; i < literal.length(); i++) {
        if (literal.charAt(i) == ' ') {
          blanks();
        } else if (at < text.length() && !Character.isDigit(text.charAt(at))) {
          at++;
        }
      }
    }

    private void blanks() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    private int number(Part part) {
      return Integer.parseInt(digits(part));
    }

    private int fraction(Part part) {
      String digits = digits(part);
      return Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private String digits(Part part) {
      blanks();
      int most = MOST_DIGITS.getOrDefault(part.field, part.field.startsWith("FF") ? 9 : 2);
      int start = at;
      while (at < text.length() && at - start < most && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw missing(part.field);
      }
      return text.substring(start, at);
    }

    private String letters() {
      blanks();
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private int month() {
      String name = letters();
      for (java.time.Month each : java.time.Month.values()) {
        String full = each.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
        if (name.length() >= 3 && full.startsWith(name)) {
          return each.getValue();
        }
      }
      throw missing("MONTH");
    }

    private static int century(int yearOfCentury) {
      return yearOfCentury < 70 ? 2000 + yearOfCentury : 1900 + yearOfCentury;
    }

    private DateTimeException missing(String field) {
      return new DateTimeException("'" + text + "' has no " + field + " where the pattern has it");
    }

    LocalDateTime time() {
      LocalDate date =
          dayOfYear > 0 ? LocalDate.ofYearDay(year, dayOfYear) : LocalDate.of(year, month, day);
      int hours = hasHalf ? hour % 12 + (isAfternoon ? 12 : 0) : hour;
      return date.atTime(LocalTime.of(hours, minute, second, nanosecond));
    }
  }
}
