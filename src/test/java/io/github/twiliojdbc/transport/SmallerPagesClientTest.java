package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page size that is refused is halved until it is not, or is what no list refuses. */
class SmallerPagesClientTest {
  private static final Target TARGET = new Target("api", "/x?To=1&PageSize=1000", true);

  @Test
  void aPageSizeIsHalvedUntilItIsTaken() throws IOException {
    Refusing refusing = new Refusing(250, 20001);
    assertThat(new SmallerPagesClient(refusing).get(TARGET).status()).isEqualTo(200);
    assertThat(refusing.asked)
        .containsExactly(
            TARGET,
            new Target("api", "/x?To=1&PageSize=500", true),
            new Target("api", "/x?To=1&PageSize=250", true));
  }

  @Test
  void anotherParameterIsRefusedOnce() throws IOException {
    Refusing refusing = new Refusing(0, 20001);
    SmallerPagesClient client = new SmallerPagesClient(refusing);
    assertThat(client.get(new Target("api", "/x?To=1")).status()).isEqualTo(400);
    assertThat(refusing.asked).hasSize(1);
    assertThat(client.get(new Target("api", "/x?PageSize=50")).status()).isEqualTo(400);
    assertThat(refusing.asked).hasSize(2);
    assertThat(client.get(new Target("api", "/x?PageSize=70")).status()).isEqualTo(400);
    assertThat(refusing.asked.get(3).pathAndQuery()).isEqualTo("/x?PageSize=50");
    assertThat(refusing.asked).hasSize(4);
  }

  @Test
  void anotherErrorIsOne() throws IOException {
    Refusing refusing = new Refusing(0, 20004);
    assertThat(new SmallerPagesClient(refusing).get(TARGET).status()).isEqualTo(400);
    assertThat(refusing.asked).containsExactly(TARGET);
  }

  /** Takes pages of a size and below. */
  private static final class Refusing implements TwilioClient {
    private final int most;
    private final int code;
    private final List<Target> asked = new ArrayList<>();

    Refusing(int most, int code) {
      this.most = most;
      this.code = code;
    }

    @Override
    public Response get(Target target) {
      asked.add(target);
      String size = target.pathAndQuery().replaceAll(".*PageSize=|/.*", "");
      return !size.isEmpty() && Integer.parseInt(size) <= most
          ? new Response(200, Map.of(), new byte[0])
          : new Response(
              400, Map.of(), ("{\"code\":" + code + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
