package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A main account with numbered sub-accounts, each of which has sent a few messages. It counts
 * requests.
 *
 * <p>The sub-account of number 50 has the SID AC1…050 and the name "acct 50"; every hundredth is
 * suspended. The messages of each account are from 1, 2, 3 … days ago, and from some minutes of its
 * own before that; those of every 50th account begin today.
 */
public final class ManyAccounts implements TwilioClient {
  private static final Instant NOW = TestConnections.CLOCK.instant();
  private static final Pattern PATH =
      Pattern.compile("/2010-04-01/Accounts(?:/(AC\\w+)/(\\w+)(?:/(\\w+))?)?\\.json");
  private static final DateTimeFormatter AS_TWILIO =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final List<String> sids = new ArrayList<>();
  private final int messages;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Creates an account.
   *
   * @param subAccounts how many sub-accounts it has
   * @param messages how many messages each account has sent
   */
  public ManyAccounts(int subAccounts, int messages) {
    this.messages = messages;
    sids.add(TestConnections.ACCOUNT);
    IntStream.rangeClosed(1, subAccounts).mapToObj(ManyAccounts::sid).forEach(sids::add);
  }

  /** Returns the SID of a sub-account. */
  public static String sid(int number) {
    return "AC1%031d".formatted(number);
  }

  /** Returns how many requests were sent since this was asked last. */
  public int takeRequests() {
    return requests.getAndSet(0);
  }

  @Override
  public Response get(Target target) {
    requests.incrementAndGet();
    URI uri = URI.create(target.pathAndQuery());
    Matcher path = PATH.matcher(uri.getPath());
    if (!path.matches()) {
      throw new IllegalStateException("no such path: " + target);
    }
    Map<String, String> query = SpreadAccount.query(uri.getRawQuery());
    if (path.group(1) == null) {
      return page("accounts", accounts(query), uri.getPath(), query);
    }
    int number = sids.indexOf(path.group(1));
    return number >= 0 && "Messages".equals(path.group(2))
        ? page("messages", messages(number, query), uri.getPath(), query)
        : new Response(404, Map.of(), "{\"code\":20404}".getBytes(StandardCharsets.UTF_8));
  }

  private List<String> accounts(Map<String, String> query) {
    return IntStream.range(0, sids.size())
        .filter(number -> query.getOrDefault("FriendlyName", name(number)).equals(name(number)))
        .filter(number -> query.getOrDefault("Status", status(number)).equals(status(number)))
        .mapToObj(
            number ->
                ("{\"sid\":\"%s\",\"friendly_name\":\"%s\",\"status\":\"%s\","
                        + "\"owner_account_sid\":\"%s\","
                        + "\"date_created\":\"Wed, 01 Jan 2025 00:00:00 +0000\"}")
                    .formatted(sids.get(number), name(number), status(number), sids.get(0)))
        .toList();
  }

  private static String name(int number) {
    return "acct " + number;
  }

  private static String status(int number) {
    return number > 0 && number % 100 == 0 ? "suspended" : "active";
  }

  private List<String> messages(int number, Map<String, String> query) {
    Instant from = instant(query.get("DateSent>"), Instant.MIN);
    Instant until = instant(query.get("DateSent<"), Instant.MAX);
    return IntStream.range(0, messages)
        .filter(i -> !sent(number, i).isBefore(from) && !sent(number, i).isAfter(until))
        .mapToObj(
            i ->
                "{\"sid\":\"SM%016d%016d\",\"account_sid\":\"%s\",\"date_sent\":\"%s\"}"
                    .formatted(number, i, sids.get(number), AS_TWILIO.format(sent(number, i))))
        .toList();
  }

  private static Instant sent(int number, int i) {
    return NOW.minus(Duration.ofDays(number % 50 == 0 ? i : i + 1))
        .minus(Duration.ofMinutes(number % 600));
  }

  private static Response page(
      String name, List<String> rows, String path, Map<String, String> query) {
    int page = Integer.parseInt(query.getOrDefault("Page", "0"));
    int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
    int end = Math.min(rows.size(), (page + 1) * size);
    String next =
        end < rows.size() ? "\"%s?PageSize=%d&Page=%d\"".formatted(path, size, page + 1) : "null";
    String body =
        "{\"%s\":[%s],\"next_page_uri\":%s}"
            .formatted(name, String.join(",", rows.subList(Math.min(end, page * size), end)), next);
    return new Response(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Instant instant(@Nullable String bound, Instant otherwise) {
    return bound == null
        ? otherwise
        : Instant.parse(bound.length() == 10 ? bound + "T00:00:00Z" : bound);
  }

  @Override
  public void close() {
    // It is used by several connections.
  }
}
