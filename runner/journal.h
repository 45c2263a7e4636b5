// SPDX-License-Identifier: Apache-2.0
/* The recording of a run, a folder of two files.
 * index.ndjson: one JSON object a line, after eight hexadecimal digits and a space: the CRC-32 of
 * the object's bytes, continued from the line before, so that a line changed, lost or moved is
 * noticed. Lines are only ever added; the last one says that the recording is whole. bodies.bin:
 * what the lines point into by offset and SHA-256: bodies and documents, each once, a NUL after
 * each. */
#ifndef SV_RUNNER_JOURNAL_H
#define SV_RUNNER_JOURNAL_H

#include "engines/base/arena.h"
#include "engines/base/status.h"
#include "runner/broker.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SV_JOURNAL_FORMAT = 1, SV_BODIES_MAX = 1 << 30 };

/* What holds for the whole run. */
struct sv_journal_run {
  int64_t as_of_ms;
  const char *probe;
  const char *user_agent;
  const char *version;
  bool unsafe; /* requests that may change data were allowed */
};

struct sv_journal;

/* Begins a recording in folder DIR, which is made when it is not there; an older recording in it is
 * replaced. ERR says what is wrong with the folder. */
enum sv_status sv_journal_open(const char *dir, const struct sv_journal_run *run,
                               struct sv_journal **out, struct sv_error *err) SV_MUST_USE;

/* Keeps SIZE bytes, once for each SHA256 (which is computed when it is NULL or empty), and returns
 * where they can be read, after sv_journal_settle(), as long as J lives. NULL when memory ran out.
 * A full disk loses nothing that is in use: it shows in sv_journal_close(). */
const void *sv_journal_body(struct sv_journal *j, const void *data, size_t size,
                            const char *sha256);

/* Makes what sv_journal_body() returned readable, and writes the lines so far: should the process be
 * killed now, the recording can be replayed as far as it goes. */
void sv_journal_settle(struct sv_journal *j);

/* Adds a line. Bodies must have been given to sv_journal_body() before. */
void sv_journal_exchange(struct sv_journal *j, const struct sv_exchange *x);
void sv_journal_evidence(struct sv_journal *j, const char *label, const char *media_type,
                         const char *sha256);
void sv_journal_document(struct sv_journal *j, const char *name, const char *sha256);

/* Says that exchange N answered the ORDINAL-th thing that ASKER asked under the same look. */
void sv_journal_use(struct sv_journal *j, const char *asker, uint32_t ordinal, uint32_t n);

/* Ends the recording. SV_IO says what could not be written. J is freed. */
enum sv_status sv_journal_close(struct sv_journal *j, const struct sv_broker_counts *counts,
                                struct sv_error *err) SV_MUST_USE;

/* A recording read back. Everything is in its arena or its mapping. */
struct sv_recording {
  struct sv_arena arena;
  struct sv_journal_run run;
  struct sv_exchange **exchanges; /* in the order of their lines */
  size_t count;
  struct sv_document_kept {
    const char *name;
    const void *data;
    size_t size;
  } * documents;
  size_t document_count;
  struct sv_use {
    const char *asker;
    uint32_t ordinal, n;
  } * uses;
  size_t use_count;
  struct sv_broker_counts counts;
  const char *bodies; /* mapped */
  size_t bodies_size;
  bool mapped;
};

/* Reads the recording in DIR. A last line that is cut off is left out and shows in counts.torn; any
 * other damage is SV_INVALID with the file and the line. */
enum sv_status sv_recording_read(const char *dir, struct sv_recording *out,
                                 struct sv_error *err) SV_MUST_USE;

/* The same from bytes; BODIES must live as long as OUT. */
enum sv_status sv_recording_parse(const char *index, size_t size, const char *name,
                                  struct sv_recording *out, struct sv_error *err) SV_MUST_USE;

void sv_recording_free(struct sv_recording *r);

/* Removes the recording in DIR, and DIR when nothing else is in it. */
void sv_recording_remove(const char *dir);

#endif
