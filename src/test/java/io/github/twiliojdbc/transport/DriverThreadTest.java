package io.github.twiliojdbc.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DriverThreadTest {
  private static final ThreadLocal<String> OF_THE_APPLICATION = new InheritableThreadLocal<>();

  @Test
  void keepsNothingAliveAndHoldsNothingOfWhoBeganIt() {
    OF_THE_APPLICATION.set("mine");
    CompletableFuture<String> seen = new CompletableFuture<>();
    Thread thread = DriverThread.of("name", () -> seen.complete("" + OF_THE_APPLICATION.get()));
    thread.start();
    OF_THE_APPLICATION.remove();
    assertThat(seen.join()).isEqualTo("null");
    assertThat(thread.getName()).isEqualTo("name");
    assertThat(thread.isDaemon()).isTrue();
    Thread ofAnother = DriverThread.of("name", () -> {});
    assertThat(ofAnother.getContextClassLoader()).isSameAs(DriverThread.class.getClassLoader());
  }
}
