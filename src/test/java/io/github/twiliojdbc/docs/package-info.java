/** Writes the pages of the documentation that are made of the code, and compares them. */
@NullMarked
package io.github.twiliojdbc.docs;

import org.jspecify.annotations.NullMarked;
