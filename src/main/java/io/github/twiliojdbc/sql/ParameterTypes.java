package io.github.twiliojdbc.sql;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.sql.validate.SqlValidator;
import org.jspecify.annotations.Nullable;

/** Gives the parameters of a statement types, in place of those that their surroundings suggest. */
public final class ParameterTypes extends SqlShuttle {
  private final List<SqlTypeName> types;
  private final List<? extends @Nullable Object> values;
  private final boolean writesScalars;
  private boolean hasWritten;

  /**
   * Creates the change.
   *
   * @param types type of each parameter; NULL leaves it to its surroundings
   * @param values value of each parameter, of which arrays are written in its place; none if no
   *     value is known
   * @param writesScalars whether texts and numbers are written in place of parameters too
   */
  public ParameterTypes(
      List<SqlTypeName> types, List<? extends @Nullable Object> values, boolean writesScalars) {
    this.types = types;
    this.values = values.isEmpty() ? Collections.nCopies(types.size(), null) : values;
    this.writesScalars = writesScalars;
  }

  /**
   * Returns the types of the parameters of a validated statement, in the order of their numbers,
   * which is not the order in which they stand in a statement that was rewritten.
   */
  public static RelDataType of(SqlNode statement, SqlValidator validator) {
    TreeMap<Integer, RelDataType> types = new TreeMap<>();
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            types.put(parameter.getIndex(), validator.getValidatedNodeType(parameter));
            return null;
          }
        });
    RelDataTypeFactory.Builder row = validator.getTypeFactory().builder();
    types.forEach((number, type) -> row.add("?" + number, type));
    return row.build();
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

  /** Returns whether a statement looks for values in arrays that are parameters. */
  public static boolean haveArrays(SqlNode statement) {
    boolean[] found = {false};
    statement.accept(
        new SqlBasicVisitor<Void>() {
          @Override
          public @Nullable Void visit(SqlCall call) {
            found[0] |= Quantified.parameter(call).isPresent();
            return super.visit(call);
          }
        });
    return found[0];
  }

  /** Returns whether all parameters have stayed parameters, so that a plan serves other values. */
  public boolean hasLeftAllOpen() {
    return !hasWritten;
  }

  @Override
  public SqlNode visit(SqlDynamicParam parameter) {
    SqlTypeName type = types.get(parameter.getIndex());
    SqlParserPos place = parameter.getParserPosition();
    Object value = values.get(parameter.getIndex());
    if (value instanceof ArrayValue) {
      throw new SqlException(
          SqlException.Kind.UNSUPPORTED,
          "An array stands in ANY or ALL alone: write x = ANY (?).",
          null);
    }
    SqlNode literal = writesScalars ? literal(type, value, place) : null;
    if (literal != null) {
      hasWritten = true;
      return literal;
    }
    return type == SqlTypeName.NULL ? parameter : Casts.to(type, parameter, place);
  }

  private static @Nullable SqlNode literal(
      SqlTypeName type, @Nullable Object value, SqlParserPos place) {
    if (value instanceof String text && type == SqlTypeName.VARCHAR) {
      return SqlLiteral.createCharString(text, place);
    }
    return value instanceof Integer || value instanceof Long || value instanceof BigDecimal
        ? SqlLiteral.createExactNumeric(new BigDecimal(value.toString()).toPlainString(), place)
        : null;
  }

  /** Leaves LIMIT and OFFSET as they are: there a parameter stands for itself alone. */
  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    OptionalInt array = Quantified.parameter(call);
    if (array.isPresent()) {
      hasWritten = true;
      return Objects.requireNonNull(Quantified.of(call, values.get(array.getAsInt())).accept(this));
    }
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
