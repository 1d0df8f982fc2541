package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.sql.TwilioTypeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.rel.type.TimeFrames;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/** What an expression without columns may depend on: the time, which is UTC, and parameters. */
final class TimeContext implements DataContext {
  private final Map<String, @Nullable Object> values = new HashMap<>();
  private final Instant now;

  TimeContext(Instant now, Map<String, ? extends @Nullable Object> parameters) {
    this.now = now;
    values.putAll(parameters);
    for (Variable time :
        new Variable[] {
          Variable.UTC_TIMESTAMP,
          Variable.CURRENT_TIMESTAMP,
          Variable.LOCAL_TIMESTAMP,
          Variable.SYS_TIMESTAMP
        }) {
      values.put(time.camelName, now.toEpochMilli());
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

  @Override
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  @Override
  public @Nullable SchemaPlus getRootSchema() {
    return null;
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return new TwilioTypeFactory();
  }

  @Override
  public QueryProvider getQueryProvider() {
    throw new UnsupportedOperationException("queries are planned before they run");
  }
}
