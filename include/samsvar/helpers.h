// SPDX-License-Identifier: Apache-2.0
/* Conveniences for plugin authors, compiled into the plugin; no part of the ABI. */
#ifndef SAMSVAR_HELPERS_H
#define SAMSVAR_HELPERS_H

#include <samsvar/plugin.h>

#include <string.h>
#include <strings.h>

/* The value of the first header NAME, without the white space around it, or NULL. Borrowed from R. */
static inline const char *sv_header(const struct sv_response *r, const char *name)
{
  const size_t n = strlen(name);
  for (const char *const *h = r->headers; h && *h; h++) {
    if (strncasecmp(*h, name, n) == 0 && (*h)[n] == ':') {
      const char *value = *h + n + 1;
      while (*value == ' ' || *value == '\t')
        value++;
      return value;
    }
  }
  return NULL;
}

/* How often header NAME stands in R. */
static inline size_t sv_header_count(const struct sv_response *r, const char *name)
{
  const size_t n = strlen(name);
  size_t count = 0;
  for (const char *const *h = r->headers; h && *h; h++)
    if (strncasecmp(*h, name, n) == 0 && (*h)[n] == ':')
      count++;
  return count;
}

/* Whether nothing is at the address: 404, or 410 where that is known to last (RFC 9110 15.5.5 and 15.5.11). */
static inline int sv_is_gone(const struct sv_response *r)
{
  return !r->error && (r->status == 404 || r->status == 410);
}

/* SV_CANT_TELL, after a finding that says why R is no answer. Who it is about follows from the error. */
static inline enum sv_outcome sv_no_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  static const struct {
    const char *error;
    enum sv_attribution attribution;
  } table[] = {
    { "credential", SV_CREDENTIALS }, { "unsafe-method", SV_CONFIGURATION }, { "address-refused", SV_CONFIGURATION },
    { "budget", SV_CONFIGURATION },   { "limit", SV_TOOL },                  { "not-recorded", SV_TOOL },
    { "http", SV_TARGET },            { "retry-after", SV_TARGET },          { "lost", SV_TOOL },
    { "refused", SV_TARGET },
  };
  /* A document that was handed over as a file has no address to ask. */
  if (r->error && strcmp(r->error, "address-refused") == 0 && !json_object_get(ctx->sv->endpoint(ctx), "url") &&
      json_object_get(ctx->sv->endpoint(ctx), "kind"))
    return SV_INAPPLICABLE;
  enum sv_attribution who = SV_NETWORK;
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (r->error && strcmp(r->error, table[i].error) == 0)
      who = table[i].attribution;
  json_t *args = json_object();
  if (args)
    (void)json_object_set_new(args, "error", json_string(r->error ? r->error : ""));
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = who,
          .message = N_("There was no answer to judge ({error})."), .args = args, .where.url = r->url,
          .actual = r->detail, .evidence = r->evidence,
          .hint = N_("Run samsvar doctor: it tries name, connection and certificate one by one."));
  json_decref(args);
  return SV_CANT_TELL;
}

/* Whether R says nothing about what was asked: no answer at all, sign-in wanted (401, 403), too many requests (429) or
 * a fault of the moment (5xx). Then *OUTCOME is SV_CANT_TELL and a finding says so. */
static inline int sv_is_no_verdict(struct sv_ctx *ctx, const struct sv_response *r, enum sv_outcome *outcome)
{
  const int signing_in = r->status == 401 || r->status == 403;
  if (!r->error && !signing_in && r->status != 429 && r->status < 500)
    return 0;
  *outcome = SV_CANT_TELL;
  if (r->error) {
    *outcome = sv_no_answer(ctx, r);
    return 1;
  }
  json_t *args = json_object();
  if (args)
    (void)json_object_set_new(args, "status", json_integer(r->status));
  sv_find(ctx, .outcome = SV_CANT_TELL,
          .attribution = signing_in ? SV_CREDENTIALS : r->status >= 500 ? SV_TARGET : SV_NETWORK,
          .message = N_("The answer was {status}, which says nothing about this requirement."), .args = args,
          .where.url = r->url, .evidence = r->evidence,
          .hint = signing_in ? N_("Name a credential for this endpoint in the target file.")
                             : N_("Try again when the service is well."));
  json_decref(args);
  return 1;
}

/* SV_CANT_TELL, after a finding that says why the page in R, which scripts fill, was not seen. */
static inline enum sv_outcome sv_no_content(struct sv_ctx *ctx, const struct sv_response *r)
{
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TOOL,
          .message = N_("The page is filled by a script in the reader's browser; samsvar runs no scripts, so what it "
                        "shows was not seen."),
          .where.url = r->url, .evidence = r->evidence,
          .hint = N_("Send the content in the HTML too, or look at this requirement by hand."));
  return SV_CANT_TELL;
}

#endif
