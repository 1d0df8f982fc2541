package io.github.twiliojdbc.catalog;

/** How an answer holds rows, and how it names the next one. */
public enum Paging {
  /** A path in {@code next_page_uri} at the top level. */
  NEXT_PAGE_URI,
  /** An absolute URL in {@code meta.next_page_url}. */
  META,
  /** A token in {@code meta.next_token}, which the parameter {@code Token} takes. */
  TOKEN,
  /**
   * The number of the page in {@code current_page}, and whether another follows in {@code
   * has_next}.
   */
  NUMBER,
  /** One answer holds all rows. */
  NONE,
  /** The answer is the only row itself. */
  ROW;

  /** Returns whether rows come in pages, so that their size can be asked for. */
  public boolean hasPages() {
    return this != NONE && this != ROW;
  }
}
