import java.sql.Date;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;

/** JasperReports: what each month cost, as a PDF. */
class MonthlyReport {
  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    var report = JasperCompileManager.compileReport("monthly.jrxml");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Date.valueOf(LocalDate.now().withDayOfMonth(1).minusMonths(5)));
    try (var connection = DriverManager.getConnection("jdbc:twilio:sandbox=true")) {
      var filled = JasperFillManager.fillReport(report, parameters, connection);
      JasperExportManager.exportReportToPdfFile(filled, "target/monthly.pdf");
      System.out.println(
          "JasperReports: " + (filled.getPages().isEmpty() ? "nothing" : "target/monthly.pdf"));
    }
  }
}
