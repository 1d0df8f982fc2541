package io.github.twiliojdbc;

import io.github.twiliojdbc.connect.ConnectionOpener;
import io.github.twiliojdbc.connect.ConnectionProperty;
import io.github.twiliojdbc.jdbc.DriverInfo;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source with a setter for each connection property, for pools and frameworks.
 *
 * <p>The setters do not check their values; {@link #getConnection()} does, as for a URL. Not safe
 * for setting by several threads; safe for connecting by several once set.
 */
public final class TwilioDataSource implements DataSource {
  private final Properties properties = new Properties();
  private String url = ConnectionOpener.EMPTY_URL;
  private @Nullable PrintWriter logWriter;

  /**
   * Opens a connection; no request is sent until a query runs.
   *
   * @throws SQLException if a property is wrong (08001), or there are no credentials (28000)
   */
  @Override
  public Connection getConnection() throws SQLException {
    return ConnectionOpener.standard().open(url, properties);
  }

  /**
   * Opens a connection for another user.
   *
   * @param user account SID or API key, as {@link #setUser}
   * @param password token or secret that belongs to it
   */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties given = new Properties();
    given.putAll(properties);
    given.setProperty(ConnectionProperty.USER.key(), user);
    given.setProperty(ConnectionProperty.PASSWORD.key(), password);
    return ConnectionOpener.standard().open(url, given);
  }

  /** Sets the URL whose properties count before those that are set one by one. */
  public void setUrl(String value) {
    url = value;
  }

  /** Sets {@code accountSid}, see {@link ConnectionProperty#ACCOUNT_SID}. */
  public void setAccountSid(String value) {
    set(ConnectionProperty.ACCOUNT_SID, value);
  }

  /** Sets {@code authToken}, see {@link ConnectionProperty#AUTH_TOKEN}. */
  public void setAuthToken(String value) {
    set(ConnectionProperty.AUTH_TOKEN, value);
  }

  /** Sets {@code apiKey}, see {@link ConnectionProperty#API_KEY}. */
  public void setApiKey(String value) {
    set(ConnectionProperty.API_KEY, value);
  }

  /** Sets {@code apiSecret}, see {@link ConnectionProperty#API_SECRET}. */
  public void setApiSecret(String value) {
    set(ConnectionProperty.API_SECRET, value);
  }

  /** Sets {@code clientId}, see {@link ConnectionProperty#CLIENT_ID}. */
  public void setClientId(String value) {
    set(ConnectionProperty.CLIENT_ID, value);
  }

  /** Sets {@code clientSecret}, see {@link ConnectionProperty#CLIENT_SECRET}. */
  public void setClientSecret(String value) {
    set(ConnectionProperty.CLIENT_SECRET, value);
  }

  /** Sets {@code user}, see {@link ConnectionProperty#USER}. */
  public void setUser(String value) {
    set(ConnectionProperty.USER, value);
  }

  /** Sets {@code password}, see {@link ConnectionProperty#PASSWORD}. */
  public void setPassword(String value) {
    set(ConnectionProperty.PASSWORD, value);
  }

  /** Sets {@code credentialsFile}, see {@link ConnectionProperty#CREDENTIALS_FILE}. */
  public void setCredentialsFile(String value) {
    set(ConnectionProperty.CREDENTIALS_FILE, value);
  }

  /** Sets {@code profile}, see {@link ConnectionProperty#PROFILE}. */
  public void setProfile(String value) {
    set(ConnectionProperty.PROFILE, value);
  }

  /** Sets {@code accounts}, see {@link ConnectionProperty#ACCOUNTS}. */
  public void setAccounts(String value) {
    set(ConnectionProperty.ACCOUNTS, value);
  }

  /** Sets {@code schema}, see {@link ConnectionProperty#SCHEMA}. */
  public void setSchema(String value) {
    set(ConnectionProperty.SCHEMA, value);
  }

  /** Sets {@code startDate}, see {@link ConnectionProperty#START_DATE}. */
  public void setStartDate(String value) {
    set(ConnectionProperty.START_DATE, value);
  }

  /** Sets {@code lookbackWindow}, see {@link ConnectionProperty#LOOKBACK_WINDOW}. */
  public void setLookbackWindow(int value) {
    set(ConnectionProperty.LOOKBACK_WINDOW, Integer.toString(value));
  }

  /** Sets {@code endpoint}, see {@link ConnectionProperty#ENDPOINT}. */
  public void setEndpoint(String value) {
    set(ConnectionProperty.ENDPOINT, value);
  }

  /** Sets {@code region}, see {@link ConnectionProperty#REGION}. */
  public void setRegion(String value) {
    set(ConnectionProperty.REGION, value);
  }

  /** Sets {@code edge}, see {@link ConnectionProperty#EDGE}. */
  public void setEdge(String value) {
    set(ConnectionProperty.EDGE, value);
  }

  /** Sets {@code timeZone}, see {@link ConnectionProperty#TIME_ZONE}. */
  public void setTimeZone(String value) {
    set(ConnectionProperty.TIME_ZONE, value);
  }

  /** Sets {@code pageSize}, see {@link ConnectionProperty#PAGE_SIZE}. */
  public void setPageSize(int value) {
    set(ConnectionProperty.PAGE_SIZE, Integer.toString(value));
  }

  /** Sets {@code maxConcurrency}, see {@link ConnectionProperty#MAX_CONCURRENCY}. */
  public void setMaxConcurrency(int value) {
    set(ConnectionProperty.MAX_CONCURRENCY, Integer.toString(value));
  }

  /** Sets {@code maxRequests}, see {@link ConnectionProperty#MAX_REQUESTS}. */
  public void setMaxRequests(int value) {
    set(ConnectionProperty.MAX_REQUESTS, Integer.toString(value));
  }

  /** Sets {@code connectTimeout}, see {@link ConnectionProperty#CONNECT_TIMEOUT}. */
  public void setConnectTimeout(int value) {
    set(ConnectionProperty.CONNECT_TIMEOUT, Integer.toString(value));
  }

  /** Sets {@code readTimeout}, see {@link ConnectionProperty#READ_TIMEOUT}. */
  public void setReadTimeout(int value) {
    set(ConnectionProperty.READ_TIMEOUT, Integer.toString(value));
  }

  /** Sets {@code maxRetries}, see {@link ConnectionProperty#MAX_RETRIES}. */
  public void setMaxRetries(int value) {
    set(ConnectionProperty.MAX_RETRIES, Integer.toString(value));
  }

  /** Sets {@code proxyHost}, see {@link ConnectionProperty#PROXY_HOST}. */
  public void setProxyHost(String value) {
    set(ConnectionProperty.PROXY_HOST, value);
  }

  /** Sets {@code proxyPort}, see {@link ConnectionProperty#PROXY_PORT}. */
  public void setProxyPort(int value) {
    set(ConnectionProperty.PROXY_PORT, Integer.toString(value));
  }

  /** Sets {@code proxyUser}, see {@link ConnectionProperty#PROXY_USER}. */
  public void setProxyUser(String value) {
    set(ConnectionProperty.PROXY_USER, value);
  }

  /** Sets {@code proxyPassword}, see {@link ConnectionProperty#PROXY_PASSWORD}. */
  public void setProxyPassword(String value) {
    set(ConnectionProperty.PROXY_PASSWORD, value);
  }

  /** Sets {@code socksProxy}, see {@link ConnectionProperty#SOCKS_PROXY}. */
  public void setSocksProxy(String value) {
    set(ConnectionProperty.SOCKS_PROXY, value);
  }

  /** Sets {@code nonProxyHosts}, see {@link ConnectionProperty#NON_PROXY_HOSTS}. */
  public void setNonProxyHosts(String value) {
    set(ConnectionProperty.NON_PROXY_HOSTS, value);
  }

  /** Sets {@code trustStore}, see {@link ConnectionProperty#TRUST_STORE}. */
  public void setTrustStore(String value) {
    set(ConnectionProperty.TRUST_STORE, value);
  }

  /** Sets {@code trustStorePassword}, see {@link ConnectionProperty#TRUST_STORE_PASSWORD}. */
  public void setTrustStorePassword(String value) {
    set(ConnectionProperty.TRUST_STORE_PASSWORD, value);
  }

  /** Sets {@code applicationName}, see {@link ConnectionProperty#APPLICATION_NAME}. */
  public void setApplicationName(String value) {
    set(ConnectionProperty.APPLICATION_NAME, value);
  }

  /** Sets {@code headers}, see {@link ConnectionProperty#HEADERS}. */
  public void setHeaders(String value) {
    set(ConnectionProperty.HEADERS, value);
  }

  /** Sets {@code validateOnConnect}, see {@link ConnectionProperty#VALIDATE_ON_CONNECT}. */
  public void setValidateOnConnect(boolean value) {
    set(ConnectionProperty.VALIDATE_ON_CONNECT, Boolean.toString(value));
  }

  /** Sets {@code cache}, see {@link ConnectionProperty#CACHE}. */
  public void setCache(boolean value) {
    set(ConnectionProperty.CACHE, Boolean.toString(value));
  }

  /** Sets {@code cacheTtl}, see {@link ConnectionProperty#CACHE_TTL}. */
  public void setCacheTtl(int value) {
    set(ConnectionProperty.CACHE_TTL, Integer.toString(value));
  }

  /** Sets {@code cacheSize}, see {@link ConnectionProperty#CACHE_SIZE}. */
  public void setCacheSize(int value) {
    set(ConnectionProperty.CACHE_SIZE, Integer.toString(value));
  }

  /** Sets {@code exposeSecrets}, see {@link ConnectionProperty#EXPOSE_SECRETS}. */
  public void setExposeSecrets(boolean value) {
    set(ConnectionProperty.EXPOSE_SECRETS, Boolean.toString(value));
  }

  /** Sets {@code logLevel}, see {@link ConnectionProperty#LOG_LEVEL}. */
  public void setLogLevel(String value) {
    set(ConnectionProperty.LOG_LEVEL, value);
  }

  /** Sets {@code logFile}, see {@link ConnectionProperty#LOG_FILE}. */
  public void setLogFile(String value) {
    set(ConnectionProperty.LOG_FILE, value);
  }

  /** Sets {@code sandbox}, see {@link ConnectionProperty#SANDBOX}. */
  public void setSandbox(boolean value) {
    set(ConnectionProperty.SANDBOX, Boolean.toString(value));
  }

  private void set(ConnectionProperty property, String value) {
    properties.setProperty(property.key(), value);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  /** Accepts a log writer, which nothing is written to. */
  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    logWriter = out;
  }

  /** Sets {@code connectTimeout}; 0 restores its default. */
  @Override
  public void setLoginTimeout(int seconds) {
    if (seconds == 0) {
      properties.remove(ConnectionProperty.CONNECT_TIMEOUT.key());
    } else {
      setConnectTimeout(seconds);
    }
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(properties.getProperty(ConnectionProperty.CONNECT_TIMEOUT.key(), "0"));
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(DriverInfo.LOGGER);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("A TwilioDataSource is no " + type.getName() + ".", "HY000");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
