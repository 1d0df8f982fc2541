package io.github.twiliojdbc.sql.functions;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.Function;

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

  /**
   * Returns where the clock stands within ranges of instants, so that {@link #instants} of it are
   * those at least.
   */
  public ImmutableRangeSet<Long> at(ImmutableRangeSet<Long> instants) {
    TreeRangeSet<Long> clock = TreeRangeSet.create();
    for (Range<Long> range : instants.asRanges()) {
      clock.add(at(range));
    }
    return ImmutableRangeSet.copyOf(clock);
  }

  private Range<Long> at(Range<Long> instants) {
    if (isUtc || (!instants.hasLowerBound() && !instants.hasUpperBound())) {
      return instants;
    }
    if (!instants.hasUpperBound()) {
      return Range.downTo(at(instants.lowerEndpoint()), instants.lowerBoundType());
    }
    long last = at(instants.upperEndpoint());
    if (!instants.hasLowerBound()) {
      return Range.upTo(last, instants.upperBoundType());
    }
    long first = at(instants.lowerEndpoint());
    // Where the clock is set back within the range, its end stands before its beginning.
    return last < first
        ? Range.closed(last, first)
        : Range.range(first, instants.lowerBoundType(), last, instants.upperBoundType());
  }

  /** Returns when the clock stands so, for the first time; what it leaps over is after the leap. */
  public long instant(long clock) {
    return isUtc ? clock : DateFunctions.time(clock).atZone(zone).toInstant().toEpochMilli();
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
      long first = edge(clock.lowerEndpoint(), ZoneOffsetTransition::getOffsetBefore);
      instants = instants.intersection(Range.downTo(first, clock.lowerBoundType()));
    }
    if (clock.hasUpperBound()) {
      long last = edge(clock.upperEndpoint(), ZoneOffsetTransition::getOffsetAfter);
      instants = instants.intersection(Range.upTo(last, clock.upperBoundType()));
    }
    return instants;
  }

  /**
   * Returns when the clock stands so.
   *
   * @param offset the offset to take of the two between which the clock is set back
   */
  private long edge(long clock, Function<ZoneOffsetTransition, ZoneOffset> offset) {
    ZoneOffsetTransition leap = rules.getTransition(DateFunctions.time(clock));
    return leap == null
        ? instant(clock)
        : leap.isGap()
            ? leap.getInstant().toEpochMilli()
            : clock - offset.apply(leap).getTotalSeconds() * 1000L;
  }
}
