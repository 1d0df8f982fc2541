package io.github.twiliojdbc.planner;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptPredicateList;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.metadata.CyclicMetadataException;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.DelegatingMetadataRel;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.NullSentinel;
import org.apache.calcite.rel.metadata.RelMetadataQuery;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/**
 * What Calcite knows of a plan's nodes, such as how many rows they yield, found by calling its
 * handlers by reflection.
 *
 * <p>Calcite itself writes and compiles a class for each kind of metadata at its first use, which
 * would be a good part of what a JVM's first query takes.
 */
final class Metadata implements MetadataHandlerProvider {
  private static final Metadata INSTANCE = new Metadata();

  private final Map<Class<?>, MetadataHandler<?>> handlers = new ConcurrentHashMap<>();

  private Metadata() {}

  /** Returns a query that has asked for nothing yet. */
  static RelMetadataQuery query() {
    return new Query();
  }

  @Override
  public <H extends MetadataHandler<?>> H handler(Class<H> kind) {
    return kind.cast(handlers.computeIfAbsent(kind, absent -> dispatcher(kind)));
  }

  private static <H extends MetadataHandler<?>> H dispatcher(Class<H> kind) {
    Dispatch dispatch = new Dispatch(DefaultRelMetadataProvider.INSTANCE.handlers(kind));
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, arguments) -> dispatch.call(method, arguments)));
  }

  /** A query whose handlers are called by reflection. */
  private static final class Query extends RelMetadataQuery {
    Query() {
      super(INSTANCE);
    }

    /**
     * A column that is computed of a parameter is no constant before the query runs. Calcite takes
     * it for one, and then writes expressions of it for ever.
     */
    @Override
    public RelOptPredicateList getPulledUpPredicates(RelNode node) {
      RelOptPredicateList predicates = super.getPulledUpPredicates(node);
      return predicates.constantMap.values().stream().noneMatch(Query::isOpen)
          ? predicates
          : RelOptPredicateList.of(
              node.getCluster().getRexBuilder(),
              predicates.pulledUpPredicates.stream()
                  .filter(
                      predicate ->
                          !(predicate instanceof RexCall call
                              && call.getOperands().stream().anyMatch(Query::isOpen)))
                  .toList());
    }

    /** To find out how expressions of literals are ordered, Calcite fails for some of NULL. */
    @Override
    public @Nullable ImmutableList<RelCollation> collations(RelNode node) {
      return node.stripped() instanceof Values ? ImmutableList.of() : super.collations(node);
    }

    /**
     * Returns the share of a node's rows that fulfil a condition. A scan's number of rows counts
     * its conditions already, so that a filter above it, which repeats them, changes nothing.
     */
    @Override
    public Double getSelectivity(RelNode node, @Nullable RexNode condition) {
      return node.stripped() instanceof TwilioScan scan && condition != null
          ? ScanPlans.of(scan).selectivity(scan, condition)
          : super.getSelectivity(node, condition);
    }

    private static boolean isOpen(RexNode constant) {
      return constant instanceof RexCall
          && constant.getKind() != SqlKind.CAST
          && KnownValues.isOpen(constant);
    }
  }

  /** The handlers of one kind, and which of them is asked about which class of node. */
  private static final class Dispatch {
    private final List<MetadataHandler<?>> handlers;
    private final Map<Method, Targets> targets = new ConcurrentHashMap<>();

    Dispatch(List<MetadataHandler<?>> handlers) {
      this.handlers = handlers;
    }

    @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable {
      RelNode node = (RelNode) arguments[0];
      while (node instanceof DelegatingMetadataRel vertex) {
        node = vertex.getMetadataDelegateRel();
      }
      RelMetadataQuery query = (RelMetadataQuery) arguments[1];
      @Nullable Object[] key = arguments.clone();
      key[0] = method;
      key[1] = null;
      List<@Nullable Object> keyList = Arrays.asList(key);
      Object known = query.map.get(node, keyList);
      if (known == NullSentinel.ACTIVE) {
        throw new CyclicMetadataException();
      }
      if (known != null) {
        return known == NullSentinel.INSTANCE ? null : known;
      }
      query.map.put(node, keyList, NullSentinel.ACTIVE);
      try {
        Object found =
            targets
                .computeIfAbsent(method, absent -> new Targets(method, handlers))
                .of(node)
                .call(node, arguments);
        query.map.put(node, keyList, NullSentinel.mask(found));
        return found;
      } catch (Throwable e) {
        query.map.row(node).clear();
        throw e;
      }
    }
  }

  /** The methods that answer for one that is asked. */
  private static final class Targets {
    private final List<Target> ordered;
    private final Map<Class<?>, Target> byClass = new ConcurrentHashMap<>();

    Targets(Method asked, List<MetadataHandler<?>> handlers) {
      this.ordered = Target.all(asked, handlers);
    }

    Target of(RelNode node) {
      return byClass.computeIfAbsent(
          node.getClass(),
          type ->
              ordered.stream()
                  .filter(target -> target.type().isAssignableFrom(type))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + type)));
    }
  }

  /** The method that answers for a class of nodes. */
  private record Target(MetadataHandler<?> handler, Method method) {

    /**
     * Returns the methods that answer for one that is asked, those of derived classes first and
     * otherwise in the order in which Calcite's own compiled classes try them.
     */
    static List<Target> all(Method asked, List<MetadataHandler<?>> handlers) {
      Map<Class<?>, Target> byType = new LinkedHashMap<>();
      for (MetadataHandler<?> handler : handlers) {
        for (Method method : handler.getClass().getMethods()) {
          if (answers(method, asked)) {
            byType.putIfAbsent(method.getParameterTypes()[0], new Target(handler, method));
          }
        }
      }
      Deque<Target> rest =
          byType.values().stream()
              .sorted(Comparator.comparing(target -> target.type().getName()))
              .collect(Collectors.toCollection(ArrayDeque::new));
      List<Target> ordered = new ArrayList<>();
      while (!rest.isEmpty()) {
        Target next = rest.remove();
        boolean isBase =
            rest.stream().anyMatch(other -> next.type().isAssignableFrom(other.type()));
        (isBase ? rest : ordered).add(next);
      }
      return ordered;
    }

    Class<?> type() {
      return method.getParameterTypes()[0];
    }

    private static boolean answers(Method method, Method asked) {
      Class<?>[] parameters = method.getParameterTypes();
      Class<?>[] wanted = asked.getParameterTypes();
      return method.getName().equals(asked.getName())
          && parameters.length == wanted.length
          && RelNode.class.isAssignableFrom(parameters[0])
          && Arrays.equals(parameters, 1, parameters.length, wanted, 1, wanted.length);
    }

    @Nullable Object call(RelNode node, @Nullable Object[] arguments) throws Throwable {
      @Nullable Object[] all = arguments.clone();
      all[0] = node;
      try {
        return method.invoke(handler, all);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
