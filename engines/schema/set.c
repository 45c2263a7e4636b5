// SPDX-License-Identifier: Apache-2.0
/* Sets of schema documents. A set owns the documents that references brought in, and all that was
 * compiled. */
#include "engines/schema/program.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)1 << 30)

struct sv_schema_set *sv_schema_set_new(const struct sv_schema_options *opt)
{
  struct sv_schema_set *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  if (opt)
    s->options = *opt;
  s->limits = opt && opt->limits ? *opt->limits : SV_SCHEMA_LIMITS;
  s->options.limits = &s->limits;
  s->arena = SV_ARENA(ARENA_MAX);
  return s;
}

void sv_schema_set_free(struct sv_schema_set *s)
{
  if (!s)
    return;
  for (struct sv_schema_document *d = s->documents; d; d = d->next)
    if (d->owned)
      sv_doc_free(d->doc);
  for (struct sv_regex_list *l = s->regexes; l; l = l->next)
    sv_regex_free(l->regex);
  sv_map_free(&s->resources);
  sv_map_free(&s->anchors);
  sv_map_free(&s->roots);
  sv_map_free(&s->nodes);
  sv_map_free(&s->dialects);
  sv_map_free(&s->patterns);
  sv_arena_free(&s->arena);
  free(s);
}

static enum sv_status add(struct sv_schema_set *s, const char *iri, struct sv_doc *doc,
                          bool container, struct sv_error *err)
{
  struct sv_schema_document *document = sv_arena_calloc(&s->arena, 1, sizeof *document);
  struct sv_resource *r;
  if (!document)
    return SV_NO_MEMORY;
  document->doc = doc;
  document->container = container;
  return sv_registry_add(s, iri, document, NULL, &r, err);
}

enum sv_status sv_schema_set_add(struct sv_schema_set *s, const char *iri, struct sv_doc *doc,
                                 struct sv_error *err)
{
  return add(s, iri, doc, false, err);
}

enum sv_status sv_schema_set_add_container(struct sv_schema_set *s, const char *iri,
                                           struct sv_doc *doc, struct sv_error *err)
{
  return add(s, iri, doc, true, err);
}
