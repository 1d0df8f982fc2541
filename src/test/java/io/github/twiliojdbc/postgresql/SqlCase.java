package io.github.twiliojdbc.postgresql;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that both databases are asked.
 *
 * <p>In a file, a line of two semicolons ends a case. Lines that begin with "-- " say what is known
 * of the case, the others are its SQL: {@code name} (always), {@code param} (kind and value, a line
 * each), {@code pg} (the SQL that PostgreSQL understands, where it is another one), {@code differs}
 * (a word: the answers differ on purpose).
 */
record SqlCase(String name, String sql, List<String> parameters, Map<String, String> notes) {
  private static final Path FOLDER = Path.of("src/test/resources/sql");

  /** Returns the cases of all files, in order. */
  static List<SqlCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<SqlCase> cases = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).sorted().toList()) {
        for (String text : Splitter.on("\n;;\n").split(Files.readString(file))) {
          if (!text.isBlank()) {
            cases.add(of(text.strip()));
          }
        }
      }
      Set<String> names = new HashSet<>();
      for (SqlCase each : cases) {
        if (!names.add(each.name)) {
          throw new IllegalStateException("There are two cases " + each.name);
        }
      }
      return cases;
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
        case "name", "pg", "differs" -> notes.put(word, value);
        default -> sql.append(line).append('\n');
      }
    }
    return new SqlCase(
        notes.getOrDefault("name", ""), sql.toString().stripTrailing(), parameters, notes);
  }

  String postgresql() {
    return notes.getOrDefault("pg", sql);
  }

  @Nullable String note(String word) {
    return notes.get(word);
  }
}
