package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What windows there are of rows that lie evenly in time. */
class DateWindowingTest {
  private static final String SQL =
      SpreadAccount.Kind.MESSAGES.sql("date >= '2025-07-30 00:00:00'");
  private static final Pattern BOUND = Pattern.compile("DateSent%3[CE]=[^&]*");

  @ParameterizedTest
  @CsvSource({
    // pages, fewest and most windows, fewest and most requests, most pages of a window
    "6, 1, 1, 6, 6, 6",
    "20, 9, 16, 24, 32, 6",
    "50, 17, 29, 57, 71, 9"
  })
  void evenRowsAreReadInWindowsOfAFewPages(
      int pages, int fewestWindows, int mostWindows, int fewest, int most, int longest)
      throws SQLException {
    Counted account = new Counted(pages);
    try (Connection connection = TestConnections.to(account, "", PushDown.ALL)) {
      assertThat(TestConnections.firstColumn(connection, SQL)).hasSize(1000 * pages);
      assertThat(account.pages.size()).isBetween(fewestWindows, mostWindows);
      assertThat(account.pages.values().stream().mapToInt(each -> each).sum())
          .isBetween(fewest, most);
      assertThat(account.pages.values()).allMatch(each -> each <= longest);
      account.pages.clear();
      assertThat(TestConnections.firstColumn(connection, SQL)).hasSize(1000 * pages);
      assertThat(account.pages).isEmpty();
    }
  }

  /** Windows would take about 63. */
  @Test
  void aLimitOfRequestsThatPagesInTurnKeepIsKept() throws SQLException {
    try (Connection connection =
        TestConnections.to(new Counted(50), "maxRequests=55", PushDown.ALL)) {
      assertThat(TestConnections.firstColumn(connection, SQL)).hasSize(50_000);
    }
  }

  /**
   * An account with so many pages of messages in 300 days, which counts the pages of each window.
   */
  private static final class Counted implements TwilioClient {
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();
    private final SpreadAccount account;

    Counted(int pages) {
      account =
          new SpreadAccount(
              SpreadAccount.Kind.MESSAGES,
              IntStream.range(0, 1000 * pages)
                  .mapToObj(
                      i ->
                          SpreadAccount.NOW.minus(
                              Duration.ofDays(300).multipliedBy(i).dividedBy(1000L * pages)))
                  .toList());
    }

    @Override
    public Response get(Target target) throws IOException {
      pages.merge(window(target.pathAndQuery()), 1, Integer::sum);
      return account.get(target);
    }

    /** Returns the bounds of a window, whatever the order of a link's parameters is. */
    private static String window(String pathAndQuery) {
      return BOUND
          .matcher(pathAndQuery)
          .results()
          .map(MatchResult::group)
          .sorted()
          .collect(Collectors.joining());
    }

    @Override
    public void close() {
      account.close();
    }
  }
}
