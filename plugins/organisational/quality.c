// SPDX-License-Identifier: Apache-2.0
/* The assessment of metadata quality of the national catalogue: 25 metrics in five dimensions with
 * the points that are published for them. A data set gets its own points and those of its best
 * distribution. What could not be asked counts neither for nor against it: the level is told only
 * when it is the same either way. */
#include "engines/base/ascii.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"
#include "plugins/describe/rule.h"
#include "plugins/describe/shapes.h"
#include "plugins/organisational/organisational.h"

#include <samsvar/helpers.h>
#include <string.h>

enum dimension {
  FINDABILITY,
  ACCESSIBILITY,
  INTEROPERABILITY,
  REUSABILITY,
  CONTEXTUALITY,
  DIMENSIONS
};

static const char *const dimension_names[DIMENSIONS] = { "findability", "accessibility",
                                                         "interoperability", "reusability",
                                                         "contextuality" };

enum answer { NO, YES, UNKNOWN };

/* What is scored: a data set and one of its distributions (0: none). */
struct scoring {
  struct sv_judging *j;
  sv_term dataset, part;
  const bool *broken; /* by term: a node that breaks the application profile; NULL: not known */
};

struct metric {
  const char *name; /* as dcatno-mqa calls it */
  enum dimension dimension;
  int points;
  enum answer (*judge)(const struct scoring *s, const char *property);
  const char *property;
};

/* --- the metrics --- */

static enum answer on_dataset(const struct scoring *s, const char *property)
{
  return sv_count_of(s->j->g, s->dataset, property) ? YES : NO;
}

static enum answer on_part(const struct scoring *s, const char *property)
{
  return s->part && sv_count_of(s->j->g, s->part, property) ? YES : NO;
}

static enum answer on_either(const struct scoring *s, const char *property)
{
  return on_dataset(s, property) == YES ? YES : on_part(s, property);
}

/* Whether the address answers; only hosts of the target are asked. */
static enum answer answers(const struct scoring *s, const char *property)
{
  size_t n = 0;
  const struct sv_triple *values = s->part ? sv_values_of(s->j->g, s->part, property, &n) : NULL;
  const char *url = n ? sv_iri_of(s->j->g, values->o) : NULL;
  if (!url)
    return NO;
  if (!sv_is_own_url(s->j->ctx, url))
    return UNKNOWN;
  const struct sv_response *r = sv_judging_ask(s->j, url, SV_ASK_BEGIN);
  if (!r)
    return UNKNOWN;
  return r->status >= 200 && r->status < 400 ? YES : NO;
}

static enum answer is_code(struct sv_judging *j, sv_term node, const char *property,
                           const char *vocabulary)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, vocabulary);
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, property, &n);
  const char *iri = n ? sv_iri_of(j->g, values->o) : NULL;
  return list && iri && sv_vocabulary_find(list, iri) ? YES : NO;
}

static enum answer format_is_code(const struct scoring *s, const char *property)
{
  (void)property;
  if (!s->part)
    return NO;
  const bool format = is_code(s->j, s->part, DCT "format", "eu-file-type") == YES;
  const char *media = sv_distribution_media(s->j->g, s->part);
  const struct sv_vocabulary *list = sv_code_list(s->j->ctx, "iana-media-type");
  return format || (media && list && sv_vocabulary_find_code(list, media)) ? YES : NO;
}

static const struct sv_file_type *type_of(const struct scoring *s)
{
  return s->part ? sv_file_type_find(sv_distribution_format(s->j, s->part)) : NULL;
}

static enum answer is_open(const struct scoring *s, const char *property)
{
  (void)property;
  const struct sv_file_type *type = type_of(s);
  return type && type->open ? YES : NO;
}

static enum answer is_for_machines(const struct scoring *s, const char *property)
{
  (void)property;
  const struct sv_file_type *type = type_of(s);
  return type && type->machine ? YES : NO;
}

static enum answer complies(const struct scoring *s, const char *property)
{
  (void)property;
  if (!s->broken)
    return UNKNOWN;
  return s->broken[sv_term_index(s->dataset)] || (s->part && s->broken[sv_term_index(s->part)])
             ? NO
             : YES;
}

/* The file, when it may be asked for: its beginning and what it looks like. */
static const struct sv_response *fetch(const struct scoring *s, enum sv_looks *looks)
{
  static const char *const properties[] = { DCAT "downloadURL", DCAT "accessURL" };
  const char *url = NULL;
  for (size_t i = 0; s->part && i < 2 && !url; i++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(s->j->g, s->part, properties[i], &n);
    url = n ? sv_iri_of(s->j->g, values->o) : NULL;
  }
  if (!url || !sv_is_own_url(s->j->ctx, url))
    return NULL;
  const struct sv_response *r = sv_judging_ask(s->j, url, SV_ASK_BEGIN);
  if (!r || r->status < 200 || r->status >= 300)
    return NULL;
  *looks = sv_sniff(r->body, r->body_size);
  return r;
}

static enum answer looks_right(const struct scoring *s, const char *property)
{
  (void)property;
  enum sv_looks looks;
  const struct sv_file_type *type = type_of(s);
  if (!type)
    return NO;
  if (!fetch(s, &looks))
    return UNKNOWN;
  return sv_file_type_fits(type, looks) ? YES : NO;
}

static enum answer reads_right(const struct scoring *s, const char *property)
{
  (void)property;
  enum sv_looks looks;
  const struct sv_response *r = type_of(s) ? fetch(s, &looks) : NULL;
  if (!type_of(s))
    return NO;
  if (!r || !sv_is_whole(r))
    return UNKNOWN;
  return sv_data_syntax(looks, r->body, r->body_size, NULL) == SV_OK ? YES : NO;
}

static enum answer licence_is_known(const struct scoring *s, const char *property)
{
  if (!s->part)
    return NO;
  return is_code(s->j, s->part, property, "eu-licence") == YES
             ? YES
             : is_code(s->j, s->part, property, "no-open-licence-uri");
}

static enum answer right_is_code(const struct scoring *s, const char *property)
{
  return is_code(s->j, s->dataset, property, "eu-access-right");
}

static const struct metric metrics[] = {
  { "keywordAvailability", FINDABILITY, 30, on_dataset, DCAT "keyword" },
  { "categoryAvailability", FINDABILITY, 30, on_dataset, DCAT "theme" },
  { "spatialAvailability", FINDABILITY, 20, on_dataset, DCT "spatial" },
  { "temporalAvailability", FINDABILITY, 20, on_dataset, DCT "temporal" },
  { "accessUrlStatusCode", ACCESSIBILITY, 50, answers, DCAT "accessURL" },
  { "downloadUrlAvailability", ACCESSIBILITY, 20, on_part, DCAT "downloadURL" },
  { "downloadUrlStatusCode", ACCESSIBILITY, 30, answers, DCAT "downloadURL" },
  { "formatAvailability", INTEROPERABILITY, 20, on_part, DCT "format" },
  { "mediaTypeAvailability", INTEROPERABILITY, 10, on_part, DCAT "mediaType" },
  { "formatMediaTypeVocabularyAlignment", INTEROPERABILITY, 10, format_is_code, NULL },
  { "formatMediaTypeNonProprietary", INTEROPERABILITY, 20, is_open, NULL },
  { "formatMediaTypeMachineInterpretable", INTEROPERABILITY, 20, is_for_machines, NULL },
  { "dcatApCompliance", INTEROPERABILITY, 30, complies, NULL },
  { "formatMatch", INTEROPERABILITY, 15, looks_right, NULL },
  { "syntaxValid", INTEROPERABILITY, 15, reads_right, NULL },
  { "licenseAvailability", REUSABILITY, 20, on_part, DCT "license" },
  { "knownLicense", REUSABILITY, 10, licence_is_known, DCT "license" },
  { "accessRightsAvailability", REUSABILITY, 10, on_dataset, DCT "accessRights" },
  { "accessRightsVocabularyAlignment", REUSABILITY, 5, right_is_code, DCT "accessRights" },
  { "contactPointAvailability", REUSABILITY, 20, on_dataset, DCAT "contactPoint" },
  { "publisherAvailability", REUSABILITY, 10, on_dataset, DCT "publisher" },
  { "rightsAvailability", CONTEXTUALITY, 5, on_either, DCT "rights" },
  { "byteSizeAvailability", CONTEXTUALITY, 5, on_part, DCAT "byteSize" },
  { "dateIssuedAvailability", CONTEXTUALITY, 5, on_either, DCT "issued" },
  { "dateModifiedAvailability", CONTEXTUALITY, 5, on_either, DCT "modified" },
};

enum { METRICS = sizeof metrics / sizeof metrics[0], FACTS_MAX = 100 };

/* --- scoring --- */

struct score {
  int points[DIMENSIONS], unknown[DIMENSIONS], most[DIMENSIONS];
  int sum, open, total; /* OPEN: points of what is not known */
};

static struct score score(const struct scoring *s)
{
  struct score x = { 0 };
  for (size_t i = 0; i < METRICS; i++) {
    const struct metric *m = &metrics[i];
    const enum answer answer = m->judge(s, m->property);
    x.points[m->dimension] += answer == YES ? m->points : 0;
    x.unknown[m->dimension] += answer == UNKNOWN ? m->points : 0;
    x.most[m->dimension] += m->points;
    x.sum += answer == YES ? m->points : 0;
    x.open += answer == UNKNOWN ? m->points : 0;
    x.total += m->points;
  }
  return x;
}

static struct score best_score(struct scoring *s)
{
  size_t n;
  const struct sv_triple *parts = sv_values_of(s->j->g, s->dataset, DCAT "distribution", &n);
  s->part = n ? parts[0].o : 0;
  struct score best = score(s);
  for (size_t i = 1; i < n; i++) {
    s->part = parts[i].o;
    const struct score next = score(s);
    if (next.sum > best.sum)
      best = next;
  }
  return best;
}

/* The level of POINTS of TOTAL in the words of the national catalogue. */
static const char *level(int points, int total)
{
  if (points * 4 >= total * 3)
    return N_("excellent");
  if (points * 2 >= total)
    return N_("good");
  return points * 4 >= total ? N_("sufficient") : N_("poor");
}

static json_t *args_of(const struct score *x)
{
  json_t *args = json_pack("{s:i,s:i}", "points", x->sum, "total", x->total);
  for (size_t i = 0; args && i < DIMENSIONS; i++)
    (void)json_object_set_new(args, dimension_names[i],
                              json_sprintf("%d/%d", x->points[i], x->most[i]));
  return args;
}

static void tell(struct sv_judging *j, sv_term dataset, const struct score *x)
{
  const char *iri = sv_iri_of(j->g, dataset);
  char *value = j->ctx->sv->format(j->ctx, "%d/%d", x->sum, x->total);
  for (size_t i = 0; i < DIMENSIONS; i++)
    value = j->ctx->sv->format(j->ctx, "%s, %s %d/%d", value, dimension_names[i], x->points[i],
                               x->most[i]);
  sv_tell(j->ctx, .subject = iri ? iri : "dataset", .predicate = "metadata-quality", .value = value,
          .where = { .url = j->d->artifact->url, .focus_node = iri },
          .evidence = j->d->artifact->evidence);
}

static void judge_dataset(struct sv_judging *j, sv_term node)
{
  struct scoring s = { .j = j, .dataset = node, .broken = j->own };
  const size_t told = j->looked_at++;
  const struct score x = best_score(&s);
  if (told < FACTS_MAX)
    tell(j, node, &x);
  if (x.sum * 2 >= x.total)
    return;
  const bool is_open = (x.sum + x.open) * 2 >= x.total;
  json_t *args = args_of(&x);
  sv_judging_find(
      j, (struct sv_node_fault){ .outcome = is_open ? SV_CANT_TELL : SV_FAILED,
                                 .attribution = is_open ? SV_CONFIGURATION : SV_TARGET,
                                 .node = node,
                                 .message = is_open ? N_("The metadata gets {points} of {total} "
                                                         "points, and what could not be "
                                                         "asked decides whether that is good: "
                                                         "findability {findability}, "
                                                         "accessibility {accessibility}, "
                                                         "interoperability {interoperability}, "
                                                         "reusability {reusability}, contextuality "
                                                         "{contextuality}.")
                                                    : N_("The metadata gets {points} of {total} "
                                                         "points: findability "
                                                         "{findability}, accessibility "
                                                         "{accessibility}, interoperability "
                                                         "{interoperability}, reusability "
                                                         "{reusability}, contextuality "
                                                         "{contextuality}."),
                                 .args = args,
                                 .expected = N_("good"),
                                 .actual = level(x.sum, x.total),
                                 .hint = N_("Begin where most points are missing; the national "
                                            "catalogue explains each "
                                            "metric.") });
  json_decref(args);
}

enum sv_outcome sv_org_metadata_quality(struct sv_ctx *ctx)
{
  static const char *const datasets[] = { DCAT "Dataset", NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  j.own = sv_shapes_broken(ctx, j.d);
  sv_judging_nodes(&j, datasets, judge_dataset);
  j.unasked = 0; /* what was not asked has been weighed */
  return sv_judging_end(&j);
}
