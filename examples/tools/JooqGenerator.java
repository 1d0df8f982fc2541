import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** jOOQ's generator: classes of the tables and their keys, for queries that compilers check. */
class JooqGenerator {
  public static void main(String[] args) throws Exception {
    Path folder = Path.of("target", "jooq");
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.ERROR)
            .withJdbc(
                new Jdbc()
                    .withDriver("io.github.twiliojdbc.TwilioDriver")
                    .withUrl("jdbc:twilio:sandbox=true"))
            .withGenerator(
                new Generator()
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.jdbc.JDBCDatabase")
                            .withInputSchema("twilio"))
                    .withTarget(
                        new Target().withPackageName("twilio").withDirectory(folder.toString()))));
    try (var files = Files.walk(folder)) {
      System.out.println(
          "jOOQ: "
              + files
                  .filter(file -> file.getParent().endsWith("tables"))
                  .filter(Files::isRegularFile)
                  .count()
              + " tables");
    }
  }
}
