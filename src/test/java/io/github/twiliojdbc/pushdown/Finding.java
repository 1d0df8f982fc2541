package io.github.twiliojdbc.pushdown;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A query whose comparison failed.
 *
 * @param recipe what it was drawn from
 * @param query the query
 * @param outcome what the comparison said
 */
record Finding(Recipe recipe, DrawnQuery query, Outcome outcome) {

  /** Returns the same finding with as few wrappers as show it. */
  Finding minimized(TwoForms forms, BiFunction<ListTable, Column, List<String>> samples)
      throws InterruptedException {
    for (Recipe smaller : recipe.smaller()) {
      Optional<DrawnQuery> candidate = smaller.query(samples);
      if (candidate.isEmpty()) {
        continue;
      }
      Outcome same = forms.compare(smaller, candidate.get());
      if (same.verdict() == outcome.verdict()) {
        return new Finding(smaller, candidate.get(), same).minimized(forms, samples);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return "%s %s.%s %s %s %s accounts=%s%n  %s%n  outside: %s%n  inside: %s"
        .formatted(
            outcome.verdict(),
            recipe.table().name(),
            recipe.target().name(),
            recipe.wrappers(),
            query.condition().spelling(),
            query.position(),
            recipe.accounts(),
            outcome.numbers(),
            query.outside(),
            query.inside());
  }
}
