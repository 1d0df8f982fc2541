package io.github.twiliojdbc.planner;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import io.github.twiliojdbc.request.Predicate;
import io.github.twiliojdbc.request.TimeFunction;
import io.github.twiliojdbc.sql.functions.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.calcite.DataContext;
import org.apache.calcite.DataContexts;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexExecutable;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.NlsString;
import org.apache.calcite.util.TimestampString;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/**
 * Values that are known, or guessed, while a query is planned: those of literals and of the time.
 */
final class KnownValues {
  /** How long ago a time is guessed to be that is not known yet. */
  private static final Duration RECENTLY = Duration.ofDays(30);

  /** Maximum number of rows that are guessed of a lookup. */
  private static final int MOST_GUESSES = 100;

  private final RexBuilder builder;
  private final DataContext context;
  private final Set<String> parameters;
  private final Instant now;
  private final WallClock clock;
  private final Map<RexNode, Optional<Object>> computed = new HashMap<>();
  private final Map<RexNode, AccountTest> tests = new HashMap<>();

  /**
   * Creates the values of one run.
   *
   * @param parameters names of the parameters whose values the context has
   */
  KnownValues(
      RexBuilder builder,
      DataContext context,
      Set<String> parameters,
      Instant now,
      WallClock clock) {
    this.builder = builder;
    this.context = context;
    this.parameters = parameters;
    this.now = now;
    this.clock = clock;
  }

  /** Returns what is known for sure; a text that is not is named in braces, as is a key. */
  PredicateTemplate.Bound known(List<RexNode> values, List<ScanLookup> lookups) {
    return bound(values, lookups, PredicateTemplate.Bound.OPEN);
  }

  /** Returns what is known, and a guess where nothing is: of a lookup, one key. */
  PredicateTemplate.Bound guessed(List<RexNode> values, List<ScanLookup> lookups) {
    return bound(values, lookups, now.minus(RECENTLY).toEpochMilli());
  }

  private PredicateTemplate.Bound bound(
      List<RexNode> values, List<ScanLookup> lookups, Object openTime) {
    List<@Nullable Object> bound = new ArrayList<>();
    Set<Integer> guesses = new HashSet<>();
    for (RexNode value : values) {
      if (RexUtil.containsInputRef(value)) {
        bound.add(isOpen(value, parameters) ? new AccountTest(sid -> true) : computedTest(value));
      } else if (isOpen(value, parameters)) {
        guesses.add(bound.size());
        bound.add(open(value, openTime));
      } else {
        bound.add(value(value));
      }
    }
    return new PredicateTemplate.Bound(
        bound, guesses, now, clock, number -> someRows(lookups, number, openTime));
  }

  /** Returns what is known of the rows that a lookup asks for, or a guess. */
  private Predicate someRows(List<ScanLookup> lookups, int number, Object openTime) {
    return new Predicate.All(
        lookups.stream()
            .filter(lookup -> lookup.number() == number)
            .map(lookup -> someRows(lookup, openTime))
            .toList());
  }

  private Predicate someRows(ScanLookup lookup, Object openTime) {
    DynamicFilter filter = lookup.filter();
    if (lookup.known().isPresent()) {
      return DynamicFilter.any(
          lookup.known().get().stream().map(row -> filter.bind(row, now, clock)).toList());
    }
    Predicate rows = DynamicFilter.any(guesses(lookup, openTime));
    // Guesses that exclude each other do not count.
    return rows.alternatives().isEmpty() ? guess(filter, PredicateTemplate.Bound.OPEN) : rows;
  }

  /** Returns the predicates of some rows whose times are a day apart; those of keys are one. */
  private List<Predicate> guesses(ScanLookup lookup, Object openTime) {
    List<Predicate> guesses = new ArrayList<>();
    guesses.add(guess(lookup.filter(), openTime));
    if (openTime instanceof Long time && !lookup.filter().isKeyed()) {
      for (int row = 1; row < lookup.rows() && row < MOST_GUESSES; row++) {
        guesses.add(guess(lookup.filter(), time - row * TimeFunction.DAY));
      }
    }
    return guesses;
  }

  private Predicate guess(DynamicFilter filter, Object openTime) {
    // A day's beginning is what most periods begin with.
    Object time =
        openTime instanceof Long milliseconds
            ? (Object) (Math.floorDiv(milliseconds, TimeFunction.DAY) * TimeFunction.DAY)
            : openTime;
    Map<Integer, String> names = filter.names();
    List<@Nullable Object> values = new ArrayList<>();
    Set<Integer> guesses = new HashSet<>();
    for (RexNode value : filter.values()) {
      guesses.add(values.size());
      String name = names.get(values.size());
      values.add(name == null ? open(value, time) : "{" + name + "}");
    }
    return filter
        .template()
        .bind(new PredicateTemplate.Bound(values, guesses, now, clock, other -> Predicate.UNKNOWN));
  }

  /** Returns the values of expressions that read no field, if all of them are known. */
  Optional<List<@Nullable Object>> known(List<RexNode> nodes) {
    List<RexNode> computed = nodes.stream().filter(node -> !(node instanceof RexLiteral)).toList();
    if (computed.stream().anyMatch(node -> isOpen(node, parameters))) {
      return Optional.empty();
    }
    try {
      Iterator<@Nullable Object> results =
          computed.isEmpty()
              ? Collections.emptyIterator()
              : Arrays.asList(execute(computed)).iterator();
      List<@Nullable Object> values = new ArrayList<>();
      nodes.forEach(
          node -> values.add(node instanceof RexLiteral literal ? value(literal) : results.next()));
      return Optional.of(values);
    } catch (RuntimeException e) {
      // An expression that fails does so again when the query runs.
      return Optional.empty();
    }
  }

  /**
   * Returns the values of expressions for each of some rows, if all of them are known.
   *
   * @param rows expressions of the rows' fields
   */
  Optional<List<List<@Nullable Object>>> rows(List<List<RexNode>> rows, List<RexNode> nodes) {
    return known(
            rows.stream()
                .flatMap(row -> nodes.stream().map(node -> ConstantRows.substituted(node, row)))
                .toList())
        .map(values -> Lists.partition(values, nodes.size()));
  }

  private @Nullable Object[] execute(List<RexNode> nodes) {
    RelDataType noFields = builder.getTypeFactory().builder().build();
    RexExecutable code = RexExecutorImpl.getExecutable(builder, nodes, noFields);
    code.setDataContext(context);
    return Objects.requireNonNull(code.execute());
  }

  /**
   * Returns the elements of an array, if they are known.
   *
   * @param type type of the elements
   * @param most maximum number of elements
   */
  Optional<List<RexNode>> elements(RexNode array, RelDataType type, int most) {
    return known(List.of(array))
        .map(values -> values.get(0))
        .filter(values -> values instanceof List<?> list && list.size() <= most)
        .map(
            values ->
                ((List<?>) values)
                    .stream()
                        .<RexNode>map(
                            element -> builder.makeLiteral(element, type, /* allowCast= */ true))
                        .toList());
  }

  private static @Nullable Object open(RexNode value, Object openTime) {
    SqlTypeName type = value.getType().getSqlTypeName();
    if (SqlTypeUtil.isCharacter(value.getType())) {
      return "{" + value + "}";
    }
    return openTime instanceof Long time && type == SqlTypeName.DATE
        ? (Object) (time / TimeFunction.DAY)
        : type == SqlTypeName.TIMESTAMP ? openTime : PredicateTemplate.Bound.OPEN;
  }

  private @Nullable Object value(RexNode value) {
    if (value instanceof RexLiteral literal) {
      return value(literal);
    }
    return computed
        .computeIfAbsent(
            value,
            node -> {
              List<RexNode> reduced = new ArrayList<>();
              new RexExecutorImpl(context).reduce(builder, List.of(node), reduced);
              // A value of a type that may be NULL is a literal in a cast.
              return RexUtil.removeCast(reduced.get(0)) instanceof RexLiteral literal
                  ? Optional.ofNullable(value(literal))
                  : Optional.of(PredicateTemplate.Bound.OPEN);
            })
        .orElse(null);
  }

  private Object computedTest(RexNode condition) {
    return tests.computeIfAbsent(condition, this::test);
  }

  /** Returns a test of accounts, whose code is made when accounts are known that it can test. */
  private AccountTest test(RexNode condition) {
    Supplier<RexExecutable> code =
        Suppliers.memoize(
            () ->
                RexExecutorImpl.getExecutable(
                    builder,
                    List.of(AccountTest.ofOneField(condition)),
                    AccountTest.rowType(builder.getTypeFactory())));
    return new AccountTest(
        sid -> {
          RexExecutable executable = code.get();
          executable.setDataContext(
              DataContexts.of(
                  name -> name.equals("inputRecord") ? new Object[] {sid} : context.get(name)));
          @Nullable Object[] result = executable.execute();
          return result != null && Boolean.TRUE.equals(result[0]);
        });
  }

  /** Returns the value of a literal as generated code has it. */
  static @Nullable Object value(RexLiteral literal) {
    return value(literal.getValueAs(Comparable.class));
  }

  /** Returns a value of a literal as generated code has it. */
  static @Nullable Object value(@Nullable Comparable<?> value) {
    if (value instanceof NlsString text) {
      return text.getValue();
    }
    if (value instanceof TimestampString timestamp) {
      return timestamp.getMillisSinceEpoch();
    }
    return value instanceof DateString date ? (Object) date.getDaysSinceEpoch() : value;
  }

  /** Returns whether a value depends on a parameter that has no value. */
  boolean hasOpenParameter(RexNode node) {
    boolean[] found = {false};
    node.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitDynamicParam(RexDynamicParam parameter) {
            found[0] |= !parameters.contains(parameter.getName());
            return null;
          }
        });
    return found[0];
  }

  /** Returns whether a value depends on such a parameter, or on a row of another query. */
  boolean isUnknown(RexNode node) {
    return isOpen(node, parameters);
  }

  /** Returns whether a value depends on a row of another query. */
  static boolean isOfRow(RexNode node) {
    boolean[] found = {false};
    node.accept(
        new RexVisitorImpl<Void>(true) {
          @Override
          public @Nullable Void visitFieldAccess(RexFieldAccess access) {
            found[0] = true;
            return null;
          }
        });
    return found[0];
  }

  /** Returns whether a value depends on a parameter, or on a row of another query. */
  static boolean isOpen(RexNode node) {
    return isOpen(node, Set.of());
  }

  private static boolean isOpen(RexNode node, Set<String> parameters) {
    try {
      node.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public @Nullable Void visitDynamicParam(RexDynamicParam parameter) {
              if (parameters.contains(parameter.getName())) {
                return null;
              }
              throw Util.FoundOne.NULL;
            }

            @Override
            public Void visitFieldAccess(RexFieldAccess access) {
              throw Util.FoundOne.NULL;
            }
          });
      return false;
    } catch (Util.FoundOne e) {
      return true;
    }
  }
}
