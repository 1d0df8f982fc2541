package io.github.twiliojdbc.planner;

import java.util.List;

/**
 * Keys that another table's rows give to a scan while the query runs.
 *
 * @param number number of the lookup, by which the running query finds the keys
 * @param columns columns of the scanned table that the keys are values of
 */
record ScanLookup(int number, List<String> columns) {}
