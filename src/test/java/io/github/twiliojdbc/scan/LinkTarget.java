package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.Target;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Whatever a link to the next page is, it leads to the same host. */
public final class LinkTarget {
  private static final Endpoint ENDPOINT = Endpoint.twilio(Optional.empty(), Optional.empty());
  private static final Target FIRST =
      new Target("api", "/2010-04-01/Accounts/AC1/Messages.json?To=x&PageSize=50");

  private LinkTarget() {}

  /** Follows a link. */
  public static void read(String link) {
    Target next = ENDPOINT.follow(FIRST, link);
    HttpUrl sent = HttpUrl.get(ENDPOINT.url(next));
    if (!sent.host().equals("api.twilio.com")) {
      throw new IllegalStateException("leads to another host");
    }
    if (PageAddress.of(next).isOfListOf(PageAddress.of(FIRST))
        && !sent.pathSegments().equals(HttpUrl.get(ENDPOINT.url(FIRST)).pathSegments())) {
      throw new IllegalStateException("leads to another list");
    }
  }
}
