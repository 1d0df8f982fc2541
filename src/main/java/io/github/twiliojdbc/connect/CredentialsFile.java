package io.github.twiliojdbc.connect;

import static io.github.twiliojdbc.connect.ConnectionProperty.ACCOUNT_SID;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_KEY;
import static io.github.twiliojdbc.connect.ConnectionProperty.API_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.AUTH_TOKEN;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_ID;
import static io.github.twiliojdbc.connect.ConnectionProperty.CLIENT_SECRET;
import static io.github.twiliojdbc.connect.ConnectionProperty.CREDENTIALS_FILE;
import static io.github.twiliojdbc.connect.ConnectionProperty.EDGE;
import static io.github.twiliojdbc.connect.ConnectionProperty.PROFILE;
import static io.github.twiliojdbc.connect.ConnectionProperty.REGION;
import static io.github.twiliojdbc.connect.ConnectionProperty.USER;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file in which a user keeps credentials, so that no URL needs to have them: lines such as {@code
 * authToken=…} below the name of a profile in brackets.
 */
final class CredentialsFile {
  private static final Set<ConnectionProperty> ALLOWED =
      EnumSet.of(
          ACCOUNT_SID, AUTH_TOKEN, API_KEY, API_SECRET, CLIENT_ID, CLIENT_SECRET, REGION, EDGE);

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private CredentialsFile() {}

  /**
   * Returns the values with those of the profile besides: of the one that is named, or else, if
   * there are no credentials, of the default one if there is one.
   */
  static PropertyValues complete(PropertyValues values) throws SQLException {
    boolean isAskedFor = values.of(PROFILE).isPresent() || values.of(CREDENTIALS_FILE).isPresent();
    Path file = values.file(CREDENTIALS_FILE).orElseThrow();
    if (!isAskedFor && (hasCredentials(values) || !Files.exists(file))) {
      return values;
    }
    String name = values.text(PROFILE);
    Map<String, Map<ConnectionProperty, String>> profiles = parse(read(file));
    Map<ConnectionProperty, String> profile = profiles.get(name);
    if (profile == null) {
      throw PropertyValues.problem(
          PROFILE, "%s has the profiles %s".formatted(file, profiles.keySet()));
    }
    Map<ConnectionProperty, String> all = new EnumMap<>(profile);
    all.putAll(values.given());
    return new PropertyValues(all, values.environment());
  }

  /** Returns whether the user has the file at its usual place. */
  static boolean isThere() {
    return Files.exists(PropertyValues.path(CREDENTIALS_FILE.defaultText()));
  }

  private static boolean hasCredentials(PropertyValues values) {
    return Stream.of(AUTH_TOKEN, API_KEY, CLIENT_ID, USER)
        .anyMatch(property -> values.orEnvironment(property).isPresent());
  }

  private static List<String> read(Path file) throws SQLException {
    try {
      if (isReadByOthers(file)) {
        throw PropertyValues.problem(
            CREDENTIALS_FILE,
            "other users can read %s; take their right away (chmod 600)".formatted(file));
      }
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw PropertyValues.problem(CREDENTIALS_FILE, file + " is no text in UTF-8");
    } catch (IOException e) {
      throw PropertyValues.problem(CREDENTIALS_FILE, file + " cannot be read");
    }
  }

  private static boolean isReadByOthers(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
  }

  /** Returns what each profile says; errors name lines alone, since those hold secrets. */
  static Map<String, Map<ConnectionProperty, String>> parse(List<String> lines)
      throws SQLException {
    Map<String, Map<ConnectionProperty, String>> profiles = new LinkedHashMap<>();
    Optional<Map<ConnectionProperty, String>> profile = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1).strip();
        profile =
            Optional.of(
                profiles.computeIfAbsent(name, any -> new EnumMap<>(ConnectionProperty.class)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        Optional<ConnectionProperty> property =
            ConnectionProperty.named(line.substring(0, Math.max(equals, 0)).strip())
                .filter(ALLOWED::contains);
        if (property.isEmpty() || profile.isEmpty()) {
          throw PropertyValues.problem(
              CREDENTIALS_FILE,
              "line %d is neither [profile] nor, below one, key=value with one of the keys %s"
                  .formatted(i + 1, ALLOWED.stream().map(ConnectionProperty::key).toList()));
        }
        profile.get().put(property.get(), line.substring(equals + 1).strip());
      }
    }
    return profiles;
  }
}
