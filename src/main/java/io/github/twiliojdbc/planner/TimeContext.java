package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.TwilioTypeFactory;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What an expression without columns may depend on: where the clock stands, and parameters. */
final class TimeContext implements DataContext {
  private final Map<String, @Nullable Object> values = new HashMap<>();

  /** What a recursive query has found so far. */
  private final SchemaPlus tables =
      CalciteSchema.createRootSchema(/* addMetadataSchema= */ false, false).plus();

  private final Instant now;
  private final WallClock clock;

  TimeContext(Instant now, WallClock clock, Map<String, ? extends @Nullable Object> parameters) {
    this.now = now;
    this.clock = clock;
    values.putAll(parameters);
    for (Variable time :
        new Variable[] {
          Variable.UTC_TIMESTAMP,
          Variable.CURRENT_TIMESTAMP,
          Variable.LOCAL_TIMESTAMP,
          Variable.SYS_TIMESTAMP
        }) {
      values.put(time.camelName, clock.at(now.toEpochMilli()));
    }
    values.put(Variable.TIME_ZONE.camelName, TimeZone.getTimeZone("UTC"));
    values.put(Variable.TIME_FRAME_SET.camelName, TimeFrames.CORE);
    values.put(Variable.LOCALE.camelName, Locale.ROOT);
    values.put(Variable.USER.camelName, "twilio");
    values.put(Variable.SYSTEM_USER.camelName, "twilio");
  }

  Instant now() {
    return now;
  }

  WallClock clock() {
    return clock;
  }

  @Override
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  @Override
  public SchemaPlus getRootSchema() {
    return tables;
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return new TwilioTypeFactory(clock);
  }

  @Override
  public QueryProvider getQueryProvider() {
    throw new UnsupportedOperationException("queries are planned before they run");
  }
}
