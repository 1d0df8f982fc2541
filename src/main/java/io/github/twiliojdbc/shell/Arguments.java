package io.github.twiliojdbc.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param isHelp whether to say how the shell is used
 * @param isVersion whether to say which version this is
 * @param url URL of the connection; empty for the account of the environment, or else the sandbox
 * @param statements statements to run
 * @param files files of statements to run
 * @param format how rows are written
 * @param output file that rows are written to, if not to standard output
 */
record Arguments(
    boolean isHelp,
    boolean isVersion,
    Optional<String> url,
    List<String> statements,
    List<Path> files,
    Format format,
    Optional<Path> output) {

  static final String HELP =
      """
      Usage: java -jar twilio-jdbc.jar [options] [SQL]

      Runs SQL over a Twilio account: that of TWILIO_ACCOUNT_SID and its companions in the environment
      or of ~/.twilio/credentials, or else over the sandbox. Without SQL, statements are read from standard input; on a terminal
      that is a shell with completion and a history.

        -e, --execute SQL     run these statements; may be given several times
        -f, --file FILE       run the statements of a file
            --format FORMAT   table, csv, tsv, json, jsonl or markdown; table if not given
        -o, --output FILE     write rows to a file
        -u, --url URL         connect to this URL, such as "jdbc:twilio:accounts=own"
        -h, --help            say this
        -V, --version         say which version this is

      The exit status is 0 if all statements ran, 1 if one failed, 2 if the options are wrong.
      """;

  /**
   * Reads the command line.
   *
   * @throws UsageException if an option is unknown or lacks its value
   */
  static Arguments of(List<String> words) {
    boolean isHelp = false;
    boolean isVersion = false;
    Optional<String> url = Optional.empty();
    Optional<Path> output = Optional.empty();
    Format format = Format.TABLE;
    List<String> statements = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    Iterator<String> rest = words.stream().flatMap(Arguments::apart).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "-h", "--help" -> isHelp = true;
        case "-V", "--version" -> isVersion = true;
        case "-e", "--execute" -> statements.add(value(word, rest));
        case "-f", "--file" -> files.add(Path.of(value(word, rest)));
        case "-o", "--output" -> output = Optional.of(Path.of(value(word, rest)));
        case "-u", "--url" -> url = Optional.of(value(word, rest));
        case "--format" -> format = format(value(word, rest));
        default -> {
          if (word.startsWith("-") && plain.isEmpty()) {
            throw new UsageException("There is no option " + word + "; --help lists them.");
          }
          plain.add(word);
        }
      }
    }
    String sql = String.join(" ", plain).strip();
    if (!sql.isEmpty()) {
      statements.add(sql);
    }
    return new Arguments(
        isHelp, isVersion, url, List.copyOf(statements), List.copyOf(files), format, output);
  }

  /** Takes {@code --option=value} apart. */
  private static Stream<String> apart(String word) {
    int equals = word.indexOf('=');
    return word.matches("--[a-z]+=.*")
        ? Stream.of(word.substring(0, equals), word.substring(equals + 1))
        : Stream.of(word);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UsageException("The option " + option + " needs a value; --help shows it.");
    }
    return rest.next();
  }

  private static Format format(String name) {
    return Arrays.stream(Format.values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no format %s; there are %s."
                        .formatted(
                            name,
                            Arrays.stream(Format.values())
                                .map(format -> format.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")))));
  }

  /** A command line that cannot be understood. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }
}
