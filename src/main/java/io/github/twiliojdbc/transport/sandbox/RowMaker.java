package io.github.twiliojdbc.transport.sandbox;

import com.google.common.base.Strings;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ParentLink;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.transport.sandbox.SampleFile.Maker;
import io.github.twiliojdbc.transport.sandbox.SampleFile.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one list. */
final class RowMaker {
  private static final String CREATED = "date_created";

  private final SampleRows samples;
  private final TableDefinition table;
  private final Sample sample;
  private final Map<String, String> path;
  private final Optional<SampleRow> parent;
  private final int count;

  RowMaker(
      SampleRows samples,
      TableDefinition table,
      Sample sample,
      Map<String, String> path,
      Optional<SampleRow> parent,
      int count) {
    this.samples = samples;
    this.table = table;
    this.sample = sample;
    this.path = path;
    this.parent = parent;
    this.count = count;
  }

  /** Makes the row at a place, counted from 0, of a list. */
  SampleRow make(String list, int index) {
    SplittableRandom random =
        new SplittableRandom(samples.hash(list, String.valueOf(index)).asLong());
    Map<String, @Nullable Object> made = new LinkedHashMap<>(path);
    made.put("account_sid", path.getOrDefault("account_sid", samples.accountSid()));
    made.put(CREATED, created(index, random));
    sample
        .columns()
        .forEach((name, maker) -> made.put(name, make(maker, list, index, made, random)));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (ColumnDefinition column : table.columns()) {
      String name = column.name();
      values.put(name, made.containsKey(name) ? made.get(name) : plain(column, made, index));
    }
    // Addresses name other columns of the row, so they come last.
    values.replaceAll((name, value) -> value == null ? address(name, values) : value);
    return new SampleRow(values);
  }

  /** Rows are spread over the span, latest first; children come soon after their parent. */
  private Instant created(int index, SplittableRandom random) {
    boolean isOfAccount = path.size() == (table.accountParameter().isPresent() ? 1 : 0);
    Optional<Instant> start = parent.flatMap(row -> row.first(CREATED));
    if (!isOfAccount && start.isPresent()) {
      return start.get().plusSeconds(20L * index + random.nextInt(20));
    }
    return samples.time((index + random.nextDouble()) / Math.max(count, 1));
  }

  private @Nullable Object make(
      Maker maker,
      String list,
      int index,
      Map<String, @Nullable Object> made,
      SplittableRandom random) {
    if (maker.only() != null && !holds(maker.only(), made)) {
      return maker.otherwise() == null ? null : make(maker.otherwise(), list, index, made, random);
    }
    if (maker.sid() != null) {
      boolean isOwnAccount = path.isEmpty() && index == 0 && maker.sid().equals("AC");
      return isOwnAccount
          ? samples.accountSid()
          : maker.sid() + samples.hash(list, maker.sid(), String.valueOf(index));
    }
    if (maker.pick() != null) {
      return maker.pick().get(random.nextInt(maker.pick().size()));
    }
    if (maker.cycle() != null) {
      return maker.cycle().get(index % maker.cycle().size());
    }
    if (maker.seconds_after() != null) {
      return made.get(maker.seconds_after()) instanceof Instant start
          ? start.plusSeconds(seconds(maker, made, random))
          : null;
    }
    if (maker.number() != null) {
      return number(maker, random);
    }
    if (maker.text() != null) {
      return maker.text() + (index + 1);
    }
    if (maker.amount() != null) {
      int from = maker.amount().get(0);
      return BigDecimal.valueOf(from + random.nextInt(maker.amount().get(1) - from + 1), 4);
    }
    if (maker.phone() != null) {
      return "+1555"
          + Strings.padStart(String.valueOf(100 + random.nextInt(maker.phone())), 7, '0');
    }
    if (maker.days_of() != null) {
      return LocalDate.ofInstant(samples.now(), ZoneOffset.UTC).minusDays(index / maker.days_of());
    }
    if (maker.count() != null) {
      return countOf(samples.catalog().table(maker.count()), made);
    }
    if (maker.of() != null) {
      return other(maker.of(), samples.hash(list, maker.of()).asInt(), index);
    }
    if (maker.same() != null) {
      return other(maker.same(), 0, index);
    }
    return maker.list() != null ? maker.list() : maker.object();
  }

  private static int seconds(
      Maker maker, Map<String, @Nullable Object> made, SplittableRandom random) {
    return maker.plus() == null
        ? number(maker, random)
        : made.get(maker.plus()) instanceof Integer seconds ? seconds : 0;
  }

  private static int number(Maker maker, SplittableRandom random) {
    List<Integer> range = Objects.requireNonNull(maker.number());
    return range.get(0) + random.nextInt(range.get(1) - range.get(0) + 1);
  }

  private static boolean holds(Map<String, List<String>> only, Map<String, @Nullable Object> made) {
    return only.entrySet().stream()
        .allMatch(entry -> entry.getValue().contains(Objects.toString(made.get(entry.getKey()))));
  }

  private int countOf(TableDefinition child, Map<String, @Nullable Object> made) {
    Map<String, String> childPath = new LinkedHashMap<>();
    for (String parameter : child.list().parameters()) {
      ParentLink link =
          child.parents().stream()
              .filter(candidate -> candidate.parameter().equals(parameter))
              .findFirst()
              .orElseThrow();
      childPath.put(parameter, Objects.toString(made.get(link.column())));
    }
    return samples.count(child, childPath);
  }

  /** Returns a column of another table's row, of one after another from a place on. */
  private @Nullable Object other(String target, int start, int index) {
    int dot = target.lastIndexOf('.');
    TableDefinition other = samples.catalog().table(target.substring(0, dot));
    Map<String, String> otherPath = new LinkedHashMap<>(samples.ofOwnAccount(other));
    otherPath.putAll(path);
    List<SampleRow> rows = samples.rows(other, otherPath).orElse(List.of());
    if (rows.isEmpty()) {
      return null;
    }
    int place = (Math.floorMod(start, rows.size()) + index) % rows.size();
    return rows.get(place).get(target.substring(dot + 1));
  }

  /** Returns a plausible value for a column that the file does not mention. */
  private @Nullable Object plain(
      ColumnDefinition column, Map<String, @Nullable Object> made, int index) {
    return switch (column.type()) {
      case TIMESTAMP -> made.get(CREATED);
      case BOOLEAN -> index % 2 == 0;
      case INTEGER, BIGINT -> index;
      case VARCHAR -> text(column.name(), index);
      case DECIMAL, DOUBLE, DATE, JSON -> null;
    };
  }

  private @Nullable String text(String column, int index) {
    return switch (column) {
      case "friendly_name" -> table.name().replace('_', ' ') + " " + (index + 1);
      case "api_version" -> "2010-04-01";
      default -> table.key().contains(column) ? column + "-" + (index + 1) : null;
    };
  }

  private @Nullable Object address(String column, Map<String, @Nullable Object> values) {
    return switch (column) {
      case "uri" -> own(values);
      case "url" -> "https://" + table.product().subdomain() + ".twilio.com" + own(values);
      case "links", "subresource_uris" -> {
        Map<String, Object> links = new LinkedHashMap<>();
        samples.catalog().schema(table.id().schema()).tables().values().stream()
            .filter(child -> child.parentTable().equals(Optional.of(table.id())))
            .forEach(
                child ->
                    links.put(
                        child.name(), child.list().expand(name -> link(child, name, values))));
        yield links;
      }
      default -> null;
    };
  }

  private String own(Map<String, @Nullable Object> values) {
    return table.get().orElse(table.list()).expand(name -> Objects.toString(values.get(name), ""));
  }

  private static String link(
      TableDefinition child, String parameter, Map<String, @Nullable Object> values) {
    return child.parents().stream()
        .filter(link -> link.parameter().equals(parameter))
        .map(link -> Objects.toString(values.get(link.column()), ""))
        .findFirst()
        .orElse("");
  }
}
