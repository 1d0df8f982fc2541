package io.github.twiliojdbc.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody is likely to have meant by an unknown one. */
public final class Nearest {
  private Nearest() {}

  /** Returns the name that differs least; empty if all differ in more than a third of it. */
  public static Optional<String> of(String unknown, Collection<String> names) {
    String wanted = plain(unknown);
    return names.stream()
        .filter(name -> distance(wanted, plain(name)) <= Math.max(1, wanted.length() / 3))
        .min(
            Comparator.<String>comparingInt(name -> distance(wanted, plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Returns how many characters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
