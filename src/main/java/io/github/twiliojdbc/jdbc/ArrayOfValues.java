package io.github.twiliojdbc.jdbc;

import io.github.twiliojdbc.sql.functions.Conversions;
import java.sql.Array;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array that a row holds, or that a connection makes for a parameter.
 *
 * @param typeName name of the elements' type
 * @param elements the objects that JDBC has for the elements
 * @param written what the elements are in the text of the array, which is PostgreSQL's
 */
record ArrayOfValues(String typeName, List<? extends @Nullable Object> elements, List<?> written)
    implements Array {

  @Override
  public String getBaseTypeName() {
    return typeName;
  }

  /** Returns the type of {@link Types}, or OTHER for a name that JDBC has not. */
  @Override
  public int getBaseType() {
    for (JDBCType type : JDBCType.values()) {
      if (type.getName().equalsIgnoreCase(typeName)) {
        return type.getVendorTypeNumber();
      }
    }
    return Types.OTHER;
  }

  @Override
  public Object getArray() {
    return elements.toArray();
  }

  @Override
  public Object getArray(Map<String, Class<?>> map) {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    throw SqlErrors.unsupported("parts of arrays");
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
    throw SqlErrors.unsupported("parts of arrays");
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    throw SqlErrors.unsupported("results of arrays");
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
    throw SqlErrors.unsupported("results of arrays");
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    throw SqlErrors.unsupported("results of arrays");
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map)
      throws SQLException {
    throw SqlErrors.unsupported("results of arrays");
  }

  @Override
  public void free() {
    // There is nothing to let go of.
  }

  @Override
  public String toString() {
    return Conversions.array(written);
  }
}
