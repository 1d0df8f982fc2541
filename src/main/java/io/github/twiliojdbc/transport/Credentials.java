package io.github.twiliojdbc.transport;

/**
 * A user name and password for HTTP Basic: an account SID with its token, or an API key with its
 * secret.
 *
 * @param username SID that begins with AC or SK
 * @param password token or secret, never shown
 */
public record Credentials(String username, String password) {

  @Override
  public String toString() {
    return "Credentials[username=" + username + ", password=***]";
  }
}
