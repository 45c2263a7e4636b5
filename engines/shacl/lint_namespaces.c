// SPDX-License-Identifier: Apache-2.0
/* Namespaces that differ from a known one by a sign: what is named with them exists nowhere, so
 * that a constraint on it never meets a value. */
#include "engines/shacl/lint_state.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

/* The prefix that is used for it everywhere, and the namespace. Those with two forms stand twice.
 */
static const struct {
  const char *prefix, *namespace;
} known[] = {
  { "adms", "http://www.w3.org/ns/adms#" },
  { "cpsv", "http://purl.org/vocab/cpsv#" },
  { "cpsvno", "https://data.norge.no/vocabulary/cpsvno#" },
  { "cv", "http://data.europa.eu/m8g/" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
  { "dcat", "http://www.w3.org/ns/dcat#" },
  { "dcatap", "http://data.europa.eu/r5r/" },
  { "dcatno", "https://data.norge.no/vocabulary/dcatno#" },
  { "dct", "http://purl.org/dc/terms/" },
  { "dcterms", "http://purl.org/dc/terms/" },
  { "dctype", "http://purl.org/dc/dcmitype/" },
  { "dqv", "http://www.w3.org/ns/dqv#" },
  { "dqvno", "https://data.norge.no/vocabulary/dqvno#" },
  { "eli", "http://data.europa.eu/eli/ontology#" },
  { "euvoc", "http://publications.europa.eu/ontology/euvoc#" },
  { "foaf", "http://xmlns.com/foaf/0.1/" },
  { "locn", "http://www.w3.org/ns/locn#" },
  { "modelldcatno", "https://data.norge.no/vocabulary/modelldcatno#" },
  { "oa", "http://www.w3.org/ns/oa#" },
  { "odrl", "http://www.w3.org/ns/odrl/2/" },
  { "odrs", "http://schema.theodi.org/odrs#" },
  { "org", "http://www.w3.org/ns/org#" },
  { "owl", "http://www.w3.org/2002/07/owl#" },
  { "prof", "http://www.w3.org/ns/dx/prof/" },
  { "prov", "http://www.w3.org/ns/prov#" },
  { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#" },
  { "rdfs", "http://www.w3.org/2000/01/rdf-schema#" },
  { "rov", "http://www.w3.org/ns/regorg#" },
  { "schema", "http://schema.org/" },
  { "schema", "https://schema.org/" },
  { "sh", SV_SH },
  { "skos", "http://www.w3.org/2004/02/skos/core#" },
  { "skosno", "https://data.norge.no/vocabulary/skosno#" },
  { "skosxl", "http://www.w3.org/2008/05/skos-xl#" },
  { "spdx", "http://spdx.org/rdf/terms#" },
  { "time", "http://www.w3.org/2006/time#" },
  { "uneskos", "http://purl.org/umu/uneskos#" },
  { "vcard", "http://www.w3.org/2006/vcard/ns#" },
  { "xkos", "http://rdf-vocabulary.ddialliance.org/xkos#" },
  { "xsd", "http://www.w3.org/2001/XMLSchema#" },
};

#define SHOWN_MAX 400

enum { KNOWN = sizeof known / sizeof known[0], PREFIXES_MAX = 64 };

/* How an IRI misses a known namespace. */
enum miss { NO_MISS, NO_SIGN, OTHER_SIGN, OTHER_SCHEME, MISSES };

static const char *const sentences[] = {
  [NO_SIGN] = N_("{iri} is not in the namespace <{namespace}>: the sign between the namespace and "
                 "the "
                 "name is missing, so nothing is ever found under it."),
  [OTHER_SIGN] = N_("{iri} is not in the namespace <{namespace}>: the sign before the name is "
                    "another, so nothing is ever found under it."),
  [OTHER_SCHEME] = N_("{iri} is not in the namespace <{namespace}>: http and https are not the "
                      "same "
                      "name, so nothing is ever found under it."),
};

struct namespaces {
  struct lint *l;
  uint16_t *of;    /* by term index: (known << 2 | miss) + 1, 0: none */
  uint32_t *lines; /* by term index: the lowest line it stands on, in a constraint if it can be */
  bool *in_shape;  /* by term index: that line is a constraint's */
};

/* Whether TEXT is a name as one namespace holds it: a letter first and no sign within. */
static bool is_local(const char *text)
{
  return sv_is_alpha(*text) && strcspn(text, "/#?:") == strlen(text);
}

static const char *without_scheme(const char *iri)
{
  if (strncmp(iri, "http://", 7) == 0)
    return iri + 7;
  return strncmp(iri, "https://", 8) == 0 ? iri + 8 : NULL;
}

static enum miss miss_of(const char *iri, const char *namespace)
{
  const char *rest = without_scheme(iri), *own = without_scheme(namespace);
  const size_t size = own ? strlen(own) : 0;
  if (!rest || size == 0 || strncmp(rest, own, size - 1) != 0)
    return NO_MISS;
  rest += size - 1;
  const char sign = own[size - 1];
  if (*rest == sign && is_local(rest + 1))
    return OTHER_SCHEME;
  if ((*rest == '/' || *rest == '#') && is_local(rest + 1))
    return OTHER_SIGN;
  return is_local(rest) ? NO_SIGN : NO_MISS;
}

static uint16_t judge(const char *iri)
{
  for (size_t i = 0; i < KNOWN; i++)
    if (strncmp(iri, known[i].namespace, strlen(known[i].namespace)) == 0)
      return 0;
  for (size_t i = 0; i < KNOWN; i++) {
    const enum miss miss = miss_of(iri, known[i].namespace);
    if (miss != NO_MISS)
      return (uint16_t)((i << 2 | miss) + 1);
  }
  return 0;
}

static void meet(struct namespaces *n, sv_term t, uint32_t line, bool in_shape)
{
  const uint32_t i = sv_term_index(t);
  if (n->lines[i] && in_shape == n->in_shape[i] ? line >= n->lines[i] : n->in_shape[i])
    return;
  n->lines[i] = line;
  n->in_shape[i] = in_shape;
}

static void say_miss(struct namespaces *n, sv_term t)
{
  const unsigned of = n->of[sv_term_index(t)] - 1u;
  const struct sv_shacl_lint_finding f = {
    .rule = "namespace",
    .msgid = sentences[of & 3],
    .is_error = true,
    .line = n->lines[sv_term_index(t)],
    .node = t,
  };
  struct sv_buf iri = SV_BUF(SHOWN_MAX);
  (void)sv_buf_addc(&iri, '<');
  (void)sv_buf_adds(&iri, sv_graph_text(n->l->g, t, NULL));
  (void)sv_buf_addc(&iri, '>');
  lint_say(n->l, &f, "iri", iri.failed ? "…" : sv_buf_text(&iri), "namespace",
           known[of >> 2].namespace, NULL);
  sv_buf_free(&iri);
}

/* Each name that is in none, at the first place it stands. A shape may be called as one likes. */
static void names(struct namespaces *n)
{
  const size_t size = sv_graph_size(n->l->g);
  const uint32_t count = sv_graph_term_count(n->l->g);
  const struct sv_triple *t = sv_graph_triples(n->l->g);
  for (size_t i = 0; i < size; i++) {
    const bool in_shape = *lint_mark(n->l, t[i].p) & MARK_SHACL;
    meet(n, t[i].s, t[i].line, false);
    meet(n, t[i].p, t[i].line, in_shape);
    meet(n, t[i].o, t[i].line, in_shape);
  }
  for (uint32_t i = 1; i <= count; i++)
    if (n->of[i] && n->lines[i] && !(n->l->marks[i] & MARK_SHAPE))
      say_miss(n, sv_graph_term(n->l->g, i));
}

/* --- prefixes --- */

/* The first triple that names something in NAMESPACE, by line. */
static const struct sv_triple *first_use(const struct lint *l, const char *namespace)
{
  const size_t size = sv_graph_size(l->g), own = strlen(namespace);
  const struct sv_triple *t = sv_graph_triples(l->g), *best = NULL;
  for (size_t i = 0; i < size; i++) {
    const sv_term terms[] = { t[i].s, t[i].p, t[i].o };
    if (best && best->line <= t[i].line)
      continue;
    for (size_t j = 0; j < 3; j++) {
      if (sv_term_kind(terms[j]) != SV_TERM_IRI)
        continue;
      const char *text = sv_graph_text(l->g, terms[j], NULL);
      if (strncmp(text, namespace, own) == 0 && text[own])
        best = &t[i];
    }
  }
  return best;
}

static void prefix(struct lint *l, const char *name, sv_term term)
{
  const char *text = sv_graph_text(l->g, term, NULL), *usual = NULL;
  const size_t size = strlen(text);
  for (size_t i = 0; i < KNOWN; i++) {
    if (strcmp(text, known[i].namespace) == 0)
      return;
    if (strcmp(name, known[i].prefix) == 0)
      usual = known[i].namespace;
  }
  const bool ends = size > 0 && strchr("/#:=_-", text[size - 1]);
  /* A namespace that misses a known one is said where it is used. */
  struct sv_buf sample = SV_BUF((size_t)64 << 10);
  (void)sv_buf_adds(&sample, text);
  (void)sv_buf_addc(&sample, 'x');
  const bool said = sample.failed || judge(sv_buf_text(&sample));
  sv_buf_free(&sample);
  const struct sv_triple *use = (usual || !ends) && !said ? first_use(l, text) : NULL;
  if (!use)
    return;
  const struct sv_shacl_lint_finding f = {
    .rule = "prefix",
    .msgid = usual ? N_("The prefix {prefix}: stands for <{namespace}> here, and for <{usual}> "
                        "everywhere else.")
                   : N_("The namespace <{namespace}> of the prefix {prefix}: ends neither with / "
                        "nor with #."),
    .line = use->line,
    .node = term,
  };
  if (usual)
    lint_say(l, &f, "prefix", name, "namespace", text, "usual", usual, NULL);
  else
    lint_say(l, &f, "prefix", name, "namespace", text, NULL);
}

void lint_namespaces(struct lint *l)
{
  struct namespaces n = { .l = l };
  const uint32_t count = sv_graph_term_count(l->g);
  n.of = calloc((size_t)count + 1, sizeof *n.of);
  n.lines = calloc((size_t)count + 1, sizeof *n.lines);
  n.in_shape = calloc((size_t)count + 1, sizeof *n.in_shape);
  l->failed |= !n.of || !n.lines || !n.in_shape;
  for (uint32_t i = 1; i <= count && !l->failed; i++) {
    const sv_term t = sv_graph_term(l->g, i);
    if (sv_term_kind(t) == SV_TERM_IRI)
      n.of[i] = judge(sv_graph_text(l->g, t, NULL));
  }
  if (!l->failed)
    names(&n);
  free(n.of);
  free(n.lines);
  free(n.in_shape);
  sv_term namespace = 0;
  const char *name;
  for (size_t i = 0; i < PREFIXES_MAX && (name = sv_graph_prefix_at(l->g, i, &namespace)); i++)
    prefix(l, name, namespace);
}
