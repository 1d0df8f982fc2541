package io.github.twiliojdbc.sql.functions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code of aggregate functions: each class is one, found by the names of its methods.
 *
 * <p>Public because generated code is in another package.
 */
public final class Aggregations {
  private Aggregations() {}

  /** Numbers of one column. */
  public abstract static class OfNumbers {
    OfNumbers() {}

    public static Spread init() {
      return new Spread();
    }

    public static Spread add(Spread spread, Number number) {
      spread.add(number);
      return spread;
    }
  }

  /** Pairs of numbers, of which the first depends on the second. */
  public abstract static class OfPairs {
    OfPairs() {}

    public static Spread init() {
      return new Spread();
    }

    public static Spread add(Spread spread, Number y, Number x) {
      spread.add(y.doubleValue(), x.doubleValue());
      return spread;
    }
  }

  /** Truth values, of which so far all or one are true. */
  public abstract static class OfTruth {
    OfTruth() {}

    public static boolean result(boolean truth) {
      return truth;
    }
  }

  /** BOOL_AND. */
  public static final class All extends OfTruth {
    private All() {}

    public static boolean init() {
      return true;
    }

    public static boolean add(boolean all, boolean truth) {
      return all && truth;
    }
  }

  /** BOOL_OR. */
  public static final class Any extends OfTruth {
    private Any() {}

    public static boolean init() {
      return false;
    }

    public static boolean add(boolean any, boolean truth) {
      return any || truth;
    }
  }

  /** VAR_POP. */
  public static final class VarPop extends OfNumbers {
    private VarPop() {}

    public static @Nullable Number result(Spread spread) {
      return spread.variance(0);
    }
  }

  /** VAR_SAMP. */
  public static final class VarSamp extends OfNumbers {
    private VarSamp() {}

    public static @Nullable Number result(Spread spread) {
      return spread.variance(1);
    }
  }

  /** STDDEV_POP. */
  public static final class StddevPop extends OfNumbers {
    private StddevPop() {}

    public static @Nullable Number result(Spread spread) {
      return spread.deviation(0);
    }
  }

  /** STDDEV_SAMP. */
  public static final class StddevSamp extends OfNumbers {
    private StddevSamp() {}

    public static @Nullable Number result(Spread spread) {
      return spread.deviation(1);
    }
  }

  /** COVAR_POP. */
  public static final class CovarPop extends OfPairs {
    private CovarPop() {}

    public static @Nullable Double result(Spread spread) {
      return spread.covariance(0);
    }
  }

  /** COVAR_SAMP. */
  public static final class CovarSamp extends OfPairs {
    private CovarSamp() {}

    public static @Nullable Double result(Spread spread) {
      return spread.covariance(1);
    }
  }

  /** CORR. */
  public static final class Corr extends OfPairs {
    private Corr() {}

    public static @Nullable Double result(Spread spread) {
      return spread.correlation();
    }
  }

  /** REGR_SLOPE. */
  public static final class RegrSlope extends OfPairs {
    private RegrSlope() {}

    public static @Nullable Double result(Spread spread) {
      return spread.slope();
    }
  }

  /** REGR_INTERCEPT. */
  public static final class RegrIntercept extends OfPairs {
    private RegrIntercept() {}

    public static @Nullable Double result(Spread spread) {
      return spread.intercept();
    }
  }

  /** REGR_R2. */
  public static final class RegrR2 extends OfPairs {
    private RegrR2() {}

    public static @Nullable Double result(Spread spread) {
      return spread.determination();
    }
  }

  /** REGR_SXX. */
  public static final class RegrSxx extends OfPairs {
    private RegrSxx() {}

    public static @Nullable Double result(Spread spread) {
      return spread.deviationsX();
    }
  }

  /** REGR_SYY. */
  public static final class RegrSyy extends OfPairs {
    private RegrSyy() {}

    public static @Nullable Double result(Spread spread) {
      return spread.deviationsY();
    }
  }

  /** REGR_SXY. */
  public static final class RegrSxy extends OfPairs {
    private RegrSxy() {}

    public static @Nullable Double result(Spread spread) {
      return spread.products();
    }
  }

  /** REGR_AVGX. */
  public static final class RegrAvgx extends OfPairs {
    private RegrAvgx() {}

    public static @Nullable Double result(Spread spread) {
      return spread.meanX();
    }
  }

  /** REGR_AVGY. */
  public static final class RegrAvgy extends OfPairs {
    private RegrAvgy() {}

    public static @Nullable Double result(Spread spread) {
      return spread.meanY();
    }
  }

  /** PERCENTILE_CONT within a group in an order. */
  public static final class PercentileCont {
    private PercentileCont() {}

    public static OrderedValues init() {
      return new OrderedValues();
    }

    public static OrderedValues add(
        OrderedValues values, Number value, Number fraction, boolean isDescending) {
      return values.add(value.doubleValue(), fraction, isDescending);
    }

    public static @Nullable Double result(OrderedValues values) {
      return values.between();
    }
  }

  /** PERCENTILE_DISC within a group in an order. */
  public static final class PercentileDisc {
    private PercentileDisc() {}

    public static OrderedValues init() {
      return new OrderedValues();
    }

    public static OrderedValues add(
        OrderedValues values, Object value, Number fraction, boolean isDescending) {
      return values.add(value, fraction, isDescending);
    }

    public static @Nullable Object result(OrderedValues values) {
      return values.first();
    }
  }

  /** MODE within a group in an order. */
  public static final class Mode {
    private Mode() {}

    public static OrderedValues init() {
      return new OrderedValues();
    }

    public static OrderedValues add(OrderedValues values, Object value, boolean isDescending) {
      return values.add(value, 0, isDescending);
    }

    public static @Nullable Object result(OrderedValues values) {
      return values.mostFrequent();
    }
  }

  /** ARRAY_AGG of values, which come as arrays of one, for one may be NULL. */
  public static final class ArrayOfAll {
    private ArrayOfAll() {}

    public static List<@Nullable Object> init() {
      return new ArrayList<>();
    }

    public static List<@Nullable Object> add(List<@Nullable Object> array, List<?> value) {
      array.add(value.get(0));
      return array;
    }

    public static @Nullable List<@Nullable Object> result(List<@Nullable Object> array) {
      return array.isEmpty() ? null : array;
    }
  }
}
