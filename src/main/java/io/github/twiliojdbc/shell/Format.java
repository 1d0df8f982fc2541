package io.github.twiliojdbc.shell;

import java.io.IOException;
import java.io.Writer;

/** How rows are written. */
enum Format {
  /** Columns of the same width, for people. */
  TABLE {
    @Override
    RowWriter to(Writer out) {
      return new TableWriter(out, TableWriter.Style.PLAIN);
    }
  },
  /** Commas between values, as RFC 4180 has it. */
  CSV {
    @Override
    RowWriter to(Writer out) {
      return new DelimitedWriter(out, ',');
    }
  },
  /** Tabs between values. */
  TSV {
    @Override
    RowWriter to(Writer out) {
      return new DelimitedWriter(out, '\t');
    }
  },
  /** An array of objects. */
  JSON {
    @Override
    RowWriter to(Writer out) throws IOException {
      return new JsonWriter(out, /* isArray= */ true);
    }
  },
  /** An object a line. */
  JSONL {
    @Override
    RowWriter to(Writer out) throws IOException {
      return new JsonWriter(out, /* isArray= */ false);
    }
  },
  /** A table of Markdown. */
  MARKDOWN {
    @Override
    RowWriter to(Writer out) {
      return new TableWriter(out, TableWriter.Style.MARKDOWN);
    }
  };

  /** Returns what writes the rows of one result. */
  abstract RowWriter to(Writer out) throws IOException;
}
