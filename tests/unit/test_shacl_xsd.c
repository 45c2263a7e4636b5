// SPDX-License-Identifier: Apache-2.0
/* Literals as SHACL asks about them: the lexical forms of XML Schema, and how values compare. */
#include "tests/unit/unit.h"

#include "engines/shacl/shacl.h"

#include <stdio.h>
#include <string.h>

static const struct literal {
  const char *type, *good, *bad; /* words apart; "_" is the empty text */
} literals[] = {
  { "boolean", "true false 1 0", "TRUE yes _" },
  { "integer", "1 -0 +007", "1.0 1e1 - _" },
  { "decimal", "1 -1.5 +.5 5.", ". 1e1 1,5" },
  { "double", "1 1e5 -.5E-3 INF -INF NaN", "inf 1e 1e5.0 e5" },
  { "byte", "127 -128", "128 -129" },
  { "unsignedLong", "18446744073709551615 0", "18446744073709551616 -1" },
  { "positiveInteger", "1", "0 -1" },
  { "nonNegativeInteger", "0 -0 1000000", "-1 x" },
  { "date", "2024-02-29 -0044-03-15 12024-01-01 2024-01-01+14:00",
    "2023-02-29 24-01-01 02024-01-01 2024-1-1 2024-01-01+14:01" },
  { "dateTime", "2024-12-31T23:59:59 2024-12-31T24:00:00Z 2024-01-01T00:00:00.123-05:00",
    "2024-12-31 2024-12-31T24:00:01 2024-12-31T23:59:60 2024-12-31T23:59:59. 2024-12-31T23:59Z" },
  { "dateTimeStamp", "2024-12-31T23:59:59Z", "2024-12-31T23:59:59" },
  { "time", "23:59:59 24:00:00 12:00:00Z", "25:00:00 12:00" },
  { "gYear", "2024 -2024Z", "24 2024-01" },
  { "gYearMonth", "2024-12", "2024-13 2024" },
  { "gMonthDay", "--02-29", "--02-30 02-29" },
  { "gMonth", "--12 --01Z", "--13 12" },
  { "gDay", "---31", "---32 --31" },
  { "duration", "P1Y P1M2D PT1H -P1DT0.5S", "P PT P1H 1Y P1S PT1.5M P1M1Y" },
  { "dayTimeDuration", "P1DT1H", "P1M" },
  { "yearMonthDuration", "P1Y2M", "P1D PT1M" },
  { "hexBinary", "_ 0aFF", "0 0g" },
  { "base64Binary", "_ AAAA AA== AAA=", "A AB== AAA AA=A" },
  { "language", "nb en-GB", "nb_NO 1 toolonglanguage" },
  { "NCName", "a_b-1 æ", "a:b 1a -a" },
  { "NMTOKEN", "1a -a", "a,b" },
  { "anyURI", "http://x/y ../a#b _", "http://[ %zz" },
};

static size_t check_words(const char *type, const char *words, bool ill)
{
  char iri[100], word[100];
  size_t wrong = 0;
  struct sv_graph *g = sv_graph_new(NULL);
  (void)snprintf(iri, sizeof iri, "http://www.w3.org/2001/XMLSchema#%s", type);
  for (const char *p = words; *p;) {
    const size_t n = strcspn(p, " ");
    (void)snprintf(word, sizeof word, "%.*s", (int)n, strncmp(p, "_", n) == 0 ? "" : p);
    const sv_term t = sv_graph_literal(g, word, strlen(word), sv_graph_iri(g, iri, strlen(iri)));
    if (sv_shacl_is_ill_typed(g, t) != ill) {
      print_message("# %s: \"%s\"\n", type, word);
      wrong++;
    }
    p += n + (p[n] == ' ');
  }
  sv_graph_free(g);
  return wrong;
}

static void lexical_forms_are_those_of_xml_schema(void **state)
{
  size_t wrong = 0;
  (void)state;
  for (size_t i = 0; i < sizeof literals / sizeof literals[0]; i++)
    wrong += check_words(literals[i].type, literals[i].good, false) +
             check_words(literals[i].type, literals[i].bad, true);
  assert_int_equal(wrong, 0);
}

static const struct pair {
  const char *type_a, *a, *type_b, *b;
  enum sv_shacl_order order;
} pairs[] = {
  { "integer", "007", "decimal", "7.0", SV_SHACL_EQUAL },
  { "integer", "-1", "decimal", "-0.5", SV_SHACL_LESS },
  { "decimal", "0.10", "double", "0.1", SV_SHACL_EQUAL },
  { "float", "0.1", "double", "0.1", SV_SHACL_GREATER },
  { "float", "0.1", "decimal", "0.1", SV_SHACL_EQUAL },
  { "double", "INF", "double", "-INF", SV_SHACL_GREATER },
  { "double", "NaN", "double", "NaN", SV_SHACL_INCOMPARABLE },
  { "string", "a", "string", "b", SV_SHACL_LESS },
  { "string", "1", "integer", "1", SV_SHACL_INCOMPARABLE },
  { "boolean", "0", "boolean", "true", SV_SHACL_LESS },
  { "dateTime", "2024-01-01T12:00:00Z", "dateTime", "2024-01-01T13:00:00+01:00", SV_SHACL_EQUAL },
  { "dateTime", "2024-01-01T00:00:00.5Z", "dateTime", "2024-01-01T00:00:00.49Z", SV_SHACL_GREATER },
  { "dateTime", "2024-01-01T12:00:00", "dateTime", "2024-01-02T12:00:00Z", SV_SHACL_LESS },
  { "dateTime", "2024-01-01T12:00:00", "dateTime", "2024-01-02T01:00:00Z", SV_SHACL_INCOMPARABLE },
  { "date", "-0044-03-15", "date", "0044-03-15", SV_SHACL_LESS },
  { "date", "2024-01-01", "dateTime", "2024-01-01T00:00:00", SV_SHACL_INCOMPARABLE },
  { "gYearMonth", "2024-02", "gYearMonth", "2024-03", SV_SHACL_LESS },
  { "duration", "P1M", "duration", "P30D", SV_SHACL_INCOMPARABLE },
  { "duration", "P1M", "duration", "P27D", SV_SHACL_GREATER },
  { "duration", "P1Y", "yearMonthDuration", "P12M", SV_SHACL_EQUAL },
  { "dayTimeDuration", "-PT1.5S", "dayTimeDuration", "-PT1.25S", SV_SHACL_LESS },
  { "anyURI", "http://a", "anyURI", "http://a", SV_SHACL_INCOMPARABLE },
};

static void order_is_that_of_sparql(void **state)
{
  char iri[100];
  bool good = true;
  (void)state;
  struct sv_graph *g = sv_graph_new(NULL);
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    sv_term t[2];
    for (size_t k = 0; k < 2; k++) {
      const char *text = k ? pairs[i].b : pairs[i].a;
      (void)snprintf(iri, sizeof iri, "http://www.w3.org/2001/XMLSchema#%s",
                     k ? pairs[i].type_b : pairs[i].type_a);
      t[k] = sv_graph_literal(g, text, strlen(text), sv_graph_iri(g, iri, strlen(iri)));
    }
    static const enum sv_shacl_order other[] = { SV_SHACL_GREATER, SV_SHACL_EQUAL, SV_SHACL_LESS,
                                                 SV_SHACL_INCOMPARABLE };
    if (sv_shacl_compare(g, t[0], t[1]) != pairs[i].order ||
        sv_shacl_compare(g, t[1], t[0]) != other[pairs[i].order]) {
      print_message("# %s %s, %s %s\n", pairs[i].type_a, pairs[i].a, pairs[i].type_b, pairs[i].b);
      good = false;
    }
  }
  sv_graph_free(g);
  assert_true(good);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(lexical_forms_are_those_of_xml_schema),
    cmocka_unit_test(order_is_that_of_sparql),
  };
  return cmocka_run_group_tests_name("shacl-xsd", tests, NULL, NULL);
}
