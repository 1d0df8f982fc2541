package io.github.twiliojdbc.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How requests are sent.
 *
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for an answer
 * @param proxy proxy that requests go through
 * @param trusted certificates that are trusted in place of the JVM's
 * @param headers headers that every request carries besides, whose values may be secrets
 */
public record HttpSettings(
    Duration connectTimeout,
    Duration readTimeout,
    Optional<ProxyServer> proxy,
    Optional<TrustedCertificates> trusted,
    Map<String, String> headers) {

  @Override
  public String toString() {
    return "HttpSettings[%s, %s, headers=%s]"
        .formatted(connectTimeout, readTimeout, headers.keySet());
  }
}
