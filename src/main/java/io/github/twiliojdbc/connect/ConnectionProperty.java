package io.github.twiliojdbc.connect;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The connection properties: the one list that parsing, documentation and tools are made from. */
public enum ConnectionProperty {
  ACCOUNT_SID("accountSid", "", "Account that signs in (AC…). From TWILIO_ACCOUNT_SID if not set."),
  AUTH_TOKEN("authToken", "", "Token of the account. From TWILIO_AUTH_TOKEN if not set."),
  API_KEY("apiKey", "", "API key (SK…), in place of the token. From TWILIO_API_KEY if not set."),
  API_SECRET("apiSecret", "", "Secret of the API key. From TWILIO_API_SECRET if not set."),
  CLIENT_ID(
      "clientId", "", "OAuth application (OQ…), in place of a token or key; accountSid is needed."),
  CLIENT_SECRET("clientSecret", "", "Secret of the OAuth application."),
  USER("user", "", "The same as accountSid (AC…) or apiKey (SK…), for log-in boxes."),
  PASSWORD("password", "", "The same as authToken or apiSecret, for log-in boxes."),
  CREDENTIALS_FILE(
      "credentialsFile",
      "~/.twilio/credentials",
      "File of credentials, which its owner alone may read: [profile], and below it lines such as"
          + " authToken=…; read if there is a profile or there are no other credentials."),
  PROFILE("profile", "default", "Part of credentialsFile that holds the credentials."),
  ACCOUNTS(
      "accounts",
      "all",
      "Accounts whose rows are shown: all (the account and its sub-accounts), own, or SIDs with"
          + " commas between them."),
  SCHEMA("schema", "twilio", "Schema of tables that are named without one."),
  START_DATE(
      "startDate",
      "",
      "Day or time (2026-01-31 or 2026-01-31T00:00:00Z) before which incremental tables show"
          + " nothing; rows without a cursor date are not shown either."),
  LOOKBACK_WINDOW(
      "lookbackWindow",
      "7",
      "Days in which rows may still change; pages of older rows are kept for longer."),
  ENDPOINT(
      "endpoint",
      "https://{product}.twilio.com",
      "URL of the API, {product} being api, studio and so on. Plain http for this machine only."),
  REGION(
      "region",
      "",
      "Twilio region: us1, ie1 or au1, each with credentials of its own. From TWILIO_REGION if not"
          + " set."),
  EDGE(
      "edge",
      "",
      "Twilio edge, such as dublin; by default the region's own. From TWILIO_EDGE if not set."),
  TIME_ZONE(
      "timeZone",
      "",
      "Time zone on whose clocks TIMESTAMPs are read and written, such as Europe/Berlin; by default"
          + " the JVM's."),
  PAGE_SIZE(
      "pageSize",
      "",
      "Rows to ask for at a time; by default, and at most, what each table allows."),
  MAX_CONCURRENCY("maxConcurrency", "8", "Most requests at a time."),
  MAX_REQUESTS(
      "maxRequests", "", "Most requests that a statement may send; by default any number."),
  CONNECT_TIMEOUT("connectTimeout", "10", "Seconds to wait for a connection."),
  READ_TIMEOUT("readTimeout", "60", "Seconds to wait for the answer to a request."),
  MAX_RETRIES(
      "maxRetries",
      "5",
      "How often a request is sent again after 429, 5xx or a broken connection."),
  PROXY_HOST("proxyHost", "", "Host of an HTTP proxy."),
  PROXY_PORT("proxyPort", "8080", "Port of the HTTP proxy."),
  PROXY_USER("proxyUser", "", "Name to log in to the proxy with."),
  PROXY_PASSWORD("proxyPassword", "", "Password to log in to the proxy with."),
  SOCKS_PROXY("socksProxy", "", "SOCKS proxy, as host:port, in place of an HTTP proxy."),
  NON_PROXY_HOSTS(
      "nonProxyHosts",
      "",
      "Hosts that are asked past the proxy, with | between them; * is any text."),
  TRUST_STORE(
      "trustStore",
      "",
      "File of the certificates that are trusted in place of the JVM's: PEM, PKCS12 or JKS."),
  TRUST_STORE_PASSWORD("trustStorePassword", "", "Password of the trustStore, if it has one."),
  APPLICATION_NAME(
      "applicationName", "", "Name of the application, which the User-Agent of requests ends in."),
  HEADERS(
      "headers",
      "",
      "Headers that each request carries besides: 'Name: value', with ; between them."),
  VALIDATE_ON_CONNECT(
      "validateOnConnect",
      "false",
      "Whether Twilio is asked, by one small request, before a connection is handed out."),
  CACHE(
      "cache", "true", "Whether pages are kept and used again by later queries of the connection."),
  CACHE_TTL("cacheTtl", "300", "Seconds for which a page is kept that may still change."),
  CACHE_SIZE(
      "cacheSize",
      "64",
      "Megabytes of pages that are kept; never more than an eighth of the heap."),
  EXPOSE_SECRETS(
      "exposeSecrets",
      "false",
      "Whether secret columns, such as accounts.auth_token, are shown; otherwise they are NULL."),
  LOG_LEVEL(
      "logLevel",
      "",
      "What is logged: INFO for statements with their requests and time, FINE for each request too,"
          + " OFF for nothing. By default what java.util.logging says of io.github.twiliojdbc, or"
          + " warnings alone."),
  LOG_FILE(
      "logFile",
      "",
      "File that the log is added to, in place of what java.util.logging is set to; then statements"
          + " are logged unless logLevel says otherwise."),
  SANDBOX(
      "sandbox",
      "false",
      "Whether to query the embedded sample account: no network, no credentials.");

  private static final List<ConnectionProperty> SECRETS =
      List.of(
          AUTH_TOKEN,
          API_SECRET,
          CLIENT_SECRET,
          PASSWORD,
          PROXY_PASSWORD,
          TRUST_STORE_PASSWORD,
          HEADERS);

  private final String key;
  private final String defaultText;
  private final String about;

  ConnectionProperty(String key, String defaultText, String about) {
    this.key = key;
    this.defaultText = defaultText;
    this.about = about;
  }

  /** Returns the name as users write it; letter case does not matter. */
  public String key() {
    return key;
  }

  /** Returns the default as text; empty where there is none. */
  public String defaultText() {
    return defaultText;
  }

  /** Returns what the property does, in a line. */
  public String about() {
    return about;
  }

  /** Returns whether the value must never be shown. */
  public boolean isSecret() {
    return SECRETS.contains(this);
  }

  /** Returns a value as it may be shown. */
  String masked(String value) {
    return isSecret() && !value.isEmpty() ? "***" : value;
  }

  /** Returns the values to choose from, if the property is a switch. */
  public List<String> choices() {
    return defaultText.equals("true") || defaultText.equals("false")
        ? List.of("true", "false")
        : List.of();
  }

  /** Returns the environment variable that stands in for the property, if there is one. */
  Optional<String> environmentVariable() {
    return switch (this) {
      case ACCOUNT_SID, AUTH_TOKEN, API_KEY, API_SECRET, REGION, EDGE ->
          Optional.of("TWILIO_" + name());
      default -> Optional.empty();
    };
  }

  static Optional<ConnectionProperty> named(String key) {
    return Stream.of(values()).filter(property -> property.key.equalsIgnoreCase(key)).findFirst();
  }

  /** Returns the property whose name is most like a name that is none. */
  static Optional<ConnectionProperty> nearest(String key) {
    LevenshteinDistance distance = new LevenshteinDistance(key.length() / 3);
    String lower = key.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(property -> distance.apply(property.key.toLowerCase(Locale.ROOT), lower) >= 0)
        .min(
            Comparator.comparingInt(
                property -> distance.apply(property.key.toLowerCase(Locale.ROOT), lower)));
  }
}
