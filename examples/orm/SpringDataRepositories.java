import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.InsertStrategyFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.SqlGeneratorSource;
import org.springframework.data.jdbc.core.convert.SqlParametersFactory;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactory;
import org.springframework.data.relational.core.dialect.PostgresDialect;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.PagingAndSortingRepository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Spring Data JDBC: repositories whose queries are made of the names of their methods. */
class SpringDataRepositories {
  @Table("messages")
  record Message(@Id String sid, String status, String body, Instant dateSent) {}

  interface Messages extends PagingAndSortingRepository<Message, String> {
    List<Message> findTop3ByStatusOrderByDateSentDesc(String status);

    List<Message> findByDateSentBetweenAndBodyContainingIgnoreCase(
        Instant from, Instant to, String text);

    long countByStatusIn(List<String> statuses);
  }

  public static void main(String[] args) {
    var source = new DriverManagerDataSource("jdbc:twilio:sandbox=true");
    var operations = new NamedParameterJdbcTemplate(source);
    var dialect = PostgresDialect.INSTANCE;
    var context = new JdbcMappingContext();
    var converter =
        new MappingJdbcConverter(
            context,
            (id, path) -> {
              throw new UnsupportedOperationException("no relations");
            },
            new org.springframework.data.jdbc.core.convert.JdbcCustomConversions(),
            new DefaultJdbcTypeFactory(operations.getJdbcOperations()));
    var strategy =
        new DataAccessStrategyFactory(
                new SqlGeneratorSource(context, converter, dialect),
                converter,
                operations,
                new SqlParametersFactory(context, converter),
                new InsertStrategyFactory(operations, dialect))
            .create();
    Messages messages =
        new JdbcRepositoryFactory(strategy, context, converter, dialect, event -> {}, operations)
            .getRepository(Messages.class);
    System.out.println(
        "Spring Data: "
            + messages.findTop3ByStatusOrderByDateSentDesc("failed").size()
            + " failed");
    Instant now = Instant.now();
    System.out.println(
        "Spring Data: like "
            + !messages
                .findByDateSentBetweenAndBodyContainingIgnoreCase(
                    now.minusSeconds(30 * 86_400), now, "CODE")
                .isEmpty());
    System.out.println(
        "Spring Data: counts " + (messages.countByStatusIn(List.of("failed", "undelivered")) > 0));
    System.out.println(
        "Spring Data: a page of " + messages.findAll(PageRequest.of(2, 7)).getContent().size());
  }
}
