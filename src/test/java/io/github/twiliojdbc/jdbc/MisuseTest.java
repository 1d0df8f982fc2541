package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Year;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program does wrong with JDBC's objects, and what it is told. */
class MisuseTest {
  private Connection connection;
  private Statement statement;
  private ResultSet row;

  @BeforeEach
  void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", client -> client);
    statement = connection.createStatement();
    row = statement.executeQuery("SELECT sid, date_sent, 3000000000 AS big FROM messages LIMIT 1");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void whatIsClosed() throws SQLException {
    row.close();
    says(row::next, SQLNonTransientException.class, "HY010", "The result set is closed.");
    says(
        () -> row.getString(1),
        SQLNonTransientException.class,
        "HY010",
        "The result set is closed.");
    statement.close();
    says(
        () -> statement.executeQuery("SELECT 1"),
        SQLNonTransientException.class,
        "HY010",
        "The statement is closed.");
    connection.close();
    says(
        connection::createStatement,
        SQLNonTransientConnectionException.class,
        "08003",
        "The connection is closed.");
    assertThat(connection.isValid(1)).isFalse();
  }

  /** An expression may have no value for a row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "CAST('x' AS INTEGER)|22018|'x' is no INTEGER",
        "CAST('x' AS DATE)|22007|'x' is no DATE",
        "CAST(num_segments * 3000000000 AS INTEGER) FROM messages|22003|out of range",
        "num_segments * 9223372036854775807 FROM messages|22003|long overflow",
        "1 / (num_segments - num_segments) FROM messages|22012|/ by zero",
        "1.5 / (num_segments - num_segments) FROM messages|22012|division by zero",
        "ln(0)|22000|there is a logarithm of numbers above zero alone",
        "substring('abc' FROM 1 FOR -1)|22000|a part of a text has no negative length"
      })
  void expressions(String expression, String state, String message) {
    for (int run = 0; run < 2; run++) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> statement.executeQuery("SELECT " + expression).next());
      assertThat(failure.getMessage())
          .startsWith("A value could not be computed: ")
          .contains(message);
      assertThat(failure.getSQLState()).isEqualTo(state);
      assertThat((Object) failure).isExactlyInstanceOf(SQLDataException.class);
    }
  }

  @Test
  void subQueries() {
    says(
        () -> statement.executeQuery("SELECT (SELECT sid FROM messages) FROM calls"),
        SQLNonTransientException.class,
        "21000",
        "A sub-query that stands for a value has more than one row: limit or aggregate it.");
  }

  @Test
  void schemas() throws SQLException {
    says(
        () -> connection.setSchema("public"),
        SQLSyntaxErrorException.class,
        "3F000",
        "There is no schema 'public'; the nearest name is \"twilio\".");
    assertThat(connection.getSchema()).isEqualTo("twilio");
  }

  @Test
  void columns() throws SQLException {
    says(
        () -> row.getString(1),
        SQLNonTransientException.class,
        "24000",
        "There is no row here: call next(), and ask for values while it returns true.");
    row.next();
    says(
        () -> row.getString(4),
        SQLSyntaxErrorException.class,
        "42S22",
        "The result has no column 4; it has 3.");
    says(
        () -> row.getString("body"),
        SQLSyntaxErrorException.class,
        "42S22",
        "The result has no column 'body'; it has [sid, date_sent, big].");
    says(
        () -> row.getMetaData().getColumnName(0),
        SQLSyntaxErrorException.class,
        "42S22",
        "The result has no column 0; it has 3.");
    assertThat(row.findColumn("DATE_Sent")).isEqualTo(2);
  }

  @Test
  void types() throws SQLException {
    row.next();
    says(
        () -> row.getInt("date_sent"),
        SQLDataException.class,
        "07006",
        "Column date_sent is a TIMESTAMP, which cannot be had as a BigDecimal.");
    says(
        () -> row.getInt("big"),
        SQLDataException.class,
        "22003",
        "Column big has 3000000000, which is not from -2147483648 to 2147483647.");
    says(
        () -> row.getObject("big", Year.class),
        SQLDataException.class,
        "07006",
        "Column big is a BIGINT, which cannot be had as a Year.");
    assertThat(catchThrowableOfType(SQLException.class, () -> row.getInt("sid")).getSQLState())
        .isEqualTo("22018");
    assertThat(catchThrowableOfType(SQLException.class, () -> row.getTimestamp(1)).getSQLState())
        .isEqualTo("22007");
  }

  @Test
  void parameters() throws SQLException {
    try (PreparedStatement prepared =
        connection.prepareStatement("SELECT sid FROM messages WHERE date_sent > ?")) {
      says(prepared::executeQuery, SQLException.class, "07002", "Parameter 1 is not set.");
      says(
          () -> prepared.setString(2, "x"),
          SQLSyntaxErrorException.class,
          "07009",
          "The statement has no parameter 2; it has 1.");
      says(
          () -> prepared.setString(1, "yesterday"),
          SQLDataException.class,
          "22018",
          "Parameter 1 is a TIMESTAMP, which 'yesterday' (String) is not.");
      assertThat(prepared.getParameterMetaData().getParameterTypeName(1)).isEqualTo("TIMESTAMP");
    }
  }

  @Test
  void changes() throws SQLException {
    String readsOnly = "The driver only reads: run queries with executeQuery or execute.";
    says(() -> statement.executeUpdate("SELECT 1"), SQLException.class, "25006", readsOnly);
    says(
        () -> statement.executeUpdate("DELETE FROM messages"),
        SQLException.class,
        "25006",
        "The driver only reads: a statement must be a query or EXPLAIN one.");
    says(() -> statement.addBatch("SELECT 1"), SQLException.class, "25006", readsOnly);
    connection.setReadOnly(false);
    assertThat(connection.isReadOnly()).isTrue();
    assertThat(connection.getWarnings().getMessage())
        .isEqualTo("The driver only reads, so that its connections stay read-only.");
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.commit();
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Test
  void arrays() throws SQLException {
    assertThatThrownBy(() -> connection.createArrayOf("text", null))
        .hasMessage("The elements are null: an array may have none, or setNull.");
    try (PreparedStatement any =
            connection.prepareStatement("SELECT sid FROM calls WHERE status = ANY (?)");
        PreparedStatement equal =
            connection.prepareStatement("SELECT sid FROM calls WHERE status = ?")) {
      any.setString(1, "busy");
      assertThatThrownBy(any::executeQuery)
          .isInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessage(
              "A parameter of ANY or ALL is an array: set it by setArray, or write x IN (?, ?) in"
                  + " place of x = ANY (?).");
      equal.setArray(1, connection.createArrayOf("text", new String[] {"busy"}));
      assertThatThrownBy(equal::executeQuery)
          .hasMessage("An array stands in ANY or ALL alone: write x = ANY (?).");
      any.setObject(1, new String[] {"busy", "failed"});
      try (ResultSet rows = any.executeQuery()) {
        assertThat(rows.next()).isTrue();
      }
      any.setArray(1, connection.createArrayOf("text", new String[0]));
      try (ResultSet rows = any.executeQuery()) {
        assertThat(rows.next()).isFalse();
      }
    }
  }

  /** Pools set the same at each use, and some never ask for warnings. */
  @Test
  void clientInfo() throws SQLException {
    for (int i = 0; i < 3; i++) {
      connection.setClientInfo("ClientHostname", "h");
    }
    SQLWarning warning = connection.getWarnings();
    assertThat(warning.getMessage())
        .isEqualTo("The driver keeps no client info 'ClientHostname', so that it was not set.");
    assertThat(warning.getSQLState()).isEqualTo("01000");
    assertThat((Object) warning.getNextWarning()).isNull();
    connection.clearWarnings();
    assertThat((Object) connection.getWarnings()).isNull();
  }

  @Test
  void whatTheDriverHasNot() {
    lacks(() -> connection.prepareCall("{call f()}"), "stored procedures");
    lacks(connection::setSavepoint, "savepoints");
    lacks(connection::createBlob, "BLOBs");
    lacks(
        () -> connection.prepareStatement("SELECT 1", Statement.RETURN_GENERATED_KEYS),
        "generated keys");
  }

  /** JDBC has a statement of another kind, and a warning, where the kind is not to be had. */
  @Test
  void kindsOfResults() throws SQLException {
    connection.clearWarnings();
    for (Statement other :
        List.of(
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE),
            connection.prepareStatement(
                "SELECT 1", ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_READ_ONLY))) {
      assertThat(other.getResultSetType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
      assertThat(other.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
      other.close();
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    assertThat((Iterable<Throwable>) connection.getWarnings())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "Results cannot be changed, so that this statement's are CONCUR_READ_ONLY.",
            "Results do not show what changes meanwhile, so that this statement's are"
                + " TYPE_SCROLL_INSENSITIVE.",
            "The driver only reads and has no transactions, so that no isolation was set.");
    connection.clearWarnings();
  }

  @Test
  void schemasInAnyCase() throws SQLException {
    connection.setSchema("MESSAGING");
    assertThat(connection.getSchema()).isEqualTo("messaging");
    connection.setSchema(null);
    assertThat(connection.getSchema()).isEqualTo("twilio");
  }

  private static void lacks(ThrowingCallable call, String what) {
    says(call, SQLFeatureNotSupportedException.class, "0A000", "The driver has no " + what + ".");
  }

  private static void says(
      ThrowingCallable call, Class<? extends SQLException> type, String state, String message) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    assertThat(failure.getMessage()).isEqualTo(message);
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getClass()).isEqualTo((Object) type);
  }
}
