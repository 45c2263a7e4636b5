// SPDX-License-Identifier: Apache-2.0
/* Organisations held against a register of units, where the profile or the target names one. */
#include "plugins/organisational/organisational.h"

#include "engines/base/idnumber.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#include <samsvar/helpers.h>
#include <string.h>

enum { ASKED_MAX = 10 };

/* The address of the register, "https://data.brreg.no/enhetsregisteret/api"; NULL: none is named.
 */
static const char *register_url(struct sv_ctx *ctx)
{
  const json_t *samples = json_object_get(ctx->sv->target(ctx), "samples");
  const char *url = json_string_value(ctx->sv->param(ctx, "organisation-register"));
  return url ? url : json_string_value(json_object_get(samples, "organisation-register"));
}

static const struct sv_response *ask(struct sv_ctx *ctx, const char *kind, const char *number)
{
  static const char *const accept[] = { "Accept: application/json", NULL };
  return sv_http(ctx, .url = ctx->sv->format(ctx, "%s/%s/%.9s", register_url(ctx), kind, number),
                 .headers = accept, .credential = "", .follow = 2);
}

/* What the register says against the unit in R, as a msgid; NULL: nothing. */
static const char *judge_unit(const json_t *unit)
{
  if (json_object_get(unit, "slettedato"))
    return N_("The organisation {number} is deleted from the register.");
  return json_is_true(json_object_get(unit, "konkurs")) ? N_("The organisation {number} is "
                                                             "bankrupt, says the register.")
                                                        : NULL;
}

static void find(struct sv_judging *j, const struct sv_triple *t, const char *number,
                 enum sv_outcome outcome, const char *message, const struct sv_response *r)
{
  json_t *args = json_pack("{s:s%}", "number", number, (size_t)9);
  sv_judging_find_value(
      j, t, sv_graph_text(j->g, t->p, NULL),
      (struct sv_node_fault){
          .outcome = outcome,
          .attribution = outcome == SV_CANT_TELL ? SV_DEPENDENCY : SV_TARGET,
          .message = message,
          .args = args,
          .actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : ""),
          .hint = outcome == SV_CANT_TELL ? N_("Run again later, or look the number up by hand.")
                                          : N_("Name the organisation that answers today, by its "
                                               "number in Enhetsregisteret.") });
  json_decref(args);
}

static void judge_registered(struct sv_judging *j, const struct sv_triple *t)
{
  const char *iri = sv_iri_of(j->g, t->o);
  const char *number = iri ? sv_org_number_tail(iri) : NULL;
  if (!number || !sv_orgnr_valid(number) || !sv_is_first_of(j->g, t))
    return;
  if (j->asked == ASKED_MAX) {
    j->unasked++;
    return;
  }
  j->asked++;
  const struct sv_response *r = ask(j->ctx, "enheter", number);
  if (!r->error && r->status == 404)
    r = ask(j->ctx, "underenheter", number);
  json_t *unit = !r->error && r->status == 200 && !r->marks
                     ? json_loadb(r->body, r->body_size, 0, NULL)
                     : NULL;
  const bool gone = sv_is_gone(r);
  if (!gone && !json_is_object(unit)) {
    find(j, t, number, SV_CANT_TELL,
         N_("The register gave no answer about the organisation {number}."), r);
  } else {
    const char *message =
        gone ? N_("The register has no organisation with the number {number}.") : judge_unit(unit);
    j->looked_at++;
    if (message)
      find(j, t, number, SV_FAILED, message, r);
  }
  json_decref(unit);
}

enum sv_outcome sv_org_registered(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "publisher", CV "hasCompetentAuthority",
                                            CV "ownedBy", NULL };
  if (!register_url(ctx))
    return SV_INAPPLICABLE;
  return sv_judge_values(ctx, properties, judge_registered, NULL);
}
