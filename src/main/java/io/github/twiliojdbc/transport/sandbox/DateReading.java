package io.github.twiliojdbc.transport.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A way in which Twilio's resources read the bounds of a date filter; they differ in this. */
public enum DateReading {
  /** A bound with a time is that second; a bare day is all of it. */
  SECOND,

  /** Every bound is all of its day. */
  WHOLE_DAY,

  /** A bound with a time is that second; a bare day as an upper bound ends as it begins. */
  MIDNIGHT;

  /** Returns the first instant that a lower bound lets through. */
  Instant lower(String text) {
    return this == WHOLE_DAY || !text.contains("T") ? start(text) : Instant.parse(text);
  }

  /** Returns the last instant that an upper bound lets through. */
  Instant upper(String text) {
    if (this == WHOLE_DAY || (this == SECOND && !text.contains("T"))) {
      return start(text).plus(1, ChronoUnit.DAYS).minusMillis(1);
    }
    return text.contains("T") ? Instant.parse(text) : start(text);
  }

  private static Instant start(String text) {
    return LocalDate.parse(text.substring(0, 10)).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
