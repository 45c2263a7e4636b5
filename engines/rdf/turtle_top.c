// SPDX-License-Identifier: Apache-2.0
/* What stands between statements: directives, graph blocks, subjects. */
#include "engines/rdf/turtle.h"

#include "engines/base/ascii.h"

#include <string.h>

/* Whether the keyword WORD stands here, in any case, and no longer name. */
static bool keyword(struct sv_scan *s, const char *word)
{
  bool colon;
  const size_t n = strlen(word);
  if ((size_t)(s->end - s->p) < n || !sv_equal_nocase_n(s->p, n, word) ||
      sv_scan_prefix_name(s, &colon) != n || colon)
    return false;
  s->p += n;
  return true;
}

static bool dot(struct sv_scan *s, bool wanted)
{
  if (!wanted)
    return true;
  if (!sv_scan_space(s))
    return false;
  return sv_scan_take(s, ".") ||
         sv_scan_fault(s, s->p, N_("A \".\" was expected after the declaration, not {found}."));
}

static bool iri_follows(struct sv_scan *s)
{
  if (!sv_scan_space(s))
    return false;
  if (s->p < s->end && *s->p == '<' && !sv_scan_is(s, "<<"))
    return true;
  return sv_scan_fault(s, s->p, N_("An IRI in angle brackets was expected here, not {found}."));
}

static bool prefix(struct sv_scan *s)
{
  bool colon;
  if (!sv_scan_space(s))
    return false;
  const char *const name = s->p;
  const size_t size = sv_scan_prefix_name(s, &colon);
  if (!colon)
    return sv_scan_fault(s, s->p + size,
                         N_("A prefix and a colon were expected here, not "
                            "{found}."));
  s->p += size + 1;
  if (!iri_follows(s))
    return false;
  const sv_term namespace = sv_scan_iri(s);
  return namespace && sv_scan_set_prefix(s, name, size, namespace);
}

static bool base(struct sv_scan *s)
{
  struct sv_span iri;
  if (!iri_follows(s))
    return false;
  const char *const at = s->p;
  return sv_scan_iriref(s, &iri) && sv_scan_set_base(s, at, iri);
}

/* RDF 1.2: VERSION "1.2". The version only announces features, all of which are read anyhow. */
static bool version(struct sv_scan *s)
{
  struct sv_span text;
  if (!sv_scan_space(s))
    return false;
  const char quote = s->p < s->end ? *s->p : '\0';
  if (quote != '"' && quote != '\'')
    return sv_scan_fault(s, s->p, N_("A version in quotes was expected here, not {found}."));
  if (s->end - s->p >= 3 && s->p[1] == quote && s->p[2] == quote)
    return sv_scan_fault(s, s->p, N_("A version is written with one quote at each end."));
  return sv_scan_string(s, false, &text);
}

static const struct {
  const char *at, *word;
  bool (*read)(struct sv_scan *s);
} directives[] = {
  { "@prefix", "PREFIX", prefix },
  { "@base", "BASE", base },
  { "@version", "VERSION", version },
};

/* 1: a directive was read; 0: there is none; -1: fault. */
static int directive(struct sv_scan *s)
{
  for (size_t i = 0; i < sizeof directives / sizeof directives[0]; i++) {
    size_t n;
    bool is_base;
    const char *const from = s->p;
    const bool at = sv_scan_take(s, directives[i].at);
    if (at && sv_scan_name_char(s->p, s->end, &n, &is_base)) {
      s->p = from;
      continue;
    }
    if (at || keyword(s, directives[i].word))
      return directives[i].read(s) && dot(s, at) ? 1 : -1;
  }
  if (s->p < s->end && *s->p == '@') {
    (void)sv_scan_fault(s, s->p, N_("@prefix or @base was expected here."));
    return -1;
  }
  return 0;
}

static bool open_block(struct turtle *t, sv_term graph)
{
  t->graph = graph;
  t->in_block = true;
  return true;
}

/* GRAPH name { */
static bool graph_block(struct turtle *t)
{
  struct sv_scan *s = &t->scan;
  if (!sv_scan_space(s))
    return false;
  sv_term name;
  if (sv_scan_is(s, "_:"))
    name = sv_scan_blank(s);
  else if (sv_scan_is(s, "["))
    name = turtle_anon(t);
  else
    name = turtle_iri(t);
  if (!name || !sv_scan_space(s))
    return s->status != SV_OK
               ? false
               : sv_scan_fault(s, s->p, N_("The name of a graph was expected here, not {found}."));
  return sv_scan_take(s, "{") ? open_block(t, name)
                              : sv_scan_fault(s, s->p,
                                              N_("A \"{\" was expected after the graph's name, not "
                                                 "{found}."));
}

bool turtle_statement(struct turtle *t, struct frame *f)
{
  struct sv_scan *s = &t->scan;
  if (t->in_block) {
    if (sv_scan_take(s, "}")) {
      t->in_block = false;
      t->graph = 0;
      return true;
    }
  } else {
    const int found = s->p < s->end ? directive(s) : 0;
    if (found != 0)
      return found > 0;
    if (t->trig && sv_scan_take(s, "{"))
      return open_block(t, 0);
    if (t->trig && keyword(s, "GRAPH"))
      return graph_block(t);
  }
  f->bare = false;
  f->label = true;
  return turtle_node(t);
}
