package io.github.twiliojdbc.connect;

import io.github.twiliojdbc.jdbc.DriverInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a connection tells java.util.logging.
 *
 * @param level least level that is told; empty for that of the driver's logger, or if it has none
 *     for warnings alone
 * @param file file that is told in place of the driver's logger
 */
record LogSettings(Optional<Level> level, Optional<Path> file) {

  /**
   * Returns a logger for one connection.
   *
   * @throws SQLException if the file cannot be written
   */
  Logger logger() throws SQLException {
    Logger parent = Logger.getLogger(DriverInfo.LOGGER);
    Logger logger = Logger.getAnonymousLogger();
    logger.setParent(parent);
    if (level.isPresent()) {
      logger.setLevel(level.get());
    } else if (file.isPresent()) {
      logger.setLevel(Level.INFO);
    } else if (parent.getLevel() == null) {
      // Nobody has asked, and the JVM's usual handler would write a line for every statement.
      logger.setLevel(Level.WARNING);
    }
    if (file.isPresent()) {
      logger.setUseParentHandlers(false);
      try {
        logger.addHandler(LogFile.open(file.get()));
      } catch (IOException e) {
        throw PropertyValues.problem(
            ConnectionProperty.LOG_FILE, "the file cannot be written (" + e.getMessage() + ")");
      }
    }
    return logger;
  }
}
