package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.parser.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/** The labels that PostgreSQL gives to columns of a result that have no alias. */
public final class Labels {
  private static final Name NONE = new Name("?column?", false);

  /** Names of types, where PostgreSQL has another one than the standard. */
  private static final Map<String, String> TYPES =
      Map.of(
          "CHAR", "bpchar",
          "TINYINT", "int2",
          "SMALLINT", "int2",
          "INTEGER", "int4",
          "BIGINT", "int8",
          "DECIMAL", "numeric",
          "DOUBLE", "float8",
          "FLOAT", "float8",
          "REAL", "float4",
          "BOOLEAN", "bool");

  private Labels() {}

  /** Returns the select list of a query with an alias for each item that has no name. */
  static SqlNodeList named(SqlNodeList items, List<String> labels) {
    SqlNodeList named = new SqlNodeList(items.getParserPosition());
    for (int i = 0; i < items.size(); i++) {
      SqlNode item = items.get(i);
      named.add(hasName(item) ? item : as(item, labels.get(i)));
    }
    return named;
  }

  private static SqlNode as(SqlNode item, String label) {
    SqlParserPos place = item.getParserPosition();
    return SqlStdOperatorTable.AS.createCall(place, item, new SqlIdentifier(label, place));
  }

  private static boolean hasName(SqlNode item) {
    return item.getKind() == SqlKind.AS || item instanceof SqlIdentifier;
  }

  /** Returns the label of each item of a select list; that of a star means nothing. */
  static List<String> of(SqlNodeList items) {
    List<String> labels = new ArrayList<>();
    for (SqlNode item : items) {
      labels.add(name(item).text);
    }
    return labels;
  }

  /**
   * Returns the labels of a query's columns.
   *
   * @return empty if they are as many as the tables that a star stands for have
   */
  public static Optional<List<String>> of(SqlNode query) {
    SqlNode naming = naming(query);
    if (naming instanceof SqlSelect select) {
      boolean hasStar =
          select.getSelectList().stream()
              .anyMatch(item -> item instanceof SqlIdentifier name && name.isStar());
      return hasStar ? ofAll(select) : Optional.of(of(select.getSelectList()));
    }
    if (naming.getKind() == SqlKind.VALUES) {
      List<String> labels = new ArrayList<>();
      if (((SqlCall) naming).operand(0) instanceof SqlCall row) {
        row.getOperandList().forEach(value -> labels.add("column" + (labels.size() + 1)));
      }
      return Optional.of(labels);
    }
    return Optional.empty();
  }

  /** Returns the part of a query that gives its columns their names. */
  private static SqlNode naming(SqlNode query) {
    return query instanceof SqlOrderBy ordered
        ? naming(ordered.query)
        : query instanceof SqlWith with
            ? naming(with.body)
            : SqlKind.SET_QUERY.contains(query.getKind())
                ? naming(((SqlCall) query).operand(0))
                : query;
  }

  /** Returns the labels of all columns of a query, if that is what is selected. */
  private static Optional<List<String>> ofAll(SqlSelect select) {
    return select.getSelectList().size() == 1
            && select.getFrom() instanceof SqlCall from
            && from.getKind() == SqlKind.AS
            && from.operandCount() == 2
            && from.operand(0) instanceof SqlCall query
        ? of(query)
        : Optional.empty();
  }

  /**
   * Returns the labels of columns of which some are a star's: the validator gives a second column
   * of a name another one.
   *
   * @param validated the query with its stars resolved
   * @param fields the names that the validator gives
   */
  public static List<String> ofStars(SqlNode validated, List<String> fields) {
    if (!(naming(validated) instanceof SqlSelect select)) {
      return fields;
    }
    List<String> labels = new ArrayList<>();
    for (SqlNode item : select.getSelectList()) {
      // What is written has a place of its own.
      labels.add(
          item instanceof SqlCall named
                  && named.getKind() == SqlKind.AS
                  && named.operand(0) instanceof SqlIdentifier column
                  && named.operand(1).getParserPosition().equals(column.getParserPosition())
              ? Util.last(column.names)
              : fields.get(labels.size()));
    }
    return labels;
  }

  /**
   * A name, as an expression has it.
   *
   * @param isOwn whether it is kept by what is around the expression: a cast, a CASE
   */
  private record Name(String text, boolean isOwn) {}

  private static Name name(@Nullable SqlNode node) {
    if (node instanceof SqlIdentifier identifier) {
      return own(identifier.names.get(identifier.names.size() - 1));
    }
    if (node instanceof SqlUnknownLiteral literal) {
      String type = literal.tag.toLowerCase(Locale.ROOT);
      return new Name(type.equals("timestamp with time zone") ? "timestamptz" : type, false);
    }
    if (node instanceof SqlLiteral literal) {
      return switch (literal.getTypeName()) {
        case BOOLEAN -> new Name("bool", false);
        case DATE, TIME, TIMESTAMP ->
            new Name(literal.getTypeName().getName().toLowerCase(Locale.ROOT), false);
        default ->
            literal.getTypeName().getName().startsWith("INTERVAL")
                ? new Name("interval", false)
                : NONE;
      };
    }
    return node instanceof SqlCall call ? name(call) : NONE;
  }

  private static Name own(String text) {
    return new Name(text, true);
  }

  private static Name name(SqlCall call) {
    if (call instanceof SqlSelect select) {
      SqlNodeList items = select.getSelectList();
      return own(name(items.get(0)).text);
    }
    if (call instanceof SqlOrderBy ordered) {
      return name(ordered.query);
    }
    if (call instanceof SqlCase choice) {
      Name otherwise = name(choice.getElseOperand());
      return otherwise.isOwn ? otherwise : new Name("case", false);
    }
    if (call.getKind() == SqlKind.CAST || call.getKind() == SqlKind.SAFE_CAST) {
      Name value = name(call.<SqlNode>operand(0));
      return value.isOwn ? value : new Name(typeName(call.operand(1)), false);
    }
    if (call.getOperator() instanceof SqlTrimFunction
        && call.operand(0) instanceof SqlLiteral flag) {
      return own(
          switch (flag.getValueAs(SqlTrimFunction.Flag.class)) {
            case LEADING -> "ltrim";
            case TRAILING -> "rtrim";
            case BOTH -> "btrim";
          });
    }
    if (call.getOperator() instanceof SqlJdbcFunctionCall function) {
      return own(bareName(function).toLowerCase(Locale.ROOT));
    }
    if (call.getOperator().equals(Syntax.AT_TIME_ZONE)) {
      return own("timezone");
    }
    if (call.getOperator().equals(Syntax.INTERVAL)) {
      return new Name("interval", false);
    }
    return switch (call.getKind()) {
      case AS -> name(call.<SqlNode>operand(1));
      case OVER, FILTER, WITHIN_GROUP, RESPECT_NULLS, IGNORE_NULLS, WITHIN_DISTINCT, ITEM ->
          name(call.<SqlNode>operand(0));
      case SCALAR_QUERY -> name(call.<SqlNode>operand(0));
      case ARRAY_VALUE_CONSTRUCTOR, ARRAY_QUERY_CONSTRUCTOR -> own("array");
      case EXISTS, ROW, COALESCE, NULLIF, OVERLAPS ->
          own(call.getKind().name().toLowerCase(Locale.ROOT));
      default ->
          call.getOperator().equals(SqlLibraryOperators.TRANSLATE3)
              ? own("translate")
              : call.getOperator() instanceof SqlFunction
                  ? own(call.getOperator().getName().toLowerCase(Locale.ROOT))
                  : NONE;
    };
  }

  /** Returns the name of a function without JDBC's escape around it. */
  static String bareName(SqlJdbcFunctionCall function) {
    return function.getName().replaceAll("^\\{fn |}$", "");
  }

  private static String typeName(SqlNode type) {
    if (type instanceof SqlDataTypeSpec array
        && array.getTypeNameSpec() instanceof SqlCollectionTypeNameSpec collection) {
      return typeName(new SqlDataTypeSpec(collection.getElementTypeName(), SqlParserPos.ZERO));
    }
    String name =
        type instanceof SqlDataTypeSpec spec ? Util.last(spec.getTypeName().names) : "interval";
    return TYPES.getOrDefault(name.toUpperCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
