package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit against servers of known capacity, in simulated time. */
class ConcurrencyLimitTest {
  private static final long LATENCY = Duration.ofMillis(150).toNanos();
  private static final int REQUESTS = 400;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 20})
  void settlesAtWhatTheServerAllows(int allowed) {
    Server server = new Server(allowed, inFlight -> LATENCY, /* reports= */ false);
    server.answer(REQUESTS);
    assertThat(server.refused).isLessThan(REQUESTS / 20);
    List<Integer> later = server.inFlight.subList(100, server.inFlight.size());
    double mean = later.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(mean).isBetween(0.85 * allowed, 1.05 * allowed);
  }

  /** Three connections of others take part of what the account is allowed. */
  @Test
  void leavesRoomForOthersWhomTwilioCounts() {
    Server server = new Server(5, inFlight -> LATENCY, /* reports= */ true);
    server.others = 3;
    server.answer(REQUESTS);
    assertThat(server.refused).isLessThan(REQUESTS / 20);
    assertThat(server.inFlight.subList(100, 400)).allMatch(count -> count <= 3);
    server.others = 0;
    server.answer(100);
    assertThat(server.limit.limit()).isEqualTo(5);
  }

  /**
   * Refusals in passing, whatever is sent at a time, are not what the server allows. With one in
   * {@code every}, halving at each and growing by one a round keeps about √(1.5 · every) in flight.
   */
  @ParameterizedTest
  @CsvSource({"50, false", "100, false", "200, false", "1000, false", "50, true", "200, true"})
  void refusalsInPassingDoNotKeepItLow(int every, boolean reports) {
    Server server = new Server(1000, inFlight -> LATENCY, reports);
    server.refusedInPassing = 1.0 / every;
    server.answer(50 * REQUESTS);
    double mean = server.inFlight.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertThat(mean).isGreaterThan(0.6 * Math.sqrt(1.5 * every));
  }

  /** What has helped before is not judged again by a few answers, of which some take long. */
  @Test
  void aRefusalInPassingIsSoonForgottenWhereLatenciesDiffer() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      ConcurrencyLimit limit = new ConcurrencyLimit();
      answerDifferently(limit, 2000, random);
      int before = limit.limit();
      limit.refused(limit.round(), before, OptionalInt.empty());
      answerDifferently(limit, before * before, random);
      assertThat(limit.limit()).as("seed " + seed).isGreaterThanOrEqualTo(before - 1);
    }
  }

  /** Has so many requests answered, of which one in twenty takes three times as long as most. */
  private static void answerDifferently(ConcurrencyLimit limit, int requests, Random random) {
    for (int i = 0; i < requests; i++) {
      long latency = (long) (LATENCY * Math.exp(0.7 * random.nextGaussian()));
      limit.answered(limit.round(), limit.limit(), OptionalInt.empty(), latency);
    }
  }

  /** Whoever else asked too much while one request was under way, it was not that request. */
  @Test
  void aLoneRequestThatIsRefusedSaysNothingOfTheLimit() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    limit.refused(limit.round(), 1, OptionalInt.empty());
    assertThat(limit.limit()).isEqualTo(4);
    answer(limit, 4 + 5 + 6 + 7);
    assertThat(limit.limit()).isEqualTo(8);
  }

  @Test
  void growsAgainWhenMoreIsAllowed() {
    Server server = new Server(3, inFlight -> LATENCY, /* reports= */ false);
    server.answer(REQUESTS);
    server.allowed = 12;
    server.answer(4 * REQUESTS);
    assertThat(server.inFlight.get(server.inFlight.size() - 1)).isBetween(10, 12);
  }

  /** A server that answers one after another answers no faster because it is asked more at once. */
  @Test
  void doesNotGrowWhereThatDoesNotHelp() {
    Server server = new Server(1000, inFlight -> LATENCY * inFlight, /* reports= */ false);
    server.answer(REQUESTS);
    assertThat(server.limit.limit()).isLessThanOrEqualTo(ConcurrencyLimit.START + 1);
  }

  @Test
  void growsWhereThatHelps() {
    Server server = new Server(1000, inFlight -> LATENCY, /* reports= */ false);
    server.answer(REQUESTS);
    assertThat(server.limit.limit()).isGreaterThan(50);
  }

  @Test
  void doesNotGrowWhileFewRequestsAreSent() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    for (int i = 0; i < 1000; i++) {
      limit.answered(limit.round(), 2, OptionalInt.empty(), LATENCY);
    }
    assertThat(limit.limit()).isEqualTo(ConcurrencyLimit.START);
  }

  @Test
  void manyRefusalsOfOneRoundHalveOnce() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    int round = limit.round();
    for (int inFlight = 6; inFlight <= 8; inFlight++) {
      limit.refused(round, inFlight, OptionalInt.empty());
    }
    assertThat(limit.limit()).isEqualTo(4);
  }

  /** The lower limit that a refusal shows is tried again only after many answers. */
  @Test
  void aRefusalIsRememberedForAHundredAnswers() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    limit.refused(limit.round(), 6, OptionalInt.empty());
    assertThat(limit.limit()).isEqualTo(4);
    answer(limit, 4);
    assertThat(limit.limit()).isEqualTo(5);
    answer(limit, 99);
    assertThat(limit.limit()).isEqualTo(5);
    answer(limit, 1);
    assertThat(limit.limit()).isEqualTo(6);
    limit.refused(limit.round(), 6, OptionalInt.empty());
    answer(limit, 3 + 4);
    assertThat(limit.limit()).isEqualTo(5);
    answer(limit, 199);
    assertThat(limit.limit()).isEqualTo(5);
    answer(limit, 1);
    assertThat(limit.limit()).isEqualTo(6);
  }

  /** One refusal of what has served for a while says nothing about the limit. */
  @Test
  void aLimitThatHasServedIsSoonReachedAgain() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    limit.refused(limit.round(), 6, OptionalInt.empty());
    answer(limit, 5);
    limit.refused(limit.round(), 3, OptionalInt.empty());
    assertThat(limit.limit()).isEqualTo(2);
    answer(limit, 2 + 3 + 4);
    assertThat(limit.limit()).isEqualTo(5);
  }

  /** One that has served for fewer answers than five is what the refusal says. */
  @Test
  void aLimitThatHasHardlyServedIsNot() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    limit.refused(limit.round(), 6, OptionalInt.empty());
    answer(limit, 4);
    limit.refused(limit.round(), 3, OptionalInt.empty());
    answer(limit, 2 + 3 + 4);
    assertThat(limit.limit()).isEqualTo(2);
  }

  /** Twilio refuses the eleventh request of all; when others have eight, two are left. */
  @Test
  void whatOthersUseIsLeftToThem() {
    ConcurrencyLimit limit = new ConcurrencyLimit();
    limit.refused(limit.round(), 8, OptionalInt.of(11));
    assertThat(limit.limit()).isEqualTo(4);
    limit.answered(limit.round(), 4, OptionalInt.of(10), LATENCY);
    assertThat(limit.limit()).isEqualTo(4);
    limit.answered(limit.round(), 2, OptionalInt.of(10), LATENCY);
    assertThat(limit.limit()).isEqualTo(2);
    limit.answered(limit.round(), 2, OptionalInt.of(12), LATENCY);
    assertThat(limit.limit()).isEqualTo(2);
  }

  /** Has so many requests answered, each sent while as many were in flight as may be. */
  private static void answer(ConcurrencyLimit limit, int requests) {
    for (int i = 0; i < requests; i++) {
      limit.answered(limit.round(), limit.limit(), OptionalInt.empty(), LATENCY);
    }
  }

  /** Refuses, at once, what comes while it answers as many requests as it allows. */
  private static final class Server {
    private final ConcurrencyLimit limit = new ConcurrencyLimit();
    private final IntToLongFunction latency;
    private final boolean reports;
    private final Random random = new Random(1);
    private final PriorityQueue<Answer> answers =
        new PriorityQueue<>(Comparator.comparingLong(Answer::at));
    private final List<Integer> inFlight = new ArrayList<>();
    private int allowed;
    private int others;
    private double refusedInPassing;
    private int refused;
    private long now;

    Server(int allowed, IntToLongFunction latency, boolean reports) {
      this.allowed = allowed;
      this.latency = latency;
      this.reports = reports;
    }

    void answer(int requests) {
      for (int i = 0; i < requests; i++) {
        while (answers.size() < limit.limit()) {
          send();
        }
        inFlight.add((int) answers.stream().filter(other -> !other.isRefusal).count());
        Answer answer = answers.remove();
        now = answer.at;
        if (answer.isRefusal) {
          refused++;
          limit.refused(answer.round, answer.inFlight, answer.reported);
        } else {
          limit.answered(answer.round, answer.inFlight, answer.reported, now - answer.sentAt);
        }
      }
      answers.clear();
    }

    private void send() {
      int underWay = others + (int) answers.stream().filter(other -> !other.isRefusal).count() + 1;
      boolean isRefusal = underWay > allowed || random.nextDouble() < refusedInPassing;
      double jitter = 0.9 + 0.2 * random.nextDouble();
      long wait = isRefusal ? LATENCY / 50 : (long) (latency.applyAsLong(underWay) * jitter);
      answers.add(
          new Answer(
              limit.round(),
              answers.size() + 1,
              now,
              now + wait,
              isRefusal,
              reports ? OptionalInt.of(underWay) : OptionalInt.empty()));
    }

    private record Answer(
        int round, int inFlight, long sentAt, long at, boolean isRefusal, OptionalInt reported) {}
  }
}
