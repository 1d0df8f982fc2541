package io.github.twiliojdbc.jdbc;

import com.google.common.collect.Iterators;
import io.github.twiliojdbc.QueryEstimate;
import io.github.twiliojdbc.metadata.CatalogMetadata;
import io.github.twiliojdbc.planner.PlannedQuery;
import io.github.twiliojdbc.planner.SqlPlanner;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.scan.Execution;
import io.github.twiliojdbc.scan.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.remote.TypedValue;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Plans, runs and describes what Avatica's JDBC objects ask for. */
final class TwilioMeta extends MetadataCalls {
  private final Session session;
  private final SqlPlanner planner;
  private final AtomicInteger statements = new AtomicInteger();
  private final Set<Cancellation> preparing = ConcurrentHashMap.newKeySet();

  TwilioMeta(
      SessionConnection connection, Session session, SqlPlanner planner, CatalogMetadata metadata) {
    super(connection, metadata);
    this.session = session;
    this.planner = planner;
  }

  @Override
  public StatementHandle prepare(ConnectionHandle connectionHandle, String sql, long maxRows) {
    StatementHandle handle = createStatement(connectionHandle);
    Cancellation cancellation = new Cancellation();
    preparing.add(cancellation);
    try {
      handle.signature =
          new QuerySignature(sql, planner.plan(text(sql), connection.schema(), cancellation));
    } finally {
      preparing.remove(cancellation);
    }
    return handle;
  }

  /** Gives up the statements that are being prepared, since the connection is closed. */
  void disconnect() {
    preparing.forEach(each -> each.cancel(Cancellation.Reason.DISCONNECTED));
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Avatica deprecates it and has it abstract.
  public ExecuteResult prepareAndExecute(
      StatementHandle handle, String sql, long maxRows, PrepareCallback callback) {
    return prepareAndExecute(handle, sql, maxRows, -1, callback);
  }

  @Override
  public ExecuteResult prepareAndExecute(
      StatementHandle handle,
      String sql,
      long maxRows,
      int maxRowsInFirstFrame,
      PrepareCallback callback) {
    try {
      // Planned outside of the monitor, so that it can be canceled meanwhile.
      QuerySignature signature = new QuerySignature(sql, plan(handle, sql, List.of(), List.of()));
      synchronized (callback.getMonitor()) {
        callback.clear();
        callback.assign(signature, null, -1);
      }
      callback.execute();
      return result(handle, signature);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a statement's signature if its parameters have these types. */
  QuerySignature typed(
      StatementHandle handle,
      String sql,
      List<SqlTypeName> types,
      List<? extends @Nullable Object> values) {
    return new QuerySignature(sql, plan(handle, sql, types, values));
  }

  private PlannedQuery plan(
      StatementHandle handle,
      String sql,
      List<SqlTypeName> types,
      List<? extends @Nullable Object> values) {
    return planner.plan(
        text(sql), connection.schema(), types, values, running(handle).run().cancellation());
  }

  /** Returns no text in place of null, which programs are answered alike. */
  private static String text(@Nullable String sql) {
    return sql == null ? "" : sql;
  }

  private Running running(StatementHandle handle) {
    return (Running) connection.statement(handle);
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Avatica deprecates it and has it abstract.
  public ExecuteResult execute(StatementHandle handle, List<TypedValue> parameters, long maxRows) {
    return execute(handle, parameters, -1);
  }

  @Override
  public ExecuteResult execute(
      StatementHandle handle, List<TypedValue> parameters, int maxRowsInFirstFrame) {
    return result(handle, (QuerySignature) handle.signature);
  }

  private static ExecuteResult result(StatementHandle handle, QuerySignature signature) {
    return new ExecuteResult(
        List.of(MetaResultSet.create(handle.connectionId, handle.id, false, signature, null, -1)));
  }

  @Override
  public Iterable<Object> createIterable(
      StatementHandle handle,
      QueryState state,
      Signature signature,
      @Nullable List<TypedValue> parameters,
      @Nullable Frame firstFrame) {
    if (!(signature instanceof QuerySignature query)) {
      return Objects.requireNonNull(firstFrame).rows;
    }
    AvaticaStatement statement = connection.statement(handle);
    return rows(query, statement, ((Running) statement).parameters());
  }

  @SuppressWarnings("unchecked")
  private Iterable<Object> rows(
      QuerySignature signature, AvaticaStatement statement, Map<String, @Nullable Object> values) {
    Run run = ((Running) statement).run();
    try {
      // JDBC writes no limit as 0.
      long maxRows = statement.getLargeMaxRows() == 0 ? -1 : statement.getLargeMaxRows();
      Execution execution =
          new Execution(
              session, signature.sql, run.cancellation(), maxRows < 0, run.warnings()::add);
      run.logTo(execution::tell);
      Iterable<Object> rows = (Iterable<Object>) signature.query().rows(execution, values, maxRows);
      return () ->
          Iterators.transform(
              rows.iterator(),
              row -> {
                execution.countResultRow();
                return row;
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the estimates of a statement that explains a query. */
  QueryEstimate estimate(
      Running statement, QuerySignature signature, Map<String, @Nullable Object> values) {
    Run run = statement.run();
    return signature
        .query()
        .estimate(
            new Execution(
                session,
                signature.sql,
                run.cancellation(),
                /* needsAllRows= */ true,
                run.warnings()::add),
            values);
  }

  @Override
  public ExecuteBatchResult prepareAndExecuteBatch(StatementHandle handle, List<String> commands) {
    throw new UnsupportedOperationException("the driver only reads");
  }

  @Override
  public ExecuteBatchResult executeBatch(
      StatementHandle handle, List<List<TypedValue>> parameters) {
    throw new UnsupportedOperationException("the driver only reads");
  }

  @Override
  public Frame fetch(StatementHandle handle, long offset, int maxRows) {
    throw new UnsupportedOperationException("rows are read as they are asked for");
  }

  @Override
  public boolean syncResults(StatementHandle handle, QueryState state, long offset) {
    return false;
  }

  @Override
  public StatementHandle createStatement(ConnectionHandle handle) {
    return new StatementHandle(handle.id, statements.getAndIncrement(), null);
  }

  @Override
  public void openConnection(ConnectionHandle handle, Map<String, String> properties) {
    // A connection sends nothing before a statement does.
  }

  @Override
  public void closeConnection(ConnectionHandle handle) {
    // The connection closes what it has itself.
  }

  @Override
  public ConnectionProperties connectionSync(
      ConnectionHandle handle, ConnectionProperties properties) {
    throw new UnsupportedOperationException("the connection keeps its own state");
  }

  @Override
  public void closeStatement(StatementHandle handle) {
    // A statement holds nothing that outlives its result.
  }

  @Override
  public void commit(ConnectionHandle handle) {
    // There are no transactions.
  }

  @Override
  public void rollback(ConnectionHandle handle) {
    // There are no transactions.
  }
}
