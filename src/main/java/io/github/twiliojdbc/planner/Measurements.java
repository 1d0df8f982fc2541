package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.Activity;
import io.github.twiliojdbc.scan.Execution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;

/** The rows, times and requests of the nodes of a plan during one execution. */
final class Measurements {
  private final Execution whole;
  private final Clock clock;
  private final List<Node> nodes = new ArrayList<>();
  private Duration time = Duration.ZERO;

  /**
   * Creates measurements at zero.
   *
   * @param count number of nodes
   * @param clock clock by which time is measured
   */
  Measurements(int count, Execution execution, Clock clock) {
    this.whole = execution;
    this.clock = clock;
    for (int i = 0; i < count; i++) {
      nodes.add(new Node(execution.part()));
    }
  }

  /** Ends the execution, which began at a time. */
  void end(Instant start) {
    time = Duration.between(start, clock.instant());
  }

  /** Returns the time of the whole execution. */
  Duration time() {
    return time;
  }

  /** Returns the counts of the whole execution. */
  Activity activity() {
    return whole.activity();
  }

  /** Returns the measurements of a node. */
  Node node(int number) {
    return nodes.get(number);
  }

  /** The measurements of one node, whose time includes that of its inputs. */
  final class Node {
    private final Execution execution;
    private long runs;
    private long rows;
    private Duration time = Duration.ZERO;

    private Node(Execution execution) {
      this.execution = execution;
    }

    /** Returns the execution whose requests count for the node. */
    Execution execution() {
      return execution;
    }

    /** Returns how often the node was executed. */
    long runs() {
      return runs;
    }

    /** Returns how many rows the node has returned. */
    long rows() {
      return rows;
    }

    Duration time() {
      return time;
    }

    Activity activity() {
      return execution.activity();
    }

    /** Runs work whose time counts for the node. */
    <T> T timed(Supplier<T> work) {
      Instant start = clock.instant();
      try {
        return work.get();
      } finally {
        time = time.plus(Duration.between(start, clock.instant()));
      }
    }

    /** Returns an enumerator of the node's rows that counts them. */
    <T> Enumerator<T> counting(Enumerable<T> all) {
      runs++;
      Enumerator<T> counted = timed(all::enumerator);
      return new Enumerator<>() {
        @Override
        public T current() {
          return counted.current();
        }

        @Override
        public boolean moveNext() {
          boolean hasRow = timed(counted::moveNext);
          rows += hasRow ? 1 : 0;
          return hasRow;
        }

        @Override
        public void reset() {
          counted.reset();
        }

        @Override
        public void close() {
          counted.close();
        }
      };
    }
  }
}
