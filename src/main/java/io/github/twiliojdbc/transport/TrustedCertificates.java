package io.github.twiliojdbc.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Certificates of authorities that are trusted in place of the JVM's. */
public final class TrustedCertificates {
  private static final String PEM = "-----BEGIN CERTIFICATE-----";

  private final X509TrustManager manager;

  private TrustedCertificates(X509TrustManager manager) {
    this.manager = manager;
  }

  /**
   * Reads certificates from a file: PEM, or a key store of any type that the JVM knows.
   *
   * @param password password of a key store
   * @throws IOException if the file cannot be read
   * @throws GeneralSecurityException if there are no certificates in it
   */
  public static TrustedCertificates read(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    byte[] bytes = Files.readAllBytes(file);
    boolean isText = new String(bytes, StandardCharsets.ISO_8859_1).contains(PEM);
    KeyStore store = isText ? ofText(bytes) : KeyStore.getInstance(file.toFile(), password);
    if (store.size() == 0) {
      throw new GeneralSecurityException("it holds none");
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    return new TrustedCertificates(
        Stream.of(managers.getTrustManagers())
            .filter(X509TrustManager.class::isInstance)
            .map(X509TrustManager.class::cast)
            .findFirst()
            .orElseThrow());
  }

  private static KeyStore ofText(byte[] text) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(text))) {
      store.setCertificateEntry("certificate" + store.size(), certificate);
    }
    return store;
  }

  void configure(OkHttpClient.Builder builder) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {manager}, null);
      builder.sslSocketFactory(context.getSocketFactory(), manager);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has TLS", e);
    }
  }
}
