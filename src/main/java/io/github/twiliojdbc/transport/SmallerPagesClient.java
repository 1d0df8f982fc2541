package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for half as many rows a page where Twilio takes the number for too large (400, code 20001),
 * though the declaration of the table has it as the most there are.
 */
public final class SmallerPagesClient extends ForwardingClient {
  private static final int BAD_PARAMETER = 20001;

  /** What a page has where nothing is asked for, so that no list refuses it. */
  private static final int LEAST = 50;

  private static final Pattern PAGE_SIZE = Pattern.compile("(?<=[?&]PageSize=)\\d{1,9}");

  /** Creates a client that sends what another sends, in other sizes if need be. */
  public SmallerPagesClient(TwilioClient client) {
    super(client);
  }

  @Override
  public Response get(Target target) throws IOException {
    Response first = client.get(target);
    Response response = first;
    Target smaller = target;
    while (response.status() == 400 && Failures.code(response) == BAD_PARAMETER) {
      Matcher size = PAGE_SIZE.matcher(smaller.pathAndQuery());
      if (!size.find() || Integer.parseInt(size.group()) <= LEAST) {
        // It was another parameter.
        return first;
      }
      int half = Math.max(LEAST, Integer.parseInt(size.group()) / 2);
      smaller =
          new Target(
              smaller.subdomain(), size.replaceFirst(String.valueOf(half)), smaller.isSettled());
      response = client.get(smaller);
    }
    return response;
  }
}
