package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the connections of an account have in flight together. */
class GatedClientTest {
  private static final Target TARGET = new Target("api", "/2010-04-01/Accounts.json");
  private static final Endpoint ENDPOINT = new Endpoint("https://gated.invalid/{product}");

  private final ExecutorService threads = Executors.newFixedThreadPool(40);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void connectionsOfAnAccountShareWhatTwilioBears() throws Exception {
    Server server = new Server(ConcurrencyLimit.START);
    TwilioClient one = GatedClient.of(server, ENDPOINT, "AC1", 40);
    TwilioClient other = GatedClient.of(server, ENDPOINT, "AC1", 40);
    List<Future<Response>> answers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      TwilioClient client = i % 2 == 0 ? one : other;
      answers.add(begin(client));
    }
    assertThat(server.isFull.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.inFlight.get()).isEqualTo(ConcurrencyLimit.START);
    server.isOpen.countDown();
    for (Future<Response> answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void anotherAccountHasItsOwn() throws Exception {
    Server server = new Server(2 * ConcurrencyLimit.START);
    for (String account : List.of("AC2", "AC3")) {
      TwilioClient client = GatedClient.of(server, ENDPOINT, account, 40);
      for (int i = 0; i < ConcurrencyLimit.START; i++) {
        begin(client);
      }
    }
    assertThat(server.isFull.await(20, TimeUnit.SECONDS)).isTrue();
    server.isOpen.countDown();
  }

  /** Twilio counts the requests of each sub-account by themselves. */
  @Test
  void aSubAccountThatIsBusyDoesNotHoldUpOthers() throws Exception {
    Server server = new Server(2 * ConcurrencyLimit.START);
    TwilioClient client = GatedClient.of(server, ENDPOINT, "AC6", 40);
    for (String sub : List.of("AC61", "AC62")) {
      Target target = new Target("api", "/2010-04-01/Accounts/" + sub + "/Calls.json?PageSize=1");
      for (int i = 0; i < 2 * ConcurrencyLimit.START; i++) {
        begin(client, target);
      }
    }
    assertThat(server.isFull.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.inFlight.get()).isEqualTo(2 * ConcurrencyLimit.START);
    server.isOpen.countDown();
  }

  /** Its requests wait without the room that the connection has for all accounts. */
  @Test
  void whatWaitsForItsAccountLeavesRoomToOthers() throws Exception {
    Server busy = new Server(ConcurrencyLimit.START);
    TwilioClient others = GatedClient.of(busy, ENDPOINT, "AC7", 40);
    fill(others, busy);
    Server server = new Server(1);
    server.isOpen.countDown();
    TwilioClient client = GatedClient.of(server, ENDPOINT, "AC7", 2);
    List<Future<Response>> waiting = List.of(begin(client), begin(client), begin(client));
    for (int i = 0; i < 20; i++) {
      Target target = new Target("api", "/2010-04-01/Accounts/AC71/Calls.json?Page=" + i);
      assertThat(begin(client, target).get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    assertThat(waiting).noneMatch(Future::isDone);
    busy.isOpen.countDown();
    for (Future<Response> answer : waiting) {
      assertThat(answer.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
  }

  @Test
  void aConnectionSendsNoMoreThanItMay() throws Exception {
    Server server = new Server(2);
    TwilioClient client = GatedClient.of(server, ENDPOINT, "AC8", 2);
    List<Future<Response>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      answers.add(begin(client));
    }
    assertThat(server.isFull.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(server.inFlight.get()).isEqualTo(2);
    server.isOpen.countDown();
    for (Future<Response> answer : answers) {
      answer.get(20, TimeUnit.SECONDS);
    }
    assertThat(server.most.get()).isEqualTo(2);
  }

  @Test
  void thereIsLessRoomAfterARefusalOfTheAccount() throws IOException {
    Server server = new Server(1);
    server.isOpen.countDown();
    TwilioClient client = GatedClient.of(server, ENDPOINT, "AC9", 40);
    assertThat(client.get(TARGET).status()).isEqualTo(200);
    assertThat(client.room(TARGET)).isEqualTo(ConcurrencyLimit.START);
    server.status = 429;
    assertThat(client.get(TARGET).status()).isEqualTo(429);
    assertThat(client.room(TARGET)).isEqualTo(ConcurrencyLimit.START / 2);
    assertThat(client.room(new Target("api", "/2010-04-01/Accounts/AC91/Calls.json")))
        .isEqualTo(ConcurrencyLimit.START);
  }

  @Test
  void aBrokenConnectionLeavesRoomForOthers() throws IOException {
    TwilioClient client = GatedClient.of(new Broken(), ENDPOINT, "AC4", 40);
    for (int i = 0; i < 3 * ConcurrencyLimit.START; i++) {
      assertThatThrownBy(() -> client.get(TARGET)).hasMessage("broken");
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    Server server = new Server(ConcurrencyLimit.START);
    TwilioClient client = GatedClient.of(server, ENDPOINT, "AC5", 40);
    fill(client, server);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> client.get(TARGET)).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    server.isOpen.countDown();
  }

  /** Sends as many requests as an account may at first, which are not answered yet. */
  private void fill(TwilioClient client, Server server) throws InterruptedException {
    for (int i = 0; i < ConcurrencyLimit.START; i++) {
      begin(client);
    }
    assertThat(server.isFull.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @CanIgnoreReturnValue
  private Future<Response> begin(TwilioClient client) {
    return begin(client, TARGET);
  }

  @CanIgnoreReturnValue
  private Future<Response> begin(TwilioClient client, Target target) {
    return threads.submit(() -> client.get(target));
  }

  /** Answers nobody until it is opened. */
  private static final class Server implements TwilioClient {
    private final CountDownLatch isFull;
    private final CountDownLatch isOpen = new CountDownLatch(1);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile int status = 200;

    Server(int expected) {
      this.isFull = new CountDownLatch(expected);
    }

    @Override
    public Response get(Target target) throws IOException {
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      isFull.countDown();
      try {
        isOpen.await();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
      inFlight.decrementAndGet();
      return new Response(status, Map.of(), new byte[0]);
    }

    @Override
    public void close() {
      isOpen.countDown();
    }
  }

  private static final class Broken implements TwilioClient {
    @Override
    public Response get(Target target) throws IOException {
      throw new IOException("broken");
    }

    @Override
    public void close() {
      // There is nothing to let go of.
    }
  }
}
