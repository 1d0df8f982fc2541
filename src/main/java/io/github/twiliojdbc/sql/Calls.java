package io.github.twiliojdbc.sql;

import java.util.List;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Calls that are put into a parsed statement. */
final class Calls {
  private Calls() {}

  /** Returns a call of a function that is found by its name. */
  static SqlCall function(String name, SqlParserPos place, List<SqlNode> operands) {
    return new SqlUnresolvedFunction(
            new SqlIdentifier(name, place),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        .createCall(place, operands);
  }

  /** Returns a cast. */
  static SqlNode cast(SqlNode value, SqlTypeName type, SqlParserPos place) {
    return Casts.OPERATOR.createCall(
        place, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Returns whether a call is of an aggregate of DISTINCT values. */
  static boolean isDistinct(SqlCall call) {
    return call.getFunctionQuantifier() != null
        && call.getFunctionQuantifier().getValue() == SqlSelectKeyword.DISTINCT;
  }

  /** Returns whether a node calls a function, or an operator, of some name. */
  static boolean isCallOf(SqlNode node, String function) {
    return node instanceof SqlCall call && call.getOperator().getName().equals(function);
  }
}
