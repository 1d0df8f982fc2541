package io.github.twiliojdbc.sql.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those of PostgreSQL's documentation and what its users write. */
class IntervalTextTest {
  @ParameterizedTest
  @CsvSource({
    "7 days, 0, 604800000",
    "1 day 02:03:04.5, 0, 93784500",
    "1 year 2 mons, 14, 0",
    "1 year 2 months 3 days, 14, 259200000",
    "-1 day, 0, -86400000",
    "1 month - 1 day, 1, -86400000",
    "1 week ago, 0, -604800000",
    "1.5 hours, 0, 5400000",
    ".5 s, 0, 500",
    "90, 0, 90000",
    "-00:30, 0, -1800000",
    "  2  Weeks , 0, 1209600000",
    "1 decade 1 century, 1320, 0",
  })
  void read(String text, long months, long milliseconds) {
    assertThat(IntervalText.of(text)).isEqualTo(new IntervalText(months, milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "days", "7 dayz", "1 day and 2", "1:2:3:4"})
  void noInterval(String text) {
    assertThatThrownBy(() -> IntervalText.of(text))
        .isInstanceOf(DateTimeException.class)
        .hasMessage("'" + text + "' is no interval");
  }

  @ParameterizedTest
  @CsvSource({"93784500, 1 02:03:04.500", "-500, 0 00:00:00.500", "0, 0 00:00:00.000"})
  void written(long milliseconds, String text) {
    assertThat(new IntervalText(0, milliseconds).dayTime()).isEqualTo(text);
  }
}
