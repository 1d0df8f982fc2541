package io.github.twiliojdbc.sql;

import com.google.common.base.Throwables;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs work that may nest deeply, such as the planning of a sum of a thousand terms. */
public final class DeepStack {
  /** Stack of the second attempt, of which only what is used takes memory. */
  private static final int MEGABYTES = 512;

  private DeepStack() {}

  /**
   * Runs work on this thread, and again on one with a larger stack if it does not fit.
   *
   * @throws SqlException if it does not fit there either
   */
  public static <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError e) {
      return deeper(work);
    }
  }

  /** Throws the overflow of the stack that lies behind a throwable, if one does. */
  static void rethrowOverflow(Throwable thrown) {
    for (Throwable cause : Throwables.getCausalChain(thrown)) {
      if (cause instanceof StackOverflowError overflow) {
        throw overflow;
      }
    }
  }

  private static <T> T deeper(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(work.get());
              } catch (StackOverflowError e) {
                result.completeExceptionally(
                    new SqlException(
                        SqlException.Kind.TOO_COMPLEX,
                        "The statement nests too deeply: planning it takes more than a stack of "
                            + MEGABYTES
                            + " MB.",
                        e));
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            "twilio-jdbc deep planning",
            (long) MEGABYTES << 20);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    try {
      return result.join();
    } catch (CompletionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) cause;
    }
  }
}
