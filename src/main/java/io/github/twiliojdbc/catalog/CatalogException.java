package io.github.twiliojdbc.catalog;

/** A mistake in a catalog file; the message names the file, the line and the key. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CatalogException(String message) {
    super(message);
  }
}
