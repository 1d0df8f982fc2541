package io.github.twiliojdbc.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Descriptions made of names, where nothing better is known. */
final class Words {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("sid", "Identifier of the %s."),
          Map.entry("id", "Identifier of the %s."),
          Map.entry("account_sid", "Account that owns the %s."),
          Map.entry("friendly_name", "Name given to the %s."),
          Map.entry("unique_name", "Own name of the %s, unique among its kind."),
          Map.entry("date_created", "When the %s was created."),
          Map.entry("date_updated", "When the %s last changed."),
          Map.entry("status", "Where the %s stands."),
          Map.entry("created_by", "Who created the %s."),
          Map.entry("updated_by", "Who changed the %s last."),
          Map.entry("type", "Kind of the %s."),
          Map.entry("attributes", "Own data of the %s, as JSON."),
          Map.entry("api_version", "Version of the API that the %s was made with."),
          Map.entry("uri", "Path of the %s in the API."),
          Map.entry("url", "Address of the %s in the API."),
          Map.entry("links", "Addresses of what belongs to the %s."),
          Map.entry("subresource_uris", "Paths of what belongs to the %s."));
  private static final List<String> SHORT =
      List.of(
          "sid", "id", "url", "uri", "sms", "mms", "ip", "sip", "iso", "api", "http", "https",
          "sdk", "apn", "gcm", "fcm", "iccid", "imei", "pii", "json", "tts", "a2p", "us", "sim",
          "ttl", "cnam", "lata", "totp", "dlr", "ms", "qos", "pin", "mcc", "mnc", "rbm", "csv",
          "twiml", "crm", "uuid", "utc", "mos", "pstn", "jws", "html");

  private Words() {}

  /** Returns what a column of a thing holds. */
  static String column(String column, String type, String thing) {
    String known = KNOWN.get(column);
    if (known != null) {
      return known.formatted(thing);
    }
    String own = thing.substring(thing.lastIndexOf(' ') + 1) + "_";
    if (column.startsWith(own)) {
      return column(column.substring(own.length()), type, thing);
    }
    if (type.equals("BOOLEAN")) {
      return truth(column, thing);
    }
    if (type.equals("TIMESTAMP") && column.startsWith("date_")) {
      return "When the %s was %s.".formatted(thing, lower(column.substring("date_".length())));
    }
    if (column.endsWith("_sid") || column.endsWith("_id")) {
      String other = column.substring(0, column.lastIndexOf('_'));
      return "Identifier of the %s's %s.".formatted(thing, lower(other));
    }
    return upper(column) + " of the " + thing + ".";
  }

  private static String truth(String column, String thing) {
    int word = column.indexOf('_');
    String rest = lower(column.substring(word + 1));
    return switch (word < 0 ? "" : column.substring(0, word)) {
      case "is" -> "Whether the %s is %s.".formatted(thing, rest);
      case "has" -> "Whether the %s has %s.".formatted(thing, rest);
      case "enable" -> "Whether %s is on for the %s.".formatted(rest, thing);
      default ->
          column.matches(".*(ed|only|able|ing)")
              ? "Whether the %s is %s.".formatted(thing, lower(column))
              : "Whether %s is set for the %s.".formatted(lower(column), thing);
    };
  }

  /** Returns a name, or words, as the beginning of a sentence. */
  static String upper(String name) {
    String words = lower(name);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Returns a name in words, such as {@code phone numbers}. */
  static String lower(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split("_", -1)) {
      words.append(words.isEmpty() ? "" : " ");
      boolean isPlural = word.endsWith("s") && SHORT.contains(word.substring(0, word.length() - 1));
      String one = isPlural ? word.substring(0, word.length() - 1) : word;
      words.append(
          SHORT.contains(one) ? one.toUpperCase(Locale.ROOT).replace("TWIML", "TwiML") : one);
      words.append(isPlural ? "s" : "");
    }
    return words.toString();
  }
}
