package io.github.twiliojdbc.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Moves of a result that scrolls, and where each leads. */
final class Moves {
  private static final int LENGTH = 40;

  private Moves() {}

  /** Returns where random moves lead in a result of one column. */
  static List<String> of(ResultSet rows, Random random) throws SQLException {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      steps.add(move(rows, random) + " " + place(rows));
    }
    return steps;
  }

  private static String move(ResultSet rows, Random random) throws SQLException {
    int distance = random.nextInt(13) - 6;
    return switch (random.nextInt(8)) {
      case 0, 1 -> "next " + rows.next();
      case 2 -> "previous " + rows.previous();
      case 3 -> "first " + rows.first();
      case 4 -> "last " + rows.last();
      case 5 -> "absolute(" + distance + ") " + rows.absolute(distance);
      case 6 -> "relative(" + distance + ") " + rows.relative(distance);
      default -> {
        if (distance > 0) {
          rows.beforeFirst();
          yield "beforeFirst";
        }
        rows.afterLast();
        yield "afterLast";
      }
    };
  }

  private static String place(ResultSet rows) throws SQLException {
    return rows.getRow()
        + (rows.isBeforeFirst() ? " before" : "")
        + (rows.isFirst() ? " first" : "")
        + (rows.isLast() ? " last" : "")
        + (rows.isAfterLast() ? " after" : "")
        + (rows.getRow() > 0 ? " of " + rows.getObject(1) : "");
  }
}
