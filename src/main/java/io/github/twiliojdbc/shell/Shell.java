package io.github.twiliojdbc.shell;

import io.github.twiliojdbc.TwilioDataSource;
import io.github.twiliojdbc.TwilioDriver;
import io.github.twiliojdbc.connect.ConnectionOpener;
import io.github.twiliojdbc.shell.Arguments.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program of the jar: runs SQL and writes rows. */
public final class Shell {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean hasAccount;

  /**
   * Creates a shell.
   *
   * @param hasAccount whether the environment or a file names an account; otherwise the sandbox
   *     answers
   */
  Shell(InputStream in, PrintStream out, PrintStream err, boolean hasAccount) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.hasAccount = hasAccount;
  }

  /** Does what the command line says; ends the JVM with a status if something fails. */
  public static void main(String... words) {
    boolean hasAccount = ConnectionOpener.hasAccount();
    // Maven passes an empty argument as null.
    int status =
        new Shell(System.in, System.out, System.err, hasAccount)
            .run(Stream.of(words).filter(Objects::nonNull).toList());
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Does what the command line says, and returns the exit status. */
  int run(List<String> words) {
    try {
      Arguments arguments = Arguments.of(words);
      if (arguments.isHelp()) {
        out.print(Arguments.HELP);
        return 0;
      }
      if (arguments.isVersion()) {
        TwilioDriver driver = new TwilioDriver();
        out.printf("twilio-jdbc %d.%d%n", driver.getMajorVersion(), driver.getMinorVersion());
        return 0;
      }
      return attempt(err, () -> run(arguments)) ? 0 : FAILED;
    } catch (UsageException e) {
      err.println(e.getMessage());
      return WRONG_USE;
    }
  }

  private void run(Arguments arguments) throws SQLException, IOException {
    List<String> statements = new ArrayList<>();
    arguments.statements().forEach(sql -> statements.addAll(Script.of(sql).all()));
    for (Path file : arguments.files()) {
      statements.addAll(Script.of(Files.readString(file)).all());
    }
    boolean isAtTerminal = statements.isEmpty() && in == System.in && Prompt.isTerminal();
    if (statements.isEmpty() && !isAtTerminal) {
      statements.addAll(Script.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)).all());
    }
    // Standard output stays open, for whoever has called.
    Writer standard = new OutputStreamWriter(out, Charset.defaultCharset());
    try (Connection connection = connect(arguments);
        Writer file =
            arguments.output().isPresent()
                ? Files.newBufferedWriter(arguments.output().get())
                : Writer.nullWriter()) {
      Writer rows = arguments.output().isPresent() ? file : standard;
      Runner runner =
          new Runner(
              connection,
              arguments.format(),
              rows,
              err,
              Prompt.isErrorSeen(),
              arguments.output().isPresent());
      if (isAtTerminal) {
        Path history = Path.of(System.getProperty("user.home"), ".twilio-jdbc_history");
        new Prompt(runner, new Completions(connection.getMetaData()), err).run(history);
      }
      for (String statement : statements) {
        runner.run(DotCommand.query(statement).orElse(statement));
      }
      rows.flush();
    }
  }

  private Connection connect(Arguments arguments) throws SQLException {
    Connection connection;
    if (arguments.url().isPresent()) {
      connection = new TwilioDriver().connect(arguments.url().get(), new Properties());
      if (connection == null) {
        throw new SQLNonTransientConnectionException(
            "The URL %s does not begin with jdbc:twilio:.".formatted(arguments.url().get()),
            "08001");
      }
    } else {
      TwilioDataSource account = new TwilioDataSource();
      account.setSandbox(!hasAccount);
      connection = account.getConnection();
      if (!hasAccount) {
        err.println(
            "No TWILIO_ACCOUNT_SID in the environment, and no ~/.twilio/credentials: this is the"
                + " sandbox's sample data.");
      }
    }
    warn(err, connection.getWarnings());
    return connection;
  }

  /** Writes a line for each warning. */
  static void warn(PrintStream err, @Nullable SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      err.println("Warning: " + warning.getMessage());
    }
  }

  /** Does something, and says what is wrong in a line if it fails. */
  static boolean attempt(PrintStream err, Attempt attempt) throws UncheckedIOException {
    try {
      attempt.run();
      return true;
    } catch (SQLException e) {
      // A mistake in a query is no reason for a stack trace.
      err.println("Error " + e.getSQLState() + ": " + e.getMessage());
    } catch (IOException e) {
      err.println("Error: " + e);
    }
    return false;
  }

  /** Something that may fail in ways that a user can do something about. */
  interface Attempt {
    void run() throws SQLException, IOException;
  }
}
