package io.github.twiliojdbc.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.planner.PushDown;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.GatedClient;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An account of which Twilio bears one request at a time does not hold up the others. */
class BusyAccountTest {
  private static final String MEDIA = "SELECT sid FROM message_media";
  private static final Endpoint ENDPOINT = new Endpoint("https://busy.invalid/{product}");

  @Test
  void childrenOfOthersAreReadWhileItsOwnWait() throws Exception {
    Server server = new Server();
    TwilioClient gated = GatedClient.of(server, ENDPOINT, TestConnections.ACCOUNT, 8);
    try (Connection undisturbed = TestConnections.to(server, "", PushDown.ALL);
        Connection connection = TestConnections.to(gated, "", PushDown.ALL)) {
      List<String> rows = TestConnections.firstColumn(undisturbed, MEDIA);
      String busy =
          server.childrenOf.stream()
              .filter(account -> !account.equals(TestConnections.ACCOUNT))
              .findFirst()
              .orElseThrow();
      long ofOthers = server.childrenOf.stream().filter(account -> !account.equals(busy)).count();
      assertThat(ofOthers).isBetween(1L, server.childrenOf.size() - 9L);
      server.busy = busy;
      server.others = new CountDownLatch((int) ofOthers);
      assertThat(gated.get(new Target("api", "/2010-04-01/Accounts/" + busy + ".json")).status())
          .isEqualTo(429);
      assertThat(TestConnections.firstColumn(connection, MEDIA))
          .containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  /** The sandbox, in which the busy account's children are answered after those of all others. */
  private static final class Server implements TwilioClient {
    private final Sandbox sandbox =
        new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
    private final List<String> childrenOf = Collections.synchronizedList(new ArrayList<>());
    private volatile String busy = "";
    private volatile CountDownLatch others = new CountDownLatch(0);

    @Override
    public Response get(Target target) throws IOException {
      if (target.pathAndQuery().endsWith("/Accounts/" + busy + ".json")) {
        return new Response(429, Map.of(), "{\"code\": 20429}".getBytes(UTF_8));
      }
      if (target.pathAndQuery().contains("/Media.json")) {
        String account = target.account().orElseThrow();
        childrenOf.add(account);
        if (account.equals(busy)) {
          await();
        } else {
          others.countDown();
        }
      }
      return sandbox.get(target);
    }

    private void await() throws IOException {
      try {
        assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
