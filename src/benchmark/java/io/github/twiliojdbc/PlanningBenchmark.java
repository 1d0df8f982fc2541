package io.github.twiliojdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to plan a query: for the first time, and again with other parameters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PlanningBenchmark {
  private static final String SQL =
      """
      SELECT c.sid, p.call_sid, p.label FROM conferences c
      JOIN conference_participants p ON p.conference_sid = c.sid
      WHERE c.date_created >= ? AND c.status IN (?, ?)
      ORDER BY c.date_created DESC LIMIT 100""";

  private final TwilioDataSource source = new TwilioDataSource();
  private Connection connection;
  private long count;

  /** Opens the connection that all queries are planned for. */
  @Setup
  public void open() throws SQLException {
    source.setSandbox(true);
    connection = source.getConnection();
  }

  /** Closes the connection. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }

  /** A query that was never planned before. */
  @Benchmark
  public void first() throws SQLException {
    prepare(SQL + " OFFSET " + count++);
  }

  /** A query that was planned before, with other parameters. */
  @Benchmark
  public void again() throws SQLException {
    prepare(SQL);
  }

  private void prepare(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setTimestamp(1, Timestamp.from(Instant.ofEpochSecond(count)));
      statement.setString(2, "completed");
      statement.setString(3, "in-progress");
    }
  }
}
