package io.github.twiliojdbc.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Throwables;
import io.github.twiliojdbc.catalog.Json;
import io.github.twiliojdbc.transport.RequestFailure.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says what went wrong with a request. */
public final class Failures {

  private Failures() {}

  /**
   * Returns the failure that an answer with an error status is.
   *
   * @param narrowable column by whose dates less could be asked for, which helps where Twilio fails
   *     at long ranges, as it is known to at usage records
   */
  public static RequestFailure of(String url, Response response, Optional<String> narrowable) {
    ErrorBody body = ErrorBody.read(response.body());
    Reason reason = reason(response.status());
    StringBuilder message = message("GET " + url, response, body);
    message.append(' ').append(reason.advice());
    response
        .header("Retry-After")
        .ifPresent(
            wait ->
                message
                    .append(" Twilio asks to wait ")
                    .append(wait.matches("\\d+") ? wait + " seconds" : "until " + wait)
                    .append('.'));
    if (response.status() == 500) {
      narrowable.ifPresent(
          column -> message.append(" A shorter range of ").append(column).append(" may help."));
    }
    if (response.status() == 401) {
      Endpoint.region(url)
          .ifPresent(
              region ->
                  message
                      .append(" Region ")
                      .append(region)
                      .append(" has tokens and API keys of its own, those of us1 do not count."));
    }
    return new RequestFailure(reason, body.code(), message.toString(), null);
  }

  /** Returns the failure that the refusal of an access token is. */
  static RequestFailure ofToken(String url, Response response) {
    ErrorBody body = ErrorBody.read(response.body());
    return new RequestFailure(
        Reason.CREDENTIALS,
        body.code(),
        message("POST " + url, response, body) + " Check clientId and clientSecret.",
        null);
  }

  /** Returns what was answered to a request, as a sentence. */
  private static StringBuilder message(String request, Response response, ErrorBody body) {
    StringBuilder message = new StringBuilder(request + " answered " + response.status());
    body.message().ifPresent(text -> message.append(": ").append(text));
    if (body.code() != 0) {
      message.append(" (Twilio error ").append(body.code());
      body.moreInfo().ifPresent(link -> message.append(", ").append(link));
      message.append(')');
    }
    response
        .header("Twilio-Request-Id")
        .ifPresent(id -> message.append(" [request ").append(id).append(']'));
    if (message.charAt(message.length() - 1) != '.') {
      message.append('.');
    }
    return message;
  }

  /** Returns the failure that a request without a whole answer is. */
  public static RequestFailure of(String url, IOException e) {
    Reason reason = reason(e);
    String what =
        switch (reason) {
          case UNREACHABLE, UNTRUSTED, PROXY -> "could not be sent: " + describe(e);
          case TIMED_OUT -> "took too long: " + describe(e);
          case MALFORMED -> describe(e);
          default -> "broke off: " + describe(e);
        };
    return new RequestFailure(reason, 0, "GET " + url + " " + what + ". " + reason.advice(), e);
  }

  /**
   * Returns the failure that an answer of the wrong shape is.
   *
   * @param request method and URL
   */
  public static RequestFailure malformed(String request, String problem) {
    return new RequestFailure(
        Reason.MALFORMED, 0, request + " " + problem + ". " + Reason.MALFORMED.advice(), null);
  }

  /** Returns Twilio's code for the error that an answer is, or 0. */
  static int code(Response response) {
    return ErrorBody.read(response.body()).code();
  }

  /** Returns whether sending a request again may help. */
  static boolean isPassing(IOException e) {
    return !(e instanceof UnknownHostException
        || e instanceof SSLPeerUnverifiedException
        || e instanceof TooLargeException
        || hasBadCertificate(e));
  }

  /** Returns whether a host did not prove who it is; other ends of a handshake may be passing. */
  private static boolean hasBadCertificate(IOException e) {
    return Throwables.getCausalChain(e).stream()
        .anyMatch(GeneralSecurityException.class::isInstance);
  }

  private static String describe(IOException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    return e instanceof UnknownHostException
        ? "unknown host " + message.replaceFirst(":.*", "")
        : message;
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 401, 403 -> Reason.CREDENTIALS;
      case 404 -> Reason.NOT_FOUND;
      case 407 -> Reason.PROXY;
      case 408, 425 -> Reason.SERVER;
      case 410 -> Reason.GONE;
      case 429 -> Reason.RATE_LIMITED;
      default ->
          status >= 500 ? Reason.SERVER : status >= 400 ? Reason.BAD_REQUEST : Reason.MALFORMED;
    };
  }

  private static Reason reason(IOException e) {
    if (e instanceof InterruptedIOException) {
      return Reason.TIMED_OUT;
    }
    if (e instanceof TooLargeException) {
      return Reason.MALFORMED;
    }
    if (e instanceof SSLPeerUnverifiedException || hasBadCertificate(e)) {
      return Reason.UNTRUSTED;
    }
    if (String.valueOf(e.getMessage()).equals("Failed to authenticate with proxy")) {
      return Reason.PROXY; // OkHttp has no type for it.
    }
    boolean unreachable =
        e instanceof UnknownHostException
            || e instanceof ConnectException
            || e instanceof NoRouteToHostException
            || e instanceof SSLException;
    return unreachable ? Reason.UNREACHABLE : Reason.BROKEN;
  }

  /** The JSON that Twilio answers with an error. */
  private record ErrorBody(int code, Optional<String> message, Optional<String> moreInfo) {

    static ErrorBody read(byte[] body) {
      JsonNode json;
      try {
        json = Json.MAPPER.readTree(body);
      } catch (IOException e) {
        json = Json.MAPPER.missingNode();
      }
      return new ErrorBody(
          json.path("code").asInt(), text(json, "message"), text(json, "more_info"));
    }

    private static Optional<String> text(JsonNode json, String key) {
      return Optional.ofNullable(json.path(key).textValue());
    }
  }
}
