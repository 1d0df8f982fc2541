package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.TwilioConnection;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.pushdown.DrawnQuery.BoundStatement;
import io.github.twiliojdbc.transport.TwilioClient;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs both forms of drawn queries, each on a connection of its own. */
final class TwoForms {
  private static final int SECONDS = 10;

  private final TwilioClient client;
  private final ExecutorService executor;

  TwoForms(TwilioClient client, ExecutorService executor) {
    this.client = client;
    this.executor = executor;
  }

  /**
   * What a statement did.
   *
   * @param rows its rows as text, sorted
   * @param requests requests that it sent
   * @param received rows that came from the API
   */
  record Answer(List<String> rows, long requests, long received) {}

  /** Runs the forms of a query and compares them. */
  Outcome compare(Recipe recipe, DrawnQuery query) throws InterruptedException {
    String accounts = recipe.accounts();
    try {
      Answer outside;
      try {
        outside = run(query.outside(), accounts, PushDown.ALL);
      } catch (SQLException e) {
        return refused(query, accounts, e);
      }
      Answer plain = run(query.outside(), accounts, PushDown.NONE);
      if (!plain.rows.equals(outside.rows)) {
        return new Outcome(Verdict.WRONG_ROWS, difference(outside, plain));
      }
      if (!query.isComparable() || NotCompared.includes(recipe, query)) {
        return new Outcome(Verdict.ROWS_ONLY, "");
      }
      Answer inside = run(query.inside(), accounts, PushDown.ALL);
      if (!plain.rows.equals(inside.rows)) {
        return new Outcome(Verdict.WRONG_ROWS_INSIDE, difference(inside, plain));
      }
      String numbers =
          "outside %d requests %d rows, inside %d requests %d rows"
              .formatted(outside.requests, outside.received, inside.requests, inside.received);
      if (outside.requests > inside.requests) {
        return new Outcome(Verdict.MORE_REQUESTS, numbers);
      }
      if (outside.received > inside.received) {
        return new Outcome(Verdict.MORE_ROWS, numbers);
      }
      Answer unconditional = run(query.unconditional(), accounts, PushDown.ALL);
      return new Outcome(
          inside.requests < unconditional.requests ? Verdict.EQUAL : Verdict.NOTHING_SAVED,
          numbers + ", without the condition " + unconditional.requests);
    } catch (TimeoutException e) {
      return new Outcome(Verdict.NOT_IN_TIME, String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      return new Outcome(Verdict.ERROR, String.valueOf(e.getMessage()));
    }
  }

  /** Returns whether a query fails because of what is left to Twilio, or in any case. */
  private Outcome refused(DrawnQuery query, String accounts, SQLException e)
      throws InterruptedException, TimeoutException {
    try {
      run(query.outside(), accounts, PushDown.NONE);
      return new Outcome(Verdict.ERROR, String.valueOf(e.getMessage()));
    } catch (SQLException inAnyCase) {
      return new Outcome(Verdict.REFUSED, String.valueOf(inAnyCase.getMessage()));
    }
  }

  private static String difference(Answer actual, Answer expected) {
    List<String> more = new ArrayList<>(actual.rows);
    expected.rows.forEach(more::remove);
    List<String> fewer = new ArrayList<>(expected.rows);
    actual.rows.forEach(fewer::remove);
    return "%d rows, expected %d; more: %s, missing: %s"
        .formatted(
            actual.rows.size(),
            expected.rows.size(),
            more.stream().limit(2).toList(),
            fewer.stream().limit(2).toList());
  }

  private Answer run(BoundStatement statement, String accounts, PushDown pushDown)
      throws SQLException, InterruptedException, TimeoutException {
    AtomicBoolean isPlanned = new AtomicBoolean();
    Future<Answer> answer = executor.submit(() -> answer(statement, accounts, pushDown, isPlanned));
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new TimeoutException(
          (isPlanned.get() ? "run: " : "planned: ") + pushDown + " " + statement);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw new SQLException("not an SQLException: " + e.getCause(), e.getCause());
    } finally {
      answer.cancel(/* mayInterruptIfRunning= */ true);
    }
  }

  /** Returns a value as text, in which equal numbers are equal. */
  private static @Nullable String text(ResultSet result, int column) throws SQLException {
    return result.getObject(column) instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : result.getString(column);
  }

  private Answer answer(
      BoundStatement bound, String accounts, PushDown pushDown, AtomicBoolean isPlanned)
      throws SQLException {
    String properties =
        "cache=false;maxConcurrency=1;pageSize=%d;accounts='%s'"
            .formatted(ListTable.PAGE_SIZE, accounts);
    try (Connection connection = TestConnections.to(client, properties, pushDown);
        PreparedStatement statement = connection.prepareStatement(bound.sql())) {
      isPlanned.set(true);
      for (int i = 0; i < bound.values().size(); i++) {
        statement.setObject(i + 1, bound.values().get(i));
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            row.append(text(result, i)).append('|');
          }
          rows.add(row.toString());
        }
      }
      Collections.sort(rows);
      TwilioConnection twilio = connection.unwrap(TwilioConnection.class);
      return new Answer(rows, twilio.activity().requests(), twilio.activity().rows());
    }
  }
}
