package io.github.twiliojdbc.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.twiliojdbc.catalog.Paging;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Twilio's files say of a resource that is read with GET: a list, or a single object.
 *
 * @param spec name of the file, such as {@code messaging_v1}
 * @param path path as the file has it
 * @param subdomain first part of the host name
 * @param paging how an answer holds rows
 * @param rows key of the array that holds the rows; empty for a single object
 * @param fields properties of a row by name, with references resolved
 * @param parameters parameters of the query by name
 * @param instance path of one row of the list, if there is one
 */
record Resource(
    String spec,
    String path,
    String subdomain,
    Paging paging,
    String rows,
    Map<String, JsonNode> fields,
    Map<String, JsonNode> parameters,
    Optional<String> instance) {

  /** Returns what names the resource in the mapping: file and path. */
  String id() {
    return spec + " " + path;
  }

  /** Returns the names of the path's parameters in order. */
  List<String> pathParameters() {
    return OpenApi.parameters(path);
  }
}
