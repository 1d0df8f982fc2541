package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes columns of the same width, as wide as the first rows need; no value is cut.
 *
 * <p>A thousand rows are kept to know the widths; the others are written as they come.
 */
final class TableWriter implements RowWriter {
  private static final int FIRST_ROWS = 1000;

  private final Writer out;
  private final Style style;
  private final List<List<String>> first = new ArrayList<>();
  private int[] widths = new int[0];
  private boolean isBegun;
  private long rows = -1;

  TableWriter(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public void begin(List<String> labels) {
    widths = new int[labels.size()];
    keep(labels);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    List<String> cells = values.stream().map(this::cell).toList();
    if (isBegun) {
      rows++;
      write(cells);
    } else {
      keep(cells);
      if (first.size() > FIRST_ROWS) {
        writeFirst();
      }
    }
  }

  private String cell(@Nullable Object value) {
    String text = value == null ? style.missing : value.toString().replaceAll("\\s*\\R\\s*", " ");
    return style == Style.MARKDOWN ? text.replace("|", "\\|") : text;
  }

  private void keep(List<String> cells) {
    rows++;
    first.add(cells);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(cells.get(i)));
    }
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private void writeFirst() throws IOException {
    isBegun = true;
    for (int i = 0; i < first.size(); i++) {
      write(first.get(i));
      if (i == 0) {
        writeRule();
      }
    }
    first.clear();
  }

  private void writeRule() throws IOException {
    StringBuilder line = new StringBuilder(style.left);
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : style.crossing)
          .append("-".repeat(Math.max(style.least, widths[i])));
    }
    out.write(line.append(style.right).append('\n').toString());
  }

  private void write(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder(style.left);
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      line.append(i == 0 ? "" : " | ").append(cell);
      line.append(" ".repeat(Math.max(0, Math.max(style.least, widths[i]) - width(cell))));
    }
    out.write(line.append(style.right).toString().stripTrailing() + "\n");
  }

  @Override
  public void end() throws IOException {
    if (!isBegun) {
      writeFirst();
    }
    if (style == Style.PLAIN) {
      out.write("(" + rows + (rows == 1 ? " row)\n" : " rows)\n"));
    }
    out.flush();
  }

  /** What stands around the columns. */
  enum Style {
    PLAIN("", "-+-", "", "null", 0),
    MARKDOWN("| ", " | ", " |", "", 3);

    private final String left;
    private final String crossing;
    private final String right;
    private final String missing;
    private final int least;

    Style(String left, String crossing, String right, String missing, int least) {
      this.left = left;
      this.crossing = crossing;
      this.right = right;
      this.missing = missing;
      this.least = least;
    }
  }
}
