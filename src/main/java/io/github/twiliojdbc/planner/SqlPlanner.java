package io.github.twiliojdbc.planner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.base.Throwables;
import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.Report;
import io.github.twiliojdbc.catalog.TableName;
import io.github.twiliojdbc.request.RequestPlanner;
import io.github.twiliojdbc.request.Statistics;
import io.github.twiliojdbc.scan.Cancellation;
import io.github.twiliojdbc.scan.StatementCanceledException;
import io.github.twiliojdbc.sql.DeepStack;
import io.github.twiliojdbc.sql.Dialect;
import io.github.twiliojdbc.sql.ExplainStatement;
import io.github.twiliojdbc.sql.Labels;
import io.github.twiliojdbc.sql.ParameterTypes;
import io.github.twiliojdbc.sql.SqlException;
import io.github.twiliojdbc.sql.SqlText;
import io.github.twiliojdbc.sql.TwilioTypeFactory;
import io.github.twiliojdbc.sql.corrections.Corrections;
import io.github.twiliojdbc.sql.functions.WallClock;
import io.github.twiliojdbc.transport.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.calcite.adapter.enumerable.EnumerableCalc;
import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.plan.Contexts;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelCollationTraitDef;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.util.CancelFlag;
import org.apache.calcite.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Plans queries over the catalog.
 *
 * <p>Safe for use by several threads: every query is planned on its own, and a plan may run many
 * times at once.
 */
public final class SqlPlanner {
  /** Name of the schema of what the driver tells about itself. */
  public static final String DRIVER_SCHEMA = "driver";

  /** Name of the schema in which the SQL standard has the tables described. */
  public static final String INFORMATION_SCHEMA = "information_schema";

  private static final int MOST_PLANS = 256;
  private static final Duration PLAN_LIFE = Duration.ofMinutes(10);

  private final Catalog catalog;
  private final Map<String, Schema> schemas = new LinkedHashMap<>();
  private final List<DriverTable> driverTables;
  private final OptionalInt pageSize;
  private final int maxConcurrency;
  private final Duration lookback;
  private final Statistics statistics;
  private final Function<Target, String> url;
  private final Clock clock;
  private final WallClock wallClock;
  private final PushDown pushDown;
  private final Executor compiler;

  /** So many parameters are literals for each run, which are looked up in a set if in a list. */
  public static final int MANY_PARAMETERS = 200;

  /** Types of parameters of which one is likely to fit where their places suggest none. */
  private static final List<SqlTypeName> GUESSES =
      List.of(SqlTypeName.VARCHAR, SqlTypeName.DECIMAL, SqlTypeName.BOOLEAN);

  /** Plans by their text; after a while they are made anew from what has been seen since. */
  private final Cache<Question, PlannedQuery> plans =
      Caffeine.newBuilder()
          .maximumSize(MOST_PLANS)
          .expireAfterWrite(PLAN_LIFE)
          .executor(Runnable::run)
          .build();

  /**
   * Creates a planner.
   *
   * @param driverTables what the driver tells about itself
   * @param pageSize rows to ask for at a time, if not as many as each table allows
   * @param maxConcurrency how many requests there may be at a time, for EXPLAIN
   * @param lookback how long a row may still change
   * @param statistics what is known of the account's size
   * @param url returns the URL of a target, for EXPLAIN
   * @param clock time at which queries are planned and run
   * @param wallClock clock of the time zone in which TIMESTAMPs are read and written
   * @param pushDown how much of a query is left to Twilio
   * @param compiler begins to compile planned queries, whose first requests may be on their way
   */
  public SqlPlanner(
      Catalog catalog,
      List<DriverTable> driverTables,
      Scope scope,
      OptionalInt pageSize,
      int maxConcurrency,
      Duration lookback,
      Statistics statistics,
      Function<Target, String> url,
      Clock clock,
      WallClock wallClock,
      PushDown pushDown,
      Executor compiler) {
    this.catalog = catalog;
    catalog.schemas().forEach(name -> schemas.put(name, new TwilioSchema(catalog, name, scope)));
    schemas.put(Report.SCHEMA, new ReportSchema());
    this.driverTables = driverTables;
    this.pageSize = pageSize;
    this.maxConcurrency = maxConcurrency;
    this.lookback = lookback;
    this.statistics = statistics;
    this.url = url;
    this.clock = clock;
    this.wallClock = wallClock;
    this.pushDown = pushDown;
    this.compiler = compiler;
  }

  /**
   * Plans a query, or the explanation of one.
   *
   * @param schema schema of tables that are named without one
   * @param cancellation whether to give up before the time
   * @throws SqlException if the SQL is wrong, or would write
   * @throws StatementCanceledException if it is given up
   */
  public PlannedQuery plan(String sql, String schema, Cancellation cancellation) {
    return plan(sql, schema, List.of(), List.of(), cancellation);
  }

  /**
   * Plans a query whose parameters have types, or the explanation of one.
   *
   * @param schema schema of tables that are named without one
   * @param types type of each parameter; none at all if they follow from where parameters stand
   * @param values values of the parameters, which count if there are {@link #MANY_PARAMETERS} or
   *     arrays among them
   * @param cancellation whether to give up before the time
   * @throws SqlException if the SQL is wrong, or would write
   * @throws StatementCanceledException if it is given up
   */
  public PlannedQuery plan(
      String sql,
      String schema,
      List<SqlTypeName> types,
      List<? extends @Nullable Object> values,
      Cancellation cancellation) {
    Question question = new Question(sql, schema, types);
    PlannedQuery known = plans.getIfPresent(question);
    if (known != null) {
      return known;
    }
    ParameterTypes parameters = new ParameterTypes(types, values, values.size() >= MANY_PARAMETERS);
    AtomicBoolean isCanceled = cancellation.flag();
    try {
      return cancellation.await(
          DeepStack.begin(() -> SqlText.check(sql, () -> plan(question, parameters, isCanceled))));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SqlException wrong) {
        throw new Suggestions(catalog).with(wrong, sql);
      }
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    }
  }

  /** Plans a statement, parsed anew since planning changes what is parsed. */
  private PlannedQuery plan(
      Question question, ParameterTypes parameters, AtomicBoolean isCanceled) {
    Optional<ExplainStatement> explain = ExplainStatement.read(question.sql);
    SqlNode query =
        SqlText.parse(explain.map(ExplainStatement::query).orElse(question.sql), question.schema);
    PlannedQuery planned =
        question.types.isEmpty()
            ? withoutTypes(question, query, explain, isCanceled)
            : new Run(Objects.requireNonNull(query.accept(parameters)), question.schema, isCanceled)
                .plan(explain);
    if (explain.isEmpty() && parameters.hasLeftAllOpen()) {
      plans.put(question, planned);
    }
    return planned;
  }

  /**
   * Plans a query in which the types of parameters follow from where they stand; where they do not,
   * the query is planned when it is run with values.
   */
  private PlannedQuery withoutTypes(
      Question question,
      SqlNode query,
      Optional<ExplainStatement> explain,
      AtomicBoolean isCanceled) {
    int count = ParameterTypes.count(query);
    if (count >= MANY_PARAMETERS || ParameterTypes.haveArrays(query)) {
      return PlannedQuery.open(count);
    }
    try {
      return SqlText.check(
          question.sql, () -> new Run(query, question.schema, isCanceled).plan(explain));
    } catch (SqlException e) {
      if (count == 0) {
        throw e;
      }
      boolean isSame = true;
      for (SqlTypeName guess : GUESSES) {
        List<SqlTypeName> types = Collections.nCopies(count, guess);
        Question typed = new Question(question.sql, question.schema, types);
        try {
          return SqlText.check(
                  question.sql,
                  () -> plan(typed, new ParameterTypes(types, List.of(), false), isCanceled))
              .withOpenParameters();
        } catch (SqlException other) {
          isSame &= String.valueOf(other.getMessage()).equals(e.getMessage());
        }
      }
      if (isSame) {
        throw e;
      }
      return PlannedQuery.open(count);
    }
  }

  /** Returns the schemas of which one can be that of tables that are named without one. */
  public List<String> schemas() {
    return Stream.concat(schemas.keySet().stream(), Stream.of(DRIVER_SCHEMA)).sorted().toList();
  }

  /** Returns the words that are no names unless they are quoted. */
  public static List<String> keywords() {
    return SqlText.keywords();
  }

  /** Returns a planner of the requests of a query that runs at a time. */
  RequestPlanner requests(Instant now) {
    return new RequestPlanner(catalog, pageSize, statistics, now, lookback);
  }

  /**
   * Returns what scans are likely to ask for.
   *
   * @param context time, and values of parameters
   * @param parameters names of the parameters that have values
   */
  ScanPlans scanPlans(RexBuilder builder, TimeContext context, Set<String> parameters) {
    return new ScanPlans(
        requests(context.now()),
        new KnownValues(builder, context, parameters, context.now(), wallClock));
  }

  Clock clock() {
    return clock;
  }

  int maxConcurrency() {
    return maxConcurrency;
  }

  Function<Target, String> url() {
    return url;
  }

  WallClock wallClock() {
    return wallClock;
  }

  /** A statement's text, the schema of tables that are named without one, types of parameters. */
  private record Question(String sql, String schema, List<SqlTypeName> types) {}

  /** The planning of one query. */
  private final class Run {
    private final SqlNode query;
    private final AtomicBoolean isCanceled;
    private final TwilioTypeFactory types = new TwilioTypeFactory(wallClock);
    private final CalciteCatalogReader reader;
    private final SqlValidator validator;
    private final ScanPlans plans;

    Run(SqlNode query, String defaultSchema, AtomicBoolean isCanceled) {
      this.query = query;
      this.isCanceled = isCanceled;
      this.plans =
          scanPlans(
              new RexBuilder(types),
              new TimeContext(clock.instant(), wallClock, Map.of()),
              Set.of());
      CalciteSchema root = CalciteSchema.createRootSchema(/* addMetadataSchema= */ false, false);
      schemas.forEach(root::add);
      for (String own : List.of(DRIVER_SCHEMA, INFORMATION_SCHEMA)) {
        root.add(own, new DriverSchema(own, driverTables));
      }
      this.reader = new CalciteCatalogReader(root, List.of(defaultSchema), types, Dialect.CONFIG);
      this.validator = Dialect.validator(reader, types);
    }

    PlannedQuery plan(Optional<ExplainStatement> explain) {
      Optional<List<String>> labels = Labels.of(query);
      SqlNode validated = validator.validate(query);
      RelDataType rowType = validator.getValidatedNodeType(validated);
      RelDataType parameterType = ParameterTypes.of(validated, validator);
      List<? extends @Nullable List<String>> origins = validator.getFieldOrigins(validated);
      RelRoot root = optimize(validated);
      if (explain.isPresent()) {
        return explanation(explain.get(), root, ColumnTypes.parameters(types, parameterType));
      }
      EnumerableRel plan = withTrivialFields(root);
      CodeSize.check(plan);
      return PlannedQuery.of(
          SqlPlanner.this,
          ColumnTypes.columns(
              types,
              rowType,
              labels.orElseGet(() -> Labels.ofStars(validated, rowType.getFieldNames())),
              origins,
              this::definition),
          ColumnTypes.parameters(types, parameterType),
          FirstScan.of(plan),
          CompletableFuture.completedFuture(plan)
              .thenComposeAsync(whole -> DeepStack.begin(() -> compile(whole)), compiler));
    }

    private PlannedQuery explanation(
        ExplainStatement explain, RelRoot root, List<AvaticaParameter> parameters) {
      EnumerableRel plan = (EnumerableRel) root.rel;
      Optional<ExplainSource.Analyzed> analyzed =
          explain.isAnalyzed() ? Optional.of(analyzed(plan)) : Optional.empty();
      return PlannedQuery.explanation(
          parameters,
          /* takesOpenParameters= */ !explain.isAnalyzed(),
          new ExplainSource(SqlPlanner.this, plan, analyzed, explain.isJson()));
    }

    private ExplainSource.Analyzed analyzed(EnumerableRel plan) {
      CodeSize.check(plan);
      EnumerableRel measured = Measured.plan(plan);
      return new ExplainSource.Analyzed(measured, DeepStack.begin(() -> compile(measured)));
    }

    private Optional<ColumnDefinition> definition(List<String> path) {
      int last = path.size() - 1;
      return catalog
          .find(new TableName(path.get(last - 2), path.get(last - 1)))
          .map(table -> table.column(path.get(last)));
    }

    private PlannedQuery.Code compile(EnumerableRel plan) {
      Map<String, Object> constants = new HashMap<>();
      constants.put("_conformance", Dialect.CONFORMANCE);
      EnumerableRel small =
          (EnumerableRel) Corrections.ofRunnable(plan).accept(new LargeLiterals(constants));
      return new PlannedQuery.Code(PlanCompiler.compile(small, constants), constants);
    }

    private RelRoot optimize(SqlNode validated) {
      VolcanoPlanner volcano =
          new VolcanoPlanner(null, Contexts.of(Dialect.CONFIG, plans, new CancelFlag(isCanceled)));
      volcano.addRelTraitDef(ConventionTraitDef.INSTANCE);
      volcano.addRelTraitDef(RelCollationTraitDef.INSTANCE);
      volcano.setExecutor(RexUtil.EXECUTOR);
      RelOptCluster cluster = RelOptCluster.create(volcano, new RexBuilder(types));
      cluster.setMetadataQuerySupplier(Metadata::query);
      RelRoot converted = convert(validated, validator, cluster);
      RelRoot root =
          converted.withRel(
              Corrections.ofConverted(
                  converted.rel.accept(new LongLists(cluster.getRexBuilder()))));
      RelTraitSet wanted =
          root.rel
              .getTraitSet()
              .replace(EnumerableConvention.INSTANCE)
              .replace(root.collation)
              .simplify();
      return root.withRel(best(volcano, root.rel, wanted));
    }

    private RelRoot convert(SqlNode validated, SqlValidator by, RelOptCluster cluster) {
      return new SqlToRelConverter(
              (type, view, schemaPath, viewPath) -> {
                SqlValidator own = Dialect.validator(reader.withSchemaPath(schemaPath), types);
                SqlNode query = SqlText.parse(view, schemaPath.get(0));
                return convert(own.validate(query), own, cluster);
              },
              by,
              reader,
              cluster,
              Dialect.CONVERTLETS,
              SqlToRelConverter.config()
                  .withTrimUnusedFields(false)
                  .withExpand(false)
                  .withRemoveSortInSubQuery(!SortsInFrom.canBeSeenIn(validated))
                  .withInSubQueryThreshold(Integer.MAX_VALUE)
                  .addRelBuilderConfigTransform(config -> config.withBloat(-1)))
          .convertQuery(validated, false, true);
    }

    private RelNode best(RelOptPlanner planner, RelNode plan, RelTraitSet wanted) {
      return pushDown == PushDown.ALL && PlainQuery.is(plan)
          ? PlainQuery.optimize(planner, plan, wanted)
          : PlanPhases.of(pushDown).run(planner, plan, wanted, List.of(), List.of());
    }

    /** Drops the columns that only an ORDER BY needed, and gives the others their order. */
    private EnumerableRel withTrivialFields(RelRoot root) {
      EnumerableRel plan = (EnumerableRel) root.rel;
      if (root.isRefTrivial()) {
        return plan;
      }
      RexBuilder builder = plan.getCluster().getRexBuilder();
      List<RexNode> fields =
          Pair.left(root.fields).stream()
              .<RexNode>map(field -> builder.makeInputRef(plan, field))
              .toList();
      return EnumerableCalc.create(
          plan, RexProgram.create(plan.getRowType(), fields, null, root.validatedRowType, builder));
    }
  }
}
