package io.github.twiliojdbc.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * One parameter of a request, not yet encoded.
 *
 * @param name name, which for dates ends in an operator, such as {@code DateSent>}
 * @param value value
 */
public record QueryParameter(String name, String value) {

  /** Returns {@code name=value}, encoded. */
  String encoded() {
    return encode(name) + "=" + encode(value);
  }

  /** Encodes all but the unreserved characters of RFC 3986. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
