package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.transport.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The path and the decoded parameters of a target.
 *
 * @param path path, still encoded
 * @param parameters parameters by name
 */
record Query(String path, Map<String, String> parameters) {

  static Query of(Target target) {
    String text = target.pathAndQuery();
    int mark = text.indexOf('?');
    Map<String, String> parameters = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : text.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return new Query(mark < 0 ? text : text.substring(0, mark), parameters);
  }

  static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  int number(String name, int otherwise) {
    return parameter(name).map(Integer::parseInt).orElse(otherwise);
  }
}
