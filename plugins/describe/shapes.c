// SPDX-License-Identifier: Apache-2.0
/* Requirements by shapes. */
#include "plugins/describe/shapes.h"

#include "engines/shacl/national.h"
#include "plugins/describe/describer.h"
#include "plugins/describe/names.h"

#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 50, SETS_MAX = 3 };

/* The shapes that a kind of endpoint is judged by; "dcat" has its version from the profile. */
static const struct {
  const char *kind;
  const char *sets[SETS_MAX];
} kinds[] = {
  { "dcat", { "dcat-ap-no-3", "dqv-ap-no" } },
  { "cpsv", { "cpsv-ap-no" } },
  { "skos", { "skos-ap-no", "xkos-ap-no" } },
  { "modelldcat", { "modelldcat-ap-no" } },
};

void sv_shaped_free(struct sv_shaped *list)
{
  while (list) {
    struct sv_shaped *next = list->next;
    free(list->requirement);
    sv_shacl_report_free(list->report);
    sv_shacl_free(list->program);
    if (!list->official)
      sv_graph_free(list->graph);
    free(list);
    list = next;
  }
}

static void name_requirements(struct sv_shaped *s)
{
  const size_t n = sv_shacl_report_kept(s->report);
  const sv_term p = sv_graph_find_iris(s->graph, SV_SHACL_REQUIREMENT);
  s->requirement = calloc(n ? n : 1, sizeof *s->requirement);
  if (!s->requirement)
    s->status = SV_NO_MEMORY;
  for (size_t i = 0; s->requirement && p && i < n; i++)
    s->requirement[i] = sv_graph_object(s->graph, sv_shacl_report_at(s->report, i).shape, p);
}

static void read_ours(struct sv_ctx *ctx, struct sv_shaped *s)
{
  s->graph = sv_graph_new(NULL);
  s->status = s->graph ? sv_shaped_read_ours(ctx, s->graph, s->set, &s->err) : SV_NO_MEMORY;
  if (s->status == SV_OK)
    s->status = sv_graph_sort(s->graph, &s->err);
  if (s->status == SV_OK)
    s->status = sv_graph_index_objects(s->graph, &s->err);
  if (s->status == SV_OK)
    s->status = sv_graph_index_incoming(s->graph, &s->err);
}

static void apply(struct sv_ctx *ctx, struct sv_shaped *s)
{
  if (s->official) {
    s->graph = s->official->graph;
    s->status = s->official->status;
    s->err = s->official->fault;
  } else {
    read_ours(ctx, s);
  }
  if (s->status == SV_OK)
    s->status = sv_shacl_compile(s->graph, NULL, &s->program, &s->err);
  if (s->status == SV_OK)
    s->status = sv_shacl_validate(s->program, s->description->graph, NULL, &s->report, &s->err);
  if (s->status == SV_OK)
    name_requirements(s);
}

static const struct sv_shaped *find_or_make(struct sv_ctx *ctx, const struct sv_description *d,
                                            const char *set, const struct sv_description *official)
{
  struct sv_describer *x = ctx->state;
  for (struct sv_shaped *s = x->shaped; s; s = s->next)
    if (s->description == d && s->official == official && strcmp(s->set, set) == 0)
      return s;
  struct sv_shaped *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  s->set = set;
  s->official = official;
  s->description = d;
  s->next = x->shaped;
  x->shaped = s;
  apply(ctx, s);
  return s;
}

const struct sv_shaped *sv_shaped(struct sv_ctx *ctx, const struct sv_description *d,
                                  const char *set)
{
  return find_or_make(ctx, d, set, NULL);
}

const struct sv_shaped *sv_shaped_by(struct sv_ctx *ctx, const struct sv_description *d,
                                     const struct sv_description *shapes)
{
  return find_or_make(ctx, d, "", shapes);
}

static const char *chosen(struct sv_ctx *ctx, const char *set)
{
  const char *version = json_string_value(ctx->sv->param(ctx, "dcat-ap-no"));
  return strcmp(set, "dcat-ap-no-3") == 0 && version && strcmp(version, "2.2") == 0 ? "dcat-ap-no-"
                                                                                      "2.2"
                                                                                    : set;
}

/* Two profiles are about things that need not be in a description at all, with classes of others.
 */
static bool concerns(const struct sv_graph *g, const char *set)
{
  if (strcmp(set, "xkos-ap-no") == 0)
    return sv_nodes_of(g, XKOS "ClassificationLevel").left ||
           sv_nodes_of(g, XKOS "Correspondence").left ||
           sv_nodes_with(g, XKOS "numberOfLevels").left || sv_nodes_with(g, XKOS "levels").left;
  if (strcmp(set, "dqv-ap-no") == 0)
    return sv_nodes_of(g, DQV "QualityAnnotation").left ||
           sv_nodes_of(g, DQV "QualityMeasurement").left ||
           sv_nodes_with(g, DQV "hasQualityAnnotation").left ||
           sv_nodes_with(g, DQV "hasQualityMeasurement").left ||
           sv_nodes_with(g, DQV "inDimension").left;
  return true;
}

const char *sv_shaped_profile(struct sv_ctx *ctx)
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  for (size_t i = 0; kind && i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].kind, kind) == 0)
      return chosen(ctx, kinds[i].sets[0]);
  return NULL;
}

/* The sets for the endpoint at hand, NULL last in OUT. */
static void sets_of(struct sv_ctx *ctx, const struct sv_graph *g, const char *out[SETS_MAX + 1])
{
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  size_t n = 0;
  for (size_t i = 0; kind && i < sizeof kinds / sizeof kinds[0]; i++)
    for (size_t k = 0; strcmp(kinds[i].kind, kind) == 0 && k < SETS_MAX && kinds[i].sets[k]; k++)
      if (concerns(g, kinds[i].sets[k]))
        out[n++] = chosen(ctx, kinds[i].sets[k]);
  out[n] = NULL;
}

enum sv_outcome sv_shaped_none(struct sv_ctx *ctx, const struct sv_description *d,
                               const struct sv_shaped *s)
{
  const bool is_limit = s && s->status == SV_LIMIT;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = is_limit ? SV_TARGET : SV_TOOL,
          .message = N_("The description could not be judged by its shapes."),
          .where.url = d->artifact->url, .actual = s ? s->err.text : NULL,
          .evidence = d->artifact->evidence,
          .hint = N_("Try samsvar validate shacl on the document; it says what was too much."));
  return SV_CANT_TELL;
}

static void tell(struct sv_ctx *ctx, const struct sv_shaped *s, size_t i)
{
  const struct sv_shacl_result r = sv_shacl_report_at(s->report, i);
  const char *message = sv_shaped_message(ctx, s, i);
  json_t *args = NULL;
  sv_node_find(ctx, s->description,
               &(struct sv_node_fault){
                   .node = r.focus,
                   .path = sv_shaped_path(ctx, s, i),
                   .number = (uint32_t)r.line,
                   .value = r.value,
                   .message = sv_shaped_sentence(ctx, message ? message : r.component, &args),
                   .args = args,
                   .hint = N_("The application profile says how the property is to be used; follow "
                              "the address of the requirement.") });
  json_decref(args);
}

/* Whether NODE has the property; any node when PATH is NULL. */
static bool has(const struct sv_graph *data, sv_term node, const char *path)
{
  size_t n = 0;
  if (path)
    (void)sv_values_of(data, node, path, &n);
  return !path || n > 0;
}

static bool has_one(struct sv_nodes nodes, const char *path)
{
  for (sv_term node; (node = sv_nodes_next(&nodes));)
    if (has(nodes.graph, node, path))
      return true;
  return false;
}

/* The same for the values of PROPERTY. */
static bool has_one_value(const struct sv_graph *data, const char *property, const char *path)
{
  size_t n = 0;
  const sv_term p = sv_graph_find_iris(data, property);
  const uint32_t *at = p ? sv_graph_subjects(data, p, 0, &n) : NULL;
  for (size_t i = 0; i < n; i++)
    if (has(data, sv_graph_triples(data)[at[i]].o, path))
      return true;
  return false;
}

/* Whether SHAPE has a node in focus by itself, with PATH when there is one. */
static bool has_focus(const struct sv_shaped *s, sv_term shape, const char *path)
{
  static const char *const targets[] = { SV_SHACL_NS "targetClass", SV_SHACL_NS "targetSubjectsOf",
                                         SV_SHACL_NS "targetObjectsOf" };
  const struct sv_graph *g = s->graph, *data = s->description->graph;
  for (size_t k = 0; k < sizeof targets / sizeof targets[0]; k++) {
    const sv_term target = sv_graph_find_iris(g, targets[k]);
    size_t n = 0;
    const struct sv_triple *values = target ? sv_graph_objects(g, shape, target, &n) : NULL;
    for (size_t i = 0; i < n; i++) {
      const char *iri = sv_graph_text(g, values[i].o, NULL);
      if (k == 0   ? has_one(sv_nodes_of(data, iri), path)
          : k == 1 ? has_one(sv_nodes_with(data, iri), path)
                   : has_one_value(data, iri, path))
        return true;
    }
  }
  return false;
}

/* Whether SHAPE, which names the requirement, has something to say of DATA: its owner has a node in
 * focus, which has the property where that need not be there. */
static bool is_used(const struct sv_shaped *s, sv_term shape, const char *asked, unsigned depth)
{
  const struct sv_graph *g = s->graph;
  const sv_term property = sv_graph_find_iris(g, SV_SHACL_NS "property");
  const sv_term path = sv_graph_find_iris(g, SV_SHACL_NS "path");
  const sv_term least = sv_graph_find_iris(g, SV_SHACL_NS "minCount");
  size_t owners = 0;
  if (has_focus(s, shape, asked))
    return true;
  const uint32_t *at = property && depth ? sv_graph_subjects(g, property, shape, &owners) : NULL;
  const sv_term where = path ? sv_graph_object(g, shape, path) : 0;
  const bool is_optional = sv_is_iri(where) && !(least && sv_graph_object(g, shape, least));
  const char *needed = is_optional ? sv_graph_text(g, where, NULL) : NULL;
  for (size_t i = 0; i < owners; i++)
    if (is_used(s, sv_graph_triples(g)[at[i]].s, needed, depth - 1))
      return true;
  return false;
}

/* The severity of results of SHAPE (SHACL 2.1.4). */
static enum sv_shacl_severity severity_of(const struct sv_graph *g, sv_term shape)
{
  const sv_term p = sv_graph_find_iris(g, SV_SHACL_NS "severity");
  const sv_term o = p ? sv_graph_object(g, shape, p) : 0;
  const char *iri = sv_is_iri(o) ? sv_graph_text(g, o, NULL) : "";
  if (strcmp(iri, SV_SHACL_NS "Info") == 0)
    return SV_SHACL_INFO;
  return strcmp(iri, SV_SHACL_NS "Warning") == 0 ? SV_SHACL_WARNING : SV_SHACL_VIOLATION;
}

/* What is asked of the shapes: those that name the requirement, of these severities. */
struct asked {
  const char *requirement;
  enum sv_shacl_severity from, to;
  const char *const *paths; /* about these only, lists aside; NULL: any */
};

static bool is_about(const struct sv_graph *g, sv_term shape, const char *const *paths)
{
  const sv_term path = sv_graph_find_iris(g, SV_SHACL_NS "path");
  const sv_term node = sv_graph_find_iris(g, SV_SHACL_NS "node");
  const sv_term own = path ? sv_graph_object(g, shape, path) : 0;
  if (!paths)
    return true;
  if (!sv_is_iri(own) || (node && sv_graph_object(g, shape, node)))
    return false;
  while (*paths && strcmp(*paths, sv_graph_text(g, own, NULL)) != 0)
    paths++;
  return *paths != NULL;
}

static bool counts(const struct asked *a, const struct sv_graph *g, sv_term shape,
                   enum sv_shacl_severity severity)
{
  return severity >= a->from && severity <= a->to && is_about(g, shape, a->paths);
}

/* How many of these shapes have something to judge. */
static size_t used_shapes(const struct sv_shaped *s, const struct asked *a)
{
  const sv_term p = sv_graph_find_iris(s->graph, SV_SHACL_REQUIREMENT);
  const sv_term o = sv_graph_find_literal(s->graph, a->requirement, strlen(a->requirement), 0);
  size_t n = 0, used = 0;
  const uint32_t *at = p && o ? sv_graph_subjects(s->graph, p, o, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const sv_term shape = sv_graph_triples(s->graph)[at[i]].s;
    used += counts(a, s->graph, shape, severity_of(s->graph, shape)) && is_used(s, shape, NULL, 8);
  }
  return used;
}

static size_t tell_results(struct sv_ctx *ctx, const struct sv_shaped *s, const struct asked *a)
{
  const sv_term wanted = sv_graph_find_literal(s->graph, a->requirement, strlen(a->requirement), 0);
  size_t faults = 0;
  for (size_t i = 0; wanted && i < sv_shacl_report_kept(s->report); i++) {
    const struct sv_shacl_result r = sv_shacl_report_at(s->report, i);
    if (s->requirement[i] != wanted || !counts(a, s->graph, r.shape, r.severity))
      continue;
    if (faults++ < TOLD_MAX)
      tell(ctx, s, i);
  }
  return faults;
}

static void tell_rest(struct sv_ctx *ctx, const struct sv_description *d, size_t faults)
{
  if (faults <= TOLD_MAX)
    return;
  json_t *args = json_object();
  if (args)
    (void)json_object_set_new(args, "count", json_integer((json_int_t)(faults - TOLD_MAX)));
  sv_find(ctx, .outcome = SV_FAILED, .message = N_("The same is wrong in {count} more places."),
          .args = args, .where.url = d->artifact->url, .evidence = d->artifact->evidence,
          .hint = N_("samsvar validate shacl lists them all."));
  json_decref(args);
}

static enum sv_outcome judge(struct sv_ctx *ctx, const struct asked *a)
{
  enum sv_outcome outcome;
  const char *sets[SETS_MAX + 2];
  size_t faults = 0, used = 0, n = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  sets_of(ctx, d->graph, sets);
  while (sets[n])
    n++;
  sets[n++] = SV_SHAPED_RULES;
  for (size_t i = 0; i < n; i++) {
    const struct sv_shaped *s = sv_shaped(ctx, d, sets[i]);
    if (!s || s->status != SV_OK)
      return sv_shaped_none(ctx, d, s);
    used += used_shapes(s, a);
    faults += tell_results(ctx, s, a);
  }
  tell_rest(ctx, d, faults);
  return sv_describe_outcome(used, faults);
}

enum sv_outcome sv_judge_by_shapes(struct sv_ctx *ctx, const char *requirement,
                                   enum sv_shacl_severity most)
{
  return judge(ctx, &(struct asked){ requirement, SV_SHACL_VIOLATION, most, NULL });
}

enum sv_outcome sv_advise_by_shapes(struct sv_ctx *ctx, const char *requirement)
{
  return judge(ctx, &(struct asked){ requirement, SV_SHACL_WARNING, SV_SHACL_WARNING, NULL });
}

enum sv_outcome sv_judge_paths_by_shapes(struct sv_ctx *ctx, const char *requirement,
                                         const char *const *paths)
{
  return judge(ctx, &(struct asked){ requirement, SV_SHACL_VIOLATION, SV_SHACL_VIOLATION, paths });
}

bool *sv_shapes_broken(struct sv_ctx *ctx, const struct sv_description *d)
{
  const char *sets[SETS_MAX + 1];
  bool *broken = ctx->sv->alloc(ctx, (size_t)sv_graph_term_count(d->graph) + 1);
  sets_of(ctx, d->graph, sets);
  for (size_t i = 0; broken && sets[i]; i++) {
    const struct sv_shaped *s = sv_shaped(ctx, d, sets[i]);
    if (!s || s->status != SV_OK ||
        sv_shacl_report_kept(s->report) < sv_shacl_report_total(s->report))
      return NULL;
    for (size_t k = 0; k < sv_shacl_report_kept(s->report); k++) {
      const struct sv_shacl_result r = sv_shacl_report_at(s->report, k);
      if (r.severity == SV_SHACL_VIOLATION && r.focus)
        broken[sv_term_index(r.focus)] = true;
    }
  }
  return broken;
}
