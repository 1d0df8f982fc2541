package io.github.twiliojdbc.catalog;

import java.util.Optional;

/**
 * One of Twilio's API products: what its tables have in common.
 *
 * @param name name of the product and its version, such as {@code api_v2010}
 * @param about one line that says what the product holds
 * @param subdomain first part of the host name, such as {@code api} of {@code api.twilio.com}
 * @param paging how a page names the next one
 * @param timestamps how date-times are written
 * @param accountParameter path parameter that names the account; empty where the API answers for
 *     the account that signed in alone
 * @param pageSize largest PageSize that the product accepts
 */
public record Product(
    String name,
    String about,
    String subdomain,
    Paging paging,
    TimestampFormat timestamps,
    Optional<String> accountParameter,
    int pageSize) {

  /** How a page names the next one. */
  public enum Paging {
    /** A path in {@code next_page_uri} at the top level. */
    NEXT_PAGE_URI,
    /** An absolute URL in {@code meta.next_page_url}. */
    META
  }

  /** How date-times are written in JSON. */
  public enum TimestampFormat {
    /** {@code Fri, 24 May 2019 17:44:46 +0000}. */
    RFC2822,
    /** {@code 2019-05-24T17:44:46Z}. */
    ISO8601
  }
}
