package io.github.twiliojdbc.pushdown;

/**
 * The verdict on a query.
 *
 * @param numbers numbers or differences that it rests on
 */
record Outcome(Verdict verdict, String numbers) {}
