package io.github.twiliojdbc.sql;

import com.google.common.base.Throwables;
import io.github.twiliojdbc.transport.DriverThread;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs work that may nest deeply, such as the planning of a sum of a thousand terms.
 *
 * <p>It runs on a thread of its own, so that whoever waits may give up, and so that what Calcite
 * keeps for each thread goes with it.
 */
public final class DeepStack {
  /** Stack of the second attempt, of which only what is used takes memory. */
  private static final int MEGABYTES = 512;

  private DeepStack() {}

  /**
   * Begins work, which is begun again with a larger stack if it does not fit.
   *
   * @return what comes of it; a {@link SqlException} if it does not fit there either
   */
  public static <T> CompletableFuture<T> begin(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable deeper =
        () ->
            attempt(
                work,
                result,
                overflow ->
                    result.completeExceptionally(
                        new SqlException(
                            SqlException.Kind.TOO_COMPLEX,
                            "The statement nests too deeply: planning it takes more than a stack of "
                                + MEGABYTES
                                + " MB.",
                            overflow)));
    start(0, () -> attempt(work, result, overflow -> start((long) MEGABYTES << 20, deeper)));
    return result;
  }

  private static void start(long stackBytes, Runnable work) {
    DriverThread.of("twilio-jdbc planning", stackBytes, work).start();
  }

  private static <T> void attempt(
      Supplier<T> work, CompletableFuture<T> result, Consumer<StackOverflowError> otherwise) {
    try {
      result.complete(work.get());
    } catch (StackOverflowError e) {
      otherwise.accept(e);
    } catch (Throwable e) {
      result.completeExceptionally(e);
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
}
