// SPDX-License-Identifier: Apache-2.0
/* Runs made for tests. Memory that runs out ends the test program. */
#include "tests/unit/sample_run.h"

#include <stdlib.h>
#include <string.h>

static const char *const prefixes[] = {
  [SV_LEGAL] = "LEG",     [SV_ORGANISATIONAL] = "ORG", [SV_SEMANTIC] = "SEM",
  [SV_TECHNICAL] = "TEC", [SV_CROSS_LAYER] = "CRO",
};

static const char *const capabilities[] = { "CAP-DIX", "CAP-INF", "CAP-KAT",
                                            "CAP-ORG", "CAP-SEC", "CAP-TRU" };

static void *need(void *p)
{
  if (!p)
    abort();
  return p;
}

static char *text_of(struct sv_run *run, const char *text)
{
  return need(sv_arena_strdup(&run->arena, text));
}

void sample_begin(struct sv_run *run, size_t most)
{
  static const struct sv_plugin_record plugins[] = {
    { "legal", "1.0.0", "1111111111111111111111111111111111111111111111111111111111111111" },
    { "technical", "1.2.0", "2222222222222222222222222222222222222222222222222222222222222222" },
  };
  static const struct sv_endpoint_record endpoints[] = {
    { "api", "api", "https://api.example.test/v1" },
    { "katalog", "dcat", "https://api.example.test/catalog" },
  };
  *run = (struct sv_run){ .arena = SV_ARENA((size_t)1 << 30) };
  run->id = "01936f2e-8a51-7c30-9d1e-5b7f0c2a4e11";
  run->started = "2026-11-22T08:14:07.000Z";
  run->finished = "2026-11-22T08:14:20.414Z";
  run->as_of = "2026-11-22";
  run->language = "nb";
  run->version = "0.1.0";
  run->assertor = "self";
  run->plugins = plugins;
  run->plugin_count = 2;
  run->requests_sent = 1148;
  run->requests_bytes = 48000;
  run->requests_shared = 17;
  run->isolation = "rlimits landlock:2 seccomp";
  run->profile.id = "api-provider";
  run->profile.version = "1.2.0";
  run->profile.sha256 = "3333333333333333333333333333333333333333333333333333333333333333";
  run->profile.title =
      (struct sv_text){ .nb = "API-tilbyder", .nn = "API-tilbydar", .en = "API provider" };
  run->profile.gate = (struct sv_gate){ .fail_on = SV_MUST, .min_shown = 50 };
  run->target.id = "enhetsoppslag";
  run->target.name = "Enhetsoppslag";
  run->target.orgnr = "999888777";
  run->target.organisation = "Eksempeletaten";
  run->target.role = "provider";
  run->target.environment = "test";
  run->target.endpoints = endpoints;
  run->target.endpoint_count = 2;
  run->masked = 3;
  run->requirements = need(sv_arena_calloc(&run->arena, most + 1, sizeof *run->requirements));
  run->results = need(sv_arena_calloc(&run->arena, most + 1, sizeof *run->results));
  run->exchanges = need(sv_arena_calloc(&run->arena, most + 1, sizeof *run->exchanges));
}

static void add_result(struct sv_run *run, const struct sv_requirement_result *q,
                       enum sv_outcome outcome)
{
  struct sv_result *r = &run->results[run->result_count++];
  const char **ids = need(sv_arena_calloc(&run->arena, 1, sizeof *ids));
  ids[0] = q->id;
  r->check = q->checks[0];
  r->title = "The answer says what it is";
  r->requirements = ids;
  r->requirement_count = 1;
  r->endpoint = "api";
  r->outcome = outcome;
  r->level = q->level;
  r->mode = q->mode;
  r->duration_ms = 233;
  if (outcome == SV_FAILED)
    r->attribution = SV_TARGET;
  if (outcome == SV_CANT_TELL)
    r->attribution = SV_NETWORK;
  if (outcome == SV_UNTESTED) {
    r->attribution = SV_CONFIGURATION;
    r->reason = "needs a request that may change data";
  }
}

void sample_add(struct sv_run *run, enum sv_layer layer, enum sv_level level,
                enum sv_outcome outcome, unsigned flags)
{
  static const struct sv_waiver waivers[] = {
    { "", "The gateway is replaced in March", "Drift", "2027-03-01", false },
    { "", "The gateway was to be replaced", "Drift", "2026-03-01", true },
  };
  struct sv_requirement_result *q = &run->requirements[run->requirement_count++];
  const unsigned n = (unsigned)run->requirement_count;
  const char **checks = need(sv_arena_calloc(&run->arena, 1, sizeof *checks));
  checks[0] = need(sv_arena_printf(&run->arena, "%s.sample.check-%03u", sv_layer_name(layer), n));
  q->id = need(sv_arena_printf(&run->arena, "%s-%03u", prefixes[layer], n));
  q->layer = layer;
  q->level = level;
  q->mode = flags & SAMPLE_MANUAL ? SV_MANUAL : SV_AUTOMATIC;
  q->seen = !(flags & SAMPLE_UNSEEN);
  q->title.nb = need(sv_arena_printf(&run->arena, "Svar nummer %u sier hva det er", n));
  q->title.en = need(sv_arena_printf(&run->arena, "Answer number %u says what it is", n));
  q->statement.nb = "Svaret skal si hvilken medietype det har.";
  q->statement.en = "The answer shall say which media type it has.";
  q->norm =
      (struct sv_norm){ "RFC 9110", "8.3", "https://www.rfc-editor.org/rfc/rfc9110#section-8.3" };
  q->area = layer == SV_TECHNICAL ? "http" : "";
  q->capabilities = &capabilities[n % 6];
  q->capability_count = 1;
  if (flags & (SAMPLE_WAIVER | SAMPLE_EXPIRED))
    q->waiver = &waivers[flags & SAMPLE_EXPIRED ? 1 : 0];
  if (flags & SAMPLE_NO_CHECK)
    return;
  q->checks = checks;
  q->check_count = 1;
  if (flags & SAMPLE_NO_RESULT)
    return;
  add_result(run, q, outcome);
  if (outcome == SV_FAILED || outcome == SV_CANT_TELL)
    sample_find(run, "text/html");
}

void sample_find(struct sv_run *run, const char *text)
{
  static const char *const evidence[] = { "sha256:"
                                          "44444444444444444444444444444444444444444444444444444444"
                                          "44444444" };
  struct sv_result *r = &run->results[run->result_count - 1];
  struct sv_finding_record *all =
      need(sv_arena_calloc(&run->arena, r->finding_count + 1, sizeof *all));
  if (r->finding_count)
    memcpy(all, r->findings, r->finding_count * sizeof *all);
  struct sv_finding_record *f = &all[r->finding_count++];
  struct sv_arg *args = need(sv_arena_calloc(&run->arena, 2, sizeof *args));
  args[0] = (struct sv_arg){ .name = "type", .text = text_of(run, text) };
  args[1] = (struct sv_arg){ .name = "count", .number = 3 };
  f->message = "The answer says {type}, {count} times";
  f->args = args;
  f->arg_count = 2;
  f->text = need(sv_arena_printf(&run->arena, "The answer says %s, 3 times", text));
  f->where = (struct sv_place){ .url = text_of(run, text),
                                .header = "Content-Type",
                                .json_pointer = "/items/3/id",
                                .line = 12,
                                .column = 7 };
  f->expected = "application/problem+json";
  f->actual = text_of(run, text);
  f->hint = "Set the media type of the answer.";
  f->evidence = evidence;
  f->evidence_count = 1;
  f->outcome = r->outcome == SV_FAILED ? SV_FAILED : SV_CANT_TELL;
  f->attribution = r->outcome == SV_FAILED ? SV_TARGET : SV_NETWORK;
  f->exchange = run->exchange_count ? run->exchanges[0].n : 0;
  r->findings = all;
}

void sample_exchange(struct sv_run *run, uint32_t n, const char *text)
{
  static const char *const names[] = { "DNS:api.example.test", NULL };
  static const struct sv_certificate chain[] = {
    { "CN=api.example.test", "CN=Test CA", "01AF", "55", "EC", "ecdsa-with-SHA256", names,
      1700000000, 1800000000, 256 },
  };
  static const struct sv_tls tls = { "TLSv1.3", "TLS_AES_128_GCM_SHA256", "h2", NULL, chain, 1, 1 };
  struct sv_exchange_record *x = &run->exchanges[run->exchange_count++];
  struct sv_header_field *h = need(sv_arena_calloc(&run->arena, 2, sizeof *h));
  h[0] = (struct sv_header_field){ "Content-Type", text_of(run, text) };
  h[1] = (struct sv_header_field){ "Authorization", "‹skjult: token›" };
  *x = (struct sv_exchange_record){
    .n = n,
    .method = "GET",
    .url = need(sv_arena_printf(&run->arena, "https://api.example.test/v1/%s", text)),
    .status = 404,
    .marks = SV_MARK_UNSTABLE,
    .detail = "connect: reset",
    .request_headers = h,
    .request_header_count = 2,
    .response_headers = h,
    .response_header_count = 2,
    .duration_ms = 88,
    .attempts = 2,
    .http_version = "2",
    .tls = &tls,
    .body_sha256 = "4444444444444444444444444444444444444444444444444444444444444444",
    .body_size = 153,
    .excerpt = text_of(run, text),
    .curl =
        need(sv_arena_printf(&run->arena, "curl -sS -i 'https://api.example.test/v1/%s'", text)),
    .started = "2026-11-22T08:14:08.000Z",
  };
}

/* The answer of the requirement that was added last. */
static void answer(struct sv_run *run)
{
  struct sv_declared_evidence *evidence = need(sv_arena_calloc(&run->arena, 1, sizeof *evidence));
  evidence->file = "agreement.pdf";
  evidence->sha256 = "5555555555555555555555555555555555555555555555555555555555555555";
  struct sv_requirement_result *q = &run->requirements[run->requirement_count - 1];
  struct sv_declared *d = need(sv_arena_calloc(&run->arena, 1, sizeof *d));
  *d = (struct sv_declared){ .requirement = q->id,
                             .answer = SV_FAILED,
                             .explanation = "The agreement ends in March.",
                             .reviewer = "Legal department",
                             .date = "2026-10-01",
                             .expires = "2027-10-01",
                             .evidence = evidence,
                             .evidence_count = 1 };
  q->declared = d;
}

void sample_full(struct sv_run *run)
{
  static const struct sv_waiver unused[] = { { "TEC-999", "No longer needed", "Drift", "2027-01-01",
                                               false } };
  static const char *const tailoring[] = { "--skip TEC-998" };
  static const struct sv_text why = { .nb = "Et menneske må lese avtalen.",
                                      .en = "A person must read the agreement." };
  static struct sv_fact_record fact = { "technical.sample.check-001",
                                        "service",
                                        "licence",
                                        "CC BY 4.0",
                                        { .url = "https://api.example.test/catalog" },
                                        1 };
  sample_begin(run, 64);
  const char **events = need(sv_arena_calloc(&run->arena, 2, sizeof *events));
  sample_exchange(run, 1, "units/999999999");
  for (int layer = SV_LEGAL; layer <= SV_TECHNICAL; layer++)
    for (int outcome = SV_PASSED; outcome <= SV_UNTESTED; outcome++)
      sample_add(run, (enum sv_layer)layer, outcome % 2 ? SV_MUST : SV_SHOULD,
                 (enum sv_outcome)outcome, 0);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_FAILED, SAMPLE_WAIVER);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_FAILED, SAMPLE_EXPIRED);
  sample_add(run, SV_LEGAL, SV_MUST, SV_PASSED, SAMPLE_UNSEEN);
  sample_add(run, SV_SEMANTIC, SV_MUST, SV_FAILED, SAMPLE_UNSEEN);
  sample_add(run, SV_LEGAL, SV_MUST, SV_UNTESTED, SAMPLE_NO_CHECK);
  sample_add(run, SV_ORGANISATIONAL, SV_MAY, SV_FAILED, SAMPLE_MANUAL);
  answer(run);
  sample_add(run, SV_LEGAL, SV_SHOULD, SV_UNTESTED, SAMPLE_MANUAL | SAMPLE_NO_CHECK);
  run->requirements[run->requirement_count - 1].manual = why;
  run->profile.maturity[SV_OPPORTUNISTIC] = (struct sv_maturity_rule){ true, 10, 0, 0 };
  run->profile.maturity[SV_SEAMLESS] = (struct sv_maturity_rule){ true, 100, 100, 95 };
  events[0] = "fa-barn";
  events[1] = "TEC-999";
  run->target.life_events = events;
  run->target.life_event_count = 1;
  run->unused_answers = &events[1];
  run->unused_answer_count = 1;
  run->unused_waivers = unused;
  run->unused_waiver_count = 1;
  run->profile.tailoring = tailoring;
  run->profile.tailoring_count = 1;
  run->facts = &fact;
  run->fact_count = 1;
  if (sv_verdict_compute(run) != SV_OK)
    abort();
}
