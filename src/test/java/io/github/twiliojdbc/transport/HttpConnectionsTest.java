package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.twiliojdbc.connect.PlantedSecrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many connections there are, and what ends them, at a server that answers when it is told. */
class HttpConnectionsTest {
  private static final Target TARGET = new Target("api", "/x");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> accepted = new ArrayList<>();
  private ServerSocket server;
  private HttpTwilioClient client;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    server.setSoTimeout(20_000);
    client =
        new HttpTwilioClient(
            new Endpoint("http://127.0.0.1:" + server.getLocalPort() + "/{product}"),
            new Credentials.Basic("SK1", PlantedSecrets.SECRET),
            new HttpSettings(
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            "test/1");
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    threads.shutdownNow();
    server.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  /** The HTTP library by itself would send five at a time to a host, and 64 to all. */
  @Test
  void asManyAsAreAskedForAreInFlightUntilTheClientIsClosed() throws Exception {
    List<Future<Response>> answers = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      answers.add(threads.submit(() -> client.get(TARGET)));
    }
    for (int i = 0; i < 70; i++) {
      accept();
    }
    client.close();
    for (Future<Response> answer : answers) {
      assertThatThrownBy(answer::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aConnectionServesTheNextRequestUntilTheClientIsClosed() throws Exception {
    Future<Response> first = threads.submit(() -> client.get(TARGET));
    Socket socket = accept();
    answer(socket);
    assertThat(first.get().status()).isEqualTo(200);
    Future<Response> second = threads.submit(() -> client.get(TARGET));
    answer(socket);
    assertThat(second.get().status()).isEqualTo(200);
    client.close();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void anAnswerMayTakeAsLongAsItIsLimitedTo() {
    client.limit(Duration.ofMillis(50));
    assertThatThrownBy(() -> client.get(TARGET)).isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void whoIsInterruptedEndsTheCall() throws Exception {
    Future<Response> answer = threads.submit(() -> client.get(TARGET));
    Socket socket = accept();
    readHead(socket);
    assertThat(answer.cancel(/* mayInterruptIfRunning= */ true)).isTrue();
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }

  private Socket accept() throws IOException {
    Socket socket = server.accept();
    socket.setSoTimeout(20_000);
    accepted.add(socket);
    return socket;
  }

  private static void answer(Socket socket) throws IOException {
    readHead(socket);
    socket
        .getOutputStream()
        .write(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns what a request says before its body. */
  @CanIgnoreReturnValue
  static String readHead(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }
}
