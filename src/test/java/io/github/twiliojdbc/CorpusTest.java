package io.github.twiliojdbc;

import io.github.twiliojdbc.connect.UrlTarget;
import io.github.twiliojdbc.scan.LinkTarget;
import io.github.twiliojdbc.sql.SqlTarget;
import io.github.twiliojdbc.value.PageTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Inputs that are odd or were found to be so, and others that are made of them, fail with an error
 * or not at all. The profile fuzz looks for more.
 */
class CorpusTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/io/github/twiliojdbc/FuzzTestInputs");

  /** So many inputs are made of each. */
  private static final int CHANGED = Integer.getInteger("changed", 100);

  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "page", PageTarget::read,
          "value", text(PageTarget::readValue),
          "url", text(UrlTarget::read),
          "link", text(LinkTarget::read),
          "sql", text(SqlTarget::read));

  private static Consumer<byte[]> text(Consumer<String> target) {
    return bytes -> target.accept(new String(bytes, StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> everyInput() {
    return TARGETS.entrySet().stream()
        .map(target -> DynamicTest.dynamicTest(target.getKey(), () -> run(target)));
  }

  private static void run(Map.Entry<String, Consumer<byte[]>> target) throws IOException {
    Random random = new Random(20261125);
    List<Path> files;
    try (Stream<Path> all = Files.list(CORPUS.resolve(target.getKey()))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      byte[] input = Files.readAllBytes(file);
      check(target, input);
      for (int i = 0; i < CHANGED; i++) {
        check(target, changed(input, random));
      }
    }
  }

  private static void check(Map.Entry<String, Consumer<byte[]>> target, byte[] input) {
    try {
      target.getValue().accept(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          target.getKey() + ": " + new String(input, StandardCharsets.UTF_8), e);
    }
  }

  /** Returns an input with some bytes changed, left out, doubled, or cut off. */
  private static byte[] changed(byte[] input, Random random) {
    byte[] changed = input.clone();
    for (int n = 1 + random.nextInt(3); n > 0 && changed.length > 0; n--) {
      int place = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[place] = (byte) random.nextInt(256);
        case 1 -> changed = Arrays.copyOf(changed, place);
        case 2 -> {
          byte[] longer = Arrays.copyOf(changed, changed.length + 1);
          System.arraycopy(changed, place, longer, place + 1, changed.length - place);
          changed = longer;
        }
        default -> {
          byte[] shorter = Arrays.copyOf(changed, changed.length - 1);
          System.arraycopy(changed, place + 1, shorter, place, changed.length - place - 1);
          changed = shorter;
        }
      }
    }
    return changed;
  }
}
