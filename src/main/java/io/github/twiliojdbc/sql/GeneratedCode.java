package io.github.twiliojdbc.sql;

import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.adapter.enumerable.NullPolicy;
import org.apache.calcite.adapter.enumerable.ReflectiveCallNotNullImplementor;
import org.apache.calcite.adapter.enumerable.RexImpTable;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableFunction;
import org.apache.calcite.schema.ScalarFunction;

/** The code that is generated for calls of an operator which knows its types itself. */
public interface GeneratedCode extends ImplementableFunction, ScalarFunction {
  /** Returns the code that calls a method, unless an operand is NULL. */
  static GeneratedCode calling(Method method) {
    return () ->
        RexImpTable.createImplementor(
            new ReflectiveCallNotNullImplementor(method), NullPolicy.STRICT, false);
  }

  @Override
  default List<FunctionParameter> getParameters() {
    return List.of();
  }

  @Override
  default RelDataType getReturnType(RelDataTypeFactory factory) {
    throw new UnsupportedOperationException("the operator knows its type");
  }
}
