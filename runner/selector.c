// SPDX-License-Identifier: Apache-2.0
/* Choosing requirements by words. */
#include "runner/selector.h"

#include "engines/base/ascii.h"
#include "engines/base/suggest.h"

#include <string.h>

bool sv_selector_is_check(const char *word)
{
  size_t dots = 0;
  for (const char *p = word; *p; p++) {
    if (*p == '.' && (p == word || p[-1] == '.' || p[1] == '\0'))
      return false;
    dots += *p == '.';
    if (!(*p >= 'a' && *p <= 'z') && !sv_is_digit(*p) && *p != '.' && *p != '-')
      return false;
  }
  return dots == 2;
}

static bool in_range(const char *first, size_t first_size, const char *last, const char *id)
{
  const size_t size = strlen(id);
  size_t prefix = first_size;
  while (prefix > 0 && sv_is_digit(first[prefix - 1]))
    prefix--;
  return size == first_size && size == strlen(last) && strncmp(first, id, prefix) == 0 &&
         strncmp(last, id, prefix) == 0 && strncmp(first, id, size) <= 0 && strcmp(id, last) <= 0;
}

bool sv_selector_matches(const char *word, const struct sv_requirement *r)
{
  const size_t size = strlen(word);
  const char *range = strstr(word, "..");
  const char *slash = strchr(word, '/');
  if (range)
    return in_range(word, (size_t)(range - word), range + 2, r->id);
  if (size > 1 && word[size - 1] == '*')
    return strncmp(word, r->id, size - 1) == 0;
  if (slash)
    return strncmp(word, sv_layer_name(r->layer), (size_t)(slash - word)) == 0 &&
           strlen(sv_layer_name(r->layer)) == (size_t)(slash - word) &&
           strcmp(slash + 1, r->family) == 0;
  return strcmp(word, r->id) == 0 || strcmp(word, sv_layer_name(r->layer)) == 0;
}

size_t sv_selector_count(const char *word, const struct sv_catalogue *c)
{
  size_t count = 0;
  for (size_t i = 0; i < c->count; i++)
    count += sv_selector_matches(word, &c->items[i]);
  return count;
}

const char *sv_selector_suggest(const char *word, const struct sv_catalogue *c, struct sv_arena *a)
{
  const char **names = sv_arena_calloc(a, 3 * c->count + 1, sizeof *names);
  if (!names)
    return NULL;
  size_t count = 0;
  for (size_t i = 0; i < c->count; i++) {
    const struct sv_requirement *r = &c->items[i];
    names[count++] = r->id;
    if (i > 0 && c->items[i - 1].layer == r->layer &&
        strcmp(c->items[i - 1].family, r->family) == 0)
      continue;
    names[count++] = sv_layer_name(r->layer);
    names[count] = sv_arena_printf(a, "%s/%s", sv_layer_name(r->layer), r->family);
    if (!names[count++])
      return NULL;
  }
  return sv_suggest(word, names, count);
}
