package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Sends no more requests at a time than a connection may, and than an account's gate lets pass:
 * that of the account in the path, since Twilio counts the requests of each sub-account by
 * themselves.
 *
 * <p>A request that waits for its account leaves the connection's room to those of others.
 */
public final class GatedClient extends ForwardingClient {
  private final Endpoint endpoint;
  private final String accountSid;
  private final Semaphore room;

  private GatedClient(TwilioClient client, Endpoint endpoint, String accountSid, int most) {
    super(client);
    this.endpoint = endpoint;
    this.accountSid = accountSid;
    this.room = new Semaphore(most, /* fair= */ true);
  }

  /**
   * Returns a client that shares the gates of accounts with all others in this JVM.
   *
   * @param accountSid account of what names none in its path
   * @param most requests that it sends at a time
   */
  public static TwilioClient of(
      TwilioClient client, Endpoint endpoint, String accountSid, int most) {
    return new GatedClient(client, endpoint, accountSid, most);
  }

  @Override
  public Response get(Target target) throws IOException {
    AccountGate gate = gate(target);
    AccountGate.Pass pass = Interruption.orFail("to send a request", () -> enter(gate));
    try {
      Response response = client.get(target);
      gate.answered(pass, response);
      return response;
    } finally {
      gate.leave();
      room.release();
    }
  }

  @Override
  public int room(Target target) {
    return gate(target).limit();
  }

  private AccountGate gate(Target target) {
    return AccountGate.of(endpoint, target.account().orElse(accountSid));
  }

  private AccountGate.Pass enter(AccountGate gate) throws InterruptedException {
    while (true) {
      room.acquire();
      Optional<AccountGate.Pass> pass = gate.enter();
      if (pass.isPresent()) {
        return pass.get();
      }
      room.release();
      gate.awaitRoom();
    }
  }
}
