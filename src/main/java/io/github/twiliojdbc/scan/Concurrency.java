package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.Response;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Lets the statements of a connection do work in the background, and bounds their requests. */
final class Concurrency implements AutoCloseable {
  private final int most;
  private final Semaphore requests;
  private final ThreadPoolExecutor threads;

  Concurrency(int most) {
    this.most = most;
    this.requests = new Semaphore(most, /* fair= */ true);
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "twilio-jdbc");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Returns how many requests may be sent at a time. */
  int most() {
    return most;
  }

  /** Begins some work in the background. */
  <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /** Sends a request once there is room for one more. */
  Response request(Request request) throws IOException, InterruptedException {
    requests.acquire();
    try {
      return request.send();
    } finally {
      requests.release();
    }
  }

  /** Returns what work in the background comes to, or throws what it threw. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StatementCanceledException();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** A request that is ready to be sent. */
  interface Request {
    Response send() throws IOException;
  }
}
