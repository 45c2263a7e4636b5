// SPDX-License-Identifier: Apache-2.0
/* Reading answers and making results of them. */
#include "runner/answers.h"

#include "engines/base/date.h"
#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "engines/base/sha256.h"
#include "runner/mask.h"
#include "runner/reader.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

enum {
  ANSWERS_MOST = 10000,
  EVIDENCE_MOST = 100,
  EVIDENCE_BYTES = 64 << 20,
  FILE_BYTES = 4 << 20,
  TEXT_MOST = 4096
};

struct entry {
  struct sv_declared d;
  const char *answer;
  sv_value evidence;
};

static const struct sv_member members[] = {
  { .name = "requirement",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, d.requirement),
    .required = true },
  { .name = "answer",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, answer),
    .required = true },
  { .name = "explanation",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, d.explanation) },
  { .name = "evidence", .kind = SV_MEMBER_VALUE, .offset = offsetof(struct entry, evidence) },
  { .name = "reviewer",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, d.reviewer),
    .required = true },
  { .name = "date",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, d.date),
    .required = true },
  { .name = "expires",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct entry, d.expires),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member evidence_members[] = {
  { .name = "file",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_declared_evidence, file),
    .required = true },
  { .name = "sha256",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct sv_declared_evidence, sha256),
    .required = true },
  { .kind = SV_MEMBER_END },
};

struct file {
  sv_value answers;
};

static const struct sv_member file_members[] = {
  { .name = "$schema", .kind = SV_MEMBER_ANY },
  { .name = "answers",
    .kind = SV_MEMBER_VALUE,
    .offset = offsetof(struct file, answers),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static const char *const words[] = { "fulfilled", "not-fulfilled", "not-relevant" };
static const enum sv_outcome outcomes[] = { SV_PASSED, SV_FAILED, SV_INAPPLICABLE };
enum { WORDS = sizeof words / sizeof words[0] };

struct reading {
  const struct sv_reader *r;
  const struct sv_catalogue *c;
  const char *dir; /* of evidence; NULL: it is not looked at */
  struct sv_answers *out;
};

static bool is_digest(const char *text)
{
  return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* The file is the one that was answered for. */
static enum sv_status check_evidence(const struct reading *x, sv_value v,
                                     const struct sv_declared_evidence *e)
{
  struct sv_buf bytes = SV_BUF(EVIDENCE_BYTES);
  struct sv_error why = { 0 };
  char real[65];
  const char *path =
      e->file[0] == '/' ? e->file : sv_arena_printf(x->r->arena, "%s/%s", x->dir, e->file);
  if (!path)
    return SV_NO_MEMORY;
  enum sv_status status = sv_file_read(path, &bytes, &why);
  if (status == SV_OK)
    sv_sha256_hex(sv_buf_text(&bytes), bytes.size, real);
  sv_buf_free(&bytes);
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK)
    return sv_reader_fault(x->r, v, N_("The evidence {file} cannot be read: {reason}."), "file",
                           e->file, "reason", why.text, NULL);
  if (strcmp(real, e->sha256) != 0)
    return sv_reader_fault(x->r, sv_doc_gets(x->r->doc, v, "sha256"),
                           N_("{file} is not the file that was answered for: its SHA-256 is "
                              "{digest}."),
                           "file", e->file, "digest", real, NULL);
  return SV_OK;
}

static enum sv_status read_evidence(const struct reading *x, struct entry *e)
{
  const struct sv_reader *r = x->r;
  if (e->evidence == SV_DOC_NONE)
    return SV_OK;
  if (sv_doc_type(r->doc, e->evidence) != SV_DOC_ARRAY ||
      sv_doc_count(r->doc, e->evidence) > EVIDENCE_MOST)
    return sv_reader_fault(r, e->evidence, N_("evidence must be a list of at most 100 files."),
                           NULL);
  struct sv_declared_evidence *list =
      sv_arena_calloc(r->arena, sv_doc_count(r->doc, e->evidence) + 1, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  for (sv_value v = sv_doc_first(r->doc, e->evidence); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, e->evidence, v)) {
    struct sv_declared_evidence *one = &list[e->d.evidence_count++];
    SV_TRY(sv_reader_object(r, v, evidence_members, one));
    if (!is_digest(one->sha256))
      return sv_reader_fault(r, sv_doc_gets(r->doc, v, "sha256"),
                             N_("sha256 must be 64 hexadecimal digits, in small letters."), NULL);
    if (x->dir)
      SV_TRY(check_evidence(x, v, one));
    const char *slash = strrchr(one->file, '/');
    one->file = slash ? slash + 1 : one->file;
  }
  e->d.evidence = list;
  return SV_OK;
}

static enum sv_status check_dates(const struct sv_reader *r, sv_value v,
                                  const struct sv_declared *d)
{
  const char *const dates[] = { d->date, d->expires };
  const char *const names[] = { "date", "expires" };
  for (size_t i = 0; i < 2; i++)
    if (!sv_date_parse(dates[i], strlen(dates[i]), NULL))
      return sv_reader_fault(r, sv_doc_gets(r->doc, v, names[i]),
                             N_("{name} must be a date that exists, such as 2027-06-30, not "
                                "{text}."),
                             "name", names[i], "text", dates[i], NULL);
  if (strcmp(d->expires, d->date) < 0)
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "expires"),
                           N_("The answer would expire before it was given."), NULL);
  return SV_OK;
}

static enum sv_status read_one(const struct reading *x, sv_value v)
{
  const struct sv_reader *r = x->r;
  struct entry e = { .evidence = SV_DOC_NONE };
  SV_TRY(sv_reader_object(r, v, members, &e));
  const struct sv_requirement *q = sv_catalogue_find(x->c, e.d.requirement);
  const sv_value at = sv_doc_gets(r->doc, v, "requirement");
  if (!q)
    return sv_reader_fault(r, at, N_("{id} is no requirement of the catalogue."), "id",
                           e.d.requirement, NULL);
  if (!q->manual.en)
    return sv_reader_fault(r, at,
                           N_("{id} is judged by checks, or will be; an answer cannot stand in for "
                              "them."),
                           "id", e.d.requirement, NULL);
  for (size_t i = 0; i < WORDS; i++)
    if (strcmp(e.answer, words[i]) == 0)
      e.d.answer = outcomes[i];
  if (!e.d.answer)
    return sv_reader_unknown(r, sv_doc_gets(r->doc, v, "answer"), "answer", e.answer, words, WORDS);
  SV_TRY(check_dates(r, v, &e.d));
  SV_TRY(read_evidence(x, &e));
  for (size_t i = 0; i < x->out->count; i++)
    if (strcmp(x->out->items[i].requirement, e.d.requirement) == 0)
      return sv_reader_fault(r, at, N_("There are two answers for {id}."), "id", e.d.requirement,
                             NULL);
  x->out->items[x->out->count++] = e.d;
  return SV_OK;
}

static int by_requirement(const void *a, const void *b)
{
  return strcmp(((const struct sv_declared *)a)->requirement,
                ((const struct sv_declared *)b)->requirement);
}

static enum sv_status read_all(const struct reading *x)
{
  const struct sv_reader *r = x->r;
  struct file f = { .answers = SV_DOC_NONE };
  SV_TRY(sv_reader_object(r, SV_DOC_ROOT, file_members, &f));
  if (sv_doc_type(r->doc, f.answers) != SV_DOC_ARRAY ||
      sv_doc_count(r->doc, f.answers) > ANSWERS_MOST)
    return sv_reader_fault(r, f.answers, N_("answers must be a list of at most 10000."), NULL);
  x->out->items =
      sv_arena_calloc(r->arena, sv_doc_count(r->doc, f.answers) + 1, sizeof *x->out->items);
  if (!x->out->items)
    return SV_NO_MEMORY;
  for (sv_value v = sv_doc_first(r->doc, f.answers); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, f.answers, v))
    SV_TRY(read_one(x, v));
  if (x->out->count)
    qsort(x->out->items, x->out->count, sizeof *x->out->items, by_requirement);
  return SV_OK;
}

static enum sv_status parse(const char *text, size_t size, const char *name, const char *dir,
                            const struct sv_catalogue *c, struct sv_arena *a,
                            struct sv_answers *out, struct sv_error *err)
{
  struct sv_reader r = { .name = name, .arena = a, .err = err };
  *out = (struct sv_answers){ 0 };
  enum sv_status status = sv_reader_open(&r, text, size);
  if (status == SV_OK)
    status = read_all(&(struct reading){ .r = &r, .c = c, .dir = dir, .out = out });
  sv_reader_close(&r);
  out->text = text;
  out->size = size;
  return status;
}

enum sv_status sv_answers_parse(const char *text, size_t size, const char *name,
                                const struct sv_catalogue *c, struct sv_arena *a,
                                struct sv_answers *out, struct sv_error *err)
{
  return parse(text, size, name, NULL, c, a, out, err);
}

enum sv_status sv_answers_read(const char *path, const struct sv_catalogue *c, struct sv_arena *a,
                               struct sv_answers *out, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(FILE_BYTES);
  struct sv_buf masked = SV_BUF(2 * FILE_BYTES);
  const char *slash = strrchr(path, '/');
  const char *dir =
      slash ? sv_arena_copy(a, path, slash == path ? 1 : (size_t)(slash - path)) : ".";
  enum sv_status status = dir ? sv_file_read(path, &text, err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = parse(sv_buf_text(&text), text.size, path, dir, c, a, out, err);
  if (status == SV_OK)
    status = sv_mask_bytes(NULL, sv_buf_text(&text), text.size, &masked, NULL);
  const char *kept = status == SV_OK ? sv_arena_copy(a, sv_buf_text(&masked), masked.size) : NULL;
  if (status == SV_OK)
    status = kept ? parse(kept, masked.size, path, NULL, c, a, out, err) : SV_NO_MEMORY;
  sv_buf_free(&text);
  sv_buf_free(&masked);
  return status == SV_LIMIT ? SV_INVALID : status;
}

/* --- laying them upon a run */

static struct sv_requirement_result *requirement(const struct sv_run *run, const char *id)
{
  for (size_t i = 0; i < run->requirement_count; i++)
    if (strcmp(run->requirements[i].id, id) == 0)
      return &run->requirements[i];
  return NULL;
}

/* Names of the digests, for results. */
static const char *const *digests(struct sv_arena *a, const struct sv_declared *d)
{
  const char **list = sv_arena_calloc(a, d->evidence_count + 1, sizeof *list);
  for (size_t i = 0; list && i < d->evidence_count; i++)
    if (!(list[i] = sv_arena_printf(a, "sha256:%s", d->evidence[i].sha256)))
      return NULL;
  return list;
}

/* The one finding of an answer that the requirement is not met. */
static struct sv_finding_record *finding(struct sv_arena *a, const struct sv_declared *d)
{
  static const char said[] = N_("{reviewer} declared on {date} that this is not fulfilled.");
  struct sv_finding_record *f = sv_arena_calloc(a, 1, sizeof *f);
  struct sv_arg *args = sv_arena_calloc(a, 2, sizeof *args);
  struct sv_buf text = SV_BUF(2 * TEXT_MOST);
  if (!f || !args)
    return NULL;
  args[0] = (struct sv_arg){ .name = "reviewer", .text = d->reviewer };
  args[1] = (struct sv_arg){ .name = "date", .text = d->date };
  *f = (struct sv_finding_record){ .message = said,
                                   .args = args,
                                   .arg_count = 2,
                                   .actual = d->explanation,
                                   .hint = N_("Do what the requirement asks, then let somebody "
                                              "judge it again and declare the new answer."),
                                   .outcome = SV_FAILED,
                                   .attribution = SV_TARGET,
                                   .evidence = digests(a, d),
                                   .evidence_count = d->evidence_count };
  if (sv_message_render(sv_tr(said), args, 2, &text) == SV_OK)
    f->text = sv_arena_strdup(a, sv_buf_text(&text));
  sv_buf_free(&text);
  return f->text && f->evidence ? f : NULL;
}

/* "manual.org-010": each answer is the result of a check of its own. */
static const char *check_id(struct sv_arena *a, const char *requirement_id)
{
  char *id = sv_arena_printf(a, "manual.%s", requirement_id);
  for (char *p = id; p && *p; p++)
    if (*p >= 'A' && *p <= 'Z')
      *p = (char)(*p - 'A' + 'a');
  return id;
}

static enum sv_status add_result(struct sv_run *run, const struct sv_requirement_result *q,
                                 struct sv_result *r)
{
  const struct sv_declared *d = q->declared;
  const char **ids = sv_arena_calloc(&run->arena, 1, sizeof *ids);
  *r = (struct sv_result){ .check = check_id(&run->arena, q->id),
                           .title = N_("What a person declared"),
                           .requirements = ids,
                           .requirement_count = 1,
                           .endpoint = "",
                           .outcome = d->answer,
                           .level = q->level,
                           .mode = SV_MANUAL };
  if (!ids || !r->check)
    return SV_NO_MEMORY;
  ids[0] = q->id;
  if (d->answer != SV_FAILED)
    return SV_OK;
  r->attribution = SV_TARGET;
  r->findings = finding(&run->arena, d);
  r->finding_count = 1;
  return r->findings ? SV_OK : SV_NO_MEMORY;
}

/* Whether D holds on the day that the run judges by; both are YYYY-MM-DD. */
static bool holds(const struct sv_declared *d, const char *as_of)
{
  return !d->expired && strcmp(d->date, as_of) <= 0;
}

enum sv_status sv_answers_apply(const struct sv_answers *answers, struct sv_run *run)
{
  struct sv_result *all =
      sv_arena_calloc(&run->arena, run->result_count + answers->count + 1, sizeof *all);
  const char **unused = sv_arena_calloc(&run->arena, answers->count + 1, sizeof *unused);
  if (!all || !unused)
    return SV_NO_MEMORY;
  if (run->result_count)
    memcpy(all, run->results, run->result_count * sizeof *all);
  run->results = all;
  run->unused_answers = unused;
  for (size_t i = 0; i < answers->count; i++) {
    struct sv_declared *d = &answers->items[i];
    struct sv_requirement_result *q = requirement(run, d->requirement);
    d->expired = strcmp(d->expires, run->as_of) < 0;
    if (!q || q->mode != SV_MANUAL) {
      unused[run->unused_answer_count++] = d->requirement;
      continue;
    }
    q->declared = d;
    if (holds(d, run->as_of))
      SV_TRY(add_result(run, q, &all[run->result_count++]));
  }
  return SV_OK;
}
