// SPDX-License-Identifier: Apache-2.0
/* results.json, contract section 3. Members stand in the order of their names' bytes. */
#include "engines/result/run.h"

#include "engines/result/emit.h"
#include "engines/result/write.h"

#include <stdlib.h>
#include <string.h>

enum { ARGS_MAX = 64 };

void sv_write_text(struct sv_emit *e, const char *key, const struct sv_text *t)
{
  if (!t->en && !t->nb && !t->nn)
    return;
  sv_emit_open(e, key, '{');
  sv_emit_optional(e, "en", t->en);
  sv_emit_optional(e, "nb", t->nb);
  sv_emit_optional(e, "nn", t->nn);
  sv_emit_close(e, '}');
}

void sv_write_strings(struct sv_emit *e, const char *key, const char *const *items, size_t count)
{
  sv_emit_open(e, key, '[');
  for (size_t i = 0; i < count; i++)
    sv_emit_text(e, NULL, items[i]);
  sv_emit_close(e, ']');
}

static void write_place(struct sv_emit *e, const struct sv_place *w)
{
  sv_emit_open(e, "where", '{');
  if (w->column)
    sv_emit_number(e, "column", w->column);
  sv_emit_optional(e, "file", w->file);
  sv_emit_optional(e, "focusNode", w->focus_node);
  sv_emit_optional(e, "header", w->header);
  sv_emit_optional(e, "jsonPointer", w->json_pointer);
  if (w->line)
    sv_emit_number(e, "line", w->line);
  sv_emit_optional(e, "operation", w->operation);
  sv_emit_optional(e, "path", w->path);
  sv_emit_optional(e, "text", w->text);
  sv_emit_optional(e, "url", w->url);
  sv_emit_optional(e, "xpath", w->xpath);
  sv_emit_close(e, '}');
}

static void write_headers(struct sv_emit *e, const char *key, const struct sv_header_field *h,
                          size_t count)
{
  sv_emit_open(e, key, '[');
  for (size_t i = 0; i < count; i++) {
    sv_emit_open(e, NULL, '[');
    sv_emit_text(e, NULL, h[i].name);
    sv_emit_text(e, NULL, h[i].value);
    sv_emit_close(e, ']');
  }
  sv_emit_close(e, ']');
}

static void write_certificate(struct sv_emit *e, const struct sv_certificate *c)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_optional(e, "issuer", c->issuer);
  sv_emit_number(e, "keyBits", c->key_bits);
  sv_emit_optional(e, "keyType", c->key_type);
  sv_emit_open(e, "names", '[');
  for (const char *const *n = c->names; n && *n; n++)
    sv_emit_text(e, NULL, *n);
  sv_emit_close(e, ']');
  sv_emit_number(e, "notAfter", c->not_after);
  sv_emit_number(e, "notBefore", c->not_before);
  sv_emit_optional(e, "serial", c->serial);
  sv_emit_optional(e, "sha256", c->sha256);
  sv_emit_optional(e, "signatureAlgorithm", c->signature_algorithm);
  sv_emit_optional(e, "subject", c->subject);
  sv_emit_close(e, '}');
}

static void write_tls(struct sv_emit *e, const struct sv_tls *t)
{
  if (!t) {
    sv_emit_text(e, "tls", NULL);
    return;
  }
  sv_emit_open(e, "tls", '{');
  sv_emit_optional(e, "alpn", t->alpn);
  sv_emit_open(e, "chain", '[');
  for (size_t i = 0; i < t->chain_count; i++)
    write_certificate(e, &t->chain[i]);
  sv_emit_close(e, ']');
  sv_emit_optional(e, "cipher", t->cipher);
  sv_emit_bool(e, "nameMatches", t->name_matches == 1);
  sv_emit_optional(e, "verify", t->verify);
  sv_emit_optional(e, "version", t->version);
  sv_emit_close(e, '}');
}

static void write_exchange(struct sv_emit *e, const struct sv_exchange_record *x)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_number(e, "attempts", x->attempts);
  sv_emit_optional(e, "bodySha256", x->body_sha256);
  sv_emit_number(e, "bodySize", (int64_t)x->body_size);
  sv_emit_optional(e, "curl", x->curl);
  sv_emit_optional(e, "detail", x->detail);
  sv_emit_optional(e, "error", x->error);
  sv_emit_optional(e, "httpVersion", x->http_version);
  if (x->marks)
    sv_emit_number(e, "marks", x->marks);
  sv_emit_optional(e, "method", x->method);
  sv_emit_number(e, "n", x->n);
  write_headers(e, "requestHeaders", x->request_headers, x->request_header_count);
  sv_emit_optional(e, "responseBody", x->excerpt);
  write_headers(e, "responseHeaders", x->response_headers, x->response_header_count);
  sv_emit_optional(e, "started", x->started);
  sv_emit_number(e, "status", x->status);
  sv_emit_open(e, "timings", '{');
  sv_emit_number(e, "totalMs", x->duration_ms);
  sv_emit_close(e, '}');
  write_tls(e, x->tls);
  sv_emit_optional(e, "url", x->url);
  sv_emit_close(e, '}');
}

static int by_name(const void *a, const void *b)
{
  const struct sv_arg *x = a;
  const struct sv_arg *y = b;
  return strcmp(x->name, y->name);
}

static void write_message(struct sv_emit *e, const struct sv_finding_record *f)
{
  struct sv_arg args[ARGS_MAX];
  const size_t count = f->arg_count < ARGS_MAX ? f->arg_count : ARGS_MAX;
  for (size_t i = 0; i < count; i++)
    args[i] = f->args[i];
  if (count)
    qsort(args, count, sizeof args[0], by_name);
  sv_emit_open(e, "message", '{');
  sv_emit_open(e, "args", '{');
  for (size_t i = 0; i < count; i++) {
    if (i && strcmp(args[i].name, args[i - 1].name) == 0)
      continue;
    if (args[i].text)
      sv_emit_text(e, args[i].name, args[i].text);
    else
      sv_emit_number(e, args[i].name, args[i].number);
  }
  sv_emit_close(e, '}');
  sv_emit_text(e, "id", f->message ? f->message : "");
  sv_emit_close(e, '}');
}

static void write_finding(struct sv_emit *e, const struct sv_finding_record *f)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_optional(e, "actual", f->actual);
  sv_emit_optional(e, "attribution", sv_attribution_name(f->attribution));
  sv_write_strings(e, "evidence", f->evidence, f->evidence_count);
  if (f->exchange)
    sv_emit_number(e, "exchange", f->exchange);
  sv_emit_optional(e, "expected", f->expected);
  sv_emit_optional(e, "hint", f->hint);
  write_message(e, f);
  sv_emit_optional(e, "outcome", sv_outcome_name(f->outcome));
  sv_emit_text(e, "text", f->text ? f->text : "");
  write_place(e, &f->where);
  sv_emit_close(e, '}');
}

static void write_result(struct sv_emit *e, const struct sv_result *r)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_text(e, "attribution", sv_attribution_name(r->attribution));
  sv_emit_text(e, "blockedBy", r->blocked_by);
  sv_emit_text(e, "check", r->check);
  sv_emit_number(e, "durationMs", (int64_t)r->duration_ms);
  sv_emit_text(e, "endpoint", r->endpoint ? r->endpoint : "");
  sv_emit_open(e, "exchanges", '[');
  for (size_t i = 0; i < r->exchange_count; i++)
    sv_emit_number(e, NULL, r->exchanges[i]);
  sv_emit_close(e, ']');
  sv_emit_open(e, "findings", '[');
  for (size_t i = 0; i < r->finding_count; i++)
    write_finding(e, &r->findings[i]);
  sv_emit_close(e, ']');
  if (r->findings_left_out)
    sv_emit_number(e, "findingsLeftOut", (int64_t)r->findings_left_out);
  sv_emit_text(e, "level", sv_level_name(r->level));
  sv_emit_text(e, "mode", sv_mode_name(r->mode));
  sv_emit_text(e, "outcome", sv_outcome_name(r->outcome));
  sv_emit_optional(e, "reason", r->reason);
  sv_write_strings(e, "requirements", r->requirements, r->requirement_count);
  sv_emit_optional(e, "title", r->title);
  sv_emit_close(e, '}');
}

static void write_waiver(struct sv_emit *e, const char *key, const struct sv_waiver *w, bool named)
{
  if (!w) {
    sv_emit_text(e, key, NULL);
    return;
  }
  sv_emit_open(e, key, '{');
  sv_emit_bool(e, "expired", w->expired);
  sv_emit_text(e, "expires", w->expires);
  sv_emit_text(e, "owner", w->owner);
  sv_emit_text(e, "reason", w->reason);
  if (named)
    sv_emit_text(e, "requirement", w->requirement);
  sv_emit_close(e, '}');
}

static void write_norms(struct sv_emit *e, const struct sv_norm *n)
{
  sv_emit_open(e, "norms", '[');
  if (n->title) {
    sv_emit_open(e, NULL, '{');
    sv_emit_optional(e, "clause", n->clause);
    sv_emit_text(e, "title", n->title);
    sv_emit_optional(e, "url", n->url);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
}

static void write_requirement(struct sv_emit *e, const struct sv_requirement_result *q)
{
  sv_emit_open(e, NULL, '{');
  sv_emit_optional(e, "area", q->area);
  sv_emit_text(e, "attribution", sv_attribution_name(q->attribution));
  sv_write_strings(e, "capabilities", q->capabilities, q->capability_count);
  sv_write_strings(e, "checks", q->checks, q->check_count);
  sv_write_declared(e, q->declared);
  sv_emit_optional(e, "fingerprint", q->fingerprint[0] ? q->fingerprint : NULL);
  sv_emit_text(e, "id", q->id);
  sv_emit_text(e, "layer", sv_layer_name(q->layer));
  sv_emit_optional(e, "lesser", q->lesser ? sv_level_name(q->lesser) : NULL);
  sv_emit_text(e, "level", sv_level_name(q->level));
  sv_write_text(e, "manual", &q->manual);
  sv_emit_text(e, "mode", sv_mode_name(q->mode));
  write_norms(e, &q->norm);
  sv_emit_text(e, "outcome", sv_outcome_name(q->outcome));
  sv_emit_optional(e, "reason", q->reason);
  sv_emit_bool(e, "seen", q->seen);
  sv_write_text(e, "statement", &q->statement);
  sv_write_text(e, "title", &q->title);
  write_waiver(e, "waiver", q->waiver, false);
  sv_emit_close(e, '}');
}

/* The layers' words are not in the order of their numbers. */
static void write_layers(struct sv_emit *e, const struct sv_verdict *v)
{
  static const enum sv_layer order[] = { SV_CROSS_LAYER, SV_LEGAL, SV_ORGANISATIONAL, SV_SEMANTIC,
                                         SV_TECHNICAL };
  sv_emit_open(e, "layers", '{');
  for (size_t o = 0; o < sizeof order / sizeof order[0]; o++)
    for (size_t i = 0; i < v->layer_count; i++)
      if (v->layers[i].layer == order[o])
        sv_write_totals(e, sv_layer_name(order[o]), &v->layers[i].totals);
  sv_emit_close(e, '}');
}

static void write_verdict(struct sv_emit *e, const struct sv_verdict *v)
{
  sv_emit_open(e, "verdict", '{');
  sv_emit_open(e, "capabilities", '{');
  for (size_t i = 0; i < v->capability_count; i++)
    sv_write_totals(e, v->capabilities[i].id, &v->capabilities[i].totals);
  sv_emit_close(e, '}');
  sv_emit_number(e, "exitCode", v->exit_code);
  write_layers(e, v);
  sv_write_life_events(e, v);
  sv_write_maturity(e, v);
  sv_emit_open(e, "must", '{');
  sv_emit_number(e, "applicable", v->must_applicable);
  sv_emit_number(e, "cantTell", v->must.cant_tell);
  sv_emit_number(e, "failed", v->must.failed);
  sv_emit_number(e, "passed", v->must.passed);
  sv_emit_number(e, "untested", v->must.untested);
  sv_emit_number(e, "waived", v->must.waived);
  sv_emit_close(e, '}');
  sv_emit_open(e, "shown", '{');
  sv_emit_number(e, "applicable", v->applicable);
  sv_emit_number(e, "judged", v->judged);
  sv_emit_close(e, '}');
  sv_write_totals(e, "totals", &v->totals);
  sv_emit_text(e, "value", sv_verdict_name(v->value));
  sv_emit_close(e, '}');
}

static void write_profile(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "profile", '{');
  sv_emit_open(e, "gate", '{');
  sv_emit_text(e, "failOn", run->profile.gate.fail_on == SV_SHOULD ? "should" : "must");
  sv_emit_bool(e, "failOnExpiredWaiver", run->profile.gate.fail_on_expired_waiver);
  sv_emit_bool(e, "failOnNew", run->profile.gate.fail_on_new);
  sv_emit_number(e, "minShown", run->profile.gate.min_shown);
  sv_emit_bool(e, "requireManual", run->profile.gate.require_manual);
  sv_emit_close(e, '}');
  sv_emit_text(e, "id", run->profile.id);
  sv_write_maturity_rule(e, run->profile.maturity);
  sv_emit_text(e, "sha256", run->profile.sha256);
  sv_write_strings(e, "tailoring", run->profile.tailoring, run->profile.tailoring_count);
  sv_write_text(e, "title", &run->profile.title);
  sv_emit_text(e, "version", run->profile.version);
  sv_emit_close(e, '}');
}

static void write_events(struct sv_emit *e, const struct sv_run_events *v)
{
  sv_emit_open(e, "events", '{');
  sv_emit_bool(e, "configuration", v->configuration);
  sv_emit_bool(e, "internal", v->internal);
  sv_emit_bool(e, "interrupted", v->interrupted);
  sv_emit_bool(e, "unreachable", v->unreachable);
  sv_emit_close(e, '}');
}

static void write_plugins(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "plugins", '[');
  for (size_t i = 0; i < run->plugin_count; i++) {
    sv_emit_open(e, NULL, '{');
    sv_emit_text(e, "name", run->plugins[i].name);
    sv_emit_text(e, "sha256", run->plugins[i].sha256);
    sv_emit_text(e, "version", run->plugins[i].version);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
}

static void write_run(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "run", '{');
  sv_emit_optional(e, "asOf", run->as_of);
  write_events(e, &run->events);
  sv_emit_text(e, "finished", run->finished);
  sv_emit_text(e, "id", run->id);
  sv_emit_optional(e, "isolation", run->isolation);
  sv_emit_optional(e, "language", run->language);
  sv_emit_bool(e, "partial", run->partial);
  write_plugins(e, run);
  sv_emit_open(e, "requests", '{');
  sv_emit_number(e, "bytes", (int64_t)run->requests_bytes);
  sv_emit_number(e, "sent", (int64_t)run->requests_sent);
  sv_emit_number(e, "shared", (int64_t)run->requests_shared);
  sv_emit_close(e, '}');
  sv_emit_text(e, "started", run->started);
  sv_emit_open(e, "tool", '{');
  sv_emit_text(e, "name", "samsvar");
  sv_emit_text(e, "version", run->version);
  sv_emit_close(e, '}');
  sv_emit_close(e, '}');
}

static void write_target(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "target", '{');
  sv_emit_open(e, "endpoints", '[');
  for (size_t i = 0; i < run->target.endpoint_count; i++) {
    sv_emit_open(e, NULL, '{');
    sv_emit_text(e, "id", run->target.endpoints[i].id);
    sv_emit_text(e, "kind", run->target.endpoints[i].kind);
    if (run->target.endpoints[i].life_event_count)
      sv_write_strings(e, "lifeEvents", run->target.endpoints[i].life_events,
                       run->target.endpoints[i].life_event_count);
    sv_emit_text(e, "url", run->target.endpoints[i].url ? run->target.endpoints[i].url : "");
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
  sv_emit_optional(e, "environment", run->target.environment);
  sv_emit_text(e, "id", run->target.id);
  if (run->target.life_event_count)
    sv_write_strings(e, "lifeEvents", run->target.life_events, run->target.life_event_count);
  sv_emit_text(e, "name", run->target.name);
  sv_emit_open(e, "organisation", '{');
  sv_emit_optional(e, "name", run->target.organisation);
  sv_emit_optional(e, "orgnr", run->target.orgnr);
  sv_emit_close(e, '}');
  sv_emit_optional(e, "role", run->target.role);
  if (run->target.role_is_assumed)
    sv_emit_bool(e, "roleAssumed", true);
  sv_emit_close(e, '}');
}

static void write_facts(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "facts", '[');
  for (size_t i = 0; i < run->fact_count; i++) {
    const struct sv_fact_record *f = &run->facts[i];
    sv_emit_open(e, NULL, '{');
    sv_emit_text(e, "check", f->check);
    if (f->exchange)
      sv_emit_number(e, "exchange", f->exchange);
    sv_emit_text(e, "predicate", f->predicate);
    sv_emit_text(e, "subject", f->subject);
    sv_emit_text(e, "value", f->value);
    write_place(e, &f->where);
    sv_emit_close(e, '}');
  }
  sv_emit_close(e, ']');
}

static void write_lists(struct sv_emit *e, const struct sv_run *run)
{
  sv_emit_open(e, "requirements", '[');
  for (size_t i = 0; i < run->requirement_count; i++)
    write_requirement(e, &run->requirements[i]);
  sv_emit_close(e, ']');
  sv_emit_open(e, "results", '[');
  for (size_t i = 0; i < run->result_count; i++)
    write_result(e, &run->results[i]);
  sv_emit_close(e, ']');
}

enum sv_status sv_run_write(const struct sv_run *run, struct sv_buf *out)
{
  struct sv_emit e = { .out = out };
  sv_emit_open(&e, NULL, '{');
  if (run->assertor) {
    sv_emit_open(&e, "assertor", '{');
    sv_emit_text(&e, "kind", run->assertor);
    sv_emit_close(&e, '}');
  }
  sv_write_diff(&e, run->diff);
  sv_emit_open(&e, "exchanges", '[');
  for (size_t i = 0; i < run->exchange_count; i++)
    write_exchange(&e, &run->exchanges[i]);
  sv_emit_close(&e, ']');
  write_facts(&e, run);
  sv_emit_number(&e, "format", 1);
  sv_emit_open(&e, "masking", '{');
  sv_emit_open(&e, "counts", '{');
  sv_emit_number(&e, "all", run->masked);
  sv_emit_close(&e, '}');
  sv_emit_text(&e, "policy", "1");
  sv_emit_close(&e, '}');
  write_profile(&e, run);
  write_lists(&e, run);
  write_run(&e, run);
  write_target(&e, run);
  if (run->unused_answer_count)
    sv_write_strings(&e, "unusedAnswers", run->unused_answers, run->unused_answer_count);
  sv_emit_open(&e, "unusedWaivers", '[');
  for (size_t i = 0; i < run->unused_waiver_count; i++)
    write_waiver(&e, NULL, &run->unused_waivers[i], true);
  sv_emit_close(&e, ']');
  write_verdict(&e, &run->verdict);
  sv_emit_close(&e, '}');
  return sv_buf_addc(out, '\n');
}
