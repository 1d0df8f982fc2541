package io.github.twiliojdbc.transport;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Lets the requests of all connections of an account in this JVM pass, as many at a time as Twilio
 * is seen to bear.
 */
final class AccountGate {
  private static final Map<String, AccountGate> GATES = new ConcurrentHashMap<>();

  private final ConcurrencyLimit limit = new ConcurrencyLimit();
  private final LongSupplier nanoTime;
  private int inFlight;

  AccountGate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Returns the gate that all connections of an account at an endpoint share. */
  static AccountGate of(Endpoint endpoint, String accountSid) {
    return GATES.computeIfAbsent(
        accountSid + "@" + endpoint.template(), account -> new AccountGate(System::nanoTime));
  }

  /** Returns how many requests may be in flight now. */
  synchronized int limit() {
    return limit.limit();
  }

  /** Returns the permission for one more request, or nothing if it has to wait. */
  synchronized Optional<Pass> enter() {
    if (inFlight >= limit.limit()) {
      return Optional.empty();
    }
    inFlight++;
    return Optional.of(new Pass(limit.round(), inFlight, nanoTime.getAsLong()));
  }

  /** Waits until one more request may be sent, unless others are quicker. */
  synchronized void awaitRoom() throws InterruptedException {
    while (inFlight >= limit.limit()) {
      wait();
    }
  }

  /** Takes note that a request was answered. */
  synchronized void answered(Pass pass, Response response) {
    OptionalInt reported = response.concurrentRequests();
    if (response.status() == 429) {
      limit.refused(pass.round, pass.inFlight, reported);
    } else {
      limit.answered(pass.round, pass.inFlight, reported, nanoTime.getAsLong() - pass.sentAt);
    }
  }

  /** Takes note that a request is in flight no more. */
  synchronized void leave() {
    inFlight--;
    notifyAll();
  }

  /**
   * The permission for one request.
   *
   * @param round round of the limit in which it was given
   * @param inFlight how many requests were in flight then, this one included
   * @param sentAt time at which it was given, in nanoseconds
   */
  record Pass(int round, int inFlight, long sentAt) {}
}
