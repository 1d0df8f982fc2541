package io.github.twiliojdbc.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reports that the driver carries.
 *
 * @param about one line that says what they have in common
 * @param all the reports by name
 */
public record Reports(String about, List<Report> all) {
  private static final String FOLDER = "/io/github/twiliojdbc/reports/";

  /** Returns the reports, read when they are first asked for. */
  public static Reports bundled() {
    return Bundled.REPORTS;
  }

  private static Reports read() {
    try (JsonParser parser = Json.FACTORY.createParser(bytes("_reports.json"))) {
      CatalogFile file = new CatalogFile("_reports.yaml", parser);
      Index index = file.read(Index.class);
      return new Reports(
          file.require("about", index.about()),
          file.require("reports", index.reports()).stream()
              .map(
                  name -> Report.of(name, new String(bytes(name + ".sql"), StandardCharsets.UTF_8)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Reports.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that lists the reports. */
  record Index(@Nullable String about, @Nullable List<String> reports) {}

  private static final class Bundled {
    static final Reports REPORTS = read();
  }
}
