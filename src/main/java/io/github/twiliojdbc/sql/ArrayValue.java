package io.github.twiliojdbc.sql;

import java.util.List;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * An array that a program sets as a parameter, in which ANY and ALL look for a value.
 *
 * @param type type of the elements
 * @param elements the elements as SQL writes them in a text
 */
public record ArrayValue(SqlTypeName type, List<@Nullable String> elements) {

  /** Returns the elements as literals, at a place of a statement. */
  SqlNodeList literals(SqlParserPos place) {
    SqlNodeList literals = new SqlNodeList(place);
    elements.forEach(element -> literals.add(literal(element, place)));
    return literals;
  }

  private SqlNode literal(@Nullable String element, SqlParserPos place) {
    if (element == null) {
      return SqlLiteral.createNull(place);
    }
    if (SqlTypeName.EXACT_TYPES.contains(type)) {
      return SqlLiteral.createExactNumeric(element, place);
    }
    SqlNode text = SqlLiteral.createCharString(element, place);
    return type == SqlTypeName.VARCHAR ? text : Casts.to(type, text, place);
  }
}
