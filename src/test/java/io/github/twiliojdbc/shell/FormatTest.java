package io.github.twiliojdbc.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each format makes of the same rows. */
class FormatTest {
  private static final List<List<@Nullable Object>> ROWS =
      List.of(
          Arrays.asList(1, "a|b, \"c\"\nd", true),
          Arrays.asList(new BigDecimal("-0.0075"), null, false),
          Arrays.asList(20, "", null));

  private static String written(Format format) throws IOException {
    StringWriter text = new StringWriter();
    RowWriter writer = format.to(text);
    writer.begin(List.of("n", "text", "is"));
    for (List<@Nullable Object> row : ROWS) {
      writer.row(row);
    }
    writer.end();
    return text.toString();
  }

  @Test
  void tables() throws IOException {
    assertThat(written(Format.TABLE))
        .isEqualTo(
            """
            n       | text       | is
            --------+------------+------
            1       | a|b, "c" d | true
            -0.0075 | null       | false
            20      |            | null
            (3 rows)
            """);
  }

  @Test
  void markdown() throws IOException {
    assertThat(written(Format.MARKDOWN))
        .isEqualTo(
            """
            | n       | text        | is    |
            | ------- | ----------- | ----- |
            | 1       | a\\|b, "c" d | true  |
            | -0.0075 |             | false |
            | 20      |             |       |
            """);
  }

  @Test
  void delimited() throws IOException {
    assertThat(written(Format.CSV))
        .isEqualTo("n,text,is\r\n1,\"a|b, \"\"c\"\"\nd\",true\r\n-0.0075,,false\r\n20,\"\",\r\n");
    assertThat(written(Format.TSV))
        .isEqualTo("n\ttext\tis\n1\t\"a|b, \"\"c\"\"\nd\"\ttrue\n-0.0075\t\tfalse\n20\t\"\"\t\n");
  }

  @Test
  void json() throws IOException {
    assertThat(written(Format.JSON))
        .isEqualTo(
            "[{\"n\":1,\"text\":\"a|b, \\\"c\\\"\\nd\",\"is\":true},"
                + "{\"n\":-0.0075,\"text\":null,\"is\":false},{\"n\":20,\"text\":\"\",\"is\":null}]\n");
    assertThat(written(Format.JSONL).lines())
        .containsExactly(
            "{\"n\":1,\"text\":\"a|b, \\\"c\\\"\\nd\",\"is\":true}",
            "{\"n\":-0.0075,\"text\":null,\"is\":false}",
            "{\"n\":20,\"text\":\"\",\"is\":null}");
  }

  @Test
  void noRows() throws IOException {
    StringWriter text = new StringWriter();
    RowWriter writer = Format.TABLE.to(text);
    writer.begin(List.of("a"));
    writer.end();
    assertThat(text).hasToString("a\n-\n(0 rows)\n");
  }

  /** Rows behind the first thousand are written as they come, however wide they are. */
  @Test
  void manyRows() throws IOException {
    StringWriter text = new StringWriter();
    RowWriter writer = Format.TABLE.to(text);
    writer.begin(List.of("n"));
    for (int i : IntStream.range(0, 1500).toArray()) {
      writer.row(List.of(i == 1400 ? "wide ".repeat(50) : i));
    }
    assertThat(text.toString().lines().count()).isGreaterThan(1400);
    writer.end();
    assertThat(text.toString()).endsWith("\n1499\n(1500 rows)\n").contains("wide ".repeat(49));
  }
}
