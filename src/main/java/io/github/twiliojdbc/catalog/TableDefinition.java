package io.github.twiliojdbc.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One table: a list resource of Twilio's API.
 *
 * @param id schema and name of the table
 * @param product product that the resource belongs to
 * @param about one line that says what the rows are
 * @param docs Twilio's page on the resource
 * @param list path of the list, with its parameters in braces
 * @param get path of one row, if the API can fetch one
 * @param paging how an answer holds rows
 * @param rows key of the JSON array that holds the rows; empty where an answer is the row itself
 * @param key columns that identify a row; none where nothing does
 * @param sizeParameter parameter that says how many rows a page has, if there is one
 * @param pageSize most rows of a page
 * @param typicalRows how many rows one list typically has, for estimates
 * @param mostRows how many rows of a range of the cursor can be listed, if there is a limit: each
 *     row has a cursor then
 * @param accountColumn column that names the account of a row, if there is one
 * @param cursor column that startDate bounds, if the table is incremental
 * @param since column that tells since when an account exists, if the rows are the accounts
 * @param parents one link for each path parameter that a parent gives, all to the same table
 * @param values values of path parameters that are the same for everybody
 * @param required path parameters that only the query can give
 * @param parentConditions which rows of the parent can have children
 * @param references columns that name rows of other tables, though no path needs them
 * @param send parameters that every request carries
 * @param rollup lists that hold the rows added up, if there are any
 * @param missingIsEmpty whether a 404 means that there are no rows
 * @param isLinkOptional whether a page without a link to another is the last
 * @param notes what a user of the table should know
 * @param differences what is meant to differ from Twilio's OpenAPI files, with the reason
 * @param columns the columns in order
 */
public record TableDefinition(
    TableName id,
    Product product,
    String about,
    String docs,
    PathTemplate list,
    Optional<PathTemplate> get,
    Paging paging,
    String rows,
    List<String> key,
    Optional<String> sizeParameter,
    int pageSize,
    int typicalRows,
    OptionalInt mostRows,
    Optional<String> accountColumn,
    Optional<String> cursor,
    Optional<String> since,
    List<ParentLink> parents,
    Map<String, List<String>> values,
    List<String> required,
    List<ParentCondition> parentConditions,
    List<ReferenceDefinition> references,
    Map<String, String> send,
    Optional<Rollup> rollup,
    boolean missingIsEmpty,
    boolean isLinkOptional,
    List<String> notes,
    Map<String, String> differences,
    List<ColumnDefinition> columns) {

  /** Returns the name of the table in its schema. */
  public String name() {
    return id.name();
  }

  /** Returns the column of this name, which must exist. */
  public ColumnDefinition column(String name) {
    return columns.get(columnIndex(name));
  }

  /** Returns the place of a column, or -1 if there is none of this name. */
  public int columnIndex(String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(name))
        .findFirst()
        .orElse(-1);
  }

  /** Returns the table that this one's path parameters come from, if it has any. */
  public Optional<TableName> parentTable() {
    return parents.stream().findFirst().map(ParentLink::table);
  }

  /** Returns the path parameter that names the account, if the path has one. */
  public Optional<String> accountParameter() {
    return product.accountParameter().filter(list.parameters()::contains);
  }

  /** Returns whether a request can name values of a column: as a filter or in its path. */
  public boolean isRequestedBy(String column) {
    return column(column).filter().isPresent()
        || accountColumn.equals(Optional.of(column))
        || list.parameters().contains(column)
        || get.map(path -> path.parameters().contains(column)).orElse(false);
  }

  /** Returns whether one list does not hold all rows, but one for each value of a column. */
  public boolean isListedByValue() {
    return columns.stream().anyMatch(column -> column.each().isPresent());
  }

  /** Returns whether the rows are added up. */
  public boolean isRolledUp() {
    return rollup.map(lists -> lists.lists().containsValue(list)).orElse(false);
  }

  /** Returns the table whose rows are this one's, added up by a period that it has a list of. */
  public TableDefinition rolledUp(Rollup.Period period) {
    PathTemplate rolledUp = Objects.requireNonNull(rollup.orElseThrow().lists().get(period));
    return with(rolledUp, Math.max(1, typicalRows / period.typicalDays()), send);
  }

  /** Returns whether the rows of all accounts are added up in the list of the main account. */
  public boolean addsUpAccounts() {
    return rollup
        .map(Rollup::subAccounts)
        .filter(parameters -> !parameters.isEmpty())
        .filter(parameters -> send.entrySet().containsAll(parameters.entrySet()))
        .isPresent();
  }

  /** Returns the table whose rows are this one's, added up over all accounts. */
  public TableDefinition ofAllAccounts() {
    Map<String, String> parameters = new LinkedHashMap<>(send);
    parameters.putAll(rollup.orElseThrow().subAccounts());
    return with(list, typicalRows, parameters);
  }

  private TableDefinition with(PathTemplate list, int typicalRows, Map<String, String> send) {
    return new TableDefinition(
        id,
        product,
        about,
        docs,
        list,
        get,
        paging,
        rows,
        key,
        sizeParameter,
        pageSize,
        typicalRows,
        mostRows,
        accountColumn,
        cursor,
        since,
        parents,
        values,
        required,
        parentConditions,
        references,
        send,
        rollup,
        missingIsEmpty,
        isLinkOptional,
        notes,
        differences,
        columns);
  }
}
