// SPDX-License-Identifier: Apache-2.0
/* Saying what is wrong with a node: its name or the way to it, the path, the line. */
#include "plugins/describe/describe.h"

#include "engines/shacl/shacl.h"

#include <string.h>

enum { SHOWN_MAX = 600 };

static const char *show_node(struct sv_ctx *ctx, const struct sv_graph *g, sv_term t)
{
  struct sv_buf text = SV_BUF(SHOWN_MAX);
  if (sv_is_iri(t))
    (void)sv_buf_adds(&text, sv_graph_text(g, t, NULL));
  else
    (void)sv_shacl_say_node(g, t, SV_SHACL_FOR_PEOPLE, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

static const char *show_term(struct sv_ctx *ctx, const struct sv_graph *g, sv_term t)
{
  struct sv_buf text = SV_BUF(SHOWN_MAX);
  (void)sv_graph_show(g, t, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

/* The name of a predicate by the prefixes of the document. */
static const char *show_path(struct sv_ctx *ctx, const struct sv_graph *g, const char *predicate)
{
  const sv_term p = sv_graph_find_iris(g, predicate);
  return p ? show_term(ctx, g, p) : ctx->sv->format(ctx, "<%s>", predicate);
}

static uint32_t line_of(const struct sv_graph *g, const struct sv_node_fault *f)
{
  const char *name;
  size_t number = 0, n = 0;
  const struct sv_triple *t = f->line ? f->line : sv_graph_objects(g, f->node, SV_RDF_TYPE, &n);
  if (!f->line && n == 0)
    t = sv_graph_row(g, f->node, &n);
  if (!t || (!f->line && n == 0) || !sv_graph_place(g, t->line, &name, &number))
    return 0;
  return (uint32_t)number;
}

void sv_node_find(struct sv_ctx *ctx, const struct sv_description *d, const struct sv_node_fault *f)
{
  const struct sv_graph *g = d->graph;
  const struct sv_artifact *a = d->artifact;
  const bool is_url = a->url && strncmp(a->url, "http", 4) == 0;
  sv_find(ctx, .outcome = f->outcome ? f->outcome : SV_FAILED, .attribution = f->attribution,
          .message = f->message, .args = f->args,
          .where = { .url = is_url ? a->url : NULL,
                     .file = is_url ? NULL : a->url,
                     .focus_node = show_node(ctx, g, f->node),
                     .path = f->path        ? f->path
                             : f->predicate ? show_path(ctx, g, f->predicate)
                                            : NULL,
                     .line = f->number ? f->number : line_of(g, f) },
          .expected = f->expected, .actual = f->value ? show_term(ctx, g, f->value) : f->actual,
          .evidence = a->evidence, .hint = f->hint);
}
