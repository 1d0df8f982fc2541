package io.github.twiliojdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Messages, the latest first, ready to be sent: their dates by millisecond, and what every
 * sixteenth of them says in JSON, into which only date and identifier have to be copied.
 *
 * <p>They lie as a business's do: more by day than by night, fewer at weekends, with bursts.
 */
final class Messages {
  /** Time before which all messages were sent: Twilio lets nobody ask for those of 400 days ago. */
  static final Instant END = Instant.now().truncatedTo(ChronoUnit.DAYS);

  private static final int TEXTS = 16;

  /** Messages whose pages are made once; of more, they would not fit into memory. */
  private static final int MOST_KEPT = 200_000;

  private static final int DATE_LENGTH = 31;
  private static final String NO_DATE = "?".repeat(DATE_LENGTH);
  private static final String NO_NUMBER = "#".repeat(32);
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final long[] seconds;
  private final byte[][] dates;
  private final Text[] texts = new Text[TEXTS];
  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

  /** Makes so many messages over so many days. */
  Messages(int count, int days) {
    SplittableRandom random = new SplittableRandom(1);
    this.seconds = new long[count];
    long span = Duration.ofDays(days).toSeconds();
    for (int i = 0; i < count; ) {
      long second = random.nextLong(span);
      if (random.nextDouble() < busyness(second)) {
        seconds[i++] = second - span + END.getEpochSecond();
      }
    }
    Arrays.sort(seconds);
    for (int i = 0; i < count / 2; i++) {
      long other = seconds[count - 1 - i];
      seconds[count - 1 - i] = seconds[i];
      seconds[i] = other;
    }
    this.dates = new byte[count][];
    for (int i = 0; i < count; i++) {
      dates[i] = RFC_2822.format(Instant.ofEpochSecond(seconds[i])).getBytes(US_ASCII);
    }
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = new Text(template(i, random));
    }
  }

  /** Returns the place of the first message that was sent at a time or before. */
  int first(Instant time) {
    int first = 0;
    int end = seconds.length;
    while (first < end) {
      int middle = (first + end) >>> 1;
      if (seconds[middle] > time.getEpochSecond()) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return first;
  }

  /** Returns the place behind the last message that was sent at a time or after. */
  int end(Instant time) {
    return first(time.equals(Instant.MIN) ? time : time.minusSeconds(1));
  }

  /** Returns messages as JSON, with commas between them. */
  byte[] json(int from, int until) {
    return seconds.length > MOST_KEPT
        ? make(from, until)
        : pages.computeIfAbsent(from + "-" + until, page -> make(from, until));
  }

  private byte[] make(int from, int until) {
    int length = Math.max(0, until - from - 1);
    for (int i = from; i < until; i++) {
      length += texts[i % TEXTS].json.length;
    }
    byte[] made = new byte[length];
    int end = 0;
    for (int i = from; i < until; i++) {
      if (i > from) {
        made[end++] = ',';
      }
      end = texts[i % TEXTS].write(made, end, i, dates[i]);
    }
    return made;
  }

  private static double busyness(long second) {
    double hour = second % 86_400 / 3600.0;
    double day = 0.15 + 0.85 * Math.max(0, Math.sin((hour - 6) / 14 * Math.PI));
    boolean isWeekend = second / 86_400 % 7 >= 5;
    boolean isBurst = second / 1800 % 97 == 0;
    return (isWeekend ? 0.4 : 0.7) * day + (isBurst ? 0.3 : 0);
  }

  private static String template(int text, SplittableRandom random) {
    String from = "+1555%07d".formatted(random.nextInt(10_000_000));
    String to = "+4479%08d".formatted(random.nextInt(100_000_000));
    String body =
        "Your order %d is on its way and should be with you by %s."
            .formatted(random.nextInt(1_000_000), text % 3 == 0 ? "noon – at the latest" : "noon");
    String sid = "SM" + NO_NUMBER;
    String uri = "/2010-04-01/Accounts/" + PageServer.ACCOUNT + "/Messages/" + sid;
    return """
    {"body":"%s","num_segments":"%d","direction":"outbound-api","from":"%s","to":"%s",\
    "date_updated":"%s","price":"-0.00%d50","error_message":null,\
    "uri":"%s.json","account_sid":"%s","num_media":"0","status":"delivered",\
    "messaging_service_sid":null,"sid":"%s","date_sent":"%s","date_created":"%s",\
    "error_code":null,"price_unit":"USD","api_version":"2010-04-01",\
    "subresource_uris":{"media":"%s/Media.json","feedback":"%s/Feedback.json"}}"""
        .formatted(
            body,
            1 + text % 3,
            from,
            to,
            NO_DATE,
            text % 9,
            uri,
            PageServer.ACCOUNT,
            sid,
            NO_DATE,
            NO_DATE,
            uri,
            uri);
  }

  /** One message's JSON with places for date and number. */
  private static final class Text {
    private final byte[] json;
    private final int[] dates;
    private final int[] numbers;

    Text(String template) {
      this.json = template.getBytes(UTF_8);
      this.dates = places(NO_DATE);
      this.numbers = places(NO_NUMBER);
    }

    private int[] places(String mark) {
      byte[] wanted = mark.getBytes(US_ASCII);
      int[] found = new int[8];
      int count = 0;
      for (int i = 0; i + wanted.length <= json.length; i++) {
        if (Arrays.equals(json, i, i + wanted.length, wanted, 0, wanted.length)) {
          found[count++] = i;
        }
      }
      return Arrays.copyOf(found, count);
    }

    /** Writes the text of a message at a place, and returns the place behind it. */
    int write(byte[] out, int start, int number, byte[] date) {
      System.arraycopy(json, 0, out, start, json.length);
      for (int place : dates) {
        System.arraycopy(date, 0, out, start + place, DATE_LENGTH);
      }
      for (int place : numbers) {
        int rest = number;
        for (int i = 31; i >= 0; i--) {
          out[start + place + i] = (byte) ('0' + rest % 10);
          rest /= 10;
        }
      }
      return start + json.length;
    }
  }
}
