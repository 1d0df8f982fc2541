package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.pushdown.DrawnQuery.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What a query is drawn from: the same recipe gives the same query, and one with fewer wrappers a
 * smaller one.
 *
 * @param table table that is scanned
 * @param target column of the table that the condition stands on
 * @param source how the table is read
 * @param steps wrappers, from the inside out
 * @param seed seed of the scan
 * @param conditionSeed seed of the condition
 * @param position where the condition stands
 * @param accounts value of the property accounts
 */
record Recipe(
    ListTable table,
    Column target,
    Source source,
    List<Step> steps,
    long seed,
    long conditionSeed,
    Position position,
    String accounts) {

  /** How a table is read, where it can be so. */
  enum Source {
    TABLE,
    /** By a view of the schema reports. */
    VIEW,
    /** With a target that is a CASE of two columns. */
    CHOICE
  }

  /**
   * One wrapper.
   *
   * @param wrapper kind
   * @param seed seed of what it draws
   */
  record Step(Wrapper wrapper, long seed) {}

  /**
   * Draws a recipe.
   *
   * @param accounts values of the property accounts to draw from
   */
  static Recipe draw(SqlRandom random, List<String> accounts) {
    ListTable table = random.pick(ListTable.ALL);
    List<Column> dates = table.filterable().stream().filter(Column::isDate).toList();
    Column target = random.pick(dates.isEmpty() || random.oneIn(2) ? table.filterable() : dates);
    // A condition on the account saves nothing where there is only one.
    boolean isAccount = target.identity().equals("accounts.sid");
    Recipe bare =
        new Recipe(
            table,
            target,
            random.oneIn(3) ? random.pick(List.of(Source.values())) : Source.TABLE,
            List.of(),
            random.seed(),
            random.seed(),
            random.oneIn(3) ? random.pick(List.of(Position.values())) : Position.WHERE,
            isAccount ? "all" : random.pick(accounts));
    int depth = 2 + random.below(4);
    while (bare.steps.size() < depth) {
      List<Step> steps = new ArrayList<>(bare.steps);
      Wrapper wrapper = random.pick(List.of(Wrapper.values()));
      if (wrapper.isUnsound() && random.below(4) > 0) {
        continue;
      }
      steps.add(new Step(wrapper, random.seed()));
      Recipe longer = bare.withSteps(steps);
      bare = longer.relation().isPresent() ? longer : bare;
    }
    return bare;
  }

  List<Wrapper> wrappers() {
    return steps.stream().map(Step::wrapper).toList();
  }

  /** Returns the recipes that lack one of the wrappers. */
  List<Recipe> smaller() {
    return IntStream.range(0, steps.size())
        .mapToObj(
            i -> {
              List<Step> fewer = new ArrayList<>(steps);
              fewer.remove(i);
              return withSteps(fewer);
            })
        .toList();
  }

  private Recipe withSteps(List<Step> other) {
    return new Recipe(
        table, target, source, List.copyOf(other), seed, conditionSeed, position, accounts);
  }

  /**
   * Returns the query, unless a wrapper needs columns that are missing.
   *
   * @param samples returns values of a column of a table
   */
  Optional<DrawnQuery> query(BiFunction<ListTable, Column, List<String>> samples) {
    return relation().map(relation -> query(relation, samples));
  }

  private DrawnQuery query(Relation relation, BiFunction<ListTable, Column, List<String>> samples) {
    SqlRandom random = new SqlRandom(conditionSeed, new AtomicInteger());
    Spelling spelling = random.pick(Spelling.of(relation.target()));
    List<String> values =
        relation.target().isText() && target.isText() ? samples.apply(table, target) : List.of();
    return new DrawnQuery(
        relation, spelling.condition(new ConditionValues(random, values)), position);
  }

  private Optional<Relation> relation() {
    AtomicInteger names = new AtomicInteger();
    SqlRandom random = new SqlRandom(seed, names);
    Optional<Relation> special =
        switch (source) {
          case TABLE -> Optional.empty();
          case VIEW -> Scans.view(table, target, random);
          case CHOICE -> Scans.choice(table, target, random);
        };
    Optional<Relation> relation = special.or(() -> Optional.of(Scans.scan(table, target, random)));
    for (Step step : steps) {
      relation =
          relation.flatMap(input -> step.wrapper.wrap(input, new SqlRandom(step.seed, names)));
    }
    return relation;
  }
}
