// SPDX-License-Identifier: Apache-2.0
/* Create term definition (JSON-LD API 4.2.2). */
#include "engines/rdf/jsonld.h"

#include "engines/base/ascii.h"

#include <string.h>

/* A term on its way. */
struct making {
  struct ld *l;
  struct ld_context *c;
  struct ld_local *local;
  const char *name;
  struct ld_in value; /* an object, a string or null */
  struct ld_term *t;
  bool simple;
  bool done; /* nothing more is to be said; T may be NULL: left out */
};

struct ld_in ld_local_get(const struct ld_local *local, const char *name)
{
  const struct ld_in in = ld_get(local->over, name);
  return ld_has(in) ? in : ld_get(local->under, name);
}

static bool fault(struct making *m, const char *code)
{
  return ld_fault(m->l, m->value, code);
}

static bool is_bool(struct ld_in in)
{
  return ld_type(in) == SV_DOC_TRUE || ld_type(in) == SV_DOC_FALSE;
}

static bool has_colon(const char *text)
{
  return text[0] && strchr(text + 1, ':') != NULL;
}

/* Step 4: @type may only be given a container and protection. */
static bool check_type_term(struct making *m)
{
  const struct ld_in v = m->value;
  if (m->l->opt->mode_1_0 || ld_type(v) != SV_DOC_OBJECT || sv_doc_count(v.doc, v.v) == 0)
    return fault(m, "keyword redefinition");
  for (sv_value c = sv_doc_first(v.doc, v.v); c != SV_DOC_NONE; c = sv_doc_next(v.doc, v.v, c)) {
    const sv_value key = sv_doc_key(v.doc, c);
    const struct ld_in in = { v.doc, c };
    bool set = sv_doc_is_text(v.doc, c, "@set");
    if (ld_type(in) == SV_DOC_ARRAY && sv_doc_count(v.doc, c) == 1)
      set = sv_doc_is_text(v.doc, sv_doc_first(v.doc, c), "@set");
    if (!sv_doc_is_text(v.doc, key, "@protected") &&
        !(sv_doc_is_text(v.doc, key, "@container") && set))
      return fault(m, "keyword redefinition");
  }
  return true;
}

static bool set_type(struct making *m)
{
  const struct ld_in in = ld_get(m->value, "@type");
  if (!ld_has(in))
    return true;
  const char *text = ld_string(m->l, in);
  if (!text)
    return fault(m, "invalid type mapping");
  const char *type = ld_expand_iri(m->l, m->c, text, LD_VOCAB, m->local);
  if (m->l->status != SV_OK)
    return false;
  const bool newer = type && (strcmp(type, "@json") == 0 || strcmp(type, "@none") == 0);
  const bool known = type && (strcmp(type, "@id") == 0 || strcmp(type, "@vocab") == 0);
  if (!type || (newer && m->l->opt->mode_1_0) ||
      (!newer && !known && (!ld_is_iri(type) || strncmp(type, "_:", 2) == 0)))
    return fault(m, "invalid type mapping");
  m->t->type = type;
  return true;
}

static bool set_reverse(struct making *m)
{
  const struct ld_in in = ld_get(m->value, "@reverse");
  if (!ld_has(in))
    return true;
  if (ld_has(ld_get(m->value, "@id")) || ld_has(ld_get(m->value, "@nest")))
    return fault(m, "invalid reverse property");
  const char *text = ld_string(m->l, in);
  if (!text)
    return fault(m, "invalid IRI mapping");
  m->done = true;
  if (ld_is_keyword_form(text) && !ld_is_keyword(text)) {
    m->t = NULL;
    return true;
  }
  m->t->iri = ld_expand_iri(m->l, m->c, text, LD_VOCAB, m->local);
  if (m->l->status != SV_OK)
    return false;
  if (!m->t->iri || !has_colon(m->t->iri))
    return fault(m, "invalid IRI mapping");
  const struct ld_in container = ld_get(m->value, "@container");
  if (ld_has(container) && ld_type(container) != SV_DOC_NULL) {
    const bool set = sv_doc_is_text(container.doc, container.v, "@set");
    if (!set && !sv_doc_is_text(container.doc, container.v, "@index"))
      return fault(m, "invalid reverse property");
    m->t->container = set ? LD_SET : LD_INDEX;
  }
  m->t->reverse = true;
  return true;
}

/* Step 14: an explicit @id that is not the term itself. */
static bool set_id(struct making *m, const char *id)
{
  struct ld *l = m->l;
  if (ld_is_keyword_form(id) && !ld_is_keyword(id)) {
    m->t = NULL;
    m->done = true;
    return true;
  }
  m->t->iri = ld_expand_iri(l, m->c, id, LD_VOCAB, m->local);
  if (l->status != SV_OK)
    return false;
  const char *iri = m->t->iri;
  if (!iri || (!ld_is_keyword(iri) && !ld_is_iri(iri) && strncmp(iri, "_:", 2) != 0))
    return fault(m, "invalid IRI mapping");
  if (strcmp(iri, "@context") == 0)
    return fault(m, "invalid keyword alias");
  const size_t n = strlen(m->name);
  const char *colon = n > 2 ? memchr(m->name + 1, ':', n - 2) : NULL;
  if (colon || strchr(m->name, '/')) {
    if (sv_map_set(&m->local->defined, m->name, n, (void *)(uintptr_t) "true") != SV_OK)
      return ld_limit(l, "rdf-bytes", N_("memory ran out"));
    const char *whole = ld_expand_iri(l, m->c, m->name, LD_VOCAB, m->local);
    if (l->status == SV_OK && (!whole || strcmp(whole, iri) != 0))
      return fault(m, "invalid IRI mapping");
  }
  const char last = iri[0] ? iri[strlen(iri) - 1] : '\0';
  if (!strchr(m->name, ':') && !strchr(m->name, '/') && m->simple)
    m->t->prefix = (last && strchr(":/?#[]@", last)) || strncmp(iri, "_:", 2) == 0;
  return l->status == SV_OK;
}

/* Steps 15 to 18: the IRI follows from the term's own name. */
static bool set_own_iri(struct making *m)
{
  struct ld *l = m->l;
  const char *colon = m->name[0] ? strchr(m->name + 1, ':') : NULL;
  if (colon) {
    const char *prefix = sv_arena_copy(&l->arena, m->name, (size_t)(colon - m->name));
    if (!prefix)
      return ld_limit(l, "rdf-bytes", N_("memory ran out"));
    const char *state = sv_map_gets(&m->local->defined, prefix);
    if (ld_has(ld_local_get(m->local, prefix)) && !(state && state[0] == 't') &&
        !ld_define(l, m->c, m->local, prefix))
      return false;
    const struct ld_term *p = ld_term_of(m->c, prefix);
    m->t->iri = p && p->iri ? ld_join(l, p->iri, colon + 1) : m->name;
    return m->t->iri != NULL;
  }
  if (strchr(m->name, '/')) {
    m->t->iri = ld_expand_iri(l, m->c, m->name, LD_VOCAB, NULL);
    return m->t->iri && ld_is_iri(m->t->iri) ? true : fault(m, "invalid IRI mapping");
  }
  if (strcmp(m->name, "@type") == 0) {
    m->t->iri = "@type";
    return true;
  }
  if (!m->c->vocab)
    return fault(m, "invalid IRI mapping");
  m->t->iri = ld_join(l, m->c->vocab, m->name);
  return m->t->iri != NULL;
}

static bool set_iri(struct making *m)
{
  const struct ld_in id = ld_type(m->value) == SV_DOC_OBJECT ? ld_get(m->value, "@id") : m->value;
  if (!ld_has(id))
    return set_own_iri(m);
  if (ld_type(id) == SV_DOC_NULL)
    return true;
  const char *text = ld_string(m->l, id);
  if (!text)
    return fault(m, "invalid IRI mapping");
  return strcmp(text, m->name) == 0 ? set_own_iri(m) : set_id(m, text);
}

static unsigned container_bit(struct ld_in in)
{
  static const char *const names[] = { "@graph", "@id",  "@index", "@language",
                                       "@list",  "@set", "@type" };
  for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
    if (ld_has(in) && sv_doc_is_text(in.doc, in.v, names[i]))
      return 1u << i;
  return 0;
}

static bool set_container(struct making *m)
{
  const struct ld_in in = ld_get(m->value, "@container");
  unsigned bits = 0, count = 0;
  if (!ld_has(in))
    return true;
  for (struct ld_in e = ld_begin(in); ld_has(e); e = ld_next(in, e), count++) {
    const unsigned bit = container_bit(e);
    if (!bit || (bits & bit))
      return fault(m, "invalid container mapping");
    bits |= bit;
  }
  const bool newer = ld_type(in) == SV_DOC_ARRAY || (bits & (LD_GRAPH | LD_ID | LD_TYPE));
  const unsigned rest = bits & ~(unsigned)LD_SET;
  const bool graph = (bits & LD_GRAPH) && (rest == LD_GRAPH || rest == (LD_GRAPH | LD_ID) ||
                                           rest == (LD_GRAPH | LD_INDEX));
  const bool one = (rest & (rest - 1)) == 0 && !((bits & LD_LIST) && count > 1);
  if (count == 0 || (!graph && !one) || (newer && m->l->opt->mode_1_0))
    return fault(m, "invalid container mapping");
  m->t->container = bits;
  if (bits & LD_TYPE) {
    if (!m->t->type)
      m->t->type = "@id";
    if (strcmp(m->t->type, "@id") != 0 && strcmp(m->t->type, "@vocab") != 0)
      return fault(m, "invalid type mapping");
  }
  return true;
}

static bool set_index(struct making *m)
{
  const struct ld_in in = ld_get(m->value, "@index");
  if (!ld_has(in))
    return true;
  const char *text = ld_string(m->l, in);
  if (!text || m->l->opt->mode_1_0 || !(m->t->container & LD_INDEX))
    return fault(m, "invalid term definition");
  const char *iri = ld_expand_iri(m->l, m->c, text, LD_VOCAB, m->local);
  if (m->l->status != SV_OK)
    return false;
  if (!iri || ld_is_keyword(iri) || !ld_is_iri(iri))
    return fault(m, "invalid term definition");
  m->t->index = text;
  return true;
}

static bool set_context(struct making *m)
{
  const struct ld_in in = ld_get(m->value, "@context");
  if (!ld_has(in))
    return true;
  if (m->l->opt->mode_1_0)
    return fault(m, "invalid term definition");
  struct ld_how how = *m->local->how;
  how.override = true;
  how.scoped = true;
  if (!ld_process(m->l, m->c, in, &how)) {
    if (m->l->status == SV_INVALID &&
        strcmp(m->l->fault.rule, "loading remote context failed") != 0) {
      m->l->status = SV_OK;
      return fault(m, "invalid scoped context");
    }
    return false;
  }
  m->t->has_context = true;
  m->t->context = in;
  m->t->base_url = m->local->how->base_url;
  return true;
}

static bool direction_of(struct ld_in in, enum ld_direction *out)
{
  if (ld_type(in) == SV_DOC_NULL)
    *out = LD_NONE;
  else if (sv_doc_is_text(in.doc, in.v, "ltr"))
    *out = LD_LTR;
  else if (sv_doc_is_text(in.doc, in.v, "rtl"))
    *out = LD_RTL;
  else
    return false;
  return true;
}

static bool set_language(struct making *m)
{
  const struct ld_in language = ld_get(m->value, "@language");
  const struct ld_in direction = ld_get(m->value, "@direction");
  const bool typed = ld_has(ld_get(m->value, "@type"));
  if (ld_has(language) && !typed) {
    m->t->language = ld_string(m->l, language);
    if (!m->t->language && ld_type(language) != SV_DOC_NULL)
      return fault(m, "invalid language mapping");
    m->t->has_language = true;
  }
  if (ld_has(direction) && !typed && !direction_of(direction, &m->t->direction))
    return fault(m, "invalid base direction");
  return true;
}

static bool set_nest_and_prefix(struct making *m)
{
  const struct ld_in nest = ld_get(m->value, "@nest"), prefix = ld_get(m->value, "@prefix");
  const bool old = m->l->opt->mode_1_0;
  if (ld_has(nest)) {
    const char *text = ld_string(m->l, nest);
    if (old)
      return fault(m, "invalid term definition");
    if (!text || (ld_is_keyword(text) && strcmp(text, "@nest") != 0))
      return fault(m, "invalid @nest value");
    m->t->nest = text;
  }
  if (ld_has(prefix)) {
    if (old || strchr(m->name, ':') || strchr(m->name, '/'))
      return fault(m, "invalid term definition");
    if (!is_bool(prefix))
      return fault(m, "invalid @prefix value");
    m->t->prefix = ld_type(prefix) == SV_DOC_TRUE;
    if (m->t->prefix && ld_is_keyword(m->t->iri))
      return fault(m, "invalid term definition");
  }
  return true;
}

static bool check_members(struct making *m)
{
  static const char *const known[] = { "@id",        "@reverse",   "@container", "@context",
                                       "@direction", "@index",     "@language",  "@nest",
                                       "@prefix",    "@protected", "@type" };
  const struct ld_in v = m->value;
  if (ld_type(v) != SV_DOC_OBJECT)
    return true;
  for (sv_value c = sv_doc_first(v.doc, v.v); c != SV_DOC_NONE; c = sv_doc_next(v.doc, v.v, c)) {
    bool found = false;
    for (size_t i = 0; i < sizeof known / sizeof known[0] && !found; i++)
      found = sv_doc_is_text(v.doc, sv_doc_key(v.doc, c), known[i]);
    if (!found)
      return fault(m, "invalid term definition");
  }
  return true;
}

static bool same_text(const char *a, const char *b)
{
  return a == b || (a && b && strcmp(a, b) == 0);
}

/* Equal but for protection. */
static bool same_term(const struct ld_term *a, const struct ld_term *b)
{
  if (a->has_context != b->has_context ||
      (a->has_context && !sv_doc_equal(a->context.doc, a->context.v, b->context.doc, b->context.v)))
    return false;
  return same_text(a->iri, b->iri) && same_text(a->type, b->type) &&
         same_text(a->index, b->index) && same_text(a->nest, b->nest) &&
         same_text(a->language, b->language) && a->has_language == b->has_language &&
         a->direction == b->direction && a->container == b->container && a->prefix == b->prefix &&
         a->reverse == b->reverse;
}

/* Steps 2 to 9: what kind of definition it is; DONE when the term is left out. */
static bool begin(struct making *m)
{
  const enum sv_doc_type type = ld_type(m->value);
  if (m->name[0] == '\0')
    return fault(m, "invalid term definition");
  if (strcmp(m->name, "@type") == 0) {
    if (!check_type_term(m))
      return false;
  } else if (ld_is_keyword(m->name)) {
    return fault(m, "keyword redefinition");
  } else if (ld_is_keyword_form(m->name)) {
    m->done = true;
    m->t = NULL;
    return true;
  }
  m->simple = type == SV_DOC_STRING;
  if (type != SV_DOC_NULL && type != SV_DOC_STRING && type != SV_DOC_OBJECT)
    return fault(m, "invalid term definition");
  const struct ld_in protection = ld_get(m->value, "@protected");
  m->t->is_protected = m->local->is_protected;
  if (ld_has(protection)) {
    if (m->l->opt->mode_1_0)
      return fault(m, "invalid term definition");
    if (!is_bool(protection))
      return fault(m, "invalid @protected value");
    m->t->is_protected = ld_type(protection) == SV_DOC_TRUE;
  }
  return true;
}

static bool fill(struct making *m)
{
  if (!begin(m) || m->done)
    return m->l->status == SV_OK;
  if (!set_type(m) || !set_reverse(m))
    return false;
  if (m->done)
    return true;
  if (!set_iri(m))
    return false;
  if (m->done)
    return true;
  return set_container(m) && set_index(m) && set_context(m) && set_language(m) &&
         set_nest_and_prefix(m) && check_members(m);
}

bool ld_define(struct ld *l, struct ld_context *c, struct ld_local *local, const char *name)
{
  const size_t n = strlen(name);
  const char *state = sv_map_get(&local->defined, name, n);
  struct making m = { .l = l, .c = c, .local = local, .name = name };
  m.value = ld_local_get(local, name);
  if (state)
    return state[0] == 't' || fault(&m, "cyclic IRI mapping");
  m.t = ld_alloc(l, sizeof *m.t);
  if (!m.t || sv_map_set(&local->defined, name, n, (void *)(uintptr_t) "false") != SV_OK)
    return ld_limit(l, "rdf-bytes", N_("memory ran out"));
  struct ld_term *const old = ld_term_of(c, name);
  if (!ld_set_term(l, c, name, NULL) || !fill(&m))
    return false;
  if (m.t && old && old->is_protected && !local->how->override) {
    if (!same_term(m.t, old))
      return fault(&m, "protected term redefinition");
    m.t = old;
  }
  if (!ld_set_term(l, c, name, m.t))
    return false;
  return sv_map_set(&local->defined, name, n, (void *)(uintptr_t) "true") == SV_OK ||
         ld_limit(l, "rdf-bytes", N_("memory ran out"));
}
