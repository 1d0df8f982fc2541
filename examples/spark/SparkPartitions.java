import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.sql.SparkSession;

/**
 * Apache Spark: a read in partitions, each of which is a range of dates that Twilio filters.
 *
 * <p>A stand-in for Twilio on this machine shows what is asked for.
 */
class SparkPartitions {
  public static void main(String[] args) throws Exception {
    var asked = new ConcurrentSkipListSet<String>();
    HttpServer twilio =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    twilio.createContext(
        "/",
        exchange -> {
          asked.add(
              URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8)
                  .replaceFirst("&PageSize=.*", ""));
          byte[] page =
              "{\"messages\": [{\"sid\": \"SM1\", \"date_sent\": \"Tue, 05 May 2026 10:00:00 +0000\"}], \"next_page_uri\": null}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    twilio.start();
    String account = "AC" + "0".repeat(31) + "1";
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    var messages =
        spark
            .read()
            .format("jdbc")
            .option(
                "url",
                "jdbc:twilio:accounts=own;authToken=x;accountSid="
                    + account
                    + ";endpoint=http://127.0.0.1:"
                    + twilio.getAddress().getPort())
            .option("driver", "io.github.twiliojdbc.TwilioDriver")
            .option(
                "dbtable",
                "(SELECT sid, date_sent FROM messages WHERE date_sent >= '2026-05-01'"
                    + " AND date_sent < '2026-05-09') AS m")
            .option("partitionColumn", "date_sent")
            .option("lowerBound", "2026-05-01 00:00:00")
            .option("upperBound", "2026-05-09 00:00:00")
            .option("numPartitions", "4")
            .load();
    System.out.println("asked for the schema: " + List.copyOf(asked));
    System.out.println("rows: " + messages.count());
    new TreeSet<>(asked).forEach(System.out::println);
    spark.stop();
    twilio.stop(0);
  }
}
