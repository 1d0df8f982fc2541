import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Deploys an application that brings the driver of a jar again and again, and prints how many of
 * its class loaders were collected, though the thread that ran its queries lives on.
 */
public class Redeploy {
  private static final ReferenceQueue<ClassLoader> COLLECTED = new ReferenceQueue<>();

  public static void main(String[] arguments) throws Exception {
    URL jar = Path.of(arguments[0]).toUri().toURL();
    int collected = 0;
    ExecutorService server = Executors.newSingleThreadExecutor();
    try {
      WeakReference<ClassLoader> application = deployed(server, jar);
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        // JDK 17 itself keeps the class of the last record whose equals was linked, but one alone.
        WeakReference<ClassLoader> next = deployed(server, jar);
        collected += isCollected(application) ? 1 : 0;
        application = next;
      }
    } finally {
      server.shutdown();
    }
    System.out.println(collected);
  }

  /** Returns whether a class loader is collected within a time that suffices for it. */
  private static boolean isCollected(WeakReference<ClassLoader> loader)
      throws InterruptedException {
    for (int i = 0; i < 100 && !loader.refersTo(null); i++) {
      System.gc();
      COLLECTED.remove(50);
    }
    return loader.refersTo(null);
  }

  private static WeakReference<ClassLoader> deployed(ExecutorService server, URL jar)
      throws Exception {
    try (ApplicationLoader loader = new ApplicationLoader(jar)) {
      Callable<?> application =
          (Callable<?>) loader.application().getDeclaredConstructor().newInstance();
      server
          .submit(
              () -> {
                Thread.currentThread().setContextClassLoader(loader);
                try {
                  return application.call();
                } finally {
                  Thread.currentThread().setContextClassLoader(null);
                }
              })
          .get();
      return new WeakReference<>(loader, COLLECTED);
    }
  }

  private static class ApplicationLoader extends URLClassLoader {
    ApplicationLoader(URL jar) {
      super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    Class<?> application() throws Exception {
      try (InputStream in = Redeploy.class.getResourceAsStream("Redeploy$Application.class")) {
        byte[] code = in.readAllBytes();
        return defineClass(null, code, 0, code.length);
      }
    }
  }

  /** An application, from its start to its end. */
  public static class Application implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      Class.forName("io.github.twiliojdbc.TwilioDriver", true, getClass().getClassLoader());
      int rows = 0;
      try (Connection connection = DriverManager.getConnection("jdbc:twilio:sandbox=true");
          Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(60);
        for (String sql :
            new String[] {
              "SELECT status, count(*), sum(price) FROM messages"
                  + " WHERE body LIKE '%a%' AND body ~ 'o+' GROUP BY status",
              "SELECT to_char(date_sent, 'YYYY-MM'), date_trunc('week', date_sent) FROM messages"
                  + " WHERE date_sent > now() - INTERVAL '9 days' ORDER BY 1",
              "SELECT subresource_uris ->> 'media' FROM messages LIMIT 3",
              "SELECT c.sid, p.label FROM conferences c"
                  + " JOIN conference_participants p ON p.conference_sid = c.sid"
            }) {
          try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
              rows++;
            }
          }
        }
      }
      for (Driver driver : Collections.list(DriverManager.getDrivers())) {
        DriverManager.deregisterDriver(driver);
      }
      return rows;
    }
  }
}
