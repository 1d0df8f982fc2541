import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring Boot: the data source is made from application.properties. */
@EnableAutoConfiguration
class BootRows {
  record Failure(int errorCode, long messages) {}

  public static void main(String[] args) {
    try (var application = SpringApplication.run(BootRows.class, args)) {
      var failures =
          application
              .getBean(JdbcClient.class)
              .sql(
                  "SELECT error_code, count(*) AS messages FROM messages"
                      + " WHERE error_code IS NOT NULL AND date_sent >= current_date - :days"
                      + " GROUP BY error_code ORDER BY error_code")
              .param("days", 30)
              .query(Failure.class)
              .list();
      System.out.println(failures.stream().map(Failure::errorCode).toList());
    }
  }
}
