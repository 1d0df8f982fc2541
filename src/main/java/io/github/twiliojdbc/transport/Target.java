package io.github.twiliojdbc.transport;

/**
 * What a request asks for, apart from the host.
 *
 * @param subdomain first part of Twilio's host name, such as {@code api}
 * @param pathAndQuery encoded path, beginning with a slash, and query
 */
public record Target(String subdomain, String pathAndQuery) {

  /** Creates a target. */
  public Target {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("not a path: " + pathAndQuery);
    }
  }
}
