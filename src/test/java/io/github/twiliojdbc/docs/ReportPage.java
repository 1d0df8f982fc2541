package io.github.twiliojdbc.docs;

import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.Reports;
import java.util.stream.Collectors;

/** The pages of the reports. */
final class ReportPage {
  private ReportPage() {}

  /** Returns the page of one report. */
  static String text(Report report) {
    return "# reports.%s\n\n%s\n\n```sql\n%s\n```\n\n| column | type | meaning |\n|---|---|---|\n%s"
        .formatted(
            report.name(),
            report.about(),
            report.sql(),
            report.columns().stream()
                .map(
                    column ->
                        "| %s | %s | %s |\n"
                            .formatted(column.name(), column.type().sqlName(), column.about()))
                .collect(Collectors.joining()));
  }

  /** Returns the page of all reports. */
  static String index(Reports reports) {
    return "# reports\n\n%s\n\n| report | rows are |\n|---|---|\n%s"
        .formatted(
            reports.about(),
            reports.all().stream()
                .map(
                    report ->
                        "| [%s](reports/%s.md) | %s |\n"
                            .formatted(report.name(), report.name(), report.about()))
                .collect(Collectors.joining()));
  }
}
