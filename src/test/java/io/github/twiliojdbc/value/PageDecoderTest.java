package io.github.twiliojdbc.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twiliojdbc.catalog.Catalog;
import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.ColumnType;
import io.github.twiliojdbc.catalog.TableDefinition;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageDecoderTest {
  private static final TableDefinition CALLS = Catalog.bundled().table("calls");
  private static final TableDefinition FLOWS = Catalog.bundled().table("flows");

  private final List<String> unfit = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"messages\":[],\"next_page_uri\":\"/a?Page=1\",\"page\":0}        | /a?Page=1",
        "{\"meta\": {\"next_page_url\" : \"https://x.com/a\"}}              | https://x.com/a",
        "{\"messages\":[],\"next_page_uri\":null}                           | ",
        "{\"messages\":[{\"body\":\"\\\"next_page_uri\\\":\\\"/a\\\"\"}]} | ",
        "{\"messages\":[]}                                                  | ",
        "not JSON                                                             | ",
      })
  void theNextPageIsSeenBeforeThePageIsRead(String body, @Nullable String link) {
    PageDecoder decoder =
        new PageDecoder(
            Catalog.bundled().table("messages"),
            new RowDecoder(List.of(), false, (column, text) -> unfit.add(text)));
    assertThat(decoder.nextPageHint(body.getBytes(StandardCharsets.UTF_8)).orElse(null))
        .isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER   | 7                                 | 7",
        "INTEGER   | \"7\"                             | 7",
        "INTEGER   | \"\"                              | ",
        "BIGINT    | 9007199254740993                  | 9007199254740993",
        "DECIMAL   | \"-0.00750\"                      | -0.00750",
        "DECIMAL   | 1e3                               | 1E+3",
        "DOUBLE    | \"37.7749\"                       | 37.7749",
        "BOOLEAN   | \"true\"                          | true",
        "BOOLEAN   | false                             | false",
        "DECIMAL   | 1e37                              | 1E+37",
        "DECIMAL   | 1e-38                             | 1E-38",
        "DATE      | \"1970-01-02\"                    | 1",
        "TIMESTAMP | \"Thu, 01 Jan 1970 00:00:01 +0000\" | 1000",
        "TIMESTAMP | \"Thu, 01 Jan 1970 02:00:01 +0200\" | 1000",
        "TIMESTAMP | \"1970-01-01T00:00:01Z\"          | 1000",
        "TIMESTAMP | \"1970-01-01T00:00:01.002+00:00\" | 1002",
        "VARCHAR   | \"\"                              | ''",
        "VARCHAR   | 7                                 | 7",
        "VARCHAR   | { \"a\" : [1, 2] }                | {\"a\":[1,2]}",
        "JSON      | { \"a\" : [1, null] }             | {\"a\":[1,null]}",
        "JSON      | []                                | []",
        "JSON      | [0.1234567890123456789012, 1.10, 1e400] | [0.1234567890123456789012,1.10,1e400]",
        "INTEGER   | null                              | ",
      })
  void aValueThatFits(ColumnType type, String json, @Nullable String value) throws Exception {
    Object read = read(type, json);
    assertThat(read == null ? null : read.toString()).isEqualTo(value);
    assertThat(unfit).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER   | 3000000000            | 3000000000",
        "INTEGER   | 1.5                   | 1.5",
        "INTEGER   | \"many\"              | many",
        "INTEGER   | { \"a\": 1 }          | {\"a\":1}",
        "BIGINT    | \"9223372036854775808\" | 9223372036854775808",
        "DECIMAL   | \"free\"              | free",
        "DECIMAL   | 1e999999999           | 1e999999999",
        "DECIMAL   | 1e38                  | 1e38",
        "DECIMAL   | 1e-39                 | 1e-39",
        "DOUBLE    | \"NaN\"               | NaN",
        "DOUBLE    | 1e999                 | 1e999",
        "BOOLEAN   | 1                     | 1",
        "DATE      | \"2026-02-30\"        | 2026-02-30",
        "TIMESTAMP | \"yesterday\"         | yesterday",
        "TIMESTAMP | \"2026-01-01\"        | 2026-01-01",
      })
  void aValueThatDoesNotFitIsNullAndReported(ColumnType type, String json, String text)
      throws Exception {
    assertThat(read(type, json)).isNull();
    assertThat(unfit).containsExactly("x: " + text);
  }

  @Test
  void nextPageOfTheCoreApi() throws Exception {
    Page page =
        page(
            CALLS,
            "{\"page\":0,\"calls\":[{\"sid\":\"CA1\",\"new\":{\"sid\":\"no\"}},{\"price\":\"-1.5\"}],"
                + "\"next_page_uri\":\"/2010-04-01/x?Page=1\"}",
            new ColumnDefinition[] {CALLS.column("sid"), CALLS.column("price")});
    assertThat(page.next()).contains("/2010-04-01/x?Page=1");
    assertThat(page.rows())
        .containsExactly(new Object[] {"CA1", null}, new Object[] {null, new BigDecimal("-1.5")});
  }

  @Test
  void nextPageOfTheOtherApis() throws Exception {
    String body =
        "{\"flows\":[],\"meta\":{\"previous_page_url\":null,\"next_page_url\":%s,\"z\":1}}";
    String link = "https://studio.twilio.com/v2/Flows?Page=1";
    assertThat(page(FLOWS, body.formatted('"' + link + '"')).next()).contains(link);
    assertThat(page(FLOWS, body.formatted("null")).next()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "calls | {\"calls\":[]}",
        "calls | {\"calls\":[],\"next_page_uri\":\"\"}",
        "calls | {\"calls\":[],\"next_page_uri\":7}",
        "calls | {\"calls\":[],\"next_page_uri\":{\"a\":null}}",
        "flows | {\"flows\":[]}",
        "flows | {\"flows\":[],\"meta\":null}",
        "flows | {\"flows\":[],\"meta\":{}}",
        "flows | {\"flows\":[],\"meta\":{\"next_page_url\":false}}",
      })
  void onlyNullEndsAList(String table, String body) {
    assertThatThrownBy(() -> page(Catalog.bundled().table(table), body))
        .isInstanceOf(MalformedPageException.class)
        .hasMessage("answered a page that does not say whether it is the last");
  }

  @Test
  void someListsHaveNoLinks() throws Exception {
    assertThat(
            page(
                    Catalog.bundled().table("available_phone_numbers_local"),
                    "{\"uri\":\"/x\",\"available_phone_numbers\":[]}")
                .next())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numbers.port_in_requests | {'port_in_requests':[],'meta':{'next_token':'a b'}} | ?Token=a+b",
        "numbers.port_in_requests | {'port_in_requests':[],'meta':{'next_token':null}} |",
        "numbers.short_code_applications | {'results':[],'current_page':3,'has_next':true} | ?Page=4",
        "numbers.short_code_applications | {'has_next':true,'current_page':0,'results':[]} | ?Page=1",
        "numbers.short_code_applications | {'results':[],'current_page':3,'has_next':false} |",
        "messaging.service_usecases | {'usecases':[]} |",
        "messaging.service_usecases | {'usecases':null} |",
      })
  void pagesAreNamedInSomeWays(String table, String body, @Nullable String next) throws Exception {
    assertThat(page(Catalog.bundled().table(table), body.replace('\'', '"')).next())
        .isEqualTo(Optional.ofNullable(next));
  }

  @Test
  void anObjectCanBeTheRow() throws Exception {
    TableDefinition balance = Catalog.bundled().table("api.balance");
    assertThat(page(balance, "{\"balance\":\"0.05\"}", balance.column("balance")).rows())
        .containsExactly(new Object[] {new BigDecimal("0.05")});
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"code\":20404,\"status\":404}", "{\"sid\":{}}"})
  void aRowHasItsKey(String body) {
    PageDecoder decoder = new PageDecoder(FLOWS, rows(FLOWS.column("sid")));
    assertThatThrownBy(
            () -> decoder.decodeRow(body.getBytes(StandardCharsets.UTF_8), new Object[] {"FW1"}))
        .isInstanceOf(MalformedPageException.class)
        .hasMessage("answered an object without sid, which is not the row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"sid\":\"FW2\"}", "{\"x\":{},\"sid\":\"FW2\",\"status\":\"a\"}"})
  void aRowIsTheOneThatWasAskedFor(String body) throws Exception {
    PageDecoder decoder = new PageDecoder(FLOWS, rows(FLOWS.column("sid")));
    Page page = decoder.decodeRow(body.getBytes(StandardCharsets.UTF_8), new Object[] {"FW1"});
    assertThat(page.rows()).containsExactly(new Object[] {"FW2"});
    assertThat(page.next()).isEmpty();
  }

  @Test
  void aPathParameterStandsWhereTheRowDoesNotSay() throws Exception {
    PageDecoder decoder = new PageDecoder(FLOWS, rows(FLOWS.column("sid"), FLOWS.column("status")));
    Page page =
        decoder.decode(
            "{\"flows\":[{},{\"sid\":\"FW2\"}],\"meta\":{\"next_page_url\":null}}"
                .getBytes(StandardCharsets.UTF_8),
            new Object[] {"FW1", null});
    assertThat(page.rows()).containsExactly(new Object[] {"FW1", null}, new Object[] {"FW2", null});
  }

  @Test
  void aSecretIsNotRead() throws Exception {
    ColumnDefinition token = Catalog.bundled().table("accounts").column("auth_token");
    assertThat(token.secret()).isTrue();
    assertThat(
            page(
                    FLOWS,
                    "{\"flows\":[{\"auth_token\":\"x\"}],\"meta\":{\"next_page_url\":null}}",
                    token)
                .rows())
        .containsExactly(new Object[] {null});
  }

  private @Nullable Object read(ColumnType type, String json) throws MalformedPageException {
    ColumnDefinition column = ColumnDefinition.of("x", type, "");
    return page(
            FLOWS,
            "{\"flows\":[{\"x\":" + json + ",\"y\":0}],\"meta\":{\"next_page_url\":null}}",
            column)
        .rows()
        .get(0)[0];
  }

  private Page page(TableDefinition table, String body, ColumnDefinition... columns)
      throws MalformedPageException {
    return new PageDecoder(table, rows(columns))
        .decode(body.getBytes(StandardCharsets.UTF_8), new Object[columns.length]);
  }

  private RowDecoder rows(ColumnDefinition... columns) {
    return new RowDecoder(
        List.of(columns), false, (column, text) -> unfit.add(column.name() + ": " + text));
  }
}
