package io.github.twiliojdbc.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.TwilioConnection;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import javax.sql.rowset.JdbcRowSet;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that scroll; where moves lead, PostgresqlTest asks PostgreSQL's driver. */
class ScrollingTest {
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = TestConnections.sandbox("accounts=own", client -> client);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void rowsAreReadAsFarAsAMoveGoes() throws SQLException {
    TwilioConnection counters = connection.unwrap(TwilioConnection.class);
    try (Statement statement = scrolling();
        ResultSet rows = statement.executeQuery("SELECT sid FROM messages")) {
      assertThat(rows.first()).isTrue();
      assertThat(rows.absolute(500)).isTrue();
      assertThat(rows.previous()).isTrue();
      assertThat(rows.getRow()).isEqualTo(499);
      assertThat(counters.activity().requests()).isLessThanOrEqualTo(2);
      assertThat(rows.last()).isTrue();
      assertThat(rows.getRow()).isGreaterThan(2000);
      assertThat(rows.isLast()).isTrue();
    }
  }

  @Test
  void preparedStatementsScrollAsWell() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT n FROM generate_series(1, ?) AS n ORDER BY n",
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_READ_ONLY)) {
      for (int count = 1; count < 4; count++) {
        statement.setInt(1, count);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.last()).isTrue();
          assertThat(rows.getInt(1)).isEqualTo(count);
        }
      }
    }
  }

  @Test
  void onlySoManyRowsAreKept() throws SQLException {
    try (Statement statement = scrolling();
        ResultSet rows = statement.executeQuery("SELECT n FROM generate_series(1, 100001) AS n")) {
      assertThat(rows.absolute(RowCursor.MOST_KEPT)).isTrue();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(rows::last)
            .isInstanceOf(SQLNonTransientException.class)
            .hasFieldOrPropertyWithValue("SQLState", "54000")
            .hasMessage(
                "A result that scrolls keeps its rows, at most 100,000: ask for fewer, by LIMIT or"
                    + " setMaxRows, or for a statement that does not scroll.");
      }
    }
  }

  @Test
  void usualResultsGoForwardAlone() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(rows::previous)
          .isInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessage(
              "The driver has no scrolling here: use next(), or a statement of"
                  + " TYPE_SCROLL_INSENSITIVE.");
    }
  }

  @Test
  void rowSetsOfTheJdkScroll() throws SQLException {
    try (JdbcRowSet rows = RowSetProvider.newFactory().createJdbcRowSet()) {
      rows.setUrl("jdbc:twilio:sandbox=true");
      rows.setCommand("SELECT n FROM generate_series(1, 3) AS n ORDER BY n");
      rows.execute();
      assertThat(rows.last()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(3);
      assertThat(rows.absolute(2)).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void metadataSaysWhichKindsThereAre() throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    assertThat(metadata.supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY)).isTrue();
    assertThat(metadata.supportsResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE)).isTrue();
    assertThat(metadata.supportsResultSetType(ResultSet.TYPE_SCROLL_SENSITIVE)).isFalse();
    assertThat(
            metadata.supportsResultSetConcurrency(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY))
        .isTrue();
    assertThat(
            metadata.supportsResultSetConcurrency(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE))
        .isFalse();
  }

  private Statement scrolling() throws SQLException {
    return connection.createStatement(
        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
  }
}
