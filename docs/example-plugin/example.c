// SPDX-License-Identifier: Apache-2.0
/* A whole plugin: one check of one requirement. Copy the folder, change the names, and write your own. */
#include <samsvar/helpers.h>

static enum sv_outcome date(struct sv_ctx *ctx);

/* One row a check. The id is layer.family.name and never changes; the requirement is one of the catalogue
 * (samsvar list requirements); the kinds say which endpoints of a target the check looks at. */
static const struct sv_check checks[] = {
  { .id = "technical.example.date",
    .title = N_("Answers say when they were sent"),
    .requirements = "TEC-HTP-04",
    .kinds = "web api",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .run = date },
};

/* The first word is the name of the file: example.so. */
SV_PLUGIN(example, checks, .version = "1.0.0", .licence = "Apache-2.0", .summary = N_("An example"));

/* RFC 9110 6.6.1: an origin server with a clock sends Date in all 2xx, 3xx and 4xx responses. */
static enum sv_outcome date(struct sv_ctx *ctx)
{
  /* The endpoint's own address; the runner sends it, keeps it as evidence, and shares it with other checks. */
  const struct sv_response *r = sv_http(ctx, .url = NULL);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status >= 500)
    return SV_INAPPLICABLE;
  if (sv_header(r, "Date"))
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED, .message = N_("The answer does not say when it was sent."),
          .where.header = "Date", .where.url = r->url, .expected = N_("a Date field"),
          .evidence = r->evidence, .hint = N_("Turn on the Date field in the web server."));
  return SV_FAILED;
}
