/** The shell: SQL from a command line, a file, standard input or a terminal. */
@NullMarked
package io.github.twiliojdbc.shell;

import org.jspecify.annotations.NullMarked;
