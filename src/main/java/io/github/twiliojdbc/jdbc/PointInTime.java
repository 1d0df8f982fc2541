package io.github.twiliojdbc.jdbc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** A point in time as it is written; one without a zone is UTC. */
final class PointInTime {
  /** A day, then perhaps a time, then perhaps its distance from UTC. */
  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .appendOptional(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX]")
          .toFormatter();

  private PointInTime() {}

  /**
   * Returns the milliseconds since 1970.
   *
   * @throws DateTimeException if the text is no point in time
   */
  static long of(String text) {
    TemporalAccessor read =
        TEXT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (read instanceof OffsetDateTime time) {
      return time.toInstant().toEpochMilli();
    }
    return (read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay())
        .toInstant(ZoneOffset.UTC)
        .toEpochMilli();
  }
}
