package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Functions of numbers.
 *
 * <p>Public because generated code is in another package.
 */
public final class MathFunctions {
  /** Digits of a DECIMAL's root, power or logarithm. */
  private static final int DIGITS = 16;

  private static final MathContext WORKING = new MathContext(40);

  private MathFunctions() {}

  @Signature("abs(int) int")
  public static int abs(int number) {
    return Math.absExact(number);
  }

  @Signature("abs(bigint) bigint")
  public static long abs(long number) {
    return Math.absExact(number);
  }

  @Signature("abs(numeric) numeric")
  public static BigDecimal abs(BigDecimal number) {
    return number.abs();
  }

  @Signature("abs(double) double")
  public static double abs(double number) {
    return Math.abs(number);
  }

  @Signature("sign(numeric) numeric")
  public static BigDecimal sign(BigDecimal number) {
    return BigDecimal.valueOf(number.signum());
  }

  @Signature("sign(double) double")
  public static double sign(double number) {
    return Math.signum(number);
  }

  @Signature("floor_of(numeric) numeric")
  public static BigDecimal floor(BigDecimal number) {
    return number.setScale(0, RoundingMode.FLOOR);
  }

  @Signature("floor_of(double) double")
  public static double floor(double number) {
    return Math.floor(number);
  }

  @Signature("ceil_of(numeric) numeric")
  public static BigDecimal ceil(BigDecimal number) {
    return number.setScale(0, RoundingMode.CEILING);
  }

  @Signature("ceil_of(double) double")
  public static double ceil(double number) {
    return Math.ceil(number);
  }

  @Signature("round(numeric) numeric")
  public static BigDecimal round(BigDecimal number) {
    return round(number, 0);
  }

  /** Rounds a DOUBLE, of two nearest numbers to the even one. */
  @Signature("round(double) double")
  public static double round(double number) {
    return Math.rint(number);
  }

  /** Rounds a DECIMAL, of two nearest numbers to the one farther from zero. */
  @Signature("round(numeric, int) numeric")
  public static BigDecimal round(BigDecimal number, int digits) {
    return Conversions.plain(number.setScale(digits, RoundingMode.HALF_UP));
  }

  @Signature("trunc(numeric) numeric")
  public static BigDecimal trunc(BigDecimal number) {
    return trunc(number, 0);
  }

  @Signature("trunc(double) double")
  public static double trunc(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  @Signature("trunc(numeric, int) numeric")
  public static BigDecimal trunc(BigDecimal number, int digits) {
    return Conversions.plain(number.setScale(digits, RoundingMode.DOWN));
  }

  @Signature("mod(int, int) int")
  public static int mod(int dividend, int divisor) {
    return dividend % divisor;
  }

  @Signature("mod(bigint, bigint) bigint")
  public static long mod(long dividend, long divisor) {
    return dividend % divisor;
  }

  @Signature("mod(numeric, numeric) numeric")
  public static BigDecimal mod(BigDecimal dividend, BigDecimal divisor) {
    return dividend.remainder(divisor);
  }

  /** Returns a number in sixteens, a negative one as its 32 bits or 64. */
  @Signature("to_hex(int) text")
  public static String toHex(int number) {
    return Integer.toHexString(number);
  }

  @Signature("to_hex(bigint) text")
  public static String toHex(long number) {
    return Long.toHexString(number);
  }

  @Signature("div(numeric, numeric) numeric")
  public static BigDecimal div(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divideToIntegralValue(divisor).setScale(0, RoundingMode.DOWN);
  }

  @Signature("sqrt(double) double")
  public static double sqrt(double number) {
    if (number < 0) {
      throw new ArithmeticException("there is no square root of a negative number");
    }
    return Math.sqrt(number);
  }

  @Signature("sqrt(numeric) numeric")
  public static BigDecimal sqrt(BigDecimal number) {
    return significant(number.sqrt(WORKING), number.scale());
  }

  @Signature("cbrt(double) double")
  public static double cbrt(double number) {
    return Math.cbrt(number);
  }

  @Signature("exp(double) double")
  public static double exp(double number) {
    return finite(Math.exp(number));
  }

  @Signature("exp(numeric) numeric")
  public static BigDecimal exp(BigDecimal number) {
    return approximate(Math.exp(number.doubleValue()));
  }

  @Signature("ln(double) double")
  public static double ln(double number) {
    return Math.log(positive(number));
  }

  @Signature("ln(numeric) numeric")
  public static BigDecimal ln(BigDecimal number) {
    return approximate(ln(number.doubleValue()));
  }

  @Signature("log(double) double")
  public static double log(double number) {
    return Math.log10(positive(number));
  }

  @Signature("log(numeric) numeric")
  public static BigDecimal log(BigDecimal number) {
    return approximate(log(number.doubleValue()));
  }

  @Signature("log(numeric, numeric) numeric")
  public static BigDecimal log(BigDecimal base, BigDecimal number) {
    return approximate(ln(number.doubleValue()) / ln(base.doubleValue()));
  }

  @Signature("log10(double) double")
  public static double log10(double number) {
    return log(number);
  }

  @Signature("log10(numeric) numeric")
  public static BigDecimal log10(BigDecimal number) {
    return log(number);
  }

  @Signature("power(double, double) double")
  public static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new ArithmeticException("division by zero");
    }
    return finite(Math.pow(base, exponent));
  }

  @Signature("power(numeric, numeric) numeric")
  public static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    boolean isWhole = exponent.stripTrailingZeros().scale() <= 0;
    if (isWhole && exponent.abs().compareTo(BigDecimal.valueOf(999)) <= 0 && base.signum() != 0) {
      BigDecimal power = base.pow(exponent.intValueExact(), WORKING);
      return significant(power, Math.max(base.scale(), exponent.scale()));
    }
    return approximate(power(base.doubleValue(), exponent.doubleValue()));
  }

  @Signature("pow(double, double) double")
  public static double pow(double base, double exponent) {
    return power(base, exponent);
  }

  @Signature("pow(numeric, numeric) numeric")
  public static BigDecimal pow(BigDecimal base, BigDecimal exponent) {
    return power(base, exponent);
  }

  @Signature("gcd(bigint, bigint) bigint")
  public static long gcd(long one, long other) {
    return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValueExact();
  }

  @Signature("gcd(int, int) int")
  public static int gcd(int one, int other) {
    return Math.toIntExact(gcd((long) one, other));
  }

  @Signature("lcm(bigint, bigint) bigint")
  public static long lcm(long one, long other) {
    return one == 0 || other == 0
        ? 0
        : Math.absExact(Math.multiplyExact(one / gcd(one, other), other));
  }

  @Signature("lcm(int, int) int")
  public static int lcm(int one, int other) {
    return Math.toIntExact(lcm((long) one, other));
  }

  @Signature("factorial(bigint) numeric")
  public static BigDecimal factorial(long number) {
    if (number < 0 || number > 1000) {
      throw new ArithmeticException("a factorial is one of 0 to 1000");
    }
    BigDecimal product = BigDecimal.ONE;
    for (long factor = 2; factor <= number; factor++) {
      product = product.multiply(BigDecimal.valueOf(factor));
    }
    return product;
  }

  /** Returns the number of the bucket, of equally wide ones, into which an operand falls. */
  @Signature("width_bucket(numeric, numeric, numeric, int) int")
  public static int widthBucket(BigDecimal operand, BigDecimal low, BigDecimal high, int count) {
    if (count <= 0 || low.compareTo(high) == 0) {
      throw new ArithmeticException("buckets need a count above zero and two bounds");
    }
    boolean isRising = low.compareTo(high) < 0;
    BigDecimal place = isRising ? operand.subtract(low) : low.subtract(operand);
    BigDecimal width = high.subtract(low).abs();
    if (place.signum() < 0) {
      return 0;
    }
    return place.compareTo(width) >= 0
        ? count + 1
        : place.multiply(BigDecimal.valueOf(count)).divideToIntegralValue(width).intValueExact()
            + 1;
  }

  @Signature("width_bucket(double, double, double, int) int")
  public static int widthBucket(double operand, double low, double high, int count) {
    return widthBucket(
        BigDecimal.valueOf(operand), BigDecimal.valueOf(low), BigDecimal.valueOf(high), count);
  }

  @Signature("trim_scale(numeric) numeric")
  public static BigDecimal trimScale(BigDecimal number) {
    return Conversions.plain(number.stripTrailingZeros());
  }

  @Signature("sinh(double) double")
  public static double sinh(double number) {
    return Math.sinh(number);
  }

  @Signature("cosh(double) double")
  public static double cosh(double number) {
    return Math.cosh(number);
  }

  @Signature("tanh(double) double")
  public static double tanh(double number) {
    return Math.tanh(number);
  }

  @Signature("asinh(double) double")
  public static double asinh(double number) {
    return Math.signum(number) * Math.log(Math.abs(number) + Math.sqrt(number * number + 1));
  }

  @Signature("acosh(double) double")
  public static double acosh(double number) {
    return Math.log(number + Math.sqrt(number * number - 1));
  }

  @Signature("atanh(double) double")
  public static double atanh(double number) {
    return Math.log((1 + number) / (1 - number)) / 2;
  }

  private static double positive(double number) {
    if (number <= 0) {
      throw new ArithmeticException("there is a logarithm of numbers above zero alone");
    }
    return number;
  }

  private static double finite(double number) {
    if (Double.isInfinite(number)) {
      throw new ArithmeticException("out of range: the number is too large");
    }
    return number;
  }

  private static BigDecimal approximate(double number) {
    return significant(new BigDecimal(finite(number)), 0);
  }

  /** Rounds a number to 16 digits, or to so many behind the point if these are more. */
  private static BigDecimal significant(BigDecimal number, int leastScale) {
    int whole = Math.max(number.precision() - number.scale(), 1);
    return number.setScale(Math.max(Math.max(DIGITS - whole, leastScale), 0), RoundingMode.HALF_UP);
  }
}
