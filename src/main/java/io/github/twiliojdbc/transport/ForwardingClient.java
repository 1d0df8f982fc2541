package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Duration;

/** A client that has another send what it is asked for, and adds something to that. */
abstract class ForwardingClient implements TwilioClient {
  /** The client that sends. */
  final TwilioClient client;

  ForwardingClient(TwilioClient client) {
    this.client = client;
  }

  @Override
  public Response get(Target target) throws IOException {
    return client.get(target);
  }

  @Override
  public TwilioClient withoutRetries() {
    return client.withoutRetries();
  }

  @Override
  public int room(Target target) {
    return client.room(target);
  }

  @Override
  public void limit(Duration longest) {
    client.limit(longest);
  }

  @Override
  public void setApplicationName(String name) {
    client.setApplicationName(name);
  }

  @Override
  public void close() {
    client.close();
  }
}
