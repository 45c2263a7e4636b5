// SPDX-License-Identifier: Apache-2.0
/* Errors: problem details for programs, a page for people. */
#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "reference/documents.h"
#include "reference/route.h"
#include "reference/text.h"

#include <string.h>

/* Whether a person asked: a browser, and not on a path of the programming interface. */
static bool wants_page(const struct sv_exchange *x)
{
  static const char *const program[] = { "/v0",          "/v1",      "/oauth2",
                                         "/.well-known", "/openapi", "/schema" };
  static const char *const types[] = { "application/problem+json", "text/html" };
  const char *path = x->request.path ? x->request.path : "/v1";
  for (size_t i = 0; i < sizeof program / sizeof program[0]; i++)
    if (sv_starts_with(path, program[i]))
      return false;
  const char *accept = sv_request_header(x, "Accept");
  return accept && strstr(accept, "text/html") && sv_negotiate(accept, types, 2) == 1;
}

static void write_page(const struct sv_service *s, struct sv_exchange *x, const char *title,
                       const char *detail)
{
  struct sv_buf content = SV_BUF(4096);
  sv_buf_adds(&content, "<h1>");
  sv_text_html(&content, title);
  sv_buf_adds(&content, "</h1>\n<p>");
  sv_text_html(&content, detail);
  sv_buf_adds(&content, "</p>\n<p><a href=\"/\">Til forsiden</a></p>\n");
  sv_documents_page(s->documents, "nb", title, sv_buf_text(&content), &x->answer.body);
  sv_buf_free(&content);
  sv_answer_set(x, "Content-Type", "text/html; charset=utf-8");
}

void sv_problem(const struct sv_service *s, struct sv_exchange *x, unsigned status,
                const char *slug, const char *title, const char *detail)
{
  struct sv_buf *out = &x->answer.body;
  x->answer.status = status;
  sv_buf_cut(out, 0);
  sv_answer_set(x, "Cache-Control", "%s", SV_CACHE_NONE);
  sv_answer_set(x, "Content-Language", "nb");
  if (wants_page(x)) {
    write_page(s, x, title, detail);
    return;
  }
  sv_answer_set(x, "Content-Type", "application/problem+json");
  sv_buf_addf(out, "{\"type\":\"%s/feil#%s\",\"title\":", s->base, slug);
  sv_text_json(out, title);
  sv_buf_addf(out, ",\"status\":%u,\"detail\":", status);
  sv_text_json(out, detail);
  const char *target = x->request.target ? x->request.target : "";
  const size_t size = strcspn(target, "?");
  if (size > 0 && size < 512 && sv_uri_is_reference(target, size, false)) {
    sv_buf_adds(out, ",\"instance\":\"");
    sv_buf_add(out, target, size);
    sv_buf_addc(out, '"');
  }
  sv_buf_adds(out, "}\n");
}
