package io.github.twiliojdbc.shell;

import io.github.twiliojdbc.catalog.Catalog;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a word of a statement can go on as: keywords, schemas, tables, and columns of those. */
final class Completions {
  private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)?");
  private static final List<String> KEYWORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "ON",
          "AND",
          "OR",
          "NOT",
          "IN",
          "IS NULL",
          "BETWEEN",
          "LIKE",
          "AS",
          "DISTINCT",
          "UNION ALL",
          "WITH",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "EXPLAIN",
          "DESC",
          "COUNT(*)",
          "SUM(",
          "AVG(",
          "MIN(",
          "MAX(",
          "CURRENT_DATE",
          "CURRENT_TIMESTAMP",
          "INTERVAL",
          "DATE",
          "TIMESTAMP");

  private final DatabaseMetaData metadata;
  private final Map<String, List<String>> columns = new TreeMap<>();
  private @Nullable SortedSet<String> tables;

  Completions(DatabaseMetaData metadata) {
    this.metadata = metadata;
  }

  /**
   * Returns what a word can become.
   *
   * @param statement the statement so far
   * @param word its last word, as far as it is written
   */
  List<String> of(String statement, String word) throws SQLException {
    String start = word.toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>();
    if (start.startsWith(".")) {
      all.addAll(DotCommand.NAMES);
    } else {
      for (MatchResult name : NAME.matcher(statement.toLowerCase(Locale.ROOT)).results().toList()) {
        if (tables().contains(name.group())) {
          all.addAll(columns(name.group()));
        }
      }
      all.addAll(tables());
      all.addAll(KEYWORDS);
    }
    return all.stream()
        .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(start))
        .distinct()
        .toList();
  }

  /** Returns tables with their schemas, those of the usual schema without. */
  private SortedSet<String> tables() throws SQLException {
    SortedSet<String> known = tables;
    if (known == null) {
      known = new TreeSet<>();
      try (ResultSet rows = metadata.getTables(null, null, "%", null)) {
        while (rows.next()) {
          String schema = rows.getString("TABLE_SCHEM");
          String name = rows.getString("TABLE_NAME");
          known.add(schema.equals(Catalog.DEFAULT_SCHEMA) ? name : schema + "." + name);
        }
      }
      tables = known;
    }
    return known;
  }

  private List<String> columns(String table) throws SQLException {
    List<String> known = columns.get(table);
    if (known == null) {
      known = new ArrayList<>();
      int dot = table.indexOf('.');
      String schema = dot < 0 ? Catalog.DEFAULT_SCHEMA : table.substring(0, dot);
      String name = table.substring(dot + 1).replace("_", "\\_");
      try (ResultSet rows = metadata.getColumns(null, schema, name, "%")) {
        while (rows.next()) {
          known.add(rows.getString("COLUMN_NAME"));
        }
      }
      columns.put(table, known);
    }
    return known;
  }
}
