package io.github.twiliojdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A driver that came with a web application goes with it, though the server's threads live on. */
@Execution(ExecutionMode.CONCURRENT)
class RedeploymentIT {
  private static final String REDEPLOYMENTS = System.getProperty("redeployments", "2");

  @Test
  void aClassLoaderIsCollectedOnceItsDriverIsLetGo() throws Exception {
    assertThat(
            BuiltJar.run(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "src/test/resources/programs/Redeploy.java",
                BuiltJar.PATH.toString(),
                REDEPLOYMENTS))
        .containsExactly(REDEPLOYMENTS);
  }
}
