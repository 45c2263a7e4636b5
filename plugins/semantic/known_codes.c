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

enum registered { REGISTERED, PRIVATE, UNREGISTERED };

/* Whether IANA has MEDIA. The copy of its list has every type of application/; of the other trees
 * it is taken that a name without x- or vnd. is registered. */
static enum registered is_registered(const struct sv_vocabulary *list, const char *media)
{
  static const char *const trees[] = { "audio", "font",  "haptics",   "image", "message",
                                       "model", "video", "multipart", "text" };
  const char *slash = strchr(media, '/');
  const char *name = slash ? slash + 1 : "";
  const size_t n = slash ? (size_t)(slash - media) : 0;
  if (sv_vocabulary_find_code(list, media))
    return REGISTERED;
  if (strncmp(name, "x-", 2) == 0 || strncmp(name, "x.", 2) == 0 || strncmp(name, "vnd.", 4) == 0)
    return PRIVATE;
  for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++)
    if (strlen(trees[i]) == n && strncmp(trees[i], media, n) == 0)
      return REGISTERED;
  return UNREGISTERED;
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
  if (is_registered(list, media) != *wrong)
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
