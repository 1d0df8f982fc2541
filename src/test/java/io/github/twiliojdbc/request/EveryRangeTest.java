package io.github.twiliojdbc.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Range;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each filter by a range of dates becomes the parameters that it names. */
class EveryRangeTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

  /** Lists that are long enough for a range to be worth it. */
  private static final Statistics LARGE =
      new Statistics() {
        @Override
        public double rowsPerList(TableDefinition table) {
          return 1e6;
        }
      };

  static Stream<Arguments> ranges() {
    return CATALOG.tables().stream()
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(column -> range(column).isPresent())
                    .map(column -> Arguments.of(table, column)));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void bothBoundsAreSent(TableDefinition table, ColumnDefinition column) {
    long scale = column.type() == ColumnType.DATE ? Duration.ofDays(1).toMillis() : 1;
    Conjunction rows =
        Conjunction.of(
            column.name(), Values.within(Range.closed(daysAgo(9) / scale, daysAgo(2) / scale)));
    FilterDefinition.Range range = range(column).orElseThrow();
    assertThat(firstRequest(table, rows))
        .contains(QueryParameter.encode(range.after()) + "=2026-06-21")
        .containsPattern(QueryParameter.encode(range.before()) + "=2026-06-2[89]");
  }

  /** Where a list without a lower bound would hold the latest rows alone, one is sent. */
  @ParameterizedTest
  @MethodSource("ranges")
  void aBoundThatIsNeededIsSent(TableDefinition table, ColumnDefinition column) {
    FilterDefinition.Range range = range(column).orElseThrow();
    String request = firstRequest(table, Conjunction.NONE);
    String parameter = QueryParameter.encode(range.after()) + "=";
    if (range.otherwise().isPresent()) {
      String day = NOW.minus(range.otherwise().get()).toString().substring(0, 10);
      assertThat(request).contains(parameter + day);
    } else {
      assertThat(request).doesNotContain(parameter);
    }
  }

  private static Optional<FilterDefinition.Range> range(ColumnDefinition column) {
    return column
        .filter()
        .filter(FilterDefinition.Range.class::isInstance)
        .map(FilterDefinition.Range.class::cast);
  }

  private static long daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days)).toEpochMilli();
  }

  private static String firstRequest(TableDefinition table, Conjunction rows) {
    Conjunction all = rows;
    for (String column : CATALOG.required(table)) {
      all = all.with(column, Values.oneOf(List.of("X1")));
    }
    return new RequestPlanner(CATALOG, OptionalInt.empty(), LARGE, NOW, Duration.ofDays(7))
        .plan(table, new Predicate.Is(all), OptionalLong.empty())
        .describe(target -> target.pathAndQuery())
        .get(0);
  }
}
