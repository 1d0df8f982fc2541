import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.cfg.Configuration;

/** Hibernate: the schema is validated, and entities are read by ranges, pages and fetch joins. */
class HibernateEntities {
  public static void main(String[] args) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Account.class)
            .addAnnotatedClass(Message.class)
            .addAnnotatedClass(Call.class)
            .setProperty("hibernate.connection.url", "jdbc:twilio:sandbox=true")
            .setProperty("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
            .setProperty("hibernate.hbm2ddl.auto", "validate");
    try (var sessions = configuration.buildSessionFactory();
        var session = sessions.openSession()) {
      session.setDefaultReadOnly(true);
      List<Message> latest =
          session
              .createQuery("from Message m order by m.dateSent desc, m.sid", Message.class)
              .setFirstResult(10)
              .setMaxResults(5)
              .list();
      System.out.println("Hibernate: a page of " + latest.size());
      List<Message> codes =
          session
              .createQuery(
                  "from Message m join fetch m.account"
                      + " where m.dateSent between :from and :to and lower(m.body) like :text",
                  Message.class)
              .setParameter("from", Instant.now().minusSeconds(30 * 86_400))
              .setParameter("to", Instant.now())
              .setParameter("text", "%code%")
              .list();
      System.out.println(
          "Hibernate: like "
              + (codes.stream().allMatch(m -> m.body.contains("code")) && !codes.isEmpty())
              + ", of "
              + codes.get(0).account.getType()
              + " accounts");
      Message one = session.find(Message.class, latest.get(0).sid);
      System.out.println("Hibernate: found " + one.sid.equals(latest.get(0).sid));
      session.clear();
      List<Message> several =
          session
              .byMultipleIds(Message.class)
              .multiLoad(latest.stream().map(message -> message.sid).toList());
      System.out.println("Hibernate: several " + several.size());
      Object[] sums =
          session
              .createQuery(
                  "select count(c), sum(c.duration), avg(c.price) from Call c where c.status = 'completed'",
                  Object[].class)
              .getSingleResult();
      System.out.println("Hibernate: sums of " + sums.length);
      List<Account> accounts =
          session
              .createQuery(
                  "select distinct a from Account a left join fetch a.calls c where c.status = 'busy'",
                  Account.class)
              .list();
      System.out.println(
          "Hibernate: "
              + accounts.size()
              + " accounts, with calls "
              + !accounts.get(0).getCalls().isEmpty());
    }
  }

  @Entity(name = "Account")
  @Table(name = "accounts")
  static class Account {
    @Id String sid;
    String type;

    @OneToMany(mappedBy = "account")
    List<Call> calls;

    String getType() {
      return type;
    }

    List<Call> getCalls() {
      return calls;
    }
  }

  @Entity(name = "Message")
  @Table(name = "messages")
  static class Message {
    @Id String sid;
    String body;
    String status;
    BigDecimal price;

    @Column(name = "date_sent")
    Instant dateSent;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_sid")
    Account account;
  }

  @Entity(name = "Call")
  @Table(name = "calls")
  static class Call {
    @Id String sid;
    String status;
    Integer duration;
    BigDecimal price;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_sid")
    Account account;
  }
}
