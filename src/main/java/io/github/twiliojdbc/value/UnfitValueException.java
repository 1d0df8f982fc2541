package io.github.twiliojdbc.value;

/** A value that does not fit the type of its column. */
final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;

  UnfitValueException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  /** Returns the value as Twilio wrote it. */
  String text() {
    return text;
  }
}
