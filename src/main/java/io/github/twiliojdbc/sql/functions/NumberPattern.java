package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of TO_CHAR for numbers, such as {@code FM9,999.00}.
 *
 * <p>Digits (9, 0), the point (. D), groups (, G), the sign (S, MI) and FM are known.
 */
final class NumberPattern {
  private final String digits;
  private final boolean isUnpadded;
  private final int fraction;

  private NumberPattern(String pattern) {
    String upper =
        pattern.toUpperCase(Locale.ROOT).replace("L", "").replace('D', '.').replace('G', ',');
    this.isUnpadded = upper.contains("FM");
    this.digits = upper.replace("FM", "");
    if (!digits.matches("(S|MI)?[90,]*(\\.[90]*)?(S|MI)?")) {
      throw new IllegalArgumentException("TO_CHAR knows no numbers like '" + pattern + "'");
    }
    int point = digits.indexOf('.');
    this.fraction =
        point < 0 ? 0 : (int) digits.substring(point).chars().filter(Character::isDigit).count();
  }

  static NumberPattern of(String pattern) {
    return new NumberPattern(pattern);
  }

  /** Returns the number in a text that is written so. */
  BigDecimal parse(String text) {
    String plain = text.replaceAll("[,\\s$]", "");
    boolean isNegative = plain.startsWith("-") || plain.endsWith("-");
    String number = plain.replaceAll("^[-+]|[-+]$", "");
    if (!number.matches("\\d*\\.?\\d*") || !number.matches(".*\\d.*")) {
      throw new IllegalArgumentException("'" + text + "' is no number");
    }
    BigDecimal value = new BigDecimal(number).setScale(fraction, RoundingMode.DOWN);
    return isNegative ? value.negate() : value;
  }

  String format(BigDecimal number) {
    String written = number.abs().setScale(fraction, RoundingMode.HALF_UP).toPlainString();
    String whole = written.replaceFirst("\\..*", "");
    String plain = digits.replaceAll("S|MI", "");
    int point = plain.indexOf('.');
    String wholePattern = point < 0 ? plain : plain.substring(0, point);
    String formatted = whole(whole.equals("0") ? "" : whole, wholePattern);
    if (formatted == null) {
      return plain.replaceAll("[90]", "#");
    }
    String behind = fraction == 0 ? "" : written.substring(written.indexOf('.'));
    if (isUnpadded && point >= 0) {
      int least = plain.lastIndexOf('0') > point ? plain.lastIndexOf('0') - point + 1 : 1;
      while (behind.length() > least && behind.endsWith("0")) {
        behind = behind.substring(0, behind.length() - 1);
      }
    }
    boolean isNegative = number.signum() < 0 && !(whole + behind).replaceAll("[0.]", "").isEmpty();
    return signed(formatted, behind, isNegative);
  }

  private String signed(String formatted, String behind, boolean isNegative) {
    String sign = isNegative ? "-" : digits.contains("S") ? "+" : isUnpadded ? "" : " ";
    if (digits.endsWith("MI") || digits.endsWith("S")) {
      return formatted + behind + (isNegative ? "-" : digits.contains("S") ? "+" : sign);
    }
    String number = formatted.stripLeading();
    int blanks = isUnpadded ? 0 : formatted.length() - number.length();
    return " ".repeat(blanks) + sign + number + behind;
  }

  /** Returns the digits before the point, or null if there is no room for them. */
  private static @Nullable String whole(String digits, String pattern) {
    StringBuilder text = new StringBuilder();
    int left = digits.length();
    int firstZero = pattern.indexOf('0');
    for (int i = pattern.length() - 1; i >= 0; i--) {
      boolean isKept = left > 0 || (firstZero >= 0 && i >= firstZero);
      if (pattern.charAt(i) == ',') {
        text.append(isKept ? ',' : ' ');
      } else if (left > 0) {
        text.append(digits.charAt(--left));
      } else {
        text.append(isKept ? '0' : ' ');
      }
    }
    return left > 0 ? null : text.reverse().toString();
  }
}
