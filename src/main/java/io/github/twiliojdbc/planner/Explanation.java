package io.github.twiliojdbc.planner;

import io.github.twiliojdbc.transport.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlExplainLevel;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Says how a query would run: its operators, and below each scan the requests it would send. */
final class Explanation {
  private final ScanPlans plans;
  private final Function<Target, String> url;

  Explanation(ScanPlans plans, Function<Target, String> url) {
    this.plans = plans;
    this.url = url;
  }

  List<String> lines(EnumerableRel plan) {
    List<String> lines = new ArrayList<>();
    add(plan, "", lines);
    return lines;
  }

  private void add(RelNode node, String indent, List<String> lines) {
    if (node instanceof TwilioScan scan) {
      addScan(scan, indent, lines);
      return;
    }
    // The first line of Calcite's own rendering is the node itself; its inputs follow.
    String own = RelOptUtil.toString(node, SqlExplainLevel.EXPPLAN_ATTRIBUTES);
    lines.add(indent + withoutCharset(own.substring(0, own.indexOf('\n')).stripTrailing()));
    node.getInputs().forEach(input -> add(input, indent + "  ", lines));
  }

  private void addScan(TwilioScan scan, String indent, List<String> lines) {
    lines.add(
        indent
            + "TwilioScan("
            + scan.definition().name()
            + ": "
            + String.join(", ", scan.getRowType().getFieldNames())
            + ")");
    plans.known(scan).describe(url).forEach(line -> lines.add(indent + "  " + line));
    checks(scan).ifPresent(text -> lines.add(indent + "  rows are checked: " + text));
  }

  /** Returns, as SQL, the conditions that the filter above the scan checks on the rows. */
  private static Optional<String> checks(TwilioScan scan) {
    if (scan.conditions().isEmpty()) {
      return Optional.empty();
    }
    RexNode all = RexUtil.composeConjunction(scan.getCluster().getRexBuilder(), scan.conditions());
    SqlNode sql =
        new SqlImplementor.SimpleContext(
                PostgresqlSqlDialect.DEFAULT,
                i ->
                    new SqlIdentifier(scan.definition().columns().get(i).name(), SqlParserPos.ZERO))
            .toSql(null, all);
    return Optional.of(
        withoutCharset(
            sql.toSqlString(
                    config ->
                        config
                            .withDialect(PostgresqlSqlDialect.DEFAULT)
                            .withQuoteAllIdentifiers(false)
                            .withAlwaysUseParentheses(false))
                .getSql()
                .replaceAll("\\s+", " ")));
  }

  /** All text is Unicode, so saying so at every literal is noise. */
  private static String withoutCharset(String text) {
    return text.replace("_UTF-8'", "'").replace(":VARCHAR CHARACTER SET \"UTF-8\"", "");
  }
}
