package io.github.twiliojdbc.catalog;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters in braces, such as {@code /v1/Conversations/{conversation_sid}/Messages}.
 *
 * @param text the path as the catalog has it
 */
public record PathTemplate(String text) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** Returns the names of the parameters in order. */
  public List<String> parameters() {
    return PARAMETER.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Returns the path with each parameter replaced by what {@code value} answers for its name. */
  public String expand(UnaryOperator<String> value) {
    return PARAMETER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
  }

  @Override
  public String toString() {
    return text;
  }
}
