package io.github.twiliojdbc.shell;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.twiliojdbc.catalog.Json;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an object a row. */
final class JsonWriter implements RowWriter {
  private final Writer out;
  private final JsonGenerator json;
  private final boolean isArray;
  private List<String> labels = List.of();

  /**
   * Creates a writer.
   *
   * @param isArray whether the objects are elements of an array, not lines of their own
   */
  JsonWriter(Writer out, boolean isArray) throws IOException {
    this.out = out;
    this.isArray = isArray;
    this.json =
        Json.FACTORY
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new MinimalPrettyPrinter("\n"))
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
  }

  @Override
  public void begin(List<String> labels) throws IOException {
    this.labels = labels;
    if (isArray) {
      json.writeStartArray();
    }
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      json.writeFieldName(labels.get(i));
      write(values.get(i));
    }
    json.writeEndObject();
  }

  private void write(@Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Number) {
      json.writeNumber(new BigDecimal(value.toString()));
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public void end() throws IOException {
    if (isArray) {
      json.writeEndArray();
    }
    json.close();
    out.write("\n");
    out.flush();
  }
}
