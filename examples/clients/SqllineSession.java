import sqlline.SqlLine;

/** sqlline: its list of keys, and a query. */
class SqllineSession {
  public static void main(String[] args) throws Exception {
    SqlLine.main(
        new String[] {
          "-u",
          "jdbc:twilio:sandbox=true",
          "-n",
          "",
          "-p",
          "",
          "--isolation=TRANSACTION_NONE",
          "--readOnly=true",
          "--outputformat=csv",
          "--silent=true",
          "-e",
          "!primarykeys calls",
          "-e",
          "SELECT country_code FROM available_phone_number_countries ORDER BY 1 LIMIT 1;"
        });
  }
}
