package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.catalog.Reports;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the text of a drawn query where a table or view is named. */
final class ScanMarker {
  private static final Pattern MARKER = Pattern.compile("«(\\d+):([^»]+)»");
  private static final Pattern VIEW = Pattern.compile("reports\\.(\\w+)/(\\w+)");

  private ScanMarker() {}

  static String of(int scan, String table) {
    return "«" + scan + ":" + table + "»";
  }

  /** Returns the marker of a view that shows rows of a table. */
  static String of(int scan, String report, String table) {
    return of(scan, "reports." + report + "/" + table);
  }

  /**
   * Replaces all markers.
   *
   * @param conditions conditions of scans, by number; a scan that has none is left as it is
   */
  static String expand(String sql, Map<Integer, String> conditions) {
    Matcher marker = MARKER.matcher(sql);
    StringBuilder expanded = new StringBuilder();
    while (marker.find()) {
      String condition = conditions.get(Integer.parseInt(marker.group(1)));
      marker.appendReplacement(
          expanded, Matcher.quoteReplacement(expanded(marker.group(2), condition)));
    }
    return marker.appendTail(expanded).toString();
  }

  private static String expanded(String name, @Nullable String condition) {
    Matcher view = VIEW.matcher(name);
    if (!view.matches()) {
      return condition == null ? name : "(SELECT * FROM " + name + " WHERE " + condition + ")";
    }
    if (condition == null) {
      return "reports." + view.group(1);
    }
    String text =
        Reports.bundled().all().stream()
            .filter(report -> report.name().equals(view.group(1)))
            .findFirst()
            .orElseThrow()
            .sql();
    String table = view.group(2);
    Matcher from = Pattern.compile("FROM " + table + "\\b( \\w\\b)?").matcher(text.strip());
    return "("
        + from.replaceFirst(
            found ->
                Matcher.quoteReplacement(
                    "FROM (SELECT * FROM %s WHERE %s)%s"
                        .formatted(
                            table,
                            condition,
                            found.group(1) == null ? " " + table : found.group(1))))
        + ")";
  }
}
