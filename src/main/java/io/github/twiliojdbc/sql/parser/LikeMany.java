package io.github.twiliojdbc.sql.parser;

import java.util.Locale;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** Matches a text with the patterns of an array: LIKE ANY, NOT ILIKE ALL and the like. */
public final class LikeMany extends SqlBinaryOperator {
  private final SqlOperator like;
  private final boolean isAll;

  private LikeMany(SqlOperator like, boolean isAll) {
    super(like.getName() + (isAll ? " ALL" : " ANY"), SqlKind.OTHER, 32, true, null, null, null);
    this.like = like;
    this.isAll = isAll;
  }

  /**
   * Returns the operator that is written in some words.
   *
   * @param words what follows NOT, up to the bracket: {@code like any (}
   */
  static LikeMany of(boolean isNegated, String words) {
    String upper = words.toUpperCase(Locale.ROOT);
    boolean ignoresCase = upper.startsWith("ILIKE");
    return new LikeMany(
        isNegated
            ? ignoresCase ? SqlLibraryOperators.NOT_ILIKE : SqlStdOperatorTable.NOT_LIKE
            : ignoresCase ? SqlLibraryOperators.ILIKE : SqlStdOperatorTable.LIKE,
        upper.contains("ALL"));
  }

  /** Returns the operator that matches the text with each pattern. */
  public SqlOperator like() {
    return like;
  }

  /** Returns what is between the patterns: AND if all of them are to match, or else OR. */
  public SqlOperator connective() {
    return isAll ? SqlStdOperatorTable.AND : SqlStdOperatorTable.OR;
  }
}
