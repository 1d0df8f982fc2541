package io.github.twiliojdbc.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.transport.sandbox.LongLists;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Random queries whose condition stands outside bring the rows of a whole read, and cost no more
 * than with the same condition at the scan.
 *
 * <p>The build draws the same few queries each time. -Dseed draws others, -Dqueries more, and
 * -Dexceptions=false compares the requests of those that {@link NotCompared} names too. A finding
 * is printed with as few wrappers as show it.
 */
@Execution(ExecutionMode.CONCURRENT)
class OuterConditionsTest {
  private static final int QUERIES = 40;

  /** Percentage of the comparisons in which the condition must save requests at the scan. */
  private static final int SAVING = 80;

  @Test
  void aConditionOutsideCostsNoMoreThanAtTheScan() throws SQLException, InterruptedException {
    long seed = Long.getLong("seed", 2);
    int queries = Integer.getInteger("queries", QUERIES);
    SqlRandom random = new SqlRandom(seed, new AtomicInteger());
    Tally tally = new Tally();
    List<Finding> findings = new ArrayList<>();
    ExecutorService executor = Executors.newCachedThreadPool();
    try (SampleAccount account = new SampleAccount(LongLists.sandbox(ListTable.ROWS))) {
      TwoForms forms = new TwoForms(account.client(), executor);
      for (int i = 0; i < queries; i++) {
        Recipe recipe = Recipe.draw(random, account.choices());
        DrawnQuery query = recipe.query(account::values).orElseThrow();
        Outcome outcome = forms.compare(recipe, query);
        tally.add(recipe, query, outcome);
        if (outcome.verdict().isFinding()) {
          Finding finding = new Finding(recipe, query, outcome).minimized(forms, account::values);
          findings.add(finding);
          System.out.println(i + " " + finding);
        } else if (outcome.verdict().isLeftOut()) {
          System.out.println(i + " " + new Finding(recipe, query, outcome));
        }
      }
    } finally {
      executor.shutdownNow();
    }
    System.out.printf("OuterConditionsTest: -Dseed=%d -Dqueries=%d%n%s%n", seed, queries, tally);
    assertThat(findings).isEmpty();
    assertThat(tally.savingPercentage()).isGreaterThanOrEqualTo(SAVING);
  }
}
