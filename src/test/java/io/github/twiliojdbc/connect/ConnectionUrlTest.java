package io.github.twiliojdbc.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConnectionUrlTest {

  @Test
  void keysInAnyCaseAndQuotedValues() throws SQLException {
    assertThat(
            ConnectionUrl.parse(
                "JDBC:Twilio: ACCOUNTSID=AC1 ;authtoken = 'a;b''c=';;Region=\"a\"\"1\"",
                new Properties()))
        .isEqualTo(
            Map.of(
                ConnectionProperty.ACCOUNT_SID,
                "AC1",
                ConnectionProperty.AUTH_TOKEN,
                "a;b'c=",
                ConnectionProperty.REGION,
                "a\"1"));
  }

  @Test
  void theUrlWinsOverProperties() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("pagesize", "10");
    properties.setProperty("maxRetries", "1");
    assertThat(ConnectionUrl.parse("jdbc:twilio:pageSize=20", properties))
        .isEqualTo(Map.of(ConnectionProperty.PAGE_SIZE, "20", ConnectionProperty.MAX_RETRIES, "1"));
  }

  @Test
  void aPropertyGivenTwice() {
    refuses("jdbc:twilio:pageSize=1;PAGESIZE=2", "property pageSize is given twice.");
  }

  @Test
  void aQuoteThatIsNotClosed() {
    refuses("jdbc:twilio:authToken='x", "the value of authToken has no closing '.");
  }

  /** A secret with a semicolon in it, not quoted, must not end up in a message. */
  @Test
  void aPartWithoutKeyShowsNoSecret() {
    refuses("jdbc:twilio:authToken=abc;def", "what begins at character 27 is not key=value.");
    refuses("jdbc:twilio:AC1:secret", "what begins at character 13 is not key=value.");
    refuses("jdbc:twilio://AC1:secret@host", "what begins at character 13 is not key=value.");
    refuses("jdbc:twilio:authToken:secret", "what begins at character 13 is not key=value.");
    refuses("jdbc:twilio:proxyPassword=pa;ss=1", "what begins at character 30 is no property.");
  }

  @Test
  void propertiesOfCalciteAreNotAccepted() {
    refuses("jdbc:twilio:schemaFactory=x", "what begins at character 13 is no property.");
  }

  private static void refuses(String url, String problem) {
    assertThatThrownBy(() -> ConnectionUrl.parse(url, new Properties()))
        .isInstanceOf(SQLException.class)
        .hasMessage(
            "The connection URL or its properties are wrong: "
                + problem
                + " The form is jdbc:twilio:key=value;key=value.");
  }
}
