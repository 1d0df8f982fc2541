import java.time.LocalDateTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Spring's JdbcTemplate: parameters, rows as maps and as objects, and its own exceptions. */
class SpringTemplate {
  record Message(String sid, LocalDateTime dateSent) {}

  public static void main(String[] args) {
    JdbcTemplate template =
        new JdbcTemplate(new DriverManagerDataSource("jdbc:twilio:sandbox=true"));
    System.out.println(
        template.queryForObject(
                "SELECT count(*) FROM available_phone_number_countries", Integer.class)
            + " countries");
    System.out.println(
        template
                .queryForList("SELECT sid, status FROM calls WHERE status = ? LIMIT 2", "busy")
                .size()
            + " maps");
    System.out.println(
        template
                .query(
                    "SELECT sid, date_sent FROM messages ORDER BY date_sent DESC LIMIT 3",
                    (row, i) ->
                        new Message(row.getString(1), row.getObject(2, LocalDateTime.class)))
                .size()
            + " objects");
    try {
      template.queryForList("SELECT nothing FROM messages");
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
