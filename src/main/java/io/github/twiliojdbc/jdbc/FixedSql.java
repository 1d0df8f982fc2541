package io.github.twiliojdbc.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.calcite.avatica.AvaticaConnection;
import org.apache.calcite.avatica.AvaticaPreparedStatement;
import org.apache.calcite.avatica.Meta;

/** A statement that runs the SQL it was prepared with, and refuses to run another. */
abstract class FixedSql extends AvaticaPreparedStatement {

  FixedSql(
      AvaticaConnection connection,
      Meta.StatementHandle handle,
      Meta.Signature signature,
      int type,
      int concurrency,
      int holdability)
      throws SQLException {
    super(connection, handle, signature, type, concurrency, holdability);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public boolean execute(String sql, int generatedKeys) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public boolean execute(String sql, int[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public boolean execute(String sql, String[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public long executeLargeUpdate(String sql) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public int executeUpdate(String sql, int generatedKeys) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public int executeUpdate(String sql, int[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public int executeUpdate(String sql, String[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public long executeLargeUpdate(String sql, int[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public long executeLargeUpdate(String sql, String[] keyColumns) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }

  @Override
  public void addBatch(String sql) throws SQLException {
    throw SqlErrors.alreadyPrepared();
  }
}
