package io.github.twiliojdbc.planner;

import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.MemberDeclaration;
import org.apache.calcite.linq4j.tree.NewExpression;
import org.apache.calcite.linq4j.tree.Shuttle;
import org.jspecify.annotations.Nullable;

/**
 * Rows that code of a plan enumerates.
 *
 * <p>Public only because that code is in a package of its own.
 */
public final class SourcedEnumerable<T> extends AbstractEnumerable<T> {
  private final Source<T> source;

  /** Creates an enumerable of the rows of a source. */
  public SourcedEnumerable(Source<T> source) {
    this.source = source;
  }

  @Override
  public Enumerator<T> enumerator() {
    return source.enumerator();
  }

  /** Where rows come from. */
  public interface Source<T> {
    /** Returns the rows anew. */
    Enumerator<T> enumerator();
  }

  /**
   * Has code implement a source in place of an enumerable.
   *
   * <p>The compiler looks at each method that a class inherits, which with the hundreds of an
   * enumerable is half of its time.
   */
  static final class InCode extends Shuttle {
    @Override
    public Expression visit(
        NewExpression made,
        List<Expression> arguments,
        @Nullable List<MemberDeclaration> memberDeclarations) {
      return made.type == AbstractEnumerable.class
          ? Expressions.new_(
              SourcedEnumerable.class,
              Expressions.new_(Source.class, List.of(), memberDeclarations))
          : super.visit(made, arguments, memberDeclarations);
    }
  }
}
