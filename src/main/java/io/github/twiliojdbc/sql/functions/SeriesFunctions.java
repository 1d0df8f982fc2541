package io.github.twiliojdbc.sql.functions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Series of numbers and times at equal distances, of which each element is computed when it is
 * asked for.
 *
 * <p>Public because generated code is in another package.
 */
public final class SeriesFunctions {
  private SeriesFunctions() {}

  @Signature("series(int, int) ints")
  public static List<Integer> series(int first, int last) {
    return series(first, last, 1);
  }

  @Signature("series(int, int, int) ints")
  public static List<Integer> series(int first, int last, int step) {
    return list(count(first, last, step), i -> first + i * step);
  }

  @Signature("series(bigint, bigint) bigints")
  public static List<Long> series(long first, long last) {
    return series(first, last, 1L);
  }

  @Signature("series(bigint, bigint, bigint) bigints")
  public static List<Long> series(long first, long last, long step) {
    return list(count(first, last, step), i -> first + i * step);
  }

  @Signature("series(numeric, numeric) numerics")
  public static List<BigDecimal> series(BigDecimal first, BigDecimal last) {
    return series(first, last, BigDecimal.ONE);
  }

  @Signature("series(numeric, numeric, numeric) numerics")
  public static List<BigDecimal> series(BigDecimal first, BigDecimal last, BigDecimal step) {
    if (step.signum() == 0) {
      throw noStep();
    }
    BigDecimal steps = last.subtract(first).divide(step, 0, RoundingMode.FLOOR);
    return list(steps.longValueExact(), i -> first.add(step.multiply(BigDecimal.valueOf(i))));
  }

  @Signature("series(timestamp, timestamp, interval) timestamps")
  public static List<Long> timestamps(long first, long last, long step) {
    return series(first, last, step);
  }

  /** Returns times months apart, each as many after the one before, whose day may be its last. */
  @Signature("series(timestamp, timestamp, months) timestamps")
  public static List<Long> months(long first, long last, int step) {
    if (step == 0) {
      throw noStep();
    }
    List<Long> times = new ArrayList<>();
    long time = first;
    while (step > 0 ? time <= last : time >= last) {
      times.add(time);
      time = DateFunctions.milliseconds(DateFunctions.time(time).plusMonths(step));
    }
    return times;
  }

  private static long count(long first, long last, long step) {
    if (step == 0) {
      throw noStep();
    }
    return Math.floorDiv(last - first, step);
  }

  private static IllegalArgumentException noStep() {
    return new IllegalArgumentException("the step of a series cannot be zero");
  }

  /**
   * Returns a list.
   *
   * @param steps place of the last element, negative if there is none
   */
  private static <T> List<T> list(long steps, IntFunction<T> element) {
    if (steps >= Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a series has no more than 2147483647 elements");
    }
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return element.apply(index);
      }

      @Override
      public int size() {
        return (int) Math.max(steps + 1, 0);
      }
    };
  }
}
