// SPDX-License-Identifier: Apache-2.0
/* The licence that the catalogue states for an API, and the one in the API's own description. */
#include "plugins/describe/api.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/legal/legal.h"

#include <string.h>

#define EU_LICENCE "http://publications.europa.eu/resource/authority/licence/"

enum { CODE_MAX = 80 };

/* The EU code that an address stands for: one of the list, or one of the older addresses. */
static const char *code_of_address(struct sv_ctx *ctx, const char *address)
{
  const struct sv_vocabulary *eu = sv_code_list(ctx, "eu-licence");
  const struct sv_code *code = eu ? sv_vocabulary_find(eu, address) : NULL;
  const struct sv_code *older = code ? NULL : sv_legal_older_address(ctx, address);
  return code ? code->code : older ? older->extra : NULL;
}

/* The EU code of an SPDX identifier: "CC-BY-4.0" is CC_BY_4_0 there. */
static const char *code_of_identifier(struct sv_ctx *ctx, const char *identifier)
{
  const struct sv_vocabulary *eu = sv_code_list(ctx, "eu-licence");
  char code[CODE_MAX] = "";
  const size_t size = strlen(identifier);
  if (strcmp(identifier, "CC0-1.0") == 0)
    return "CC0";
  for (size_t i = 0; i < size && size < sizeof code; i++)
    code[i] = identifier[i] == '-' || identifier[i] == '.' ? '_' : identifier[i];
  const struct sv_code *found = eu ? sv_vocabulary_find_code(eu, code) : NULL;
  return found ? found->code : NULL;
}

static void compare(struct sv_judging *j, sv_term service, const struct sv_api *api)
{
  const char *url = sv_api_text(j->ctx, api, sv_api_at(api, "/info/license/url"));
  const char *identifier = sv_api_text(j->ctx, api, sv_api_at(api, "/info/license/identifier"));
  const char *theirs =
      url[0] ? code_of_address(j->ctx, url) : code_of_identifier(j->ctx, identifier);
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, service, DCT "license", &n);
  const char *iri = n == 1 ? sv_iri_of(j->g, values->o) : NULL;
  const char *ours = iri ? code_of_address(j->ctx, iri) : NULL;
  if (!theirs || !ours)
    return; /* a licence that is not known is another check's business */
  j->looked_at++;
  if (strcmp(ours, theirs) != 0)
    sv_judging_find_value(
        j, values, DCT "license",
        (struct sv_node_fault){ .message = N_("The catalogue states another licence for the API "
                                              "than its own description."),
                                .expected = j->ctx->sv->format(j->ctx, EU_LICENCE "%s", theirs),
                                .hint = N_("Let one source give the licence to both.") });
}

enum sv_outcome sv_legal_licences_agree(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  struct sv_api api;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  for (size_t i = 0; sv_api_nth(ctx, i, &api); i++) {
    const sv_term service = api.doc ? sv_api_service(ctx, j.g, &api) : 0;
    if (service)
      compare(&j, service, &api);
    sv_api_free(&api);
  }
  return sv_judging_end(&j);
}
