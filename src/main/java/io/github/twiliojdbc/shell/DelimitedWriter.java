package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a line a row, with a delimiter between values; NULL is empty, an empty text is quoted. */
final class DelimitedWriter implements RowWriter {
  private final Writer out;
  private final char delimiter;

  DelimitedWriter(Writer out, char delimiter) {
    this.out = out;
    this.delimiter = delimiter;
  }

  @Override
  public void begin(List<String> labels) throws IOException {
    row(List.copyOf(labels));
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    out.write(
        values.stream().map(this::cell).collect(Collectors.joining(String.valueOf(delimiter))));
    out.write("\r\n".substring(delimiter == ',' ? 0 : 1));
  }

  private String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean isPlain =
        !text.isEmpty() && text.chars().noneMatch(c -> c == delimiter || "\"\r\n".indexOf(c) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }
}
