package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that requests go through.
 *
 * @param user name to log in with, if the proxy asks
 * @param password password to log in with
 * @param exceptions hosts that are asked without it; * is any text
 */
public record ProxyServer(
    Kind kind,
    String host,
    int port,
    Optional<String> user,
    Optional<String> password,
    List<String> exceptions) {

  /** What a proxy understands. */
  public enum Kind {
    HTTP,
    SOCKS
  }

  void configure(OkHttpClient.Builder builder) {
    builder.proxySelector(new Selector());
    user.ifPresent(name -> builder.proxyAuthenticator((route, response) -> logIn(name, response)));
  }

  private @Nullable Request logIn(String name, Response refusal) {
    Request request = refusal.request();
    return request.header("Proxy-Authorization") != null
        ? null
        : request
            .newBuilder()
            .header("Proxy-Authorization", okhttp3.Credentials.basic(name, password.orElse("")))
            .build();
  }

  /** Returns whether requests to a host go through the proxy. */
  boolean isFor(String name) {
    return exceptions.stream().noneMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String pattern, String name) {
    String expression =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(name).matches();
  }

  @Override
  public String toString() {
    return "ProxyServer[" + kind + " " + host + ":" + port + "]";
  }

  /** Sends requests through the proxy, or past it. */
  private final class Selector extends ProxySelector {
    private final Proxy proxy =
        new Proxy(
            kind == Kind.HTTP ? Proxy.Type.HTTP : Proxy.Type.SOCKS,
            new InetSocketAddress(host, port));

    @Override
    public List<Proxy> select(URI uri) {
      return List.of(isFor(uri.getHost()) ? proxy : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // Whoever sent the request is told.
    }
  }
}
