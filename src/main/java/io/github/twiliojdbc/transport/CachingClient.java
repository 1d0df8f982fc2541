package io.github.twiliojdbc.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Keeps answers, and sends equal requests that are under way at the same time once.
 *
 * <p>Only answers of success are kept: those to a settled target until there is no room, all others
 * for a while.
 */
public final class CachingClient extends ForwardingClient {
  /** What an answer takes besides its body. */
  private static final int OVERHEAD = 500;

  private final Cache<Target, Response> answers;
  private final Map<Target, CompletableFuture<Response>> underWay = new ConcurrentHashMap<>();

  CachingClient(TwilioClient client, Duration life, long bytes, Ticker ticker) {
    super(client);
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Target target, Response response) -> response.body().length + OVERHEAD)
            .expireAfter(
                Expiry.<Target, Response>creating(
                    (target, response) ->
                        target.isSettled() ? Duration.ofNanos(Long.MAX_VALUE) : life))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * Returns a client that keeps answers.
   *
   * @param life how long an answer is kept that may change
   * @param bytes how many bytes of bodies are kept, if the heap is large enough: never more than an
   *     eighth of it
   */
  public static TwilioClient of(TwilioClient client, Duration life, long bytes) {
    long most = Math.min(bytes, Runtime.getRuntime().maxMemory() / 8);
    return new CachingClient(client, life, most, Ticker.systemTicker());
  }

  @Override
  public Response get(Target target) throws IOException {
    CompletableFuture<Response> own = new CompletableFuture<>();
    CompletableFuture<Response> other = underWay.putIfAbsent(target, own);
    if (other != null) {
      return await(other, target);
    }
    try {
      Response kept = answers.getIfPresent(target);
      Response response = kept == null ? send(target) : kept;
      own.complete(response);
      return response;
    } finally {
      underWay.remove(target);
      // Whoever waits for an answer that did not come asks for it again.
      own.cancel(false);
    }
  }

  @Override
  public boolean caches() {
    return true;
  }

  @Override
  public boolean isKept(Target target) {
    return answers.getIfPresent(target) != null;
  }

  @Override
  public void forget(Target target) {
    answers.invalidate(target);
  }

  @Override
  public TwilioClient withoutCache() {
    return client;
  }

  private Response send(Target target) throws IOException {
    Response response = client.get(target);
    if (response.isSuccess()) {
      answers.put(target, response);
    }
    return response;
  }

  private Response await(CompletableFuture<Response> other, Target target) throws IOException {
    try {
      return Interruption.orFail("for an equal request", other::get);
    } catch (CancellationException | ExecutionException e) {
      return client.get(target);
    }
  }

  @Override
  public void close() {
    answers.invalidateAll();
    super.close();
  }
}
