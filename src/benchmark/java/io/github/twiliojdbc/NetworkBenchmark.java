package io.github.twiliojdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long queries take on a server that needs 150 ms for every answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class NetworkBenchmark {
  private static final String MESSAGES =
      """
      SELECT sid, "from", "to", body, status, direction, date_sent, num_segments, price, error_code
      FROM messages WHERE date_sent >= '%s' AND date_sent < '%s'"""
          .formatted(daysAgo(365), daysAgo(0));
  private static final String DAY =
      """
      SELECT status, count(*), sum(price) FROM messages
      WHERE date_sent >= '%s' AND date_sent < '%s' GROUP BY status"""
          .formatted(daysAgo(15), daysAgo(12));
  private static final String CHILDREN =
      "SELECT conference_sid, call_sid FROM conference_participants";

  private PageServer server;
  private Connection parallel;
  private Connection serial;
  private Connection fresh;
  private Connection repeated;

  /** Starts the server. */
  @Setup
  public void start() throws IOException {
    server = new PageServer(new Messages(100_000, 365), 120, Duration.ofMillis(150));
  }

  /** Opens connections of which one has run the report before. */
  @Setup(Level.Iteration)
  public void open() throws SQLException {
    parallel = DriverManager.getConnection(server.url("maxConcurrency=8;cache=false"));
    serial = DriverManager.getConnection(server.url("maxConcurrency=1;cache=false"));
    fresh = DriverManager.getConnection(server.url(""));
    repeated = DriverManager.getConnection(server.url(""));
    rows(repeated, DAY, new Requests());
    server.takeRequests();
  }

  /** Closes the connections. */
  @TearDown(Level.Iteration)
  public void close() throws SQLException {
    parallel.close();
    serial.close();
    fresh.close();
    repeated.close();
  }

  /** Stops the server. */
  @TearDown
  public void stop() {
    server.close();
  }

  /** A year's messages, in windows. */
  @Benchmark
  public int windows(Requests requests) throws SQLException {
    return rows(parallel, MESSAGES, requests);
  }

  /** The same, one page after another. */
  @Benchmark
  public int pages(Requests requests) throws SQLException {
    return rows(serial, MESSAGES, requests);
  }

  /** The participants of 120 conferences, eight at a time. */
  @Benchmark
  public int children(Requests requests) throws SQLException {
    return rows(parallel, CHILDREN, requests);
  }

  /** The same, one after another. */
  @Benchmark
  public int childrenInTurn(Requests requests) throws SQLException {
    return rows(serial, CHILDREN, requests);
  }

  /** A report of three days. */
  @Benchmark
  @Warmup(iterations = 20)
  @Measurement(iterations = 10)
  public int first(Requests requests) throws SQLException {
    return rows(fresh, DAY, requests);
  }

  private static String daysAgo(int days) {
    return Messages.END.minus(Duration.ofDays(days)).toString().substring(0, 10);
  }

  private int rows(Connection connection, String sql, Requests requests) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      requests.sent = server.takeRequests();
      requests.rows = count;
      return count;
    }
  }

  /** The report again and again. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 5, time = 3)
  public int again(Requests requests) throws SQLException {
    return rows(repeated, DAY, requests);
  }

  /** How many requests a query sent, and how many rows it brought. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Requests {
    /** Requests. */
    public int sent;

    /** Rows. */
    public int rows;
  }
}
