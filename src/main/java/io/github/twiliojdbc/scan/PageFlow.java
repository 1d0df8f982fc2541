package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.value.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The pages of many chains, several of which are read at once, in the order in which they arrive.
 *
 * <p>Pages that nobody takes are not followed by others without end. Used by one thread; only the
 * reading itself happens in others.
 */
final class PageFlow {
  /** Pages that may wait to be taken while as many as allowed are being read. */
  private static final int MOST_WAITING = 4;

  private final Execution execution;
  private final Concurrency concurrency;
  private final boolean readsAhead;

  /** Chains that are not begun; those that another one was split into come first. */
  private final Deque<Iterator<PageChain>> upcoming = new ArrayDeque<>();

  /** Chains whose next page is not asked for yet, or has not arrived. */
  private final ChainsInTurn begun;

  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private final Deque<Arrival> pages = new ArrayDeque<>();
  private int mostAtOnce;

  /**
   * Creates a flow.
   *
   * @param readsAhead whether pages are read before they are asked for
   * @param areAllNeeded whether all chains are sure to be needed; otherwise more are read at once
   *     with each page or chain that was, so that little is read in vain if few rows suffice
   */
  PageFlow(
      Execution execution, Iterator<PageChain> chains, boolean readsAhead, boolean areAllNeeded) {
    this.execution = execution;
    this.concurrency = execution.session().concurrency();
    this.readsAhead = readsAhead;
    this.begun = new ChainsInTurn(execution.session().client());
    this.mostAtOnce = areAllNeeded ? concurrency.most() : 1;
    upcoming.add(chains);
  }

  /** Returns the next page that arrives, or null at the end. */
  @Nullable Arrival next() {
    while (true) {
      for (Arrival arrival = arrived.poll(); arrival != null; arrival = arrived.poll()) {
        take(arrival);
      }
      if (readsAhead || pages.isEmpty()) {
        begin();
      }
      if (!pages.isEmpty()) {
        return pages.remove();
      }
      if (begun.underWay() == 0) {
        return null;
      }
      take(await());
    }
  }

  private void begin() {
    while (begun.underWay() < mostAtOnce
        && begun.underWay() + pages.size() < mostAtOnce + MOST_WAITING) {
      PageChain chain = begun.poll();
      if (chain == null) {
        // To find the next chain may take a request of its own, for which pages do not wait.
        boolean mayLook = pages.isEmpty() && arrived.isEmpty() && !begun.isFull();
        PageChain found = mayLook ? nextChain() : null;
        if (found == null) {
          return;
        }
        begun.add(found);
      } else {
        begin(chain);
      }
    }
  }

  private @Nullable PageChain nextChain() {
    for (Iterator<Iterator<PageChain>> all = upcoming.iterator(); all.hasNext(); ) {
      Iterator<PageChain> chains = all.next();
      boolean mustWait = chains instanceof WindowChains windows && !windows.isReady();
      if (!mustWait && chains.hasNext()) {
        return chains.next();
      }
      if (!mustWait) {
        all.remove();
      }
    }
    return null;
  }

  private void begin(PageChain chain) {
    // What it fails with arrives as well.
    var unused =
        chain
            .fetch(readsAhead)
            .whenComplete(
                (page, failure) ->
                    arrived.add(
                        new Arrival(chain, failure == null ? page : Page.EMPTY, cause(failure))));
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  private void take(Arrival arrival) {
    PageChain chain = arrival.chain;
    begun.arrived(chain);
    arrival.check();
    Optional<WindowChains> split = chain.turn(arrival.page);
    if (split.isPresent()) {
      upcoming.addFirst(split.get());
    } else {
      pages.add(new Arrival(chain, chain.withoutSeen(arrival.page), null));
      chain.rest().ifPresent(upcoming::addFirst);
      if (chain.hasNext()) {
        begun.add(chain);
      }
    }
    if (readsAhead || !chain.hasNext()) {
      mostAtOnce = Math.min(concurrency.most(), 2 * mostAtOnce);
    }
  }

  private Arrival await() {
    try {
      return execution.cancellation().during(arrived::take);
    } catch (InterruptedException e) {
      throw execution.cancellation().interrupted();
    }
  }

  /**
   * A page that was read.
   *
   * @param failure what it failed with, or null
   */
  record Arrival(PageChain chain, Page page, @Nullable Throwable failure) {

    private void check() {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
  }
}
