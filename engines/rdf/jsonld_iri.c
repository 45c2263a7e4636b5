// SPDX-License-Identifier: Apache-2.0
/* Keywords and IRI expansion. */
#include "engines/rdf/jsonld.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

bool ld_is_keyword(const char *text)
{
  static const char *const keywords[] = {
    "@base",   "@container", "@context", "@direction", "@graph",     "@id",
    "@import", "@included",  "@index",   "@json",      "@language",  "@list",
    "@nest",   "@none",      "@prefix",  "@propagate", "@protected", "@reverse",
    "@set",    "@type",      "@value",   "@version",   "@vocab",
  };
  if (!text || text[0] != '@')
    return false;
  for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
    if (strcmp(keywords[i], text) == 0)
      return true;
  return false;
}

bool ld_is_keyword_form(const char *text)
{
  if (text[0] != '@' || text[1] == '\0')
    return false;
  for (const char *p = text + 1; *p; p++)
    if (!sv_is_alpha((unsigned char)*p))
      return false;
  return true;
}

bool ld_is_iri(const char *text)
{
  return sv_uri_split(text, strlen(text)).scheme.data != NULL;
}

bool ld_is_absolute(const char *text)
{
  return sv_uri_is_absolute(text, strlen(text), true);
}

struct ld_term *ld_term_of(const struct ld_context *c, const char *name)
{
  const struct ld_entry *e = name ? sv_map_gets(&c->terms, name) : NULL;
  return e ? e->term : NULL;
}

bool ld_set_term(struct ld *l, struct ld_context *c, const char *name, struct ld_term *t)
{
  struct ld_entry *e = sv_map_gets(&c->terms, name);
  if (!e) {
    if (!t)
      return true;
    e = ld_alloc(l, sizeof *e);
    if (!e || sv_map_set(&c->terms, name, strlen(name), e) != SV_OK)
      return ld_limit(l, "rdf-bytes", N_("memory ran out"));
    *e = (struct ld_entry){ .next = c->entries, .name = name };
    c->entries = e;
  }
  e->term = t;
  return true;
}

/* Defines NAME from the context that is being read, when it is there and not yet defined. */
static bool define_first(struct ld *l, struct ld_context *c, const char *name,
                         struct ld_local *local)
{
  if (!local || !ld_has(ld_local_get(local, name)))
    return true;
  const char *state = sv_map_gets(&local->defined, name);
  return (state && state[0] == 't') || ld_define(l, c, local, name);
}

/* A compact IRI, or one with a scheme; NULL when it is neither (or after a fault). */
static const char *with_colon(struct ld *l, struct ld_context *c, const char *value,
                              struct ld_local *local)
{
  const char *colon = value[0] ? strchr(value + 1, ':') : NULL;
  if (!colon)
    return NULL;
  if (strncmp(value, "_:", 2) == 0 || strncmp(colon + 1, "//", 2) == 0)
    return value;
  const char *prefix = sv_arena_copy(&l->arena, value, (size_t)(colon - value));
  if (!prefix || !define_first(l, c, prefix, local))
    return NULL;
  const struct ld_term *t = ld_term_of(c, prefix);
  if (t && t->iri && t->prefix)
    return ld_join(l, t->iri, colon + 1);
  return ld_is_iri(value) ? value : NULL;
}

const char *ld_expand_iri(struct ld *l, struct ld_context *c, const char *value, unsigned flags,
                          struct ld_local *local)
{
  if (!value || l->status != SV_OK || ld_is_keyword(value))
    return value;
  if (ld_is_keyword_form(value) || !define_first(l, c, value, local))
    return NULL;
  const struct ld_term *t = ld_term_of(c, value);
  if (t && ld_is_keyword(t->iri))
    return t->iri;
  if (t && (flags & LD_VOCAB))
    return t->iri;
  const char *found = with_colon(l, c, value, local);
  if (found || l->status != SV_OK)
    return found;
  if ((flags & LD_VOCAB) && c->vocab)
    return ld_join(l, c->vocab, value);
  if ((flags & LD_DOCUMENT) && c->base)
    return ld_resolve(l, c->base, value);
  return value;
}
