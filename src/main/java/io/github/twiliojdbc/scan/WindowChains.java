package io.github.twiliojdbc.scan;

import java.util.Iterator;

/** Chains of the windows of a list, of which each waits until it is sure to pay. */
interface WindowChains extends Iterator<PageChain> {
  /** Returns whether the next chain may be begun; if not, one that is begun will allow it. */
  boolean isReady();
}
