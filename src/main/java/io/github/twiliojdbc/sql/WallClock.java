package io.github.twiliojdbc.sql;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The clock of a time zone: where it stands at an instant, and when it stood so.
 *
 * <p>Where a clock stands is told as milliseconds, as if it stood in UTC. In the hour that a zone
 * repeats in autumn it stands at each time twice; the earlier instant is taken to be meant.
 */
public final class WallClock {
  private final ZoneId zone;
  private final ZoneRules rules;
  private final boolean isUtc;

  /** Creates the clock of a time zone. */
  public WallClock(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.isUtc = rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
  }

  /** Returns the time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns where the clock stands. */
  public long at(long instant) {
    return isUtc
        ? instant
        : instant + rules.getOffset(Instant.ofEpochMilli(instant)).getTotalSeconds() * 1000L;
  }

  /** Returns when the clock stands so, for the first time; what it leaps over is after the leap. */
  public long instant(long clock) {
    return isUtc ? clock : local(clock).atZone(zone).toInstant().toEpochMilli();
  }

  /** Returns the instants, at least those, at which the clock stands within ranges. */
  public ImmutableRangeSet<Long> instants(ImmutableRangeSet<Long> clock) {
    if (isUtc) {
      return clock;
    }
    TreeRangeSet<Long> instants = TreeRangeSet.create();
    for (Range<Long> range : clock.asRanges()) {
      instants.add(instants(range));
    }
    return ImmutableRangeSet.copyOf(instants);
  }

  private Range<Long> instants(Range<Long> clock) {
    Range<Long> instants = Range.all();
    if (clock.hasLowerBound()) {
      long first = first(clock.lowerEndpoint());
      instants = instants.intersection(Range.downTo(first, clock.lowerBoundType()));
    }
    if (clock.hasUpperBound()) {
      long last = last(clock.upperEndpoint());
      instants = instants.intersection(Range.upTo(last, clock.upperBoundType()));
    }
    return instants;
  }

  private long first(long clock) {
    ZoneOffsetTransition leap = leap(clock);
    return leap == null
        ? instant(clock)
        : leap.isGap()
            ? leap.getInstant().toEpochMilli()
            : clock - leap.getOffsetBefore().getTotalSeconds() * 1000L;
  }

  private long last(long clock) {
    ZoneOffsetTransition leap = leap(clock);
    return leap == null
        ? instant(clock)
        : leap.isGap()
            ? leap.getInstant().toEpochMilli()
            : clock - leap.getOffsetAfter().getTotalSeconds() * 1000L;
  }

  /**
   * Returns the change of the clock in which it leaps over a time or stands at it twice, or null.
   */
  private @org.jspecify.annotations.Nullable ZoneOffsetTransition leap(long clock) {
    return rules.getTransition(local(clock));
  }

  private static LocalDateTime local(long clock) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(clock), ZoneOffset.UTC);
  }
}
