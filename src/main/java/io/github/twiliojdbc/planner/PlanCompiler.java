package io.github.twiliojdbc.planner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.linq4j.tree.ClassDeclaration;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.runtime.ArrayBindable;
import org.apache.calcite.runtime.Bindable;
import org.apache.calcite.runtime.Typed;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.util.reflect.ByteArrayClassLoader;
import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.IClassLoader;
import org.codehaus.janino.Parser;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.UnitCompiler;

/**
 * Makes classes of plans.
 *
 * <p>Calcite's own way asks for the members of the same classes anew with each plan, which is a
 * third of the time that it takes.
 */
final class PlanCompiler {
  private static final ClassLoader CLASSES = PlanCompiler.class.getClassLoader();

  /** What is known of classes, each for one compilation at a time. */
  private static final Queue<IClassLoader> KNOWN =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  /** Most classes that are kept, and the most characters of code that each may have. */
  private static final int MOST_CLASSES = 100;

  private static final int MOST_CHARACTERS = 40_000;
  private static final Duration LIFE = Duration.ofHours(1);

  /** The classes made last, by their code: connections of a pool have the same queries. */
  private static final Cache<String, Class<?>> MADE =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLASSES)
          .expireAfterWrite(LIFE)
          .executor(Runnable::run)
          .build();

  private PlanCompiler() {}

  /**
   * Returns the class of a plan, ready to run.
   *
   * @param constants what the code asks its context for by name, which is added to
   * @throws IllegalStateException if the JVM does not take code of that size
   */
  static Bindable<?> compile(EnumerableRel plan, Map<String, Object> constants) {
    ClassDeclaration declaration =
        new EnumerableRelImplementor(plan.getCluster().getRexBuilder(), constants)
            .implementRoot(plan, EnumerableRel.Prefer.ARRAY)
            .accept(new SourcedEnumerable.InCode());
    String type =
        plan.getRowType().getFieldCount() == 1
            ? Bindable.class.getCanonicalName() + ", " + Typed.class.getCanonicalName()
            : ArrayBindable.class.getCanonicalName();
    String text =
        "public final class %s implements %s {%n%s%n}"
            .formatted(
                declaration.name,
                type,
                Expressions.toString(declaration.memberDeclarations, "\n", false));
    Class<?> made =
        text.length() > MOST_CHARACTERS
            ? made(declaration.name, text)
            : MADE.get(text, unknown -> made(declaration.name, unknown));
    try {
      return (Bindable<?>) made.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> made(String name, String text) {
    try {
      return new ByteArrayClassLoader(classes(text), CLASSES).loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> classes(String text) {
    IClassLoader idle = KNOWN.poll();
    IClassLoader known = idle == null ? new ClassLoaderIClassLoader(CLASSES) : idle;
    try {
      return classes(text, known);
    } finally {
      KNOWN.offer(known);
    }
  }

  private static Map<String, byte[]> classes(String text, IClassLoader known) {
    try {
      Map<String, byte[]> classes = new HashMap<>();
      new UnitCompiler(
              new Parser(new Scanner(null, new StringReader(text))).parseAbstractCompilationUnit(),
              known)
          .compileUnit(
              false,
              false,
              false,
              file -> classes.put(file.getThisClassName(), file.toByteArray()));
      return classes;
    } catch (CompileException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
