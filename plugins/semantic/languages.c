// SPDX-License-Identifier: Apache-2.0
/* The languages of texts in descriptions: their tags, and whether the text is in that language. */
#include "plugins/describe/describe.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"
#include "engines/base/utf8.h"
#include "engines/http/language.h"

#include <stdlib.h>
#include <string.h>

#include "plugins/semantic/language_codes.inc"

enum { TOLD_MAX = 30, SEEN_MAX = 64, JUDGED_LENGTH = 30, MARGIN = 2, WORD_MAX = 32 };

/* Whether the SIZE letters at CODE are one of WORDS. */
static bool is_among(const char *words, const char *code, size_t size)
{
  for (const char *p = words; *p; p += *p == ' ') {
    const size_t n = strcspn(p, " ");
    if (n == size && memcmp(p, code, size) == 0)
      return true;
    p += n;
  }
  return false;
}

/* What is wrong with TAG (in small letters), as a sentence about {tag}; NULL: nothing. */
static const char *fault_of(const char *tag)
{
  const size_t size = strlen(tag);
  if (!sv_language_is_well_formed(tag, size))
    return N_("{tag} is no language tag.");
  const struct sv_span code = sv_language_primary(tag, size);
  if (code.size == 2 && memcmp(code.data, "no", 2) == 0)
    return N_("{tag} does not say which Norwegian it is.");
  if (code.size == 2)
    return is_among(two_letters, code.data, 2) ? NULL : N_("{tag} begins with no known language.");
  if (code.size == 3 && is_among(replaced, code.data, 3))
    return N_("{tag} is a code of three letters for a language that has one of two.");
  if (code.size == 1 || is_among(three_letters, code.data, code.size))
    return NULL;
  return N_("{tag} begins with no known language.");
}

enum sv_outcome sv_sem_language_tags(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0, seen = 0;
  const char *told[SEEN_MAX]; /* tags that were judged */
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const struct sv_triple *t = sv_graph_triples(d->graph);
  for (size_t i = 0; i < sv_graph_size(d->graph); i++) {
    const char *tag = sv_graph_lang(d->graph, t[i].o);
    bool is_told = !tag || faults == TOLD_MAX;
    looked_at += tag != NULL;
    for (size_t k = 0; k < seen && !is_told; k++)
      is_told = strcmp(told[k], tag) == 0;
    if (is_told)
      continue;
    const char *fault = fault_of(tag);
    if (seen < SEEN_MAX)
      told[seen++] = tag;
    if (!fault)
      continue;
    faults++;
    json_t *args = json_pack("{s:s}", "tag", tag);
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = t[i].s,
                                          .line = &t[i],
                                          .predicate = sv_graph_text(d->graph, t[i].p, NULL),
                                          .value = t[i].o,
                                          .message = fault,
                                          .args = args,
                                          .expected = "nb, nn, en, se, sma, smj, fkv",
                                          .hint = N_("Tag each text with its own language by BCP "
                                                     "47; "
                                                     "every tag is told once.") });
    json_decref(args);
  }
  return sv_describe_outcome(looked_at, faults);
}

/* --- the language itself --- */
enum { LANGUAGES = 4 };
static const char *const languages[LANGUAGES] = { "nb", "nn", "en", "se" };

struct stop_word {
  const char *word;
  unsigned languages; /* bits */
};

static const struct stop_word stop_words[] = {
#include "plugins/semantic/stop_words.inc"
};
enum { STOP_WORDS = sizeof stop_words / sizeof stop_words[0] };

static bool make_map(struct sv_map *map)
{
  for (size_t i = 0; i < STOP_WORDS; i++)
    if (sv_map_set(map, stop_words[i].word, strlen(stop_words[i].word),
                   (void *)(uintptr_t)&stop_words[i]) != SV_OK)
      return false;
  return true;
}

static bool is_letter(uint32_t code)
{
  return code >= 0xC0 || (code < 0x80 && sv_is_alpha((int)code));
}

/* Letters of Latin-1 made small as ASCII's are. */
static uint32_t small(uint32_t code)
{
  return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) ? code + 32 : code;
}

/* How many common words of each language TEXT has. */
static void count_words(const struct sv_map *map, const char *text, size_t size,
                        unsigned scores[LANGUAGES])
{
  char word[WORD_MAX + 4];
  size_t n = 0;
  const char *end = text + size;
  memset(scores, 0, LANGUAGES * sizeof *scores);
  for (const char *p = text; p <= end;) {
    uint32_t code = 0;
    const size_t step = p < end ? sv_utf8_decode(p, end, &code) : 0;
    if (step && is_letter(code)) {
      n = n < WORD_MAX ? n + sv_utf8_encode(small(code), word + n) : n;
    } else if (n) {
      const struct stop_word *found = sv_map_get(map, word, n);
      for (size_t k = 0; found && k < LANGUAGES; k++)
        scores[k] += (found->languages >> k) & 1;
      n = 0;
    }
    p += step ? step : 1;
  }
}

/* The index of the language that the tag names, LANGUAGES when it is none of ours. */
static size_t index_of(const char *tag)
{
  size_t i = 0;
  while (i < LANGUAGES && (strncmp(tag, languages[i], 2) != 0 || sv_is_alnum(tag[2])))
    i++;
  return i;
}

struct texts {
  const struct sv_description *d;
  struct sv_map map;
  size_t looked_at, faults;
};

static void say_text(struct sv_ctx *ctx, struct texts *x, const struct sv_triple *t,
                     const char *message, const char *other)
{
  if (x->faults++ >= TOLD_MAX)
    return;
  json_t *args =
      json_pack("{s:s,s:s}", "tag", sv_graph_lang(x->d->graph, t->o), "other", other ? other : "");
  sv_node_find(ctx, x->d,
               &(struct sv_node_fault){ .node = t->s,
                                        .line = t,
                                        .predicate = sv_graph_text(x->d->graph, t->p, NULL),
                                        .value = t->o,
                                        .message = message,
                                        .args = args,
                                        .hint = N_("Translate the text, or give it the tag of the "
                                                   "language it is in. It is judged by common "
                                                   "words only, so look at it yourself.") });
  json_decref(args);
}

static void judge_text(struct sv_ctx *ctx, struct texts *x, const struct sv_triple *t)
{
  size_t size = 0;
  unsigned scores[LANGUAGES], best = 0;
  const char *tag = sv_graph_lang(x->d->graph, t->o);
  const char *text = sv_graph_text(x->d->graph, t->o, &size);
  const size_t tagged = tag ? index_of(tag) : LANGUAGES;
  if (tagged == LANGUAGES || sv_utf8_length(text, size) < JUDGED_LENGTH)
    return;
  count_words(&x->map, text, size, scores);
  for (unsigned k = 1; k < LANGUAGES; k++)
    if (scores[k] > scores[best])
      best = k;
  if (scores[best] == 0)
    return;
  x->looked_at++;
  if (scores[best] >= scores[tagged] + MARGIN)
    say_text(ctx, x, t, N_("The text is tagged {tag}, and has the words of {other}."),
             languages[best]);
}

/* The same long text for bokmål and for nynorsk; the run from T has one subject and predicate. */
static void judge_pair(struct sv_ctx *ctx, struct texts *x, const struct sv_triple *run, size_t n)
{
  const struct sv_graph *g = x->d->graph;
  for (size_t i = 0; i < n; i++) {
    const char *a = sv_graph_lang(g, run[i].o);
    for (size_t k = 0; a && strcmp(a, "nb") == 0 && k < n; k++) {
      size_t size = 0, other = 0;
      const char *b = sv_graph_lang(g, run[k].o);
      const char *text = sv_graph_text(g, run[i].o, &size);
      const char *same = sv_graph_text(g, run[k].o, &other);
      if (b && strcmp(b, "nn") == 0 && size == other && memcmp(text, same, size) == 0 &&
          sv_utf8_length(text, size) >= JUDGED_LENGTH)
        say_text(ctx, x, &run[k], N_("The texts tagged nb and nn are the same, letter by letter."),
                 NULL);
    }
  }
}

enum sv_outcome sv_sem_languages(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct texts x = { .d = sv_describe(ctx, &outcome) };
  if (!x.d)
    return outcome;
  const struct sv_triple *t = sv_graph_triples(x.d->graph);
  const size_t size = sv_graph_size(x.d->graph);
  const bool is_ready = make_map(&x.map);
  for (size_t i = 0, n; is_ready && i < size; i += n) {
    for (n = 1; i + n < size && t[i + n].s == t[i].s && t[i + n].p == t[i].p;)
      n++;
    for (size_t k = 0; k < n; k++)
      judge_text(ctx, &x, &t[i + k]);
    judge_pair(ctx, &x, &t[i], n < 100 ? n : 100);
  }
  sv_map_free(&x.map);
  return is_ready ? sv_describe_outcome(x.looked_at, x.faults) : SV_CANT_TELL;
}
