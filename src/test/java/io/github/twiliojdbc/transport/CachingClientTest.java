package io.github.twiliojdbc.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingClientTest {
  private static final Target NEW = new Target("api", "/new");
  private static final Target OLD = new Target("api", "/old", true);

  private final AtomicLong nanoseconds = new AtomicLong();
  private final Server server = new Server();
  private final CachingClient client =
      new CachingClient(server, Duration.ofMinutes(5), 10_000, nanoseconds::get);

  @Test
  void anAnswerIsKeptForAWhile() throws IOException {
    client.get(NEW);
    nanoseconds.addAndGet(Duration.ofSeconds(299).toNanos());
    assertThat(client.isKept(NEW)).isTrue();
    client.get(NEW);
    assertThat(server.sent).hasSize(1);
    nanoseconds.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(client.isKept(NEW)).isFalse();
    client.get(NEW);
    assertThat(server.sent).hasSize(2);
  }

  @Test
  void aSettledAnswerStays() throws IOException {
    client.get(OLD);
    nanoseconds.addAndGet(Duration.ofDays(3000).toNanos());
    client.get(OLD);
    assertThat(server.sent).hasSize(1);
  }

  @Test
  void thereIsRoomForSoManyBytes() throws IOException {
    for (int i = 0; i < 100; i++) {
      client.get(new Target("api", "/" + i, true));
    }
    long kept = 0;
    for (int i = 0; i < 100; i++) {
      kept += client.isKept(new Target("api", "/" + i, true)) ? 1 : 0;
    }
    // An answer of 1,000 bytes is counted as 1,500.
    assertThat(kept).isBetween(1L, 6L);
  }

  @Test
  void anErrorIsNotKept() throws IOException {
    server.status = 503;
    assertThat(client.get(NEW).status()).isEqualTo(503);
    server.status = 200;
    assertThat(client.get(NEW).status()).isEqualTo(200);
  }

  @Test
  void aBrokenConnectionIsNotKept() throws IOException {
    server.failure.set(new IOException("broken"));
    assertThatThrownBy(() -> client.get(NEW)).hasMessage("broken");
    assertThat(client.get(NEW).status()).isEqualTo(200);
  }

  @Test
  void equalRequestsUnderWayAreOne() {
    server.isOpen = new CountDownLatch(1);
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(this::get);
    server.hasBegun.join();
    CompletableFuture<Response> second = CompletableFuture.supplyAsync(this::get);
    server.isOpen.countDown();
    assertThat(first.join()).isSameAs(second.join());
    assertThat(server.sent).hasSize(1);
  }

  @Test
  void whoWaitsForAnAnswerThatDoesNotComeAsksForIt() {
    server.isOpen = new CountDownLatch(1);
    server.failure.set(new IOException("broken"));
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(this::get);
    server.hasBegun.join();
    CompletableFuture<Response> second = CompletableFuture.supplyAsync(this::get);
    server.isOpen.countDown();
    assertThat(second.join().status()).isEqualTo(200);
    assertThatThrownBy(first::join).hasRootCauseMessage("broken");
    assertThat(server.sent).hasSize(2);
  }

  @Test
  void whatIsNoAnswerIsForgotten() throws IOException {
    client.get(NEW);
    client.forget(NEW);
    assertThat(client.isKept(NEW)).isFalse();
    assertThat(client.withoutCache()).isSameAs(server);
  }

  @Test
  void nothingIsKeptOfAConnectionThatIsClosed() throws IOException {
    client.get(NEW);
    client.close();
    assertThat(client.isKept(NEW)).isFalse();
    assertThat(server.isClosed).isTrue();
  }

  /** A redirect that nobody follows is no success. */
  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "299, true", "300, false", "404, false"})
  void onlyASuccessIsKept(int status, boolean isKept) throws IOException {
    server.status = status;
    client.get(NEW);
    assertThat(client.isKept(NEW)).isEqualTo(isKept);
  }

  private Response get() {
    try {
      return client.get(NEW);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with a thousand bytes when it is let, after it has failed once if it is to. */
  private static final class Server implements TwilioClient {
    private final List<Target> sent = new ArrayList<>();
    private final CompletableFuture<Boolean> hasBegun = new CompletableFuture<>();
    private CountDownLatch isOpen = new CountDownLatch(0);
    private int status = 200;
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private boolean isClosed;

    @Override
    public Response get(Target target) throws IOException {
      synchronized (sent) {
        sent.add(target);
      }
      hasBegun.complete(true);
      try {
        isOpen.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      IOException thrown = failure.getAndSet(null);
      if (thrown != null) {
        throw thrown;
      }
      return new Response(status, Map.of(), "x".repeat(1000).getBytes(UTF_8));
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
