package io.github.twiliojdbc.sql.parser;

import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSpecialOperator;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * What PostgreSQL writes and Calcite has no operator for; it is written anew before a statement is
 * validated.
 */
public final class Syntax {
  /** A time, and the zone whose clocks are read. */
  public static final SqlOperator AT_TIME_ZONE = binary("AT TIME ZONE", 92);

  /** The JSON of a field, or of an element by its index. */
  public static final SqlOperator JSON_FIELD = binary("->", 60);

  /** The text of a field, or of an element by its index. */
  public static final SqlOperator JSON_TEXT = binary("->>", 60);

  /** The JSON at a path, such as '{a,0}'. */
  public static final SqlOperator JSON_PATH = binary("#>", 60);

  /** The text at a path. */
  public static final SqlOperator JSON_PATH_TEXT = binary("#>>", 60);

  /** The rows of which the first alone is kept, by the values that are equal in them. */
  public static final SqlOperator DISTINCT_ON =
      new SqlSpecialOperator("DISTINCT ON", SqlKind.OTHER);

  /** How many rows are wanted, and those that stand beside the last of them. */
  public static final SqlOperator WITH_TIES = new SqlSpecialOperator("WITH TIES", SqlKind.OTHER);

  /** A text that is read as an interval of whatever units it names. */
  public static final SqlOperator INTERVAL = new SqlSpecialOperator("INTERVAL", SqlKind.OTHER);

  private Syntax() {}

  /** Returns the type of arrays whose elements are of a type. */
  public static SqlDataTypeSpec arrayOf(SqlDataTypeSpec element) {
    SqlParserPos place = element.getParserPosition();
    return new SqlDataTypeSpec(
        new SqlCollectionTypeNameSpec(element.getTypeNameSpec(), SqlTypeName.ARRAY, place), place);
  }

  private static SqlOperator binary(String name, int precedence) {
    return new SqlBinaryOperator(name, SqlKind.OTHER, precedence, true, null, null, null);
  }
}
