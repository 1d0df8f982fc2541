package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends requests over HTTP. */
public final class HttpTwilioClient implements TwilioClient {
  /** Connections that wait for the next request, so that none is opened anew for it. */
  private static final int MOST_IDLE = 32;

  private static final int IDLE_MINUTES = 5;

  private final Endpoint endpoint;
  private final Authorization authorization;

  /** Largest body that is read, decompressed; pages have a hundredth of it. */
  private static final long MOST_BYTES = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

  private final String driver;
  private final Map<String, String> headers;
  private final OkHttpClient http;
  private volatile String applicationName = "";
  private volatile Duration longest = Duration.ZERO;

  /**
   * Creates a client.
   *
   * @param driver name and version that the driver gives itself
   */
  public HttpTwilioClient(
      Endpoint endpoint, Credentials credentials, HttpSettings settings, String driver) {
    this.endpoint = endpoint;
    this.driver = driver;
    this.headers = settings.headers();
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .callTimeout(settings.connectTimeout().plus(settings.readTimeout()))
            .dispatcher(dispatcher())
            .connectionPool(new ConnectionPool(MOST_IDLE, IDLE_MINUTES, TimeUnit.MINUTES))
            // A redirect could take the credentials to another host.
            .followRedirects(false)
            .followSslRedirects(false);
    if (endpoint.isPlain()) {
      // A proxy, the JVM's own included, would read the credentials.
      builder.proxy(Proxy.NO_PROXY);
    } else {
      settings.proxy().ifPresent(server -> server.configure(builder));
    }
    settings.trusted().ifPresent(certificates -> certificates.configure(builder));
    this.http = builder.build();
    this.authorization = authorization(credentials);
  }

  /** Returns whether an application can have this name, which stands in a header. */
  public static boolean canBeTold(String applicationName) {
    return applicationName.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private Authorization authorization(Credentials credentials) {
    if (credentials instanceof Credentials.Client client) {
      return new AccessTokens(
          client, endpoint.url(AccessTokens.TARGET), this::post, Clock.systemUTC());
    }
    Credentials.Basic basic = (Credentials.Basic) credentials;
    String header = okhttp3.Credentials.basic(basic.username(), basic.password());
    return () -> header;
  }

  /** Who asks bounds the number of requests, so that OkHttp need not. */
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher =
        new Dispatcher(
            Executors.newCachedThreadPool(work -> DriverThread.of("twilio-jdbc HTTP", work)));
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  @Override
  public Response get(Target target) throws IOException {
    String header = authorization.header();
    Response response = send(request(endpoint.url(target)).header("Authorization", header));
    if (response.status() == 401) {
      authorization.refused(header);
    }
    return response;
  }

  private Response post(String url, Map<String, String> fields) throws IOException {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    return send(request(url).post(form.build()));
  }

  private Request.Builder request(String url) {
    Request.Builder request = new Request.Builder().url(url);
    headers.forEach(request::header);
    String name = applicationName;
    return request
        .header("Accept", "application/json")
        .header("User-Agent", name.isEmpty() ? driver : driver + " " + name);
  }

  private Response send(Request.Builder builder) throws IOException {
    Request request = builder.build();
    Call call = http.newCall(request);
    if (!longest.isZero()) {
      call.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
    CompletableFuture<Response> answer = new CompletableFuture<>();
    call.enqueue(new AnswerReader(answer, MOST_BYTES));
    try {
      return Interruption.orFail("for an answer", answer::get);
    } catch (InterruptedIOException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    }
  }

  @Override
  public void limit(Duration longest) {
    this.longest = longest;
  }

  @Override
  public void setApplicationName(String name) {
    applicationName = name;
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
