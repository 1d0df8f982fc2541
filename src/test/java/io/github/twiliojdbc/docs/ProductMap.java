package io.github.twiliojdbc.docs;

import io.github.twiliojdbc.catalog.Catalog;
import java.util.List;

/** A picture of the schemas, each with how many tables it has. */
final class ProductMap {
  private static final int COLUMNS = 6;
  private static final int WIDTH = 150;
  private static final int HEIGHT = 64;
  private static final int GAP = 8;

  /** Fills from few tables to many. */
  private static final List<String> FILLS = List.of("#e8f1fb", "#c6dcf5", "#8fbbeb", "#4f93dc");

  private ProductMap() {}

  static String svg(Catalog catalog) {
    List<String> schemas = List.copyOf(catalog.schemas());
    int rows = (schemas.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">\n"
            .formatted(COLUMNS * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP));
    for (int i = 0; i < schemas.size(); i++) {
      int count = catalog.tables(schemas.get(i)).size();
      int x = GAP + i % COLUMNS * (WIDTH + GAP);
      int y = GAP + i / COLUMNS * (HEIGHT + GAP);
      svg.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\"/>\n"
              .formatted(x, y, WIDTH, HEIGHT, fill(count)));
      svg.append(
          "<text x=\"%d\" y=\"%d\" font-size=\"16\">%s</text>\n"
              .formatted(x + 12, y + 27, schemas.get(i)));
      svg.append(
          "<text x=\"%d\" y=\"%d\" font-size=\"13\" fill=\"#333\">%d %s</text>\n"
              .formatted(x + 12, y + 49, count, count == 1 ? "table" : "tables"));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String fill(int count) {
    return FILLS.get(count < 5 ? 0 : count < 11 ? 1 : count < 22 ? 2 : 3);
  }
}
