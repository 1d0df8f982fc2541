package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions on the date are those of each execution's time, over midnight and a month's end. */
class MovingClockTest {
  private static final Instant BEFORE = Instant.parse("2026-05-31T23:59:59Z");
  private static final Instant AFTER = Instant.parse("2026-06-01T00:00:01Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date_sent >= current_date",
        "date_sent::date = current_date - 1",
        "date_sent >= date_trunc('month', current_date)",
        "to_char(date_sent, 'YYYY-MM') = to_char(now(), 'YYYY-MM')",
        "date_sent::date::text >= current_date::text",
        "extract(epoch FROM date_sent) >= extract(epoch FROM now()) - 3600",
        "CASE WHEN extract(month FROM current_date) = 5 THEN \"to\" = '+15550000100'"
            + " ELSE date_sent >= current_date END",
        "(current_date < DATE '2026-06-01' OR date_sent >= current_date)",
        "current_date < DATE '2026-06-01' AND date_sent >= current_date"
      })
  void isAskedAtEachExecution(String condition) throws SQLException {
    String sql = "SELECT sid FROM messages WHERE " + condition;
    List<Answer> prepared = new ArrayList<>();
    List<Answer> texts = new ArrayList<>();
    try (Account account = new Account(BEFORE);
        Connection connection = account.connection(PushDown.ALL);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Instant now : List.of(BEFORE, AFTER, BEFORE)) {
        account.now = now;
        prepared.add(account.answer(statement));
        try (PreparedStatement text = connection.prepareStatement(sql)) {
          texts.add(account.answer(text));
        }
      }
    }
    assertThat(prepared).isEqualTo(texts);
    assertThat(prepared).containsExactly(fresh(sql, BEFORE), fresh(sql, AFTER), fresh(sql, BEFORE));
    assertThat(prepared.get(0).requests()).isNotEqualTo(prepared.get(1).requests());
    assertThat(prepared.get(0).rows()).isEqualTo(whole(sql, BEFORE));
    assertThat(prepared.get(1).rows()).isEqualTo(whole(sql, AFTER));
  }

  private static Answer fresh(String sql, Instant now) throws SQLException {
    return answer(sql, now, PushDown.ALL);
  }

  private static List<String> whole(String sql, Instant now) throws SQLException {
    return answer(sql, now, PushDown.NONE).rows();
  }

  private static Answer answer(String sql, Instant now, PushDown pushDown) throws SQLException {
    try (Account account = new Account(now);
        Connection connection = account.connection(pushDown);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return account.answer(statement);
    }
  }

  /** What a query brings, in some order, and what it asks. */
  private record Answer(List<String> rows, List<String> requests) {}

  /** The sample account, and the time at which it is asked. */
  private static final class Account extends Clock implements TwilioClient {
    private static final Sandbox SANDBOX =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private final List<String> sent = new ArrayList<>();
    private Instant now;

    Account(Instant now) {
      this.now = now;
    }

    Connection connection(PushDown pushDown) throws SQLException {
      return TestConnections.to(
          this, "accounts=own;pageSize=1000;cache=false;maxConcurrency=1", pushDown, this);
    }

    Answer answer(PreparedStatement statement) throws SQLException {
      sent.clear();
      try (ResultSet result = statement.executeQuery()) {
        List<String> rows = TestConnections.firstColumn(result);
        return new Answer(rows.stream().sorted().toList(), List.copyOf(sent));
      }
    }

    @Override
    public Response get(Target target) {
      sent.add(target.pathAndQuery());
      return SANDBOX.get(target);
    }

    @Override
    public void close() {
      // Other tests ask the same account.
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
