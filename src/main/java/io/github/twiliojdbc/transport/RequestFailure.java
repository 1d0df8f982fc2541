package io.github.twiliojdbc.transport;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A request that brought no usable answer; the message says which, why and what to do. */
public final class RequestFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int twilioCode;

  /**
   * Creates a failure.
   *
   * @param reason kind of failure
   * @param twilioCode Twilio's error code, or 0
   * @param message what failed, why and what to do
   * @param cause what the failure was seen by, if anything
   */
  RequestFailure(Reason reason, int twilioCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.twilioCode = twilioCode;
  }

  /** Returns the kind of failure. */
  public Reason reason() {
    return reason;
  }

  /** Returns Twilio's error code, if it sent one. */
  public OptionalInt twilioCode() {
    return twilioCode == 0 ? OptionalInt.empty() : OptionalInt.of(twilioCode);
  }

  /** The kinds of failure. */
  public enum Reason {
    /** Twilio does not know the credentials, or does not let them read this. */
    CREDENTIALS("Check accountSid and authToken, or apiKey and apiSecret."),
    /** There is nothing at the address. */
    NOT_FOUND("Check accountSid, and endpoint if it is set."),
    /** What was at the address is there no longer. */
    GONE("Twilio has ended this resource; a newer version of the driver may do without it."),
    /** The proxy does not let requests through. */
    PROXY("Check proxyUser and proxyPassword."),
    /** Twilio does not accept a parameter. */
    BAD_REQUEST("Check the conditions of the query."),
    /** Too many requests at a time, for longer than retries lasted. */
    RATE_LIMITED("Lower maxConcurrency or raise maxRetries."),
    /** Twilio had a fault for longer than retries lasted. */
    SERVER("Try again later, or raise maxRetries."),
    /** The host could not be reached. */
    UNREACHABLE(
        "Check the network, and endpoint, region, edge and proxyHost or socksProxy if they are set."),
    /** Who answered did not prove to be the host. */
    UNTRUSTED(
        "If something on the way signs certificates itself, as companies' proxies do, give its"
            + " authority's certificate as trustStore."),
    /** The connection ended before the answer did. */
    BROKEN("Try again, or raise maxRetries."),
    /** The answer took too long. */
    TIMED_OUT("Try again, or raise connectTimeout or readTimeout."),
    /** The answer is not what the API documents. */
    MALFORMED("Check endpoint and proxyHost if they are set: something else may have answered.");

    private final String advice;

    Reason(String advice) {
      this.advice = advice;
    }

    String advice() {
      return advice;
    }
  }
}
