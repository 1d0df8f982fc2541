package io.github.twiliojdbc.postgresql;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that both databases are asked.
 *
 * <p>In a file, a line of two semicolons ends a case. Lines that begin with "-- " say what is known
 * of the case, the others are its SQL: {@code name} (always), {@code param} (kind and value, a line
 * each), {@code pg} (the SQL that PostgreSQL understands, where it is another one), {@code differs}
 * (a word: the answers differ on purpose), {@code ties} (its ORDER BY leaves the order of some rows
 * open), {@code empty} (it is meant to bring no rows), {@code refused} (the error in which it
 * ends), {@code unknown} (why PostgreSQL of the tests does not answer it), {@code advice} (how the
 * error ends with which it is refused), {@code follow} (the SQL that the advice means).
 */
record SqlCase(String name, String sql, List<String> parameters, Map<String, String> notes) {
  private static final Path FOLDER = Path.of("src/test/resources/sql");

  /** An ORDER BY that is in no parentheses, or at least in none that end the text. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "\\border\\s+by\\b[^()]*(\\([^()]*(\\([^()]*\\)[^()]*)*\\)[^()]*)*$",
          Pattern.CASE_INSENSITIVE);

  /** Returns the cases that are answered, in order. */
  static List<SqlCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(file -> of(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cases that are refused with advice. */
  static List<SqlCase> advised() {
    return of(FOLDER.resolveSibling("advice.sql"));
  }

  private static List<SqlCase> of(Path file) {
    try {
      return Splitter.on("\n;;\n")
          .splitToStream(Files.readString(file))
          .filter(text -> !text.isBlank())
          .map(text -> of(text.strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqlCase of(String text) {
    List<String> parameters = new ArrayList<>();
    Map<String, String> notes = new LinkedHashMap<>();
    StringBuilder sql = new StringBuilder();
    for (String line : Splitter.on('\n').split(text)) {
      int colon = line.indexOf(':');
      String word = line.startsWith("-- ") && colon > 0 ? line.substring(3, colon) : "";
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      switch (word) {
        case "param" -> parameters.add(value);
        case "name", "pg", "differs", "ties", "empty", "refused", "unknown", "advice", "follow" ->
            notes.put(word, value);
        default -> sql.append(line).append('\n');
      }
    }
    return new SqlCase(
        notes.getOrDefault("name", ""), sql.toString().stripTrailing(), parameters, notes);
  }

  String postgresql() {
    return notes.getOrDefault("pg", sql);
  }

  /** Returns whether the order of the rows is known. */
  boolean isOrdered() {
    return ORDERED.matcher(postgresql()).find() && note("ties") == null;
  }

  @Nullable String note(String word) {
    return notes.get(word);
  }
}
