package io.github.twiliojdbc.pushdown;

import java.util.Optional;

/** A kind of query around another one, through which a condition on the target may have to move. */
enum Wrapper {
  RENAMED(Projecting::renamed),
  EXPRESSIONS(Projecting::expressions),
  TRUNCATED(Projecting::truncated),
  SHIFTED(Projecting::shifted),
  SCALAR_SUBQUERY(Projecting::scalarSubquery),
  ORDER_BY(Projecting::orderBy),
  LIMIT(Projecting::limit),
  INNER_JOIN(Joining::inner),
  LEFT_JOIN(Joining::left),
  RIGHT_JOIN(Joining::right),
  FULL_JOIN(Joining::full),
  OR_JOIN(Joining::either),
  CROSS_JOIN(Joining::cross),
  NULL_SIDE_OF_LEFT_JOIN(Joining::nullSideOfLeft),
  NULL_SIDE_OF_RIGHT_JOIN(Joining::nullSideOfRight),
  USING(MergedColumns::using),
  USING_OUTER(MergedColumns::usingOuter),
  USING_FULL(MergedColumns::usingFull),
  NATURAL(MergedColumns::natural),
  COALESCE_OF_FULL_JOIN(MergedColumns::coalesce),
  IN(SemiJoining::in),
  EXISTS(SemiJoining::exists),
  NOT_IN(SemiJoining::notIn),
  NOT_EXISTS(SemiJoining::notExists),
  OR_ANTI_JOIN(SemiJoining::neither),
  IN_INPUT(SemiJoining::inInput),
  EXISTS_IN_INPUT(SemiJoining::existsInInput),
  LATERAL(SemiJoining::lateral),
  LATERAL_OF_INPUT(SemiJoining::lateralOfInput),
  GROUP_BY(Grouping::groupBy),
  HAVING(Grouping::having),
  GROUPING_SETS(Grouping::groupingSets),
  ROLLUP(Grouping::rollup),
  CUBE(Grouping::cube),
  ROLLUP_OF_TARGET(Grouping::rollupOfTarget),
  DISTINCT(Grouping::distinct),
  DISTINCT_ON(Grouping::distinctOn),
  DISTINCT_ON_OTHER(Grouping::distinctOnOther),
  ROW_NUMBER(Windowing::rowNumber),
  WINDOW(Windowing::window),
  TWO_WINDOWS(Windowing::twoWindows),
  WINDOW_OF_OTHER(Windowing::windowOfOther),
  UNION(SetOperations::union),
  UNION_ALL(SetOperations::unionAll),
  UNION_WITH_VALUES(SetOperations::unionWithValues),
  INTERSECT(SetOperations::intersect),
  EXCEPT(SetOperations::except),
  EXCEPT_FROM_OTHER(SetOperations::exceptFromOther),
  CTE(CommonTables::once),
  CTE_UNION(CommonTables::union),
  CTE_JOIN(CommonTables::join),
  CTE_TOTAL(CommonTables::total);

  private final Wrapping wrapping;

  Wrapper(Wrapping wrapping) {
    this.wrapping = wrapping;
  }

  /** Wraps a query, unless it lacks the columns that this kind needs. */
  Optional<Relation> wrap(Relation input, SqlRandom random) {
    return wrapping.wrap(input, random);
  }

  /** Returns whether no condition on the target may move through. */
  boolean isUnsound() {
    return switch (this) {
      case LIMIT, ROLLUP_OF_TARGET, DISTINCT_ON_OTHER, WINDOW_OF_OTHER, CTE_TOTAL -> true;
      default -> false;
    };
  }

  /** What a wrapper does to a query. */
  @FunctionalInterface
  private interface Wrapping {
    Optional<Relation> wrap(Relation input, SqlRandom random);
  }
}
