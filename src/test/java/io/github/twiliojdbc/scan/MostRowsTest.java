package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts of which Twilio lists no more than 10,000 a range of dates are all there, each once. */
class MostRowsTest {
  private static final int ROWS = 25_000;

  /** Requests of halving alone: a range that is too long is read up to its refusal first. */
  private static final int IN_HALVES = 69;

  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"maxConcurrency=1", "maxConcurrency=8"})
  void aRangeIsReadInHalves(String properties) throws SQLException {
    for (String condition : List.of("", " WHERE date_generated >= '2026-06-10'")) {
      for (IntFunction<Duration> spread :
          List.<IntFunction<Duration>>of(
              i -> Duration.ofSeconds(60L * i), i -> Duration.ofSeconds(60 + i / 10))) {
        Alerts alerts = new Alerts(spread);
        try (Connection connection = TestConnections.to(alerts, properties, PushDown.ALL)) {
          List<String> found =
              TestConnections.firstColumn(connection, "SELECT sid FROM alerts" + condition);
          assertThat(found.size()).as("%s %s", condition, properties).isEqualTo(ROWS);
          assertThat(Set.copyOf(found).size()).isEqualTo(ROWS);
        }
        if (properties.equals("maxConcurrency=1")) {
          assertThat(alerts.requests.get()).isEqualTo(IN_HALVES);
        }
        assertThat(alerts.requests.get()).isLessThanOrEqualTo(IN_HALVES + 1);
      }
    }
  }

  /** What lies in one second cannot be told apart by its dates. */
  @Test
  void asMuchInOneSecondIsAnError() throws SQLException {
    try (Connection connection =
        TestConnections.to(new Alerts(i -> Duration.ofHours(1)), "", PushDown.ALL)) {
      assertThatThrownBy(() -> TestConnections.firstColumn(connection, "SELECT sid FROM alerts"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("limited to 10000");
    }
  }

  /** An account with many alerts, the newest first. */
  private static final class Alerts implements TwilioClient {
    private static final int MOST = 10_000;
    private static final Pattern PARAMETER = Pattern.compile("[?&](\\w+)=([^&]*)");

    private final List<Instant> times;
    private final AtomicInteger requests = new AtomicInteger();

    Alerts(IntFunction<Duration> age) {
      this.times = IntStream.range(0, ROWS).mapToObj(i -> NOW.minus(age.apply(i))).toList();
    }

    @Override
    public Response get(Target target) {
      requests.incrementAndGet();
      Map<String, String> query =
          PARAMETER
              .matcher(target.pathAndQuery())
              .results()
              .collect(
                  Collectors.toMap(
                      parameter -> parameter.group(1),
                      parameter -> URLDecoder.decode(parameter.group(2), StandardCharsets.UTF_8)));
      int page = Integer.parseInt(query.getOrDefault("Page", "0"));
      int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
      if (page * size >= MOST) {
        return answer(400, "{\"message\":\"Results are limited to 10000\"}");
      }
      Instant from =
          Optional.ofNullable(query.get("StartDate")).map(Instant::parse).orElse(Instant.MIN);
      Instant until =
          Optional.ofNullable(query.get("EndDate")).map(Instant::parse).orElse(Instant.MAX);
      List<Integer> found =
          IntStream.range(0, ROWS)
              .filter(i -> !times.get(i).isBefore(from) && !times.get(i).isAfter(until))
              .boxed()
              .toList();
      int end = Math.min(found.size(), (page + 1) * size);
      String rows =
          found.subList(Math.min(found.size(), page * size), end).stream()
              .map(i -> "{\"sid\":\"NO%05d\",\"date_generated\":\"%s\"}".formatted(i, times.get(i)))
              .collect(Collectors.joining(","));
      Matcher number = Pattern.compile("&Page=\\d+").matcher(target.pathAndQuery());
      String next =
          end == found.size()
              ? "null"
              : "\"https://monitor.twilio.com%s&Page=%d\""
                  .formatted(number.replaceAll(""), page + 1);
      return answer(200, "{\"alerts\":[%s],\"meta\":{\"next_page_url\":%s}}".formatted(rows, next));
    }

    private static Response answer(int status, String body) {
      return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
