// SPDX-License-Identifier: Apache-2.0
/* Why there is no answer: known again and said in the reader's language. */
#include "tests/unit/unit.h"

#include "engines/base/lang.h"
#include "engines/base/why.h"
#include "engines/result/detail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *detail, *nn; /* NULL: unknown, it stays as it is */
} rows[] = {
  { "The host did not answer in time.", "Verten svara ikkje i tide." },
  { "The name a.etat.no has no address.", "Namnet a.etat.no har inga adresse." },
  { "The name of the host has no address.", "Namnet på verten har inga adresse." },
  { "The answer was not whole in time; 17 bytes were seen.", "Svaret var ikkje heilt i tide; 17 "
                                                             "byte vart sett." },
  { "a.no is 10.0.0.1, which is private: the address policy does not allow it.", "a.no er "
                                                                                 "10.0.0.1, som er "
                                                                                 "privat: "
                                                                                 "adressereglane "
                                                                                 "tillèt det "
                                                                                 "ikkje." },
  { "a.no also has the address ::1, which is loopback and was not used.", "a.no har òg adressa "
                                                                          "::1, som er maskina "
                                                                          "sjølv og ikkje vart "
                                                                          "brukt." },
  { "The TLS handshake failed. (error:0A00042E:SSL routines::tlsv1 alert (x))", "TLS-handtrykket "
                                                                                "mislukkast. "
                                                                                "(error:0A00042E:"
                                                                                "SSL "
                                                                                "routines::tlsv1 "
                                                                                "alert (x))" },
  { "The TLS handshake failed.", "TLS-handtrykket mislukkast." },
  { "The TLS handshake failed. (x", NULL },
  { "The TLS handshake failed. (OpenSSL/3.0: error:0A000410:SSL routines::sslv3 alert handshake "
    "failure)",
    "TLS-handtrykket mislukkast. (tenaren fann ikkje noko i tilbodet som han godtek (varselet "
    "handshake_failure))" },
  { "The certificate does not verify, so nothing was sent. (certificate has expired)",
    "Sertifikatet lèt seg ikkje stadfeste, så ingenting vart sendt. (sertifikatet har gått ut)" },
  { "self-signed certificate", "sertifikatet er signert av seg sjølv, og ingen utferdar går god "
                               "for det" },
  { "invalid token near 'x'", "her står noko JSON ikkje har, ved «x»" },
  { "'}' expected near end of file", "eit komma eller ein avsluttande krøllparentes manglar i eit "
                                     "objekt, ved slutten av teksten" },
  { "a cafe near 'x'", NULL },
  { "validation failure <a.no. A IN>: signature expired from 192.0.2.1", "signaturen for a.no. A "
                                                                         "IN har gått ut (svar frå "
                                                                         "192.0.2.1)" },
  { "There is no answer; the library says: Weird", "Det er ikkje noko svar; biblioteket seier: "
                                                   "Weird" },
  { "s.xsd: the document is larger than the limit allows", "s.xsd: dokumentet er større enn grensa "
                                                           "tillèt" },
  { "The name  has no address", NULL },
  { "SSL connection timeout", "handtrykket vart ikkje ferdig i tide" },
  { "", NULL },
};

static void every_sentence_is_said_in_the_language_in_use(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    assert_int_equal(sv_detail_say(rows[i].detail, &out), SV_OK);
    assert_string_equal(sv_buf_text(&out), rows[i].nn ? rows[i].nn : rows[i].detail);
    assert_int_equal(sv_detail_is_known(rows[i].detail), rows[i].nn != NULL);
    sv_buf_free(&out);
  }
}

static void a_value_may_be_anything(void **state)
{
  (void)state;
  char *text = malloc(20000);
  assert_non_null(text);
  memset(text, '{', 19999);
  text[19999] = '\0';
  struct sv_buf out = SV_BUF(1 << 16);
  assert_int_equal(sv_detail_say(text, &out), SV_OK);
  assert_int_equal(out.size, 19999);
  memcpy(text, "The name ", 9);
  memcpy(text + 300, " has no address.", 17);
  sv_buf_cut(&out, 0);
  assert_int_equal(sv_detail_say(text, &out), SV_OK);
  assert_true(strncmp(sv_buf_text(&out), "Namnet {{{", 10) == 0);
  sv_buf_free(&out);
  free(text);
}

static void a_value_that_is_a_sentence_is_said_too(void **state)
{
  (void)state;
  const struct sv_arg args[] = { { "fault", "']' expected near ';'", 0 },
                                 { "name", "Kari", 0 },
                                 { "count", NULL, 7 } };
  struct sv_buf out = SV_BUF(4096);
  assert_int_equal(sv_detail_message("{name} {count}: {fault}.", args, 3, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "Kari 7: eit komma eller ein avsluttande hakeparentes "
                                         "manglar i ei liste, ved «;».");
  sv_buf_free(&out);
}

static void what_the_system_refuses_is_said_too(void **state)
{
  (void)state;
  assert_string_equal(sv_why(ENOENT), "det finst inga slik fil eller mappe");
  assert_string_equal(sv_why(ENOSPC), "disken er full");
  assert_string_equal(sv_why(EXDEV), strerror(EXDEV));
}

static int speak_nynorsk(void **state)
{
  (void)state;
  const char *dir = getenv("SAMSVAR_LOCALE_DIR");
  if (!dir || sv_lang_open(dir) != SV_OK)
    return -1;
  sv_lang_use(SV_NN);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_sentence_is_said_in_the_language_in_use),
    cmocka_unit_test(a_value_may_be_anything),
    cmocka_unit_test(a_value_that_is_a_sentence_is_said_too),
    cmocka_unit_test(what_the_system_refuses_is_said_too),
  };
  return cmocka_run_group_tests_name("detail", tests, speak_nynorsk, NULL);
}
