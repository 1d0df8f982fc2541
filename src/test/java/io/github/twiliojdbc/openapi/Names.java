package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tables are called: as Twilio's libraries call the resource.
 *
 * <p>The files carry what the libraries mount a path as ({@code mountName}), what they call one of
 * its rows ({@code className}) and what it is mounted below ({@code parent}). A table's name is the
 * mount name, or the plural of the class name, or the last segment of the path, behind the class
 * names of the parents. The account is left out, and so is a parent whose name the name begins
 * with.
 */
final class Names {
  private static final String ACCOUNT = "/2010-04-01/Accounts/{}.json";

  private final OpenApi api;

  Names(OpenApi api) {
    this.api = api;
  }

  /** Returns the name of the resource at a path. */
  String of(String spec, String path) {
    List<String> parts = new ArrayList<>();
    List<String> all = new ArrayList<>(parents(spec, path));
    all.add(ofMany(spec, path));
    for (String part : all) {
      while (!parts.isEmpty() && begins(part, parts.get(parts.size() - 1))) {
        parts.remove(parts.size() - 1);
      }
      parts.add(part);
    }
    return String.join("_", parts);
  }

  /** Returns what the rows of a path are called, without its parents. */
  String ofMany(String spec, String path) {
    JsonNode names = api.libraryNames(spec, path);
    if (names.has("mountName")) {
      return OpenApi.snake(names.get("mountName").asText());
    }
    return names.has("className")
        ? plural(OpenApi.snake(names.get("className").asText()))
        : OpenApi.snake(lastSegment(path));
  }

  /** Returns what one row of a path is called, without its parents. */
  String ofOne(String spec, String path) {
    JsonNode names = api.libraryNames(spec, path);
    String plain = path.replaceFirst("/\\{\\w+}(\\.json)?$", "$1");
    JsonNode list =
        api.pathLike(spec, plain).map(found -> api.libraryNames(spec, found)).orElse(names);
    for (JsonNode each : List.of(names, list)) {
      if (each.has("className")) {
        return OpenApi.snake(each.get("className").asText());
      }
    }
    return singular(
        OpenApi.snake(list.has("mountName") ? list.get("mountName").asText() : lastSegment(path)));
  }

  private List<String> parents(String spec, String path) {
    JsonNode parent = api.libraryNames(spec, path).path("parent");
    if (parent.isMissingNode()) {
      return List.of();
    }
    String version = "/" + Splitter.on('/').splitToList(path).get(1);
    Optional<String> found =
        api.pathLike(spec, version + parent.asText()).or(() -> api.pathLike(spec, parent.asText()));
    if (found.isEmpty()) {
      return List.of(singular(OpenApi.snake(lastSegment(parent.asText()))));
    }
    if (OpenApi.shape(found.get()).equals(ACCOUNT)) {
      return List.of();
    }
    List<String> parents = new ArrayList<>(parents(spec, found.get()));
    parents.add(ofOne(spec, found.get()));
    return parents;
  }

  private static boolean begins(String name, String parent) {
    return name.equals(parent)
        || name.startsWith(parent + "_")
        || name.startsWith(plural(parent) + "_");
  }

  private static String lastSegment(String path) {
    List<String> segments =
        Splitter.on('/').omitEmptyStrings().splitToList(path.replace(".json", "")).stream()
            .filter(segment -> !segment.startsWith("{"))
            .toList();
    return segments.get(segments.size() - 1);
  }

  static String plural(String word) {
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return word;
    }
    if (word.matches(".*(ss|x|ch|sh)")) {
      return word + "es";
    }
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  static String singular(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.matches(".*(ss|ch|sh|x)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s") && !word.matches(".*(ss|us|is)")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
