package io.github.twiliojdbc.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes the page on SQL of the cases again; a stale page fails, -Dupdate accepts it. */
class SqlPageTest {
  private static final Path PAGE = Path.of("docs/sql.md");
  private static final int EXAMPLES = 14;
  private static final int LONGEST = 150;

  /** What the page calls the cases with names of some kind. */
  private record Chapter(String title, String names) {
    List<SqlCase> cases() {
      Pattern pattern = Pattern.compile("(" + names + ")/.*");
      return SqlCase.all().stream().filter(each -> pattern.matcher(each.name()).matches()).toList();
    }
  }

  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter("Queries as they are written by hand", "dialect|examples"),
          new Chapter("Aggregates", "a-agg|aggregate"),
          new Chapter("Groups", "a-group|group"),
          new Chapter("Numbers", "a-arith|c-num|decimal|number"),
          new Chapter("Texts", "a-text|c-pad|like"),
          new Chapter("Dates and times", "b-date|c-dt2|date"),
          new Chapter("Casts and NULLs", "a-cast|null"),
          new Chapter("Windows", "b-window|c-win2|c-rate|window"),
          new Chapter("Joins and sub-queries", "b-join|b-set|b-sub|join|subquery"),
          new Chapter("WITH", "b-cte|d-rec"),
          new Chapter("Order and limits", "b-order"),
          new Chapter("Names and syntax", "b-names|b-syntax|d-sys|label"),
          new Chapter("JSON", "b-json"),
          new Chapter("Functions", "d-fn"),
          new Chapter("Parameters", "b-param|c-param2|param|parameter"),
          new Chapter("What BI tools write", "b-bi"),
          new Chapter(
              "What generators write",
              "hibernate|jooq-default|jooq-postgres|spring|mybatis|camel"));

  /** What is different on purpose, by the words of the cases. */
  static final Map<String, String> DIFFERENCES =
      Map.of(
          "age", "An age that a sub-query hands on is a text, as which it sorts",
          "nulls", "NULLs sort low, so that the latest rows come without reading all others",
          "interval", "Intervals are written as the SQL standard writes them",
          "truth", "concat() writes true and false, not t and f",
          "json", "JSON stands as it came, without spaces that jsonb puts into it",
          "order", "What is aggregated in no order has none",
          "plan", "EXPLAIN tells of the requests that the query sends",
          "server", "The database is called twilio",
          "type",
              "NULLIF has the type of its first operand, as in the SQL standard; 5. and the numbers"
                  + " of WITH ORDINALITY are INTEGER");

  @Test
  void page() throws IOException {
    String update = System.getProperty("update", "false");
    if (update.isEmpty() || update.equals("true")) {
      Files.writeString(PAGE, text());
    }
    assertThat(PAGE).content().isEqualTo(text());
  }

  @Test
  void everyCaseIsInAChapter() {
    List<String> named = new ArrayList<>();
    CHAPTERS.forEach(chapter -> chapter.cases().forEach(each -> named.add(each.name())));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(SqlCase.all().stream().map(SqlCase::name).toList());
  }

  private static String text() {
    StringBuilder page = new StringBuilder("# SQL\n\n");
    page.append(
        """
        A query means what it means in PostgreSQL: %d statements, some of which are below, are \
        asked of the sandbox and of a PostgreSQL with the same rows in every build, and so are \
        1,500 random ones. What PostgreSQL answers is answered alike, or refused with a sentence \
        that says what to write. `SHOW TABLES` and `DESCRIBE messages` tell of tables, as \
        `information_schema` does; `TRY_CAST(x AS INTEGER)` is NULL where a text is no number.

        A TIMESTAMP is an instant, read by the clock of the connection's `timeZone`. `date_sent AT \
        TIME ZONE 'America/New_York'` is what a clock there shows, so that `(date_sent AT TIME \
        ZONE 'America/New_York')::date = DATE '2026-11-20'` is a local day and asks Twilio for \
        that day alone; a zone after another one tells the same instant by the other's clock, \
        and what is computed of it, such as `date_trunc('day', date_sent AT TIME ZONE 'Asia/Tokyo') \
        AT TIME ZONE 'Asia/Tokyo'`, becomes an instant again.

        """
            .formatted(SqlCase.all().size()));
    page.append("## Differences on purpose\n\n");
    page.append("| here | for example |\n|---|---|\n");
    DIFFERENCES.keySet().stream().sorted().forEach(word -> page.append(difference(word)));
    page.append("\n## What to write in place of what is not understood\n\n");
    page.append("| refused | advice |\n|---|---|\n");
    SqlCase.advised().forEach(each -> page.append(advice(each)));
    CHAPTERS.forEach(chapter -> page.append(examples(chapter)));
    return page.toString();
  }

  private static String difference(String word) {
    SqlCase example =
        SqlCase.all().stream()
            .filter(each -> word.equals(each.note("differs")))
            .min((one, other) -> one.sql().length() - other.sql().length())
            .orElseThrow();
    return "| %s | `%s` |\n"
        .formatted(Objects.requireNonNull(DIFFERENCES.get(word)), cell(example));
  }

  private static String advice(SqlCase each) {
    return "| `%s` | %s |\n".formatted(cell(each), Objects.requireNonNull(each.note("advice")));
  }

  private static String cell(SqlCase each) {
    return each.sql().replace('\n', ' ').replace("|", "\\|");
  }

  /** Returns statements of a chapter that are not long, as far from each other as can be. */
  private static String examples(Chapter chapter) {
    List<SqlCase> fitting =
        chapter.cases().stream()
            .filter(each -> each.note("refused") == null && each.note("unknown") == null)
            .filter(each -> each.sql().length() <= LONGEST)
            .toList();
    int shown = Math.min(EXAMPLES, fitting.size());
    List<SqlCase> chosen = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      chosen.add(fitting.get(i * fitting.size() / shown));
    }
    return chosen.stream()
        .map(each -> each.sql().replace('\n', ' ') + ";\n")
        .collect(
            Collectors.joining(
                "",
                "\n## %s\n\n%d statements, such as\n\n```sql\n"
                    .formatted(chapter.title, chapter.cases().size()),
                "```\n"));
  }
}
