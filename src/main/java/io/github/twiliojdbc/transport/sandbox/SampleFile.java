package io.github.twiliojdbc.transport.sandbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.twiliojdbc.catalog.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that says what the sample rows of a schema look like.
 *
 * @param tables what to make of each table; a table that is not named gets a few plain rows
 */
record SampleFile(Map<String, Sample> tables) {
  private static final Sample PLAIN = new Sample(List.of(4), new LinkedHashMap<>());

  /** Reads the file of a schema. */
  static SampleFile bundled(String schema) {
    try (InputStream in = SampleFile.class.getResourceAsStream(schema + ".json")) {
      return read(Json.FACTORY.createParser(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SampleFile read(JsonParser parser) throws IOException {
    return new SampleFile(
        Json.MAPPER.readValue(parser, new TypeReference<LinkedHashMap<String, Sample>>() {}));
  }

  Sample sample(String table) {
    return tables.getOrDefault(table, PLAIN);
  }

  /**
   * What to make of one table.
   *
   * @param rows numbers of rows of a list, of which each list takes one
   * @param columns how values are made, in the order in which they are
   */
  record Sample(List<Integer> rows, LinkedHashMap<String, Maker> columns) {}

  /**
   * How a column's values are made: one of the words below.
   *
   * @param sid a SID with this prefix
   * @param pick any of these values; null stands for NULL
   * @param cycle these values in turn, row by row
   * @param number a whole number from the first to the second of these
   * @param text this text and the number of the row
   * @param amount a decimal from the first to the second of these, in ten-thousandths
   * @param phone one of this many phone numbers
   * @param seconds_after another column's time and some seconds, see {@code number} and {@code
   *     plus}
   * @param plus column that holds the seconds
   * @param days_of today less one day for each so many rows
   * @param count number of rows that this table has below the row
   * @param of a column of a row of another table of the same account, as table.column or
   *     schema.table.column
   * @param same the same of the row at the same place of another table
   * @param object an object with these fields
   * @param list a list of these values
   * @param only columns that must have one of these values, or else the value is NULL
   * @param otherwise how the value is made then
   */
  record Maker(
      @Nullable String sid,
      @Nullable List<@Nullable Object> pick,
      @Nullable List<Object> cycle,
      @Nullable List<Integer> number,
      @Nullable String text,
      @Nullable List<Integer> amount,
      @Nullable Integer phone,
      @Nullable String seconds_after,
      @Nullable String plus,
      @Nullable Integer days_of,
      @Nullable String count,
      @Nullable String of,
      @Nullable String same,
      @Nullable LinkedHashMap<String, Object> object,
      @Nullable List<Object> list,
      @Nullable LinkedHashMap<String, List<String>> only,
      @Nullable Maker otherwise) {}
}
