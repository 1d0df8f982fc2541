package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What variances, covariances and regressions are made of: counts and sums of one or two numbers.
 *
 * <p>Of whole numbers and DECIMALs the sums are exact; of DOUBLEs deviations from the mean are
 * added up, so that nothing is lost to large means. Public because generated code is in another
 * package.
 */
public final class Spread {
  private long count;
  private boolean isExact = true;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;
  private double meanX;
  private double meanY;
  private double deviationsX;
  private double deviationsY;
  private double products;

  /** Adds a number. */
  public void add(Number number) {
    isExact &= !(number instanceof Double) && !(number instanceof Float);
    if (isExact) {
      BigDecimal exact =
          number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
      sum = sum.add(exact);
      squares = squares.add(exact.multiply(exact));
    }
    add(number.doubleValue(), 0);
  }

  /** Adds a pair of numbers. */
  public void add(double y, double x) {
    count++;
    double distanceX = x - meanX;
    double distanceY = y - meanY;
    meanX += distanceX / count;
    meanY += distanceY / count;
    deviationsX += distanceX * (x - meanX);
    deviationsY += distanceY * (y - meanY);
    products += distanceX * (y - meanY);
  }

  /**
   * Returns the variance, with so many numbers fewer than there are in the denominator, or null.
   */
  @Nullable Number variance(int fewer) {
    if (count <= fewer) {
      return null;
    }
    if (!isExact) {
      return deviationsY / (count - fewer);
    }
    BigDecimal number = BigDecimal.valueOf(count);
    BigDecimal numerator = number.multiply(squares).subtract(sum.multiply(sum));
    return numerator.signum() <= 0
        ? BigDecimal.ZERO
        : Operations.divide(numerator, number.multiply(BigDecimal.valueOf(count - fewer)));
  }

  /** Returns the square root of the variance, or null. */
  @Nullable Number deviation(int fewer) {
    Number variance = variance(fewer);
    return variance instanceof BigDecimal exact
        ? MathFunctions.sqrt(exact)
        : variance == null ? null : (Number) Math.sqrt(variance.doubleValue());
  }

  long count() {
    return count;
  }

  @Nullable Double covariance(int fewer) {
    return count <= fewer ? null : (Double) (products / (count - fewer));
  }

  @Nullable Double correlation() {
    return deviationsX == 0 || deviationsY == 0
        ? null
        : (Double) (products / Math.sqrt(deviationsX * deviationsY));
  }

  @Nullable Double slope() {
    return deviationsX == 0 ? null : (Double) (products / deviationsX);
  }

  @Nullable Double intercept() {
    return deviationsX == 0 ? null : (Double) (meanY - meanX * products / deviationsX);
  }

  /** Returns the square of the correlation; 1 if the numbers that are explained are all equal. */
  @Nullable Double determination() {
    return deviationsX == 0
        ? null
        : deviationsY == 0
            ? (Double) 1.0
            : (Double) (products * products / (deviationsX * deviationsY));
  }

  @Nullable Double deviationsX() {
    return count == 0 ? null : (Double) deviationsX;
  }

  @Nullable Double deviationsY() {
    return count == 0 ? null : (Double) deviationsY;
  }

  @Nullable Double products() {
    return count == 0 ? null : (Double) products;
  }

  @Nullable Double meanX() {
    return count == 0 ? null : (Double) meanX;
  }

  @Nullable Double meanY() {
    return count == 0 ? null : (Double) meanY;
  }
}
