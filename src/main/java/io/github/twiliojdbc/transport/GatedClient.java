package io.github.twiliojdbc.transport;

import java.io.IOException;

/**
 * Sends no more requests at a time than an account's gate lets pass: that of the account in the
 * path, since Twilio counts the requests of each sub-account by themselves.
 */
public final class GatedClient extends ForwardingClient {
  private final Endpoint endpoint;
  private final String accountSid;

  private GatedClient(TwilioClient client, Endpoint endpoint, String accountSid) {
    super(client);
    this.endpoint = endpoint;
    this.accountSid = accountSid;
  }

  /**
   * Returns a client that shares the gates of accounts with all others in this JVM.
   *
   * @param accountSid account of what names none in its path
   */
  public static TwilioClient of(TwilioClient client, Endpoint endpoint, String accountSid) {
    return new GatedClient(client, endpoint, accountSid);
  }

  @Override
  public Response get(Target target) throws IOException {
    AccountGate gate = AccountGate.of(endpoint, target.account().orElse(accountSid));
    AccountGate.Pass pass = Interruption.orFail("to send a request", gate::enter);
    try {
      Response response = client.get(target);
      gate.answered(pass, response);
      return response;
    } finally {
      gate.leave();
    }
  }
}
