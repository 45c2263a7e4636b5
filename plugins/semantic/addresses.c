// SPDX-License-Identifier: Apache-2.0
/* Addresses of descriptions, models and pages: that they answer, and with what they promise. Only
 * hosts of the target are asked; of others it is enough that they are named. */
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <stdlib.h>
#include <string.h>

/* What an address of a property is to give. */
struct promise {
  const char *expected; /* msgid or names of forms */
  const char *words[6]; /* one of which a text of that kind holds */
  enum sv_looks looks[2];
  const char *message, *hint; /* when it is something else */
};

static bool keeps(const struct promise *p, const struct sv_response *r)
{
  const enum sv_looks looks = sv_sniff(r->body, r->body_size);
  for (size_t i = 0; i < 2; i++)
    if (p->looks[i] && p->looks[i] == looks)
      return true;
  if (looks == SV_LOOKS_HTML)
    return false;
  for (size_t i = 0; i < 6 && p->words[i]; i++)
    if (memmem(r->body, r->body_size, p->words[i], strlen(p->words[i])))
      return true;
  return false;
}

static void find_gone(struct sv_judging *j, const struct sv_triple *t, const struct sv_response *r)
{
  sv_judging_find_value(
      j, t, sv_graph_text(j->g, t->p, NULL),
      (struct sv_node_fault){
          .message = N_("The address leads nowhere."),
          .expected = N_("an answer with status 2xx"),
          .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : ""),
          .hint = N_("Mend the address in the catalogue, or publish what it names there.") });
}

/* The answer of T's address, when it is the target's own and there is one to judge. */
static const struct sv_response *ask(struct sv_judging *j, const struct sv_triple *t,
                                     enum sv_asking how)
{
  const char *url = sv_iri_of(j->g, t->o);
  if (!url || !sv_is_own_url(j->ctx, url) || !sv_is_first_of(j->g, t))
    return NULL;
  const char *page = j->ctx->sv->format(j->ctx, "%.*s", (int)strcspn(url, "#"), url);
  return sv_judging_ask(j, page, how);
}

static void judge_promise(struct sv_judging *j, const struct sv_triple *t)
{
  const struct promise *p = j->own;
  const struct sv_response *r = ask(j, t, SV_ASK_BEGIN);
  if (!r)
    return;
  if (sv_is_gone(r)) {
    j->looked_at++;
    find_gone(j, t, r);
    return;
  }
  if (r->status < 200 || r->status >= 300)
    return; /* sign-in and the like say nothing of it */
  j->looked_at++;
  if (!keeps(p, r))
    sv_judging_find_value(
        j, t, sv_graph_text(j->g, t->p, NULL),
        (struct sv_node_fault){ .message = p->message,
                                .expected = p->expected,
                                .actual = sv_looks_name(sv_sniff(r->body, r->body_size)),
                                .hint = p->hint });
}

static enum sv_outcome judge_promises(struct sv_ctx *ctx, const char *property,
                                      const struct promise *p)
{
  const char *const properties[] = { property, NULL };
  struct promise own = *p;
  return sv_judge_values(ctx, properties, judge_promise, &own);
}

/* SEM-031 */
enum sv_outcome sv_sem_description_answers(struct sv_ctx *ctx)
{
  return judge_promises(
      ctx, DCAT "endpointDescription",
      &(struct promise){ .expected = "OpenAPI, AsyncAPI, WSDL, RDF",
                         .words = { "openapi", "swagger", "asyncapi", "/wsdl", "@context" },
                         .looks = { SV_LOOKS_TURTLE, SV_LOOKS_RDF_XML },
                         .message = N_("The endpoint description is none that programs can read."),
                         .hint = N_("Let dcat:endpointDescription lead to the machine-readable "
                                    "description; pages "
                                    "for people belong in dcat:landingPage or foaf:page.") });
}

/* SEM-123 */
enum sv_outcome sv_sem_model_answers(struct sv_ctx *ctx)
{
  return judge_promises(ctx, DCT "hasFormat",
                        &(struct promise){ .expected = "XSD, JSON Schema, XMI, RDF",
                                           .words = { "XMLSchema", "\"$schema\"", "\"schemas\"",
                                                      "xmi", "\"properties\"", "@context" },
                                           .looks = { SV_LOOKS_TURTLE, SV_LOOKS_RDF_XML },
                                           .message = N_("What the model is said to be available "
                                                         "as is no format of models."),
                                           .hint = N_("Let dct:hasFormat lead to the schema file "
                                                      "itself, not to a page about it.") });
}

static void judge_page(struct sv_judging *j, const struct sv_triple *t)
{
  const struct sv_response *r = ask(j, t, SV_ASK_WHETHER);
  if (!r)
    return;
  j->looked_at++;
  if (sv_is_gone(r))
    find_gone(j, t, r);
}

/* SEM-054 */
enum sv_outcome sv_sem_pages_answer(struct sv_ctx *ctx)
{
  static const char *const pages[] = { DCAT "landingPage", FOAF "page", FOAF "homepage", NULL };
  return sv_judge_values(ctx, pages, judge_page, NULL);
}

static void judge_size(struct sv_judging *j, sv_term node)
{
  size_t n, files;
  const struct sv_triple *said = sv_values_of(j->g, node, DCAT "byteSize", &n);
  const struct sv_triple *file = sv_values_of(j->g, node, DCAT "downloadURL", &files);
  if (n != 1 || files != 1)
    return;
  const struct sv_response *r = ask(j, file, SV_ASK_WHETHER);
  const char *length = r && r->status == 200 ? sv_header(r, "Content-Length") : NULL;
  const long long real = length ? strtoll(length, NULL, 10) : 0;
  const long long told = strtoll(sv_graph_text(j->g, said->o, NULL), NULL, 10);
  if (real <= 0)
    return;
  j->looked_at++;
  if (llabs(real - told) > real / 10)
    sv_judging_find_value(j, said, DCAT "byteSize",
                          (struct sv_node_fault){ .message = N_("The file has another size than "
                                                                "the catalogue says."),
                                                  .expected = length,
                                                  .hint = N_("State the size of the file as it is, "
                                                             "or leave "
                                                             "dcat:byteSize out where it changes "
                                                             "often.") });
}

/* SEM-038 */
enum sv_outcome sv_sem_size_is_real(struct sv_ctx *ctx)
{
  static const char *const parts[] = { DCAT "Distribution", NULL };
  return sv_judge_nodes(ctx, parts, judge_size, NULL);
}
