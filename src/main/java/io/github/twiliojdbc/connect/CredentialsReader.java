package io.github.twiliojdbc.connect;

import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNT_SID;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_KEY;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.AUTH_TOKEN;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_ID;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.PASSWORD;
import static io.github.twiliojdbc.connect.ConnectionProperty.USER;

import io.github.twiliojdbc.jdbc.SqlErrors;
import io.github.twiliojdbc.transport.Credentials;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds out who signs in, and to which account. */
final class CredentialsReader {
  private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");

  private final PropertyValues values;

  CredentialsReader(PropertyValues values) {
    this.values = values;
  }

  /** Returns whether a text is an account's SID. */
  static boolean isAccount(String sid) {
    return ACCOUNT.matcher(sid).matches();
  }

  Credentials credentials() throws SQLException {
    Optional<String> id = values.of(CLIENT_ID);
    Optional<String> clientSecret = values.of(CLIENT_SECRET);
    if (id.isPresent() && clientSecret.isPresent()) {
      return new Credentials.Client(id.get(), clientSecret.get());
    }
    // What was set comes before the environment, as a whole pair.
    return pair(values::of)
        .or(() -> pair(values::orEnvironment))
        .orElseThrow(
            () ->
                SqlErrors.credentialsMissing(
                    "No credentials. Give accountSid and authToken, or accountSid, apiKey and"
                        + " apiSecret (or clientId and clientSecret), in the URL, in properties, in"
                        + " a profile of credentialsFile or as TWILIO_ACCOUNT_SID,"
                        + " TWILIO_AUTH_TOKEN, TWILIO_API_KEY and TWILIO_API_SECRET in the"
                        + " environment; or set sandbox=true to try the driver without."));
  }

  private Optional<Credentials> pair(Function<ConnectionProperty, Optional<String>> source) {
    Optional<String> key = source.apply(API_KEY).or(() -> user("SK"));
    Optional<String> secret = source.apply(API_SECRET).or(() -> values.of(PASSWORD));
    if (key.isPresent() && secret.isPresent()) {
      return Optional.of(new Credentials.Basic(key.get(), secret.get()));
    }
    Optional<String> account = values.orEnvironment(ACCOUNT_SID).or(() -> user("AC"));
    Optional<String> token = source.apply(AUTH_TOKEN).or(() -> values.of(PASSWORD));
    return account.isPresent() && token.isPresent()
        ? Optional.of(new Credentials.Basic(account.get(), token.get()))
        : Optional.empty();
  }

  private Optional<String> user(String prefix) {
    return values.of(USER).filter(name -> name.startsWith(prefix));
  }

  String account(Credentials credentials) throws SQLException {
    Optional<String> account =
        values
            .orEnvironment(ACCOUNT_SID)
            .or(() -> user("AC"))
            .or(() -> Optional.of(credentials.username()).filter(name -> name.startsWith("AC")));
    if (account.isEmpty()) {
      throw SqlErrors.credentialsMissing(
          "An API key or OAuth application does not say which account it is to read: give accountSid"
              + " (AC…) as well.");
    }
    if (!isAccount(account.get())) {
      throw PropertyValues.wrong(ACCOUNT_SID, "an account SID: AC and 32 hexadecimal digits");
    }
    return account.get();
  }
}
