package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Functions of texts, which are counted in characters as people see them in a database: code
 * points.
 *
 * <p>Public because generated code is in another package.
 */
public final class TextFunctions {
  private static final int MOST_CHARACTERS = 10_000_000;

  private static final Pattern ARGUMENT =
      Pattern.compile("%(?:(?<number>\\d+)\\$)?(?<kind>[sIL%])");

  private TextFunctions() {}

  @Signature("length(text) int")
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Signature("char_length(text) int")
  public static int charLength(String text) {
    return length(text);
  }

  @Signature("character_length(text) int")
  public static int characterLength(String text) {
    return length(text);
  }

  @Signature("octet_length(text) int")
  public static int octetLength(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Signature("bit_length(text) int")
  public static int bitLength(String text) {
    return octetLength(text) * 8;
  }

  /** Returns a text in capitals, each character by itself. */
  @Signature("upper(text) text")
  public static String upper(String text) {
    return mapped(text, Character::toUpperCase);
  }

  @Signature("lower(text) text")
  public static String lower(String text) {
    return mapped(text, Character::toLowerCase);
  }

  private static String mapped(String text, java.util.function.IntUnaryOperator change) {
    StringBuilder mapped = new StringBuilder(text.length());
    text.codePoints().map(change).forEach(mapped::appendCodePoint);
    return mapped.toString();
  }

  @Signature("initcap(text) text")
  public static String initcap(String text) {
    StringBuilder mapped = new StringBuilder(text.length());
    int[] before = {' '};
    text.codePoints()
        .forEach(
            each -> {
              mapped.appendCodePoint(
                  Character.isLetterOrDigit(before[0])
                      ? Character.toLowerCase(each)
                      : Character.toUpperCase(each));
              before[0] = each;
            });
    return mapped.toString();
  }

  /** Returns the first characters, or all but the last ones if the count is negative. */
  @Signature("left(text, int) text")
  public static String left(String text, int count) {
    int length = length(text);
    return part(text, 0, count < 0 ? length + count : count);
  }

  /** Returns the last characters, or all but the first ones if the count is negative. */
  @Signature("right(text, int) text")
  public static String right(String text, int count) {
    int length = length(text);
    return part(text, count < 0 ? -count : length - count, length);
  }

  private static String part(String text, int start, int end) {
    int length = length(text);
    int from = Math.max(Math.min(start, length), 0);
    int to = Math.max(Math.min(end, length), from);
    int begin = text.offsetByCodePoints(0, from);
    return text.substring(begin, text.offsetByCodePoints(begin, to - from));
  }

  @Signature("substring(text, int) text")
  public static String substring(String text, int start) {
    return part(text, start - 1, Integer.MAX_VALUE);
  }

  @Signature("substring(text, int, int) text")
  public static String substring(String text, int start, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("a part of a text has no negative length");
    }
    long end = (long) start - 1 + count;
    return part(text, start - 1, (int) Math.min(end, Integer.MAX_VALUE));
  }

  @Signature("substr(text, int) text")
  public static String substr(String text, int start) {
    return substring(text, start);
  }

  @Signature("substr(text, int, int) text")
  public static String substr(String text, int start, int count) {
    return substring(text, start, count);
  }

  @Signature("strpos(text, text) int")
  public static int strpos(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 ? 0 : text.codePointCount(0, at) + 1;
  }

  @Signature("repeat(text, int) text")
  public static String repeat(String text, int count) {
    return text.repeat(Math.max(bounded((long) text.length() * count, count), 0));
  }

  /** Returns a number if a text of so many characters fits into memory well. */
  private static int bounded(long characters, int number) {
    if (characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a text of %d characters is longer than %d".formatted(characters, MOST_CHARACTERS));
    }
    return number;
  }

  @Signature("reverse(text) text")
  public static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Signature("lpad(text, int) text")
  public static String lpad(String text, int length) {
    return lpad(text, length, " ");
  }

  @Signature("lpad(text, int, text) text")
  public static String lpad(String text, int length, String fill) {
    return length(text) >= length
        ? left(text, Math.max(length, 0))
        : filling(text, length, fill) + text;
  }

  @Signature("rpad(text, int) text")
  public static String rpad(String text, int length) {
    return rpad(text, length, " ");
  }

  @Signature("rpad(text, int, text) text")
  public static String rpad(String text, int length, String fill) {
    return length(text) >= length
        ? left(text, Math.max(length, 0))
        : text + filling(text, length, fill);
  }

  private static String filling(String text, int length, String fill) {
    int missing = bounded(length, length) - length(text);
    return fill.isEmpty() ? "" : left(fill.repeat(missing / length(fill) + 1), missing);
  }

  @Signature("btrim(text) text")
  public static String btrim(String text) {
    return btrim(text, " ");
  }

  @Signature("btrim(text, text) text")
  public static String btrim(String text, String characters) {
    return ltrim(rtrim(text, characters), characters);
  }

  @Signature("ltrim(text) text")
  public static String ltrim(String text) {
    return ltrim(text, " ");
  }

  @Signature("ltrim(text, text) text")
  public static String ltrim(String text, String characters) {
    int start = 0;
    while (start < text.length() && characters.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    return text.substring(start);
  }

  @Signature("rtrim(text) text")
  public static String rtrim(String text) {
    return rtrim(text, " ");
  }

  @Signature("rtrim(text, text) text")
  public static String rtrim(String text, String characters) {
    int end = text.length();
    while (end > 0 && characters.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(0, end);
  }

  @Signature("replace(text, text, text) text")
  public static String replace(String text, String from, String to) {
    return from.isEmpty() ? text : text.replace(from, to);
  }

  @Signature("translate(text, text, text) text")
  public static String translate(String text, String from, String to) {
    StringBuilder translated = new StringBuilder();
    int[] sources = from.codePoints().toArray();
    int[] targets = to.codePoints().toArray();
    text.codePoints()
        .forEach(
            each -> {
              int at = 0;
              while (at < sources.length && sources[at] != each) {
                at++;
              }
              if (at == sources.length) {
                translated.appendCodePoint(each);
              } else if (at < targets.length) {
                translated.appendCodePoint(targets[at]);
              }
            });
    return translated.toString();
  }

  /** Returns a field of a text, counted from its end if the number is negative. */
  @Signature("split_part(text, text, int) text")
  public static String splitPart(String text, String separator, int number) {
    if (number == 0) {
      throw new IllegalArgumentException("fields are counted from 1");
    }
    List<String> fields =
        separator.isEmpty()
            ? List.of(text)
            : Arrays.asList(text.split(Pattern.quote(separator), -1));
    int at = number > 0 ? number - 1 : fields.size() + number;
    return at < 0 || at >= fields.size() ? "" : fields.get(at);
  }

  @Signature("starts_with(text, text) boolean")
  public static boolean startsWith(String text, String prefix) {
    return text.startsWith(prefix);
  }

  @Signature("ascii(text) int")
  public static int ascii(String text) {
    return text.isEmpty() ? 0 : text.codePointAt(0);
  }

  @Signature("chr(int) text")
  public static String chr(int code) {
    if (!Character.isValidCodePoint(code) || code == 0) {
      throw new IllegalArgumentException("there is no character " + code);
    }
    return Character.toString(code);
  }

  @Signature("quote_literal(text) text")
  public static String quoteLiteral(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }

  @Signature("quote_ident(text) text")
  public static String quoteIdent(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Signature("encode(text, text) text")
  public static String encode(String text, String format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "base64" -> Base64.getEncoder().encodeToString(bytes);
      case "hex" -> HexFormat.of().formatHex(bytes);
      default -> throw new IllegalArgumentException("there is no encoding '" + format + "'");
    };
  }

  /** Returns the number that a pattern has written. */
  @Signature("to_number(text, text) numeric")
  public static BigDecimal toNumber(String text, String pattern) {
    return NumberPattern.of(pattern).parse(text);
  }

  /** Returns a text with the arguments where a pattern has %s, %I (a name) or %L (a literal). */
  @Signature("format_of(text, texts) text")
  public static String format(String pattern, List<@Nullable String> arguments) {
    Matcher place = ARGUMENT.matcher(pattern);
    StringBuilder formatted = new StringBuilder();
    int next = 0;
    while (place.find()) {
      String kind = place.group("kind");
      if (kind.equals("%")) {
        place.appendReplacement(formatted, "%");
        continue;
      }
      int number =
          place.group("number") == null ? next : Integer.parseInt(place.group("number")) - 1;
      next = number + 1;
      if (number >= arguments.size()) {
        throw new IllegalArgumentException("there are too few arguments for '" + pattern + "'");
      }
      place.appendReplacement(
          formatted, Matcher.quoteReplacement(formatted(kind, arguments.get(number))));
    }
    return place.appendTail(formatted).toString();
  }

  private static String formatted(String kind, @Nullable String argument) {
    return switch (kind) {
      case "I" -> quoteIdent(String.valueOf(argument));
      case "L" -> argument == null ? "NULL" : quoteLiteral(argument);
      default -> argument == null ? "" : argument;
    };
  }

  @Signature("array_to_string(texts, text) text")
  public static String arrayToString(List<@Nullable String> texts, String separator) {
    return texts.stream().filter(Objects::nonNull).collect(Collectors.joining(separator));
  }

  /** Returns texts put together, with a text for NULLs. */
  @Signature("array_to_string(texts, text, text) text")
  public static String arrayToString(
      List<@Nullable String> texts, String separator, String forNull) {
    return texts.stream()
        .map(text -> text == null ? forNull : text)
        .collect(Collectors.joining(separator));
  }

  @Signature("to_char(numeric, text) text")
  public static String toChar(BigDecimal number, String pattern) {
    return NumberPattern.of(pattern).format(number);
  }

  @Signature("to_char(double, text) text")
  public static String toChar(double number, String pattern) {
    return NumberPattern.of(pattern).format(Conversions.numericOf(number));
  }
}
