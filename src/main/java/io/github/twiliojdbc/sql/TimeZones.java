package io.github.twiliojdbc.sql;

import io.github.twiliojdbc.sql.functions.DateFunctions;
import java.util.List;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** AT TIME ZONE: what the clocks of a zone show, and when they show it. */
final class TimeZones {
  private static final String AT_ZONE = "AT_ZONE";
  private static final String FROM_ZONE = "FROM_ZONE";

  private TimeZones() {}

  /**
   * Returns what the clocks of a zone show at an instant, or the instant at which they show what
   * has been made of what they show.
   */
  static SqlNode of(SqlCall call) {
    SqlNode time = call.operand(0);
    SqlNode zone = call.operand(1);
    SqlParserPos place = call.getParserPosition();
    if (zone instanceof SqlCharStringLiteral name) {
      DateFunctions.clock(name.getValueAs(String.class));
    }
    if (Calls.isCallOf(time, AT_ZONE)) {
      return Calls.function(AT_ZONE, place, List.of(((SqlCall) time).operand(0), zone));
    }
    return Calls.function(isLocal(time) ? FROM_ZONE : AT_ZONE, place, List.of(time, zone));
  }

  private static boolean isLocal(SqlNode time) {
    return Calls.isCallOf(time, AT_ZONE)
        || (time instanceof SqlCall call
            && !call.isA(SqlKind.QUERY)
            && !Calls.isCallOf(call, FROM_ZONE)
            && call.getOperandList().stream().anyMatch(each -> each != null && isLocal(each)));
  }
}
