package io.github.twiliojdbc.scan;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Twilio refuses or does not have, and how much of a query that spoils. */
class RefusalsTest {
  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  private static final String OWN = TestConnections.ACCOUNT;
  private static final String OTHER = "AC" + "b".repeat(32);

  private final List<String> rows = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /** A standard API key may not list accounts: 401, code 20003. */
  @Test
  void anAccountsListThatIsRefusedLeavesTheOwnAccount() throws SQLException {
    answer("/Accounts.json", refusal(401, 20003));
    answer(
        "/Accounts/" + OWN + "/Keys.json",
        okJson("{\"keys\":[{\"sid\":\"SK1\"}],\"next_page_uri\":null}"));
    read("SELECT sid FROM keys");
    assertThat(rows).containsExactly("SK1");
    assertThat(warnings)
        .containsExactly(
            "Only the account that signed in was read: GET "
                + url("/Accounts.json?PageSize=1000")
                + " answered 401: No (Twilio error 20003). Check accountSid and authToken, or"
                + " apiKey and apiSecret.");
  }

  /** What was refused once may be allowed later, and each statement says what it left out. */
  @Test
  void anAccountsListThatIsRefusedIsAskedForByEachStatement() throws SQLException {
    answer(
        "/Accounts/" + OWN + "/Keys.json",
        okJson("{\"keys\":[{\"sid\":\"SK1\"}],\"next_page_uri\":null}"));
    answer(
        "/Accounts/" + OTHER + "/Keys.json",
        okJson("{\"keys\":[{\"sid\":\"SK2\"}],\"next_page_uri\":null}"));
    try (Connection connection = connect()) {
      answer("/Accounts.json", refusal(401, 20003));
      read(connection, "SELECT sid FROM keys");
      assertThat(warnings).hasSize(1);
      read(connection, "SELECT sid AS key FROM keys");
      assertThat(rows).containsExactly("SK1");
      assertThat(warnings).hasSize(1);
      answer(
          "/Accounts.json",
          okJson(
              "{\"accounts\":[{\"sid\":\""
                  + OWN
                  + "\"},{\"sid\":\""
                  + OTHER
                  + "\"}],\"next_page_uri\":null}"));
      read(connection, "SELECT sid FROM keys");
      assertThat(rows).containsExactly("SK1", "SK2");
      assertThat(warnings).isEmpty();
    }
  }

  @Test
  void aSubAccountThatIsRefusedIsLeftOut() throws SQLException {
    answer(
        "/Accounts.json",
        okJson(
            "{\"accounts\":[{\"sid\":\""
                + OWN
                + "\"},{\"sid\":\""
                + OTHER
                + "\"}],\"next_page_uri\":null}"));
    answer(
        "/Accounts/" + OWN + "/Keys.json",
        okJson("{\"keys\":[{\"sid\":\"SK1\"}],\"next_page_uri\":null}"));
    answer("/Accounts/" + OTHER + "/Keys.json", refusal(403, 20003));
    read("SELECT sid FROM keys");
    assertThat(rows).containsExactly("SK1");
    assertThat(warnings)
        .containsExactly(
            "Account "
                + OTHER
                + " was left out of keys: GET "
                + url("/Accounts/" + OTHER + "/Keys.json?PageSize=1000")
                + " answered 403: No (Twilio error 20003). Check accountSid and authToken, or"
                + " apiKey and apiSecret.");
  }

  /** A token may be revoked while sub-accounts are read: what is missing then is no sub-account. */
  @Test
  void aTokenThatIsRevokedIsNoSubAccountThatIsRefused() throws SQLException {
    answer(
        "/Accounts.json",
        okJson(
            "{\"accounts\":[{\"sid\":\"%s\"},{\"sid\":\"%s\"}],\"next_page_uri\":null}"
                .formatted(OWN, OTHER)));
    answer(
        "/Accounts/" + OWN + "/Keys.json",
        okJson("{\"keys\":[{\"sid\":\"SK1\"}],\"next_page_uri\":null}"));
    answer("/Accounts/" + OTHER + "/Keys.json", refusal(401, 20003));
    SERVER.stubFor(
        get(urlPathMatching(".*")).withQueryParam("PageSize", equalTo("1")).willReturn(ok()));
    read("SELECT sid FROM keys");
    assertThat(rows).containsExactly("SK1");
    assertThat(warnings).hasSize(1);
    SERVER.stubFor(
        get(urlPathMatching(".*"))
            .withQueryParam("PageSize", equalTo("1"))
            .willReturn(refusal(401, 20003)));
    assertThatThrownBy(() -> read("SELECT sid FROM keys"))
        .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
  }

  @Test
  void aPageThatIsTooLargeIsAskedForInHalves() throws SQLException {
    String path = "/Accounts/" + OWN + "/Keys.json";
    answer(path, refusal(400, 20001));
    SERVER.stubFor(
        get(urlPathEqualTo("/api/2010-04-01" + path))
            .withQueryParam("PageSize", equalTo("250"))
            .willReturn(okJson("{\"keys\":[{\"sid\":\"SK1\"}],\"next_page_uri\":null}")));
    read("SELECT sid FROM keys WHERE account_sid = '" + OWN + "'");
    assertThat(rows).containsExactly("SK1");
    answer(path, refusal(400, 20001));
    assertThatThrownBy(() -> read("SELECT sid FROM keys WHERE account_sid = '" + OWN + "'"))
        .hasMessage(
            "GET %s answered 400: No (Twilio error 20001). Check the conditions of the query.",
            url(path + "?PageSize=1000"));
  }

  @Test
  void aParentThatIsGoneHasNoChildren() throws SQLException {
    answer(
        "/Accounts/" + OWN + "/Conferences.json",
        okJson(
            "{\"conferences\":[%s,%s],\"next_page_uri\":null}"
                .formatted(conference("CF1"), conference("CF2"))));
    answer("/Accounts/" + OWN + "/Conferences/CF1/Participants.json", refusal(404, 20404));
    answer(
        "/Accounts/" + OWN + "/Conferences/CF2/Participants.json",
        okJson("{\"participants\":[{\"call_sid\":\"CA2\"}],\"next_page_uri\":null}"));
    read(
        "SELECT conference_sid || ' ' || call_sid FROM conference_participants"
            + " WHERE account_sid = '"
            + OWN
            + "'");
    assertThat(rows).containsExactly("CF2 CA2");
    assertThat(warnings).isEmpty();
  }

  /** Twilio answers 404 for usage of a time before the account was. */
  @Test
  void usageThatIsNotThereIsEmpty() throws SQLException {
    answer("/Accounts/" + OWN + "/Usage/Records/Daily.json", refusal(404, 20404));
    read("SELECT category FROM usage_records WHERE account_sid = '" + OWN + "'");
    assertThat(rows).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void aValueThatDoesNotFitIsNullWithAWarning() throws SQLException {
    answer(
        "/Accounts/" + OWN + "/Messages.json",
        okJson(
            "{\"messages\":[{\"price\":\"free\"},{\"price\":\"none\"},{\"price\":\"-1.50\"}],\"next_page_uri\":null}"));
    read("SELECT price FROM messages WHERE account_sid = '" + OWN + "'");
    assertThat(rows).containsExactly("null", "null", "-1.50");
    assertThat(warnings)
        .containsExactly(
            "messages.price: 'free' is no DECIMAL and was read as NULL; further values of this"
                + " column are not reported");
  }

  private static String conference(String sid) {
    return "{\"sid\":\"%s\",\"account_sid\":\"%s\",\"status\":\"in-progress\"}".formatted(sid, OWN);
  }

  private static void answer(String path, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(get(urlPathEqualTo("/api/2010-04-01" + path)).willReturn(answer));
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + SERVER.getPort() + "/api/2010-04-01" + path;
  }

  private static ResponseDefinitionBuilder refusal(int status, int code) {
    return aResponse()
        .withStatus(status)
        .withBody("{\"code\":%d,\"message\":\"No\"}".formatted(code));
  }

  private void read(String sql) throws SQLException {
    try (Connection connection = connect()) {
      read(connection, sql);
    }
  }

  private static Connection connect() throws SQLException {
    return TestConnections.standIn(SERVER.getPort(), "maxRetries=0");
  }

  private void read(Connection connection, String sql) throws SQLException {
    rows.clear();
    warnings.clear();
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        rows.add(String.valueOf(results.getString(1)));
      }
      for (SQLWarning warning = results.getWarnings();
          warning != null;
          warning = warning.getNextWarning()) {
        warnings.add(warning.getMessage());
      }
    }
  }
}
