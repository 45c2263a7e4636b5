// SPDX-License-Identifier: Apache-2.0
/* Going through a description, and asking its addresses. */
#include "plugins/describe/judge.h"

#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

#include <samsvar/helpers.h>
#include <string.h>

enum { TOLD_MAX = 50, ASKED_DEFAULT = 12, ASKED_MAX = 100000 };

bool sv_judging_begin(struct sv_judging *j, struct sv_ctx *ctx, void *own, enum sv_outcome *outcome)
{
  *j = (struct sv_judging){ .ctx = ctx, .own = own, .d = sv_describe(ctx, outcome) };
  j->g = j->d ? j->d->graph : NULL;
  return j->d != NULL;
}

static bool is_of_earlier(const struct sv_graph *g, sv_term node, const char *const *classes,
                          const char *const *class)
{
  for (; classes < class; classes++)
    if (sv_is_a(g, node, *classes))
      return true;
  return false;
}

void sv_judging_nodes(struct sv_judging *j, const char *const *classes, sv_judge_node *judge)
{
  for (const char *const *class = classes; *class; class ++) {
    struct sv_nodes nodes = sv_nodes_of(j->g, *class);
    for (sv_term node; (node = sv_nodes_next(&nodes));)
      if (!is_of_earlier(j->g, node, classes, class))
        judge(j, node);
  }
}

void sv_judging_values(struct sv_judging *j, const char *const *properties, sv_judge_value *judge)
{
  for (; *properties; properties++) {
    const sv_term p = sv_graph_find_iris(j->g, *properties);
    size_t n = 0;
    const uint32_t *at = p ? sv_graph_subjects(j->g, p, 0, &n) : NULL;
    for (size_t i = 0; i < n; i++)
      judge(j, &sv_graph_triples(j->g)[at[i]]);
  }
}

enum sv_outcome sv_judge_nodes(struct sv_ctx *ctx, const char *const *classes, sv_judge_node *judge,
                               void *own)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, own, &outcome))
    return outcome;
  sv_judging_nodes(&j, classes, judge);
  return sv_judging_end(&j);
}

enum sv_outcome sv_judge_values(struct sv_ctx *ctx, const char *const *properties,
                                sv_judge_value *judge, void *own)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, own, &outcome))
    return outcome;
  sv_judging_values(&j, properties, judge);
  return sv_judging_end(&j);
}

enum sv_outcome sv_judge_triples(struct sv_ctx *ctx, sv_judge_value *judge, void *own)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, own, &outcome))
    return outcome;
  const struct sv_triple *all = sv_graph_triples(j.g);
  for (size_t i = 0; i < sv_graph_size(j.g); i++)
    judge(&j, &all[i]);
  return sv_judging_end(&j);
}

/* --- saying --- */

void sv_judging_find(struct sv_judging *j, struct sv_node_fault f)
{
  const bool is_unknown = f.outcome == SV_CANT_TELL;
  size_t *count = is_unknown ? &j->unknown : &j->faults;
  (*count)++;
  if (j->told < TOLD_MAX)
    sv_node_find(j->ctx, j->d, &f);
  else if (!is_unknown)
    j->untold++;
  j->told++;
}

void sv_judging_find_value(struct sv_judging *j, const struct sv_triple *value,
                           const char *property, struct sv_node_fault f)
{
  f.node = value->s;
  f.predicate = property;
  f.line = value;
  if (!f.actual)
    f.value = value->o;
  sv_judging_find(j, f);
}

static void tell_count(struct sv_judging *j, enum sv_outcome outcome, const char *message,
                       size_t count, const char *hint)
{
  const char *url = j->d->artifact->url;
  json_t *args = json_object();
  if (args) {
    (void)json_object_set_new(args, "count", json_integer((json_int_t)count));
    (void)json_object_set_new(args, "asked", json_integer((json_int_t)j->asked));
  }
  sv_find(j->ctx, .outcome = outcome,
          .attribution = outcome == SV_CANT_TELL ? SV_CONFIGURATION : SV_TARGET, .message = message,
          .args = args, .where = { .url = url, .text = url ? NULL : "description" },
          .evidence = j->d->artifact->evidence, .hint = hint);
  json_decref(args);
}

enum sv_outcome sv_judging_end(struct sv_judging *j)
{
  if (j->untold)
    tell_count(j, SV_FAILED, N_("The same is wrong in {count} more places."), j->untold,
               N_("Mend what is told; the next run tells the rest."));
  if (j->unasked)
    tell_count(j, SV_CANT_TELL,
               N_("{asked} addresses were asked, {count} more were not: a run asks only so many."),
               j->unasked,
               N_("Let limits.addresses in the target file, or the parameter addresses-asked in "
                  "the "
                  "profile, be as many as there are, to have all of them judged."));
  if (j->elsewhere)
    tell_count(j, SV_CANT_TELL,
               N_("{count} addresses lead to hosts that are not the target's, and were not asked."),
               j->elsewhere,
               N_("Name an endpoint at the host in the target file to have it asked."));
  if (j->faults)
    return SV_FAILED;
  if (j->unknown || j->unasked || j->elsewhere)
    return SV_CANT_TELL;
  return j->looked_at ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_both(enum sv_outcome a, enum sv_outcome b)
{
  static const enum sv_outcome worst_first[] = { SV_FAILED, SV_CANT_TELL, SV_PASSED };
  for (size_t i = 0; i < sizeof worst_first / sizeof worst_first[0]; i++)
    if (a == worst_first[i] || b == worst_first[i])
      return worst_first[i];
  return SV_INAPPLICABLE;
}

/* --- asking --- */

/* The target's owner knows how much it bears; else the profile says. */
static size_t may_ask(struct sv_ctx *ctx)
{
  const json_t *own = json_object_get(ctx->sv->target(ctx), "limits");
  const json_t *most = json_object_get(own, "addresses");
  if (!most)
    most = ctx->sv->param(ctx, "addresses-asked");
  const json_int_t n = json_is_integer(most) ? json_integer_value(most) : ASKED_DEFAULT;
  return n < 0 ? 0 : n > ASKED_MAX ? ASKED_MAX : (size_t)n;
}

static const struct sv_response *request(struct sv_ctx *ctx, const char *url, enum sv_asking how)
{
  static const char *const parts[][2] = { [SV_ASK_BEGIN] = { "Range: bytes=0-65535", NULL },
                                          [SV_ASK_MUCH] = { "Range: bytes=0-1048575", NULL } };
  if (how == SV_ASK_WHETHER || how == SV_ASK_ANYWHERE) {
    const struct sv_response *r =
        sv_http(ctx, .method = "HEAD", .url = url, .credential = "", .follow = 5);
    if (r->error || (r->status != 405 && r->status != 501))
      return r;
  }
  if (how == SV_ASK_BEGIN || how == SV_ASK_MUCH) {
    const struct sv_response *r =
        sv_http(ctx, .url = url, .headers = parts[how], .credential = "", .follow = 5);
    if (r->error || r->status != 416) /* an empty file has no part */
      return r;
  }
  return sv_http(ctx, .url = url, .credential = "", .follow = 5);
}

/* The answer of URL, whatever it is; NULL when it is not asked. */
static const struct sv_response *try(struct sv_judging *j, const char *url, enum sv_asking how)
{
  if (!url || strncmp(url, "http", 4) != 0)
    return NULL;
  if (how != SV_ASK_ANYWHERE && !sv_is_own_url(j->ctx, url)) {
    j->elsewhere++;
    return NULL;
  }
  if (j->asked >= may_ask(j->ctx)) {
    j->unasked++;
    return NULL;
  }
  j->asked++;
  return request(j->ctx, url, how);
}

/* R when it can be judged; NULL, which is said, when it cannot. */
static const struct sv_response *judged(struct sv_judging *j, const struct sv_response *r)
{
  if (!r || (!r->error && r->status != 429 && r->status < 500))
    return r;
  j->unknown++;
  (void)sv_no_answer(j->ctx, r);
  return NULL;
}

const struct sv_response *sv_judging_ask(struct sv_judging *j, const char *url, enum sv_asking how)
{
  return judged(j, try(j, url, how));
}

const struct sv_response *sv_judging_ask_name(struct sv_judging *j, const char *url,
                                              bool *is_unknown)
{
  const struct sv_response *r = try(j, url, SV_ASK_WHETHER);
  *is_unknown = false;
  if (!r || !r->error || strcmp(r->error, "dns") != 0)
    return judged(j, r);
  const struct sv_named *n = sv_lookup(j->ctx, .url = url, .type = "A");
  *is_unknown = !n->error && n->status && strcmp(n->status, "NXDOMAIN") == 0;
  return *is_unknown ? r : judged(j, r);
}

const struct sv_response *sv_judging_alive(struct sv_judging *j, const struct sv_triple *t,
                                           const char *url, enum sv_asking how,
                                           struct sv_node_fault f)
{
  const struct sv_response *r = sv_judging_ask(j, url, how);
  if (!r)
    return NULL;
  j->looked_at += r->status < 400 || sv_is_gone(r);
  if (sv_is_gone(r)) {
    f.actual = j->ctx->sv->format(j->ctx, "%d %s", r->status, r->url ? r->url : "");
    sv_judging_find_value(j, t, f.predicate, f);
  }
  return r;
}

bool sv_is_whole(const struct sv_response *r)
{
  const char *range = r->status == 206 ? sv_header(r, "Content-Range") : NULL;
  const char *total = range ? strchr(range, '/') : NULL;
  if (r->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED))
    return false;
  if (r->status != 206)
    return r->status >= 200 && r->status < 300;
  size_t n = 0;
  for (const char *c = total ? total + 1 : ""; *c >= '0' && *c <= '9' && n < SIZE_MAX / 16; c++)
    n = n * 10 + (size_t)(*c - '0');
  return n > 0 && strncmp(range, "bytes 0-", 8) == 0 && n == r->body_size;
}

/* --- small questions --- */

const char *sv_iri_of(const struct sv_graph *g, sv_term t)
{
  return sv_is_iri(t) ? sv_graph_text(g, t, NULL) : NULL;
}

const char *sv_text_of(const struct sv_graph *g, sv_term node, const char *property)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, property, &n);
  return n ? sv_graph_text(g, values->o, NULL) : NULL;
}

size_t sv_count_of(const struct sv_graph *g, sv_term node, const char *property)
{
  size_t n;
  (void)sv_values_of(g, node, property, &n);
  return n;
}

bool sv_is_first_of(const struct sv_graph *g, const struct sv_triple *t)
{
  size_t n;
  const uint32_t *at = sv_graph_subjects(g, t->p, t->o, &n);
  return n > 0 && &sv_graph_triples(g)[at[0]] == t;
}

size_t sv_count_of_all(const struct sv_graph *g, sv_term node, const char *const *properties)
{
  size_t n = 0;
  for (; *properties; properties++)
    n += sv_count_of(g, node, *properties);
  return n;
}

bool sv_has_class(const struct sv_graph *g, sv_term node)
{
  size_t n;
  (void)sv_graph_objects(g, node, SV_RDF_TYPE, &n);
  return n > 0;
}

bool sv_has_iri(const struct sv_graph *g, sv_term node, const char *property, const char *value)
{
  const sv_term p = sv_graph_find_iris(g, property), o = sv_graph_find_iris(g, value);
  return p && o && sv_graph_find(g, node, p, o);
}

bool sv_follows_version_2(const struct sv_judging *j)
{
  const char *said = json_string_value(j->ctx->sv->param(j->ctx, "dcat-ap-no"));
  if (said)
    return said[0] == '2';
  struct sv_nodes catalogues = sv_nodes_of(j->g, DCAT "Catalog");
  for (sv_term node; (node = sv_nodes_next(&catalogues));)
    if (sv_has_iri(j->g, node, DCT "conformsTo",
                   "https://data.norge.no/specification/dcat-ap-no/v2"))
      return true;
  return false;
}
