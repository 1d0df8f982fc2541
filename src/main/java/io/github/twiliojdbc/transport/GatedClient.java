package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Duration;

/** Sends no more requests at a time than the account's gate lets pass. */
public final class GatedClient implements TwilioClient {
  private final TwilioClient client;
  private final AccountGate gate;

  GatedClient(TwilioClient client, AccountGate gate) {
    this.client = client;
    this.gate = gate;
  }

  /** Returns a client that shares the gate of an account with all others in this JVM. */
  public static TwilioClient of(TwilioClient client, Endpoint endpoint, String accountSid) {
    return new GatedClient(client, AccountGate.of(endpoint, accountSid));
  }

  @Override
  public Response get(Target target) throws IOException {
    AccountGate.Pass pass = Interruption.orFail("to send a request", gate::enter);
    try {
      Response response = client.get(target);
      gate.answered(pass, response);
      return response;
    } finally {
      gate.leave();
    }
  }

  @Override
  public void limit(Duration longest) {
    client.limit(longest);
  }

  @Override
  public void close() {
    client.close();
  }
}
