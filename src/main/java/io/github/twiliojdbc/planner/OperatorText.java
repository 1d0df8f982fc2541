package io.github.twiliojdbc.planner;

import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Says in a line what an operator of a plan does, in SQL and with the names of its fields. */
final class OperatorText {
  private OperatorText() {}

  static String of(RelNode node) {
    String name = node.getRelTypeName().replaceFirst("^Enumerable", "");
    if (node instanceof Calc calc) {
      return name + "(" + text(calc) + ")";
    }
    if (node instanceof Sort sort) {
      List<String> names = sort.getInput().getRowType().getFieldNames();
      return name
          + "("
          + sort.getCollation().getFieldCollations().stream()
              .map(field -> text(field, names))
              .collect(Collectors.joining(", "))
          + ")";
    }
    if (node instanceof Aggregate aggregate) {
      return name + "(" + text(aggregate) + ")";
    }
    if (node instanceof Join join) {
      List<String> names =
          Streams.concat(
                  join.getLeft().getRowType().getFieldNames().stream(),
                  join.getRight().getRowType().getFieldNames().stream())
              .toList();
      return name
          + "("
          + join.getJoinType().name().toLowerCase(Locale.ROOT)
          + ": "
          + sql(join.getCondition(), names)
          + ")";
    }
    // The first line of Calcite's own rendering is the node itself; its inputs follow.
    String own = RelOptUtil.toString(node, SqlExplainLevel.EXPPLAN_ATTRIBUTES);
    return withoutCharset(
        own.substring(0, own.indexOf('\n')).stripTrailing().replaceFirst("^Enumerable", ""));
  }

  /** Returns an expression as SQL, or as Calcite writes it where SQL has no words for it. */
  static String sql(RexNode node, List<String> names) {
    try {
      return withoutCharset(
          new SqlImplementor.SimpleContext(
                  PostgresqlSqlDialect.DEFAULT,
                  field -> new SqlIdentifier(names.get(field), SqlParserPos.ZERO))
              .toSql(null, node)
              .toSqlString(
                  config ->
                      config
                          .withDialect(PostgresqlSqlDialect.DEFAULT)
                          .withQuoteAllIdentifiers(false)
                          .withAlwaysUseParentheses(false))
              .getSql()
              .replaceAll("\\s+", " "));
    } catch (RuntimeException | AssertionError e) {
      // Calcite has no SQL for some expressions, such as window functions, and says so in many
      // ways.
      return withoutCharset(node.toString());
    }
  }

  private static String text(Calc calc) {
    RexProgram program = calc.getProgram();
    List<String> names = calc.getInput().getRowType().getFieldNames();
    List<String> outputs = calc.getRowType().getFieldNames();
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String value = sql(program.expandLocalRef(program.getProjectList().get(i)), names);
      fields.add(value.equals(outputs.get(i)) ? value : value + " AS " + outputs.get(i));
    }
    String where =
        program.getCondition() == null
            ? ""
            : " WHERE " + sql(program.expandLocalRef(program.getCondition()), names);
    return String.join(", ", fields) + where;
  }

  private static String text(Aggregate aggregate) {
    List<String> names = aggregate.getInput().getRowType().getFieldNames();
    String calls =
        aggregate.getAggCallList().stream()
            .map(call -> text(call, names))
            .collect(Collectors.joining(", "));
    String groups =
        aggregate.getGroupSet().asList().stream().map(names::get).collect(Collectors.joining(", "));
    return groups.isEmpty() ? calls : calls + (calls.isEmpty() ? "" : " ") + "GROUP BY " + groups;
  }

  private static String text(AggregateCall call, List<String> names) {
    String arguments = call.getArgList().stream().map(names::get).collect(Collectors.joining(", "));
    return call.getAggregation().getName()
        + "("
        + (call.isDistinct() ? "DISTINCT " : "")
        + (arguments.isEmpty() ? "*" : arguments)
        + ")"
        + (call.hasFilter() ? " FILTER (WHERE " + names.get(call.filterArg) + ")" : "")
        + (call.getName() == null ? "" : " AS " + call.getName());
  }

  private static String text(RelFieldCollation field, List<String> names) {
    boolean isDescending = field.direction.isDescending();
    boolean isNullsFirst = ScanOrder.isNullsFirst(field);
    return names.get(field.getFieldIndex())
        + (isDescending ? " DESC" : "")
        // NULLs sort low.
        + (isNullsFirst == isDescending ? isNullsFirst ? " NULLS FIRST" : " NULLS LAST" : "");
  }

  /** All text is Unicode, so saying so at every literal is noise. */
  private static String withoutCharset(String text) {
    return text.replace("_UTF-8'", "'")
        .replaceAll(":(VAR)?CHAR(\\(\\d+\\))? CHARACTER SET \"UTF-8\"", "");
  }
}
