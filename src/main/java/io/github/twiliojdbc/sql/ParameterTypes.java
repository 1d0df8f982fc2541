package io.github.twiliojdbc.sql;

import java.util.List;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Gives the parameters of a statement types, in place of those that their surroundings suggest. */
public final class ParameterTypes extends SqlShuttle {
  private final List<SqlTypeName> types;

  /**
   * Creates the change.
   *
   * @param types type of each parameter; NULL leaves it to its surroundings
   */
  public ParameterTypes(List<SqlTypeName> types) {
    this.types = types;
  }

  /** Returns how many parameters a statement has. */
  public static int count(SqlNode statement) {
    int[] count = {0};
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            count[0] = Math.max(count[0], parameter.getIndex() + 1);
            return null;
          }
        });
    return count[0];
  }

  @Override
  public SqlNode visit(SqlDynamicParam parameter) {
    SqlTypeName type = types.get(parameter.getIndex());
    SqlParserPos place = parameter.getParserPosition();
    return type == SqlTypeName.NULL
        ? parameter
        : Casts.OPERATOR.createCall(
            place, parameter, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Leaves LIMIT and OFFSET as they are: there a parameter stands for itself alone. */
  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    return call instanceof SqlOrderBy ordered
        ? new SqlOrderBy(
            ordered.getParserPosition(),
            Objects.requireNonNull(ordered.query.accept(this)),
            (SqlNodeList) Objects.requireNonNull(ordered.orderList.accept(this)),
            ordered.offset,
            ordered.fetch)
        : super.visit(call);
  }
}
