package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.transport.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that are kept in a file of the user's. */
class CredentialsFileTest {
  private static final String ACCOUNT = "AC" + "a".repeat(32);
  private static final String OTHER = "AC" + "b".repeat(32);
  private static final String TEXT =
      """
      # Mine.
      [default]
      accountSid = %s
      authToken = t0ken=

      [ireland]
      accountSid=%s
      apiKey=SK1
      apiSecret=s3cret
      region=ie1
      """
          .formatted(ACCOUNT, OTHER);
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TWILIO_ACCOUNT_SID", OTHER, "TWILIO_AUTH_TOKEN", "environment");

  @TempDir private Path folder;

  @Test
  void theDefaultProfile() throws Exception {
    ConnectionSettings settings = read("credentialsFile=" + file(TEXT, "rw-------"), Map.of());
    assertThat(settings.accountSid()).isEqualTo(ACCOUNT);
    assertThat(settings.credentials()).isEqualTo(new Credentials.Basic(ACCOUNT, "t0ken="));
    assertThat(settings.url()).doesNotContain("t0ken");
  }

  @Test
  void aProfileComesBeforeTheEnvironment() throws Exception {
    ConnectionSettings settings =
        read("profile=ireland;credentialsFile=" + file(TEXT, "rw-------"), ENVIRONMENT);
    assertThat(settings.credentials()).isEqualTo(new Credentials.Basic("SK1", "s3cret"));
    assertThat(settings.endpoint().toString()).contains("dublin.ie1");
  }

  @Test
  void theUrlComesBeforeAProfile() throws Exception {
    ConnectionSettings settings =
        read(
            "accountSid=%s;authToken=mine;credentialsFile=%s"
                .formatted(OTHER, file(TEXT, "rw-------")),
            Map.of());
    assertThat(settings.credentials()).isEqualTo(new Credentials.Basic(OTHER, "mine"));
  }

  @Test
  void theSandboxNeedsNone() throws Exception {
    assertThat(read("sandbox=true;profile=none", Map.of()).sandbox()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--"})
  void whatOthersCanReadIsRefused(String permissions) throws Exception {
    Path file = file(TEXT, permissions);
    assertThatThrownBy(() -> read("credentialsFile=" + file, Map.of()))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            "Property credentialsFile is wrong: other users can read %s; take their right away"
                + " (chmod 600).",
            file);
  }

  @Test
  void aProfileThatIsNotThere() throws Exception {
    Path file = file(TEXT, "rw-------");
    assertThatThrownBy(() -> read("profile=prod;credentialsFile=" + file, Map.of()))
        .hasMessage("Property profile is wrong: %s has the profiles [default, ireland].", file);
  }

  @Test
  void aFileThatIsNotThere() {
    Path file = folder.resolve("none");
    assertThatThrownBy(() -> read("credentialsFile=" + file, Map.of()))
        .hasMessage("Property credentialsFile is wrong: %s cannot be read.", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[default]\ntoken=s3cret", "accountSid=s3cret", "[default]\ns3cret"})
  void aLineThatIsNone(String text) throws Exception {
    Path file = file(text, "rw-------");
    int line = text.startsWith("[") ? 2 : 1;
    assertThatThrownBy(() -> read("credentialsFile=" + file, Map.of()))
        .hasMessage(
            "Property credentialsFile is wrong: line %d is neither [profile] nor, below one,"
                + " key=value with one of the keys [accountSid, authToken, apiKey, apiSecret,"
                + " clientId, clientSecret, region, edge].",
            line);
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("credentials"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  private static ConnectionSettings read(String properties, Map<String, String> environment)
      throws SQLException {
    return new SettingsReader(
            ConnectionUrl.parse("jdbc:twilio:" + properties, new Properties()), environment::get)
        .read();
  }
}
