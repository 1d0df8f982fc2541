import org.jdbi.v3.core.Jdbi;

/** Jdbi: named parameters, and rows as a stream. */
class JdbiRows {
  public static void main(String[] args) {
    Jdbi jdbi = Jdbi.create("jdbc:twilio:sandbox=true");
    System.out.println(
        jdbi
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT sid FROM calls WHERE status = :status AND start_time > :since")
                        .bind("status", "busy")
                        .bind("since", java.time.OffsetDateTime.parse("2000-01-01T00:00:00Z"))
                        .mapTo(String.class)
                        .list())
            .stream()
            .allMatch(sid -> sid.startsWith("CA")));
  }
}
