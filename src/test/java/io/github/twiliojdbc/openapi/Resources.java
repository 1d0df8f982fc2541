package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.twiliojdbc.catalog.Paging;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Step one: finds the lists in Twilio's files, and what the files say of them. */
final class Resources {
  private static final Set<String> OF_PAGES =
      Set.of("PageSize", "Page", "PageToken", "Size", "Token");
  private static final Pattern INSTANCE = Pattern.compile("/\\{\\w+}(\\.json)?$");

  private final OpenApi api;

  Resources(OpenApi api) {
    this.api = api;
  }

  /** Returns all lists, file after file. */
  List<Resource> lists() {
    List<Resource> lists = new ArrayList<>();
    api.files()
        .forEach(
            (spec, file) ->
                file.path("paths")
                    .properties()
                    .forEach(
                        path -> list(spec, path.getKey(), path.getValue()).ifPresent(lists::add)));
    return lists;
  }

  /** Returns a resource whose answer is one object. */
  Resource single(String spec, String path) {
    JsonNode operation = api.file(spec).path("paths").path(path).path("get");
    return new Resource(
        spec,
        path,
        subdomain(spec, path),
        Paging.ROW,
        "",
        fields(spec, api.answer(spec, operation)),
        parameters(spec, operation),
        Optional.empty());
  }

  private Optional<Resource> list(String spec, String path, JsonNode operations) {
    JsonNode operation = operations.path("get");
    JsonNode answer = api.answer(spec, operation);
    Optional<Paging> paging = paging(spec, path, answer);
    Optional<String> rows = paging.flatMap(kind -> rows(spec, answer, kind));
    return rows.map(
        key ->
            new Resource(
                spec,
                path,
                subdomain(spec, path),
                paging.get(),
                key,
                fields(spec, answer.path("properties").path(key).path("items")),
                parameters(spec, operation),
                instance(spec, path)));
  }

  /** Returns how an answer holds rows, if it is a list. */
  private Optional<Paging> paging(String spec, String path, JsonNode answer) {
    JsonNode properties = answer.path("properties");
    JsonNode meta = api.resolve(spec, properties.path("meta")).path("properties");
    if (properties.has("next_page_uri")) {
      return Optional.of(Paging.NEXT_PAGE_URI);
    }
    if (meta.has("next_page_url")) {
      return Optional.of(Paging.META);
    }
    if (meta.has("next_token")) {
      return Optional.of(Paging.TOKEN);
    }
    if (properties.has("has_next")) {
      return Optional.of(Paging.NUMBER);
    }
    // The fetch of a row can have arrays as well.
    String kind = api.libraryNames(spec, path).path("pathType").asText("list");
    return INSTANCE.matcher(path).find() || !kind.equals("list")
        ? Optional.empty()
        : Optional.of(Paging.NONE);
  }

  private Optional<String> rows(String spec, JsonNode answer, Paging paging) {
    List<String> arrays = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : answer.path("properties").properties()) {
      if (api.resolve(spec, property.getValue()).path("type").asText().equals("array")) {
        arrays.add(property.getKey());
      }
    }
    if (paging == Paging.NONE) {
      // Of SCIM's answers, which name the schemas that they follow.
      arrays.remove("schemas");
    }
    return arrays.size() == 1 ? Optional.of(arrays.get(0)) : Optional.empty();
  }

  private Map<String, JsonNode> fields(String spec, JsonNode row) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    JsonNode resolved = api.resolve(spec, row);
    for (String kind : List.of("allOf", "oneOf", "anyOf")) {
      resolved.path(kind).forEach(part -> fields.putAll(fields(spec, part)));
    }
    resolved
        .path("properties")
        .properties()
        .forEach(field -> fields.put(field.getKey(), api.resolve(spec, field.getValue())));
    return fields;
  }

  private Map<String, JsonNode> parameters(String spec, JsonNode operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode reference : operation.path("parameters")) {
      JsonNode parameter = api.resolve(spec, reference);
      if (parameter.path("in").asText().equals("query")) {
        parameters.put(
            parameter.path("name").asText(), api.resolve(spec, parameter.path("schema")));
      }
    }
    return parameters;
  }

  /** Returns whether a parameter says which page of a list is asked for. */
  static boolean isOfPages(String parameter) {
    return OF_PAGES.contains(parameter);
  }

  private Optional<String> instance(String spec, String path) {
    String plain = path.replaceAll("\\.json$", "");
    String ending = path.substring(plain.length());
    return api.pathLike(spec, plain + "/{x}" + ending)
        .filter(
            found ->
                api.file(spec)
                    .path("paths")
                    .path(found)
                    .path("get")
                    .at("/responses/200/content")
                    .has("application/json"));
  }

  private String subdomain(String spec, String path) {
    JsonNode own = api.file(spec).path("paths").path(path).path("servers").path(0);
    JsonNode server = own.isMissingNode() ? api.file(spec).path("servers").path(0) : own;
    String host = URI.create(server.path("url").asText()).getHost();
    return host.substring(0, host.indexOf('.'));
  }
}
