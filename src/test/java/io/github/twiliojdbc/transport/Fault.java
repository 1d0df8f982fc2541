package io.github.twiliojdbc.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/**
 * What can happen to a request and leaves the rows of a query as they are. -Dfaults=BUSY,RESET has
 * these alone happen.
 */
public enum Fault {
  TIMED_OUT(status(408, Map.of())),
  TOO_EARLY(status(425, Map.of())),
  BUSY(status(429, Map.of())),
  BUSY_FOR_SECONDS(status(429, Map.of("retry-after", "3"))),
  BUSY_FOR_NOBODY_KNOWS_HOW_LONG(status(429, Map.of("retry-after", "soon"))),
  BROKEN(status(500, Map.of())),
  BAD_GATEWAY(status(502, Map.of())),
  DOWN_FOR_NEGATIVE_SECONDS(status(503, Map.of("retry-after", "-1"))),
  GATEWAY_TIMED_OUT(status(504, Map.of())),
  NOT_LISTENING(failure(new ConnectException("Connection refused"))),
  RESET(failure(new SocketException("Connection reset"))),
  CUT_OFF(failure(new EOFException("unexpected end of stream"))),
  SILENT(failure(new SocketTimeoutException("timeout"))),
  NO_HANDSHAKE(failure(new SSLHandshakeException("Remote host terminated the handshake"))),

  /** Once, and never to the first request of all: Twilio's front refuses in passing. */
  REFUSED_IN_PASSING(error(401, 20003)),

  /** Always, of some lists: pages of more than 200 rows. */
  PAGE_TOO_LARGE(error(400, 20001));

  @SuppressWarnings("ImmutableEnumChecker") // An answer keeps nothing.
  private final Answer answer;

  Fault(Answer answer) {
    this.answer = answer;
  }

  /** Returns the faults that the build was asked for: all, if it was not. */
  public static Set<Fault> chosen() {
    String names = System.getProperty("faults", "");
    EnumSet<Fault> chosen = EnumSet.noneOf(Fault.class);
    Arrays.stream(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Fault::valueOf)
        .forEach(chosen::add);
    return names.isEmpty() ? EnumSet.allOf(Fault.class) : chosen;
  }

  Response happen() throws IOException {
    return answer.get();
  }

  private static Answer status(int status, Map<String, String> headers) {
    return () -> new Response(status, headers, new byte[0]);
  }

  private static Answer error(int status, int code) {
    byte[] body = "{\"code\":%d}".formatted(code).getBytes(StandardCharsets.UTF_8);
    return () -> new Response(status, Map.of(), body);
  }

  private static Answer failure(IOException failure) {
    return () -> {
      throw failure;
    };
  }

  private interface Answer {
    Response get() throws IOException;
  }
}
