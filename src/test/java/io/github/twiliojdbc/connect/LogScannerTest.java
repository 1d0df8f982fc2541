package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the log, and found in it. */
class LogScannerTest {
  private final LogScanner.Scan scan = new LogScanner.Scan();

  @Test
  void theFinestLevelIsRead() {
    assertThat(LogScanner.LOGGERS)
        .allMatch(logger -> logger.isLoggable(Level.FINEST))
        .allMatch(logger -> logger.getHandlers()[0] instanceof LogScanner.Scan);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC1", "AC12", "AC123"})
  void aSecretIsFoundInTheHeaderOfARequest(String user) {
    byte[] signedIn = (user + ":" + PlantedSecrets.SECRET).getBytes(StandardCharsets.UTF_8);
    scan.publish(new LogRecord(Level.FINEST, Base64.getEncoder().encodeToString(signedIn)));
    assertThat(scan.leaks()).hasSize(1);
  }

  @Test
  void aSecretIsFoundInParametersAndCauses() {
    LogRecord line = new LogRecord(Level.FINEST, "sent {0}");
    line.setParameters(new Object[] {PlantedSecrets.BEARER});
    scan.publish(line);
    LogRecord failure = new LogRecord(Level.FINEST, "failed");
    failure.setThrown(new SQLException(new IllegalStateException(PlantedSecrets.HEADER)));
    scan.publish(failure);
    scan.publish(new LogRecord(Level.FINEST, "sent nothing"));
    assertThat(scan.leaks()).hasSize(2);
  }

  @Test
  void anAuthTokenOfAnAccountIsFound() throws SQLException {
    try (Connection connection = TestConnections.sandbox("exposeSecrets=true", client -> client)) {
      assertThat(TestConnections.firstColumn(connection, "SELECT auth_token FROM accounts"))
          .hasSizeGreaterThan(1)
          .allSatisfy(token -> assertThat(PlantedSecrets.in(token)).contains(token));
    }
  }
}
