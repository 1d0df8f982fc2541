package io.github.twiliojdbc.scan;

import com.google.common.base.Splitter;
import io.github.twiliojdbc.transport.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a page is, however it is spelled.
 *
 * @param parameters parameters of the query by their names
 */
record PageAddress(String path, Map<String, String> parameters) {
  /** Parameters that tell one page of a list from another. */
  private static final Set<String> OF_PAGES =
      Set.of("Page", "PageToken", "PageSize", "Size", "Token", "AfterSid");

  static PageAddress of(Target target) {
    int question = target.pathAndQuery().indexOf('?');
    String query = question < 0 ? "" : target.pathAndQuery().substring(question + 1);
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : Splitter.on('&').omitEmptyStrings().split(query)) {
      int equals = parameter.indexOf('=');
      parameters.put(
          decoded(equals < 0 ? parameter : parameter.substring(0, equals)),
          decoded(equals < 0 ? "" : parameter.substring(equals + 1)));
    }
    String path =
        question < 0 ? target.pathAndQuery() : target.pathAndQuery().substring(0, question);
    return new PageAddress(decoded(path), parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign that begins nothing is one.
      return text;
    }
  }

  /** Returns whether this is a page of the same list, under the same filters. */
  boolean isOfListOf(PageAddress other) {
    return path.equals(other.path)
        && other.parameters.keySet().stream()
            .allMatch(name -> OF_PAGES.contains(name) || parameters.containsKey(name));
  }
}
