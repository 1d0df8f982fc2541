package io.github.twiliojdbc.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Semicolons end statements, but not in texts, names and comments. */
class ScriptTest {

  @Test
  void statements() {
    Script script = Script.of("SELECT ';' AS \";\"; -- a; b\nSELECT /* ; */ 2;\n SELECT 3 ");
    assertThat(script.statements())
        .containsExactly("SELECT ';' AS \";\"", "-- a; b\nSELECT /* ; */ 2");
    assertThat(script.all()).hasSize(3).endsWith("SELECT 3");
    assertThat(script.isWhole()).isFalse();
  }

  @Test
  void aLongText() {
    String sql = "SELECT '" + "it''s; ".repeat(20_000) + "'";
    assertThat(Script.of(sql + ";").statements()).containsExactly(sql);
  }

  @Test
  void textsWithEscapes() {
    assertThat(Script.of("SELECT E'it\\'s; ', e'\\\\'; SELECT 'a\\'; SELECT E'\\';").all())
        .containsExactly("SELECT E'it\\'s; ', e'\\\\'", "SELECT 'a\\'", "SELECT E'\\';");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", ";", " ; ;", "-- only this", "/* and ; this */ ;"})
  void nothing(String text) {
    assertThat(Script.of(text).all()).isEmpty();
    assertThat(Script.of(text).isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 'a;", "SELECT \"a;", "SELECT /* a;", "SELECT 'it''s;"})
  void whatIsOpenGoesOn(String text) {
    assertThat(Script.of(text).statements()).isEmpty();
    assertThat(Script.of(text).isWhole()).isFalse();
  }
}
