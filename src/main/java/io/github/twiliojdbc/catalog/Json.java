package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How JSON is read and written.
 *
 * <p>Bytes are UTF-8, as Twilio sends them. The bounds are far beyond what any resource has, and
 * keep an answer of something else from filling the stack or the memory. Buffers are kept in a pool
 * and not for each thread, since the threads of an application live on when the driver does not.
 */
public final class Json {
  /** Reads and writes token by token. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxStringLength(20_000_000)
                  .maxNumberLength(1_000)
                  .build())
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .build();

  /** Reads and writes small things as a whole. */
  public static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

  private Json() {}

  /** Returns maps, lists and simple values as indented JSON. */
  public static String indented(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a tree of simple values", e);
    }
  }
}
