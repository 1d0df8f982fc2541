package io.github.twiliojdbc.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Date-times are read as java.time reads them. */
class TimestampsTest {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Test
  void everyDayOfFourHundredYears() {
    for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2201; day = day.plusDays(1)) {
      Instant instant = day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
      assertThat(Timestamps.parse(instant.toString())).isEqualTo(instant.toEpochMilli());
      assertThat(Timestamps.parse(RFC_2822.format(instant))).isEqualTo(instant.toEpochMilli());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-05-24T17:44:46.123Z",
        "2019-05-24T17:44:46+05:30",
        "2019-05-24T17:44Z",
        "Fri, 24 May 2019 17:44:46 GMT",
        "Fri, 24 May 2019 17:44:46 -0700",
        "Fri, 3 May 2019 17:44:46 +0000",
        "0000-02-29T00:00:00Z",
        "0001-01-01T00:00:00Z"
      })
  void otherFormsAreReadAsWell(String text) {
    assertThat(Timestamps.parse(text)).isEqualTo(expected(text).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-02-29T00:00:00Z",
        "2019-13-01T00:00:00Z",
        "2019-00-10T00:00:00Z",
        "2019-01-10T25:00:00Z",
        "2019-01-10T24:00:01Z",
        "2019-01-10T10:60:00Z",
        "2019-01-10T10:59:60Z",
        "2019-01-10",
        "Sat, 24 May 2019 17:44:46 +0000",
        "Mon, 24 May 2019 17:44:46 +0000",
        "Fry, 24 May 2019 17:44:46 +0000",
        "Fri, 24 Mai 2019 17:44:46 +0000",
        "yesterday"
      })
  void whatIsNoDateTimeIsRefused(String text) {
    assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    assertThat(expected(text)).isEmpty();
  }

  /** Whatever stands in the text, it means to both the same or nothing. */
  @Test
  void changedTextsAreReadAlike() {
    Random random = new Random(1);
    for (String form : new String[] {"2019-05-24T17:44:46Z", "Fri, 24 May 2019 17:44:46 +0000"}) {
      for (int i = 0; i < 20_000; i++) {
        char[] changed = form.toCharArray();
        changed[random.nextInt(changed.length)] = (char) (' ' + random.nextInt(90));
        String text = new String(changed);
        assertThat(actual(text)).as(text).isEqualTo(expected(text));
      }
    }
  }

  private static OptionalLong actual(String text) {
    try {
      return OptionalLong.of(Timestamps.parse(text));
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong expected(String text) {
    try {
      return OptionalLong.of(
          (Character.isDigit(text.charAt(0))
                  ? OffsetDateTime.parse(text).toInstant()
                  : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
              .toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
