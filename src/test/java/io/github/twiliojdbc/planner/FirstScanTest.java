package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.request.Statistics;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.scan.Execution;
import io.github.twiliojdbc.scan.RequestLog;
import io.github.twiliojdbc.scan.Session;
import io.github.twiliojdbc.scan.StatementCanceledException;
import io.github.twiliojdbc.sql.functions.WallClock;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Secrets;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is sure to send a request sends it while it is being compiled. */
@Timeout(20)
class FirstScanTest {
  private final TwilioClient sandbox =
      new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);

  /** The query is compiled when its first request comes, or else waits for its code for ever. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT sid FROM messages LIMIT 3",
        "SELECT count(*) FROM messages WHERE date_sent >= '2026-06-29'",
        "SELECT sid FROM messages WHERE status = 'failed' ORDER BY date_sent DESC LIMIT 5"
      })
  void theFirstRequestDoesNotWaitForTheCode(String sql) {
    ConcurrentLinkedQueue<Runnable> uncompiled = new ConcurrentLinkedQueue<>();
    Session session = session(new Compiling(sandbox, uncompiled));
    PlannedQuery query =
        planner(uncompiled::add).plan(sql, Catalog.DEFAULT_SCHEMA, new Cancellation());
    assertThat(uncompiled).hasSize(1);
    assertThat(rows(query, session)).isNotEmpty();
  }

  /** The query is compiled when it waits, for the code or for an answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT sid FROM messages LIMIT 3",
        "SELECT count(*) FROM messages WHERE date_sent >= '2026-06-29'",
        "SELECT sid FROM messages WHERE date_sent > CURRENT_TIMESTAMP - INTERVAL '1' DAY",
        "SELECT sid FROM messages ORDER BY body LIMIT ?",
        "SELECT count(*) FROM messages WHERE sid = 'SM1' AND sid = 'SM2'",
        "SELECT count(p.label) FROM conferences c JOIN conference_participants p"
            + " ON p.conference_sid = c.sid",
        "VALUES 1"
      })
  void noMoreIsSentThanByTheCodeAlone(String sql) {
    Thread runner = Thread.currentThread();
    Executor late =
        compilation ->
            new Thread(
                    () -> {
                      while (runner.getState() == Thread.State.RUNNABLE) {
                        Thread.onSpinWait();
                      }
                      compilation.run();
                    })
                .start();
    Session session = session(sandbox);
    PlannedQuery query = planner(late).plan(sql, Catalog.DEFAULT_SCHEMA, new Cancellation());
    List<?> rows = rows(query, session);
    long requests = session.activity().requests();
    assertThat(rows(query, session)).usingRecursiveComparison().isEqualTo(rows);
    assertThat(session.activity().requests()).isEqualTo(2 * requests);
  }

  /** No code is ever compiled, so that only the end of the statement ends the wait for it. */
  @Test
  void theWaitForTheCodeEndsWithTheStatement() {
    Cancellation cancellation = new Cancellation();
    Thread runner = Thread.currentThread();
    Executor never =
        compilation ->
            new Thread(
                    () -> {
                      while (runner.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                      }
                      cancellation.cancel(Cancellation.Reason.CANCELED);
                    })
                .start();
    Execution execution =
        new Execution(session(sandbox), "", cancellation, /* needsAllRows= */ true, text -> {});
    PlannedQuery query =
        planner(never).plan("VALUES 1", Catalog.DEFAULT_SCHEMA, new Cancellation());
    assertThatThrownBy(() -> query.rows(execution, Map.of(), -1))
        .isInstanceOf(StatementCanceledException.class);
  }

  private static Session session(TwilioClient client) {
    return new Session(
        Catalog.bundled(),
        client,
        Endpoint.twilio(Optional.empty(), Optional.empty()),
        TestConnections.ACCOUNT,
        new Secrets(List.of()),
        /* exposeSecrets= */ false,
        OptionalInt.empty(),
        4,
        new RequestLog(Logger.getAnonymousLogger()),
        TestConnections.CLOCK);
  }

  private static SqlPlanner planner(Executor compiler) {
    return new SqlPlanner(
        Catalog.bundled(),
        List.of(),
        new Scope(Optional.of(List.of(TestConnections.ACCOUNT)), Optional.empty()),
        OptionalInt.empty(),
        4,
        Duration.ofDays(1),
        Statistics.TYPICAL,
        Target::toString,
        TestConnections.CLOCK,
        new WallClock(java.time.ZoneOffset.UTC),
        PushDown.ALL,
        compiler);
  }

  private static List<?> rows(PlannedQuery query, Session session) {
    Execution execution =
        new Execution(session, "", new Cancellation(), /* needsAllRows= */ true, warning -> {});
    return query.rows(execution, Map.of("?0", 0), -1).toList();
  }

  /** Has the query compiled when a request comes. */
  private record Compiling(TwilioClient client, ConcurrentLinkedQueue<Runnable> uncompiled)
      implements TwilioClient {

    @Override
    public Response get(Target target) throws IOException {
      Runnable compilation = uncompiled.poll();
      if (compilation != null) {
        compilation.run();
      }
      return client.get(target);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
