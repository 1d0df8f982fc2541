import java.nio.file.Files;
import java.nio.file.Path;
import schemacrawler.inclusionrule.RegularExpressionInclusionRule;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.command.text.diagram.options.DiagramOutputFormat;
import schemacrawler.tools.executable.SchemaCrawlerExecutable;
import schemacrawler.tools.options.OutputOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/**
 * SchemaCrawler: a diagram of the tables of some schemas and of what refers to what, for Graphviz.
 */
class SchemaCrawlerDiagram {
  public static void main(String[] args) throws Exception {
    Path diagram = Path.of("target", "twilio.dot");
    var executable = new SchemaCrawlerExecutable("schema");
    executable.setSchemaCrawlerOptions(
        SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
            .withLimitOptions(
                LimitOptionsBuilder.builder()
                    .includeSchemas(new RegularExpressionInclusionRule("twilio|driver"))
                    .toOptions())
            .withLoadOptions(
                LoadOptionsBuilder.builder()
                    .withSchemaInfoLevel(SchemaInfoLevelBuilder.standard())
                    .toOptions()));
    executable.setOutputOptions(
        OutputOptionsBuilder.newOutputOptions(DiagramOutputFormat.scdot, diagram));
    executable.setDataSource(
        DatabaseConnectionSources.newDatabaseConnectionSource(
            "jdbc:twilio:sandbox=true", new MultiUseUserCredentials("", "")));
    executable.execute();
    var text = Files.readString(diagram);
    System.out.println(
        "SchemaCrawler: "
            + (text.contains("conference_participants") && text.contains("settings"))
            + ", references "
            + text.lines().filter(line -> line.contains(" -> ")).count());
  }
}
