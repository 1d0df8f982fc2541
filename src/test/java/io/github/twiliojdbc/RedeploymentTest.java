package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A driver that came with a web application goes with it, though the server's threads live on. */
class RedeploymentTest {
  private static final int REDEPLOYMENTS = Integer.getInteger("redeployments", 2);

  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

  @Test
  void aClassLoaderIsCollectedOnceItsDriverIsLetGo() throws Exception {
    ExecutorService server = Executors.newSingleThreadExecutor();
    try {
      WeakReference<ClassLoader> application = deployed(server);
      for (int i = 0; i < REDEPLOYMENTS; i++) {
        // JDK 17 itself keeps the class of the last record whose equals was linked, but one alone.
        WeakReference<ClassLoader> next = deployed(server);
        assertThat(isCollected(application)).as("redeployment %d", i).isTrue();
        application = next;
      }
    } finally {
      server.shutdown();
    }
  }

  /** Returns whether a class loader is collected within a time that suffices for it. */
  private boolean isCollected(WeakReference<ClassLoader> loader) throws InterruptedException {
    for (int i = 0; i < 100 && !loader.refersTo(null); i++) {
      System.gc();
      collected.remove(50);
    }
    return loader.refersTo(null);
  }

  private WeakReference<ClassLoader> deployed(ExecutorService server) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Callable<?> application =
          (Callable<?>)
              loader.loadClass(Application.class.getName()).getDeclaredConstructor().newInstance();
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
      return new WeakReference<>(loader, collected);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String path :
        Splitter.on(File.pathSeparator).split(System.getProperty("java.class.path"))) {
      urls.add(Path.of(path).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  /** A web application, from its start to its end. */
  public static final class Application implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      Driver driver = new TwilioDriver();
      int rows = 0;
      try (Connection connection = driver.connect("jdbc:twilio:sandbox=true", new Properties());
          Statement statement = connection.createStatement()) {
        statement.setQueryTimeout(60);
        for (String sql :
            new String[] {
              "SELECT status, count(*), sum(price) FROM messages"
                  + " WHERE body LIKE '%a%' AND body ~ 'o+' GROUP BY status",
              "SELECT to_char(date_sent, 'YYYY-MM'), date_trunc('week', date_sent) FROM messages"
                  + " WHERE date_sent > now() - INTERVAL '9 days' ORDER BY 1",
              "SELECT subresource_uris ->> 'media'" + " FROM messages LIMIT 3",
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
      for (Driver each : Collections.list(DriverManager.getDrivers())) {
        DriverManager.deregisterDriver(each);
      }
      return rows;
    }
  }
}
