// SPDX-License-Identifier: Apache-2.0
/* N-Triples and N-Quads, in the graph's own order. */
#include "engines/rdf/write.h"

#include "engines/rdf/store.h"

#include <string.h>

bool sv_rdf_form_by_name(const char *name, enum sv_rdf_form *out)
{
  static const char *const names[] = { "ntriples", "nquads", "turtle" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(names[i], name) == 0) {
      *out = (enum sv_rdf_form)i;
      return true;
    }
  }
  return false;
}

static void add_line(const struct sv_graph *g, const struct sv_triple *t, sv_term graph,
                     struct sv_buf *out)
{
  const sv_term terms[] = { t->s, t->p, t->o, graph };
  for (size_t i = 0; i < 4 && terms[i]; i++) {
    (void)sv_graph_ntriples(g, terms[i], out);
    (void)sv_buf_addc(out, ' ');
  }
  (void)sv_buf_adds(out, ".\n");
}

enum sv_status sv_rdf_write(const struct sv_graph *g, enum sv_rdf_form form, struct sv_buf *out,
                            struct sv_error *err)
{
  if (form != SV_RDF_TO_NQUADS && g->quad_count)
    return sv_fail(err, SV_INVALID,
                   N_("the data has named graphs, which this form has no place for; write nquads"));
  if (form == SV_RDF_TO_TURTLE) {
    (void)sv_rdf_write_turtle(g, out);
  } else {
    for (size_t i = 0; i < g->triple_count; i++)
      add_line(g, &g->triples[i], 0, out);
    for (size_t i = 0; i < g->quad_count; i++)
      add_line(g, &g->quads[i].triple, g->quads[i].graph, out);
  }
  if (out->failed == SV_LIMIT)
    return sv_fail_limit(err, "output-bytes", N_("the output is larger than the limit allows"));
  return out->failed == SV_OK ? SV_OK : sv_fail(err, out->failed, N_("memory ran out"));
}
