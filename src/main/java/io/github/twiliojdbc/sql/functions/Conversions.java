package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What casts come down to where Calcite's are not PostgreSQL's.
 *
 * <p>Public because generated code is in another package.
 */
public final class Conversions {
  /** Digits of a DOUBLE that a DECIMAL takes over. */
  private static final MathContext DOUBLE_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int LEAST_PLAIN_EXPONENT = -4;
  private static final int MOST_PLAIN_EXPONENT = 14;

  private Conversions() {}

  /** Returns all digits of a number. */
  @Signature("text_of(numeric) text")
  public static String textOf(BigDecimal number) {
    return number.toPlainString();
  }

  /** Returns the digits that tell a number from others, with a power of ten if it is far from 1. */
  @Signature("text_of(double) text")
  public static String textOf(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (digits.signum() == 0) {
      return "0";
    }
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT) {
      return digits.toPlainString();
    }
    String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return "%se%s%02d".formatted(mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** Returns true or false. */
  @Signature("text_of(boolean) text")
  public static String textOf(boolean truth) {
    return Boolean.toString(truth);
  }

  /** Returns a point in time as it stands on the clock, without a fraction that is zero. */
  @Signature("text_of(timestamp) text")
  public static String textOf(long time) {
    return DateText.timestamp(time);
  }

  /** Returns the point in time that a text names. */
  @Signature("timestamp_of(text, zone) timestamp")
  public static long timestampOf(String text, String zone) {
    return DateText.parseTimestamp(text, ZoneId.of(zone));
  }

  /** Returns the day that a text names. */
  @Signature("date_of(text, zone) date")
  public static int dateOf(String text, String zone) {
    return DateText.parseDate(text, ZoneId.of(zone));
  }

  /** Returns the time of day that a text names. */
  @Signature("time_of(text) time")
  public static int timeOf(String text) {
    return DateText.parseTime(text);
  }

  /**
   * Returns the truth that a text names: yes, on, 1, the beginning of true, and their opposites.
   */
  /** Returns whether a text can be read as a value of a type. */
  @Signature("is_readable(text, text, zone) boolean")
  public static boolean isReadable(String text, String type, String zone) {
    try {
      switch (SqlTypeName.valueOf(type)) {
        case BOOLEAN -> truthOf(text);
        case TINYINT, SMALLINT, INTEGER -> intOf(text);
        case BIGINT -> bigintOf(text);
        case DECIMAL -> numericOf(text);
        case REAL, FLOAT, DOUBLE -> doubleOf(text);
        case DATE -> dateOf(text, zone);
        case TIME -> timeOf(text);
        case TIMESTAMP -> timestampOf(text, zone);
        default -> {}
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Returns an interval of days and what is smaller. */
  @Signature("interval_of(text) interval")
  public static long intervalOf(String text) {
    IntervalText interval = IntervalText.of(text);
    if (interval.months() != 0) {
      throw new DateTimeException(
          "'%s' has months, which are added as a number times INTERVAL '1' MONTH".formatted(text));
    }
    return interval.milliseconds();
  }

  /** Returns an interval of months. */
  @Signature("months_of(text) months")
  public static int monthsOf(String text) {
    IntervalText interval = IntervalText.of(text);
    if (interval.milliseconds() != 0) {
      throw new DateTimeException("'%s' has days, not months alone".formatted(text));
    }
    return Math.toIntExact(interval.months());
  }

  @Signature("truth_of(text) boolean")
  public static boolean truthOf(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (!word.isEmpty()
        && ("true".startsWith(word)
            || "yes".startsWith(word)
            || word.equals("on")
            || word.equals("1"))) {
      return true;
    }
    if (!word.isEmpty()
        && ("false".startsWith(word)
            || "no".startsWith(word)
            || word.equals("off")
            || word.equals("of")
            || word.equals("0"))) {
      return false;
    }
    throw new NumberFormatException("'" + text + "' is no BOOLEAN");
  }

  /** Returns the whole number that a text is. */
  @Signature("int_of(text) int")
  public static int intOf(String text) {
    return parse(text, "INTEGER", digits -> new BigDecimal(digits).intValueExact());
  }

  /** Returns the whole number that a text is. */
  @Signature("bigint_of(text) bigint")
  public static long bigintOf(String text) {
    return parse(text, "BIGINT", digits -> new BigDecimal(digits).longValueExact());
  }

  /** Returns the number that a text is, with all of its digits. */
  @Signature("numeric_of(text) numeric")
  public static BigDecimal numericOf(String text) {
    return parse(text, "DECIMAL", digits -> plain(new BigDecimal(digits)));
  }

  /** Returns the number that a text is. */
  @Signature("double_of(text) double")
  public static double doubleOf(String text) {
    return parse(text, "DOUBLE", Double::valueOf);
  }

  private static <T> T parse(String text, String type, Function<String, T> parser) {
    try {
      return parser.apply(text.strip());
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + text + "' is no " + type);
    } catch (ArithmeticException e) {
      throw text.strip().matches("[-+]?\\d+")
          ? new ArithmeticException("'" + text + "' is out of range of " + type)
          : new NumberFormatException("'" + text + "' is no " + type);
    }
  }

  /** Returns a number whose digits are all written out, none left to a power of ten. */
  public static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** Returns the nearest number of single precision. */
  @Signature("single_of(double) double")
  public static double singleOf(double number) {
    return (float) number;
  }

  /** Returns the nearest point in time with so many digits of a second's fraction. */
  @Signature("rounded(timestamp, int) timestamp")
  public static long rounded(long timestamp, int digits) {
    long unit = digits == 0 ? 1000 : digits == 1 ? 100 : 10;
    return Math.floorDiv(timestamp + unit / 2, unit) * unit;
  }

  /** Returns the nearest whole number, of two the even one. */
  @Signature("int_of(double) int")
  public static int intOf(double number) {
    double whole = Math.rint(number);
    if (!(whole >= Integer.MIN_VALUE && whole <= Integer.MAX_VALUE)) {
      throw new ArithmeticException(textOf(number) + " is out of range of INTEGER");
    }
    return (int) whole;
  }

  /** Returns the nearest whole number, of two the even one. */
  @Signature("bigint_of(double) bigint")
  public static long bigintOf(double number) {
    double whole = Math.rint(number);
    if (!(whole >= Long.MIN_VALUE && whole < 0x1p63)) {
      throw new ArithmeticException(textOf(number) + " is out of range of BIGINT");
    }
    return (long) whole;
  }

  /** Returns the first 15 digits of a number. */
  @Signature("numeric_of(double) numeric")
  public static BigDecimal numericOf(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new ArithmeticException(number + " is out of range of DECIMAL");
    }
    return plain(new BigDecimal(number).round(DOUBLE_DIGITS).stripTrailingZeros());
  }

  /** Returns a text with blanks up to a length, or cut off there. */
  @Signature("padded(text, int) text")
  public static String padded(String text, int length) {
    return TextFunctions.rpad(text, length);
  }

  /** Returns the first characters of a text. */
  @Signature("cut(text, int) text")
  public static String cut(String text, int length) {
    return TextFunctions.left(text, length);
  }

  /** Returns the text that PostgreSQL makes of a value where a text is wanted, or null. */
  public static @Nullable String text(@Nullable Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal number
            ? textOf(number)
            : value instanceof Double || value instanceof Float
                ? textOf(((Number) value).doubleValue())
                : value instanceof List<?> values ? array(values) : value.toString();
  }

  /** Returns the text that PostgreSQL makes of an array. */
  public static String array(List<?> values) {
    List<String> texts = new ArrayList<>();
    for (Object each : values) {
      String text = text(each);
      boolean isPlain =
          text != null && text.matches("[^{}\",\\\\\\s]+") && !text.equalsIgnoreCase("null");
      texts.add(
          text == null
              ? "NULL"
              : isPlain || each instanceof List
                  ? text
                  : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
    return "{" + String.join(",", texts) + "}";
  }
}
