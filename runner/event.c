// SPDX-License-Identifier: Apache-2.0
/* Events as lines of JSON, written by jansson only: no text of a target can begin a line of its
 * own. */
#include "runner/event.h"

#include "engines/base/buf.h"
#include "engines/base/why.h"
#include "runner/mask.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

enum { LINE_MOST = 16 << 20 };

struct sv_events {
  FILE *file;
  char *path;
  struct timespec begun;
  bool failed;
};

enum sv_status sv_events_open(const char *path, struct sv_events **out, struct sv_error *err)
{
  struct sv_events *e = calloc(1, sizeof *e);
  if (!e)
    return SV_NO_MEMORY;
  e->path = strdup(path);
  e->file = fopen(path, "we");
  if (!e->path || !e->file) {
    const int why = errno;
    free(e->path);
    free(e);
    return sv_fail(err, SV_IO, "the events cannot be written to %s: %s", path, sv_why(why));
  }
  (void)clock_gettime(CLOCK_MONOTONIC, &e->begun);
  *out = e;
  return SV_OK;
}

static void write_line(struct sv_events *e, const char *name, json_t *o)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  const json_int_t ms =
      (now.tv_sec - e->begun.tv_sec) * 1000 + (now.tv_nsec - e->begun.tv_nsec) / 1000000;
  char *text = o && json_object_set_new(o, "e", json_string(name)) == 0 &&
                       json_object_set_new(o, "t", json_integer(ms)) == 0
                   ? json_dumps(o, JSON_COMPACT | JSON_SORT_KEYS)
                   : NULL;
  struct sv_buf line = SV_BUF(LINE_MOST);
  if (!text || sv_mask_text(text, strlen(text), &line) != SV_OK ||
      sv_buf_addc(&line, '\n') != SV_OK || fputs(sv_buf_text(&line), e->file) == EOF ||
      fflush(e->file) != 0) /* whoever reads along sees whole lines */
    e->failed = true;
  sv_buf_free(&line);
  free(text);
  json_decref(o);
}

void sv_event_plugin(struct sv_events *e, const struct sv_plugin_info *p)
{
  if (e)
    write_line(e, "plugin",
               json_pack("{s:s,s:s,s:s,s:i,s:s?}", "name", p->name, "version", p->version, "sha256",
                         p->sha256, "checks", (int)p->check_count, "problem", p->problem));
}

void sv_event_plan(struct sv_events *e, size_t jobs, const char *isolation)
{
  if (e)
    write_line(e, "plan", json_pack("{s:I,s:s}", "jobs", (json_int_t)jobs, "isolation", isolation));
}

void sv_event_document(struct sv_events *e, const char *id, const char *kind, uint32_t exchange)
{
  if (e)
    write_line(
        e, "document",
        json_pack("{s:s,s:s,s:I}", "id", id, "kind", kind, "exchange", (json_int_t)exchange));
}

void sv_event_begin(struct sv_events *e, const char *check, const char *endpoint)
{
  if (e)
    write_line(e, "begin", json_pack("{s:s,s:s}", "check", check, "endpoint", endpoint));
}

void sv_event_log(struct sv_events *e, const char *level, const char *plugin, const char *text)
{
  if (e)
    write_line(e, "log",
               json_pack("{s:s,s:s,s:s}", "level", level, "plugin", plugin, "text", text));
}

static void findings(struct sv_events *e, const struct sv_result *r)
{
  for (size_t i = 0; i < r->finding_count; i++) {
    const struct sv_finding_record *f = &r->findings[i];
    write_line(e, "finding",
               json_pack("{s:s,s:s,s:s,s:s,s:s?,s:I}", "check", r->check, "endpoint", r->endpoint,
                         "outcome", sv_outcome_name(f->outcome), "text", f->text, "attribution",
                         sv_attribution_name(f->attribution), "exchange", (json_int_t)f->exchange));
  }
}

void sv_event_end(struct sv_events *e, const struct sv_result *r)
{
  if (!e)
    return;
  findings(e, r);
  write_line(e, "end",
             json_pack("{s:s,s:s,s:s,s:s?,s:s?,s:I}", "check", r->check, "endpoint", r->endpoint,
                       "outcome", sv_outcome_name(r->outcome), "attribution",
                       sv_attribution_name(r->attribution), "reason", r->reason, "durationMs",
                       (json_int_t)r->duration_ms));
}

void sv_event_done(struct sv_events *e, bool interrupted)
{
  if (e)
    write_line(e, "done", json_pack("{s:b}", "interrupted", interrupted));
}

enum sv_status sv_events_close(struct sv_events *e, struct sv_error *err)
{
  if (!e)
    return SV_OK;
  const bool bad = fclose(e->file) != 0 || e->failed;
  const enum sv_status status =
      bad ? sv_fail(err, SV_IO, "the events could not be written to %s", e->path) : SV_OK;
  free(e->path);
  free(e);
  return status;
}
