package io.github.twiliojdbc.scan;

import io.github.twiliojdbc.catalog.ColumnDefinition;
import io.github.twiliojdbc.catalog.FilterDefinition;
import io.github.twiliojdbc.catalog.TableDefinition;
import io.github.twiliojdbc.request.Read;
import io.github.twiliojdbc.transport.Failures;
import io.github.twiliojdbc.transport.RequestFailure;
import io.github.twiliojdbc.transport.Response;
import io.github.twiliojdbc.transport.Target;
import io.github.twiliojdbc.value.MalformedPageException;
import io.github.twiliojdbc.value.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list, each named by the one before, or of a row that is looked for in some places
 * in turn until it is found.
 *
 * <p>A page is read in the background, one at a time; everything else happens where the rows are
 * taken.
 */
final class PageChain {
  private final ListScan scan;
  private final Read read;
  private final Iterator<Map<String, String>> otherPlaces;
  private final Windowing windowing;
  private final List<Target> asked = new ArrayList<>();
  private final Set<PageAddress> addresses = new HashSet<>();
  private final SeenRows seen;
  private Map<String, String> binding;
  private @Nullable Target upcoming;
  private long rows;
  private volatile @Nullable Ahead ahead;

  /**
   * Creates a chain.
   *
   * @param places values of the path's parameters: of a list's path, or of each place to look in
   * @param windowing what is done about windows of dates
   * @param seen rows that other chains in place of which this one is read have brought
   */
  PageChain(
      ListScan scan,
      Read read,
      Iterator<Map<String, String>> places,
      Windowing windowing,
      SeenRows seen) {
    this.scan = scan;
    this.read = read;
    this.otherPlaces = places;
    this.windowing = windowing;
    this.seen = seen;
    this.binding = otherPlaces.next();
    this.upcoming = scan.plan().target(read, binding);
  }

  Read read() {
    return read;
  }

  Windowing windowing() {
    return windowing;
  }

  boolean hasNext() {
    return upcoming != null;
  }

  /** Returns the next page. */
  Target next() {
    return Objects.requireNonNull(upcoming);
  }

  /**
   * Reads the next page.
   *
   * @param readsAhead whether the page after it is asked for as soon as it can be
   */
  CompletableFuture<Page> fetch(boolean readsAhead) {
    Target target = Objects.requireNonNull(upcoming);
    asked.add(target);
    if (!addresses.add(PageAddress.of(target))) {
      throw Failures.malformed(
          "GET " + execution().session().endpoint().url(target),
          "was named as its own next page or as that of a later one, which would never end");
    }
    boolean isAhead = readsAhead && !(asked.size() == 1 && windowing.maySplit());
    Ahead begun = ahead;
    CompletableFuture<Session.Answer> answer =
        begun != null && begun.target.equals(target) ? begun.answer : ask(target);
    ahead = null;
    return execution()
        .session()
        .concurrency()
        .then(
            answer,
            got -> {
              if (isAhead) {
                askAhead(target, got.response());
              }
              Page page = page(target, got.response());
              got.entry().rowCount().set(page.rows().size());
              execution().countPage();
              return page;
            });
  }

  private CompletableFuture<Session.Answer> ask(Target target) {
    return execution().session().concurrency().begin(() -> execution().get(scan.plan(), target));
  }

  /** Asks for the next page before this one is decoded, which tells for sure which one that is. */
  private void askAhead(Target target, Response response) {
    scan.decoder()
        .nextPageHint(response.body())
        .map(link -> execution().session().endpoint().follow(target, link))
        .ifPresent(next -> ahead = new Ahead(next, ask(next)));
  }

  /**
   * Moves on behind a page.
   *
   * @return chains that are to be read in place of this one, the page included, if there are any
   */
  Optional<WindowChains> turn(Page page) {
    Target target = Objects.requireNonNull(upcoming);
    rows += page.rows().size();
    upcoming =
        page.next().map(link -> following(target, link)).or(() -> nextPlace(page)).orElse(null);
    Optional<WindowChains> split =
        upcoming != null && asked.size() == 1 ? windowing.split(page) : Optional.empty();
    if (split.isEmpty()) {
      windowing.arrived(page);
    }
    if (upcoming == null) {
      end();
    }
    return split;
  }

  /** Returns a page, behind which the chain has moved on, without the rows of earlier ones. */
  Page withoutSeen(Page page) {
    boolean isOnly = asked.size() == 1 && upcoming == null;
    // No row comes to what is settled.
    boolean stays = isOnly || asked.get(asked.size() - 1).isSettled();
    return stays && table().mostRows().isEmpty()
        ? page
        : new Page(seen.unseen(admitted(page)), page.next());
  }

  /** Returns the rows of a page that are not left to another chain, at a seam of dates. */
  private List<@Nullable Object[]> admitted(Page page) {
    return page.rows().stream().filter(windowing::admits).toList();
  }

  /**
   * Returns the chains to read in place of the pages that are left, if Twilio would refuse those
   * since the rows before them are as many as it lists.
   */
  Optional<Iterator<PageChain>> rest() {
    int most = table().mostRows().orElse(Integer.MAX_VALUE);
    if (upcoming == null || rows <= most - scan.plan().pageSize()) {
      return Optional.empty();
    }
    Optional<Iterator<PageChain>> halves = windowing.halves(seen);
    if (halves.isPresent()) {
      upcoming = null;
    }
    return halves;
  }

  /** Returns the page that a link names, which must be one of the same list. */
  private Target following(Target target, String link) {
    Target next = execution().session().endpoint().follow(target, link);
    if (!PageAddress.of(next).isOfListOf(PageAddress.of(target))) {
      throw Failures.malformed(
          "GET " + execution().session().endpoint().url(target),
          "names %s as its next page, which is of another list".formatted(next.pathAndQuery()));
    }
    return next;
  }

  private Optional<Target> nextPlace(Page page) {
    if (!page.rows().isEmpty() || !otherPlaces.hasNext()) {
      return Optional.empty();
    }
    binding = otherPlaces.next();
    return Optional.of(scan.plan().target(read, binding));
  }

  private void end() {
    if (read.isList() && read.parameters().size() == table().send().size()) {
      execution().session().rememberRows(table(), rows);
    }
    windowing.ended(List.copyOf(asked), rows);
  }

  /** Returns what a target answers; nothing at all if what the path names is not there. */
  private Page page(Target target, Response response) {
    String url = execution().session().endpoint().url(target);
    if (!response.isSuccess()) {
      RequestFailure failure = Failures.of(url, response, narrowable());
      boolean isFirst = !read.isList() || asked.size() == 1;
      if (isFirst && isMissing(failure) && isMissingEmpty()) {
        return Page.EMPTY;
      }
      if (isFirst && isOfSubAccount() && isRefusalOfOne(failure, response.status())) {
        execution()
            .warn(
                "Account %s was left out of %s: %s"
                    .formatted(account().orElseThrow(), table().id(), failure.getMessage()));
        return Page.EMPTY;
      }
      throw failure;
    }
    try {
      return scan.decode(read, binding, response);
    } catch (MalformedPageException e) {
      execution().session().client().forget(target);
      throw Failures.malformed("GET " + url, e.problem());
    }
  }

  private Optional<String> narrowable() {
    return table().columns().stream()
        .filter(column -> column.filter().orElse(null) instanceof FilterDefinition.Range)
        .map(ColumnDefinition::name)
        .findFirst();
  }

  /**
   * A row that is not there is no row, and a parent that is gone has no children; only the list of
   * an account must exist.
   */
  private boolean isMissingEmpty() {
    boolean hasOtherParent = binding.size() > (account().isPresent() ? 1 : 0);
    return !read.isList() || table().missingIsEmpty() || hasOtherParent;
  }

  /** Returns whether it is Twilio that says so, and nothing on the way to it. */
  private static boolean isMissing(RequestFailure failure) {
    return failure.reason() == RequestFailure.Reason.NOT_FOUND && failure.twilioCode().isPresent();
  }

  private boolean isOfSubAccount() {
    return account().filter(sid -> !sid.equals(execution().session().accountSid())).isPresent();
  }

  /** Returns whether one account is refused, and not whoever asks from now on. */
  private boolean isRefusalOfOne(RequestFailure failure, int status) {
    return failure.reason() == RequestFailure.Reason.NOT_FOUND
        || (failure.reason() == RequestFailure.Reason.CREDENTIALS
            && (status != 401 || execution().isSignedIn()));
  }

  private Optional<String> account() {
    return table().accountParameter().map(binding::get);
  }

  private Execution execution() {
    return scan.execution();
  }

  private TableDefinition table() {
    return scan.plan().table();
  }

  /** A page that is asked for already. */
  private record Ahead(Target target, CompletableFuture<Session.Answer> answer) {}
}
