package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that arrive while pages are read double none of the others, and lose none. */
class RowsInMotionTest {
  private static final int ROWS = 120;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9, 10, 15})
  void eachRowComesOnce(int arriving) throws SQLException {
    for (String sql :
        List.of(
            "SELECT sid FROM messages",
            "SELECT sid FROM messages ORDER BY sid",
            "SELECT sid FROM messages WHERE date_sent IS NULL")) {
      try (Connection connection =
          TestConnections.to(
              new Arriving(arriving), "accounts=own;pageSize=20;cache=false", PushDown.ALL)) {
        List<String> found = TestConnections.firstColumn(connection, sql);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found)
            .filteredOn(sid -> Integer.parseInt(sid.substring(2)) < ROWS)
            .hasSize(ROWS);
      }
    }
  }

  /** An account to which so many messages are sent after each page that is read. */
  private static final class Arriving implements TwilioClient {
    private static final Pattern PAGE = Pattern.compile("[?&]Page=(\\d+)");
    private static final int SIZE = 20;

    private final int arriving;
    private int rows = ROWS;

    Arriving(int arriving) {
      this.arriving = arriving;
    }

    @Override
    public synchronized Response get(Target target) {
      Matcher number = PAGE.matcher(target.pathAndQuery());
      int page = number.find() ? Integer.parseInt(number.group(1)) : 0;
      int end = Math.max(0, rows - (page + 1) * SIZE);
      String found =
          IntStream.range(end, Math.max(end, rows - page * SIZE))
              .map(i -> end + rows - page * SIZE - 1 - i)
              .mapToObj("{\"sid\":\"SM%05d\"}"::formatted)
              .collect(Collectors.joining(","));
      String path = target.pathAndQuery().replaceAll("\\?.*", "");
      String next =
          end == 0 ? "null" : "\"%s?PageSize=%d&Page=%d\"".formatted(path, SIZE, page + 1);
      rows += arriving;
      return new Response(
          200,
          Map.of(),
          "{\"messages\":[%s],\"next_page_uri\":%s}"
              .formatted(found, next)
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
