package io.github.twiliojdbc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twiliojdbc.transport.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
  private static final PageAddress FIRST =
      address("/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-05-01&PageSize=1000");

  private static PageAddress address(String pathAndQuery) {
    return PageAddress.of(new Target("api", pathAndQuery));
  }

  @ParameterizedTest
  @CsvSource({
    "/2010-04-01/Accounts/AC1/Messages.json?PageSize=1000&DateSent>=2026-05-01, true",
    "/2010-04-01/Accounts/AC1/Messages%2Ejson?DateSent%3e=2026-05-01&PageSize=1000, true",
    "/2010-04-01/Accounts/AC1/Messages.json?DateSent%3E=2026-05-01&PageSize=1000&Page=1, false",
    "/2010-04-01/Accounts/AC2/Messages.json?DateSent%3E=2026-05-01&PageSize=1000, false",
  })
  void onePageInSeveralSpellings(String other, boolean isSame) {
    assertThat(address(other).equals(FIRST)).isEqualTo(isSame);
  }

  @ParameterizedTest
  @CsvSource({
    "/2010-04-01/Accounts/AC1/Messages.json?DateSent>=2026-05-01&PageSize=50&PageToken=PA1, true",
    "/2010-04-01/Accounts/AC1/Messages.json?PageSize=1000&Page=1, false",
    "/2010-04-01/Accounts/AC2/Messages.json?DateSent%3E=2026-05-01&Page=1, false",
    "/2010-04-01/Accounts/AC1/Messages.json/../Calls.json?DateSent%3E=2026-05-01&Page=1, false",
    "/2010-04-01/Accounts/AC1/Calls.json?DateSent%3E=2026-05-01&Page=1, false",
    "/, false",
  })
  void aPageOfTheSameList(String next, boolean isOfList) {
    assertThat(address(next).isOfListOf(FIRST)).isEqualTo(isOfList);
  }
}
