package io.github.twiliojdbc.planner;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A node of an explained plan.
 *
 * @param operator the operator, in SQL and with the names of its fields
 * @param rows estimated number of rows
 * @param number number by which the node is measured, if it is
 * @param scan what the node requests, if it is a scan of a Twilio table
 * @param inputs inputs of the node
 */
record ExplainedNode(
    String operator,
    double rows,
    OptionalInt number,
    Optional<ExplainedScan> scan,
    List<ExplainedNode> inputs) {}
