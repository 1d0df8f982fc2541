package io.github.twiliojdbc.transport;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where requests go: a base URL with a place for the product.
 *
 * @param template URL in which {@code {product}} stands for the subdomain
 */
public record Endpoint(String template) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern LINK =
      Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?(?://[^/?#]*)?([^#]*)");
  private static final Pattern PLACE =
      Pattern.compile("https://[^./]+\\.[^./]+\\.([^./]+)\\.twilio\\.com/");
  private static final String PRODUCT = "{product}";
  private static final String HOME = "us1";

  /** The edge of each region in which Twilio processes data; that of us1 goes without saying. */
  private static final Map<String, String> EDGES =
      Map.of(HOME, "", "ie1", "dublin", "au1", "sydney");

  /**
   * Creates an endpoint.
   *
   * @throws IllegalArgumentException that says what the template does, if it is no URL, or would
   *     send credentials unencrypted to another machine
   */
  public Endpoint {
    while (template.endsWith("/")) {
      template = template.substring(0, template.length() - 1);
    }
    URI base = URI.create(template.replace(PRODUCT, "api"));
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawUserInfo() != null) {
      throw new IllegalArgumentException("is not a URL with a host");
    }
    boolean plain = "http".equals(base.getScheme());
    if (!plain && !"https".equals(base.getScheme())) {
      throw new IllegalArgumentException("does not begin with https");
    }
    if (plain && !LOOPBACK.contains(base.getHost())) {
      throw new IllegalArgumentException(
          "would send credentials unencrypted; plain http is for this machine only");
    }
  }

  /**
   * Returns Twilio's own endpoint in a region and edge.
   *
   * <p>Since 28 April 2026 no region but us1 is served without an edge, and no edge without a
   * region; a region's own edge is taken then, or the region us1 (<a
   * href="https://www.twilio.com/docs/global-infrastructure/understanding-edge-locations">edge
   * locations</a>).
   *
   * @throws IllegalArgumentException if Twilio processes no data in the region, or the edge is no
   *     name
   */
  public static Endpoint twilio(Optional<String> region, Optional<String> edge) {
    String place = region.map(name -> name.toLowerCase(Locale.ROOT)).orElse(HOME);
    if (!EDGES.containsKey(place)) {
      throw new IllegalArgumentException(
          "is no region in which Twilio processes data: us1, ie1 and au1 are");
    }
    String nearest =
        edge.map(name -> name.toLowerCase(Locale.ROOT)).orElse(EDGES.getOrDefault(place, ""));
    if (!nearest.matches("[a-z0-9-]*")) {
      throw new IllegalArgumentException("is no name of an edge");
    }
    return new Endpoint(
        "https://"
            + PRODUCT
            + (nearest.isEmpty() ? "" : "." + nearest + "." + place)
            + ".twilio.com");
  }

  /** Returns the region of a URL of Twilio's own, if it is another than the home region. */
  static Optional<String> region(String url) {
    Matcher place = PLACE.matcher(url);
    return place.lookingAt() && !place.group(1).equals(HOME)
        ? Optional.of(place.group(1))
        : Optional.empty();
  }

  /** Returns whether requests are not encrypted, and so stay on this machine. */
  boolean isPlain() {
    return template.startsWith("http:");
  }

  /** Returns the URL of a target. */
  public String url(Target target) {
    return base(target.subdomain()) + target.pathAndQuery();
  }

  /**
   * Returns the target that a next-page link of another target's answer names.
   *
   * <p>Only path and query of the link count, so that credentials never follow it to another host.
   *
   * @param link a link, or the parameter that the page differs in, such as {@code ?Page=2}
   */
  public Target follow(Target target, String link) {
    if (link.startsWith("?")) {
      return target.with(link.substring(1));
    }
    Matcher matcher = LINK.matcher(link);
    String pathAndQuery = matcher.lookingAt() ? matcher.group(1) : "";
    String prefix = URI.create(base(target.subdomain())).getRawPath();
    if (!prefix.isEmpty() && pathAndQuery.startsWith(prefix + "/")) {
      pathAndQuery = pathAndQuery.substring(prefix.length());
    }
    return new Target(
        target.subdomain(),
        pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery,
        target.isSettled());
  }

  private String base(String subdomain) {
    return template.replace(PRODUCT, subdomain);
  }
}
