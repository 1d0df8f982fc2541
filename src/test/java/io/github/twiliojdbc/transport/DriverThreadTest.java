package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DriverThreadTest {
  private static final ThreadLocal<String> OF_THE_APPLICATION = new InheritableThreadLocal<>();

  @Test
  void keepsNothingAliveAndHoldsNothingOfWhoBeginsIt() {
    CompletableFuture<String> seen = new CompletableFuture<>();
    CompletableFuture<Thread> begun = new CompletableFuture<>();
    Thread application =
        new Thread(
            () -> {
              OF_THE_APPLICATION.set("mine");
              begun.complete(
                  DriverThread.of("name", () -> seen.complete("" + OF_THE_APPLICATION.get())));
            });
    application.setDaemon(false);
    application.setContextClassLoader(new URLClassLoader(new URL[0]));
    application.start();
    Thread thread = begun.join();
    assertThat(thread.getName()).isEqualTo("name");
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isSameAs(DriverThread.class.getClassLoader());
    thread.start();
    assertThat(seen.join()).isEqualTo("null");
  }
}
