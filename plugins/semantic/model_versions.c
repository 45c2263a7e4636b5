// SPDX-License-Identifier: Apache-2.0
/* That a new version of an information model keeps what the one before had. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"

#include <samsvar/helpers.h>
#include <string.h>

#define MODEL MODELLDCATNO
#define UNBOUNDED 1000000000000ULL

/* One version, and which model of it stands for which of the other. */
struct version {
  const struct sv_description *d;
  const struct sv_graph *g;
};

struct pair {
  struct sv_judging *j; /* of the new version */
  struct version before, now;
};

/* What consumers of a model hold on to. */
static const char *const parts[] = {
  MODEL "ObjectType",  MODEL "RootObjectType", MODEL "DataType",       MODEL "SimpleType",
  MODEL "CodeList",    MODEL "Property",       MODEL "Attribute",      MODEL "Role",
  MODEL "Association", MODEL "Composition",    MODEL "Collection",     MODEL "Choice",
  MODEL "CodeElement", MODEL "Module",         MODEL "Specialization", NULL
};

static const char removed[] = N_("A part of the model that the version before had is gone.");
static const char unowned[] = N_("The type has lost a property that it had in the version before.");
static const char retyped[] = N_("The part has another type than in the version before.");
static const char fewer_codes[] = N_("The code list has lost a code that it had in the version "
                                     "before.");
static const char required[] = N_("What could be left out in the version before must be there "
                                  "now.");
static const char limited[] = N_("Fewer are let in than in the version before.");
static const char hint[] = N_("Add instead of changing, or give the model a new major version.");

/* What each value of the old version must be among in the new. */
static const struct {
  const char *property, *message;
} kept[] = {
  { MODEL "hasProperty", unowned },       { MODEL "hasSimpleType", retyped },
  { MODEL "hasDataType", retyped },       { MODEL "hasObjectType", retyped },
  { MODEL "hasValueFrom", retyped },      { MODEL "containsObjectType", retyped },
  { MODEL "refersTo", retyped },          { MODEL "hasType", retyped },
  { MODEL "hasGeneralConcept", retyped }, { MODEL "typeDefinitionReference", retyped },
  { SKOS "inScheme", fewer_codes },
};

/* --- which part is which --- */

static sv_term first_subject(const struct sv_graph *g, const char *property, sv_term object)
{
  const sv_term p = sv_graph_find_iris(g, property);
  size_t n = 0;
  const uint32_t *at = p ? sv_graph_subjects(g, p, object, &n) : NULL;
  return n ? sv_graph_triples(g)[at[0]].s : 0;
}

/* The model that NODE belongs to: by itself, by the type whose property it is, by its code list. */
static sv_term model_of(const struct sv_graph *g, sv_term node)
{
  sv_term model = first_subject(g, MODEL "containsModelElement", node);
  const sv_term owner = model ? 0 : first_subject(g, MODEL "hasProperty", node);
  size_t n = 0;
  const struct sv_triple *list = model || owner ? NULL : sv_values_of(g, node, SKOS "inScheme", &n);
  if (owner)
    model = first_subject(g, MODEL "containsModelElement", owner);
  if (n)
    model = first_subject(g, MODEL "containsModelElement", list->o);
  struct sv_nodes all = sv_nodes_of(g, MODEL "InformationModel");
  const sv_term only = sv_nodes_next(&all);
  return model ? model : all.left == 0 ? only : 0;
}

/* The term of TO that is TERM of FROM: of the same IRI, or below the model that took the place of
 * its model (dct:replaces). 0: TO does not have it. */
static sv_term counterpart(struct pair *p, sv_term term, bool is_forward)
{
  const struct sv_graph *from = is_forward ? p->before.g : p->now.g;
  const struct sv_graph *to = is_forward ? p->now.g : p->before.g;
  const char *iri = sv_iri_of(from, term);
  const sv_term same = iri ? sv_graph_find_iris(to, iri) : 0;
  if (same || !iri)
    return same;
  struct sv_nodes newer = sv_nodes_with(p->now.g, DCT "replaces");
  for (sv_term model; (model = sv_nodes_next(&newer));) {
    size_t n;
    const struct sv_triple *old = sv_values_of(p->now.g, model, DCT "replaces", &n);
    for (size_t i = 0; i < n; i++) {
      const char *one = sv_iri_of(p->now.g, is_forward ? old[i].o : model);
      const char *other = sv_iri_of(p->now.g, is_forward ? model : old[i].o);
      if (!one || !other || !sv_starts_with(iri, one))
        continue;
      const sv_term moved = sv_graph_find_iris(
          to, p->j->ctx->sv->format(p->j->ctx, "%s%s", other, iri + strlen(one)));
      if (moved)
        return moved;
    }
  }
  return 0;
}

/* The first number of owl:versionInfo, or of dcat:version; -1: none. */
static long major_of(const struct sv_graph *g, sv_term model)
{
  const char *text = model ? sv_text_of(g, model, OWL "versionInfo") : NULL;
  if (!text && model)
    text = sv_text_of(g, model, DCAT "version");
  text = text ? text + (sv_lower((unsigned char)*text) == 'v') : "";
  unsigned long long number;
  return sv_parse_uint(text, strspn(text, "0123456789"), 100000, &number) ? (long)number : -1;
}

static bool is_new_major(struct pair *p, sv_term old_model)
{
  const sv_term model = old_model ? counterpart(p, old_model, true) : 0;
  const long before = major_of(p->before.g, old_model);
  const long now = major_of(p->now.g, model);
  return before >= 0 && now >= 0 && before != now;
}

/* --- saying --- */

/* "VALUE (FILE:LINE)" of the version before. */
static const char *show_old(struct pair *p, const struct sv_triple *t, sv_term value)
{
  const struct sv_artifact *a = p->before.d->artifact;
  const char *name, *text = sv_graph_text(p->before.g, value, NULL);
  size_t line = 0;
  if (!sv_graph_place(p->before.g, t->line, &name, &line))
    line = 0;
  return p->j->ctx->sv->format(p->j->ctx, "%s (%s:%zu)", sv_is_iri(value) || text ? text : "—",
                               a->url ? a->url : a->name, line);
}

static void find(struct pair *p, sv_term node, const char *property, const char *message,
                 const char *expected, const char *actual)
{
  sv_judging_find(p->j, (struct sv_node_fault){ .node = node,
                                                .predicate = property,
                                                .message = message,
                                                .expected = expected,
                                                .actual = actual,
                                                .hint = hint });
}

/* --- one part --- */

/* Whether NODE of the new version has VALUE of the old one. */
static bool has(struct pair *p, sv_term node, const char *property, sv_term value)
{
  const sv_term there = counterpart(p, value, true);
  const sv_term predicate = sv_graph_find_iris(p->now.g, property);
  if (sv_is_iri(value))
    return there && predicate && sv_graph_find(p->now.g, node, predicate, there);
  size_t n;
  const char *text = sv_graph_text(p->before.g, value, NULL);
  const struct sv_triple *values = sv_values_of(p->now.g, node, property, &n);
  for (size_t i = 0; text && i < n; i++) {
    const char *other = sv_graph_text(p->now.g, values[i].o, NULL);
    if (other && strcmp(other, text) == 0)
      return true;
  }
  return !text; /* blank nodes have no name to look for */
}

static void judge_kept(struct pair *p, sv_term old, sv_term new)
{
  size_t n;
  for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
    const char *property = kept[i].property;
    const struct sv_triple *values = sv_values_of(p->before.g, old, property, &n);
    for (size_t k = 0; k < n; k++) {
      const bool is_part = kept[i].message == unowned;
      const sv_term there = counterpart(p, values[k].o, true);
      if (is_part && !(there && sv_is_described(p->now.g, there)))
        continue; /* it is gone altogether, and told as such */
      if (!has(p, new, property, values[k].o))
        find(p, new, property, kept[i].message, show_old(p, &values[k], values[k].o),
             sv_text_of(p->now.g, new, property));
    }
  }
}

/* A multiplicity; ABSENT when it is not said, or is no number. */
static unsigned long long occurs(const struct sv_graph *g, sv_term node, const char *property,
                                 unsigned long long absent)
{
  const char *text = sv_text_of(g, node, property);
  unsigned long long number;
  if (text && (strcmp(text, "*") == 0 || strcmp(text, "n") == 0))
    return UNBOUNDED;
  return text && sv_parse_uint(text, strlen(text), UNBOUNDED - 1, &number) ? number : absent;
}

static void judge_multiplicity(struct pair *p, sv_term old, sv_term new)
{
  static const char least[] = MODEL "minOccurs", most[] = MODEL "maxOccurs";
  size_t n;
  const struct sv_triple *said = sv_values_of(p->before.g, old, least, &n);
  if (occurs(p->now.g, new, least, 0) > occurs(p->before.g, old, least, 0))
    find(p, new, least, required, n ? show_old(p, said, said->o) : "0",
         sv_text_of(p->now.g, new, least));
  said = sv_values_of(p->before.g, old, most, &n);
  if (n && occurs(p->now.g, new, most, UNBOUNDED) < occurs(p->before.g, old, most, 0))
    find(p, new, most, limited, show_old(p, said, said->o), sv_text_of(p->now.g, new, most));
}

/* Properties that only the new version has, and that must be there. */
static void judge_added(struct pair *p, sv_term new)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(p->now.g, new, MODEL "hasProperty", &n);
  for (size_t i = 0; i < n; i++) {
    const sv_term before = counterpart(p, values[i].o, false);
    if (!(before && sv_is_described(p->before.g, before)) &&
        occurs(p->now.g, values[i].o, MODEL "minOccurs", 0) > 0)
      find(p, values[i].o, MODEL "minOccurs",
           N_("A property that the version before did not have must be there."), "0",
           sv_text_of(p->now.g, values[i].o, MODEL "minOccurs"));
  }
}

static void judge_class(struct pair *p, sv_term old, sv_term new, const char *class)
{
  const sv_term type = sv_graph_find_iris(p->before.g, class);
  const struct sv_triple *t = sv_graph_find(p->before.g, old, SV_RDF_TYPE, type);
  if (t && !sv_is_a(p->now.g, new, class))
    find(p, new, NULL, retyped, show_old(p, t, type), NULL);
}

static void judge_part(struct pair *p, sv_term old, const char *class)
{
  const sv_term model = model_of(p->before.g, old);
  const sv_term type = sv_graph_find_iris(p->before.g, class);
  const struct sv_triple *t = sv_graph_find(p->before.g, old, SV_RDF_TYPE, type);
  if (!sv_is_iri(old) || !t || is_new_major(p, model))
    return;
  const sv_term new = counterpart(p, old, true);
  p->j->looked_at++;
  if (!new || !sv_is_described(p->now.g, new)) {
    const sv_term at = model ? counterpart(p, model, true) : 0;
    struct sv_nodes models = sv_nodes_of(p->now.g, MODEL "InformationModel");
    find(p, at ? at : sv_nodes_next(&models), NULL, removed, show_old(p, t, old), NULL);
    return;
  }
  judge_class(p, old, new, class);
  judge_kept(p, old, new);
  judge_multiplicity(p, old, new);
  judge_added(p, new);
}

/* --- the two descriptions --- */

/* The description that stands at the same place among those before as D among those of today. */
static const struct sv_description *before(struct sv_ctx *ctx, const struct sv_description *d)
{
  const struct sv_artifact *a;
  size_t n = 0;
  while ((a = ctx->sv->artifact(ctx, "modelldcat", n)) && a != d->artifact)
    n++;
  return a ? sv_describe_nth(ctx, "modelldcat-previous", n) : NULL;
}

/* --- SEM-144 --- */
enum sv_outcome sv_sem_model_stable(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!ctx->sv->artifact(ctx, "modelldcat-previous", 0))
    return SV_INAPPLICABLE;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  const struct sv_description *old = before(ctx, j.d);
  if (!old)
    return SV_INAPPLICABLE;
  if (!old->graph) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
            .message = N_("The version before could not be read, so nothing could be compared with "
                          "it."),
            .where = { .url = old->artifact->url, .line = (uint32_t)old->fault.line },
            .actual = old->fault.text, .evidence = old->artifact->evidence,
            .hint = N_("Hand over the version before as RDF; samsvar validate rdf tells where it "
                       "breaks."));
    return SV_CANT_TELL;
  }
  struct pair p = { .j = &j, .before = { old, old->graph }, .now = { j.d, j.g } };
  for (const char *const *class = parts; *class; class ++) {
    struct sv_nodes nodes = sv_nodes_of(p.before.g, *class);
    for (sv_term node; (node = sv_nodes_next(&nodes));)
      judge_part(&p, node, *class);
  }
  return sv_judging_end(&j);
}
