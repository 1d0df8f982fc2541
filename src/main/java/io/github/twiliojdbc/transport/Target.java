package io.github.twiliojdbc.transport;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for, apart from the host.
 *
 * @param subdomain first part of Twilio's host name, such as {@code api}
 * @param pathAndQuery encoded path, beginning with a slash, and query
 * @param isSettled whether the answer will change no more
 */
public record Target(String subdomain, String pathAndQuery, boolean isSettled) {
  private static final Pattern ACCOUNT =
      Pattern.compile("/2010-04-01/Accounts/(AC[0-9a-zA-Z]+)[/.]");

  /** Creates a target. */
  public Target {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("not a path: " + pathAndQuery);
    }
  }

  /** Returns the account that the path names, if it names one. */
  public Optional<String> account() {
    Matcher account = ACCOUNT.matcher(pathAndQuery);
    return account.lookingAt() ? Optional.of(account.group(1)) : Optional.empty();
  }

  /** Returns the target with another value of a parameter, such as {@code Page=2}. */
  Target with(String parameter) {
    int question = pathAndQuery.indexOf('?');
    String path = question < 0 ? pathAndQuery : pathAndQuery.substring(0, question);
    String query = question < 0 ? "" : pathAndQuery.substring(question + 1);
    String name = parameter.substring(0, parameter.indexOf('=') + 1);
    List<String> parameters =
        new ArrayList<>(Splitter.on('&').omitEmptyStrings().splitToList(query));
    parameters.removeIf(other -> other.startsWith(name));
    parameters.add(parameter);
    return new Target(subdomain, path + "?" + String.join("&", parameters), isSettled);
  }

  /** Creates a target whose answer may change. */
  public Target(String subdomain, String pathAndQuery) {
    this(subdomain, pathAndQuery, false);
  }
}
