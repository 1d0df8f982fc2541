package io.github.twiliojdbc.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of every wanted row, in terms that requests can be made of.
 *
 * <p>A predicate may hold for more rows than are wanted, never for fewer: the rows are checked
 * against the query's own conditions again.
 */
public sealed interface Predicate {
  /** The most alternatives that a predicate is taken apart into. */
  int MOST_ALTERNATIVES = 200;

  /** The predicate of which nothing is known. */
  Predicate UNKNOWN = new Is(Conjunction.NONE);

  /** The predicate that no row fulfils. */
  Predicate NOTHING = new Any(List.of());

  /**
   * Returns alternatives of which at least one holds for every wanted row; none if there is no
   * wanted row.
   */
  List<Conjunction> alternatives();

  /** The conditions of a conjunction hold. */
  record Is(Conjunction conjunction) implements Predicate {
    @Override
    public List<Conjunction> alternatives() {
      return conjunction.isImpossible() ? List.of() : List.of(conjunction);
    }
  }

  /** All operands hold. */
  record All(List<Predicate> operands) implements Predicate {
    @Override
    public List<Conjunction> alternatives() {
      List<Conjunction> result = List.of(Conjunction.NONE);
      for (Predicate operand : operands) {
        List<Conjunction> others = operand.alternatives();
        if ((long) result.size() * others.size() > MOST_ALTERNATIVES) {
          // To leave conditions out is right, if wider; the fewer alternatives narrow better.
          result = result.size() <= others.size() ? result : others;
          continue;
        }
        List<Conjunction> product = new ArrayList<>();
        for (Conjunction one : result) {
          for (Conjunction other : others) {
            Conjunction both = one.and(other);
            if (!both.isImpossible()) {
              product.add(both);
            }
          }
        }
        result = product;
      }
      return joined(result);
    }
  }

  /** At least one operand holds. */
  record Any(List<Predicate> operands) implements Predicate {
    @Override
    public List<Conjunction> alternatives() {
      return joined(operands.stream().flatMap(operand -> operand.alternatives().stream()).toList());
    }
  }

  private static List<Conjunction> joined(List<Conjunction> alternatives) {
    List<Conjunction> result = new ArrayList<>();
    Map<Conjunction.Rest, Integer> places = new HashMap<>();
    for (Conjunction alternative : alternatives) {
      if (alternative.columns().isEmpty()) {
        return List.of(Conjunction.NONE);
      }
      // A place may be out of date, since what is there was joined with others in the meantime.
      Optional<Integer> joinable =
          alternative.rests().stream()
              .flatMap(rest -> Optional.ofNullable(places.get(rest)).stream())
              .filter(place -> result.get(place).join(alternative).isPresent())
              .min(Comparator.naturalOrder());
      int place = joinable.orElse(result.size());
      if (joinable.isPresent()) {
        result.set(place, result.get(place).join(alternative).orElseThrow());
      } else {
        result.add(alternative);
      }
      result.get(place).rests().forEach(rest -> places.put(rest, place));
    }
    return result;
  }
}
