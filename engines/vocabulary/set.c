// SPDX-License-Identifier: Apache-2.0
/* A set of code lists: those of the product, and those that replace or join them. */
#include "engines/vocabulary/vocabulary.h"

#include "engines/base/ascii.h"
#include "engines/base/embedded.h"

#include <stdlib.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

enum { LISTS_MAX = 4096 };

extern const struct sv_embedded sv_vocabulary_builtins[];

struct sv_vocabularies {
  struct sv_vocabulary **lists; /* in order of id */
  size_t count, room;
};

/* Where the list ID stands, or where it belongs. */
static size_t place(const struct sv_vocabularies *s, const char *id, bool *found)
{
  size_t low = 0, high = s->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = strcmp(s->lists[middle]->id, id);
    if (order == 0) {
      *found = true;
      return middle;
    }
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  *found = false;
  return low;
}

static enum sv_status make_room(struct sv_vocabularies *s, struct sv_error *err)
{
  if (s->count == LISTS_MAX)
    return sv_fail_limit(err, "vocabularies",
                         N_("there are more code lists than the limit allows"));
  if (s->count < s->room)
    return SV_OK;
  const size_t room = s->room ? s->room * 2 : 64;
  struct sv_vocabulary **more = realloc(s->lists, room * sizeof *more);
  if (!more)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  s->lists = more;
  s->room = room;
  return SV_OK;
}

enum sv_status sv_vocabularies_add(struct sv_vocabularies *s, struct sv_vocabulary *v,
                                   struct sv_error *err)
{
  bool found;
  const size_t at = place(s, v->id, &found);
  if (found && s->lists) {
    sv_vocabulary_free(s->lists[at]);
    s->lists[at] = v;
    return SV_OK;
  }
  const enum sv_status status = make_room(s, err);
  if (status != SV_OK || !s->lists) {
    sv_vocabulary_free(v);
    return status != SV_OK ? status : SV_INTERNAL;
  }
  memmove(s->lists + at + 1, s->lists + at, (s->count - at) * sizeof *s->lists);
  s->lists[at] = v;
  s->count++;
  return SV_OK;
}

struct sv_vocabularies *sv_vocabularies_new(void)
{
  struct sv_vocabularies *s = calloc(1, sizeof *s);
  enum sv_status status = s ? SV_OK : SV_NO_MEMORY;
  for (const struct sv_embedded *e = sv_vocabulary_builtins; status == SV_OK && e->name; e++) {
    struct sv_vocabulary *v = NULL;
    status = sv_vocabulary_read(e->text, strlen(e->text), e->name, &v, NULL);
    if (status == SV_OK)
      status = sv_vocabularies_add(s, v, NULL);
  }
  if (status == SV_OK)
    return s;
  sv_vocabularies_free(s);
  return NULL;
}

void sv_vocabularies_free(struct sv_vocabularies *s)
{
  for (size_t i = 0; s && i < s->count; i++)
    sv_vocabulary_free(s->lists[i]);
  if (s)
    free(s->lists);
  free(s);
}

enum sv_status sv_vocabularies_add_packed(struct sv_vocabularies *s, const char *text, size_t size,
                                          struct sv_error *err)
{
  const char *end = text + size;
  while (text < end) {
    const char *stop =
        memmem(text, (size_t)(end - text), SV_VOCABULARY_BREAK, strlen(SV_VOCABULARY_BREAK));
    const size_t one = stop ? (size_t)(stop - text) : (size_t)(end - text);
    struct sv_vocabulary *v = NULL;
    SV_TRY(sv_vocabulary_read(text, one, "vocabularies", &v, err));
    SV_TRY(sv_vocabularies_add(s, v, err));
    text += one + (stop ? strlen(SV_VOCABULARY_BREAK) : 0);
  }
  return SV_OK;
}

size_t sv_vocabularies_count(const struct sv_vocabularies *s)
{
  return s->count;
}

const struct sv_vocabulary *sv_vocabularies_at(const struct sv_vocabularies *s, size_t i)
{
  return s->lists[i];
}

const struct sv_vocabulary *sv_vocabularies_find(const struct sv_vocabularies *s, const char *id)
{
  bool found;
  const size_t at = place(s, id, &found);
  return found ? s->lists[at] : NULL;
}

/* What stands behind http:// or https://: lists are found under both, codes only under theirs. */
static const char *without_protocol(const char *iri)
{
  const bool secure = sv_starts_with(iri, "https://");
  return secure || sv_starts_with(iri, "http://") ? iri + (secure ? 8 : 7) : iri;
}

static bool is_within(const char *iri, const char *scheme, size_t size)
{
  if (strncmp(iri, scheme, size) != 0)
    return false;
  return !iri[size] || strchr("/#", iri[size]) || scheme[size - 1] == '/';
}

const struct sv_vocabulary *sv_vocabularies_of(const struct sv_vocabularies *s, const char *iri)
{
  const struct sv_vocabulary *best = NULL;
  size_t longest = 0;
  iri = without_protocol(iri);
  for (size_t i = 0; i < s->count; i++) {
    const char *scheme = without_protocol(s->lists[i]->scheme);
    const size_t size = strlen(scheme);
    if (size > longest && is_within(iri, scheme, size)) {
      best = s->lists[i];
      longest = size;
    }
  }
  return best;
}
