package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.Waiting;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run of a statement is to end before its time.
 *
 * <p>Threads that wait on behalf of the run are interrupted when it is canceled. Safe for use by
 * several threads.
 */
public final class Cancellation {
  private final AtomicBoolean isCanceled = new AtomicBoolean();
  private final Set<Thread> waiting = new HashSet<>();
  private volatile @Nullable Reason reason;

  /** Ends the run, unless it was canceled before. */
  public synchronized void cancel(Reason reason) {
    if (this.reason == null) {
      this.reason = reason;
      isCanceled.set(true);
      waiting.forEach(Thread::interrupt);
      waiting.clear();
    }
  }

  /** Returns the flag that is set when the run is canceled, for code that looks at it itself. */
  public AtomicBoolean flag() {
    return isCanceled;
  }

  /**
   * Does nothing while the run may go on.
   *
   * @throws StatementCanceledException if it was canceled
   */
  public void check() {
    Reason why = reason;
    if (why != null) {
      throw new StatementCanceledException(why);
    }
  }

  /** Does some waiting, which is interrupted if the run is canceled. */
  <T, E extends Exception> T during(Waiting<T, E> work) throws E, InterruptedException {
    enter();
    try {
      return work.run();
    } finally {
      leave();
    }
  }

  /**
   * Waits for what another thread does.
   *
   * @throws StatementCanceledException if the run is canceled meanwhile, or this thread interrupted
   * @throws ExecutionException if the other thread failed
   */
  public <T> T await(Future<T> future) throws ExecutionException {
    try {
      return this.<T, ExecutionException>during(future::get);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /**
   * Returns the failure that the interruption of a thread which works for the run is; it cancels
   * the run, since nobody will take what comes of it.
   */
  StatementCanceledException interrupted() {
    check();
    Thread.currentThread().interrupt();
    cancel(Reason.CANCELED);
    return new StatementCanceledException(Reason.CANCELED);
  }

  private synchronized void enter() {
    check();
    waiting.add(Thread.currentThread());
  }

  private synchronized void leave() {
    if (!waiting.remove(Thread.currentThread())) {
      // The interruption was for this waiting alone.
      Thread.interrupted();
    }
  }

  /** Why a run ends before its time. */
  public enum Reason {
    /** It was canceled, or its result closed. */
    CANCELED,
    /** The connection was closed. */
    DISCONNECTED,
    /** It took longer than the statement's query timeout. */
    TIMED_OUT
  }
}
