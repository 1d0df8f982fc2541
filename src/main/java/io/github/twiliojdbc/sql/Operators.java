package io.github.twiliojdbc.sql;

import com.google.common.collect.ImmutableList;
import io.github.twiliojdbc.sql.functions.DateFunctions;
import io.github.twiliojdbc.sql.functions.JsonBuilding;
import io.github.twiliojdbc.sql.functions.JsonFunctions;
import io.github.twiliojdbc.sql.functions.MathFunctions;
import io.github.twiliojdbc.sql.functions.PatternFunctions;
import io.github.twiliojdbc.sql.functions.SeriesFunctions;
import io.github.twiliojdbc.sql.functions.TextFunctions;
import java.util.List;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/** All operators and functions; those of this driver stand in for Calcite's of the same name. */
final class Operators implements SqlOperatorTable {
  private final SqlOperatorTable own =
      SqlOperatorTables.chain(
          SqlOperatorTables.of(
              Function.of(
                  MathFunctions.class,
                  DateFunctions.class,
                  TextFunctions.class,
                  PatternFunctions.class,
                  JsonFunctions.class,
                  JsonBuilding.class,
                  SeriesFunctions.class)),
          SqlOperatorTables.of(Aggregates.ALL));

  private final SqlOperatorTable others =
      SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
          SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL);

  @Override
  public void lookupOperatorOverloads(
      SqlIdentifier name,
      @Nullable SqlFunctionCategory category,
      SqlSyntax syntax,
      List<SqlOperator> found,
      SqlNameMatcher matcher) {
    for (SqlOperator cast : Casts.OPERATORS) {
      if (name.isSimple() && matcher.matches(cast.getName(), name.getSimple())) {
        // The lists take it for no function, since it is not written as one.
        found.add(cast);
        return;
      }
    }
    int before = found.size();
    own.lookupOperatorOverloads(name, category, syntax, found, matcher);
    if (found.size() == before) {
      others.lookupOperatorOverloads(name, category, syntax, found, matcher);
    }
  }

  @Override
  public List<SqlOperator> getOperatorList() {
    return ImmutableList.<SqlOperator>builder()
        .addAll(own.getOperatorList())
        .addAll(others.getOperatorList())
        .build();
  }
}
