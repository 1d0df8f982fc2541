package io.github.twiliojdbc.catalog;

import java.util.Optional;

/**
 * One of Twilio's API products: what its tables have in common.
 *
 * @param name name of the product and its version, such as {@code api_v2010}
 * @param subdomain first part of the host name, such as {@code api} of {@code api.twilio.com}
 * @param paging how an answer holds rows, if a table does not say otherwise
 * @param timestamps how date-times are written
 * @param accountParameter path parameter that names the account; empty where the API answers for
 *     the account that signed in alone
 */
public record Product(
    String name,
    String subdomain,
    Paging paging,
    TimestampFormat timestamps,
    Optional<String> accountParameter) {

  /** How date-times are written in JSON. */
  public enum TimestampFormat {
    /** {@code Fri, 24 May 2019 17:44:46 +0000}. */
    RFC2822,
    /** {@code 2019-05-24T17:44:46Z}. */
    ISO8601
  }
}
