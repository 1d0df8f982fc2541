package io.github.twiliojdbc.sql;

import com.google.common.base.CharMatcher;
import com.google.common.base.Throwables;
import io.github.twiliojdbc.sql.SqlException.Kind;
import io.github.twiliojdbc.sql.parser.Tokens;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.jspecify.annotations.Nullable;

/** Reads the text of a statement, and says in words what is wrong with it. */
public final class SqlText {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withParserFactory(Tokens.FACTORY)
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.TO_LOWER)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(false)
          .withIdentifierMaxLength(256)
          .withConformance(Dialect.CONFORMANCE);

  /** First words of statements that write, where the parser itself does not know them. */
  private static final Set<String> WRITING =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "upsert",
          "create",
          "drop",
          "alter",
          "truncate",
          "grant",
          "revoke",
          "comment",
          "analyze",
          "vacuum",
          "call",
          "begin",
          "start",
          "lock");

  /** First words of queries. */
  private static final Set<String> READING = Set.of("select", "with", "values", "table", "explain");

  /** Statements that tell of tables, in words that are not SQL's. */
  private static final Pattern DESCRIBING =
      Pattern.compile(
          "\\s*(?:show\\s+tables|(?:describe|desc|show\\s+columns\\s+from)\\s+"
              + "(?:\"?(?<schema>\\w+)\"?\\.)?\"?(?<table>\\w+)\"?)\\s*;?\\s*",
          Pattern.CASE_INSENSITIVE);

  /** Reserved words that nobody means as names, though they are not quoted. */
  private static final Set<String> CLAUSES =
      Set.of(
          "select", "where", "group", "having", "limit", "join", "on", "union", "and", "or", "at",
          "for", "update");

  /** The word that the parser stumbled over, in either of its messages. */
  private static final Pattern WORD =
      Pattern.compile("^(?:Encountered \"|Incorrect syntax near the keyword ')(\\w+)");

  /** The parser's message about a character that begins nothing. */
  private static final Pattern LEXICAL =
      Pattern.compile("^Lexical error .*Encountered: \"(.)\" .*$");

  private static final Pattern UNKNOWN_FUNCTION =
      Pattern.compile("^No match found for function signature (.*)");

  private static final Pattern FUNCTION = Pattern.compile("^There is no function (\\w+)\\(");

  private static final SqlAbstractParserImpl.Metadata RESERVED =
      SqlParser.create("", CONFIG).getMetadata();

  private SqlText() {}

  /**
   * Parses one query, which may end in a semicolon; {@link ExplainStatement} reads the words of
   * EXPLAIN in front of it.
   *
   * @param schema schema of tables that are named without one
   */
  public static SqlNode parse(String sql, String schema) {
    if (CharMatcher.whitespace().or(CharMatcher.is(';')).matchesAllOf(sql)) {
      throw new SqlException(Kind.SYNTAX, "There is no statement in this text.", null);
    }
    Matcher describing = DESCRIBING.matcher(sql);
    if (describing.matches()) {
      return parse(
          description(
              Optional.ofNullable(describing.group("schema")).orElse(schema),
              describing.group("table")),
          schema);
    }
    String first = firstWord(sql);
    if (WRITING.contains(first)) {
      throw readOnly();
    }
    if (!first.isEmpty() && !READING.contains(first)) {
      throw new SqlException(
          Kind.SYNTAX,
          ("A statement begins with SELECT, WITH, VALUES or EXPLAIN, not with \"%s\"; SHOW TABLES and"
                  + " DESCRIBE messages tell of tables.")
              .formatted(first),
          null);
    }
    SqlNodeList statements;
    try {
      statements = SqlParser.create(sql, CONFIG).parseStmtList();
    } catch (SqlParseException e) {
      throw new SqlException(
          Kind.SYNTAX,
          "The SQL has a syntax error%s: %s"
              .formatted(
                  position(e.getPos().getLineNum(), e.getPos().getColumnNum()), brief(e, sql)),
          e);
    }
    if (statements.size() != 1) {
      throw new SqlException(
          Kind.SYNTAX, "A statement at a time: this text holds " + statements.size() + ".", null);
    }
    SqlNode statement = Objects.requireNonNull(statements.get(0).accept(new Rewriting(schema)));
    if (!statement.isA(SqlKind.QUERY)) {
      throw readOnly();
    }
    return statement;
  }

  /** Returns the query for all tables of a schema, or for the columns of one. */
  private static String description(String schema, @Nullable String table) {
    return (table == null
            ? "SELECT table_name, remarks FROM driver.tables WHERE table_schema = '%s'"
                + " ORDER BY table_name"
            : "SELECT column_name, data_type, is_key, remarks FROM driver.columns"
                + " WHERE table_schema = '%s' AND table_name = '%s' ORDER BY ordinal_position")
        .formatted(
            schema.toLowerCase(Locale.ROOT), table == null ? "" : table.toLowerCase(Locale.ROOT));
  }

  /** Runs a step of planning a statement, and turns whatever it throws into words. */
  public static <T> T check(String sql, Supplier<T> step) {
    try {
      return step.get();
    } catch (SqlException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      DeepStack.rethrowOverflow(e);
      throw Throwables.getCausalChain(e).stream()
          .flatMap(cause -> problem(sql, cause, e).stream())
          .findFirst()
          .orElseGet(() -> SqlException.noWayToRun(e));
    }
  }

  private static Optional<SqlException> problem(String sql, Throwable cause, Throwable thrown) {
    if (cause instanceof SqlException known) {
      return Optional.of(known);
    }
    if (cause instanceof CalciteContextException e) {
      String problem =
          UNKNOWN_FUNCTION
              .matcher(
                  String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()))
              .replaceFirst("There is no function $1");
      return Optional.of(
          new SqlException(
              kind(problem),
              "The SQL is not valid%s: %s%s%s"
                  .formatted(
                      position(e.getPosLine(), e.getPosColumn()),
                      problem,
                      problem.endsWith(".") ? "" : ".",
                      advice(problem, sql)),
              thrown));
    }
    return cause instanceof CalciteException || cause instanceof DateTimeException
        ? Optional.of(
            new SqlException(
                Kind.SYNTAX,
                "The SQL is not valid: "
                    + String.valueOf(cause.getMessage()).replaceFirst("\\.?$", "."),
                thrown))
        : Optional.empty();
  }

  /** Returns the words that are no names unless they are quoted. */
  public static List<String> keywords() {
    return RESERVED.getTokens().stream()
        .filter(RESERVED::isReservedWord)
        .filter(word -> !Tokens.isName(word))
        .toList();
  }

  private static SqlException readOnly() {
    return new SqlException(
        Kind.READ_ONLY, "The driver only reads: a statement must be a query or EXPLAIN one.", null);
  }

  private static String advice(String problem, String sql) {
    String advice = SyntaxAdvice.of(problem, sql);
    Matcher unknown = FUNCTION.matcher(problem);
    return advice.isEmpty() && unknown.find()
        ? Nearest.of(unknown.group(1), Dialect.functions())
            .map(name -> " The nearest name is " + name + ".")
            .orElse("")
        : advice;
  }

  private static Kind kind(String problem) {
    if (problem.startsWith("Object '") || problem.startsWith("Table '")) {
      return Kind.NO_SUCH_TABLE;
    }
    return problem.startsWith("Column '") && problem.contains("not found")
        ? Kind.NO_SUCH_COLUMN
        : Kind.SYNTAX;
  }

  private static String position(int line, int column) {
    return " at line " + line + ", column " + column;
  }

  /** Returns what the parser stumbled over, without its list of hundreds of expected tokens. */
  private static String brief(SqlParseException e, String sql) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    String first =
        LEXICAL
            .matcher((end < 0 ? message : message.substring(0, end)).strip())
            .replaceFirst("Encountered \"$1\"")
            .replaceFirst(" at line \\d+, column \\d+\\.?$", "");
    String advice = SyntaxAdvice.of(first, sql);
    return first + "." + (advice.isEmpty() ? quotingAdvice(first) : advice);
  }

  private static String quotingAdvice(String problem) {
    Matcher word = WORD.matcher(problem);
    return word.find()
            && RESERVED.isReservedWord(word.group(1).toUpperCase(Locale.ROOT))
            && !CLAUSES.contains(word.group(1).toLowerCase(Locale.ROOT))
        ? " As a name this word must be quoted: \"%s\"."
            .formatted(word.group(1).toLowerCase(Locale.ROOT))
        : "";
  }

  private static String firstWord(String sql) {
    String text = sql.replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*", " ").strip();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
