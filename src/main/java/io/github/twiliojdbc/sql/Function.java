package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.Signature;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlCallBinding;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlOperandCountRange;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlOperandCountRanges;
import org.apache.calcite.sql.type.SqlOperandTypeInference;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;

/**
 * A function whose meaning is that of the method with the signature that fits its operands best.
 *
 * <p>The operands of a call are made the signature's types, so a method is written for each type
 * but once.
 */
final class Function extends SqlFunction {
  /** How a signature ends whose method takes the connection's time zone as well. */
  private static final String ZONE = ", zone";

  private final List<Overload> overloads;

  private Function(String name, List<Overload> overloads) {
    super(
        name.toUpperCase(Locale.ROOT),
        SqlKind.OTHER_FUNCTION,
        null,
        null,
        null,
        SqlFunctionCategory.SYSTEM);
    this.overloads = overloads;
  }

  /** Returns the functions that some classes' methods are. */
  static List<SqlOperator> of(Class<?>... homes) {
    List<Overload> all =
        Stream.of(homes)
            .flatMap(home -> Arrays.stream(home.getMethods()))
            .filter(method -> method.isAnnotationPresent(Signature.class))
            .map(Overload::of)
            .sorted(Comparator.comparing(Overload::text))
            .toList();
    return all.stream()
        .map(Overload::name)
        .distinct()
        .<SqlOperator>map(
            name ->
                new Function(name, all.stream().filter(each -> each.name.equals(name)).toList()))
        .toList();
  }

  /** A parameter has the type that the other operands leave it. */
  @Override
  public SqlOperandTypeInference getOperandTypeInference() {
    return (binding, result, operands) ->
        choose(binding)
            .ifPresent(
                chosen -> {
                  for (int i = 0; i < operands.length; i++) {
                    operands[i] = chosen.operands.get(i).type(binding.getTypeFactory());
                  }
                });
  }

  @Override
  public SqlOperandCountRange getOperandCountRange() {
    return SqlOperandCountRanges.between(
        overloads.stream().mapToInt(each -> each.operands.size()).min().orElse(0),
        overloads.stream().mapToInt(each -> each.operands.size()).max().orElse(0));
  }

  @Override
  public boolean checkOperandTypes(SqlCallBinding binding, boolean throwOnFailure) {
    boolean fits = choose(binding).isPresent();
    if (!fits && throwOnFailure) {
      throw binding.newValidationSignatureError();
    }
    return fits;
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding binding) {
    Overload chosen = choose(binding).orElseThrow();
    RelDataTypeFactory factory = binding.getTypeFactory();
    return chosen.type(factory, binding.collectOperandTypes());
  }

  private Optional<Overload> choose(SqlOperatorBinding binding) {
    List<Boolean> literals = new ArrayList<>();
    for (int i = 0; i < binding.getOperandCount(); i++) {
      literals.add(
          binding instanceof SqlCallBinding call
              ? call.operand(i) instanceof SqlLiteral
              : binding.isOperandLiteral(i, true));
    }
    return choose(binding.collectOperandTypes(), literals);
  }

  private Optional<Overload> choose(List<RelDataType> types, List<Boolean> literals) {
    Overload best = null;
    int least = ValueKind.NEVER;
    for (Overload overload : overloads) {
      int cost = overload.cost(types, literals);
      if (cost < least) {
        best = overload;
        least = cost;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns a call, the operands made what the method takes. */
  RexNode call(RexBuilder builder, List<RexNode> operands) {
    List<RelDataType> types = RexUtil.types(operands);
    Overload chosen =
        choose(types, operands.stream().map(RexLiteral.class::isInstance).toList()).orElseThrow();
    List<RexNode> converted = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      converted.add(chosen.convert(builder, operands.get(i), chosen.operands.get(i)));
    }
    if (chosen.usesZone) {
      converted.add(zone(builder));
    }
    return builder.makeCall(
        chosen.type(builder.getTypeFactory(), types), chosen.operator, converted);
  }

  /** Returns the name of the time zone. */
  static RexNode zone(RexBuilder builder) {
    return builder.makeLiteral(
        ((TwilioTypeFactory) builder.getTypeFactory()).clock().zone().getId());
  }

  @Override
  public String getAllowedSignatures(String name) {
    return String.join(", ", overloads.stream().map(Overload::text).toList());
  }

  /** One signature, and the method behind it. */
  private record Overload(
      String text,
      String name,
      List<ValueKind> operands,
      boolean usesZone,
      ValueKind result,
      boolean mayBeNull,
      SqlOperator operator) {

    static Overload of(Method method) {
      Signature signature = method.getAnnotation(Signature.class);
      String text = signature.value();
      int open = text.indexOf('(');
      int close = text.indexOf(')');
      String name = text.substring(0, open);
      boolean usesZone = text.contains(ZONE);
      String operands = text.substring(open + 1, close).replace(ZONE, "");
      ValueKind result = ValueKind.of(text.substring(close + 1));
      return new Overload(
          text,
          name,
          operands.isBlank()
              ? List.of()
              : Arrays.stream(operands.split(",")).map(ValueKind::of).toList(),
          usesZone,
          result,
          signature.mayBeNull(),
          new SqlUserDefinedFunction(
              new SqlIdentifier(name, SqlParserPos.ZERO),
              SqlKind.OTHER_FUNCTION,
              binding -> result.type(binding.getTypeFactory()),
              null,
              null,
              GeneratedCode.calling(method)) {
            /** Lists, which may be long, are left out of plans. */
            @Override
            public boolean isDeterministic() {
              return !result.isList();
            }
          });
    }

    int cost(List<RelDataType> types, List<Boolean> literals) {
      if (types.size() != operands.size()) {
        return ValueKind.NEVER;
      }
      int cost = 0;
      for (int i = 0; i < types.size(); i++) {
        cost += operands.get(i).cost(ValueKind.of(types.get(i)), literals.get(i));
      }
      return cost;
    }

    RelDataType type(RelDataTypeFactory factory, List<RelDataType> types) {
      return factory.createTypeWithNullability(
          result.type(factory), mayBeNull || types.stream().anyMatch(RelDataType::isNullable));
    }

    private RexNode convert(RexBuilder builder, RexNode operand, ValueKind kind) {
      return ValueKind.of(operand.getType()) == kind
          ? operand
          : Casts.cast(
              builder,
              operand,
              builder
                  .getTypeFactory()
                  .createTypeWithNullability(
                      kind.type(builder.getTypeFactory()), operand.getType().isNullable()));
    }
  }
}
