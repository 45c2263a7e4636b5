// SPDX-License-Identifier: Apache-2.0
/* The national shapes by name. */
#include "engines/shacl/national.h"

#include "engines/rdf/read.h"

#include <string.h>

#ifndef N_
#define N_(text) text
#endif

extern const struct sv_embedded sv_shacl_builtins[];

const struct sv_embedded *sv_shacl_national_at(size_t i)
{
  const struct sv_embedded *e = sv_shacl_builtins;
  for (; e->name && i > 0; i--)
    e++;
  return e->name ? e : NULL;
}

const struct sv_embedded *sv_shacl_national(const char *name)
{
  for (const struct sv_embedded *e = sv_shacl_builtins; e->name; e++)
    if (strcmp(e->name, name) == 0)
      return e;
  return NULL;
}

enum sv_status sv_shacl_national_read(struct sv_graph *g, const char *name, struct sv_error *err)
{
  const struct sv_embedded *e = sv_shacl_national(name);
  if (!e)
    return sv_fail(err, SV_NOT_FOUND, N_("there are no shapes called %s"), name);
  const struct sv_rdf_options opt = { .name = e->name };
  return sv_rdf_read(g, e->text, strlen(e->text), SV_RDF_TURTLE, &opt, err);
}

const char *sv_shacl_requirement(const struct sv_graph *g, sv_term shape)
{
  const sv_term p = sv_graph_find_iris(g, SV_SHACL_REQUIREMENT);
  const sv_term o = p && shape ? sv_graph_object(g, shape, p) : 0;
  return o ? sv_graph_text(g, o, NULL) : NULL;
}
