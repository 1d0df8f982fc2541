package io.github.twiliojdbc.transport.sandbox;

/** How the rows of a list lie in time, as those of accounts do. */
public enum Spread {
  /** The same number each day. */
  EVEN {
    @Override
    double age(double place) {
      return place;
    }
  },

  /** All of them long ago, further than filters reach. */
  DORMANT {
    @Override
    double age(double place) {
      return 5 + place;
    }
  },

  /** All in one second, as those of an import. */
  ONE_SECOND {
    @Override
    double age(double place) {
      return 0.5;
    }
  },

  /** All within an hour of the day before, or of a few days where rows are spread over years. */
  LATEST {
    @Override
    double age(double place) {
      return 0.0112 + place / 2000;
    }
  },

  /** Half at either end. */
  BOTH_ENDS {
    @Override
    double age(double place) {
      return place < 0.5 ? place / 100 : 1 - (1 - place) / 100;
    }
  },

  /** Some hours of every few days. */
  BURSTS {
    @Override
    double age(double place) {
      double bursts = 20 * place;
      return (Math.floor(bursts) + (bursts - Math.floor(bursts)) / 50) / 20;
    }
  };

  /**
   * Returns how old a row is, in parts of the time that rows are spread over.
   *
   * @param place place of the row in the list, from 0 for the latest to 1 for the oldest
   */
  abstract double age(double place);
}
