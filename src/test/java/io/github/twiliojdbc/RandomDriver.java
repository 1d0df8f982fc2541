package io.github.twiliojdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows with a time each, made at random, on which the wanted rows of a table depend: a calendar,
 * constants, a row of settings or another table's dates.
 */
final class RandomDriver {
  private final LocalDate today;
  private final Random random;
  private final List<Supplier<@Nullable Object>> parameters;
  private final List<String> dates;

  /**
   * Creates a maker of such rows.
   *
   * @param parameters parameters of the query, to which those of the rows are added
   * @param dates sub-queries of one date column {@code x} of some table
   */
  RandomDriver(
      Instant now, Random random, List<Supplier<@Nullable Object>> parameters, List<String> dates) {
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.random = random;
    this.parameters = parameters;
    this.dates = dates;
  }

  /** Returns rows of one column {@code x}, as an entry of FROM named {@code d}. */
  String rows() {
    return switch (random.nextInt(6)) {
      case 0 -> {
        LocalDate first = day();
        yield "generate_series(TIMESTAMP '%s 00:00:00', TIMESTAMP '%s 00:00:00', INTERVAL '%d hours') AS d(x)"
            .formatted(first, first.plusDays(random.nextInt(6)), pick(List.of(6, 24, 48)));
      }
      case 1 ->
          "(VALUES (%s), (%s), (%s)) AS d(x)"
              .formatted(time(), time(), random.nextBoolean() ? time() : "CAST(NULL AS TIMESTAMP)");
      case 2 -> "(SELECT DISTINCT CAST(x AS DATE) AS x FROM (" + pick(dates) + ") o) AS d";
      default -> row();
    };
  }

  /** Returns a row of one column {@code x}, as an entry of FROM named {@code d}. */
  String row() {
    return switch (random.nextInt(4)) {
      case 0 -> "(VALUES (" + time() + ")) AS d(x)";
      case 1 ->
          "(SELECT %s(x) AS x FROM (%s) o) AS d"
              .formatted(random.nextInt(3) == 0 ? "min" : "max", pick(dates));
      default -> "(SELECT " + parameter() + " AS x) AS d";
    };
  }

  /** Returns a condition on a time, or a date, of a table that depends on {@code d.x}. */
  String condition(String time, boolean isDate) {
    String comparison = pick(List.of("=", "<", "<=", ">", ">="));
    String date = isDate ? time : "CAST(" + time + " AS DATE)";
    return switch (isDate ? random.nextInt(2) : random.nextInt(7)) {
      case 0 -> date + " = CAST(d.x AS DATE)";
      case 1 -> date + " " + comparison + " CAST(d.x AS DATE)";
      case 2 -> "%1$s >= d.x AND %1$s < d.x + INTERVAL '1 day'".formatted(time);
      case 3 -> "%s %s d.x".formatted(time, comparison);
      case 4 -> "date_trunc('day', %s) = date_trunc('day', d.x)".formatted(time);
      case 5 -> "%s BETWEEN d.x - INTERVAL '2 days' AND d.x".formatted(time);
      default -> "d.x - %s < INTERVAL '1 day' AND %s <= d.x".formatted(time, time);
    };
  }

  private String parameter() {
    parameters.add(() -> random.nextInt(10) == 0 ? null : day().atTime(random.nextInt(24), 0));
    return "CAST(? AS TIMESTAMP)";
  }

  private String time() {
    LocalDateTime time = day().atTime(random.nextInt(24), 0);
    return "TIMESTAMP '" + time.toLocalDate() + " " + time.toLocalTime() + ":00'";
  }

  private LocalDate day() {
    return today.minusDays(random.nextInt(60));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
