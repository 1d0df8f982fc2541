package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one result, as they come. */
interface RowWriter {

  /** Begins, with the labels of the columns. */
  void begin(List<String> labels) throws IOException;

  /** Writes a row: numbers, truth values, texts and nulls. */
  void row(List<@Nullable Object> values) throws IOException;

  /** Ends. */
  void end() throws IOException;
}
