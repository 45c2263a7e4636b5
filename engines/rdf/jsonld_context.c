// SPDX-License-Identifier: Apache-2.0
/* Context processing (JSON-LD API 4.1.2). */
#include "engines/rdf/jsonld.h"

#include <string.h>

struct ld_context *ld_context_new(struct ld *l)
{
  struct ld_context *c = ld_alloc(l, sizeof *c);
  if (!c)
    return NULL;
  c->direction = LD_NONE;
  c->made_before = l->made;
  l->made = c;
  return c;
}

static struct ld_context *clone(struct ld *l, const struct ld_context *from)
{
  struct ld_context *c = ld_context_new(l);
  if (!c)
    return NULL;
  c->previous = from->previous;
  c->base = from->base;
  c->vocab = from->vocab;
  c->language = from->language;
  c->direction = from->direction;
  for (const struct ld_entry *e = from->entries; e; e = e->next) {
    if (l->work == 0) {
      (void)ld_limit(l, "jsonld-work",
                     N_("the JSON-LD contexts take more work than the limit "
                        "allows"));
      return NULL;
    }
    l->work--;
    if (e->term && !ld_set_term(l, c, e->name, e->term))
      return NULL;
  }
  return c;
}

static bool is_protecting(const struct ld_context *c)
{
  for (const struct ld_entry *e = c->entries; e; e = e->next)
    if (e->term && e->term->is_protected)
      return true;
  return false;
}

/* The context itself in the document at URL. */
static struct ld_in context_of(struct ld *l, const char *url, struct ld_in at)
{
  const struct sv_doc *doc = ld_load(l, url, at);
  struct ld_in in = { doc, doc ? SV_DOC_ROOT : SV_DOC_NONE };
  if (doc) {
    in = ld_get(in, "@context");
    if (!ld_has(in))
      (void)ld_fault(l, at, "invalid remote context");
  }
  return in;
}

static struct ld_context *remote(struct ld *l, struct ld_context *c, struct ld_in in,
                                 const struct ld_how *how)
{
  const char *text = ld_string(l, in);
  const char *url = text ? ld_resolve(l, how->base_url, text) : NULL;
  size_t length = 0;
  if (!url)
    return NULL;
  for (const struct ld_chain *k = how->chain; k; k = k->outer, length++) {
    if (strcmp(k->url, url) != 0)
      continue;
    if (how->scoped)
      return c;
    (void)ld_fault(l, in, l->opt->mode_1_0 ? "recursive context inclusion" : "context overflow");
    return NULL;
  }
  const struct ld_in loaded = context_of(l, url, in);
  const struct ld_chain chain = { how->chain, url };
  const struct ld_how inner = { .base_url = url,
                                .chain = &chain,
                                .override = how->override,
                                .scoped = how->scoped,
                                .depth = how->depth ? how->depth - 1 : 0 };
  return ld_has(loaded) ? ld_process(l, c, loaded, &inner) : NULL;
}

/* @import: LOCAL->under becomes what it names. */
static bool import(struct ld *l, struct ld_local *local)
{
  const struct ld_in in = ld_get(local->over, "@import");
  if (!ld_has(in))
    return true;
  if (l->opt->mode_1_0)
    return ld_fault(l, in, "invalid context entry");
  const char *text = ld_string(l, in);
  if (!text)
    return ld_fault(l, in, "invalid @import value");
  const char *url = ld_resolve(l, local->how->base_url, text);
  const struct ld_in loaded = url ? context_of(l, url, in) : (struct ld_in){ NULL, SV_DOC_NONE };
  if (!ld_has(loaded))
    return false;
  if (ld_type(loaded) != SV_DOC_OBJECT)
    return ld_fault(l, in, "invalid remote context");
  if (ld_has(ld_get(loaded, "@import")))
    return ld_fault(l, in, "invalid context entry");
  local->under = loaded;
  return true;
}

static bool set_base(struct ld *l, struct ld_context *c, const struct ld_local *local)
{
  const struct ld_in in = ld_local_get(local, "@base");
  if (!ld_has(in) || local->how->chain)
    return true;
  if (ld_type(in) == SV_DOC_NULL) {
    c->base = NULL;
    return true;
  }
  const char *text = ld_string(l, in);
  if (!text || (!ld_is_iri(text) && !c->base))
    return ld_fault(l, in, "invalid base IRI");
  c->base = ld_is_iri(text) ? text : ld_resolve(l, c->base, text);
  return c->base != NULL;
}

static bool set_vocab(struct ld *l, struct ld_context *c, const struct ld_local *local)
{
  const struct ld_in in = ld_local_get(local, "@vocab");
  if (!ld_has(in))
    return true;
  if (ld_type(in) == SV_DOC_NULL) {
    c->vocab = NULL;
    return true;
  }
  const char *text = ld_string(l, in);
  if (!text || (l->opt->mode_1_0 && !ld_is_iri(text) && strncmp(text, "_:", 2) != 0))
    return ld_fault(l, in, "invalid vocab mapping");
  const char *vocab = ld_expand_iri(l, c, text, LD_VOCAB | LD_DOCUMENT, NULL);
  if (l->status != SV_OK)
    return false;
  if (!vocab || ld_is_keyword(vocab) ||
      (!ld_is_iri(vocab) && strncmp(vocab, "_:", 2) != 0 && c->base))
    return ld_fault(l, in, "invalid vocab mapping");
  c->vocab = vocab;
  return true;
}

static bool set_language(struct ld *l, struct ld_context *c, const struct ld_local *local)
{
  const struct ld_in language = ld_local_get(local, "@language");
  const struct ld_in direction = ld_local_get(local, "@direction");
  if (ld_has(language)) {
    c->language = ld_string(l, language);
    if (!c->language && ld_type(language) != SV_DOC_NULL)
      return ld_fault(l, language, "invalid default language");
  }
  if (!ld_has(direction))
    return true;
  if (l->opt->mode_1_0)
    return ld_fault(l, direction, "invalid context entry");
  if (ld_type(direction) == SV_DOC_NULL)
    c->direction = LD_NONE;
  else if (sv_doc_is_text(direction.doc, direction.v, "ltr"))
    c->direction = LD_LTR;
  else if (sv_doc_is_text(direction.doc, direction.v, "rtl"))
    c->direction = LD_RTL;
  else
    return ld_fault(l, direction, "invalid base direction");
  return true;
}

static bool check_version(struct ld *l, const struct ld_local *local)
{
  const struct ld_in version = ld_local_get(local, "@version");
  const struct ld_in propagate = ld_local_get(local, "@propagate");
  const struct ld_in protection = ld_local_get(local, "@protected");
  if (ld_has(version)) {
    size_t n;
    const char *text = sv_doc_number(version.doc, version.v, &n);
    if (!text || n != 3 || memcmp(text, "1.1", 3) != 0)
      return ld_fault(l, version, "invalid @version value");
    if (l->opt->mode_1_0)
      return ld_fault(l, version, "processing mode conflict");
  }
  if (ld_has(propagate)) {
    if (l->opt->mode_1_0)
      return ld_fault(l, propagate, "invalid context entry");
    if (ld_type(propagate) != SV_DOC_TRUE && ld_type(propagate) != SV_DOC_FALSE)
      return ld_fault(l, propagate, "invalid @propagate value");
  }
  if (ld_has(protection) && ld_type(protection) != SV_DOC_TRUE &&
      ld_type(protection) != SV_DOC_FALSE)
    return ld_fault(l, protection, "invalid @protected value");
  return true;
}

static bool define_all(struct ld *l, struct ld_context *c, struct ld_local *local,
                       struct ld_in source)
{
  static const char *const others[] = { "@base",      "@direction", "@import",  "@language",
                                        "@propagate", "@protected", "@version", "@vocab" };
  if (ld_type(source) != SV_DOC_OBJECT)
    return true;
  for (sv_value m = sv_doc_first(source.doc, source.v); m != SV_DOC_NONE;
       m = sv_doc_next(source.doc, source.v, m)) {
    const char *name = ld_key(l, (struct ld_in){ source.doc, m });
    bool other = false;
    if (!name)
      return false;
    for (size_t i = 0; i < sizeof others / sizeof others[0] && !other; i++)
      other = strcmp(name, others[i]) == 0;
    const char *state = sv_map_gets(&local->defined, name);
    if (!other && !(state && state[0] == 't') && !ld_define(l, c, local, name))
      return false;
  }
  return true;
}

/* One context that is an object, laid on top of C. */
static bool apply(struct ld *l, struct ld_context *c, struct ld_in in, const struct ld_how *how)
{
  struct ld_local local = { .over = in, .under = { NULL, SV_DOC_NONE }, .how = how };
  bool ok = import(l, &local) && check_version(l, &local) && set_base(l, c, &local) &&
            set_vocab(l, c, &local) && set_language(l, c, &local);
  if (ok) {
    local.is_protected = ld_type(ld_local_get(&local, "@protected")) == SV_DOC_TRUE;
    ok = define_all(l, c, &local, local.over) && define_all(l, c, &local, local.under);
  }
  sv_map_free(&local.defined);
  return ok;
}

/* A null context: back to the beginning, unless something is protected. */
static struct ld_context *nullify(struct ld *l, struct ld_context *c, struct ld_in in,
                                  const struct ld_how *how)
{
  if (!how->override && is_protecting(c)) {
    (void)ld_fault(l, in, "invalid context nullification");
    return NULL;
  }
  struct ld_context *fresh = ld_context_new(l);
  if (fresh) {
    fresh->base = l->opt->base;
    if (how->no_propagate)
      fresh->previous = c->previous ? c->previous : c;
  }
  return fresh;
}

struct ld_context *ld_process(struct ld *l, struct ld_context *active, struct ld_in context,
                              const struct ld_how *how)
{
  struct ld_how own = *how;
  if (how->depth == 0) {
    (void)ld_limit(l, "jsonld-contexts",
                   N_("JSON-LD contexts are nested deeper than the limit "
                      "allows"));
    return NULL;
  }
  own.depth--;
  const struct ld_in propagate = ld_get(context, "@propagate");
  if (ld_has(propagate))
    own.no_propagate = ld_type(propagate) == SV_DOC_FALSE;
  struct ld_context *c = clone(l, active);
  if (c && own.no_propagate && !c->previous)
    c->previous = active;
  for (struct ld_in e = ld_begin(context); c && ld_has(e); e = ld_next(context, e)) {
    if (context.doc == l->doc)
      l->at = e.v;
    switch (ld_type(e)) {
    case SV_DOC_NULL:
      c = nullify(l, c, e, &own);
      break;
    case SV_DOC_STRING:
      c = remote(l, c, e, &own);
      break;
    case SV_DOC_OBJECT:
      if (!apply(l, c, e, &own))
        c = NULL;
      break;
    default:
      (void)ld_fault(l, e, "invalid local context");
      c = NULL;
    }
  }
  return c;
}

struct ld_context *ld_scoped(struct ld *l, struct ld_context *active, const struct ld_term *t,
                             bool is_type)
{
  const struct ld_how how = {
    .base_url = t->base_url, .override = !is_type, .no_propagate = is_type, .depth = CONTEXTS_MAX
  };
  return ld_process(l, active, t->context, &how);
}
