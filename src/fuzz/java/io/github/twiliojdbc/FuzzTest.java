package io.github.twiliojdbc;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twiliojdbc.connect.UrlTarget;
import io.github.twiliojdbc.scan.LinkTarget;
import io.github.twiliojdbc.sql.SqlTarget;
import io.github.twiliojdbc.value.PageTarget;

/** Looks for inputs that fail otherwise than with an error; each found belongs to the corpus. */
class FuzzTest {

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "10m")
  void page(byte[] body) {
    PageTarget.read(body);
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "10m")
  void value(FuzzedDataProvider data) {
    PageTarget.readValue(data.consumeRemainingAsString());
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "10m")
  void url(FuzzedDataProvider data) {
    UrlTarget.read(data.consumeRemainingAsString());
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "10m")
  void link(FuzzedDataProvider data) {
    LinkTarget.read(data.consumeRemainingAsString());
  }

  @com.code_intelligence.jazzer.junit.FuzzTest(maxDuration = "10m")
  void sql(FuzzedDataProvider data) {
    SqlTarget.read(data.consumeRemainingAsString());
  }
}
