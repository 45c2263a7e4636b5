// SPDX-License-Identifier: Apache-2.0
/* Web pages: what is read from good, broken and hostile markup. */
#include "tests/unit/unit.h"

#include "engines/html/page.h"

#include <stdlib.h>
#include <string.h>

static void a_page_gives_language_title_links_and_words(void **state)
{
  (void)state;
  static const char html[] =
    "<!doctype html><html lang=nb><head><meta charset=utf-8><title> Om  oss </title>"
    "<meta name=viewport content='width=device-width'><link rel=alternate hreflang=nn href='/nn/'>"
    "<style>a{}</style></head><body><h1>Hei på deg</h1><script>var x = 'skjult';</script>"
    "<p>To&nbsp;ord</p><a href=' https://uustatus.no/x '>Tilgjengelighets<b>erklæring</b>"
    "<img alt='(lenke)'></a><form></form></body></html>";
  struct sv_page page;
  assert_int_equal(sv_page_read(html, strlen(html), &page, NULL), SV_OK);
  assert_string_equal(page.lang, "nb");
  assert_string_equal(page.title, "Om oss");
  assert_true(page.has_viewport && page.has_doctype);
  assert_string_equal(page.charset, "utf-8");
  assert_int_equal(page.forms, 1);
  assert_int_equal(page.headings_1, 1);
  assert_int_equal(page.link_count, 2);
  assert_string_equal(page.links[0].rel, "alternate");
  assert_string_equal(page.links[0].hreflang, "nn");
  assert_string_equal(page.links[1].href, "https://uustatus.no/x");
  assert_string_equal(page.links[1].text, "Tilgjengelighetserklæring(lenke)");
  assert_string_equal(page.links[1].lang, "nb");
  assert_null(strstr(page.text, "skjult"));
  assert_int_equal(page.words, 6);
  sv_page_free(&page);
}

static void what_is_missing_is_null(void **state)
{
  (void)state;
  struct sv_page page;
  assert_int_equal(sv_page_read("<p>x", 4, &page, NULL), SV_OK);
  assert_null(page.lang);
  assert_null(page.title);
  assert_false(page.has_doctype);
  assert_int_equal(page.link_count, 0);
  sv_page_free(&page);
  assert_int_equal(sv_page_read("", 0, &page, NULL), SV_INVALID);
  sv_page_free(&page);
}

static void a_page_that_scripts_fill_is_told_from_one_that_says_something(void **state)
{
  (void)state;
  static const struct {
    const char *html;
    bool is_shell;
  } cases[] = {
    { "<title>T</title><noscript>Skru på <a href=x>skript</a></noscript><div id=root>Laster</div>"
      "<script src=a></script>",
      true },
    { "<div id=root></div>", false }, /* nothing fills it */
    { "<div id=root><a href=x>Hjem</a></div><script src=a></script>", false },
    { "<h1>Feil</h1><script src=a></script>", false },
    { "<p>Tjenesten er stengt for vedlikehold. Vi er tilbake mandag morgen klokka åtte, og beklager at du ikke "
      "kommer fram til oss nå.<script>a</script>",
      false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_page page;
    assert_int_equal(sv_page_read(cases[i].html, strlen(cases[i].html), &page, NULL), SV_OK);
    assert_int_equal(page.is_shell, cases[i].is_shell);
    sv_page_free(&page);
  }
}

/* COUNT times PIECE. */
static char *many(const char *piece, size_t count, size_t *size)
{
  const size_t n = strlen(piece);
  char *text = malloc(n * count + 1);
  assert_non_null(text);
  for (size_t i = 0; i < count; i++)
    memcpy(text + i * n, piece, n);
  text[n * count] = '\0';
  *size = n * count;
  return text;
}

static void hostile_pages_meet_a_named_limit(void **state)
{
  (void)state;
  static const struct {
    const char *piece;
    size_t count;
    const char *limit;
  } cases[] = {
    { "x", 6u << 20, "html-bytes" },
    { "<p>", 300000, "html-elements" },
    { "<div>", 2000, "html-depth" },
    { " a=b", 100000, "html-elements" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    size_t size;
    char *html = many(cases[i].piece, cases[i].count, &size);
    struct sv_page page;
    struct sv_error err = { 0 };
    const enum sv_status status = sv_page_read(html, size, &page, &err);
    if (status == SV_LIMIT)
      assert_string_equal(err.limit, cases[i].limit);
    else
      assert_true(strcmp(cases[i].limit, "html-depth") == 0);
    sv_page_free(&page);
    free(html);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_page_gives_language_title_links_and_words),
    cmocka_unit_test(what_is_missing_is_null),
    cmocka_unit_test(a_page_that_scripts_fill_is_told_from_one_that_says_something),
    cmocka_unit_test(hostile_pages_meet_a_named_limit),
  };
  return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
