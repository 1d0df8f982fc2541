package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Statistics;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.sql.functions.WallClock;
import io.github.twiliojdbc.transport.DriverThread;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plans queries in the background while the first connection is opened.
 *
 * <p>To load Calcite's classes and to compile for the first time is most of what a first query
 * takes, and depends on nothing that the connection has to wait for.
 */
public final class WarmUp {
  private static final AtomicBoolean IS_BEGUN = new AtomicBoolean();

  private WarmUp() {}

  /** Begins, unless it was begun before in this JVM. */
  public static void begin() {
    if (IS_BEGUN.compareAndSet(false, true)) {
      DriverThread.of("twilio-jdbc warm-up", WarmUp::run).start();
    }
  }

  private static void run() {
    try {
      Catalog catalog = Catalog.bundled();
      TableDefinition accounts = catalog.accounts();
      new SqlPlanner(
              catalog,
              List.of(),
              new Scope(Optional.empty(), Optional.empty()),
              OptionalInt.empty(),
              1,
              Duration.ZERO,
              Statistics.TYPICAL,
              target -> "",
              Clock.systemUTC(),
              new WallClock(ZoneOffset.UTC),
              PushDown.ALL,
              Runnable::run)
          .plan(
              "SELECT * FROM \"%s\" WHERE \"%s\" = ? LIMIT 1"
                  .formatted(accounts.name(), accounts.key().get(0)),
              Catalog.DEFAULT_SCHEMA,
              new Cancellation());
    } catch (RuntimeException | Error e) {
      // Whatever it is, the query that meets it as well tells of it.
    }
  }
}
