package io.github.twiliojdbc.value;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of JSON as a column's type.
 *
 * <p>Twilio writes many numbers as strings and nulls as empty strings, so a value is read by what
 * it says, not by how it is quoted.
 */
final class WireValue {
  private static final int MOST_DIGITS = 38;

  private WireValue() {}

  static @Nullable Object decode(JsonParser parser, ColumnType type)
      throws IOException, UnfitValueException {
    if (type == ColumnType.JSON) {
      return compactJson(parser);
    }
    if (parser.currentToken().isStructStart()) {
      String json = compactJson(parser);
      if (type == ColumnType.VARCHAR) {
        return json;
      }
      throw new UnfitValueException(json);
    }
    String text = parser.getText();
    return type == ColumnType.VARCHAR ? text : text.isEmpty() ? null : parse(text, type);
  }

  /** Returns what a text that is not empty says, as the type's Java value. */
  static Object parse(String text, ColumnType type) throws UnfitValueException {
    try {
      return switch (type) {
        case INTEGER -> Integer.valueOf(text);
        case BIGINT -> Long.valueOf(text);
        case DECIMAL -> decimal(text);
        case DOUBLE -> finite(text);
        case BOOLEAN -> truth(text);
        case TIMESTAMP -> Timestamps.parse(text);
        case DATE -> Math.toIntExact(LocalDate.parse(text).toEpochDay());
        case VARCHAR, JSON -> text;
      };
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      throw new UnfitValueException(text);
    }
  }

  private static BigDecimal decimal(String text) throws UnfitValueException {
    BigDecimal number = new BigDecimal(text);
    if ((long) number.precision() - number.scale() > MOST_DIGITS || number.scale() > MOST_DIGITS) {
      throw new UnfitValueException(text);
    }
    return number;
  }

  private static Double finite(String text) throws UnfitValueException {
    double number = Double.parseDouble(text);
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new UnfitValueException(text);
    }
    return number;
  }

  private static Boolean truth(String text) throws UnfitValueException {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new UnfitValueException(text);
    };
  }

  /** Returns a value's JSON without spaces, its numbers as they are written. */
  private static String compactJson(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = Json.FACTORY.createGenerator(text)) {
      int depth = 0;
      do {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
          generator.writeNumber(parser.getText());
        } else {
          generator.copyCurrentEvent(parser);
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0 && parser.nextToken() != null);
    }
    return text.toString();
  }
}
