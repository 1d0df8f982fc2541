package io.github.twiliojdbc.planner.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.schema.SchemaPlus;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.Frameworks;
import org.apache.calcite.tools.Planner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where conditions come to stand, over tables a, b and c, each with columns k, x and y. */
class PredicatePushDownTest {
  private static final List<String> TABLES = List.of("a", "b", "c");

  /** Each line: a statement, then the conditions directly above each scan, in the plan's order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One input.
        "select * from (select k as z, x + 1 as x1 from a) where z = 1 | a: =($0, 1)",
        "select * from (select * from a where x = 2) where k = 1 | a: AND(=($1, 2), =($0, 1))",
        "select * from (select k, count(*) from a group by k) where k = 1 | a: =($0, 1)",
        "select * from (select k, count(*) as n from a group by k) where n = 1 | a:",
        "select * from (select count(*) as n from a) where cast(? as int) = 1 | a:",
        "select * from (select k, count(*) from a group by k) where cast(? as int) = 1"
            + " | a: =(CAST(?0):INTEGER, 1)",
        "select * from (select k, x, count(*) from a group by grouping sets ((k, x), (k)))"
            + " where k = 1 and x = 2 | a: =($0, 1)",
        "select * from (select k, count(*) from a group by rollup (k)) where k = 1 | a:",
        "select * from (select k, x from a order by y) where k = 1 | a: =($0, 1)",
        "select * from (select k, x from a order by y limit 3) where k = 1 | a:",
        "select * from (select k, x, row_number() over (partition by k order by y) as n from a)"
            + " where k = 1 and x = 2 and n = 3 | a: =($0, 1)",
        "select * from (select k, x, sum(y) over (partition by k, x) as n,"
            + " sum(y) over (partition by x) as m from a) where k = 1 and x = 2 | a: =($1, 2)",
        "select * from (select k + 1 as z, sum(y) over (partition by k + 1) as n from a)"
            + " where z = 1 | a: =(+($0, 1), 1)",
        // Set operations.
        "select * from (select k from a union all select x from b) where k = 1"
            + " | a: =($0, 1); b: =($1, 1)",
        "select * from (select k from a intersect select x from b) where k = 1"
            + " | a: =($0, 1); b: =($1, 1)",
        "select * from (select k from a except select x from b) where k = 1"
            + " | a: =($0, 1); b: =($1, 1)",
        // Joins.
        "select * from a join b on a.k = b.k where a.x = 1 and b.y = 2 | a: =($1, 1); b: =($2, 2)",
        "select * from a join b on a.k = b.k where a.k > 1 | a: >($0, 1); b: >($0, 1)",
        "select * from a join b on a.k = b.k join c on b.k = c.x where c.x > 1"
            + " | a: >($0, 1); b: >($0, 1); c: >($1, 1)",
        "select * from a left join b on a.k = b.k where a.k > 1 | a: >($0, 1); b: >($0, 1)",
        "select * from a left join b on a.k = b.k and a.x = 1 and b.x = 2 | a:; b: =($1, 2)",
        "select * from a left join b on a.k = b.k where b.x is null | a:; b:",
        "select * from a left join b on a.k = b.k where b.x = 1 | a:; b: =($1, 1)",
        "select * from a right join b on a.k = b.k where b.k > 1 | a: >($0, 1); b: >($0, 1)",
        "select * from a full join b on a.k = b.k where a.k > 1 | a: >($0, 1); b: >($0, 1)",
        "select * from a full join b on a.k = b.k where a.x is null | a:; b:",
        "select * from a full join b on a.k = b.k where coalesce(a.k, b.k) = 1"
            + " | a: =($0, 1); b: =($0, 1)",
        "select k from (select * from a full join b using (k)) where k = 1"
            + " | a: =($0, 1); b: =($0, 1)",
        "select * from a full join b on a.k = b.k where a.k is null | a:; b:",
        "select * from a full join b on a.k = b.k where coalesce(a.k, b.x) = 1 | a:; b:",
        "select k from (select * from a left join b using (k)) where k = 1"
            + " | a: =($0, 1); b: =($0, 1)",
        "select * from a join b on a.k = b.k where (a.x = 1 and b.y = 2) or (a.x = 3 and b.y = 4)"
            + " | a: OR(=($1, 1), =($1, 3)); b: OR(=($2, 2), =($2, 4))",
        "select * from a join b on a.k = b.k where (a.x = 1 and b.y = 2) or a.x = 3"
            + " | a: OR(=($1, 1), =($1, 3)); b:",
        "select * from a, (values (7)) as v(z) where a.x > v.z | a: >($1, 7)",
        "select * from a, (select cast(? as int) as z) as v where a.x > v.z + 1"
            + " | a: >($1, +(CAST(?0):INTEGER, 1))",
        "select * from (select k from a where x = 1 group by k) t join b on t.k = b.k where t.k = 2"
            + " | a: AND(=($1, 1), =($0, 2)); b: =($0, 2)",
        "select * from a, (values (7), (8)) as v(z) where a.x = v.z | a: OR(=($1, 7), =($1, 8))",
        "select * from (values (7), (8)) as v(z) left join a on a.x >= v.z and a.x < v.z + 1"
            + " | a: OR(AND(>=($1, 7), <($1, +(7, 1))), AND(>=($1, 8), <($1, +(8, 1))))",
        "select * from (values (7), (8)) as v(z) right join a on a.x = v.z | a:",
        "select * from a, (select max(z) as m from (values (7)) as v(z) where z < 0) as t"
            + " where a.x = t.m or t.m is null | a:",
        // A join may guard what can fail.
        "select * from a join b on a.k = b.k where 6 / a.x = 1 | a:; b:",
        "select * from a left join b on a.k = b.k where 6 / a.x = 1 | a: =(/(6, $1), 1); b:",
        "select * from (select k from a union all select k from b) where 6 / k = 1"
            + " | a: =(/(6, $0), 1); b: =(/(6, $0), 1)",
        "select * from (select k from a intersect select k from b) where 6 / k = 1 | a:; b:",
        "select * from a where rand() < 0.5e0 and k = 1 | a: AND(<(RAND(), 0.5E0), =($0, 1))",
        "select * from a join b on a.k = b.k where rand() < 0.5e0 | a:; b:",
      })
  void standsAsLowAsItCan(String sql, String expected) throws Exception {
    StringBuilder found = new StringBuilder();
    describe(PredicatePushDown.apply(plan(sql)), "", found);
    assertThat(found.toString()).isEqualTo(expected + ";");
  }

  private static void describe(RelNode node, String condition, StringBuilder found) {
    if (node.getTable() != null) {
      found
          .append(found.length() == 0 ? "" : " ")
          .append(String.join(".", node.getTable().getQualifiedName()).toLowerCase(Locale.ROOT))
          .append(condition.isEmpty() ? ":" : ": " + condition)
          .append(';');
      return;
    }
    String own = node instanceof Filter filter ? filter.getCondition().toString() : "";
    node.getInputs().forEach(input -> describe(input, own, found));
  }

  private static RelNode plan(String sql) throws Exception {
    SchemaPlus root = CalciteSchema.createRootSchema(/* addMetadataSchema= */ false).plus();
    TABLES.forEach(table -> root.add(table, new Table()));
    Planner planner =
        Frameworks.getPlanner(
            Frameworks.newConfigBuilder()
                .defaultSchema(root)
                .executor(RexUtil.EXECUTOR)
                .parserConfig(SqlParser.config().withCaseSensitive(false))
                .build());
    return planner.rel(planner.validate(planner.parse(sql))).project();
  }

  /** A table without rows. */
  private static final class Table extends AbstractTable {
    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      RelDataType number =
          types.createTypeWithNullability(types.createSqlType(SqlTypeName.INTEGER), true);
      return types.builder().add("k", number).add("x", number).add("y", number).build();
    }
  }
}
