// SPDX-License-Identifier: Apache-2.0
/* The search page. */
#include "engines/base/utf8.h"
#include "reference/documents.h"
#include "reference/route.h"
#include "reference/select.h"
#include "reference/text.h"

#include <string.h>

enum { HITS_MAX = 50, NAME_MAX_CHARS = 100 };

static void write_hits(const struct sv_service *s, const char *name, struct sv_buf *out)
{
  size_t hits = 0;
  sv_buf_adds(out, "<ul>\n");
  for (size_t i = 0; i < s->units->count && hits < HITS_MAX; i++) {
    const struct sv_unit *u = &s->units->units[i];
    if (!sv_text_has(u->name, name))
      continue;
    hits++;
    sv_buf_addf(out, "<li><a href=\"/v1/enheter/%s\">", u->number);
    sv_text_html(out, u->name);
    sv_buf_addf(out, "</a> (%s)</li>\n", u->number);
  }
  if (hits == 0)
    sv_buf_adds(out, "<li>Ingen treff</li>\n");
  sv_buf_adds(out, "</ul>\n");
}

void sv_web_search(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  const char *name = sv_request_query(x, "navn");
  struct sv_buf content = SV_BUF(1 << 16);
  if (name && sv_utf8_length(name, strlen(name)) > NAME_MAX_CHARS) {
    sv_problem(s, x, 400, "parameter", "Søketeksten er for lang", "Søk med høyst 100 tegn.");
    return;
  }
  sv_buf_adds(&content, "<h1>Søk etter enhet</h1>\n<form action=\"/sok\" method=\"get\">\n"
                        "<label for=\"navn\">Navn</label>\n"
                        "<input id=\"navn\" name=\"navn\" type=\"search\" maxlength=\"100\" "
                        "value=\"");
  sv_text_html(&content, name ? sv_mangle(s, x, name) : "");
  sv_buf_adds(&content, "\">\n<button type=\"submit\">Søk</button>\n</form>\n");
  if (name && *name)
    write_hits(s, name, &content);
  sv_documents_page(s->documents, "nb", "Søk etter enhet", sv_buf_text(&content), &x->answer.body);
  sv_buf_free(&content);
  sv_answer_ok(x, "text/html; charset=utf-8", "public, max-age=60");
  sv_answer_set(x, "Content-Language", "nb");
}
