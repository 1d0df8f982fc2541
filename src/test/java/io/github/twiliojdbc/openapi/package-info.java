/**
 * Makes the declarations of tables from Twilio's OpenAPI files, in three steps: what the files say
 * ({@code Resources}), what people know besides ({@code Mapping}), the declarations ({@code
 * Declarations}).
 */
@NullMarked
package io.github.twiliojdbc.openapi;

import org.jspecify.annotations.NullMarked;
