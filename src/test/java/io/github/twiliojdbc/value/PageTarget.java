package io.github.twiliojdbc.value;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever Twilio answers, it is a page or an error, and so is each value. */
public final class PageTarget {
  private static final TableDefinition TABLE = Catalog.bundled().table("messages");

  private PageTarget() {}

  /** Reads the body of an answer. */
  public static void read(byte[] body) {
    PageDecoder decoder =
        new PageDecoder(
            TABLE,
            new RowDecoder(TABLE.columns(), /* exposeSecrets= */ true, (column, text) -> {}));
    @Nullable Object[] defaults = new Object[TABLE.columns().size()];
    try {
      List<@Nullable Object[]> rows = decoder.decode(body, defaults).rows();
      if (rows.stream().anyMatch(row -> row.length != defaults.length)) {
        throw new IllegalStateException("a row of another width");
      }
    } catch (MalformedPageException e) {
      // It is none.
    }
    var unused = decoder.nextPageHint(body);
  }

  /** Reads a value that is not empty, as a date among others. */
  public static void readValue(String text) {
    for (ColumnType type : ColumnType.values()) {
      try {
        if (!text.isEmpty()) {
          var unused = WireValue.parse(text, type);
        }
      } catch (UnfitValueException e) {
        // It is none of this type.
      }
    }
  }
}
