// SPDX-License-Identifier: Apache-2.0
/* Codes that belong together, and codes that are in force: Los beside the EU theme, format beside
 * media type, withdrawn codes, and forms that any program can read. */
#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

#define THEME DCAT "theme"
#define LOS "psi.norge.no/los/"

static const char *const datasets[] = { DCAT "Dataset", NULL };
static const char *const parts[] = { DCAT "Distribution", NULL };

/* --- Los --- */

static void judge_los_theme(struct sv_judging *j, const struct sv_triple *t, bool *has)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "los");
  const char *iri = sv_iri_of(j->g, t->o);
  const char *at = iri ? strstr(iri, LOS) : NULL;
  const struct sv_code *meant = NULL;
  if (!list || !at)
    return;
  *has = true;
  const enum sv_code_answer answer = sv_vocabulary_judge(list, iri, &meant);
  if (answer == SV_CODE_KNOWN || answer == SV_CODE_UNSURE)
    return;
  sv_judging_find_value(
      j, t, THEME,
      (struct sv_node_fault){ .message = meant ? N_("The Los theme is spelt otherwise than in Los.")
                                               : N_("Los does not have the theme."),
                              .expected =
                                  meant ? meant->iri : "https://" LOS "tema/, https://" LOS "ord/",
                              .hint = N_("Choose a theme or word of Los, and use its address with "
                                         "https.") });
}

static void judge_los(struct sv_judging *j, sv_term node)
{
  size_t n;
  bool has = false;
  const struct sv_triple *values = sv_values_of(j->g, node, THEME, &n);
  j->looked_at++;
  for (size_t i = 0; i < n; i++)
    judge_los_theme(j, &values[i], &has);
  if (!has)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = THEME,
                                               .message = N_("The data set has no Los theme beside "
                                                             "the EU's."),
                                               .expected = "https://" LOS "tema/, https://" LOS "or"
                                                           "d"
                                                           "/",
                                               .hint = N_("Add the Los theme under which people "
                                                          "look for it.") });
}

enum sv_outcome sv_sem_los(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_los, NULL);
}

/* --- format and media type --- */

/* Whether NAME is one of the words of LIST. */
static bool is_among(const char *list, const char *name)
{
  const size_t n = strlen(name);
  while (*list) {
    const size_t size = strcspn(list, " ");
    if (size == n && sv_equal_nocase_n(list, size, name))
      return true;
    list += size + (list[size] == ' ');
  }
  return false;
}

static void judge_pair(struct sv_judging *j, sv_term node)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-file-type");
  const char *format = sv_distribution_format(j, node);
  const char *media = sv_distribution_media(j->g, node);
  const struct sv_code *code = format && list ? sv_vocabulary_find_code(list, format) : NULL;
  size_t n;
  if (!code || !media || !code->extra[0])
    return;
  j->looked_at++;
  if (!is_among(code->extra, media))
    sv_judging_find_value(j, sv_values_of(j->g, node, DCAT "mediaType", &n), DCAT "mediaType",
                          (struct sv_node_fault){ .message = N_("The media type is none of those "
                                                                "that the format "
                                                                "has."),
                                                  .expected = code->extra,
                                                  .actual = media,
                                                  .hint = N_("Correct dct:format or "
                                                             "dcat:mediaType: they tell of the "
                                                             "same file.") });
}

enum sv_outcome sv_sem_format_media(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, parts, judge_pair, NULL);
}

/* --- codes in force --- */

static const char *const lists[] = { "eu-licence",    "eu-distribution-status", "eu-concept-status",
                                     "eu-file-type",  "eu-frequency",           "eu-access-right",
                                     "eu-data-theme", "eu-dataset-type",        "no-api-status" };

enum { LISTS = sizeof lists / sizeof lists[0], DAYS_OLD = 365 };

/* A code list older than the profile allows says nothing certain of what is in force. */
static void judge_age(struct sv_judging *j, const struct sv_vocabulary *list)
{
  const json_t *most = j->ctx->sv->param(j->ctx, "code-list-days");
  const int64_t days = json_is_integer(most) ? json_integer_value(most) : DAYS_OLD;
  int64_t taken;
  if (!sv_date_parse(list->taken, strlen(list->taken), &taken) ||
      j->ctx->sv->now(j->ctx) / 86400 - taken <= days)
    return;
  json_t *args = json_pack("{s:s,s:s}", "list", list->id, "date", list->taken);
  j->unknown++;
  sv_find(j->ctx, .outcome = SV_CANT_TELL, .attribution = SV_TOOL,
          .message = N_("The copy of the code list {list} is from {date}, which is too long ago."),
          .args = args, .where.text = list->id, .evidence = j->d->artifact->evidence,
          .hint = N_("Bring the code lists up to date, or raise the parameter code-list-days."));
  json_decref(args);
}

static void judge_list(struct sv_judging *j, const struct sv_vocabulary *list)
{
  size_t used = 0;
  for (size_t i = 0; i < list->count; i++) {
    const struct sv_code *code = &list->codes[i];
    const sv_term term = code->iri[0] ? sv_graph_find_iris(j->g, code->iri) : 0;
    size_t n = 0;
    const uint32_t *at = term ? sv_graph_incoming(j->g, term, &n) : NULL;
    used += n;
    for (size_t k = 0; k < n && strstr(code->extra, "deprecated"); k++) {
      const struct sv_triple *t = &sv_graph_triples(j->g)[at[k]];
      sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                            (struct sv_node_fault){ .message = N_("The code has been withdrawn "
                                                                  "from its list."),
                                                    .expected = j->ctx->sv->format(
                                                        j->ctx, "%s (%s)", list->id, list->version),
                                                    .hint = N_("Use the code that took its "
                                                               "place.") });
    }
  }
  if (used == 0)
    return;
  j->looked_at += used;
  judge_age(j, list);
  sv_tell(j->ctx, .subject = "code-list", .predicate = list->id,
          .value = j->ctx->sv->format(j->ctx, "%s, %s", list->version, list->taken),
          .where.url = j->d->artifact->url, .evidence = j->d->artifact->evidence);
}

enum sv_outcome sv_sem_codes_in_force(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  for (size_t i = 0; i < LISTS; i++) {
    const struct sv_vocabulary *list = sv_code_list(ctx, lists[i]);
    if (list)
      judge_list(&j, list);
  }
  return sv_judging_end(&j);
}

/* --- forms that are open --- */

static void judge_open_form(struct sv_judging *j, sv_term node)
{
  static const char *const messages[] = {
    [SV_FORM_UNSTATED] = N_("No distribution of the data set says which format it has."),
    [SV_FORM_FOR_PEOPLE] = N_("The data set comes in no format that programs can read."),
    [SV_FORM_CLOSED] = N_("The data set comes only in formats that belong to somebody."),
  };
  const enum sv_dataset_form form = sv_dataset_form(j, node);
  if (form == SV_FORM_NONE)
    return;
  j->looked_at++;
  if (form != SV_FORM_OPEN)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = DCAT "distribution",
                                               .message = messages[form],
                                               .expected = "CSV, JSON, XML, RDF, GML, ODS …",
                                               .hint = N_("Offer the data also in an open format "
                                                          "that programs read, "
                                                          "and say so in dct:format.") });
}

enum sv_outcome sv_sem_open_form(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_open_form, NULL);
}
