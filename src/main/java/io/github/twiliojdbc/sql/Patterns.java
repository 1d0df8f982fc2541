package io.github.twiliojdbc.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Patterns of LIKE, in which a backslash makes the character behind it an ordinary one. */
final class Patterns {
  private static final char ESCAPE = '\\';

  private Patterns() {}

  /** Returns a LIKE as it is meant. */
  static SqlCall of(SqlCall like) {
    if (like.operandCount() == 2) {
      return withEscape(like);
    }
    if (like.operand(2) instanceof SqlCharStringLiteral escape
        && escape.getValueAs(String.class).isEmpty()) {
      // No text has this character, so that none escapes another.
      like.setOperand(2, SqlLiteral.createCharString("\u0000", like.getParserPosition()));
    }
    return like;
  }

  /** Returns a LIKE that names its escape, if its pattern is a literal that has one. */
  private static SqlCall withEscape(SqlCall like) {
    if (!(like.operand(1) instanceof SqlCharStringLiteral literal)) {
      return like;
    }
    String pattern = literal.getValueAs(String.class);
    if (pattern.indexOf(ESCAPE) < 0) {
      return like;
    }
    SqlParserPos place = literal.getParserPosition();
    return like.getOperator()
        .createCall(
            like.getParserPosition(),
            like.operand(0),
            SqlLiteral.createCharString(withNeededEscapes(pattern), place),
            SqlLiteral.createCharString(String.valueOf(ESCAPE), place));
  }

  private static String withNeededEscapes(String pattern) {
    StringBuilder needed = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char each = pattern.charAt(i);
      if (each == ESCAPE && i + 1 < pattern.length()) {
        char escaped = pattern.charAt(++i);
        if (escaped == '%' || escaped == '_' || escaped == ESCAPE) {
          needed.append(ESCAPE);
        }
        needed.append(escaped);
      } else {
        needed.append(each);
      }
    }
    return needed.toString();
  }
}
