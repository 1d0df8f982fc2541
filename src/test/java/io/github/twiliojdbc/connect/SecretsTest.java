package io.github.twiliojdbc.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.twiliojdbc.connect.PlantedSecrets.BEARER;
import static io.github.twiliojdbc.connect.PlantedSecrets.HEADER;
import static io.github.twiliojdbc.connect.PlantedSecrets.PROXY_PASSWORD;
import static io.github.twiliojdbc.connect.PlantedSecrets.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.twiliojdbc.TwilioDataSource;
import io.github.twiliojdbc.TwilioDriver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that the driver says holds a secret, whatever happens to a connection. */
class SecretsTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private final StringWriter said = new StringWriter();
  private final PrintWriter out = new PrintWriter(said, true);

  static Stream<String> credentials() {
    return Stream.of(
        "authToken='" + SECRET + "'",
        "apiKey=SK1;apiSecret='" + SECRET + "'",
        "clientId=OQ1;clientSecret='" + SECRET + "'");
  }

  static Stream<ResponseDefinitionBuilder> answers() {
    return Stream.of(
        okJson(
            "{\"messages\":[{\"sid\":\"SM1\",\"to\":\"%s\"}],\"next_page_uri\":null}"
                .formatted(SECRET)),
        okJson("{\"message\":\"ok\"}"),
        temporaryRedirect("http://evil.example/"),
        status(401).withBody("{\"code\":20003,\"message\":\"Authenticate\"}"),
        status(429),
        status(500),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void whateverIsAnswered(String credentials) throws SQLException {
    Handler handler = new Said();
    LogScanner.LOGGERS.forEach(logger -> logger.addHandler(handler));
    try {
      answers().forEach(answer -> read(credentials, answer));
    } finally {
      LogScanner.LOGGERS.forEach(logger -> logger.removeHandler(handler));
    }
    assertThat(said.toString()).contains("SM1", "Authenticate", "***");
    assertThat(PlantedSecrets.in(said.toString())).isEmpty();
  }

  private void read(String credentials, ResponseDefinitionBuilder answer) {
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
    SERVER.stubFor(
        post(urlPathMatching(".*token"))
            .willReturn(okJson("{\"access_token\":\"" + BEARER + "\",\"expires_in\":3600}")));
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:twilio:accountSid=%s;endpoint=http://127.0.0.1:%d/{product};accounts=own;maxRetries=1;%s;proxyPassword='%s';headers=X-Key: %s"
                .formatted(
                    TestConnections.ACCOUNT,
                    SERVER.getPort(),
                    credentials,
                    PROXY_PASSWORD,
                    HEADER))) {
      out.println(connection);
      out.println(connection.getMetaData().getURL());
      out.println(connection.getMetaData().getUserName());
      out.println(connection.getClientInfo());
      print(connection, "SELECT sid FROM messages WHERE \"to\" = '" + SECRET + "'");
      print(connection, "EXPLAIN SELECT * FROM messages");
      print(connection, "SELECT * FROM driver.settings");
      print(connection, "SELECT * FROM driver.requests");
      for (var warning = connection.getWarnings();
          warning != null;
          warning = warning.getNextWarning()) {
        out.println(warning);
      }
    } catch (SQLException e) {
      e.printStackTrace(out);
    }
  }

  private void print(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          out.println(rows.getString(i));
        }
      }
    } catch (SQLException e) {
      // What was asked for is in the URL of the request, which the program knows.
      String url = "pl4nted%2B5ecret%2Fof%3Dmine";
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      out.println(trace.toString().replace(url, "(asked for)"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AC1:%s",
        "//AC1:%s@api.twilio.com",
        "authToken:%s",
        "authToken=abc;%s",
        "accountSid=%s;authToken=x",
        "proxyPassword=pa;%s=1",
        "endpoint=https://u:%s@h;accountSid=AC1;authToken=x",
        "region=%s;accountSid=AC1;authToken=x",
        "proxyPort=%s;proxyHost=h;accountSid=AC1;authToken=x",
        "sandbox=%s",
        "sandbox=true;timeZone=%s"
      })
  void whateverIsWrongWithAUrl(String url) {
    assertThatThrownBy(
            () ->
                new TwilioDriver()
                    .connect("jdbc:twilio:" + url.formatted(SECRET), new Properties()))
        .isInstanceOf(SQLException.class)
        .satisfies(wrong -> wrong.printStackTrace(out));
    assertThat(PlantedSecrets.in(said.toString())).isEmpty();
  }

  @Test
  void theDataSourceAndItsProperties() throws SQLException {
    TwilioDataSource source = new TwilioDataSource();
    source.setPassword(SECRET);
    out.println(source);
    Properties properties = new Properties();
    properties.setProperty("authToken", SECRET);
    for (DriverPropertyInfo each :
        new TwilioDriver().getPropertyInfo("jdbc:twilio:authToken=" + SECRET, properties)) {
      out.println(each.name + " " + each.description + " " + each.value);
    }
    assertThat(said.toString()).contains("authToken");
    assertThat(PlantedSecrets.in(said.toString())).isEmpty();
  }

  /** Writes down what is logged. */
  private final class Said extends Handler {
    @Override
    public void publish(LogRecord record) {
      out.println(LogScanner.text(record));
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
