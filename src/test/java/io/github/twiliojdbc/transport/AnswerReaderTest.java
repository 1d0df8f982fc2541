package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static final Request REQUEST = new Request.Builder().url("https://x.invalid/").build();
  private static final Call CALL = new OkHttpClient().newCall(REQUEST);

  private final CompletableFuture<Response> answer = new CompletableFuture<>();

  @Test
  void aBodyOfTheMostBytes() throws Exception {
    read(ResponseBody.create("12345", null));
    assertThat(answer.get().body()).hasSize(5);
  }

  @Test
  void aBodyThatIsTooLarge() {
    read(ResponseBody.create("123456", null));
    assertThatThrownBy(answer::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(TooLargeException.class)
        .hasRootCauseMessage("answered more than 5 bytes");
  }

  /** The HTTP library lets an Error end its thread, and nobody would be told. */
  @Test
  void whoeverWaitsIsToldOfAnError() {
    Throwable thrown = catchThrowable(() -> read(failing(new StackOverflowError())));
    assertThat(thrown).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(answer::get).hasRootCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void memoryThatDoesNotSuffice() {
    read(failing(new OutOfMemoryError()));
    assertThatThrownBy(answer::get).hasRootCauseMessage("answered more than memory holds");
  }

  @Test
  void whatIsTooLargeIsNotAskedForAgain() {
    IOException failure = new TooLargeException("answered more than 5 bytes");
    assertThat(Failures.isPassing(failure)).isFalse();
    assertThat(Failures.of("https://x.invalid/", failure))
        .hasMessage(
            "GET https://x.invalid/ answered more than 5 bytes. Check endpoint and proxyHost if they"
                + " are set: something else may have answered.");
  }

  private void read(ResponseBody body) {
    new AnswerReader(answer, 5)
        .onResponse(
            CALL,
            new okhttp3.Response.Builder()
                .request(REQUEST)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(body)
                .build());
  }

  private static ResponseBody failing(Error error) {
    BufferedSource source =
        Okio.buffer(
            new ForwardingSource(new Buffer()) {
              @Override
              public long read(Buffer sink, long bytes) {
                throw error;
              }
            });
    return ResponseBody.create(source, MediaType.get("application/json"), -1);
  }
}
