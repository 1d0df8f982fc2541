package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okio.BufferedSource;

/**
 * Reads what is answered, in one of OkHttp's own threads, since no thread can leave a read.
 *
 * <p>Whatever happens, who waits for the answer is told.
 *
 * @param most bytes that a body has at most, decompressed
 */
record AnswerReader(CompletableFuture<Response> answer, long most) implements Callback {
  @Override
  public void onResponse(Call call, okhttp3.Response response) {
    try (response) {
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .names()
          .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), response.header(name)));
      // Of an answer that it decompresses, OkHttp leaves the encoding out.
      okhttp3.Response sent = response.networkResponse();
      String encoding = sent == null ? null : sent.header("Content-Encoding");
      if (encoding != null) {
        headers.put("content-encoding", encoding);
      }
      BufferedSource body = response.body().source();
      if (body.request(most + 1)) {
        throw new TooLargeException("answered more than " + most + " bytes");
      }
      answer.complete(
          new Response(
              response.code(), response.protocol().toString(), headers, body.readByteArray(), 0));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    } catch (OutOfMemoryError e) {
      answer.completeExceptionally(new TooLargeException("answered more than memory holds"));
    } catch (Throwable e) {
      answer.completeExceptionally(new IOException(e));
      throw e;
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answer.completeExceptionally(e);
  }
}
