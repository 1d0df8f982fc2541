package io.github.twiliojdbc.request;

import io.github.twiliojdbc.catalog.PathTemplate;
import java.util.List;

/**
 * One of the ways in which a table's rows are asked for.
 *
 * @param path path of the lists, or of the rows if {@code isList} is false
 * @param isList whether an answer is a page of a list, not a single row
 * @param source where the values of the path's parameters come from
 * @param parameters filters and fixed parameters of every request
 * @param isSettled whether the rows are so old that they will change no more
 * @param rows what the wanted rows fulfil
 * @param earlier what rows fulfil that other reads bring already
 */
public record Read(
    PathTemplate path,
    boolean isList,
    PathSource source,
    List<QueryParameter> parameters,
    boolean isSettled,
    Conjunction rows,
    List<Conjunction> earlier) {}
