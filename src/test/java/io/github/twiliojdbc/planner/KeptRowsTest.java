package io.github.twiliojdbc.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.scan.StatementCanceledException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeptRowsTest {
  private final Cancellation cancellation = new Cancellation();
  private final AtomicInteger readings = new AtomicInteger();
  private final KeptRows<@Nullable Object[]> rows =
      new KeptRows<>(
          () -> {
            readings.incrementAndGet();
            return List.of(new Object[] {1}, new Object[] {2}).iterator();
          },
          cancellation::check);

  @Test
  void rowsAreReadOnceHoweverFarAnIterationGoes() {
    Iterator<Object[]> first = rows.iterator();
    assertThat(first.next()).containsExactly(1);
    assertThat(Lists.newArrayList(rows)).hasSize(2);
    assertThat(first.next()).containsExactly(2);
    assertThat(first.hasNext()).isFalse();
    assertThat(readings).hasValue(1);
  }

  /** A join in memory may go over the same rows for hours. */
  @Test
  void rowsThatAreInMemoryEndWithTheStatementAsWell() {
    assertThat(Lists.newArrayList(rows)).hasSize(2);
    cancellation.cancel(Cancellation.Reason.CANCELED);
    assertThatThrownBy(() -> rows.iterator().hasNext())
        .isInstanceOf(StatementCanceledException.class);
  }
}
