// SPDX-License-Identifier: Apache-2.0
/* What a check said and looked at, frame by frame. */
#include "runner/case.h"

#include "engines/base/lang.h"
#include "engines/result/detail.h"
#include "runner/clean.h"

#include <stdlib.h>
#include <string.h>

enum { EXCHANGES_MOST = 1 << 20 };

static const char torn[] = "a message that cannot be read";
static const char no_memory[] = "more than memory holds";

/* What an answer that was never one says: it proves nothing about the target. */
static const char *const no_proof[] = { "limit",         "budget",     "address-refused",
                                        "unsafe-method", "credential", "refused-by-samsvar" };

void sv_case_open(struct sv_case *c, const struct sv_case_world *world, const struct sv_job *job,
                  const struct sv_subject *subject)
{
  *c = (struct sv_case){ .world = world, .job = job, .subject = subject };
}

/* "sha256:HEX" in A. */
static const char *evidence_name(struct sv_arena *a, const char *sha256)
{
  return sha256 && sha256[0] ? sv_arena_printf(a, "sha256:%s", sha256) : NULL;
}

static bool is_no_proof(const char *error)
{
  for (size_t i = 0; error && i < sizeof no_proof / sizeof no_proof[0]; i++)
    if (strcmp(error, no_proof[i]) == 0)
      return true;
  return false;
}

/* Marks that forbid a pass (plugin.h), with their names. */
static const char *incomplete(uint32_t marks)
{
  if (marks & SV_MARK_TRUNCATED)
    return "truncated";
  if (marks & SV_MARK_LIMITED)
    return "limited";
  return marks & SV_MARK_AMBIGUOUS ? "ambiguous" : NULL;
}

static void mark(struct sv_case *c, uint32_t marks)
{
  if (!c->incomplete)
    c->incomplete = incomplete(marks);
}

enum sv_status sv_case_touch(struct sv_case *c, const struct sv_exchange *x)
{
  for (; x; x = x->redirected_from) {
    if (c->exchange_count == c->exchange_room) {
      const size_t room = c->exchange_room ? c->exchange_room * 2 : 16;
      uint32_t *grown = room > EXCHANGES_MOST ? NULL : realloc(c->exchanges, room * sizeof *grown);
      if (!grown)
        return SV_NO_MEMORY;
      c->exchanges = grown;
      c->exchange_room = room;
    }
    if (x->n)
      c->exchanges[c->exchange_count++] = x->n;
    mark(c, x->answer.marks);
    const char *error = x->answer.error;
    if (error && strcmp(error, "not-recorded") == 0 && !c->not_recorded)
      c->not_recorded = x;
    if (is_no_proof(error) && !c->no_proof)
      c->no_proof = x;
  }
  return SV_OK;
}

void sv_case_document(struct sv_case *c, const struct sv_held *d)
{
  if (d->missing && !c->missing)
    c->missing = d;
  if (!d->missing)
    c->saw_document = true;
}

static bool touched(const struct sv_case *c, uint32_t n)
{
  for (size_t i = c->exchange_count; i > 0; i--) /* it is mostly one of the last */
    if (c->exchanges[i - 1] == n)
      return true;
  return false;
}

static void clean_place(struct sv_case *c, struct sv_place *p)
{
  const char **const texts[] = { &p->text,         &p->url,        &p->file,
                                 &p->json_pointer, &p->xpath,      &p->header,
                                 &p->operation,    &p->focus_node, &p->path };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    *texts[i] = sv_clean(c->world->arena, *texts[i], SV_TEXT_MOST);
  /* The url of a document that was handed over is the name of its file. */
  if (p->url && !strstr(p->url, "://") && !p->file) {
    p->file = p->url;
    p->url = NULL;
  }
}

static bool unpack_args(struct sv_case *c, struct sv_unpack *u, struct sv_finding_record *f)
{
  struct sv_arena *a = c->world->arena;
  const uint32_t count = sv_unpack_u32(u);
  struct sv_arg *args =
      count <= SV_WIRE_ARGS_MOST ? sv_arena_calloc(a, (size_t)count + 1, sizeof *args) : NULL;
  if (!args)
    return false;
  for (uint32_t i = 0; i < count; i++) {
    args[i].name = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
    args[i].text = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
    args[i].number = sv_unpack_i64(u);
    if (!args[i].name)
      return false;
  }
  f->args = args;
  f->arg_count = count;
  return true;
}

/* Links evidence E: an exchange that the check saw, a document from a file, or bytes that it kept.
 */
static void link_evidence(struct sv_case *c, uint32_t e, struct sv_finding_record *f)
{
  const struct sv_case_world *w = c->world;
  const char *name = NULL;
  if (e & SV_WIRE_EVIDENCE_BIT) {
    const size_t i = e & ~SV_WIRE_EVIDENCE_BIT;
    name = i < c->evidence_count ? c->evidence[i] : NULL;
  } else if (e & SV_WIRE_DOCUMENT_BIT) {
    const size_t i = e & ~SV_WIRE_DOCUMENT_BIT;
    name = i < w->document_count ? evidence_name(w->arena, w->documents[i].sha256) : NULL;
  } else if (e && touched(c, e)) {
    size_t count;
    const struct sv_exchange *const *all = sv_broker_exchanges(w->broker, &count);
    f->exchange = e;
    if (e <= count)
      name = evidence_name(w->arena, all[e - 1]->answer.body_sha256);
  }
  if (!name)
    return;
  const char **list = sv_arena_calloc(w->arena, 1, sizeof *list);
  if (!list)
    return;
  list[0] = name;
  f->evidence = list;
  f->evidence_count = 1;
}

/* The sentence in the language of the run. */
static const char *render(struct sv_case *c, const struct sv_finding_record *f)
{
  struct sv_buf text = SV_BUF(SV_WIRE_TEXT_MOST * SV_WIRE_ARGS_MOST);
  const char *kept = NULL;
  if (sv_detail_message(sv_tr(f->message), f->args, f->arg_count, &text) == SV_OK)
    kept = sv_clean(c->world->arena, sv_buf_text(&text), 2 * SV_TEXT_MOST);
  sv_buf_free(&text);
  return kept ? kept : f->message;
}

const char *sv_case_finding(struct sv_case *c, struct sv_unpack *u)
{
  struct sv_arena *a = c->world->arena;
  if (c->finding_count == SV_WIRE_FINDINGS_MOST)
    return "more findings than the services pass on";
  if (!c->findings)
    c->findings = sv_arena_calloc(a, SV_WIRE_FINDINGS_MOST, sizeof *c->findings);
  if (!c->findings)
    return no_memory;
  struct sv_finding_record f = { 0 };
  f.outcome = (enum sv_outcome)sv_unpack_u32(u);
  f.attribution = (enum sv_attribution)sv_unpack_u32(u);
  const char *message = sv_unpack_string(u);
  if (!unpack_args(c, u, &f))
    return torn;
  sv_wire_unpack_place(u, &f.where);
  const char *expected = sv_unpack_string(u);
  const char *actual = sv_unpack_string(u);
  const char *hint = sv_unpack_string(u);
  const uint32_t evidence = sv_unpack_u32(u);
  if (!sv_unpack_ok(u))
    return torn;
  if (!message || !message[0])
    return "a finding without a message";
  if (strlen(message) > SV_TEXT_MOST)
    return "a message over 2 KiB";
  if (f.outcome != SV_FAILED && f.outcome != SV_CANT_TELL)
    return "a finding that is neither failed nor cantTell";
  if (!f.attribution)
    f.attribution = f.outcome == SV_FAILED ? SV_TARGET : SV_TOOL;
  if (!sv_attribution_name(f.attribution))
    return "a finding about nobody";
  clean_place(c, &f.where);
  f.message = sv_clean(a, message, SV_TEXT_MOST);
  f.expected = sv_clean(a, expected, SV_TEXT_MOST);
  f.actual = sv_clean(a, actual, SV_TEXT_MOST);
  f.hint = sv_clean(a, hint, SV_TEXT_MOST);
  link_evidence(c, evidence, &f);
  f.text = f.message ? render(c, &f) : NULL;
  if (!f.text)
    return no_memory;
  c->findings[c->finding_count++] = f;
  return NULL;
}

const char *sv_case_fact(struct sv_case *c, struct sv_unpack *u)
{
  if (c->fact_count == SV_WIRE_FACTS_MOST)
    return "more facts than the services pass on";
  if (c->fact_count == c->fact_room) {
    const size_t room = c->fact_room ? c->fact_room * 2 : 16;
    struct sv_fact_record *grown = realloc(c->facts, room * sizeof *grown);
    if (!grown)
      return no_memory;
    c->facts = grown;
    c->fact_room = room;
  }
  struct sv_arena *a = c->world->arena;
  struct sv_fact_record f = { .check = c->job->check->id };
  f.subject = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
  f.predicate = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
  f.value = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
  sv_wire_unpack_place(u, &f.where);
  const uint32_t evidence = sv_unpack_u32(u);
  if (!sv_unpack_ok(u))
    return torn;
  if (!f.subject || !f.predicate || !f.value)
    return "a fact without subject, predicate or value";
  clean_place(c, &f.where);
  f.exchange = touched(c, evidence) ? evidence : 0;
  c->facts[c->fact_count++] = f;
  return NULL;
}

const char *sv_case_evidence(struct sv_case *c, struct sv_unpack *u)
{
  struct sv_arena *a = c->world->arena;
  const uint32_t number = sv_unpack_u32(u);
  const char *label = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
  const char *media_type = sv_clean(a, sv_unpack_string(u), SV_TEXT_MOST);
  size_t size;
  const void *data = sv_unpack_bytes(u, &size);
  if (!sv_unpack_ok(u) || number != c->evidence_count || size > SV_WIRE_EVIDENCE_MOST)
    return torn;
  if (c->evidence_count == SV_WIRE_EVIDENCES_MOST)
    return "more evidence than the services pass on";
  if (!c->evidence)
    c->evidence = sv_arena_calloc(a, SV_WIRE_EVIDENCES_MOST, sizeof *c->evidence);
  char sha256[65];
  if (!c->evidence ||
      sv_broker_evidence(c->world->broker, label, media_type, data, size, sha256) != SV_OK)
    return no_memory;
  c->evidence[c->evidence_count++] = evidence_name(a, sha256);
  return NULL;
}

void sv_case_close(struct sv_case *c)
{
  free(c->exchanges);
  free(c->facts);
  *c = (struct sv_case){ 0 };
}
