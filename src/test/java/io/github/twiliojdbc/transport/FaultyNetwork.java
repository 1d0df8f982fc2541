package io.github.twiliojdbc.transport;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network that breaks, and a Twilio that is busy, down or refuses, for some of the requests and
 * each time in another way, so that a driver which knows what to do has every answer.
 */
public final class FaultyNetwork implements TwilioClient {
  private static final int MOST_RETRIES = 50;
  private static final int LARGE_PAGE = 200;
  private static final Pattern PAGE_SIZE = Pattern.compile("[?&]PageSize=(\\d+)");
  private static final Set<Fault> OF_SOME_REQUESTS =
      EnumSet.of(Fault.REFUSED_IN_PASSING, Fault.PAGE_TOO_LARGE);

  private final TwilioClient client;
  private final Set<Fault> faults;
  private final List<Fault> ofAnyRequest;
  private final Random random;
  private final double share;
  private final Set<Target> refused = ConcurrentHashMap.newKeySet();
  private volatile boolean isSignedIn;

  private FaultyNetwork(TwilioClient client, Set<Fault> faults, Random random, double share) {
    this.client = client;
    this.faults = faults;
    this.ofAnyRequest = faults.stream().filter(fault -> !OF_SOME_REQUESTS.contains(fault)).toList();
    this.random = random;
    this.share = share;
  }

  /**
   * Returns a client as a connection has it, over such a network and without waits.
   *
   * @param share part of the requests that fail, from 0 to 1
   */
  public static TwilioClient over(
      TwilioClient client, Set<Fault> faults, Random random, double share) {
    return new SmallerPagesClient(
        new RetryingClient(
            new FaultyNetwork(client, faults, random, share),
            RetryPolicy.of(MOST_RETRIES),
            milliseconds -> {},
            () -> 0,
            Clock.systemUTC()));
  }

  @Override
  public Response get(Target target) throws IOException {
    if (!ofAnyRequest.isEmpty() && random.nextDouble() < share) {
      return ofAnyRequest.get(random.nextInt(ofAnyRequest.size())).happen();
    }
    if (faults.contains(Fault.REFUSED_IN_PASSING)
        && isSignedIn
        && random.nextDouble() < share
        && refused.add(target)) {
      return Fault.REFUSED_IN_PASSING.happen();
    }
    if (faults.contains(Fault.PAGE_TOO_LARGE) && isTooLarge(target.pathAndQuery())) {
      return Fault.PAGE_TOO_LARGE.happen();
    }
    Response response = client.get(target);
    isSignedIn |= response.isSuccess();
    return response;
  }

  /** Returns whether a page is larger than some lists have them. */
  private boolean isTooLarge(String pathAndQuery) {
    Matcher size = PAGE_SIZE.matcher(pathAndQuery);
    String path = pathAndQuery.replaceFirst("\\?.*", "");
    return size.find()
        && Integer.parseInt(size.group(1)) > LARGE_PAGE
        && new Random(path.hashCode()).nextDouble() < share;
  }

  @Override
  public void close() {
    client.close();
  }
}
