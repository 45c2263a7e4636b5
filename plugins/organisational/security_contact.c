// SPDX-License-Identifier: Apache-2.0
/* Whom to tell of a security fault: security.txt (RFC 9116). */
#include "plugins/organisational/organisational.h"

#include "engines/base/uri.h"
#include "engines/http/media_type.h"
#include "engines/http/security_txt.h"
#include "plugins/describe/api.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum { YEAR_SECONDS = 366 * 24 * 3600 };

static const struct sv_response *fetch(struct sv_ctx *ctx)
{
  return sv_http(ctx, .url = "/.well-known/security.txt", .credential = "", .follow = 5);
}

/* Whether R is a file: what answers every address with a page or with {} has none. */
static bool is_there(const struct sv_response *r)
{
  return r->status == 200 && sv_security_txt_is_meant(r->body, r->body_size);
}

static const char *type_fault(const char *type)
{
  struct sv_media_type m;
  if (!type || sv_media_type_parse(type, strlen(type), &m) != SV_OK || !sv_media_type_is(&m, "text/plain"))
    return N_("security.txt is not served as text/plain.");
  const struct sv_param *charset = sv_params_find(&m.params, "charset");
  if (charset && !sv_param_is(charset, "utf-8"))
    return N_("security.txt is not served as UTF-8.");
  return NULL;
}

/* Whether the answer comes from the host that was asked. */
static bool is_at_home(const struct sv_response *r)
{
  const struct sv_response *asked = r;
  while (asked->redirected_from)
    asked = asked->redirected_from;
  const struct sv_uri a = sv_uri_split(asked->url ? asked->url : "", asked->url ? strlen(asked->url) : 0);
  const struct sv_uri b = sv_uri_split(r->url ? r->url : "", r->url ? strlen(r->url) : 0);
  return sv_span_equal_nocase(a.authority, b.authority);
}

enum sv_outcome sv_org_security_txt(struct sv_ctx *ctx)
{
  const struct sv_response *r = fetch(ctx);
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *type = sv_header(r, "Content-Type");
  const char *fault = !is_there(r) ? N_("There is no security.txt.") : type_fault(type);
  if (!fault && !is_at_home(r))
    fault = N_("security.txt is answered by another host.");
  if (!fault)
    return SV_PASSED;
  sv_find(ctx, .outcome = SV_FAILED, .message = fault, .where.url = r->url,
          .expected = N_("200 with Content-Type: text/plain; charset=utf-8"),
          .actual = ctx->sv->format(ctx, "%d %s", r->status, type ? type : ""), .evidence = r->evidence,
          .hint = N_("Publish /.well-known/security.txt with Contact and Expires, as RFC 9116 says."));
  return SV_FAILED;
}

static const char *contents_fault(const struct sv_security_txt *t, int64_t now, uint32_t *line)
{
  static const struct {
    enum sv_security_txt_code code;
    const char *message;
  } table[] = {
    { SV_TXT_NO_CONTACT, N_("security.txt has no Contact.") },
    { SV_TXT_NO_EXPIRES, N_("security.txt has no Expires.") },
    { SV_TXT_EXPIRES_TWICE, N_("security.txt has Expires more than once.") },
    { SV_TXT_EXPIRES_FORM, N_("Expires in security.txt is not a date and time.") },
  };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    for (size_t f = 0; f < t->fault_count; f++) {
      *line = t->faults[f].line;
      if (t->faults[f].code == table[i].code)
        return table[i].message;
    }
  }
  const struct sv_security_txt_field *contact = sv_security_txt_find(t, "Contact", 0);
  for (size_t f = 0; contact && f < t->fault_count; f++) {
    *line = t->faults[f].line;
    if (t->faults[f].code == SV_TXT_NOT_URI && t->faults[f].line == contact->line)
      return N_("Contact in security.txt is not an address to follow.");
  }
  const struct sv_security_txt_field *expires = sv_security_txt_find(t, "Expires", 0);
  *line = expires ? expires->line : 0;
  if (t->has_expires && t->expires <= now)
    return N_("security.txt has expired.");
  return NULL;
}

enum sv_outcome sv_org_security_contact(struct sv_ctx *ctx)
{
  const struct sv_response *r = fetch(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!is_there(r))
    return SV_INAPPLICABLE;
  struct sv_arena arena = SV_ARENA(4 << 20);
  struct sv_security_txt t;
  enum sv_outcome outcome = SV_PASSED;
  if (sv_security_txt_parse(r->body, r->body_size, &arena, &t) != SV_OK) {
    outcome = SV_CANT_TELL;
    sv_find(ctx, .outcome = SV_CANT_TELL, .message = N_("security.txt is too large to read."), .where.url = r->url,
            .expected = N_("at most 32 KiB"), .evidence = r->evidence, .hint = N_("Keep security.txt short."));
    sv_arena_free(&arena);
    return outcome;
  }
  const struct sv_security_txt_field *canonical;
  for (size_t i = 0; (canonical = sv_security_txt_find(&t, "Canonical", i)) && i < 10; i++)
    sv_tell(ctx, .subject = "security.txt", .predicate = "security-canonical",
            .value = ctx->sv->format(ctx, "%.*s", (int)canonical->value.size, canonical->value.data),
            .where = { .url = r->url, .line = canonical->line }, .evidence = r->evidence);
  uint32_t line = 0;
  const char *fault = contents_fault(&t, ctx->sv->now(ctx), &line);
  if (fault) {
    outcome = SV_FAILED;
    const struct sv_security_txt_field *expires = sv_security_txt_find(&t, "Expires", 0);
    sv_find(ctx, .outcome = SV_FAILED, .message = fault, .where = { .url = r->url, .line = line },
            .expected = N_("at least one Contact, and one Expires at most a year ahead"),
            .actual = expires ? ctx->sv->format(ctx, "Expires: %.*s", (int)expires->value.size, expires->value.data)
                              : N_("no Expires"),
            .evidence = r->evidence, .hint = N_("Correct the file and note in the calendar when it must be renewed."));
  }
  sv_arena_free(&arena);
  return outcome;
}

/* Whether the file says of itself that it stands somewhere else (RFC 9116, 2.5.2). */
static bool is_copy(struct sv_ctx *ctx, const struct sv_security_txt *t, const struct sv_response *r)
{
  const struct sv_security_txt_field *canonical;
  size_t i = 0;
  for (; (canonical = sv_security_txt_find(t, "Canonical", i)); i++) {
    const char *url = ctx->sv->format(ctx, "%.*s", (int)canonical->value.size, canonical->value.data);
    for (const struct sv_response *at = r; at; at = at->redirected_from)
      if (at->url && sv_is_same_address(url, at->url))
        return false;
  }
  return i > 0;
}

enum sv_outcome sv_org_security_renewal(struct sv_ctx *ctx)
{
  const struct sv_response *r = fetch(ctx);
  struct sv_arena arena = SV_ARENA(4 << 20);
  struct sv_security_txt t;
  if (r->error || !is_there(r) || sv_security_txt_parse(r->body, r->body_size, &arena, &t) != SV_OK) {
    sv_arena_free(&arena);
    return SV_INAPPLICABLE; /* the check of the contents says why */
  }
  const bool is_late = t.has_expires && t.expires - ctx->sv->now(ctx) > YEAR_SECONDS;
  const bool elsewhere = is_copy(ctx, &t, r);
  const struct sv_security_txt_field *field = sv_security_txt_find(&t, is_late ? "Expires" : "Canonical", 0);
  if (is_late || elsewhere)
    sv_find(ctx, .outcome = SV_FAILED,
            .message = is_late ? N_("security.txt expires more than a year ahead.")
                               : N_("security.txt says that it stands at another address."),
            .where = { .url = r->url, .line = field ? field->line : 0 },
            .expected = is_late ? N_("Expires at most a year ahead") : r->url,
            .actual = field ? ctx->sv->format(ctx, "%.*s", (int)field->value.size, field->value.data) : "",
            .evidence = r->evidence,
            .hint = N_("Renew the file each year, and let Canonical name the address where it is fetched."));
  sv_arena_free(&arena);
  return is_late || elsewhere ? SV_FAILED : SV_PASSED;
}
