package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many windows pages pay for. */
class WindowBudgetTest {

  /** The page that was read before had another one behind it. */
  @Test
  void twoPagesAndThreeWindowsAreThereAtFirst() {
    assertThat(begun(new WindowBudget(/* overlaps= */ false))).isEqualTo(4);
    assertThat(begun(new WindowBudget(/* overlaps= */ true))).isEqualTo(3);
  }

  @Test
  void twoPagesPayForAWindow() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ false);
    begun(budget);
    see(budget, 4, /* hasNext= */ false);
    assertThat(begun(budget)).isEqualTo(1);
    see(budget, 1, /* hasNext= */ false);
    assertThat(begun(budget)).isZero();
    see(budget, 1, /* hasNext= */ false);
    assertThat(begun(budget)).isEqualTo(1);
  }

  /** A page that is named is one more, and so are rows that fill none. */
  @Test
  void aPageThatFollowsPaysAsWell() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ false);
    begun(budget);
    see(budget, 3, /* hasNext= */ true);
    assertThat(begun(budget)).isEqualTo(1);
    budget.saw(0.1, /* hasNext= */ false);
    budget.saw(0.9, /* hasNext= */ false);
    assertThat(begun(budget)).isZero();
    budget.saw(1.01, /* hasNext= */ false);
    assertThat(begun(budget)).isEqualTo(1);
  }

  /** It may hold nothing but rows that another window has brought. */
  @Test
  void aPageThatFollowsDoesNotPayWhereWindowsOverlap() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ true);
    begun(budget);
    see(budget, 3, /* hasNext= */ true);
    assertThat(begun(budget)).isZero();
    see(budget, 1, /* hasNext= */ true);
    assertThat(begun(budget)).isEqualTo(1);
  }

  /** Its page, the one that was asked for behind it, and a rest of its own. */
  @Test
  void aWindowThatIsTakenApartAgainCostsThree() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ false);
    budget.begin();
    assertThat(budget.allowsSplit()).isTrue();
    assertThat(begun(budget)).isEqualTo(1);
    assertThat(budget.allowsSplit()).isFalse();
    see(budget, 6, /* hasNext= */ false);
    assertThat(budget.allowsSplit()).isFalse();
    assertThat(begun(budget)).isEqualTo(2);
  }

  @Test
  void fewerWindowsAreLeftInTimeThanPagesPayFor() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ false);
    assertThat(budget.left(10)).isEqualTo(4 + 2);
    budget.begin();
    assertThat(budget.left(0)).isEqualTo(3);
  }

  @Test
  void isIdleWhenNoWindowIsRead() {
    WindowBudget budget = new WindowBudget(/* overlaps= */ false);
    assertThat(budget.isIdle()).isTrue();
    budget.begin();
    budget.begin();
    budget.end();
    assertThat(budget.isIdle()).isFalse();
    budget.end();
    assertThat(budget.isIdle()).isTrue();
  }

  /** Begins as many windows as are allowed, and returns how many those are. */
  private static int begun(WindowBudget budget) {
    int begun = 0;
    for (; budget.allowsOneMore(); begun++) {
      budget.begin();
    }
    return begun;
  }

  private static void see(WindowBudget budget, int pages, boolean hasNext) {
    for (int i = 0; i < pages; i++) {
      budget.saw(1, hasNext);
    }
  }
}
