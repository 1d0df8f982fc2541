package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The jar that the build made, and a JVM of its own to run it in. */
final class BuiltJar {
  static final Path PATH = Path.of(System.getProperty("jar"));

  private BuiltJar() {}

  /** Runs Java, which must succeed, and returns the lines of its standard output. */
  static List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Collections.addAll(command, arguments);
    Path complaints = Files.createTempFile("complaints", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TWILIO_"));
    Process process = builder.start();
    List<String> lines;
    try (InputStream out = process.getInputStream()) {
      lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(process.waitFor()).as("exit code; %s", Files.readString(complaints)).isZero();
    Files.delete(complaints);
    return lines;
  }

  /** Runs a program that is one source file. */
  static List<String> run(List<Path> classPath, Path program) throws Exception {
    List<String> entries = classPath.stream().map(Path::toString).toList();
    // Most of it runs once: the optimising compiler would take half of the time.
    return run(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        String.join(File.pathSeparator, entries),
        program.toString());
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
