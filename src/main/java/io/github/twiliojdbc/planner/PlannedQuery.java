package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.scan.Execution;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta.CursorFactory;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.runtime.Typed;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A query that is ready to run, any number of times. */
public final class PlannedQuery {
  private final List<ColumnMetaData> columns;
  private final List<AvaticaParameter> parameters;
  private final CursorFactory cursorFactory;
  private final BiFunction<Execution, Map<String, @Nullable Object>, Enumerable<?>> rows;

  private PlannedQuery(
      List<ColumnMetaData> columns,
      List<AvaticaParameter> parameters,
      CursorFactory cursorFactory,
      BiFunction<Execution, Map<String, @Nullable Object>, Enumerable<?>> rows) {
    this.columns = columns;
    this.parameters = parameters;
    this.cursorFactory = cursorFactory;
    this.rows = rows;
  }

  static PlannedQuery of(
      SqlPlanner planner,
      List<ColumnMetaData> columns,
      List<AvaticaParameter> parameters,
      Bindable<?> bindable,
      Map<String, Object> stash) {
    return new PlannedQuery(
        columns,
        parameters,
        CursorFactory.deduce(columns, (Class<?>) ((Typed) bindable).getElementType()),
        (execution, values) -> {
          Map<String, @Nullable Object> all = new HashMap<>(stash);
          all.putAll(values);
          TimeContext known = new TimeContext(planner.clock().instant(), all);
          return bindable.bind(new QueryContext(known, execution, planner.requests()));
        });
  }

  /** Returns a result of text, a row a line. */
  static PlannedQuery explanation(List<String> lines) {
    TwilioTypeFactory types = new TwilioTypeFactory();
    var text = types.createSqlType(SqlTypeName.VARCHAR);
    var rowType = types.builder().add("plan", text).build();
    List<ColumnMetaData> columns =
        ColumnTypes.columns(types, rowType, Collections.nCopies(1, null));
    return new PlannedQuery(
        columns,
        List.of(),
        CursorFactory.OBJECT,
        (execution, values) -> Linq4j.asEnumerable(lines));
  }

  /** Returns the columns of the result. */
  public List<ColumnMetaData> columns() {
    return columns;
  }

  /** Returns the parameters of the statement. */
  public List<AvaticaParameter> parameters() {
    return parameters;
  }

  /** Returns how JDBC gets a column's value out of a row. */
  public CursorFactory cursorFactory() {
    return cursorFactory;
  }

  /**
   * Returns the rows, which are read as they are enumerated.
   *
   * @param values values of the parameters, by names of ?0, ?1 and so on
   * @param maxRows most rows to return, or a negative number for all
   */
  public Enumerable<?> rows(
      Execution execution, Map<String, @Nullable Object> values, long maxRows) {
    Enumerable<?> all = rows.apply(execution, values);
    return maxRows < 0 ? all : LimitRuntime.rows(all, null, maxRows);
  }
}
