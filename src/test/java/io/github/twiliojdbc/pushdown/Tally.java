package io.github.twiliojdbc.pushdown;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts of what was drawn, and of what the comparisons said. */
final class Tally {
  private static final int SHOWN = 20;

  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<Wrapper, Integer> wrappers = new EnumMap<>(Wrapper.class);
  private final Map<String, Integer> pairs = new TreeMap<>();
  private final Map<Spelling, Integer> spellings = new EnumMap<>(Spelling.class);

  void add(Recipe recipe, DrawnQuery query, Outcome outcome) {
    verdicts.merge(outcome.verdict(), 1, Integer::sum);
    spellings.merge(query.condition().spelling(), 1, Integer::sum);
    List<Wrapper> nest = recipe.wrappers();
    for (int i = 0; i < nest.size(); i++) {
      wrappers.merge(nest.get(i), 1, Integer::sum);
      for (int j = 0; j < i; j++) {
        pairs.merge(pair(nest.get(j), nest.get(i)), 1, Integer::sum);
      }
    }
  }

  /**
   * Returns how many of the comparisons of 100 are of conditions that save requests at the scan.
   */
  int savingPercentage() {
    int saving = count(Verdict.EQUAL) + count(Verdict.MORE_REQUESTS) + count(Verdict.MORE_ROWS);
    int compared = saving + count(Verdict.NOTHING_SAVED);
    return compared == 0 ? 100 : 100 * saving / compared;
  }

  private int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  private static String pair(Wrapper inner, Wrapper outer) {
    return outer + " of " + inner;
  }

  @Override
  public String toString() {
    Set<String> allPairs = new TreeSet<>();
    for (Wrapper inner : Wrapper.values()) {
      for (Wrapper outer : Wrapper.values()) {
        allPairs.add(pair(inner, outer));
      }
    }
    return String.join(
        System.lineSeparator(),
        "  verdicts: " + verdicts + ", " + savingPercentage() + " % save requests",
        drawn("wrappers", wrappers.keySet(), EnumSet.allOf(Wrapper.class)),
        drawn("conditions", spellings.keySet(), EnumSet.allOf(Spelling.class)),
        drawn("pairs of wrappers", pairs.keySet(), allPairs));
  }

  private static String drawn(String what, Collection<?> drawn, Collection<?> all) {
    List<?> missing = all.stream().filter(each -> !drawn.contains(each)).toList();
    return "  %s: %d of %d drawn%s"
        .formatted(
            what,
            drawn.size(),
            all.size(),
            missing.isEmpty()
                ? ""
                : missing.stream()
                    .limit(SHOWN)
                    .map(Object::toString)
                    .collect(
                        Collectors.joining(", ", ", not: ", missing.size() > SHOWN ? ", …" : "")));
  }
}
