// SPDX-License-Identifier: Apache-2.0
/* Reading the command line and the environment by a table. */
#include "runner/options.h"

#include "engines/base/ascii.h"
#include "engines/base/suggest.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct sv_option *by_name(const struct sv_option *table, const char *name, size_t size)
{
  for (const struct sv_option *o = table; o->kind; o++)
    if (strlen(o->name) == size && memcmp(o->name, name, size) == 0)
      return o;
  return NULL;
}

static const struct sv_option *by_letter(const struct sv_option *table, char letter)
{
  for (const struct sv_option *o = table; o->kind; o++)
    if (o->letter && o->letter == letter)
      return o;
  return NULL;
}

static bool is_choice(const char *choices, const char *text)
{
  const size_t size = strlen(text);
  for (const char *p = choices; *p;) {
    const size_t n = strcspn(p, "|");
    if (n == size && memcmp(p, text, n) == 0)
      return true;
    p += n + (p[n] == '|');
  }
  return false;
}

/* The room doubles: it is full when the count is a power of two. */
static enum sv_status add(struct sv_list *list, const char *item, struct sv_arena *arena)
{
  if ((list->count & (list->count - 1)) == 0) {
    const char **items = sv_arena_calloc(arena, list->count ? list->count * 2 : 1, sizeof *items);
    if (!items)
      return SV_NO_MEMORY;
    if (list->count)
      memcpy(items, list->items, list->count * sizeof *items);
    list->items = items;
  }
  list->items[list->count++] = item;
  return SV_OK;
}

static enum sv_status add_all(struct sv_list *list, const char *text, struct sv_arena *arena)
{
  char *copy = sv_arena_strdup(arena, text);
  if (!copy)
    return SV_NO_MEMORY;
  for (char *p = copy; p;) {
    char *comma = strchr(p, ',');
    if (comma)
      *comma++ = '\0';
    if (*p)
      SV_TRY(add(list, p, arena));
    p = comma;
  }
  return SV_OK;
}

static enum sv_status set(const struct sv_option *o, const char *text, void *values,
                          struct sv_arena *arena, struct sv_error *err)
{
  char *place = (char *)values + o->offset;
  if (o->choices && !is_choice(o->choices, text))
    return sv_fail(err, SV_INVALID, "--%s takes %s, not \"%s\"", o->name, o->choices, text);
  if (o->kind == SV_OPTION_FLAG) {
    *(bool *)(void *)place = true;
    return SV_OK;
  }
  if (o->kind == SV_OPTION_STRING) {
    *(const char **)(void *)place = text;
    return SV_OK;
  }
  if (o->kind == SV_OPTION_LIST)
    return add_all((struct sv_list *)(void *)place, text, arena);
  if (o->kind == SV_OPTION_FILES)
    return add((struct sv_list *)(void *)place, text, arena);
  unsigned long long number;
  if (!sv_parse_uint(text, strlen(text), o->most ? o->most : UINT_MAX, &number) || number == 0)
    return sv_fail(err, SV_INVALID, "--%s takes a whole number from 1 to %u, not \"%s\"", o->name,
                   o->most ? o->most : UINT_MAX, text);
  *(unsigned *)(void *)place = (unsigned)number;
  return SV_OK;
}

/* SAMSVAR_FAIL_ON for fail-on. An empty value counts as not set; a flag is set by anything but 0.
 */
static enum sv_status from_environment(const struct sv_option *table, void *values,
                                       struct sv_arena *arena, struct sv_error *err)
{
  for (const struct sv_option *o = table; o->kind; o++) {
    char name[64];
    int n = snprintf(name, sizeof name, "SAMSVAR_%s", o->name);
    if (n < 0 || (size_t)n >= sizeof name)
      return SV_INTERNAL;
    for (char *p = name + 8; *p; p++)
      *p = *p == '-' ? '_' : (char)(*p >= 'a' && *p <= 'z' ? *p - 32 : *p);
    const char *text = secure_getenv(name);
    if (!text || !text[0] || (o->kind == SV_OPTION_FLAG && strcmp(text, "0") == 0))
      continue;
    SV_TRY(set(o, text, values, arena, err));
  }
  return SV_OK;
}

static enum sv_status unknown(const struct sv_option *table, const char *word, struct sv_error *err)
{
  const char *names[128];
  size_t count = 0;
  for (const struct sv_option *o = table; o->kind && count < 128; o++)
    names[count++] = o->name;
  const char *near = sv_suggest(word, names, count);
  if (near)
    return sv_fail(err, SV_INVALID, "there is no option --%s; did you mean --%s?", word, near);
  return sv_fail(err, SV_INVALID, "there is no option --%s; --help lists them", word);
}

struct words {
  int argc, at;
  char **argv;
  struct sv_arena *arena;
};

static enum sv_status value_of(const struct sv_option *o, struct words *w, const char *joined,
                               const char **text, struct sv_error *err)
{
  *text = joined;
  if (o->kind == SV_OPTION_FLAG)
    return joined ? sv_fail(err, SV_INVALID, "--%s takes no value", o->name) : SV_OK;
  if (!joined && w->at + 1 < w->argc)
    *text = w->argv[++w->at];
  if (!*text)
    return sv_fail(err, SV_INVALID, "--%s needs a value (%s)", o->name, o->argument);
  return SV_OK;
}

static enum sv_status long_option(const struct sv_option *table, struct words *w, void *values,
                                  bool *help, struct sv_error *err)
{
  const char *word = w->argv[w->at] + 2;
  const size_t size = strcspn(word, "=");
  const char *joined = word[size] == '=' ? word + size + 1 : NULL;
  if (size == 4 && memcmp(word, "help", 4) == 0) {
    *help = true;
    return SV_OK;
  }
  if (size == 4 && memcmp(word, "lang", 4) == 0) {
    w->at += joined ? 0 : 1;
    return SV_OK;
  }
  const struct sv_option *o = by_name(table, word, size);
  char name[64];
  (void)snprintf(name, sizeof name, "%.*s", (int)(size < 63 ? size : 63), word);
  if (!o)
    return unknown(table, name, err);
  const char *text;
  SV_TRY(value_of(o, w, joined, &text, err));
  return set(o, text ? text : "", values, w->arena, err);
}

static enum sv_status short_options(const struct sv_option *table, struct words *w, void *values,
                                    bool *help, struct sv_error *err)
{
  for (const char *p = w->argv[w->at] + 1; *p; p++) {
    if (*p == 'h') {
      *help = true;
      continue;
    }
    const struct sv_option *o = by_letter(table, *p);
    if (!o)
      return sv_fail(err, SV_INVALID, "there is no option -%c; --help lists them", *p);
    const char *text;
    const char *joined = o->kind != SV_OPTION_FLAG && p[1] ? p + 1 : NULL;
    SV_TRY(value_of(o, w, joined, &text, err));
    SV_TRY(set(o, text ? text : "", values, w->arena, err));
    if (o->kind != SV_OPTION_FLAG)
      return SV_OK;
  }
  return SV_OK;
}

enum sv_status sv_options_parse(const struct sv_option *table, int argc, char **argv, void *values,
                                struct sv_operands *operands, bool *help, struct sv_error *err)
{
  struct words w = { .argc = argc, .at = 1, .argv = argv, .arena = operands->arena };
  operands->items =
      sv_arena_calloc(operands->arena, (size_t)(argc > 0 ? argc : 1), sizeof *operands->items);
  operands->count = 0;
  if (!operands->items)
    return SV_NO_MEMORY;
  SV_TRY(from_environment(table, values, operands->arena, err));
  bool only_operands = false;
  for (; w.at < argc; w.at++) {
    char *word = argv[w.at];
    if (only_operands || word[0] != '-' || word[1] == '\0') {
      operands->items[operands->count++] = word;
    } else if (strcmp(word, "--") == 0) {
      only_operands = true;
    } else if (word[1] == '-') {
      SV_TRY(long_option(table, &w, values, help, err));
    } else {
      SV_TRY(short_options(table, &w, values, help, err));
    }
  }
  return SV_OK;
}

bool sv_list_has(const struct sv_list *list, const char *item)
{
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], item) == 0)
      return true;
  return false;
}
