package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a gate learns from answers. */
class AccountGateTest {
  private static final Response OK = new Response(200, Map.of(), new byte[0]);

  private final AtomicLong now = new AtomicLong();
  private final AccountGate gate = new AccountGate(now::get);

  @Test
  void moreMayPassWhenAllThatMayWereAnswered() {
    List<AccountGate.Pass> passes = fill();
    assertThat(gate.enter()).isEmpty();
    AccountGate.Pass last = passes.get(passes.size() - 1);
    passes.forEach(pass -> gate.answered(last, OK));
    assertThat(gate.limit()).isEqualTo(2 * ConcurrencyLimit.START);
    assertThat(gate.enter()).isPresent();
  }

  /** Twice as many that take twice as long are no gain. */
  @Test
  void noMoreMayPassWhereThatTakesLonger() {
    answerAll(1_000);
    assertThat(gate.limit()).isEqualTo(2 * ConcurrencyLimit.START);
    answerAll(2_000);
    assertThat(gate.limit()).isEqualTo(ConcurrencyLimit.START);
  }

  private void answerAll(long latency) {
    List<AccountGate.Pass> passes = fill();
    now.addAndGet(latency);
    AccountGate.Pass last = passes.get(passes.size() - 1);
    passes.forEach(pass -> gate.answered(last, OK));
    passes.forEach(pass -> gate.leave());
  }

  private List<AccountGate.Pass> fill() {
    List<AccountGate.Pass> passes = new ArrayList<>();
    for (int i = 0; i < gate.limit(); i++) {
      passes.add(gate.enter().orElseThrow());
    }
    return passes;
  }
}
