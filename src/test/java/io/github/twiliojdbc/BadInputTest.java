package io.github.twiliojdbc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.twiliojdbc.connect.PlantedSecrets;
import io.github.twiliojdbc.connect.TestConnections;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the driver says when something is wrong, word for word. */
class BadInputTest {
  private static final String LIST =
      "/2010-04-01/Accounts/" + TestConnections.ACCOUNT + "/Messages.json?PageSize=1000";

  @RegisterExtension
  private static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

  @Test
  void aUrlWithoutKeyAndValue() {
    says(
        connecting("jdbc:twilio:sandbox"),
        "08001",
        "The connection URL or its properties are wrong: property sandbox has no value."
            + " The form is jdbc:twilio:key=value;key=value.");
  }

  @Test
  void anUnknownPropertyIsRefusedWithTheNearestName() {
    says(
        connecting("jdbc:twilio:acountSid=AC1"),
        "08001",
        "The connection URL or its properties are wrong: there is no property 'acountSid';"
            + " did you mean accountSid? The form is jdbc:twilio:key=value;key=value.");
  }

  @Test
  void aValueOfTheWrongKind() {
    says(
        connecting("jdbc:twilio:sandbox=true;maxRetries=often"),
        "08001",
        "Property maxRetries is wrong: its value is not a whole number of at least 0.");
  }

  @Test
  void credentialsOverPlainHttpToAnotherMachine() {
    says(
        connecting(
            "jdbc:twilio:accountSid="
                + TestConnections.ACCOUNT
                + ";authToken='"
                + PlantedSecrets.SECRET
                + "';endpoint=http://example.com"),
        "08001",
        "Property endpoint is wrong: its value would send credentials unencrypted;"
            + " plain http is for this machine only.");
  }

  @Test
  void missingCredentials() {
    SQLException error = connecting("jdbc:twilio:");
    assertThat((Throwable) error).isInstanceOf(SQLInvalidAuthorizationSpecException.class);
    says(
        error,
        "28000",
        "No credentials. Give accountSid and authToken, or accountSid, apiKey and apiSecret (or"
            + " clientId and clientSecret), in the URL, in properties, in a profile of credentialsFile"
            + " or as TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_KEY and TWILIO_API_SECRET in"
            + " the environment; or set sandbox=true to try the driver without.");
  }

  @Test
  void wrongCredentials() {
    SQLException error =
        reading(
            aResponse()
                .withStatus(401)
                .withHeader("Twilio-Request-Id", "RQ1")
                .withBody(
                    "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401,"
                        + "\"more_info\":\"https://www.twilio.com/docs/errors/20003\"}"));
    assertThat((Throwable) error).isInstanceOf(SQLInvalidAuthorizationSpecException.class);
    assertThat(error.getErrorCode()).isEqualTo(20003);
    says(
        error,
        "28000",
        url()
            + " answered 401: Authenticate (Twilio error 20003,"
            + " https://www.twilio.com/docs/errors/20003) [request RQ1]."
            + " Check accountSid and authToken, or apiKey and apiSecret.");
  }

  @Test
  void aPathThatIsNotThere() {
    says(
        reading(aResponse().withStatus(404)),
        "42S02",
        url() + " answered 404. Check accountSid, and endpoint if it is set.");
  }

  @Test
  void aServerErrorForEver() {
    SQLException error = reading(aResponse().withStatus(500));
    assertThat((Throwable) error).isInstanceOf(SQLTransientException.class);
    says(
        error,
        "08S01",
        url()
            + " answered 500. Try again later, or raise maxRetries. A"
            + " shorter range of date_sent may help.");
  }

  @Test
  void anAnswerThatIsNotJson() {
    says(
        reading(ok("<html>Log in to the guest network</html>")),
        "08S01",
        url()
            + " answered something that is not JSON: Unexpected character ('<' (code 60)):"
            + " expected a valid value (JSON String, Number, Array, Object or token 'null', 'true'"
            + " or 'false'). Check endpoint and proxyHost if they are set: something else may have"
            + " answered.");
  }

  @Test
  void jsonWithoutTheList() {
    says(
        reading(okJson("{}")),
        "08S01",
        url()
            + " answered JSON without a list 'messages'. Check endpoint and proxyHost if they are"
            + " set: something else may have answered.");
  }

  @Test
  void halfABody() {
    SERVER.resetAll();
    SQLException error =
        reading(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK).withStatus(200));
    assertThat(error.getSQLState()).isEqualTo("08S01");
    assertThat(error.getMessage())
        .startsWith(url() + " broke off: ")
        .endsWith(". Try again, or raise maxRetries.");
  }

  @Test
  void aLinkThatRepeatsEndsWithAnError() {
    says(
        reading(okJson("{\"messages\":[],\"next_page_uri\":\"" + LIST + "\"}")),
        "08S01",
        url()
            + " was named as its own next page or as that of a later one, which would never end."
            + " Check endpoint and proxyHost if they are set: something else may have answered.");
  }

  @Test
  void aLinkToAnotherList() {
    says(
        reading(
            okJson(
                "{\"messages\":[],\"next_page_uri\":\"/2010-04-01/Accounts/AC9/Messages.json?Page=1\"}")),
        "08S01",
        url()
            + " names /2010-04-01/Accounts/AC9/Messages.json?Page=1 as its next page, which is of"
            + " another list. Check endpoint and proxyHost if they are set: something else may have"
            + " answered.");
  }

  @Test
  void aPageThatDoesNotSayWhetherItIsTheLast() {
    says(
        reading(okJson("{\"messages\":[{\"sid\":\"SM1\"}]}")),
        "08S01",
        url()
            + " answered a page that does not say whether it is the last. Check endpoint and"
            + " proxyHost if they are set: something else may have answered.");
  }

  /** What was no page is asked for again, though its status was one of success. */
  @Test
  void whatWasNoPageIsNotKept() throws SQLException {
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).willReturn(ok("<html>Log in to the guest network</html>")));
    try (Connection connection = TestConnections.standIn(SERVER.getPort(), "accounts=own");
        Statement statement = connection.createStatement()) {
      assertThat((Throwable) failing(statement)).isNotNull();
      SERVER.stubFor(
          any(anyUrl())
              .willReturn(okJson("{\"messages\":[{\"sid\":\"SM1\"}],\"next_page_uri\":null}")));
      try (ResultSet rows = statement.executeQuery("SELECT sid FROM messages")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("SM1");
      }
    }
  }

  /** A parent is missing if Twilio says so, with its code; what stands between does not know. */
  @Test
  void aChildListThatAProxyDoesNotFind() {
    String media = "SELECT sid FROM message_media WHERE message_sid = 'MM1'";
    says(
        reading(aResponse().withStatus(404).withBody("<html>Not found</html>"), media),
        "42S02",
        "GET http://127.0.0.1:"
            + SERVER.getPort()
            + "/api/2010-04-01/Accounts/"
            + TestConnections.ACCOUNT
            + "/Messages/MM1/Media.json?PageSize=1000"
            + " answered 404. Check accountSid, and endpoint if it is set.");
    assertThat(
            (Throwable)
                reading(
                    aResponse().withStatus(404).withBody("{\"code\":20404,\"status\":404}"), media))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"repeat('ab', 1000000000)", "lpad('a', 2000000000)"})
  void aTextThatIsTooLong(String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
        Statement statement = connection.createStatement()) {
      says(
          failing(statement, "SELECT length(" + text + ")"),
          "22000",
          "A value could not be computed: a text of 2000000000 characters is longer than 10000000");
    }
  }

  @Test
  void anUnknownHost() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:twilio:accountSid="
                    + TestConnections.ACCOUNT
                    + ";authToken='"
                    + PlantedSecrets.SECRET
                    + "';endpoint=https://{product}.invalid");
        Statement statement = connection.createStatement()) {
      says(
          failing(statement),
          "08001",
          "GET https://api.invalid"
              + LIST
              + " could not be sent: unknown host api.invalid."
              + " Check the network, and endpoint, region, edge and proxyHost or socksProxy if they are"
              + " set.");
    }
  }

  private static String url() {
    return "GET http://127.0.0.1:" + SERVER.getPort() + "/api" + LIST;
  }

  private static SQLException reading(ResponseDefinitionBuilder answer) {
    return reading(answer, "SELECT sid FROM messages");
  }

  private static SQLException reading(ResponseDefinitionBuilder answer, String sql) {
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).willReturn(answer));
    try (Connection connection =
            TestConnections.standIn(SERVER.getPort(), "maxRetries=0;accounts=own");
        Statement statement = connection.createStatement()) {
      return failing(statement, sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static SQLException failing(Statement statement) {
    return failing(statement, "SELECT sid FROM messages");
  }

  private static SQLException failing(Statement statement, String sql) {
    return catchThrowableOfType(
        SQLException.class,
        () -> {
          try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
          }
        });
  }

  private static SQLException connecting(String url) {
    return catchThrowableOfType(
        SQLException.class, () -> new TwilioDriver().connect(url, new Properties()));
  }

  private static void says(SQLException error, String state, String message) {
    assertThat(error.getMessage()).isEqualTo(message);
    assertThat(error.getSQLState()).isEqualTo(state);
  }
}
