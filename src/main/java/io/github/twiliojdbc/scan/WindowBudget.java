package io.github.twiliojdbc.scan;

/**
 * How many windows a list may be read in.
 *
 * <p>A window ends in a page that is not full, so each may cost a request more than one page after
 * another. While there is a window for two full pages at most, besides three, all of them together
 * send at most half again as many requests as one page after another, and four: the page that was
 * read before, the three, and one that is all the rest when no other is allowed, less one since the
 * pages that are not full hold rows as well. Where rows at a seam are sent to both windows, they
 * may hold those alone, and it is two in place of three.
 */
final class WindowBudget {
  private static final double WINDOWS_PER_PAGE = 0.5;
  private final int spare;
  private double pages;
  private int begun;
  private int open;

  /**
   * Creates a budget.
   *
   * @param overlaps whether rows at a seam are sent to both windows
   */
  WindowBudget(boolean overlaps) {
    this.spare = overlaps ? 2 : 3;
  }

  /** Returns whether another window may be begun. */
  boolean allowsOneMore() {
    // The page that was read before was full.
    return begun + 1 <= WINDOWS_PER_PAGE * Math.max(1, pages) + spare;
  }

  /** Returns whether no window is being read, so that none will allow another one. */
  boolean isIdle() {
    return open == 0;
  }

  void begin() {
    begun++;
    open++;
  }

  /** Takes note of wanted rows, as a share of a full page. */
  void saw(double share) {
    pages += share;
  }

  void end() {
    open--;
  }
}
