package io.github.twiliojdbc.value;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.twiliojdbc.catalog.Json;
import io.github.twiliojdbc.catalog.Paging;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one table. */
public final class PageDecoder {

  private static final int HINT_LENGTH = 2000;
  private static final Pattern NEXT_PAGE =
      Pattern.compile("\"next_page_ur[il]\"\\s*:\\s*\"([^\"\\\\]+)\"");

  private final String rowsKey;
  private final List<String> key;
  private final Paging paging;
  private final boolean isLinkOptional;
  private final RowDecoder rows;

  /** Creates a decoder of a table's pages. */
  public PageDecoder(TableDefinition table, RowDecoder rows) {
    this.rowsKey = table.rows();
    this.key = table.key().stream().map(name -> table.column(name).field()).toList();
    this.paging = table.paging();
    this.isLinkOptional = table.isLinkOptional();
    this.rows = rows;
  }

  /**
   * Reads a page.
   *
   * @param body the page's JSON
   * @param defaults what a row holds before its fields are read: the path's values, else null
   * @throws MalformedPageException if the body is not a page of the table
   */
  public Page decode(byte[] body, @Nullable Object[] defaults) throws MalformedPageException {
    return read(
        body, parser -> paging == Paging.ROW ? row(parser, defaults) : page(parser, defaults));
  }

  /**
   * Returns the link to the next page if it stands near the end of a page, without reading the
   * page.
   *
   * <p>It is likely to be right, but no more: what rows hold may look like it.
   */
  public Optional<String> nextPageHint(byte[] body) {
    int start = Math.max(0, body.length - HINT_LENGTH);
    String end = new String(body, start, body.length - start, StandardCharsets.ISO_8859_1);
    Matcher matcher = NEXT_PAGE.matcher(end);
    Optional<String> hint = Optional.empty();
    while (matcher.find()) {
      hint = Optional.of(matcher.group(1));
    }
    return hint;
  }

  /**
   * Reads a row that was asked for by its key.
   *
   * @param body the row's JSON
   * @param defaults what the row holds before its fields are read: the path's values, else null
   * @return a page of that row, without a next page
   * @throws MalformedPageException if the body is not a JSON object with a column of the key
   */
  public Page decodeRow(byte[] body, @Nullable Object[] defaults) throws MalformedPageException {
    if (!key.isEmpty() && !read(body, this::hasKey)) {
      throw new MalformedPageException(
          "answered an object without " + String.join(" and ", key) + ", which is not the row");
    }
    return read(body, parser -> row(parser, defaults));
  }

  private Page row(JsonParser parser, @Nullable Object[] defaults) throws IOException {
    return new Page(Collections.singletonList(rows.decode(parser, defaults)), Optional.empty());
  }

  private boolean hasKey(JsonParser parser) throws IOException {
    boolean isThere = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      isThere |= parser.nextToken().isScalarValue() && key.contains(name);
      parser.skipChildren();
    }
    return isThere;
  }

  private Page page(JsonParser parser, @Nullable Object[] defaults) throws IOException {
    List<@Nullable Object[]> decoded = null;
    Next next = isLinkOptional || paging == Paging.NONE ? Next.NONE : Next.UNSAID;
    int number = 0;
    boolean hasNext = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(rowsKey) && value == JsonToken.START_ARRAY) {
        decoded = decodeRows(parser, defaults);
      } else if (name.equals(rowsKey) && paging == Paging.NONE && value == JsonToken.VALUE_NULL) {
        decoded = List.of();
      } else if (paging == Paging.NEXT_PAGE_URI && name.equals("next_page_uri")) {
        next = link(parser);
      } else if (name.equals("meta") && value == JsonToken.START_OBJECT) {
        next = nextOfMeta(parser).or(next);
      } else if (paging == Paging.NUMBER && name.equals("current_page")) {
        number = parser.getValueAsInt();
      } else if (paging == Paging.NUMBER && name.equals("has_next") && value.isBoolean()) {
        hasNext = parser.getBooleanValue();
        next = Next.NONE;
      } else {
        parser.skipChildren();
      }
    }
    if (decoded == null) {
      throw new MalformedPageException("answered JSON without a list '" + rowsKey + "'");
    }
    if (hasNext) {
      next = Next.parameter("Page", String.valueOf(number + 1));
    }
    if (!next.isSaid) {
      throw new MalformedPageException("answered a page that does not say whether it is the last");
    }
    return new Page(decoded, next.link);
  }

  private static <T> T read(byte[] body, ObjectReader<T> reader) throws MalformedPageException {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedPageException("answered something that is not a JSON object");
      }
      return reader.read(parser);
    } catch (JsonProcessingException e) {
      throw new MalformedPageException(
          "answered something that is not JSON: " + e.getOriginalMessage());
    } catch (MalformedPageException e) {
      throw e;
    } catch (IOException e) {
      throw new MalformedPageException("answered bytes that are no text in UTF-8");
    }
  }

  private List<@Nullable Object[]> decodeRows(JsonParser parser, @Nullable Object[] defaults)
      throws IOException {
    List<@Nullable Object[]> decoded = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new MalformedPageException(
            "answered a list '" + rowsKey + "' of things that are not objects");
      }
      decoded.add(rows.decode(parser, defaults));
    }
    return decoded;
  }

  private Next nextOfMeta(JsonParser parser) throws IOException {
    Next next = Next.UNSAID;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (paging == Paging.META && name.equals("next_page_url")) {
        next = link(parser);
      } else if (paging == Paging.TOKEN && name.equals("next_token")) {
        next = link(parser).map(token -> Next.parameter("Token", token));
      } else {
        parser.skipChildren();
      }
    }
    return next;
  }

  private static Next link(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Next.NONE;
    }
    boolean isLink = parser.currentToken() == JsonToken.VALUE_STRING && !parser.getText().isEmpty();
    Next next = isLink ? new Next(true, Optional.of(parser.getText())) : Next.UNSAID;
    parser.skipChildren();
    return next;
  }

  /** What a page says of the next one: a link, that there is none, or nothing. */
  private record Next(boolean isSaid, Optional<String> link) {
    static final Next NONE = new Next(true, Optional.empty());
    static final Next UNSAID = new Next(false, Optional.empty());

    /** Returns the page of the same list that a parameter's value tells from this one. */
    static Next parameter(String name, String value) {
      return new Next(
          true, Optional.of("?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    Next map(Function<String, Next> other) {
      return link.map(other).orElse(this);
    }

    Next or(Next other) {
      return isSaid ? this : other;
    }
  }

  /** Reads something from a parser that stands at the start of an object. */
  private interface ObjectReader<T> {
    T read(JsonParser parser) throws IOException;
  }
}
