package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.Conversions;
import io.github.twiliojdbc.sql.functions.DateFunctions;
import io.github.twiliojdbc.sql.functions.Operations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;

/** The functions that operators and casts come down to; a query cannot name them. */
public final class Intrinsics {
  private static final Map<String, Function> FUNCTIONS =
      Function.of(Operations.class, Conversions.class, DateFunctions.class).stream()
          .collect(Collectors.toMap(SqlOperator::getName, each -> (Function) each));

  private Intrinsics() {}

  /** Returns a call of a function, named in capitals. */
  public static RexNode call(RexBuilder builder, String name, RexNode... operands) {
    return Objects.requireNonNull(FUNCTIONS.get(name), name).call(builder, List.of(operands));
  }
}
