// SPDX-License-Identifier: Apache-2.0
/* Which serialisation is sent, and what is said about it. */
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"
#include "engines/rdf/accept.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

static const char *const rdf_types[] = { "text/turtle", "application/ld+json",
                                         "application/rdf+xml", "application/n-triples" };

/* The RDF syntax that BODY begins as, by what only that syntax can begin with; NULL: not to be
 * told. */
static const char *sniff(const char *body, size_t size)
{
  const char *p = body;
  const char *const end = body + size;
  while (p < end && (sv_is_space((unsigned char)*p) || (unsigned char)*p >= 0x80))
    p++;
  if (p == end)
    return NULL;
  if (*p == '{' || *p == '[')
    return memmem(p, (size_t)(end - p), "\"@", 2) ? "application/ld+json" : NULL;
  if (*p == '<' && (sv_starts_with(p, "<?xml") ||
                    memmem(p, (size_t)(end - p < 512 ? end - p : 512), "rdf:RDF", 7)))
    return memmem(p, (size_t)(end - p), "http://www.w3.org/1999/02/22-rdf-syntax-ns#", 43)
               ? "application/rdf+xml"
               : NULL;
  const bool turtle = *p == '@' || *p == '#' || (size_t)(end - p) > 6;
  if (turtle && (strncasecmp(p, "@prefix", 7) == 0 || strncasecmp(p, "prefix", 6) == 0 ||
                 memmem(p, (size_t)(end - p), "@prefix", 7)))
    return "text/turtle";
  return NULL;
}

enum sv_outcome sv_sem_media_type(struct sv_ctx *ctx)
{
  static const char *const accept[] = { SV_RDF_ACCEPT, NULL };
  const struct sv_response *r = sv_http(ctx, .headers = accept, .follow = 5);
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *found = r->status == 200 ? sniff(r->body, r->body_size) : NULL;
  if (!found)
    return SV_INAPPLICABLE;
  const char *type = sv_header(r, "Content-Type");
  if (sv_content_type_is(type, found))
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("Content-Type does not name the serialisation that is sent."),
          .where = { .url = r->url, .header = "Content-Type" }, .expected = found,
          .actual = type ? type : "", .evidence = r->evidence,
          .hint = N_("Send the media type of the syntax; harvesters choose their parser by it."));
  return SV_FAILED;
}

enum sv_outcome sv_sem_unacceptable(struct sv_ctx *ctx)
{
  const struct sv_response *r =
      sv_http(ctx, .follow = 5,
              .headers = (const char *const[]){ "Accept: application/x-nonexistent", NULL });
  if (r->error)
    return sv_no_answer(ctx, r);
  enum sv_outcome outcome;
  if (r->status < 500 && sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->status == 406)
    return SV_PASSED;
  if (sv_is_gone(r)) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
            .message = N_("There is nothing at the address, so its media types were not tried."),
            .where.url = r->url, .actual = ctx->sv->format(ctx, "%d", r->status),
            .evidence = r->evidence,
            .hint = N_("Correct the address in the target file, or publish the description "
                       "there."));
    return SV_CANT_TELL;
  }
  const char *type = sv_header(r, "Content-Type");
  bool rdf = false;
  struct sv_media_type m;
  if (type && sv_media_type_parse(type, strlen(type), &m) == SV_OK)
    for (size_t i = 0; i < sizeof rdf_types / sizeof rdf_types[0]; i++)
      rdf = rdf || sv_media_type_is(&m, rdf_types[i]);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("A media type that cannot be had was not answered with 406."),
          .where = { .url = r->url, .header = "Accept" }, .expected = "406",
          .actual = ctx->sv->format(ctx, "%d %s", r->status, rdf ? type : ""),
          .evidence = r->evidence,
          .hint = N_("Answer 406 and list what can be had, so that a client notices its mistake."));
  return SV_FAILED;
}
