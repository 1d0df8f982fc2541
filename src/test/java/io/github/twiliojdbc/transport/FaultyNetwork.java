package io.github.twiliojdbc.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLHandshakeException;

/**
 * A network that breaks, and a Twilio that is busy or down, for some of the requests and each time
 * in another way. Everything passes, so that a driver which asks again has every answer.
 */
public final class FaultyNetwork implements TwilioClient {
  private static final int MOST_RETRIES = 50;

  private static final List<Fault> FAULTS =
      List.of(
          status(408, Map.of()),
          status(425, Map.of()),
          status(429, Map.of()),
          status(429, Map.of("retry-after", "3")),
          status(429, Map.of("retry-after", "soon")),
          status(500, Map.of()),
          status(502, Map.of()),
          status(503, Map.of("retry-after", "-1")),
          status(504, Map.of()),
          broken(new ConnectException("Connection refused")),
          broken(new SocketException("Connection reset")),
          broken(new EOFException("unexpected end of stream")),
          broken(new SocketTimeoutException("timeout")),
          broken(new SSLHandshakeException("Remote host terminated the handshake")));

  private final TwilioClient client;
  private final Random random;
  private final double share;
  private final Set<Target> refused = ConcurrentHashMap.newKeySet();
  private volatile boolean isSignedIn;

  private FaultyNetwork(TwilioClient client, Random random, double share) {
    this.client = client;
    this.random = random;
    this.share = share;
  }

  /**
   * Returns a client as a connection has it, over such a network and without waits.
   *
   * @param share part of the requests that fail, from 0 to 1
   */
  public static TwilioClient over(TwilioClient client, Random random, double share) {
    return new RetryingClient(
        new FaultyNetwork(client, random, share),
        RetryPolicy.of(MOST_RETRIES),
        milliseconds -> {},
        () -> 0,
        Clock.systemUTC());
  }

  @Override
  public Response get(Target target) throws IOException {
    if (random.nextDouble() < share) {
      return FAULTS.get(random.nextInt(FAULTS.size())).happen();
    }
    // Once, and never to the first request of all: Twilio's front refuses in passing.
    if (isSignedIn && random.nextDouble() < share && refused.add(target)) {
      return new Response(401, Map.of(), "{\"code\":20003}".getBytes(StandardCharsets.UTF_8));
    }
    Response response = client.get(target);
    isSignedIn |= response.isSuccess();
    return response;
  }

  @Override
  public void close() {
    client.close();
  }

  private static Fault status(int status, Map<String, String> headers) {
    return () -> new Response(status, headers, new byte[0]);
  }

  private static Fault broken(IOException failure) {
    return () -> {
      throw failure;
    };
  }

  private interface Fault {
    Response happen() throws IOException;
  }
}
