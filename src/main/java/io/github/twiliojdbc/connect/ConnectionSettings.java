package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.planner.Scope;
import io.github.twiliojdbc.transport.Credentials;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.HttpSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a connection was asked to be, parsed and checked.
 *
 * @param accountSid account that signs in
 * @param credentials user name and password of requests; not used by the sandbox
 * @param scope accounts and dates that tables show
 * @param schema schema of tables that are named without one
 * @param endpoint where requests go
 * @param http how requests are sent
 * @param applicationName name of the application that requests tell; may be empty
 * @param warnings what is not as it was asked for
 * @param timeZone zone on whose clocks TIMESTAMPs are read and written
 * @param pageSize rows to ask for at a time, if fewer than each table allows
 * @param maxConcurrency most requests at a time
 * @param maxRequests most requests that a statement may send
 * @param maxRetries how often a request is sent again
 * @param lookback how long a row may still change
 * @param cache how pages are kept, if they are
 * @param exposeSecrets whether secret columns are read
 * @param validateOnConnect whether Twilio is asked before the connection is handed out
 * @param sandbox whether the sample account answers
 * @param log what is logged, and where
 * @param shown value of each property as it may be shown: secrets are masked
 * @param url a URL that says all of it but for what is secret
 */
record ConnectionSettings(
    String accountSid,
    Credentials credentials,
    Scope scope,
    String schema,
    Endpoint endpoint,
    HttpSettings http,
    String applicationName,
    List<String> warnings,
    ZoneId timeZone,
    OptionalInt pageSize,
    int maxConcurrency,
    OptionalInt maxRequests,
    int maxRetries,
    Duration lookback,
    Optional<CacheSettings> cache,
    boolean exposeSecrets,
    boolean validateOnConnect,
    boolean sandbox,
    LogSettings log,
    Map<ConnectionProperty, String> shown,
    String url) {

  /**
   * How pages are kept.
   *
   * @param life how long a page is kept that may change
   * @param bytes how many bytes are kept
   */
  record CacheSettings(Duration life, long bytes) {}
}
