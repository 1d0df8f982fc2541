package io.github.twiliojdbc.transport;

import java.net.URI;
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
  private static final String PRODUCT = "{product}";

  /**
   * Creates an endpoint.
   *
   * @throws IllegalArgumentException if the template is no URL, or would send credentials
   *     unencrypted to another machine
   */
  public Endpoint {
    while (template.endsWith("/")) {
      template = template.substring(0, template.length() - 1);
    }
    URI base = URI.create(template.replace(PRODUCT, "api"));
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawUserInfo() != null) {
      throw new IllegalArgumentException("'" + template + "' is not a URL with a host");
    }
    boolean plain = "http".equals(base.getScheme());
    if (!plain && !"https".equals(base.getScheme())) {
      throw new IllegalArgumentException("'" + template + "' does not begin with https");
    }
    if (plain && !LOOPBACK.contains(base.getHost())) {
      throw new IllegalArgumentException(
          "'"
              + template
              + "' would send credentials unencrypted; plain http is for this machine only");
    }
  }

  /** Returns Twilio's own endpoint in a region and edge, as Twilio's SDKs build it. */
  public static Endpoint twilio(Optional<String> region, Optional<String> edge) {
    String place =
        edge.map(name -> name + "." + region.orElse("us1") + ".")
            .or(() -> region.map(name -> name + "."))
            .orElse("");
    return new Endpoint("https://" + PRODUCT + "." + place + "twilio.com");
  }

  /** Returns the URL of a target. */
  public String url(Target target) {
    return base(target.subdomain()) + target.pathAndQuery();
  }

  /**
   * Returns the target that a next-page link of another target's answer names.
   *
   * <p>Only path and query of the link count, so that credentials never follow it to another host.
   */
  public Target follow(Target target, String link) {
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
