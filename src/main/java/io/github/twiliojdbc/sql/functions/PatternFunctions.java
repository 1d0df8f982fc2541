package io.github.twiliojdbc.sql.functions;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Functions of texts and regular expressions.
 *
 * <p>Public because generated code is in another package.
 */
public final class PatternFunctions {
  private PatternFunctions() {}

  /** Returns the first part of a text that a regular expression, or its first group, matches. */
  @Signature(value = "substring(text, text) text", mayBeNull = true)
  public static @Nullable String substring(String text, String pattern) {
    Matcher found = expression(pattern, "").in(text);
    return !found.find() ? null : found.groupCount() > 0 ? found.group(1) : found.group();
  }

  @Signature("regexp_replace(text, text, text) text")
  public static String regexpReplace(String text, String pattern, String replacement) {
    return regexpReplace(text, pattern, replacement, "");
  }

  /** Replaces the first match of a regular expression, or all of them with the flag g. */
  @Signature("regexp_replace(text, text, text, text) text")
  public static String regexpReplace(
      String text, String pattern, String replacement, String flags) {
    Matcher matcher = expression(pattern, flags).in(text);
    String java =
        replacement
            .replace("$", "\\$")
            .replaceAll("\\\\([1-9])", "\\$$1")
            .replaceAll("\\\\&", "\\$0");
    return flags.contains("g") ? matcher.replaceAll(java) : matcher.replaceFirst(java);
  }

  private static RegularExpression expression(String pattern, String flags) {
    return new RegularExpression(pattern, flags.contains("i"));
  }

  /** Returns what the groups of a pattern match first, or the whole match if it has none. */
  @Signature(value = "regexp_match(text, text) texts", mayBeNull = true)
  public static @Nullable List<@Nullable String> regexpMatch(String text, String pattern) {
    return regexpMatch(text, pattern, "");
  }

  @Signature(value = "regexp_match(text, text, text) texts", mayBeNull = true)
  public static @Nullable List<@Nullable String> regexpMatch(
      String text, String pattern, String flags) {
    Matcher matcher = expression(pattern, flags).in(text);
    if (!matcher.find()) {
      return null;
    }
    List<@Nullable String> groups = new ArrayList<>();
    for (int i = Math.min(matcher.groupCount(), 1); i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }

  @Signature("regexp_split_to_array(text, text) texts")
  public static List<String> regexpSplit(String text, String pattern) {
    return Arrays.asList(expression(pattern, "").pattern().split(text, -1));
  }

  @Signature("regexp_count(text, text) int")
  public static int regexpCount(String text, String pattern) {
    Matcher matcher = expression(pattern, "").in(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  @Signature("regexp_like(text, text) boolean")
  public static boolean regexpLike(String text, String pattern) {
    return regexpLike(text, pattern, "");
  }

  @Signature("regexp_like(text, text, text) boolean")
  public static boolean regexpLike(String text, String pattern, String flags) {
    return expression(pattern, flags).in(text).find();
  }

  @Signature(value = "regexp_substr(text, text) text", mayBeNull = true)
  public static @Nullable String regexpSubstr(String text, String pattern) {
    Matcher matcher = expression(pattern, "").in(text);
    return matcher.find() ? matcher.group() : null;
  }
}
