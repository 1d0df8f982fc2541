package io.github.twiliojdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on this machine that answers like Twilio's core API: messages in pages, the latest
 * first, with the filter by date; and conferences with two participants each.
 */
final class PageServer implements AutoCloseable {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final String BASE = "/2010-04-01/Accounts/" + ACCOUNT;
  private static final String CONFERENCES = BASE + "/Conferences";
  private static final int MOST_AT_ONCE = 64;

  static {
    // Otherwise the end of an answer may wait for 40 ms until the client has acknowledged the rest.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE);
  private final Messages messages;
  private final int conferences;
  private final Duration wait;
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * Starts a server.
   *
   * @param conferences how many conferences there are
   * @param wait how long every answer takes besides what it takes to write it
   */
  PageServer(Messages messages, int conferences, Duration wait) throws IOException {
    this.messages = messages;
    this.conferences = conferences;
    this.wait = wait;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_AT_ONCE);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns the URL of connections to this server, with some more properties. */
  String url(String properties) {
    return "jdbc:twilio:accountSid=%s;authToken=x;accounts=own;endpoint=http://127.0.0.1:%d;%s"
        .formatted(ACCOUNT, port(), properties);
  }

  /** Returns how many requests came since this was last called. */
  int takeRequests() {
    return requests.getAndSet(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    pause();
    String path = exchange.getRequestURI().getRawPath();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    try (exchange) {
      if (path.equals(BASE + "/Messages.json")) {
        answerMessages(exchange, query);
      } else if (path.equals(CONFERENCES + ".json")) {
        send(exchange, conferenceList());
      } else {
        send(exchange, participantList(path.substring(CONFERENCES.length() + 1)));
      }
    }
  }

  private void answerMessages(HttpExchange exchange, Map<String, String> query) throws IOException {
    int first = messages.first(instant(query.get("DateSent<"), Instant.MAX));
    int end = messages.end(instant(query.get("DateSent>"), Instant.MIN));
    int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
    int from = Math.max(first, Integer.parseInt(query.getOrDefault("PageToken", "0")));
    int until = Math.min(end, from + size);
    String next =
        until < end
            ? "\"" + exchange.getRequestURI().getRawPath() + next(exchange, until) + "\""
            : "null";
    byte[] begin = "{\"messages\":[".getBytes(US_ASCII);
    byte[] tail =
        ("],\"uri\":\"" + exchange.getRequestURI() + "\",\"next_page_uri\":" + next + "}")
            .getBytes(US_ASCII);
    byte[] rows = messages.json(from, Math.max(from, until));
    exchange.sendResponseHeaders(200, (long) begin.length + rows.length + tail.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(begin);
      body.write(rows);
      body.write(tail);
    }
  }

  private static String next(HttpExchange exchange, int token) {
    String query = exchange.getRequestURI().getRawQuery().replaceAll("&PageToken=\\d+", "");
    return "?" + query + "&PageToken=" + token;
  }

  private static Instant instant(String text, Instant otherwise) {
    return text == null ? otherwise : Instant.parse(text);
  }

  private String conferenceList() {
    StringBuilder list = new StringBuilder("{\"conferences\":[");
    for (int i = 0; i < conferences; i++) {
      list.append(i == 0 ? "" : ",")
          .append(
              """
              {"sid":"CF%032d","account_sid":"%s","status":"in-progress","friendly_name":"room",\
              "date_created":"Mon, 01 Jun 2026 08:00:00 +0000"}"""
                  .formatted(i, ACCOUNT));
    }
    return list.append("],\"next_page_uri\":null}").toString();
  }

  private static String participantList(String path) {
    String conference = path.substring(0, path.indexOf('/'));
    String row =
        """
        {"call_sid":"CA%s%s","conference_sid":"%s","account_sid":"%s","muted":false}""";
    return "{\"participants\":[%s,%s],\"next_page_uri\":null}"
        .formatted(
            row.formatted("1", conference.substring(3), conference, ACCOUNT),
            row.formatted("2", conference.substring(3), conference, ACCOUNT));
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(US_ASCII);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          URLDecoder.decode(pair.substring(0, equals), US_ASCII),
          URLDecoder.decode(pair.substring(equals + 1), US_ASCII));
    }
    return query;
  }

  private void pause() {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
