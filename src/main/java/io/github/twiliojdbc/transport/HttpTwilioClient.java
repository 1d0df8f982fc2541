package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends requests over HTTP. */
public final class HttpTwilioClient implements TwilioClient {
  /** Connections that wait for the next request, so that none is opened anew for it. */
  private static final int MOST_IDLE = 32;

  private static final int IDLE_MINUTES = 5;

  private final Endpoint endpoint;
  private final String authorization;
  private final String userAgent;
  private final OkHttpClient http;

  /**
   * Creates a client.
   *
   * @param userAgent name and version that the driver gives itself
   */
  public HttpTwilioClient(
      Endpoint endpoint,
      Credentials credentials,
      Duration connectTimeout,
      Duration readTimeout,
      Optional<ProxyServer> proxy,
      String userAgent) {
    this.endpoint = endpoint;
    this.authorization = okhttp3.Credentials.basic(credentials.username(), credentials.password());
    this.userAgent = userAgent;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(connectTimeout)
            .readTimeout(readTimeout)
            .callTimeout(connectTimeout.plus(readTimeout))
            .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_MINUTES, TimeUnit.MINUTES))
            // A redirect could take the credentials to another host.
            .followRedirects(false)
            .followSslRedirects(false);
    proxy.ifPresent(server -> server.configure(builder));
    this.http = builder.build();
  }

  @Override
  public Response get(Target target) throws IOException {
    Request request =
        new Request.Builder()
            .url(endpoint.url(target))
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("User-Agent", userAgent)
            .build();
    try (okhttp3.Response response = http.newCall(request).execute()) {
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .names()
          .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), response.header(name)));
      return new Response(response.code(), headers, response.body().bytes());
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /**
   * A proxy that requests go through.
   *
   * @param user name to log in with, if the proxy asks
   * @param password password to log in with
   */
  public record ProxyServer(
      String host, int port, Optional<String> user, Optional<String> password) {

    private void configure(OkHttpClient.Builder builder) {
      builder.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
      user.ifPresent(
          name ->
              builder.proxyAuthenticator(
                  (route, response) ->
                      response.request().header("Proxy-Authorization") != null
                          ? null
                          : response
                              .request()
                              .newBuilder()
                              .header(
                                  "Proxy-Authorization",
                                  okhttp3.Credentials.basic(name, password.orElse("")))
                              .build()));
    }

    @Override
    public String toString() {
      return "ProxyServer[" + host + ":" + port + "]";
    }
  }
}
