// SPDX-License-Identifier: Apache-2.0
/* Codes that have the address of their list and must be in it: what shapes can only tell the form
 * of. */
#include "engines/base/ascii.h"
#include "plugins/describe/distribution.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

/* Values of PROPERTY below the address of LIST. */
struct coded {
  const char *property, *list;
};

static void judge_code(struct sv_judging *j, const struct sv_triple *t)
{
  const struct coded *c = j->own;
  const struct sv_vocabulary *list = sv_code_list(j->ctx, c->list);
  const char *iri = sv_iri_of(j->g, t->o);
  const size_t n = list ? strlen(list->scheme) : 0;
  if (!iri || n == 0 || strncmp(iri, list->scheme, n) != 0)
    return; /* the form of others is judged by the shapes */
  j->looked_at++;
  if (!sv_check_code(j->ctx, j->d, t, c->property, list,
                     N_("Choose a code that the list has; samsvar list vocabularies tells which "
                        "lists there are.")))
    j->faults++;
}

static enum sv_outcome judge_codes(struct sv_ctx *ctx, const struct coded *c)
{
  const char *const properties[] = { c->property, NULL };
  struct coded own = *c;
  return sv_judge_values(ctx, properties, judge_code, &own);
}

enum sv_outcome sv_sem_062(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-062", SV_SHACL_VIOLATION),
                 judge_codes(ctx, &(struct coded){ DCT "format", "eu-file-type" }));
}

enum sv_outcome sv_sem_064(struct sv_ctx *ctx)
{
  const struct coded compress = { DCAT "compressFormat", "eu-file-type" };
  const struct coded package = { DCAT "packageFormat", "eu-file-type" };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-064", SV_SHACL_INFO),
                 sv_both(judge_codes(ctx, &compress), judge_codes(ctx, &package)));
}

enum sv_outcome sv_sem_066(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-066", SV_SHACL_INFO),
                 judge_codes(ctx, &(struct coded){ DCT "type", "eu-dataset-type" }));
}

/* --- media types --- */

enum registered { REGISTERED, PRIVATE, UNREGISTERED, UNSURE };

/* Upper and lower case are one in media types (RFC 6838 4.2). */
static bool is_listed(const struct sv_vocabulary *list, const char *media)
{
  for (size_t i = 0; i < list->count; i++)
    if (sv_equal_nocase_n(media, strlen(media), list->codes[i].code))
      return true;
  return false;
}

/* Whether IANA has MEDIA. A list in place of ours that is not whole says nothing of what it lacks.
 */
static enum registered is_registered(const struct sv_vocabulary *list, const char *media)
{
  const char *slash = strchr(media, '/');
  const char *name = slash ? slash + 1 : "";
  if (is_listed(list, media))
    return REGISTERED;
  if (strncmp(name, "x-", 2) == 0 || strncmp(name, "x.", 2) == 0 || strncmp(name, "vnd.", 4) == 0)
    return PRIVATE;
  return list->complete ? UNREGISTERED : UNSURE;
}

static void say_unsure(struct sv_judging *j, sv_term node, const char *media)
{
  size_t n;
  sv_judging_find_value(j, sv_values_of(j->g, node, DCAT "mediaType", &n), DCAT "mediaType",
                        (struct sv_node_fault){ .outcome = SV_CANT_TELL,
                                                .message = N_("The list of media types at hand is "
                                                              "not whole, and does not have this "
                                                              "one."),
                                                .actual = media,
                                                .hint = N_("Look it up at IANA, or take in a whole "
                                                           "list with samsvar update "
                                                           "vocabularies.") });
}

static void judge_media(struct sv_judging *j, sv_term node)
{
  const enum registered *wrong = j->own;
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "iana-media-type");
  const char *media = sv_distribution_media(j->g, node);
  size_t n;
  if (!media || !list || !strchr(media, '/'))
    return;
  j->looked_at++;
  const enum registered what = is_registered(list, media);
  if (what == UNSURE && *wrong == UNREGISTERED)
    say_unsure(j, node, media);
  if (what != *wrong)
    return;
  sv_judging_find_value(j, sv_values_of(j->g, node, DCAT "mediaType", &n), DCAT "mediaType",
                        (struct sv_node_fault){ .message = *wrong == PRIVATE ? N_("IANA has not "
                                                                                  "registered this "
                                                                                  "media "
                                                                                  "type, whose "
                                                                                  "name is of a "
                                                                                  "private "
                                                                                  "kind.")
                                                                             : N_("IANA has no "
                                                                                  "such media "
                                                                                  "type."),
                                                .expected = "https://www.iana.org/assignments/"
                                                            "media-types/",
                                                .actual = media,
                                                .hint = N_("Choose a registered type; if there is "
                                                           "none, "
                                                           "application/octet-stream says that "
                                                           "nobody knows the form.") });
}

static enum sv_outcome judge_media_types(struct sv_ctx *ctx, enum registered wrong)
{
  static const char *const parts[] = { DCAT "Distribution", NULL };
  return sv_judge_nodes(ctx, parts, judge_media, &wrong);
}

enum sv_outcome sv_sem_063(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-063", SV_SHACL_VIOLATION),
                 judge_media_types(ctx, UNREGISTERED));
}

enum sv_outcome sv_sem_media_registered(struct sv_ctx *ctx)
{
  return judge_media_types(ctx, PRIVATE);
}
