// SPDX-License-Identifier: Apache-2.0
/* A code list: codes found by IRI, by code, and by an IRI that is nearly right. */
#include "engines/vocabulary/vocabulary.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/map.h"
#include "engines/vocabulary/index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY_MAX ((size_t)256 << 20)
#define IRI_MAX 4096

static const char digits_place[] = "nnnnnnnnn";

struct sv_vocabulary_index {
  struct sv_arena arena;
  struct sv_vocabulary list;
  struct sv_map iris, codes, folded;
  bool patterns; /* an IRI holds nnnnnnnnn */
};

struct sv_vocabulary *sv_vocabulary_make(struct sv_arena **arena)
{
  struct sv_vocabulary_index *x = calloc(1, sizeof *x);
  if (!x)
    return NULL;
  x->arena = (struct sv_arena)SV_ARENA(MEMORY_MAX);
  x->list.index = x;
  *arena = &x->arena;
  return &x->list;
}

void sv_vocabulary_free(struct sv_vocabulary *v)
{
  if (!v)
    return;
  struct sv_vocabulary_index *x = v->index;
  sv_map_free(&x->iris);
  sv_map_free(&x->codes);
  sv_map_free(&x->folded);
  sv_arena_free(&x->arena);
  free(x);
}

/* What IRIs that are meant to be one share: no scheme, no slash at the end, small letters. */
static void fold(const char *iri, struct sv_buf *out)
{
  const char *rest = strstr(iri, "://");
  rest = rest ? rest + 3 : iri;
  size_t size = strlen(rest);
  while (size > 0 && (rest[size - 1] == '/' || rest[size - 1] == '#'))
    size--;
  for (size_t i = 0; i < size; i++)
    (void)sv_buf_addc(out, (char)sv_lower(rest[i]));
}

/* IRI with each run of exactly nine digits as nnnnnnnnn. */
static void generalize(const char *iri, struct sv_buf *out)
{
  while (*iri) {
    size_t run = 0;
    while (sv_is_digit(iri[run]))
      run++;
    if (run == sizeof digits_place - 1)
      (void)sv_buf_adds(out, digits_place);
    else
      (void)sv_buf_add(out, iri, run ? run : 1);
    iri += run ? run : 1;
  }
}

enum sv_status sv_vocabulary_index_add(struct sv_vocabulary_index *x, const struct sv_code *c)
{
  struct sv_buf folded = SV_BUF(IRI_MAX);
  void *code = (void *)(uintptr_t)c; /* the map keeps it and never writes */
  const size_t size = strlen(c->iri);
  bool added = *c->iri == '\0' || sv_map_set(&x->iris, c->iri, size, code) == SV_OK;
  if (*c->code && !sv_map_gets(&x->codes, c->code))
    added = added && sv_map_set(&x->codes, c->code, strlen(c->code), code) == SV_OK;
  fold(c->iri, &folded);
  const char *key = folded.size > 0 ? sv_arena_copy(&x->arena, folded.data, folded.size) : NULL;
  if (key && !sv_map_gets(&x->folded, key))
    added = added && sv_map_set(&x->folded, key, folded.size, code) == SV_OK;
  sv_buf_free(&folded);
  x->patterns |= strstr(c->iri, digits_place) != NULL;
  return added ? SV_OK : SV_NO_MEMORY;
}

const struct sv_code *sv_vocabulary_find(const struct sv_vocabulary *v, const char *iri)
{
  const struct sv_code *found = sv_map_gets(&v->index->iris, iri);
  if (found || !v->index->patterns)
    return found;
  struct sv_buf general = SV_BUF(IRI_MAX);
  generalize(iri, &general);
  found = sv_map_gets(&v->index->iris, sv_buf_text(&general));
  sv_buf_free(&general);
  return found;
}

const struct sv_code *sv_vocabulary_find_code(const struct sv_vocabulary *v, const char *code)
{
  return sv_map_gets(&v->index->codes, code);
}

static const struct sv_code *near(const struct sv_vocabulary *v, const char *iri)
{
  struct sv_buf folded = SV_BUF(IRI_MAX), general = SV_BUF(IRI_MAX);
  fold(iri, &folded);
  if (v->index->patterns)
    generalize(sv_buf_text(&folded), &general);
  const char *key = sv_buf_text(v->index->patterns ? &general : &folded);
  const struct sv_code *found = *key ? sv_map_gets(&v->index->folded, key) : NULL;
  sv_buf_free(&folded);
  sv_buf_free(&general);
  return found;
}

enum sv_code_answer sv_vocabulary_judge(const struct sv_vocabulary *v, const char *iri,
                                        const struct sv_code **code)
{
  const struct sv_code *known = sv_vocabulary_find(v, iri);
  const struct sv_code *meant = known ? known : near(v, iri);
  if (code)
    *code = meant;
  if (known)
    return SV_CODE_KNOWN;
  if (meant)
    return SV_CODE_MISSPELT;
  return v->complete ? SV_CODE_UNKNOWN : SV_CODE_UNSURE;
}

static const char *in_language(const char *nb, const char *nn, const char *en, enum sv_lang lang)
{
  const char *const order[][3] = {
    [SV_NB] = { nb, nn, en }, [SV_NN] = { nn, nb, en }, [SV_EN] = { en, nb, nn }
  };
  const size_t row = lang == SV_NB || lang == SV_NN ? lang : SV_EN;
  for (size_t i = 0; i < 3; i++)
    if (*order[row][i])
      return order[row][i];
  return NULL;
}

const char *sv_vocabulary_title(const struct sv_vocabulary *v, enum sv_lang lang)
{
  const char *title = in_language(v->title_nb, v->title_nn, v->title_en, lang);
  return title ? title : v->id;
}

const char *sv_code_label(const struct sv_code *c, enum sv_lang lang)
{
  const char *label = in_language(c->label_nb, c->label_nn, c->label_en, lang);
  return label ? label : c->code;
}
