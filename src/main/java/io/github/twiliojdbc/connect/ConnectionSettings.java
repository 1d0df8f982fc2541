package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.planner.Scope;
import io.github.twiliojdbc.transport.Credentials;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.HttpTwilioClient;
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
 * @param endpoint where requests go
 * @param warnings what is not as it was asked for
 * @param timeZone zone on whose clocks TIMESTAMPs are read and written
 * @param pageSize rows to ask for at a time, if fewer than each table allows
 * @param maxConcurrency most requests at a time
 * @param maxRequests most requests that a statement may send
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param maxRetries how often a request is sent again
 * @param proxy proxy that requests go through
 * @param lookback how long a row may still change
 * @param cache how pages are kept, if they are
 * @param exposeSecrets whether secret columns are read
 * @param sandbox whether the sample account answers
 * @param log what is logged, and where
 * @param shown value of each property as it may be shown: secrets are masked
 */
record ConnectionSettings(
    String accountSid,
    Credentials credentials,
    Scope scope,
    Endpoint endpoint,
    List<String> warnings,
    ZoneId timeZone,
    OptionalInt pageSize,
    int maxConcurrency,
    OptionalInt maxRequests,
    Duration connectTimeout,
    Duration readTimeout,
    int maxRetries,
    Optional<HttpTwilioClient.ProxyServer> proxy,
    Duration lookback,
    Optional<CacheSettings> cache,
    boolean exposeSecrets,
    boolean sandbox,
    LogSettings log,
    Map<ConnectionProperty, String> shown) {

  /**
   * How pages are kept.
   *
   * @param life how long a page is kept that may change
   * @param bytes how many bytes are kept
   */
  record CacheSettings(Duration life, long bytes) {}
}
