package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.transport.TwilioClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chains that have a page which can be asked for, those of different accounts in turn.
 *
 * <p>Where Twilio bears no more requests of an account, its chains leave the room that there is to
 * those of others.
 */
final class ChainsInTurn {
  /** Chains that may rest while others are looked for that could be read. */
  private static final int MOST_RESTING = 10_000;

  /** Requests of an account that wait, so that one is at hand when it bears another. */
  private static final int WAITING = 1;

  private final TwilioClient client;
  private final Map<String, Deque<PageChain>> resting = new LinkedHashMap<>();

  /** Accounts of the pages that are asked for. */
  private final Map<PageChain, String> underWay = new HashMap<>();

  ChainsInTurn(TwilioClient client) {
    this.client = client;
  }

  /** Returns how many pages are asked for that have not arrived. */
  int underWay() {
    return underWay.size();
  }

  boolean isFull() {
    return resting.values().stream().mapToInt(Deque::size).sum() >= MOST_RESTING;
  }

  void add(PageChain chain) {
    resting.computeIfAbsent(account(chain), account -> new ArrayDeque<>()).add(chain);
  }

  /** Returns a chain whose next page is to be asked for, or null if none may be yet. */
  @Nullable PageChain poll() {
    for (Iterator<Map.Entry<String, Deque<PageChain>>> all = resting.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<String, Deque<PageChain>> ofAccount = all.next();
      String account = ofAccount.getKey();
      Deque<PageChain> chains = ofAccount.getValue();
      if (underWay(account) - WAITING < client.room(chains.element().next())) {
        PageChain chain = chains.remove();
        all.remove();
        if (!chains.isEmpty()) {
          resting.put(account, chains);
        }
        underWay.put(chain, account);
        return chain;
      }
    }
    return null;
  }

  private long underWay(String account) {
    return underWay.values().stream().filter(account::equals).count();
  }

  /** Takes note that the page that was asked for has arrived. */
  void arrived(PageChain chain) {
    underWay.remove(chain);
  }

  private static String account(PageChain chain) {
    return chain.next().account().orElse("");
  }
}
