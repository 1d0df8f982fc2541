package io.github.twiliojdbc.planner;

import java.util.function.Predicate;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * A condition on nothing but the account of a row, by which accounts are left out before they are
 * asked.
 *
 * <p>Public because generated code is in another package.
 */
public final class AccountTest implements Predicate<Object> {
  private final Predicate1<Object> condition;

  /**
   * Creates a test.
   *
   * @param condition condition on an account's SID
   */
  public AccountTest(Predicate1<Object> condition) {
    this.condition = condition;
  }

  /**
   * Returns a condition as an expression of one field: the account.
   *
   * @param condition condition over the columns of a table
   */
  static RexNode ofOneField(RexNode condition) {
    return condition.accept(
        new RexShuttle() {
          @Override
          public RexNode visitInputRef(RexInputRef ref) {
            return new RexInputRef(0, ref.getType());
          }
        });
  }

  /** Returns the type of a row of that one field. */
  static RelDataType rowType(RelDataTypeFactory types) {
    return types.builder().add("account", SqlTypeName.VARCHAR).nullable(true).build();
  }

  /**
   * Returns whether the account is read. It is if the condition fails: then so does its check on
   * the account's rows, if there are any and no other condition keeps it from being checked.
   */
  @Override
  public boolean test(Object sid) {
    try {
      return condition.apply(sid);
    } catch (RuntimeException e) {
      return true;
    }
  }
}
