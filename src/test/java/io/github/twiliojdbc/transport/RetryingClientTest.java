package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twilio's front refuses in passing what it let in before. */
class RetryingClientTest {
  private static final Target TARGET = new Target("api", "/x");

  @Test
  void aRefusalAfterASuccessIsAskedAboutOnceMore() throws IOException {
    Answers answers = new Answers(200, 401, 200, 503, 401, 200);
    TwilioClient client = client(answers);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(answers.statuses).isEmpty();
  }

  @Test
  void aSecondRefusalCounts() throws IOException {
    Answers answers = new Answers(200, 401, 401, 200);
    TwilioClient client = client(answers);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(client.get(TARGET).status()).isEqualTo(401);
    assertThat(answers.statuses).containsExactly(200);
  }

  @Test
  void aRefusalBeforeAnySuccessCounts() throws IOException {
    assertThat(client(new Answers(401, 200)).get(TARGET).status()).isEqualTo(401);
  }

  private static TwilioClient client(Answers answers) {
    return new RetryingClient(
        answers, RetryPolicy.of(5), milliseconds -> {}, () -> 0, Clock.systemUTC());
  }

  /** Answers with one status after another. */
  private static final class Answers implements TwilioClient {
    private final Deque<Integer> statuses;

    Answers(Integer... statuses) {
      this.statuses = new ArrayDeque<>(List.of(statuses));
    }

    @Override
    public Response get(Target target) {
      return new Response(statuses.remove(), Map.of(), new byte[0]);
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
