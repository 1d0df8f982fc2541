package io.github.twiliojdbc.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of names as JDBC has it: % is any text, _ any character, \ takes the next literally.
 */
final class NamePattern {
  private final Pattern regex;

  private NamePattern(Pattern regex) {
    this.regex = regex;
  }

  /** Returns a pattern; null is like every name. */
  static NamePattern of(@Nullable String pattern) {
    String text = pattern == null ? "%" : pattern;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        regex.append(Pattern.quote(text.substring(i, i + 1)));
      } else if (c == '%') {
        regex.append(".*");
      } else {
        regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return new NamePattern(Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
  }

  boolean matches(String name) {
    return regex.matcher(name).matches();
  }
}
