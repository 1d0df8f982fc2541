package io.github.twiliojdbc.sql.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.calcite.sql.parser.SqlParserImplFactory;

/**
 * The tokens of a statement, in which a word that stands where only a name can stand is one, even
 * if the grammar has another use for it elsewhere.
 *
 * <p>As in PostgreSQL, every word is a name after a dot and, outside of casts, after AS.
 */
public final class Tokens extends SqlParserImplTokenManager implements SqlParserImplConstants {
  /** Makes parsers that read tokens so. */
  public static final SqlParserImplFactory FACTORY =
      reader -> {
        SqlParserImpl parser = (SqlParserImpl) SqlParserImpl.FACTORY.getParser(reader);
        parser.token_source = new Tokens(parser.jj_input_stream);
        return parser;
      };

  /** Words of which a query has no need. */
  private static final Set<Integer> NAMES =
      kinds(
          """
          ALLOCATE ALLOW ALTER ARE ARRAY_MAX_CARDINALITY ASENSITIVE ATOMIC AUTHORIZATION BEGIN
          BEGIN_FRAME BEGIN_PARTITION BIT BLOB CALL CALLED CASCADED CHECK CLASSIFIER CLOB CLOSE
          COLUMN COMMIT CONDITION CONNECT CONSTRAINT CONTAINS CORRESPONDING CURRENT_ROW CURSOR CYCLE
          DATETIME DATE_TRUNC DEALLOCATE DECLARE DEFINE DELETE DEREF DESCRIBE DETERMINISTIC DISALLOW DISCONNECT
          DROP DYNAMIC EACH EMPTY END_FRAME END_PARTITION EQUALS EXEC EXECUTE EXTEND EXTERNAL FRAME_ROW
          FREE FRIDAY FUNCTION GEOMETRY GET GLOBAL HOLD IDENTITY IMPORT INDICATOR INITIAL INOUT
          INSENSITIVE INSERT LANGUAGE LARGE MATCH MATCHES MATCH_NUMBER MEASURE MEASURES MEMBER MERGE
          METHOD MODIFIES MODULE MONDAY NATIONAL NEW NO NONE OCCURRENCES_REGEX OLD OMIT ONE OPEN
          OUT PARAMETER PATTERN PER PERCENT PERMUTE PORTION PRECEDES PREPARE PREV PROCEDURE READS REF
          REFERENCING RELEASE RESET RESULT RETURN RETURNS REVOKE ROLLBACK RUNNING SATURDAY SAVEPOINT
          SCOPE SCROLL SEARCH SEEK SENSITIVE SET SHOW SPECIFIC SPECIFICTYPE SQL SQLEXCEPTION SQLSTATE
          SQLWARNING START STATIC STREAM SUBMULTISET SUBSET SUCCEEDS SUNDAY SYSTEM SYSTEM_TIME
          THURSDAY TIMEZONE_HOUR TIMEZONE_MINUTE TREAT TRIGGER TUESDAY UPSERT UUID VALUE_OF VARIANT
          VERSIONING WEDNESDAY WHENEVER
          """);

  /** Words that are functions, types or rows before a parenthesis, and names without one. */
  private static final Set<Integer> CALLS =
      kinds(
          """
          ABS AVG CARDINALITY CEIL CEILING CHAR_LENGTH CHARACTER_LENGTH COALESCE COLLECT CONVERT CORR
          COUNT COVAR_POP COVAR_SAMP CUME_DIST DENSE_RANK ELEMENT EVERY EXP EXTRACT FIRST_VALUE FLOOR
          FUSION INTERSECTION JSON_ARRAY JSON_ARRAYAGG JSON_EXISTS JSON_OBJECT JSON_OBJECTAGG
          JSON_QUERY JSON_VALUE LAG LAST_VALUE LEAD LN LOWER MATCH_RECOGNIZE MAX MIN MOD NORMALIZE
          NTH_VALUE NTILE NULLIF OCTET_LENGTH OVERLAY PERCENTILE_CONT PERCENTILE_DISC
          PERCENT_RANK PERIOD POSITION POSITION_REGEX POWER RANK REGR_AVGX REGR_AVGY REGR_COUNT
          REGR_INTERCEPT REGR_R2 REGR_SLOPE REGR_SXX REGR_SXY REGR_SYY ROW_NUMBER SQRT STDDEV_POP
          STDDEV_SAMP SUBSTRING SUBSTRING_REGEX SUM TRANSLATE TRANSLATE_REGEX TRIM TRIM_ARRAY TRUNCATE
          UPPER VAR_POP VAR_SAMP WIDTH_BUCKET
          """);

  private static final Set<Integer> UNITS =
      kinds("YEAR QUARTER MONTH WEEK DAY HOUR MINUTE SECOND MILLISECOND DECADE CENTURY MILLENNIUM");

  /** Words that are names or not by what stands beside them. */
  private static final Set<Integer> SOMETIMES =
      kinds("AT DATE TIME TIMESTAMP INTERVAL VALUES RANGE ROWS ROW NEXT UNNEST TO END");

  /** Functions whose call the grammar does not know as one, or not by that name. */
  private static final Set<Integer> FUNCTIONS =
      kinds(
          "CEILING CORR REGR_AVGX REGR_AVGY REGR_INTERCEPT REGR_R2 REGR_SLOPE REGR_SXY WIDTH_BUCKET"
              + " CURRENT_SCHEMA CURRENT_CATALOG");

  private static final Set<String> LISTS_OF_JSON =
      Set.of("json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg");

  /** A part of a statement in which some words mean something of their own. */
  private enum Clause {
    CAST,
    FROM,
    OTHER
  }

  private final Deque<Token> ahead = new ArrayDeque<>();

  /** What is open: the text itself, and each parenthesis. */
  private final Deque<Clause> clauses = new ArrayDeque<>(List.of(Clause.OTHER));

  /** For each brace that is open, whether it is left out. */
  private final Deque<Boolean> braces = new ArrayDeque<>();

  private int openCases;

  private Token previous = Token.newToken(EOF);

  private Tokens(SimpleCharStream stream) {
    super(stream);
  }

  /** Returns whether a word, in capitals, can be a name by itself that is not quoted. */
  public static boolean isName(String word) {
    Set<Integer> kind = kinds(word);
    return NAMES.containsAll(kind) || CALLS.containsAll(kind) || SOMETIMES.containsAll(kind);
  }

  @Override
  public Token getNextToken() {
    Token token = read();
    while (isIdle(token) || isBraceOfEscape(token)) {
      token = read();
    }
    if (isWord(token) && isName(token)) {
      token.kind = IDENTIFIER;
    }
    switch (token.kind) {
      case LAMBDA -> token.kind = JSON_FIELD;
      case LPAREN -> {
        if (previous.kind == IDENTIFIER && isListOfJson(previous)) {
          orderBehindCall();
        }
        clauses.push(isCast(previous) ? Clause.CAST : Clause.OTHER);
      }
      case RPAREN -> {
        if (clauses.size() > 1) {
          clauses.pop();
        }
      }
      case CASE -> openCases++;
      case END -> openCases--;
      case SELECT -> enter(Clause.OTHER);
      case FROM -> enter(Clause.FROM);
      default -> {}
    }
    previous = token;
    return token;
  }

  /** Returns whether a word says what goes without saying, or what only a server can heed. */
  private boolean isIdle(Token word) {
    return switch (word.kind) {
      case ONLY -> previous.kind == FROM;
      case LATERAL -> peek().kind != LPAREN && peek().kind != UNNEST && peek().kind != TABLE;
      case NOT -> previous.kind == AS && isMaterialized(peek());
      default -> previous.kind == AS && isMaterialized(word) && peek().kind == LPAREN;
    };
  }

  /** Returns whether a brace is one of JDBC's around what the grammar knows without them. */
  private boolean isBraceOfEscape(Token token) {
    return switch (token.kind) {
      case LBRACE -> {
        Token word = peek();
        boolean isOuterJoin = word.kind == IDENTIFIER && word.image.equalsIgnoreCase("oj");
        if (isOuterJoin) {
          read();
        }
        boolean isEscape = isOuterJoin || word.kind == ESCAPE || word.kind == LIMIT;
        braces.push(isEscape);
        yield isEscape;
      }
      case LBRACE_D, LBRACE_T, LBRACE_TS, LBRACE_FN -> {
        braces.push(false);
        yield false;
      }
      case RBRACE -> Boolean.TRUE.equals(braces.poll());
      default -> false;
    };
  }

  private static boolean isMaterialized(Token word) {
    return word.kind == IDENTIFIER && word.image.equalsIgnoreCase("materialized");
  }

  private boolean isName(Token word) {
    return switch (previous.kind) {
      case DOT -> true;
      case AS ->
          clauses.element() != Clause.CAST
              && !(peek().kind == FOR && (word.kind == XML || word.kind == JSON));
      case INFIX_CAST, RETURNING -> false;
      default -> NAMES.contains(word.kind) || isNameBefore(word, peek());
    };
  }

  private boolean isNameBefore(Token word, Token next) {
    return switch (word.kind) {
      case AT -> next.kind != TIME;
      case DATE -> next.kind != QUOTED_STRING;
      case TIME ->
          next.kind != QUOTED_STRING
              && previous.kind != AT
              && previous.kind != WITH
              && previous.kind != WITHOUT
              && previous.kind != LOCAL;
      case TIMESTAMP -> next.kind != QUOTED_STRING && next.kind != WITH;
      case INTERVAL, VALUES -> isEnd(next);
      case RANGE -> !isFrame(next);
      case ROWS -> !isFrame(next) && !isCount(previous);
      case ROW -> next.kind != LPAREN && previous.kind != CURRENT && !isCount(previous);
      case NEXT -> previous.kind != FETCH;
      case TO -> previous.kind != SIMILAR && !UNITS.contains(next.kind);
      case END -> openCases == 0;
      case UNNEST -> clauses.element() != Clause.FROM;
      default -> next.kind == LPAREN ? FUNCTIONS.contains(word.kind) : CALLS.contains(word.kind);
    };
  }

  /** Returns whether an expression has ended before a token. */
  private static boolean isEnd(Token token) {
    return switch (token.kind) {
      case COMMA, RPAREN, DOT, FROM, EOF -> true;
      default -> false;
    };
  }

  /** Returns whether a window's frame goes on with a token. */
  private static boolean isFrame(Token token) {
    return switch (token.kind) {
      case BETWEEN,
          UNBOUNDED,
          CURRENT,
          INTERVAL,
          HOOK,
          UNSIGNED_INTEGER_LITERAL,
          DECIMAL_NUMERIC_LITERAL ->
          true;
      default -> false;
    };
  }

  /** Returns whether a token can tell how many rows are wanted. */
  private static boolean isCount(Token token) {
    return switch (token.kind) {
      case FIRST, NEXT, HOOK, UNSIGNED_INTEGER_LITERAL, RPAREN -> true;
      default -> false;
    };
  }

  private static boolean isListOfJson(Token function) {
    return LISTS_OF_JSON.contains(function.image.toLowerCase(Locale.ROOT));
  }

  /**
   * Takes the ORDER BY within the parenthesis that has just been opened behind it, where the
   * grammar knows it for every function: {@code f(x) WITHIN GROUP (ORDER BY y)}.
   */
  private void orderBehindCall() {
    List<Token> call = new ArrayList<>();
    int order = -1;
    int open = 1;
    while (open > 0 && peek().kind != EOF) {
      Token token = read();
      open += token.kind == LPAREN ? 1 : token.kind == RPAREN ? -1 : 0;
      if (open == 1 && token.kind == ORDER) {
        order = call.size();
      }
      call.add(token);
    }
    if (order >= 0 && open == 0) {
      Token first = call.get(order);
      call.addAll(
          order,
          List.of(
              at(first, RPAREN, ")"),
              at(first, WITHIN, "WITHIN"),
              at(first, GROUP, "GROUP"),
              at(first, LPAREN, "(")));
    }
    for (int i = call.size() - 1; i >= 0; i--) {
      ahead.addFirst(call.get(i));
    }
  }

  /** Returns a token that stands where another does. */
  private static Token at(Token place, int kind, String image) {
    Token token = Token.newToken(kind);
    token.kind = kind;
    token.image = image;
    token.beginLine = place.beginLine;
    token.beginColumn = place.beginColumn;
    token.endLine = place.endLine;
    token.endColumn = place.endColumn;
    return token;
  }

  private void enter(Clause clause) {
    clauses.pop();
    clauses.push(clause);
  }

  private static boolean isCast(Token token) {
    return token.kind == CAST || token.kind == TRY_CAST || token.kind == SAFE_CAST;
  }

  private static boolean isWord(Token token) {
    return token.kind != EOF
        && token.kind != IDENTIFIER
        && token.image.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
        && Character.isLetter(token.image.charAt(0));
  }

  private Token read() {
    Token token = ahead.poll();
    return token == null ? super.getNextToken() : token;
  }

  private Token peek() {
    if (ahead.isEmpty()) {
      ahead.add(super.getNextToken());
    }
    return ahead.element();
  }

  private static Set<Integer> kinds(String words) {
    Set<String> images =
        Stream.of(words.split("\\s+")).map(word -> "\"" + word + "\"").collect(Collectors.toSet());
    return IntStream.range(0, tokenImage.length)
        .filter(kind -> images.contains(tokenImage[kind].toUpperCase(Locale.ROOT)))
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }
}
