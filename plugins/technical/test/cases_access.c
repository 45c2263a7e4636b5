// SPDX-License-Identifier: Apache-2.0
/* Pages that readers and their aids cannot use. */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

static const struct fault_case rows[] = {
  { "technical.web.one-title",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>A</title><title>B</title></head><body><h1>A</h1></"
                 "body></html>") } } },
  { "technical.web.image-text",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><img "
                 "src=a></body></html>") } } },
  { "technical.web.image-text",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><input "
                 "type=image src=a alt=\"\"></body></html>") } } },
  { "technical.web.image-text",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><map><area "
                 "href=a></map></body></html>") } } },
  { "technical.web.image-text",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><img src=a "
                 "alt=\"\"><img src=b role=presentation><img src=c "
                 "aria-label=x></body></html>") } } },
  { "technical.web.field-label",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><label "
                 "for=b>Navn</label><input id=a></body></html>") } } },
  { "technical.web.field-label",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><select></select></body></"
                 "html>") } } },
  { "technical.web.field-label",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><label "
                 "for=a> </label><textarea id=a></textarea></body></html>") } } },
  { "technical.web.field-label",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><label "
                 "for=a>Navn</label><input id=a><label>B<input></label><input title=c><input "
                 "type=hidden><input type=submit></body></html>") } } },
  { "technical.web.field-label",
    SV_INAPPLICABLE,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><p>x</body></html>") } } },
  { "technical.web.link-name",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><a href=x> "
                 "</a></body></html>") } } },
  { "technical.web.link-name",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><button></button></body></"
                 "html>") } } },
  { "technical.web.link-name",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><a "
                 "href=x><img alt=Hjem src=a></a><button aria-label=Lukk></button><a "
                 "name=y></a></body></html>") } } },
  { "technical.web.zoom",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title><meta name=viewport "
                 "content=\"width=device-width, "
                 "user-scalable=no\"></head><body><h1>A</h1></body></html>") } } },
  { "technical.web.zoom",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title><meta name=viewport "
                 "content=\"maximum-scale=1.0\"></head><body><h1>A</h1></body></html>") } } },
  { "technical.web.zoom",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title><meta name=viewport "
                 "content=\"user-scalable = 0\"></head><body><h1>A</h1></body></html>") } } },
  { "technical.web.zoom",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title><meta name=viewport "
                 "content=\"width=device-width,initial-scale=1,maximum-scale=5\"></"
                 "head><body><h1>A</h1></body></html>") } } },
  { "technical.web.zoom",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title><meta name=viewport "
                 "content=\"maximum-scale=10\"></head><body><h1>A</h1></body></html>") } } },
  { "technical.web.headings",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><h2>A</h2></body></html>") } } },
  { "technical.web.headings",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><h1>A</h1><h3>B</h3></body></"
                 "html>") } } },
  { "technical.web.headings",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><h1>A</h1><h2>B</h2><h3>C</"
                 "h3><h2>D</h2></body></html>") } } },
  { "technical.web.language-tags",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"nb\"><head><title>T</title></head><body><h1>A</h1><a "
                 "hreflang=no href=x>x</a></body></html>") } } },
  { "technical.web.language-tags",
    SV_FAILED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><h1>A</h1><p><a hreflang=nor_bok "
                 "href=x lang=nn>x</a></body></html>") } } },
  { "technical.web.language-tags",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html lang=\"en\"><head><title>T</title></head><body><h1>A</h1><a "
                 "hreflang=no href=x>x</a></body></html>") } } },
  { "technical.web.language-tags",
    SV_PASSED,
    NULL,
    NULL,
    NULL,
    { { PAGE, OK("text/html", "",
                 "<!doctype html><html "
                 "lang=\"nb\"><head><title>T</title></head><body><h1>A</h1><link rel=alternate "
                 "hreflang=x-default href=x><a hreflang=se href=x>x</a></body></html>") } } },
};
CASES(access_cases, rows);
