// SPDX-License-Identifier: Apache-2.0
/* Every text of the model is named here once. What came over the network was masked before it came
 * to this process; plugins, target files and results files of others are why this pass is. */
#include "runner/hide.h"

#include "reports/put.h"
#include "runner/mask.h"

#include <string.h>

enum { SHORTEST = 6, OUT_MAX = 64 << 20 };

struct pass {
  struct sv_run *run;
  enum sv_status status;
};

/* The model is const for its readers; this is the one writer after it is filled. */
#define AT(member) ((const char **)(uintptr_t) & (member))

static void put(struct pass *p, const char **text, const struct sv_buf *hidden,
                const struct sv_masked *count)
{
  char *copy =
      hidden->failed ? NULL : sv_arena_copy(&p->run->arena, sv_buf_text(hidden), hidden->size);
  if (!copy) {
    p->status = SV_NO_MEMORY;
    return;
  }
  *text = copy;
  p->run->masked += count->values;
}

static void hide(struct pass *p, const char **text)
{
  const size_t size = *text ? strlen(*text) : 0;
  if (p->status != SV_OK || size < SHORTEST || !sv_mask_finds(NULL, *text, size))
    return;
  struct sv_buf out = SV_BUF(OUT_MAX);
  struct sv_masked count = { 0 };
  if (sv_mask_bytes(NULL, *text, size, &out, &count) == SV_OK)
    put(p, text, &out, &count);
  else
    p->status = SV_NO_MEMORY;
  sv_buf_free(&out);
}

static void hide_list(struct pass *p, const char *const *items, size_t count)
{
  const char **list = (const char **)(uintptr_t)items;
  for (size_t i = 0; i < count; i++)
    hide(p, &list[i]);
}

static void hide_text(struct pass *p, const struct sv_text *t)
{
  hide(p, AT(t->nb));
  hide(p, AT(t->nn));
  hide(p, AT(t->en));
}

/* Whether VALUE is nothing but the mask of another tool, perhaps behind a scheme. */
static bool is_masked(const char *value)
{
  static const char open[] = "\xE2\x80\xB9skjult";
  static const char close[] = "\xE2\x80\xBA";
  const char *space = strchr(value, ' ');
  if (strncmp(value, open, sizeof open - 1) != 0 && space)
    value = space + 1;
  const char *end = strncmp(value, open, sizeof open - 1) == 0 ? strstr(value, close) : NULL;
  return end && end[sizeof close - 1] == '\0';
}

/* "Name: " with what would end the name early replaced. */
static void add_name(struct sv_buf *line, const char *name)
{
  for (; name && *name; name++)
    (void)sv_buf_addc(line, *name == ':' ? '-' : *name);
  (void)sv_buf_adds(line, ": ");
}

/* A header's name may say that its value is secret. */
static void hide_header(struct pass *p, const struct sv_header_field *h)
{
  hide(p, AT(h->name));
  if (!h->value || p->status != SV_OK)
    return;
  if (is_masked(h->value)) {
    hide(p, AT(h->value));
    return;
  }
  struct sv_buf line = SV_BUF(OUT_MAX);
  struct sv_buf out = SV_BUF(OUT_MAX);
  struct sv_buf value = SV_BUF(OUT_MAX);
  struct sv_masked count = { 0 };
  add_name(&line, h->name);
  const size_t head = line.size;
  (void)sv_buf_adds(&line, h->value);
  if (line.failed || sv_mask_header(NULL, sv_buf_text(&line), &out, &count) != SV_OK) {
    p->status = SV_NO_MEMORY;
  } else if (count.values) {
    /* What was found reaches from the name into the value: nothing of the value is sure. */
    const bool whole = out.size >= head && memcmp(out.data, line.data, head) == 0;
    (void)sv_buf_adds(&value, whole ? out.data + head : "*hidden:secret*");
    put(p, AT(h->value), &value, &count);
  }
  sv_buf_free(&line);
  sv_buf_free(&out);
  sv_buf_free(&value);
}

static void hide_place(struct pass *p, const struct sv_place *w)
{
  hide(p, AT(w->text));
  hide(p, AT(w->url));
  hide(p, AT(w->file));
  hide(p, AT(w->json_pointer));
  hide(p, AT(w->xpath));
  hide(p, AT(w->header));
  hide(p, AT(w->operation));
  hide(p, AT(w->focus_node));
  hide(p, AT(w->path));
}

static void hide_finding(struct pass *p, const struct sv_finding_record *f)
{
  hide(p, AT(f->message));
  for (size_t i = 0; i < f->arg_count; i++) {
    hide(p, AT(f->args[i].name));
    hide(p, AT(f->args[i].text));
  }
  hide(p, AT(f->text));
  hide_place(p, &f->where);
  hide(p, AT(f->expected));
  hide(p, AT(f->actual));
  hide(p, AT(f->hint));
  hide_list(p, f->evidence, f->evidence_count);
}

static void hide_result(struct pass *p, struct sv_result *r)
{
  hide(p, AT(r->check));
  hide(p, AT(r->title));
  hide_list(p, r->requirements, r->requirement_count);
  hide(p, AT(r->endpoint));
  hide(p, AT(r->blocked_by));
  hide(p, AT(r->reason));
  for (size_t i = 0; i < r->finding_count; i++)
    hide_finding(p, &r->findings[i]);
}

static void hide_waiver(struct pass *p, const struct sv_waiver *w)
{
  hide(p, AT(w->requirement));
  hide(p, AT(w->reason));
  hide(p, AT(w->owner));
}

static void hide_declared(struct pass *p, const struct sv_declared *d)
{
  hide(p, AT(d->requirement));
  hide(p, AT(d->explanation));
  hide(p, AT(d->reviewer));
  for (size_t i = 0; i < d->evidence_count; i++)
    hide(p, AT(d->evidence[i].file));
}

static void hide_requirement(struct pass *p, struct sv_requirement_result *q)
{
  hide(p, AT(q->id));
  hide_text(p, &q->title);
  hide_text(p, &q->statement);
  hide_text(p, &q->manual);
  hide(p, AT(q->norm.title));
  hide(p, AT(q->norm.clause));
  hide(p, AT(q->norm.url));
  hide(p, AT(q->area));
  hide_list(p, q->capabilities, q->capability_count);
  hide_list(p, q->checks, q->check_count);
  hide(p, AT(q->reason));
  if (q->waiver)
    hide_waiver(p, q->waiver);
  if (q->declared)
    hide_declared(p, q->declared);
}

static void hide_certificate(struct pass *p, const struct sv_certificate *c)
{
  hide(p, AT(c->subject));
  hide(p, AT(c->issuer));
  hide(p, AT(c->serial));
  hide(p, AT(c->sha256));
  hide(p, AT(c->key_type));
  hide(p, AT(c->signature_algorithm));
  const char **names = (const char **)(uintptr_t)c->names;
  for (size_t i = 0; names && names[i]; i++)
    hide(p, &names[i]);
}

static void hide_exchange(struct pass *p, struct sv_exchange_record *x)
{
  hide(p, AT(x->method));
  hide(p, AT(x->url));
  hide(p, AT(x->error));
  hide(p, AT(x->detail));
  for (size_t i = 0; i < x->request_header_count; i++)
    hide_header(p, &x->request_headers[i]);
  for (size_t i = 0; i < x->response_header_count; i++)
    hide_header(p, &x->response_headers[i]);
  hide(p, AT(x->http_version));
  hide(p, AT(x->excerpt));
  hide(p, AT(x->curl));
  if (!x->tls)
    return;
  hide(p, AT(x->tls->version));
  hide(p, AT(x->tls->cipher));
  hide(p, AT(x->tls->alpn));
  hide(p, AT(x->tls->verify));
  for (size_t i = 0; i < x->tls->chain_count; i++)
    hide_certificate(p, &x->tls->chain[i]);
}

static void hide_diff(struct pass *p, const struct sv_diff *d)
{
  if (!d)
    return;
  if (!sv_put_is_uuid(d->run))
    hide(p, AT(d->run));
  hide(p, AT(d->version));
  for (size_t i = 0; i < d->count; i++) {
    hide(p, AT(d->rows[i].id));
    hide_text(p, &d->rows[i].title);
  }
}

static void hide_head(struct pass *p)
{
  struct sv_run *run = p->run;
  if (run->id && !sv_put_is_uuid(run->id))
    hide(p, &run->id);
  hide(p, &run->version);
  hide(p, &run->assertor);
  hide(p, &run->isolation);
  hide(p, &run->profile.id);
  hide(p, &run->profile.version);
  hide(p, &run->profile.sha256);
  hide_text(p, &run->profile.title);
  hide_list(p, run->profile.tailoring, run->profile.tailoring_count);
  hide(p, &run->target.id);
  hide(p, &run->target.name);
  hide(p, &run->target.organisation);
  hide(p, &run->target.orgnr);
  hide(p, &run->target.role);
  hide(p, &run->target.environment);
  hide_list(p, run->target.life_events, run->target.life_event_count);
  for (size_t i = 0; i < run->target.endpoint_count; i++) {
    hide(p, AT(run->target.endpoints[i].id));
    hide(p, AT(run->target.endpoints[i].kind));
    hide(p, AT(run->target.endpoints[i].url));
    hide_list(p, run->target.endpoints[i].life_events, run->target.endpoints[i].life_event_count);
  }
  for (size_t i = 0; i < run->plugin_count; i++) {
    hide(p, AT(run->plugins[i].name));
    hide(p, AT(run->plugins[i].version));
    hide(p, AT(run->plugins[i].sha256));
  }
}

enum sv_status sv_run_hide(struct sv_run *run)
{
  struct pass p = { .run = run, .status = SV_OK };
  hide_head(&p);
  for (size_t i = 0; i < run->requirement_count; i++)
    hide_requirement(&p, &run->requirements[i]);
  for (size_t i = 0; i < run->result_count; i++)
    hide_result(&p, &run->results[i]);
  for (size_t i = 0; i < run->exchange_count; i++)
    hide_exchange(&p, &run->exchanges[i]);
  for (size_t i = 0; i < run->fact_count; i++) {
    struct sv_fact_record *f = &run->facts[i];
    hide(&p, &f->check);
    hide(&p, &f->subject);
    hide(&p, &f->predicate);
    hide(&p, &f->value);
    hide_place(&p, &f->where);
  }
  for (size_t i = 0; i < run->unused_waiver_count; i++)
    hide_waiver(&p, &run->unused_waivers[i]);
  hide_list(&p, run->unused_answers, run->unused_answer_count);
  for (size_t i = 0; i < run->verdict.life_event_count; i++)
    hide(&p, &run->verdict.life_events[i].code);
  hide_diff(&p, run->diff);
  return p.status;
}
