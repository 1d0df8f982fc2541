package io.github.twiliojdbc.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects into rows of the wanted columns, and skips every other field. */
public final class RowDecoder {
  private final Map<String, Slot> slots = new HashMap<>();
  private final ValueWarnings warnings;

  /**
   * Creates a decoder.
   *
   * @param columns the wanted columns, in the order of the row
   * @param exposeSecrets whether secret columns are read; otherwise they stay null
   * @param warnings told of values that do not fit their column
   */
  public RowDecoder(List<ColumnDefinition> columns, boolean exposeSecrets, ValueWarnings warnings) {
    this.warnings = warnings;
    for (int i = 0; i < columns.size(); i++) {
      if (exposeSecrets || !columns.get(i).secret()) {
        slots.put(columns.get(i).field(), new Slot(i, columns.get(i)));
      }
    }
  }

  /** Reads the object that the parser stands at the start of. */
  @Nullable Object[] decode(JsonParser parser, @Nullable Object[] defaults) throws IOException {
    @Nullable Object[] row = defaults.clone();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Slot slot = slots.get(parser.currentName());
      JsonToken token = parser.nextToken();
      if (slot == null) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        row[slot.index] = decode(parser, slot.column);
      }
    }
    return row;
  }

  private @Nullable Object decode(JsonParser parser, ColumnDefinition column) throws IOException {
    try {
      return WireValue.decode(parser, column.type());
    } catch (UnfitValueException e) {
      warnings.unfit(column, e.text());
      return null;
    }
  }

  private record Slot(int index, ColumnDefinition column) {}
}
