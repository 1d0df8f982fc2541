package io.github.twiliojdbc.sql;

import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** A type in a function's signature, and what else is taken for it. */
enum ValueKind {
  BOOLEAN,
  INT,
  BIGINT,
  NUMERIC,
  DOUBLE,
  TEXT,
  DATE,
  TIME,
  TIMESTAMP,
  /** An interval of days and parts of them, in milliseconds. */
  INTERVAL,
  /** An interval of months. */
  MONTHS,
  /** Lists. */
  TEXTS,
  INTS,
  BIGINTS,
  NUMERICS,
  TIMESTAMPS,
  /** The name of the connection's time zone, which a call does not give. */
  ZONE;

  /** What it costs to take a value for another kind: never. */
  static final int NEVER = 1000;

  private static final int FROM_TEXT = 20;

  static ValueKind of(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }

  /** Returns the kind of values of a type, or null of what no signature has, or of NULL itself. */
  static @Nullable ValueKind of(RelDataType type) {
    SqlTypeName name = type.getSqlTypeName();
    return switch (name) {
      case BOOLEAN -> BOOLEAN;
      case TINYINT, SMALLINT, INTEGER -> INT;
      case BIGINT -> BIGINT;
      case DECIMAL -> NUMERIC;
      case REAL, FLOAT, DOUBLE -> DOUBLE;
      case CHAR, VARCHAR -> TEXT;
      case DATE -> DATE;
      case TIME -> TIME;
      case TIMESTAMP -> TIMESTAMP;
      case ARRAY -> list(Objects.requireNonNull(type.getComponentType()));
      default ->
          SqlTypeName.DAY_INTERVAL_TYPES.contains(name)
              ? INTERVAL
              : SqlTypeName.YEAR_INTERVAL_TYPES.contains(name) ? MONTHS : null;
    };
  }

  /** Returns whether values have elements. */
  boolean isList() {
    return switch (this) {
      case TEXTS, INTS, BIGINTS, NUMERICS, TIMESTAMPS -> true;
      default -> false;
    };
  }

  RelDataType type(RelDataTypeFactory factory) {
    return switch (this) {
      case INT -> factory.createSqlType(SqlTypeName.INTEGER);
      case NUMERIC -> factory.createSqlType(SqlTypeName.DECIMAL);
      case TEXT, ZONE -> factory.createSqlType(SqlTypeName.VARCHAR);
      case INTERVAL -> interval(factory, TimeUnit.DAY, TimeUnit.SECOND);
      case MONTHS -> interval(factory, TimeUnit.YEAR, TimeUnit.MONTH);
      case TEXTS -> list(factory, TEXT, true);
      case INTS -> list(factory, INT, false);
      case BIGINTS -> list(factory, BIGINT, false);
      case NUMERICS -> list(factory, NUMERIC, false);
      case TIMESTAMPS -> list(factory, TIMESTAMP, false);
      default -> factory.createSqlType(SqlTypeName.valueOf(name()));
    };
  }

  private static @Nullable ValueKind list(RelDataType component) {
    ValueKind element = of(component);
    return element == null
        ? null
        : switch (element) {
          case TEXT -> TEXTS;
          case INT -> INTS;
          case BIGINT -> BIGINTS;
          case NUMERIC -> NUMERICS;
          case TIMESTAMP -> TIMESTAMPS;
          default -> null;
        };
  }

  private static RelDataType list(RelDataTypeFactory factory, ValueKind element, boolean hasNulls) {
    return factory.createArrayType(
        factory.createTypeWithNullability(element.type(factory), hasNulls), -1);
  }

  private static RelDataType interval(RelDataTypeFactory factory, TimeUnit from, TimeUnit to) {
    return factory.createSqlIntervalType(new SqlIntervalQualifier(from, to, SqlParserPos.ZERO));
  }

  /** Returns what it costs to take a value of no type, which PostgreSQL rather takes for a text. */
  private int unknownCost() {
    return switch (this) {
      case TEXT -> 1;
      case DOUBLE, TIMESTAMP -> 2;
      default -> 3;
    };
  }

  /**
   * Returns what it costs to take a value for this kind; the signature with the least is called. A
   * whole number is rather a DOUBLE than a NUMERIC, as PostgreSQL has it.
   *
   * @param given kind of the value, or null for NULL
   * @param isLiteral whether the value is a literal: a text may be one of any kind
   */
  int cost(@Nullable ValueKind given, boolean isLiteral) {
    if (given == null) {
      return unknownCost();
    }
    if (given == this) {
      return 0;
    }
    if (given == TEXT) {
      return this == TEXTS ? NEVER : isLiteral ? 1 : FROM_TEXT;
    }
    return switch (this) {
      case BIGINT -> given == INT ? 1 : NEVER;
      case DOUBLE -> given == INT || given == BIGINT ? 2 : given == NUMERIC ? 3 : NEVER;
      case NUMERIC -> given == INT || given == BIGINT ? 3 : NEVER;
      case TIMESTAMP -> given == DATE ? 1 : NEVER;
      case INT -> given == BIGINT ? 10 : NEVER;
      default -> NEVER;
    };
  }
}
