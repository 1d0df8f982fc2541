package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.pushdown.Relation.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query whose condition stands outside.
 *
 * @param relation the query without the condition
 * @param condition condition on its target
 * @param position where the condition stands
 */
record DrawnQuery(Relation relation, Condition condition, Position position) {
  private static final Pattern PARAMETER = Pattern.compile("¿(\\d+);");

  /** A clause that the outer condition stands in. */
  enum Position {
    WHERE,
    HAVING,
    ON,
    /** Of both uses of a common table. */
    WHERE_TWICE,
    /** Of the aggregates of a query without groups. */
    FILTER
  }

  /**
   * A statement with the values of its parameters.
   *
   * @param sql text of the statement
   * @param values values of its parameters, in order
   */
  record BoundStatement(String sql, List<Object> values) {
    @Override
    public String toString() {
      String line = sql.replaceAll("\\s+", " ");
      return values.isEmpty() ? line : line + " -- with " + values;
    }
  }

  /** Returns whether the condition may move to the scans, so that requests can be compared. */
  boolean isComparable() {
    return relation.isSound() && condition.isStrict();
  }

  /** Returns the query with its condition outside only. */
  BoundStatement outside() {
    return bound(ScanMarker.expand(conditioned(), Map.of()));
  }

  /** Returns the query with its condition outside and at the scans. */
  BoundStatement inside() {
    Map<Integer, String> conditions = new LinkedHashMap<>();
    for (Origin origin : relation.origins()) {
      conditions.put(origin.scan(), origin.condition(condition));
    }
    return bound(ScanMarker.expand(conditioned(), conditions));
  }

  /** Returns the query without its condition. */
  BoundStatement unconditional() {
    return bound(ScanMarker.expand(text("", "TRUE"), Map.of()));
  }

  private String conditioned() {
    return text(condition.with(), condition.outside("t." + relation.target().name()));
  }

  private String text(String with, String predicate) {
    String input = relation.as("t");
    if (!with.isEmpty()) {
      return "WITH %s SELECT t.* FROM %s CROSS JOIN %s WHERE %s"
          .formatted(with, input, condition.withName(), predicate);
    }
    String column = "t." + relation.target().name();
    return switch (position) {
      case WHERE -> "SELECT * FROM " + input + " WHERE " + predicate;
      case HAVING ->
          "SELECT %1$s, count(*) AS n FROM %2$s GROUP BY %1$s HAVING %3$s"
              .formatted(column, input, predicate);
      case WHERE_TWICE ->
          "WITH w AS (%1$s) SELECT t.* FROM w t WHERE %2$s UNION ALL SELECT t.* FROM w t WHERE %2$s"
              .formatted(relation.sql(), predicate);
      case FILTER ->
          "SELECT count(*) FILTER (WHERE %2$s) AS n, max(CASE WHEN %2$s THEN %3$s END) AS m FROM %1$s"
              .formatted(input, predicate, column);
      case ON ->
          "SELECT t.* FROM %s JOIN (VALUES (1), (2)) AS v(x) ON %s".formatted(input, predicate);
    };
  }

  private BoundStatement bound(String sql) {
    List<Object> values = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(sql);
    String text =
        parameter.replaceAll(
            found -> {
              values.add(condition.values().get(Integer.parseInt(found.group(1))));
              return "?";
            });
    return new BoundStatement(text, List.copyOf(values));
  }
}
