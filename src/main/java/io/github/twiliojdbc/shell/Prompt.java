package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** Reads statements from somebody at a terminal: with a history and completion. */
final class Prompt {
  private static final ExecTerminalProvider PROVIDER = new ExecTerminalProvider();
  private static final boolean IS_WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  private final Runner runner;
  private final Completions completions;
  private final PrintStream err;

  Prompt(Runner runner, Completions completions, PrintStream err) {
    this.runner = runner;
    this.completions = completions;
    this.err = err;
  }

  /** Returns whether somebody sits in front of standard input and output. */
  static boolean isTerminal() {
    return isTerminal(SystemStream.Input) && isTerminal(SystemStream.Output);
  }

  /** Returns whether somebody looks at standard error. */
  static boolean isErrorSeen() {
    return isTerminal(SystemStream.Error);
  }

  // From Java 22 to 24 a console is there without a terminal too; scripts then pass -e or -f.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(SystemStream stream) {
    return IS_WINDOWS ? System.console() != null : PROVIDER.isSystemStream(stream);
  }

  /** Runs statements until there are no more. */
  void run(Path history) throws IOException {
    try (Terminal terminal = terminal()) {
      terminal.handle(Terminal.Signal.INT, signal -> runner.cancel());
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .variable(LineReader.HISTORY_FILE, history)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .completer(
                  (line, parsed, candidates) -> {
                    try {
                      completions
                          .of(parsed.line(), parsed.word())
                          .forEach(each -> candidates.add(new Candidate(each)));
                    } catch (SQLException e) {
                      // A word that cannot be completed stays as it is.
                    }
                  })
              .build();
      err.println("Statements end with a semicolon; .help tells more.");
      loop(reader);
    }
  }

  private static Terminal terminal() throws IOException {
    if (IS_WINDOWS) {
      // Its console edits lines by itself.
      return new DumbTerminal(System.in, System.out);
    }
    Charset charset = Charset.defaultCharset();
    return PROVIDER.sysTerminal(
        "twilio-jdbc",
        System.getenv().getOrDefault("TERM", "dumb"),
        false,
        charset,
        charset,
        charset,
        true,
        Terminal.SignalHandler.SIG_DFL,
        false,
        SystemStream.Output);
  }

  private void loop(LineReader reader) throws IOException {
    String text = "";
    while (true) {
      try {
        String line = reader.readLine(text.isEmpty() ? "twilio> " : "     -> ");
        if (text.isEmpty() && line.strip().startsWith(".")) {
          if (line.strip().equals(".quit")) {
            return;
          }
          command(line);
          continue;
        }
        Script script = Script.of(text + line + "\n");
        for (String statement : script.statements()) {
          Shell.attempt(err, () -> runner.run(statement));
        }
        text = script.isWhole() ? "" : script.rest();
      } catch (UserInterruptException e) {
        text = "";
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  private void command(String line) throws IOException {
    var query = DotCommand.query(line);
    if (query.isPresent()) {
      Shell.attempt(err, () -> runner.run(query.get()));
    } else {
      err.print(DotCommand.HELP);
    }
  }
}
