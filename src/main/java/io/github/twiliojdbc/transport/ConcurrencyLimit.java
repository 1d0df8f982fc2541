package io.github.twiliojdbc.transport;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How many requests of an account may be in flight: found by trying, as Twilio does not say.
 *
 * <p>The limit doubles with every round of answers, and grows by one after the first refusal (429),
 * which halves it. What was refused, or answered no more requests a second than fewer had been, is
 * tried again only after many answers, and each time after twice as many. A refusal of what was
 * answered often just before is one in passing, as where others ask too much: it halves the limit,
 * but what was reached is reached again soon. Where Twilio reports how many requests of the account
 * it is answering, those of others count as well.
 *
 * <p>Not safe for use by several threads.
 */
final class ConcurrencyLimit {
  static final int START = 8;
  private static final int MOST = 256;
  private static final int FIRST_PATIENCE = 100;
  private static final int MOST_PATIENCE = 10_000;
  private static final double LEAST_GAIN = 0.2;

  /** So many of the latest answers are remembered, and so many of them prove what is allowed. */
  private static final int REMEMBERED = 64;

  private static final int PROOF = 5;

  private int limit = START;
  private int ceiling = MOST;
  private boolean isDoubling = true;
  private int patience = FIRST_PATIENCE;

  /** How many requests of all clients together Twilio allows, as far as it has reported. */
  private int allowedTogether = MOST;

  /** Counts the times that the limit changed, so that each is judged by its own answers. */
  private int round;

  /** How many requests were in flight, as far as is known, when those answered last were sent. */
  private final int[] answered = new int[REMEMBERED];

  private int nextAnswered;

  private int answers;
  private long nanoseconds;

  /** The largest limit that has helped, which a few slow answers do not disprove. */
  private int best = START;

  private int limitBefore;
  private double rateBefore;

  /** Returns how many requests may be in flight now. */
  int limit() {
    return limit;
  }

  /** Returns what the answer to a request that is sent now is to be reported with. */
  int round() {
    return round;
  }

  /**
   * Takes note of an answer.
   *
   * @param sentInRound what {@link #round} was when the request was sent
   * @param inFlight how many requests were in flight then, that one included
   * @param reported how many requests of the account Twilio counted, if it said so
   * @param latency nanoseconds that the answer took
   */
  void answered(int sentInRound, int inFlight, OptionalInt reported, long latency) {
    reported.ifPresent(together -> share(together, inFlight));
    answered[nextAnswered] = reported.orElse(inFlight);
    nextAnswered = (nextAnswered + 1) % REMEMBERED;
    if (sentInRound != round || inFlight < limit) {
      return;
    }
    answers++;
    nanoseconds += latency;
    if (answers >= (limit == ceiling ? Math.max(patience, limit) : limit)) {
      grow();
    }
  }

  /**
   * Takes note of a refusal.
   *
   * @param sentInRound what {@link #round} was when the request was sent
   * @param inFlight how many requests were in flight then, that one included
   * @param reported how many requests of the account Twilio counted, if it said so
   */
  void refused(int sentInRound, int inFlight, OptionalInt reported) {
    isDoubling = false;
    if (!isAnswered(reported.orElse(inFlight))) {
      reported.ifPresent(together -> allowedTogether = Math.max(1, together - 1));
      if (limit > ceiling && sentInRound == round) {
        patience = Math.min(MOST_PATIENCE, 2 * patience);
      } else {
        ceiling = Math.min(ceiling, inFlight - 1);
      }
    }
    if (sentInRound == round) {
      limitBefore = 0;
      changeTo(Math.max(1, Math.min(ceiling, limit / 2)));
    }
  }

  /** Leaves to others what they use of that which Twilio allows all together. */
  private void share(int together, int own) {
    if (together > allowedTogether) {
      allowedTogether = together;
    }
    if (allowedTogether < MOST) {
      ceiling = Math.max(1, allowedTogether - Math.max(0, together - own));
      if (limit > ceiling) {
        changeTo(ceiling);
      }
    }
  }

  /** Returns whether it was answered, not long ago, to send so many requests at a time. */
  private boolean isAnswered(int requests) {
    return requests == 1
        || Arrays.stream(answered).filter(count -> count >= requests).count() >= PROOF;
  }

  private void grow() {
    double rate = limit / ((double) nanoseconds / answers);
    if (limit > best && limitBefore > 0 && !hasHelped(rate)) {
      ceiling = limitBefore;
      isDoubling = false;
      limitBefore = 0;
      changeTo(ceiling);
      return;
    }
    if (limit > ceiling) {
      ceiling = MOST;
      patience = FIRST_PATIENCE;
    }
    best = Math.max(best, limit);
    limitBefore = limit;
    rateBefore = rate;
    changeTo(
        limit == ceiling || !isDoubling ? Math.min(MOST, limit + 1) : Math.min(ceiling, 2 * limit));
  }

  /** Returns whether at least some of the gain was seen that more requests at a time can bring. */
  private boolean hasHelped(double rate) {
    return rate / rateBefore - 1 >= LEAST_GAIN * ((double) limit / limitBefore - 1);
  }

  private void changeTo(int next) {
    limit = next;
    round++;
    answers = 0;
    nanoseconds = 0;
  }
}
