package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.twiliojdbc.connect.TestConnections;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A result of any size is read in constant memory. */
class MemoryIT {
  private static final int PAGES = 1000;
  private static final String NUMBER = "#####";
  private static final String PATH =
      "/api/2010-04-01/Accounts/" + TestConnections.ACCOUNT + "/Messages.json";

  @Test
  void aMillionMessagesIn96Megabytes() throws Exception {
    String rows = rows();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    server.setExecutor(threads);
    server.createContext(PATH, exchange -> answer(exchange, rows));
    server.start();
    try {
      String url =
          "jdbc:twilio:accountSid=%s;authToken=x;accounts=own;endpoint=http://127.0.0.1:%d/{product}"
              .formatted(TestConnections.ACCOUNT, server.getAddress().getPort());
      assertThat(
              BuiltJar.run(
                  "-Xmx96m",
                  "-cp",
                  BuiltJar.PATH.toString(),
                  "src/test/resources/programs/ReadAll.java",
                  url,
                  "SELECT * FROM messages"))
          .containsExactly("1000000");
    } finally {
      server.stop(0);
      threads.shutdown();
    }
  }

  /**
   * Returns the rows of a page, up to where the link to the next one goes; the number of the page
   * belongs where {@link #NUMBER} is.
   */
  private static String rows() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode page =
        (ObjectNode)
            mapper.readTree(Path.of("src/test/resources/responses/messages.json").toFile());
    ArrayNode given = (ArrayNode) page.get("messages");
    ArrayNode rows = mapper.createArrayNode();
    for (int i = 0; i < 1000; i++) {
      rows.add(
          ((ObjectNode) given.get(i % given.size()))
              .deepCopy()
              .put("account_sid", TestConnections.ACCOUNT)
              .put("sid", "SM" + NUMBER + i));
    }
    return "{\"messages\":" + rows + ",\"next_page_uri\":";
  }

  private static void answer(HttpExchange exchange, String rows) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    int page = Integer.parseInt(query.contains("&Page=") ? query.replaceAll(".*&Page=", "") : "0");
    String next =
        page + 1 == PAGES
            ? "null"
            : "\"/2010-04-01/Accounts/%s/Messages.json?PageSize=1000&Page=%d\""
                .formatted(TestConnections.ACCOUNT, page + 1);
    byte[] body =
        (rows.replace(NUMBER, "%05d".formatted(page)) + next + "}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
