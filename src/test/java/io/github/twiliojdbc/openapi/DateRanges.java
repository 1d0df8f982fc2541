package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pairs of parameters that bound a date, in the styles in which Twilio's products name them.
 *
 * <p>Of pairs such as {@code StartDate} and {@code EndDate} no rule tells which date they bound;
 * the mapping does.
 */
final class DateRanges {
  private static final Pattern FROM =
      Pattern.compile("(\\w+)>|(\\w+?)After|(\\w+)From|After(\\w+)");

  private DateRanges() {}

  /** Returns the filters, as they are declared, by column. */
  static Map<String, String> of(
      Map<String, JsonNode> parameters, Map<String, Declarations.Column> columns) {
    Map<String, String> ranges = new TreeMap<>();
    for (String from : parameters.keySet()) {
      Matcher matcher = FROM.matcher(from);
      if (!matcher.matches()) {
        continue;
      }
      String date =
          Stream.of(1, 2, 3, 4)
              .flatMap(group -> Optional.ofNullable(matcher.group(group)).stream())
              .findFirst()
              .orElseThrow();
      Optional<String> until =
          Stream.of(date + "<", date + "Before", date + "To", "Before" + date)
              .filter(parameters::containsKey)
              .findFirst();
      Optional<String> column =
          Stream.of(OpenApi.snake(date), OpenApi.snake(date).replaceFirst("_date$", ""))
              .flatMap(
                  name -> Stream.of(name, "date_" + name, name.replaceFirst("d$", "") + "_time"))
              .filter(name -> columns.containsKey(name) && isDate(columns.get(name).type()))
              .findFirst();
      if (until.isPresent() && column.isPresent()) {
        ranges.put(
            column.get(), range(from, until.get(), parameters.get(from).path("format").asText()));
      }
    }
    return ranges;
  }

  /** A bound whose format is not a bare date is sent with the time at the edge of its day. */
  private static String range(String from, String until, String format) {
    boolean isBare = format.equals("date") || from.endsWith(">");
    return "{ after: %s, before: %s%s }"
        .formatted(from, until, isBare ? "" : ", format: day_edges");
  }

  private static boolean isDate(String type) {
    return type.equals("TIMESTAMP") || type.equals("DATE");
  }
}
