package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.DriverThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets the statements of a connection do work in the background, and bounds their requests. */
final class Concurrency implements AutoCloseable {
  private final int most;
  private final ThreadPoolExecutor threads;
  private volatile boolean isClosed;

  Concurrency(int most) {
    this.most = most;
    // A list that is read has one request in flight, and one answer that is being decoded, at most.
    this.threads =
        new ThreadPoolExecutor(
            2 * most,
            2 * most,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> DriverThread.of("twilio-jdbc", work),
            // After the end, work is done at once where it is asked for, since it fails at once.
            (work, closed) -> work.run());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Returns how many requests may be sent at a time. */
  int most() {
    return most;
  }

  /** Begins some work in the background. */
  <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /** Begins some work in the background once there is what it needs. */
  <T, R> CompletableFuture<R> then(CompletableFuture<T> needed, Function<T, R> work) {
    return needed.thenApplyAsync(work, threads);
  }

  /** Returns whether the connection was closed. */
  boolean isClosed() {
    return isClosed;
  }

  /** Interrupts what is under way; what waits to begin fails, so that nobody waits for it. */
  @Override
  public void close() {
    isClosed = true;
    threads.shutdownNow().forEach(Runnable::run);
  }
}
