package io.github.twiliojdbc.transport;

/**
 * What a request asks for, apart from the host.
 *
 * @param subdomain first part of Twilio's host name, such as {@code api}
 * @param pathAndQuery encoded path, beginning with a slash, and query
 * @param isSettled whether the answer will change no more
 */
public record Target(String subdomain, String pathAndQuery, boolean isSettled) {

  /** Creates a target. */
  public Target {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("not a path: " + pathAndQuery);
    }
  }

  /** Creates a target whose answer may change. */
  public Target(String subdomain, String pathAndQuery) {
    this(subdomain, pathAndQuery, false);
  }
}
