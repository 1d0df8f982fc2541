package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Strings;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lookup sends at most twice as many requests as its keys, or the list they are in, take. */
class LookupRequestsTest {
  private static final int RUNS = 40;
  private static final int PAGE_SIZE = 20;
  private static final String SQL =
      "SELECT count(c.sid) FROM recordings r %sJOIN calls c ON c.sid = r.call_sid"
          + " WHERE r.date_created >= TIMESTAMP '2026-06-30 00:00:00'";

  @Test
  void requestsAreBoundedHoweverManyKeysAndPagesThereAre() throws SQLException {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      int calls = random.nextInt(run % 2 == 0 ? 3 * PAGE_SIZE : 60 * PAGE_SIZE);
      int keys = 1 + random.nextInt(run % 3 == 0 ? 6 : 200);
      CallAccount account = new CallAccount(calls, keys, random);
      try (Connection connection =
              TestConnections.to(
                  account, "accounts=own;cache=false;pageSize=" + PAGE_SIZE, PushDown.ALL);
          Statement statement = connection.createStatement()) {
        String kind = random.nextBoolean() ? "" : "LEFT ";
        try (ResultSet rows = statement.executeQuery(SQL.formatted(kind))) {
          assertThat(rows.next()).isTrue();
          assertThat(rows.getInt(1)).as("seed %s", seed).isEqualTo(account.joined());
        }
      }
      int pages = Math.max(1, (calls + PAGE_SIZE - 1) / PAGE_SIZE);
      assertThat(account.ofCalls.get())
          .as("seed %s: %s keys, %s pages", seed, account.keys(), pages)
          .isLessThanOrEqualTo(2 * Math.min(account.keys(), pages) + 2);
    }
  }

  /** An account with calls, and recordings of some calls, of which some are gone. */
  private static final class CallAccount implements TwilioClient {
    private static final Pattern PAGE = Pattern.compile("[?&]Page=(\\d+)");
    private static final Pattern CALL = Pattern.compile("/Calls/(\\w+)\\.json");

    private final List<String> calls;
    private final List<String> recorded;
    private final AtomicInteger ofCalls = new AtomicInteger();

    CallAccount(int calls, int recordings, Random random) {
      this.calls = new ArrayList<>(IntStream.range(0, calls).mapToObj(i -> sid("CA", i)).toList());
      Collections.shuffle(this.calls, random);
      this.recorded =
          IntStream.range(0, recordings)
              .mapToObj(i -> sid("CA", random.nextInt(calls + calls / 4 + 2)))
              .toList();
    }

    private static String sid(String prefix, int number) {
      return prefix + Strings.padStart(Integer.toHexString(number), 32, '0');
    }

    int keys() {
      return new HashSet<>(recorded).size();
    }

    int joined() {
      Set<String> all = new HashSet<>(calls);
      return (int) recorded.stream().filter(all::contains).count();
    }

    @Override
    public Response get(Target target) {
      String path = target.pathAndQuery();
      Matcher call = CALL.matcher(path);
      if (call.find()) {
        ofCalls.incrementAndGet();
        return calls.contains(call.group(1))
            ? answer(200, row(call.group(1)))
            : answer(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
      }
      if (path.contains("/Calls.json")) {
        ofCalls.incrementAndGet();
        return page(path, "calls", calls.stream().map(CallAccount::row).toList());
      }
      return page(
          path,
          "recordings",
          IntStream.range(0, recorded.size())
              .mapToObj(
                  i ->
                      "{\"sid\":\"%s\",\"account_sid\":\"%s\",\"call_sid\":\"%s\",%s}"
                          .formatted(
                              sid("RE", i),
                              TestConnections.ACCOUNT,
                              recorded.get(i),
                              "\"date_created\":\"Tue, 30 Jun 2026 08:00:00 +0000\""))
              .toList());
    }

    private static String row(String sid) {
      return "{\"sid\":\"" + sid + "\",\"account_sid\":\"" + TestConnections.ACCOUNT + "\"}";
    }

    private static Response page(String path, String name, List<String> rows) {
      Matcher page = PAGE.matcher(path);
      int number = page.find() ? Integer.parseInt(page.group(1)) : 0;
      int end = Math.min(rows.size(), (number + 1) * PAGE_SIZE);
      String next =
          end == rows.size()
              ? "null"
              : "\"%s&Page=%d\"".formatted(path.replaceAll("[?&]Page=\\d+", ""), number + 1);
      return answer(
          200,
          "{\"%s\":[%s],\"next_page_uri\":%s}"
              .formatted(
                  name,
                  rows.subList(number * PAGE_SIZE, end).stream().collect(Collectors.joining(",")),
                  next));
    }

    private static Response answer(int status, String body) {
      return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // It has nothing to close.
    }
  }
}
