package io.github.twiliojdbc.pushdown;

import io.github.twiliojdbc.pushdown.DrawnQuery.Position;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of queries whose requests are not compared yet; their rows always are.
 *
 * <p>Each entry names wrappers, spellings and positions. A query is left out if it has one of each.
 *
 * @param wrappers kinds of which the query has one
 * @param spellings spellings of which its condition has one
 * @param positions clauses of which its condition stands in one
 * @param reason why they are left out
 */
record NotCompared(
    Set<Wrapper> wrappers, Set<Spelling> spellings, Set<Position> positions, String reason) {
  private static final Set<Spelling> ANY_CONDITION = EnumSet.allOf(Spelling.class);
  private static final Set<Position> ANYWHERE = EnumSet.allOf(Position.class);

  private static final List<NotCompared> ALL =
      List.of(
          new NotCompared(
              EnumSet.allOf(Wrapper.class),
              ANY_CONDITION,
              ANYWHERE,
              "A condition does not move through these as far as it may."));

  /** Returns whether the requests of a query are left out. */
  static boolean includes(Recipe recipe, DrawnQuery query) {
    return !"false".equals(System.getProperty("exceptions"))
        && ALL.stream()
            .anyMatch(
                entry ->
                    !Collections.disjoint(entry.wrappers, recipe.wrappers())
                        && entry.spellings.contains(query.condition().spelling())
                        && entry.positions.contains(query.position()));
  }
}
