package io.github.twiliojdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.HttpHost;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.HttpClientBuilder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to read 200,000 messages from a server that answers at once: with the driver,
 * with Twilio's own SDK, and with a bare loop over the pages that gets the same ten values.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 6, time = 4)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ScanBenchmark {
  private static final int MESSAGES = 200_000;
  private static final int PAGE_SIZE = 1000;
  private static final String SQL =
      """
      SELECT sid, "from", "to", body, status, direction, date_sent, num_segments, price, error_code
      FROM messages""";
  private static final Set<String> FIELDS =
      Set.of(
          "sid",
          "from",
          "to",
          "body",
          "status",
          "direction",
          "date_sent",
          "num_segments",
          "price",
          "error_code");

  private final OkHttpClient http = new OkHttpClient();
  private final JsonFactory json = new JsonFactory();
  private PageServer server;
  private Connection connection;
  private TwilioRestClient sdk;

  /** Starts the server. */
  @Setup
  public void start() throws IOException, SQLException {
    server = new PageServer(new Messages(MESSAGES, 60), 0, Duration.ZERO);
    connection = DriverManager.getConnection(server.url("cache=false"));
    HttpRoute toServer = new HttpRoute(new HttpHost("127.0.0.1", server.port()));
    sdk =
        new TwilioRestClient.Builder(PageServer.ACCOUNT, "x")
            .httpClient(
                new NetworkHttpClient(
                    HttpClientBuilder.create()
                        .setRoutePlanner((host, request, context) -> toServer)))
            .build();
  }

  /** Stops the server. */
  @TearDown
  public void stop() throws SQLException {
    connection.close();
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** The driver: ten columns of every row, each as its type. */
  @Benchmark
  public void driver(Blackhole values) throws SQLException {
    int count = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      while (rows.next()) {
        values.consume(rows.getString(1));
        values.consume(rows.getString(2));
        values.consume(rows.getString(3));
        values.consume(rows.getString(4));
        values.consume(rows.getString(5));
        values.consume(rows.getString(6));
        values.consume(rows.getTimestamp(7));
        values.consume(rows.getInt(8));
        values.consume(rows.getBigDecimal(9));
        values.consume(rows.getInt(10));
        count++;
      }
    }
    check(count);
  }

  /** The driver: how many rows there are. */
  @Benchmark
  public void driverCount() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM messages")) {
      rows.next();
      check(rows.getInt(1));
    }
  }

  /** Twilio's SDK. */
  @Benchmark
  public void sdk(Blackhole values) {
    int count = 0;
    for (Message message : Message.reader(PageServer.ACCOUNT).pageSize(PAGE_SIZE).read(sdk)) {
      values.consume(message.getSid());
      values.consume(message.getFrom());
      values.consume(message.getTo());
      values.consume(message.getBody());
      values.consume(message.getStatus());
      values.consume(message.getDirection());
      values.consume(message.getDateSent());
      values.consume(message.getNumSegments());
      values.consume(message.getPrice());
      values.consume(message.getErrorCode());
      count++;
    }
    check(count);
  }

  /** A loop of OkHttp and Jackson's streaming parser: ten fields of every row as texts. */
  @Benchmark
  public void bareLoop(Blackhole values) throws IOException {
    check(loop(FIELDS, values));
  }

  /** The same loop, which only counts. */
  @Benchmark
  public void bareCount(Blackhole values) throws IOException {
    check(loop(Set.of(), values));
  }

  private int loop(Set<String> fields, Blackhole values) throws IOException {
    int count = 0;
    String path =
        "/2010-04-01/Accounts/" + PageServer.ACCOUNT + "/Messages.json?PageSize=" + PAGE_SIZE;
    while (path != null) {
      Request request =
          new Request.Builder().url("http://127.0.0.1:" + server.port() + path).build();
      path = null;
      try (Response response = http.newCall(request).execute();
          JsonParser parser = json.createParser(response.body().byteStream())) {
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          JsonToken value = parser.nextToken();
          if (key.equals("messages")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              row(parser, fields, values);
              count++;
            }
          } else if (key.equals("next_page_uri") && value == JsonToken.VALUE_STRING) {
            path = parser.getText();
          } else {
            parser.skipChildren();
          }
        }
      }
    }
    return count;
  }

  private static void row(JsonParser parser, Set<String> fields, Blackhole values)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean isWanted = fields.contains(parser.currentName());
      JsonToken value = parser.nextToken();
      if (isWanted && value != JsonToken.VALUE_NULL) {
        values.consume(parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void check(int count) {
    if (count != MESSAGES) {
      throw new IllegalStateException(count + " messages");
    }
  }
}
