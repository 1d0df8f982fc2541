package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.transport.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * However an answer breaks off, the rows are those of an undisturbed read.
 *
 * <p>The server answers each page as the sample account does, but first breaks the answer to it.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {
  private static final String SQL =
      "SELECT sid, status, date_sent, price FROM messages WHERE account_sid = '%s' ORDER BY sid"
          .formatted(TestConnections.ACCOUNT);

  /** What happens to an answer. */
  private enum Fault {
    CLOSED_BEFORE_THE_ANSWER {
      @Override
      void happen(Socket socket, byte[] body) {
        // Nothing is said.
      }
    },
    RESET_BEFORE_THE_ANSWER {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        socket.setSoLinger(true, 0);
      }
    },
    RESET_IN_THE_BODY {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Content-Length: " + body.length, half(body));
        socket.setSoLinger(true, 0);
      }
    },
    CUT_IN_THE_HEAD {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        socket.getOutputStream().write("HTTP/1.1 200 O".getBytes(StandardCharsets.US_ASCII));
      }
    },
    CUT_IN_THE_BODY {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Content-Length: " + body.length, half(body));
      }
    },
    CUT_BETWEEN_CHUNKS {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Transfer-Encoding: chunked", chunk("1f4", Arrays.copyOf(body, 500)));
      }
    },
    CHUNKS_OF_NO_SIZE {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Transfer-Encoding: chunked", chunk("what", body));
      }
    },
    A_LENGTH_THAT_IS_TOO_LARGE {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Content-Length: " + (body.length + 100), body);
      }
    },
    GZIP_THAT_BREAKS_OFF {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        byte[] cut = half(zipped(body));
        send(socket, "Content-Encoding: gzip\r\nContent-Length: " + cut.length, cut);
      }
    },
    GZIP_THAT_IS_NONE {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Content-Encoding: gzip\r\nContent-Length: " + body.length, body);
      }
    },
    STALLED_BEFORE_THE_ANSWER {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        awaitEnd(socket);
      }
    },
    STALLED_IN_THE_BODY {
      @Override
      void happen(Socket socket, byte[] body) throws IOException {
        send(socket, "Content-Length: " + body.length, half(body));
        awaitEnd(socket);
      }
    };

    abstract void happen(Socket socket, byte[] body) throws IOException;

    private static byte[] half(byte[] body) {
      return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] chunk(String size, byte[] body) throws IOException {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      chunk.write((size + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunk.write(body);
      chunk.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      return chunk.toByteArray();
    }

    private static byte[] zipped(byte[] body) throws IOException {
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(zipped)) {
        out.write(body);
      }
      return zipped.toByteArray();
    }

    /** Waits until the driver has had enough. */
    private static void awaitEnd(Socket socket) throws IOException {
      while (socket.getInputStream().read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  private final Sandbox sandbox =
      new Sandbox(Catalog.bundled(), TestConnections.ACCOUNT, 1, TestConnections.CLOCK);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger answered = new AtomicInteger();
  private ServerSocket server;
  private Fault fault = Fault.CLOSED_BEFORE_THE_ANSWER;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void theRowsAreThoseOfAnUndisturbedRead(Fault fault) throws SQLException {
    this.fault = fault;
    List<String> expected;
    try (Connection connection = TestConnections.sandbox("accounts=own", client -> client)) {
      expected = TestConnections.firstColumn(connection, SQL);
    }
    try (Connection connection =
        TestConnections.standIn(server.getLocalPort(), "accounts=own;pageSize=800")) {
      connection.setNetworkTimeout(null, 400);
      assertThat(TestConnections.firstColumn(connection, SQL))
          .hasSizeGreaterThan(2000)
          .isEqualTo(expected);
    }
    // An answer that comes too late on a busy machine is asked for again.
    assertThat(broken).hasSizeGreaterThan(2).hasSizeLessThanOrEqualTo(answered.get());
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return; // The test is over.
      }
    }
  }

  private void serve(Socket connection) {
    try (Socket socket = connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String request = in.readLine(); request != null; request = in.readLine()) {
        String path = request.split(" ", -1)[1];
        for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
          header = in.readLine();
        }
        Response response = sandbox.get(new Target("api", path.substring("/api".length())));
        if (broken.add(path)) {
          fault.happen(socket, response.body());
          return;
        }
        answered.incrementAndGet();
        send(socket, "Content-Length: " + response.body().length, response.body());
      }
    } catch (IOException e) {
      // The driver has gone.
    }
  }

  private static void send(Socket socket, String header, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }
}
