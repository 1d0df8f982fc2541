package io.github.twiliojdbc.transport;

/** A Twilio that always answers alike. */
public record FixedAnswer(Response response) implements TwilioClient {
  @Override
  public Response get(Target target) {
    return response;
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
