package io.github.twiliojdbc.docs;

import com.google.common.html.HtmlEscapers;
import java.math.BigDecimal;
import java.util.List;

/** A picture of values as bars, one below the other. */
final class BarChart {
  private static final int LABELS = 230;
  private static final int BARS = 320;
  private static final int VALUES = 90;
  private static final int HEIGHT = 22;

  private BarChart() {}

  /**
   * A bar.
   *
   * @param label what it is called
   * @param value how long it is
   */
  record Bar(String label, BigDecimal value) {}

  static String svg(List<Bar> bars) {
    BigDecimal longest =
        bars.stream().map(Bar::value).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n"
            .formatted(LABELS + BARS + VALUES, bars.size() * HEIGHT + 4, LABELS + BARS + VALUES));
    // Pages may be dark.
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int y = i * HEIGHT + 3;
      double length = bar.value.doubleValue() / Math.max(longest.doubleValue(), 1e-9) * BARS;
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(
                  LABELS - 8, y + 14, HtmlEscapers.htmlEscaper().escape(shortened(bar.label))));
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"#4f93dc\"/>\n"
              .formatted(LABELS, y, Math.max(Math.round(length), 1), HEIGHT - 5));
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"#333\">%s</text>\n"
              .formatted(LABELS + Math.round(length) + 6, y + 14, bar.value.toPlainString()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String shortened(String label) {
    return label.length() > 28 ? label.substring(0, 27) + "…" : label;
  }
}
