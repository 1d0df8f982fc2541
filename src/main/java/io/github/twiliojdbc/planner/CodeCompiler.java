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
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.util.reflect.ByteArrayClassLoader;
import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.IClassLoader;
import org.codehaus.janino.Parser;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.UnitCompiler;

/**
 * Makes classes of the Java code that plans and constants are run as.
 *
 * <p>Calcite's own way asks for the members of the same classes anew each time, which is a third of
 * the time that it takes.
 */
final class CodeCompiler {
  private static final ClassLoader CLASSES = CodeCompiler.class.getClassLoader();

  /** What is known of classes, each for one compilation at a time. */
  private static final Queue<IClassLoader> KNOWN =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  /** Most classes that are kept, and the most characters of code that each may have. */
  private static final int MOST_CLASSES = 200;

  private static final int MOST_CHARACTERS = 40_000;
  private static final Duration LIFE = Duration.ofHours(1);

  /** The classes made last, by their code: connections of a pool have the same queries. */
  private static final Cache<String, Class<?>> MADE =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLASSES)
          .expireAfterWrite(LIFE)
          .executor(Runnable::run)
          .build();

  private CodeCompiler() {}

  /**
   * Returns an object of a class.
   *
   * @param name name of the class
   * @param code the class, which has a constructor without parameters
   * @throws IllegalStateException if the JVM does not take code of that size
   */
  static Object make(String name, String code) {
    Class<?> made =
        code.length() > MOST_CHARACTERS
            ? made(name, code)
            : MADE.get(code, unknown -> made(name, unknown));
    try {
      return made.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> made(String name, String code) {
    try {
      return new ByteArrayClassLoader(classes(code), CLASSES).loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> classes(String code) {
    IClassLoader idle = KNOWN.poll();
    IClassLoader known = idle == null ? new ClassLoaderIClassLoader(CLASSES) : idle;
    try {
      return classes(code, known);
    } finally {
      KNOWN.offer(known);
    }
  }

  private static Map<String, byte[]> classes(String code, IClassLoader known) {
    try {
      Map<String, byte[]> classes = new HashMap<>();
      new UnitCompiler(
              new Parser(new Scanner(null, new StringReader(code))).parseAbstractCompilationUnit(),
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
