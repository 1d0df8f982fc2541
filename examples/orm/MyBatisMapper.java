import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** MyBatis: statements as annotations, with parameters in every place. */
class MyBatisMapper {
  interface Messages {
    @Select(
        "SELECT sid, status, price FROM messages"
            + " WHERE body LIKE '%' || #{text} || '%' ORDER BY date_sent DESC LIMIT #{most}")
    List<Map<String, Object>> like(@Param("text") String text, @Param("most") int most);
  }

  public static void main(String[] args) {
    var source =
        new UnpooledDataSource(
            "io.github.twiliojdbc.TwilioDriver", "jdbc:twilio:sandbox=true", null, null);
    var configuration =
        new Configuration(new Environment("sandbox", new JdbcTransactionFactory(), source));
    configuration.addMapper(Messages.class);
    try (var session = new SqlSessionFactoryBuilder().build(configuration).openSession()) {
      var messages = session.getMapper(Messages.class).like("parcel", 4);
      System.out.println(
          "MyBatis: "
              + messages.size()
              + " of "
              + messages.get(0).keySet().stream().sorted().toList());
    }
  }
}
