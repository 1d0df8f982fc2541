package io.github.twiliojdbc.transport.sandbox;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.connect.TestConnections;
import io.github.twiliojdbc.transport.TwilioClient;
import io.github.twiliojdbc.transport.sandbox.SampleFile.Maker;
import io.github.twiliojdbc.transport.sandbox.SampleFile.Sample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sample accounts whose lists have a given number of rows, so that small pages make many requests.
 */
public final class LongLists {
  private static final int PHONES = 400;

  private LongLists() {}

  /**
   * Returns a sandbox.
   *
   * @param rows number of rows of a list of the main account, by the name of the table
   */
  public static TwilioClient sandbox(Map<String, Integer> rows) {
    Catalog catalog = Catalog.bundled();
    return new Sandbox(
        catalog,
        new SampleRows(
            catalog,
            schema -> file(schema, rows),
            TestConnections.ACCOUNT,
            1,
            TestConnections.CLOCK.instant(),
            Duration.ofDays(90),
            Spread.EVEN),
        DateReading.WHOLE_DAY,
        /* isShuffled= */ false);
  }

  private static SampleFile file(String schema, Map<String, Integer> rows) {
    Map<String, Sample> tables = new LinkedHashMap<>(SampleFile.bundled(schema).tables());
    if (schema.equals(Catalog.DEFAULT_SCHEMA)) {
      tables.replaceAll(
          (table, sample) ->
              rows.containsKey(table)
                  ? new Sample(List.of(rows.get(table)), sample.columns())
                  : sample);
      tables.computeIfPresent("incoming_phone_numbers", (table, sample) -> allPhones(sample));
    }
    return new SampleFile(tables);
  }

  /** Gives the phone numbers those that messages and calls name. */
  private static Sample allPhones(Sample sample) {
    LinkedHashMap<String, Maker> columns = new LinkedHashMap<>(sample.columns());
    columns.put(
        "phone_number",
        cycle(
            IntStream.range(0, PHONES)
                .<Object>mapToObj(i -> "+1555%07d".formatted(100 + i))
                .toList()));
    return new Sample(sample.rows(), columns);
  }

  private static Maker cycle(List<Object> values) {
    @Nullable LinkedHashMap<String, Object> none = null;
    return new Maker(
        null, null, values, null, null, null, null, null, null, null, null, null, null, none, null,
        null, null);
  }
}
