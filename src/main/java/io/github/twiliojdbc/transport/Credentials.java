package io.github.twiliojdbc.transport;

/** Who asks Twilio, and by what it knows that. */
public sealed interface Credentials {

  /** Returns the name that signs in, which may be shown. */
  String username();

  /**
   * A user name and password for HTTP Basic: an account SID with its token, or an API key with its
   * secret.
   *
   * @param username SID that begins with AC or SK
   * @param password token or secret, never shown
   */
  record Basic(String username, String password) implements Credentials {
    @Override
    public String toString() {
      return "Basic[username=" + username + ", password=***]";
    }
  }

  /**
   * An OAuth application, which gets access tokens for itself.
   *
   * @param id identifier that begins with OQ
   * @param secret secret, never shown
   */
  record Client(String id, String secret) implements Credentials {
    @Override
    public String username() {
      return id;
    }

    @Override
    public String toString() {
      return "Client[id=" + id + ", secret=***]";
    }
  }
}
