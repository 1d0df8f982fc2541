package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.connect.ConnectionProperty;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TwilioDataSourceTest {

  @Test
  void everyPropertyHasASetter() {
    Set<String> setters =
        Stream.of(TwilioDataSource.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    for (ConnectionProperty property : ConnectionProperty.values()) {
      String key = property.key();
      assertThat(setters)
          .contains("set" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1));
    }
  }

  @Test
  void whatIsSetCounts() throws SQLException {
    TwilioDataSource account = new TwilioDataSource();
    account.setSandbox(true);
    account.setAccounts("own");
    account.setStartDate("2999-01-01");
    try (Connection connection = account.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM messages")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void aUrlAndWhatIsSetBesides() throws SQLException {
    TwilioDataSource account = new TwilioDataSource();
    account.setUrl("jdbc:twilio:sandbox=true;accounts=own");
    account.setAccounts("all");
    account.setApplicationName("pool");
    try (Connection connection = account.getConnection()) {
      assertThat(connection.getMetaData().getURL())
          .isEqualTo("jdbc:twilio:accounts=own;applicationName=pool;sandbox=true");
    }
  }

  @Test
  void userAndPasswordOfACall() {
    DataSource account = new TwilioDataSource();
    assertThatThrownBy(() -> account.getConnection("SK1", "secret"))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            "An API key or OAuth application does not say which account it is to read: give"
                + " accountSid (AC…) as well.");
  }

  @Test
  void theLoginTimeoutIsTheConnectTimeout() throws SQLException {
    TwilioDataSource account = new TwilioDataSource();
    assertThat(account.getLoginTimeout()).isZero();
    account.setLoginTimeout(3);
    assertThat(account.getLoginTimeout()).isEqualTo(3);
    account.setLoginTimeout(0);
    assertThat(account.getLoginTimeout()).isZero();
  }

  @Test
  void unwrap() throws SQLException {
    DataSource account = new TwilioDataSource();
    assertThat(account.isWrapperFor(TwilioDataSource.class)).isTrue();
    assertThat(account.unwrap(TwilioDataSource.class)).isSameAs(account);
    assertThatThrownBy(() -> account.unwrap(String.class))
        .hasMessage("A TwilioDataSource is no java.lang.String.");
  }
}
