package io.github.twiliojdbc.scan;

import com.google.common.base.Strings;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An account whose messages were sent, or calls began, at given times, the latest first, as Twilio
 * lists them: pages of 1,000, filters that for messages reach back 400 days and for calls know
 * whole days. It counts requests.
 */
final class SpreadAccount implements TwilioClient {
  static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
  private static final int MOST = 1000;
  private static final DateTimeFormatter AS_TWILIO =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Duration REACH = Duration.ofDays(400);

  /** What the account has. */
  enum Kind {
    MESSAGES("Messages", "DateSent", "date_sent"),
    CALLS("Calls", "StartTime", "start_time");

    private final String list;
    private final String parameter;
    private final String column;

    Kind(String list, String parameter, String column) {
      this.list = list;
      this.parameter = parameter;
      this.column = column;
    }

    /** Returns a query of the rows of the account that fulfil a condition on their date. */
    String sql(String condition) {
      return "SELECT sid FROM %s WHERE account_sid = '%s' AND %s"
          .formatted(
              list.toLowerCase(Locale.ROOT),
              TestConnections.ACCOUNT,
              condition.replace("date", column));
    }
  }

  private final Kind kind;
  private final List<Instant> times;
  private final List<String> rows;
  private final AtomicInteger requests = new AtomicInteger();

  SpreadAccount(Kind kind, List<Instant> times) {
    this.kind = kind;
    this.times = times.stream().sorted(Comparator.reverseOrder()).toList();
    this.rows = IntStream.range(0, times.size()).mapToObj(this::row).toList();
  }

  /** Returns how many requests were sent since this was asked last. */
  int takeRequests() {
    return requests.getAndSet(0);
  }

  @Override
  public Response get(Target target) {
    requests.incrementAndGet();
    URI uri = URI.create(target.pathAndQuery());
    if (!uri.getPath().endsWith("/" + kind.list + ".json")) {
      throw new IllegalStateException("no such list: " + target);
    }
    Map<String, String> query = query(uri.getRawQuery());
    String after = query.get(kind.parameter + ">");
    String before = query.get(kind.parameter + "<");
    Instant from = instant(after, Instant.MIN);
    Instant until = instant(before, Instant.MAX);
    if (kind == Kind.MESSAGES && (isTooEarly(after) || isTooEarly(before))) {
      return new Response(400, Map.of(), "{\"code\":20004}".getBytes(StandardCharsets.UTF_8));
    }
    int first = countUntil(time -> !time.isAfter(until));
    List<String> found =
        rows.subList(first, Math.max(first, countUntil(time -> time.isBefore(from))));
    int number = Integer.parseInt(query.getOrDefault("Page", "0"));
    int size = Math.min(MOST, Integer.parseInt(query.getOrDefault("PageSize", "50")));
    int end = Math.min(found.size(), (number + 1) * size);
    List<String> page = found.subList(Math.min(found.size(), number * size), end);
    String next = end < found.size() ? "\"" + next(uri, query, number + 1) + "\"" : "null";
    String body =
        "{\"%s\":[%s],\"next_page_uri\":%s}"
            .formatted(kind.list.toLowerCase(Locale.ROOT), String.join(",", page), next);
    return new Response(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns how many times there are before the first that is such, as all behind it are. */
  private int countUntil(Predicate<Instant> isSuch) {
    int low = 0;
    int high = times.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (isSuch.test(times.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private String row(int i) {
    return "{\"sid\":\"SM"
        + Strings.padStart(Integer.toHexString(i), 32, '0')
        + "\",\"account_sid\":\""
        + TestConnections.ACCOUNT
        + "\",\""
        + kind.column
        + "\":\""
        + AS_TWILIO.format(times.get(i))
        + "\"}";
  }

  private static boolean isTooEarly(@Nullable String bound) {
    return bound != null && instant(bound, NOW).isBefore(NOW.minus(REACH));
  }

  private static Instant instant(@Nullable String bound, Instant otherwise) {
    return bound == null
        ? otherwise
        : Instant.parse(bound.length() == 10 ? bound + "T00:00:00Z" : bound);
  }

  private static String next(URI uri, Map<String, String> query, int page) {
    Map<String, String> next = new HashMap<>(query);
    next.put("Page", String.valueOf(page));
    return uri.getPath()
        + next.entrySet().stream()
            .map(
                entry ->
                    URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Returns the parameters of a request. */
  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(
          URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    // It is used by several connections.
  }
}
