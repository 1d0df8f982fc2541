package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of one condition: each name has one, which is a constant or a parameter. */
final class ConditionValues {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)(!?)}");
  private static final LocalDate TODAY =
      LocalDate.ofInstant(TestConnections.CLOCK.instant(), ZoneOffset.UTC);

  private final SqlRandom random;
  private final List<String> samples;
  private final boolean isParameter;
  private final LocalDateTime time;
  private final Map<String, Object> drawn = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * Draws whether values are parameters, and a time.
   *
   * @param samples values of the column, if it holds texts
   */
  ConditionValues(SqlRandom random, List<String> samples) {
    this.random = random;
    this.samples = samples;
    this.isParameter = random.oneIn(2);
    this.time = TODAY.minusDays(1 + random.below(12)).atTime(random.below(24), random.below(60));
  }

  /** Puts values into a text; one that is marked with ! is always written out. */
  String fill(String text) {
    Matcher name = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (name.find()) {
      Object value = value(name.group(1));
      boolean isQuoted =
          text.startsWith("'", name.end())
              || text.startsWith("%", name.end())
              || text.startsWith(" days'", name.end());
      String written =
          name.group(2).isEmpty() && isParameter
              ? parameter(name.group(1), value)
              : isQuoted ? value.toString() : literal(value);
      name.appendReplacement(filled, Matcher.quoteReplacement(written));
    }
    return name.appendTail(filled).toString();
  }

  /** Returns the values of the parameters that were put in. */
  List<Object> parameters() {
    return List.copyOf(parameters);
  }

  private String parameter(String name, Object value) {
    int number =
        numbers.computeIfAbsent(
            name,
            key -> {
              parameters.add(asParameter(value));
              return parameters.size() - 1;
            });
    return "¿" + number + ";";
  }

  private Object asParameter(Object value) {
    if (value instanceof LocalDateTime dateTime) {
      return random.oneIn(2) ? Timestamp.valueOf(dateTime) : dateTime;
    }
    if (value instanceof LocalDate date) {
      return random.oneIn(2) ? Date.valueOf(date) : date;
    }
    return value;
  }

  private static String literal(Object value) {
    if (value instanceof LocalDateTime dateTime) {
      return "TIMESTAMP '" + dateTime.toString().replace('T', ' ') + ":00'";
    }
    if (value instanceof LocalDate date) {
      return "DATE '" + date + "'";
    }
    return value instanceof Integer
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }

  private Object value(String name) {
    Object known = drawn.get(name);
    Object value = known == null ? draw(name) : known;
    drawn.put(name, value);
    return value;
  }

  private Object draw(String name) {
    LocalDate day = time.toLocalDate();
    return switch (name) {
      case "time" -> time;
      case "until" -> time.plusHours(1 + random.below(120));
      case "early" -> time.minusDays(30);
      case "earlyUntil" -> time.minusDays(28);
      case "day" -> day;
      case "untilDay" -> day.plusDays(random.below(4));
      case "midnight" -> day.atStartOfDay();
      case "nextMidnight" -> day.plusDays(1).atStartOfDay();
      case "thirdMidnight" -> day.plusDays(2).atStartOfDay();
      case "month" -> TODAY.withDayOfMonth(1).atStartOfDay();
      case "nextMonth" -> TODAY.withDayOfMonth(1).plusMonths(1).atStartOfDay();
      case "monthDay" -> TODAY.withDayOfMonth(1);
      case "nextMonthDay" -> TODAY.withDayOfMonth(1).plusMonths(1);
      case "days" -> 1 + random.below(12);
      case "dayText" -> day.toString();
      case "monthText" -> TODAY.toString().substring(0, 7);
      case "yearText" -> String.valueOf(TODAY.getYear() - 1);
      case "value", "value2", "value3" -> samples.isEmpty() ? "none" : random.pick(samples);
      // A list of rows must not hold a value twice, or rows would come twice.
      case "other" ->
          samples.stream()
              .skip(random.below(Math.max(1, samples.size())))
              .filter(each -> !each.equals(sample()))
              .findFirst()
              .orElse("none");
      case "prefix" -> sample().substring(0, Math.min(sample().length(), 8));
      case "ending" -> sample().substring(Math.max(0, sample().length() - 4));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private String sample() {
    return String.valueOf(value("value"));
  }
}
