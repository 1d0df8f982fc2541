package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.pushdown.DrawnQuery.Position;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of queries whose requests are not compared yet; their rows always are.
 *
 * @param wrappers kinds of which the query has all
 * @param spellings spellings of which its condition has one
 * @param positions clauses of which its condition stands in one
 * @param reason why they are left out
 */
record NotCompared(
    Set<Wrapper> wrappers, Set<Spelling> spellings, Set<Position> positions, String reason) {
  private static final Set<Wrapper> ANY_WRAPPER = Set.of();
  private static final Set<Spelling> ANY_CONDITION = EnumSet.allOf(Spelling.class);
  private static final Set<Position> ANYWHERE = EnumSet.allOf(Position.class);

  /** Sub-queries of each row. */
  private static final Set<Wrapper> CORRELATED =
      EnumSet.of(
          Wrapper.LATERAL,
          Wrapper.LATERAL_OF_INPUT,
          Wrapper.EXISTS,
          Wrapper.NOT_EXISTS,
          Wrapper.EXISTS_IN_INPUT,
          Wrapper.SCALAR_SUBQUERY);

  /** Queries of several inputs. */
  private static final Set<Wrapper> COMBINED =
      EnumSet.of(
          Wrapper.INNER_JOIN,
          Wrapper.RIGHT_JOIN,
          Wrapper.FULL_JOIN,
          Wrapper.NULL_SIDE_OF_LEFT_JOIN,
          Wrapper.NULL_SIDE_OF_RIGHT_JOIN,
          Wrapper.USING,
          Wrapper.USING_OUTER,
          Wrapper.USING_FULL,
          Wrapper.NATURAL,
          Wrapper.COALESCE_OF_FULL_JOIN,
          Wrapper.UNION,
          Wrapper.UNION_ALL,
          Wrapper.UNION_WITH_VALUES,
          Wrapper.INTERSECT,
          Wrapper.EXCEPT,
          Wrapper.EXCEPT_FROM_OTHER,
          Wrapper.CTE_UNION,
          Wrapper.CTE_JOIN);

  private static final List<NotCompared> SINGLE =
      List.of(
          ofSpellings("A pattern without wildcards is not read as a value.", Spelling.LIKE_WHOLE),
          ofSpellings("Such an equality is not read everywhere.", Spelling.NOT_DISTINCT),
          ofSpellings(
              "Parameters inside expressions are not known when the statement is executed.",
              Spelling.TEXT_OPTIONAL,
              Spelling.TIME_OPTIONAL,
              Spelling.TIME_COALESCED,
              Spelling.TIME_CASE),
          ofSpellings(
              "A date that is written by to_char is not read.",
              Spelling.TIME_MONTH_AS_TEXT,
              Spelling.TIME_DAY_AS_TEXT,
              Spelling.TIME_IS_DAY_AS_TEXT,
              Spelling.DAY_MONTH_AS_TEXT,
              Spelling.DAY_TEXT_IS,
              Spelling.DAY_TEXT_FROM,
              Spelling.MONTH_TEXT_IS,
              Spelling.MONTH_TEXT_FROM,
              Spelling.YEAR_TEXT_IS),
          ofSpellings(
              "The maximum of constants is computed when the statement runs.",
              Spelling.TIME_MAXIMUM),
          ofSpellings(
              "A join with constants does not bound the other side everywhere.",
              Spelling.TEXT_IN_VALUES,
              Spelling.TEXT_LIST,
              Spelling.TIME_CALENDAR,
              Spelling.TIME_SERIES),
          new NotCompared(
              Set.of(Wrapper.SHIFTED),
              Set.of(Spelling.TIME_EXTRACTED),
              ANYWHERE,
              "The year and month of a column that is moved are not read."),
          notCopied(Wrapper.USING),
          notCopied(Wrapper.NATURAL),
          notCopied(Wrapper.IN),
          notCopied(Wrapper.EXISTS),
          notCopied(Wrapper.INNER_JOIN),
          ofPair(
              Wrapper.IN_INPUT,
              Wrapper.NOT_IN,
              "The parents are asked for once more than where the condition stands at the scan."),
          new NotCompared(
              ANY_WRAPPER,
              ANY_CONDITION,
              Set.of(Position.FILTER),
              "Conditions of aggregates are not moved."));

  private static final List<NotCompared> ALL =
      Stream.concat(
              SINGLE.stream(),
              CORRELATED.stream()
                  .flatMap(
                      inner ->
                          COMBINED.stream()
                              .map(
                                  outer ->
                                      ofPair(
                                          inner,
                                          outer,
                                          "A sub-query of each row below a query of several"
                                              + " inputs stops conditions."))))
          .toList();

  private static NotCompared notCopied(Wrapper join) {
    return new NotCompared(
        Set.of(join),
        EnumSet.of(
            Spelling.ACCOUNT_BETWEEN,
            Spelling.ACCOUNT_ENDS,
            Spelling.ACCOUNT_LIKE,
            Spelling.ACCOUNT_PREFIX,
            Spelling.TIME_TRUNCATED_TO_MONTH),
        ANYWHERE,
        "Only comparisons are copied to the other side of a join's equality.");
  }

  private static NotCompared ofPair(Wrapper inner, Wrapper outer, String reason) {
    return new NotCompared(Set.of(inner, outer), ANY_CONDITION, ANYWHERE, reason);
  }

  private static NotCompared ofSpellings(String reason, Spelling first, Spelling... others) {
    return new NotCompared(ANY_WRAPPER, EnumSet.of(first, others), ANYWHERE, reason);
  }

  /** Returns whether the requests of a query are left out. */
  static boolean includes(Recipe recipe, DrawnQuery query) {
    return !"false".equals(System.getProperty("exceptions"))
        && ALL.stream()
            .anyMatch(
                entry ->
                    recipe.wrappers().containsAll(entry.wrappers)
                        && entry.spellings.contains(query.condition().spelling())
                        && entry.positions.contains(query.position()));
  }
}
