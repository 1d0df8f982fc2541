package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Sends a request again while its policy says so. */
public final class RetryingClient extends ForwardingClient {
  private final RetryPolicy policy;
  private final Pause pause;
  private final DoubleSupplier random;
  private final Clock clock;
  private volatile boolean isSignedIn;

  RetryingClient(
      TwilioClient client, RetryPolicy policy, Pause pause, DoubleSupplier random, Clock clock) {
    super(client);
    this.policy = policy;
    this.pause = pause;
    this.random = random;
    this.clock = clock;
  }

  /** Returns a client that sends failed requests again, at most {@code maxRetries} times each. */
  public static TwilioClient of(TwilioClient client, int maxRetries) {
    return new RetryingClient(
        client, RetryPolicy.of(maxRetries), Thread::sleep, Math::random, Clock.systemUTC());
  }

  @Override
  public Response get(Target target) throws IOException {
    boolean isTrusted = isSignedIn;
    for (int retries = 0; ; retries++) {
      Optional<Duration> delay;
      try {
        Response response = client.get(target);
        delay = policy.after(response, retries, random.getAsDouble(), clock, isTrusted);
        isTrusted &= response.status() != 401;
        isSignedIn |= response.isSuccess();
        if (delay.isEmpty()) {
          return response.after(retries);
        }
      } catch (IOException e) {
        delay = policy.after(e, retries, random.getAsDouble());
        if (delay.isEmpty()) {
          throw e;
        }
      }
      long milliseconds = delay.get().toMillis();
      Interruption.orFail(
          "to try again",
          () -> {
            pause.of(milliseconds);
            return milliseconds;
          });
    }
  }

  @Override
  public TwilioClient withoutRetries() {
    return client;
  }

  /** A wait, so that a test need not. */
  interface Pause {
    void of(long milliseconds) throws InterruptedException;
  }
}
