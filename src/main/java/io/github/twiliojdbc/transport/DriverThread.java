package io.github.twiliojdbc.transport;

/**
 * Threads of the driver.
 *
 * <p>They keep no JVM alive and hold on to nothing of the application that has them begun, so that
 * a driver which is no longer used can be unloaded once they have ended.
 */
public final class DriverThread {
  private DriverThread() {}

  /** Returns a thread that has yet to be started. */
  public static Thread of(String name, Runnable work) {
    return of(name, 0, work);
  }

  /**
   * Returns a thread that has yet to be started.
   *
   * @param stackBytes size of its stack, of which only what is used takes memory; 0 is the usual
   */
  public static Thread of(String name, long stackBytes, Runnable work) {
    Thread thread = new Thread(null, work, name, stackBytes, /* inheritThreadLocals= */ false);
    thread.setDaemon(true);
    thread.setContextClassLoader(DriverThread.class.getClassLoader());
    return thread;
  }
}
