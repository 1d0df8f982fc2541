package io.github.twiliojdbc.scan;

/**
 * How many windows a list may be read in.
 *
 * <p>A window ends in a page that is not full, so each may cost a request more than one page after
 * another. While there is a window for two pages at most, besides three, all of them together send
 * at most half again as many requests as one page after another, and four: the page that was read
 * before, the three, and one that is all the rest when no other is allowed, less one since the
 * pages that are not full hold rows as well. Where rows at a seam are sent to both windows, they
 * may hold those alone, and it is two in place of three. Pages count as soon as they are sure to be
 * there.
 */
final class WindowBudget {
  private static final double WINDOWS_PER_PAGE = 0.5;
  private static final double WINDOWS_PER_PAGE_IN_TIME = 0.2;

  /**
   * Windows that one which is taken apart again costs: its page and the one that was asked for
   * behind it, one of which is its own, and one more that is a rest.
   */
  private static final int LOST_BY_SPLIT = 2;

  private final boolean overlaps;
  private final int spare;
  private double full;

  /** Pages that one after another would be for sure: another one followed the first. */
  private double pages = 2;

  private int begun;
  private int open;

  /**
   * Creates a budget.
   *
   * @param overlaps whether rows at a seam are sent to both windows
   */
  WindowBudget(boolean overlaps) {
    this.overlaps = overlaps;
    this.spare = overlaps ? 2 : 3;
  }

  /** Returns whether another window may be begun. */
  boolean allowsOneMore() {
    return allows(1);
  }

  /** Returns whether a window may be taken apart again, and is to be. */
  boolean allowsSplit() {
    boolean isAllowed = allows(LOST_BY_SPLIT + 1);
    if (isAllowed) {
      begun += LOST_BY_SPLIT;
    }
    return isAllowed;
  }

  private boolean allows(int more) {
    return begun + more <= allowed();
  }

  private double allowed() {
    return WINDOWS_PER_PAGE * pages + spare;
  }

  /**
   * Returns how many more windows there will be in time for so many pages that are left: fewer than
   * those pages pay for, since a window begins before the pages of others have come.
   */
  double left(double pagesLeft) {
    return allowed() - begun + WINDOWS_PER_PAGE_IN_TIME * pagesLeft;
  }

  /** Returns whether no window is being read, so that none will allow another one. */
  boolean isIdle() {
    return open == 0;
  }

  void begin() {
    begun++;
    open++;
  }

  /**
   * Takes note of a page.
   *
   * @param share its wanted rows, as a share of a full page
   * @param hasNext whether another one follows it
   */
  void saw(double share, boolean hasNext) {
    full += share;
    // The next one may hold nothing but what another window has brought.
    boolean isMore = hasNext && !overlaps;
    pages = Math.max(pages, isMore ? Math.floor(full) + 1 : Math.ceil(full));
  }

  void end() {
    open--;
  }
}
