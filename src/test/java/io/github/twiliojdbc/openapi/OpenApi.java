package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Twilio's OpenAPI files.
 *
 * @param files the files by name, such as {@code messaging_v1}
 */
record OpenApi(Map<String, JsonNode> files) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** Reads the files of a folder. */
  static OpenApi read(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, JsonNode> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(file -> file.toString().endsWith(".json")).toList()) {
        String name = path.getFileName().toString().replaceAll("^twilio_|\\.json$", "");
        files.put(name, mapper.readTree(path.toFile()));
      }
    }
    return new OpenApi(files);
  }

  /** Returns a file, which must exist. */
  JsonNode file(String spec) {
    JsonNode file = files.get(spec);
    if (file == null) {
      throw new IllegalArgumentException("no file " + spec);
    }
    return file;
  }

  /** Returns what the file says of the names that Twilio's libraries give a path. */
  JsonNode libraryNames(String spec, String path) {
    return file(spec).path("paths").path(path).path("x-twilio");
  }

  /** Returns the path of a file that has this shape, whatever its parameters are called. */
  Optional<String> pathLike(String spec, String path) {
    String shape = shape(path);
    for (Map.Entry<String, JsonNode> known : file(spec).path("paths").properties()) {
      if (shape(known.getKey()).equals(shape)) {
        return Optional.of(known.getKey());
      }
    }
    return Optional.empty();
  }

  /** Returns a node, or the one that it refers to. */
  JsonNode resolve(String spec, JsonNode node) {
    return node.has("$ref")
        ? resolve(spec, file(spec).at(node.get("$ref").asText().substring(1)))
        : node;
  }

  /** Returns the schema of a GET operation's answer, if it is JSON. */
  JsonNode answer(String spec, JsonNode get) {
    for (Map.Entry<String, JsonNode> content :
        get.path("responses").path("200").path("content").properties()) {
      if (content.getKey().contains("json")) {
        return resolve(spec, content.getValue().path("schema"));
      }
    }
    return MissingNode.getInstance();
  }

  /** Returns the names of a path's parameters in order. */
  static List<String> parameters(String path) {
    return PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
  }

  /** Returns a path without the names of its parameters. */
  static String shape(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }

  /**
   * Returns a name such as {@code FriendlyName} or {@code friendlyName} as {@code friendly_name}.
   */
  static String snake(String name) {
    return Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
        .matcher(name)
        .replaceAll((MatchResult match) -> "_")
        .replace('-', '_')
        .toLowerCase(Locale.ROOT);
  }
}
