// SPDX-License-Identifier: Apache-2.0
/* Newer code lists in our shapes: their codes in the place of those that the shapes came with, and
 * their version in the messages. */
#include "engines/rdf/read.h"
#include "engines/shacl/national.h"
#include "plugins/describe/describer.h"
#include "plugins/describe/rule.h"

#include <string.h>

enum { SHAPES_MAX = 16 << 20, NAME_MAX_BYTES = 400 };

/* The text of the shapes while lists are put in: read from FROM, written to OUT. */
struct rewriting {
  const char *from;
  struct sv_buf out;
};

/* Puts TO in the place of each WHAT. */
static void replace_all(struct rewriting *w, const char *what, const char *to)
{
  struct sv_buf out = SV_BUF(SHAPES_MAX);
  const char *p = w->from;
  for (const char *at; (at = strstr(p, what)); p = at + strlen(what)) {
    sv_buf_add(&out, p, (size_t)(at - p));
    sv_buf_adds(&out, to);
  }
  sv_buf_adds(&out, p);
  sv_buf_free(&w->out);
  w->out = out;
  w->from = sv_buf_text(&w->out);
}

/* The end of a list of IRIs: the bracket that is in none of them. */
static const char *end_of_list(const char *p)
{
  bool inside = false;
  for (; *p && (inside || *p != ')'); p++)
    inside = *p == '<' || (inside && *p != '>');
  return p;
}

/* The codes of V in the shape that has those of its list; a shape that asks for a form only stays.
 */
static void replace_codes(struct rewriting *w, const struct sv_vocabulary *v)
{
  struct sv_buf head = SV_BUF(NAME_MAX_BYTES), out = SV_BUF(SHAPES_MAX);
  sv_buf_addf(&head, "\n:list-%s a sh:NodeShape ;\n  sh:in (", v->id);
  const char *at = strstr(w->from, sv_buf_text(&head));
  if (at && head.size) {
    at += head.size;
    sv_buf_add(&out, w->from, (size_t)(at - w->from));
    for (size_t i = 0; i < v->count; i++)
      if (v->codes[i].iri[0])
        sv_buf_addf(&out, " <%s>", v->codes[i].iri);
    sv_buf_adds(&out, " ");
    sv_buf_adds(&out, end_of_list(at));
    sv_buf_free(&w->out);
    w->out = out;
    w->from = sv_buf_text(&w->out);
  }
  sv_buf_free(&head);
}

/* Messages of findings are made from the English ones. */
static void replace_version(struct rewriting *w, const struct sv_vocabulary *old,
                            const struct sv_vocabulary *v)
{
  struct sv_buf what = SV_BUF(NAME_MAX_BYTES), to = SV_BUF(NAME_MAX_BYTES);
  sv_buf_addf(&what, "%s, version %s", old->title_en, old->version);
  sv_buf_addf(&to, "%s, version %s", old->title_en, v->version[0] ? v->version : v->taken);
  if (old->title_en[0] && old->version[0] && !what.failed && !to.failed)
    replace_all(w, sv_buf_text(&what), sv_buf_text(&to));
  sv_buf_free(&what);
  sv_buf_free(&to);
}

static bool is_newer(const struct sv_vocabulary *v, const struct sv_vocabulary *old)
{
  return strcmp(v->version, old->version) != 0 || strcmp(v->issued, old->issued) != 0 ||
         v->count != old->count;
}

static void put_in(struct sv_ctx *ctx, struct rewriting *w, const struct sv_vocabularies *ours,
                   const struct sv_vocabularies *lists)
{
  for (size_t i = 0; i < sv_vocabularies_count(lists); i++) {
    const struct sv_vocabulary *v = sv_vocabularies_at(lists, i);
    const struct sv_vocabulary *old = sv_vocabularies_find(ours, v->id);
    if (!old || !is_newer(v, old))
      continue;
    sv_tell_list(ctx, v);
    if (v->complete)
      replace_codes(w, v);
    replace_version(w, old, v);
  }
}

enum sv_status sv_shaped_read_ours(struct sv_ctx *ctx, struct sv_graph *g, const char *set,
                                   struct sv_error *err)
{
  struct sv_describer *x = ctx->state;
  const struct sv_embedded *e = sv_shacl_national(set);
  if (!e || !ctx->sv->artifact(ctx, "vocabularies", 0))
    return sv_shacl_national_read(g, set, err);
  (void)sv_code_list(ctx, ""); /* the lists of the run are there from here on */
  struct sv_vocabularies *ours = sv_vocabularies_new();
  if (!ours || !x->vocabularies) {
    sv_vocabularies_free(ours);
    return SV_NO_MEMORY;
  }
  struct rewriting w = { .from = e->text, .out = SV_BUF(SHAPES_MAX) };
  put_in(ctx, &w, ours, x->vocabularies);
  const struct sv_rdf_options opt = { .name = e->name };
  const enum sv_status status =
      w.out.failed ? w.out.failed
                   : sv_rdf_read(g, w.from, strlen(w.from), SV_RDF_TURTLE, &opt, err);
  sv_buf_free(&w.out);
  sv_vocabularies_free(ours);
  return status;
}
