package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.transport.Endpoint;
import io.github.twiliojdbc.transport.TwilioClient;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What all statements of a connection share.
 *
 * <p>Safe for use by several threads.
 */
public final class Session implements AutoCloseable {
  private final Catalog catalog;
  private final TwilioClient client;
  private final Endpoint endpoint;
  private final String accountSid;
  private final boolean exposeSecrets;
  private final OptionalInt maxRequests;
  private volatile @Nullable List<String> subAccounts;

  /**
   * Creates a session.
   *
   * @param endpoint where the client sends requests, for messages and next-page links
   * @param accountSid account that signs in
   * @param exposeSecrets whether secret columns are read
   * @param maxRequests most requests that a statement may send, if there is a limit
   */
  public Session(
      Catalog catalog,
      TwilioClient client,
      Endpoint endpoint,
      String accountSid,
      boolean exposeSecrets,
      OptionalInt maxRequests) {
    this.catalog = catalog;
    this.client = client;
    this.endpoint = endpoint;
    this.accountSid = accountSid;
    this.exposeSecrets = exposeSecrets;
    this.maxRequests = maxRequests;
  }

  Catalog catalog() {
    return catalog;
  }

  TwilioClient client() {
    return client;
  }

  /** Returns where requests go. */
  public Endpoint endpoint() {
    return endpoint;
  }

  String accountSid() {
    return accountSid;
  }

  boolean exposeSecrets() {
    return exposeSecrets;
  }

  OptionalInt maxRequests() {
    return maxRequests;
  }

  /** Returns the sub-accounts, if a statement has read them before. */
  Optional<List<String>> subAccounts() {
    return Optional.ofNullable(subAccounts);
  }

  void rememberSubAccounts(List<String> sids) {
    subAccounts = List.copyOf(sids);
  }

  @Override
  public void close() {
    client.close();
  }
}
