// SPDX-License-Identifier: Apache-2.0
/* Information models: concepts behind them, facets of their types, data that follows them, and the
 * levels of classifications. */
#include "engines/base/ascii.h"
#include "engines/xml/xsd.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <stdlib.h>
#include <string.h>

#define MODEL MODELLDCATNO

/* --- concepts behind the parts of a model --- */

static const char *const model_parts[] = { MODEL "InformationModel", MODEL "ObjectType",
                                           MODEL "RootObjectType",   MODEL "DataType",
                                           MODEL "SimpleType",       MODEL "CodeList",
                                           MODEL "ModelElement",     MODEL "Property",
                                           MODEL "Attribute",        MODEL "Role",
                                           MODEL "Association",      MODEL "Composition",
                                           MODEL "CodeElement",      NULL };

struct share {
  size_t all, without;
  sv_term first; /* without */
};

static void judge_subject(struct sv_judging *j, const struct sv_triple *t)
{
  const char *url = sv_iri_of(j->g, t->o);
  if (!url || !sv_is_own_url(j->ctx, url))
    return; /* that it is an IRI is judged by the shapes */
  const struct sv_response *r = sv_judging_ask(j, url, SV_ASK_WHETHER);
  if (r && sv_is_gone(r))
    sv_judging_find_value(
        j, t, DCT "subject",
        (struct sv_node_fault){ .message = N_("The concept's address leads nowhere."),
                                .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, url),
                                .hint = N_("Publish the concept, or mend the reference.") });
}

static void judge_part(struct sv_judging *j, sv_term node)
{
  struct share *share = j->own;
  size_t n, iris = 0;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "subject", &n);
  for (size_t i = 0; i < n; i++) {
    iris += sv_is_iri(values[i].o);
    judge_subject(j, &values[i]);
  }
  j->looked_at++;
  share->all++;
  share->without += iris == 0;
  if (iris == 0 && !share->first)
    share->first = node;
}

enum sv_outcome sv_sem_model_concepts(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  struct share share = { 0 };
  if (!sv_judging_begin(&j, ctx, &share, &outcome))
    return outcome;
  sv_judging_nodes(&j, model_parts, judge_part);
  if (share.without * 5 > share.all) {
    json_t *args = json_pack("{s:I,s:I}", "with", (json_int_t)(share.all - share.without), "count",
                             (json_int_t)share.all);
    sv_judging_find(&j, (struct sv_node_fault){ .node = share.first,
                                                .predicate = DCT "subject",
                                                .message = N_("{with} of {count} parts of the "
                                                              "model refer to a "
                                                              "concept; this is the first that "
                                                              "does not."),
                                                .args = args,
                                                .expected = "80 %",
                                                .hint = N_("Refer with dct:subject to the concept "
                                                           "that explains the "
                                                           "part.") });
    json_decref(args);
  }
  return sv_both(sv_judge_by_shapes(ctx, "SEM-115", SV_SHACL_VIOLATION), sv_judging_end(&j));
}

/* --- facets --- */

static const char *const facets[] = { "fractionDigits", "length",    "maxExclusive",
                                      "maxInclusive",   "maxLength", "minExclusive",
                                      "minInclusive",   "minLength", "pattern",
                                      "totalDigits" };

/* Facets of which the first must not be more than the second (XML Schema part 2, 4.3). */
static const struct {
  const char *less, *more;
  bool may_be_equal;
} bounds[] = {
  { "minLength", "maxLength", true },        { "minInclusive", "maxInclusive", true },
  { "minExclusive", "maxExclusive", true },  { "minInclusive", "maxExclusive", false },
  { "minExclusive", "maxInclusive", false }, { "fractionDigits", "totalDigits", true },
};

/* Facets that cannot stand together. */
static const struct {
  const char *one, *other;
} apart[] = {
  { "length", "minLength" },
  { "length", "maxLength" },
  { "minInclusive", "minExclusive" },
  { "maxInclusive", "maxExclusive" },
};

static const char *facet_iri(struct sv_judging *j, const char *name)
{
  return j->ctx->sv->format(j->ctx, XSD "%s", name);
}

static const struct sv_triple *facet(struct sv_judging *j, sv_term node, const char *name)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, facet_iri(j, name), &n);
  return n ? values : NULL;
}

static void find_facet(struct sv_judging *j, const struct sv_triple *t, const char *name,
                       const char *message, const char *expected)
{
  sv_judging_find_value(j, t, facet_iri(j, name),
                        (struct sv_node_fault){ .message = message,
                                                .expected = expected,
                                                .hint = N_("Let each facet stand once, and see "
                                                           "that some value can "
                                                           "meet them all.") });
}

/* A decimal number as a comparison needs it: sign, whole, fraction; no double is exact enough. */
static int compare(const char *a, const char *b)
{
  const bool minus_a = *a == '-', minus_b = *b == '-';
  if (minus_a != minus_b)
    return minus_a ? -1 : 1;
  a += strspn(a, "+-0");
  b += strspn(b, "+-0");
  const size_t na = strspn(a, "0123456789"), nb = strspn(b, "0123456789");
  int order = na != nb ? (na < nb ? -1 : 1) : strncmp(a, b, na);
  if (order == 0) {
    const char *pa = a[na] == '.' ? a + na + 1 : "", *pb = b[nb] == '.' ? b + nb + 1 : "";
    while (order == 0 && (*pa || *pb)) {
      order = (*pa ? *pa : '0') - (*pb ? *pb : '0');
      pa += *pa != '\0';
      pb += *pb != '\0';
    }
  }
  return minus_a ? -order : order;
}

static bool is_number(const char *text)
{
  const char *at = text + (*text == '-' || *text == '+');
  const size_t whole = strspn(at, "0123456789");
  const size_t part = at[whole] == '.' ? strspn(at + whole + 1, "0123456789") + 1 : 0;
  return whole > 0 && at[whole + part] == '\0';
}

static void judge_bounds(struct sv_judging *j, sv_term node)
{
  for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
    const struct sv_triple *less = facet(j, node, bounds[i].less);
    const struct sv_triple *more = facet(j, node, bounds[i].more);
    const char *a = less ? sv_graph_text(j->g, less->o, NULL) : NULL;
    const char *b = more ? sv_graph_text(j->g, more->o, NULL) : NULL;
    if (!a || !b || !is_number(a) || !is_number(b))
      continue;
    const int order = compare(a, b);
    if (order > 0 || (order == 0 && !bounds[i].may_be_equal))
      find_facet(j, less, bounds[i].less, N_("No value can meet both facets."),
                 j->ctx->sv->format(j->ctx, "xsd:%s %s", bounds[i].more, b));
  }
  for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++) {
    const struct sv_triple *one = facet(j, node, apart[i].one);
    if (one && facet(j, node, apart[i].other))
      find_facet(j, one, apart[i].one, N_("The facet cannot stand beside another that is here."),
                 j->ctx->sv->format(j->ctx, "xsd:%s", apart[i].other));
  }
}

static void judge_facets(struct sv_judging *j, sv_term node)
{
  const size_t given = j->looked_at;
  for (size_t i = 0; i < sizeof facets / sizeof facets[0] && j->looked_at == given; i++)
    j->looked_at += facet(j, node, facets[i]) != NULL;
  if (j->looked_at == given)
    return;
  judge_bounds(j, node);
  const struct sv_triple *pattern = facet(j, node, "pattern");
  if (pattern && !sv_xsd_is_pattern(sv_graph_text(j->g, pattern->o, NULL)))
    find_facet(j, pattern, "pattern", N_("The pattern is no regular expression of XML Schema."),
               NULL);
}

/* How often each facet may stand, and of what type, is judged by the shapes. */
enum sv_outcome sv_sem_facets(struct sv_ctx *ctx)
{
  static const char *const types[] = { MODEL "SimpleType", NULL };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-121", SV_SHACL_VIOLATION),
                 sv_judge_nodes(ctx, types, judge_facets, NULL));
}

/* --- data that says which model it follows --- */

/* Whether a description of models that the target names has the model IRI. */
static bool is_model(struct sv_judging *j, const char *iri)
{
  const struct sv_description *d;
  for (size_t i = 0; (d = sv_describe_nth(j->ctx, "modelldcat", i)); i++) {
    const sv_term term = d->graph ? sv_graph_find_iris(d->graph, iri) : 0;
    if (term && sv_is_a(d->graph, term, MODEL "InformationModel"))
      return true;
  }
  const sv_term here = sv_graph_find_iris(j->g, iri);
  return here && sv_is_a(j->g, here, MODEL "InformationModel");
}

/* Whether the address gives an XML Schema, a JSON Schema or shapes. */
static bool is_schema(struct sv_judging *j, const char *iri)
{
  static const char *const marks[] = { "http://www.w3.org/2001/XMLSchema", "json-schema.org/",
                                       "http://www.w3.org/ns/shacl#" };
  if (!sv_is_own_url(j->ctx, iri)) {
    j->elsewhere++;
    return false;
  }
  const struct sv_response *r = sv_judging_ask(j, iri, SV_ASK_BEGIN);
  for (size_t i = 0; r && r->status < 300 && i < sizeof marks / sizeof marks[0]; i++)
    if (memmem(r->body, r->body_size, marks[i], strlen(marks[i])))
      return true;
  return false;
}

static void judge_follows(struct sv_judging *j, sv_term node)
{
  size_t n;
  const size_t elsewhere = j->elsewhere;
  const struct sv_triple *values = sv_values_of(j->g, node, DCT "conformsTo", &n);
  j->looked_at += n > 0;
  for (size_t i = 0; i < n; i++) {
    const char *iri = sv_iri_of(j->g, values[i].o);
    if (iri && is_model(j, iri))
      return;
  }
  for (size_t i = 0; i < n; i++) {
    const char *iri = sv_iri_of(j->g, values[i].o);
    if (iri && is_schema(j, iri)) {
      j->elsewhere = elsewhere;
      return;
    }
  }
  if (n > 0 && j->elsewhere == elsewhere)
    sv_judging_find_value(j, values, DCT "conformsTo",
                          (struct sv_node_fault){ .message = N_("The standards that are named do "
                                                                "not tell how the "
                                                                "content is built."),
                                                  .expected = N_("an information model, an XML "
                                                                 "Schema, a JSON "
                                                                 "Schema or shapes"),
                                                  .hint = N_("Name the model or schema of the "
                                                             "content too.") });
}

enum sv_outcome sv_sem_follows_model(struct sv_ctx *ctx)
{
  static const char *const owners[] = { DCAT "Dataset", DCAT "Distribution", DCAT "DataService",
                                        NULL };
  return sv_judge_nodes(ctx, owners, judge_follows, NULL);
}

/* --- levels of a classification --- */

static void judge_levels(struct sv_judging *j, const struct sv_triple *t)
{
  struct sv_list_walk walk;
  unsigned long n = 0;
  sv_list_begin(&walk, j->g, t->o);
  j->looked_at++;
  while (sv_list_next(&walk)) {
    const char *depth = sv_text_of(j->g, walk.item, XKOS "depth");
    n++;
    if (depth && strtoul(depth, NULL, 10) != n)
      sv_judging_find(j, (struct sv_node_fault){ .node = walk.item,
                                                 .predicate = XKOS "depth",
                                                 .message = N_("The levels are not numbered from 1 "
                                                               "in their order."),
                                                 .expected = j->ctx->sv->format(j->ctx, "%lu", n),
                                                 .actual = depth,
                                                 .hint = N_("Number the levels 1, 2, 3 … from the "
                                                            "top.") });
  }
  const char *said = sv_text_of(j->g, t->s, XKOS "numberOfLevels");
  if (said && strtoul(said, NULL, 10) != n)
    sv_judging_find_value(j, t, XKOS "levels",
                          (struct sv_node_fault){ .message = N_("The classification has another "
                                                                "number of levels "
                                                                "than it says."),
                                                  .expected = said,
                                                  .actual = j->ctx->sv->format(j->ctx, "%lu", n),
                                                  .hint = N_("Correct xkos:numberOfLevels, or list "
                                                             "every level in "
                                                             "xkos:levels.") });
}

enum sv_outcome sv_sem_levels(struct sv_ctx *ctx)
{
  static const char *const lists[] = { XKOS "levels", NULL };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-126", SV_SHACL_VIOLATION),
                 sv_judge_values(ctx, lists, judge_levels, NULL));
}
