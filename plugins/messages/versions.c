// SPDX-License-Identifier: Apache-2.0
/* Two versions of the OpenAPI document: what broke, and whether the number tells so. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/openapi/compare.h"

#include <string.h>

enum { TOLD_MAX = 10, POINTER_MAX = 4096 };

/* --- SemVer 2.0.0 --- */

struct version {
  const char *text;
  unsigned long long numbers[3];
  const char *pre; /* after the hyphen; "" for a release */
  bool is_semantic;
};

static struct version version_of(struct sv_openapi *api)
{
  const struct sv_openapi_node info = sv_openapi_get(sv_openapi_root(api), "info");
  const char *text = sv_openapi_text(api, sv_openapi_get(info, "version"));
  struct version v = { .text = text ? text : "", .pre = "", .is_semantic = text != NULL };
  const char *p = v.text + (v.text[0] == 'v');
  for (int i = 0; i < 3 && v.is_semantic; i++) {
    const size_t n = strspn(p, "0123456789");
    v.is_semantic =
        sv_parse_uint(p, n, 1000000000, &v.numbers[i]) && n > 0 && (i == 2 || p[n] == '.');
    p += n + (i < 2);
  }
  v.is_semantic = v.is_semantic && (!*p || *p == '-' || *p == '+');
  if (v.is_semantic && *p == '-')
    v.pre = p + 1;
  return v;
}

/* One identifier of a pre-release against another: numbers by value and before words (11.4). */
static int order_identifiers(const char *a, size_t na, const char *b, size_t nb)
{
  const bool digits_a = strspn(a, "0123456789") >= na;
  const bool digits_b = strspn(b, "0123456789") >= nb;
  if (digits_a != digits_b)
    return digits_a ? -1 : 1;
  if (digits_a && na != nb)
    return na < nb ? -1 : 1;
  const int order = memcmp(a, b, na < nb ? na : nb);
  return order ? order : (na > nb) - (na < nb);
}

static int order_pre(const char *a, const char *b)
{
  if (!*a || !*b)
    return (*a == '\0') - (*b == '\0');
  for (;;) {
    const size_t na = strcspn(a, ".+");
    const size_t nb = strcspn(b, ".+");
    const int order = order_identifiers(a, na, b, nb);
    if (order)
      return order;
    if (a[na] != '.' || b[nb] != '.')
      return (a[na] == '.') - (b[nb] == '.');
    a += na + 1;
    b += nb + 1;
  }
}

/* Negative, 0 or positive as A comes before, is or comes after B. */
static int order(const struct version *a, const struct version *b)
{
  for (int i = 0; i < 3; i++)
    if (a->numbers[i] != b->numbers[i])
      return a->numbers[i] < b->numbers[i] ? -1 : 1;
  return order_pre(a->pre, b->pre);
}

/* --- the two documents --- */

struct two {
  const struct sv_artifact *old_file, *new_file;
  struct sv_openapi *old_api, *new_api;
  bool are_equal;
};

static struct sv_openapi *load(const struct sv_artifact *a)
{
  const bool has_iri = a->url && strstr(a->url, "://");
  const struct sv_openapi_options opt = { .iri = has_iri ? a->url : "file:///openapi",
                                          .name = a->url };
  struct sv_openapi *api = NULL;
  struct sv_error err = { .text = "" };
  if (sv_openapi_load(a->data, a->size, &opt, &api, &err) == SV_OK &&
      sv_openapi_version(api) != SV_OPENAPI_UNKNOWN)
    return api;
  sv_openapi_free(api);
  return NULL;
}

static const char *title_of(struct sv_openapi *api)
{
  const char *title =
      sv_openapi_text(api, sv_openapi_get(sv_openapi_get(sv_openapi_root(api), "info"), "title"));
  return title ? title : "";
}

/* The newer version: the target's description with the same title, or the only one there is. */
static void find_newer(struct sv_ctx *ctx, struct two *t)
{
  const struct sv_artifact *a;
  size_t n = 0;
  for (; (a = ctx->sv->artifact(ctx, "openapi", n)); n++) {
    struct sv_openapi *api = a->data ? load(a) : NULL;
    const bool is_it = api && strcmp(title_of(api), title_of(t->old_api)) == 0;
    if (api && (is_it || !t->new_api)) {
      sv_openapi_free(t->new_api);
      t->new_api = api;
      t->new_file = a;
    } else
      sv_openapi_free(api);
    if (is_it)
      return;
  }
  if (n < 2)
    return;
  sv_openapi_free(t->new_api);
  t->new_api = NULL;
}

static void forget(struct two *t)
{
  sv_openapi_free(t->old_api);
  sv_openapi_free(t->new_api);
}

/* Reads both, to be forgotten. False with an outcome when there are not two to compare. */
static bool read_both(struct sv_ctx *ctx, struct two *t, enum sv_outcome *outcome)
{
  *t = (struct two){ .old_file = msg_own(ctx, outcome) };
  if (!t->old_file)
    return false;
  t->old_api = load(t->old_file);
  if (!t->old_api) {
    *outcome = msg_unsure(ctx, t->old_file, SV_CONFIGURATION, NULL,
                          .message = N_("The earlier version is no OpenAPI document."),
                          .hint = N_("Hand over the OpenAPI document of the version before this."));
    return false;
  }
  find_newer(ctx, t);
  *outcome = SV_INAPPLICABLE;
  if (!t->new_api) {
    forget(t);
    return false;
  }
  const struct sv_openapi_node a = sv_openapi_root(t->old_api);
  const struct sv_openapi_node b = sv_openapi_root(t->new_api);
  t->are_equal = sv_doc_equal(a.doc, a.value, b.doc, b.value);
  return true;
}

/* --- LIF-07 --- */

static json_t *args_of(const struct sv_message *m)
{
  json_t *args = json_object();
  for (size_t i = 0; i < m->count; i++)
    (void)json_object_set_new(args, m->args[i].name,
                              m->args[i].text ? json_string(m->args[i].text)
                                              : json_integer((json_int_t)m->args[i].number));
  return args;
}

static const char *place_of(struct sv_ctx *ctx, const struct sv_comparison *c,
                            const struct sv_change *change, bool after)
{
  const char *file = NULL;
  size_t line;
  size_t column;
  if (!sv_change_place(c, change, after, &file, &line, &column))
    return "";
  return ctx->sv->format(ctx, "%s:%zu:%zu", file ? file : "", line, column);
}

static void tell(struct sv_ctx *ctx, const struct two *t, const struct sv_comparison *c,
                 const struct sv_change *change, bool is_sure)
{
  const bool after = change->after.doc != NULL;
  struct sv_buf pointer = SV_BUF(POINTER_MAX);
  const char *file = NULL;
  size_t line = 0;
  size_t column = 0;
  (void)sv_openapi_pointer(after ? change->after : change->before, &pointer);
  (void)sv_change_place(c, change, after, &file, &line, &column);
  (void)msg_find(ctx, after ? t->new_file : t->old_file, args_of(&change->message),
                 &(struct sv_finding){ .outcome = is_sure ? SV_FAILED : SV_CANT_TELL,
                                       .attribution = is_sure ? SV_TARGET : SV_TOOL,
                                       .message = change->message.msgid,
                                       .where.json_pointer = sv_buf_text(&pointer),
                                       .where.operation = change->operation,
                                       .where.line = (uint32_t)line,
                                       .where.column = (uint32_t)column,
                                       .expected = place_of(ctx, c, change, false),
                                       .actual = place_of(ctx, c, change, true),
                                       .hint = N_("Keep what clients use, or raise the major "
                                                  "version and offer both "
                                                  "for a while.") });
  sv_buf_free(&pointer);
}

/* Tells the first changes that are as sure as IS_SURE; how many there are. */
static size_t tell_all(struct sv_ctx *ctx, const struct two *t, const struct sv_comparison *c,
                       bool is_sure)
{
  size_t n = 0;
  for (size_t i = 0; i < c->count; i++)
    if (c->changes[i].is_sure == is_sure && n++ < TOLD_MAX)
      tell(ctx, t, c, &c->changes[i], is_sure);
  return n;
}

/* TEC-LIF-07 */
enum sv_outcome msg_breaking_changes(struct sv_ctx *ctx)
{
  struct two t;
  enum sv_outcome outcome;
  if (!read_both(ctx, &t, &outcome))
    return outcome;
  const struct version old = version_of(t.old_api);
  const struct version now = version_of(t.new_api);
  struct sv_comparison c = { .count = 0 };
  struct sv_error err = { .text = "" };
  outcome = SV_PASSED;
  const bool is_major = old.is_semantic && now.is_semantic && now.numbers[0] > old.numbers[0];
  if (!t.are_equal && !is_major) {
    const enum sv_status status = sv_openapi_compare(t.old_api, t.new_api, &c, &err);
    if (tell_all(ctx, &t, &c, true) > 0)
      outcome = SV_FAILED;
    else if (status != SV_OK)
      outcome =
          msg_unsure(ctx, t.old_file, SV_TOOL, tec_arg("fault", err.text),
                     .message = N_("The two versions could not be compared: {fault}."),
                     .where.text = "openapi-previous", .hint = N_("Compare the two by hand."));
    else if (tell_all(ctx, &t, &c, false) > 0)
      outcome = SV_CANT_TELL;
    sv_comparison_free(&c);
  }
  forget(&t);
  return outcome;
}

/* TEC-LIF-08 */
enum sv_outcome msg_version_rises(struct sv_ctx *ctx)
{
  struct two t;
  enum sv_outcome outcome;
  if (!read_both(ctx, &t, &outcome))
    return outcome;
  const struct version old = version_of(t.old_api);
  const struct version now = version_of(t.new_api);
  const bool rose =
      old.is_semantic && now.is_semantic ? order(&old, &now) < 0 : strcmp(old.text, now.text) != 0;
  outcome = SV_PASSED;
  if (!t.are_equal && !rose)
    outcome =
        msg_fail(ctx, t.new_file, json_pack("{s:s, s:s}", "old", old.text, "new", now.text),
                 .message = N_("The document has changed since version {old}, and its "
                               "version is {new}."),
                 .where.json_pointer = "/info/version", .expected = old.text, .actual = now.text,
                 .hint = N_("Raise the version with every change: major when something "
                            "breaks, minor when something is new."));
  forget(&t);
  return outcome;
}
