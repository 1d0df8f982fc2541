package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.transport.Credentials;
import io.github.twiliojdbc.transport.ProxyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final String ACCOUNT = "AC" + "a".repeat(32);
  private static final String OTHER = "AC" + "b".repeat(32);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TWILIO_ACCOUNT_SID", OTHER, "TWILIO_AUTH_TOKEN", "environment");

  @Test
  void anAccountAndItsToken() throws SQLException {
    ConnectionSettings settings = read("accountSid=" + ACCOUNT + ";authToken=t", Map.of());
    assertThat(settings.credentials()).isEqualTo(new Credentials.Basic(ACCOUNT, "t"));
    assertThat(settings.accountSid()).isEqualTo(ACCOUNT);
  }

  @Test
  void aKeyAndItsSecret() throws SQLException {
    ConnectionSettings settings =
        read("accountSid=" + ACCOUNT + ";apiKey=SK1;apiSecret=s", Map.of());
    assertThat(settings.credentials()).isEqualTo(new Credentials.Basic("SK1", "s"));
    assertThat(settings.accountSid()).isEqualTo(ACCOUNT);
  }

  @Test
  void anOauthApplication() throws SQLException {
    ConnectionSettings settings =
        read("accountSid=" + ACCOUNT + ";clientId=OQ1;clientSecret=s", ENVIRONMENT);
    assertThat(settings.credentials()).isEqualTo(new Credentials.Client("OQ1", "s"));
    assertThat(settings.accountSid()).isEqualTo(ACCOUNT);
    assertThat(settings.toString()).doesNotContain("=s").contains("secret=***");
  }

  @Test
  void logInBoxes() throws SQLException {
    assertThat(read("user=" + ACCOUNT + ";password=t", Map.of()).credentials())
        .isEqualTo(new Credentials.Basic(ACCOUNT, "t"));
    assertThat(read("user=SK1;password=s;accountSid=" + ACCOUNT, Map.of()).credentials())
        .isEqualTo(new Credentials.Basic("SK1", "s"));
  }

  @Test
  void theEnvironment() throws SQLException {
    assertThat(read("", ENVIRONMENT).credentials())
        .isEqualTo(new Credentials.Basic(OTHER, "environment"));
    assertThat(read("accountSid=" + ACCOUNT + ";authToken=t", ENVIRONMENT).credentials())
        .isEqualTo(new Credentials.Basic(ACCOUNT, "t"));
    assertThat(read("sandbox=true", ENVIRONMENT).accountSid())
        .isEqualTo(SettingsReader.SANDBOX_ACCOUNT);
  }

  @Test
  void regionsAndEdges() throws SQLException {
    String account = "accountSid=" + ACCOUNT + ";authToken=t;";
    assertThat(read(account + "region=ie1", Map.of()).endpoint().template())
        .isEqualTo("https://{product}.dublin.ie1.twilio.com");
    assertThat(read(account, Map.of("TWILIO_REGION", "au1")).endpoint().template())
        .isEqualTo("https://{product}.sydney.au1.twilio.com");
    ConnectionSettings settings = read(account + "edge=ashburn", Map.of());
    assertThat(settings.endpoint().template())
        .isEqualTo("https://{product}.ashburn.us1.twilio.com");
    assertThat(settings.warnings())
        .containsExactly(
            "Twilio serves no edge without a region: edge=ashburn is taken for that of"
                + " region=us1.");
    assertThatThrownBy(() -> read(account + "region=jp1", Map.of()))
        .hasMessage(
            "Property region or edge is wrong: its value is no region in which Twilio processes data:"
                + " us1, ie1 and au1 are.");
  }

  @Test
  void aKeyDoesNotSayWhichAccount() {
    assertThatThrownBy(() -> read("apiKey=SK1;apiSecret=s", Map.of()))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            "An API key or OAuth application does not say which account it is to read: give"
                + " accountSid (AC…) as well.");
  }

  @Test
  void accounts() throws SQLException {
    assertThat(read("sandbox=true", Map.of()).scope().accounts()).isEmpty();
    assertThat(read("sandbox=true;accounts=OWN", Map.of()).scope().accounts())
        .contains(List.of(SettingsReader.SANDBOX_ACCOUNT));
    assertThat(
            read("sandbox=true;accounts='" + ACCOUNT + ", " + OTHER + "'", Map.of())
                .scope()
                .accounts())
        .contains(List.of(ACCOUNT, OTHER));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
    "2026-01-31T10:00:00+02:00, 2026-01-31T08:00:00Z"
  })
  void startDate(String text, Instant instant) throws SQLException {
    assertThat(read("sandbox=true;startDate=" + text, Map.of()).scope().startDate())
        .contains(instant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "startDate=January  | Property startDate is wrong: its value is not a day (2026-01-31) or"
            + " time (2026-01-31T00:00:00Z).",
        "accounts=mine      | Property accounts is wrong: its value is not all, own or account SIDs"
            + " with commas between them.",
        "pageSize=0         | Property pageSize is wrong: its value is not a whole number of at least 1.",
        "proxyHost=p;proxyPort=70000 | Property proxyPort is wrong: its value is not a port: at most"
            + " 65535.",
        "cache=perhaps      | Property cache is wrong: its value is not true or false.",
        "lookbackWindow=-1  | Property lookbackWindow is wrong: its value is not a whole number of at"
            + " least 0.",
      })
  void aWrongValue(String property, String message) {
    assertThatThrownBy(() -> read("sandbox=true;" + property, Map.of()))
        .isInstanceOf(SQLException.class)
        .hasMessage(message);
  }

  @Test
  void secretsAreMaskedEverywhere() throws SQLException {
    String url =
        "accountSid=%s;authToken=hidden;apiSecret=hidden;password=hidden;proxyHost=p;"
                .formatted(ACCOUNT)
            + "proxyUser=u;proxyPassword=hidden";
    assertThat(read(url, Map.of()).toString()).contains(ACCOUNT).doesNotContain("hidden");
    Map<String, String> shown =
        Stream.of(PropertyInfo.of("jdbc:twilio:" + url, new Properties()))
            .filter(info -> !info.value.isEmpty())
            .collect(Collectors.toMap(info -> info.name, info -> info.value));
    assertThat(shown)
        .containsEntry("accountSid", ACCOUNT)
        .containsEntry("authToken", "***")
        .containsEntry("apiSecret", "***")
        .containsEntry("password", "***")
        .containsEntry("proxyPassword", "***")
        .containsEntry("maxRetries", "5");
  }

  @Test
  void everyPropertyIsDescribed() throws SQLException {
    assertThat(PropertyInfo.of("jdbc:twilio:", new Properties()))
        .hasSize(ConnectionProperty.values().length)
        .allMatch(info -> info.description.endsWith("."));
    DriverPropertyInfo sandbox =
        Stream.of(PropertyInfo.of("jdbc:twilio:sandbox=TRUE", new Properties()))
            .filter(info -> info.name.equals("sandbox"))
            .findFirst()
            .orElseThrow();
    assertThat(sandbox.value).isEqualTo("TRUE");
    assertThat(sandbox.choices).containsExactly("true", "false");
  }

  @Test
  void certificatesOfAFile(@TempDir Path folder) throws Exception {
    Path nothing = Files.writeString(folder.resolve("nothing.pem"), "");
    assertThatThrownBy(() -> read("sandbox=true;trustStore=" + nothing, Map.of()))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith(
            "Property trustStore is wrong: no certificates can be read from the file, which must be"
                + " PEM, PKCS12 or JKS (");
  }

  @Test
  void proxies() throws SQLException {
    assertThat(read("sandbox=true;socksProxy=h:81;nonProxyHosts=a|*.b", Map.of()).http().proxy())
        .contains(
            new ProxyServer(
                ProxyServer.Kind.SOCKS,
                "h",
                81,
                Optional.empty(),
                Optional.empty(),
                List.of("a", "*.b")));
    assertThat(read("sandbox=true;socksProxy=h", Map.of()).http().proxy().orElseThrow().port())
        .isEqualTo(1080);
  }

  @Test
  void headers() throws SQLException {
    assertThat(read("sandbox=true;headers='X-A: 1;X-B:two words; '", Map.of()).http().headers())
        .isEqualTo(Map.of("X-A", "1", "X-B", "two words"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "socksProxy=h:0|socksProxy is wrong: its value is not host or host:port.",
        "socksProxy=h:99999|socksProxy is wrong: its value is not host or host:port.",
        "socksProxy=h:x|socksProxy is wrong: its value is not host or host:port.",
        "socksProxy=h;proxyHost=p|socksProxy is wrong: there is a proxyHost too.",
        "headers=X-A=1|headers is wrong: its value is not 'Name: value', with ; between several.",
        "headers=\"X-A: ä\"|headers is wrong: its value is not 'Name: value', with ; between several.",
        "headers=Host: x|headers is wrong: the driver itself sets the header Host.",
        "applicationName=ä|applicationName is wrong: its value is not a name in plain ASCII.",
        "validateOnConnect=yes|validateOnConnect is wrong: its value is not true or false.",
        "trustStore=/nowhere/x|trustStore is wrong: no certificates can be read from the file,"
            + " which must be PEM, PKCS12 or JKS (/nowhere/x).",
      })
  void whatIsWrongWithTheNetwork(String properties, String problem) {
    assertThatThrownBy(() -> read("sandbox=true;" + properties, Map.of()))
        .isInstanceOf(SQLException.class)
        .hasMessage("Property " + problem);
  }

  private static ConnectionSettings read(String properties, Map<String, String> environment)
      throws SQLException {
    return new SettingsReader(
            ConnectionUrl.parse("jdbc:twilio:" + properties, new Properties()), environment::get)
        .read();
  }
}
