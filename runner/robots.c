// SPDX-License-Identifier: Apache-2.0
/* Groups, rules, the longest match: RFC 9309 2.2. */
#include "runner/robots.h"

#include "engines/base/ascii.h"

#include <string.h>

enum {
  BYTES_MAX = 512 << 10, /* RFC 9309 2.5 asks for at least 500 KiB */
  RULE_MAX = 1024
};

struct line {
  const char *name, *value;
  size_t name_size, value_size;
};

/* The next line that says something; comments and space around are gone. */
static bool next_line(const char **p, const char *end, struct line *out)
{
  while (*p < end) {
    const char *begin = *p;
    const char *stop = begin;
    while (stop < end && *stop != '\n' && *stop != '\r')
      stop++;
    *p = stop < end ? stop + 1 : end;
    const char *hash = memchr(begin, '#', (size_t)(stop - begin));
    const char *last = hash ? hash : stop;
    const char *colon = memchr(begin, ':', (size_t)(last - begin));
    if (!colon)
      continue;
    const char *value = colon + 1;
    while (begin < colon && sv_is_space((unsigned char)*begin))
      begin++;
    while (value < last && sv_is_space((unsigned char)*value))
      value++;
    while (last > value && sv_is_space((unsigned char)last[-1]))
      last--;
    const char *name_end = colon;
    while (name_end > begin && sv_is_space((unsigned char)name_end[-1]))
      name_end--;
    *out = (struct line){ begin, value, (size_t)(name_end - begin), (size_t)(last - value) };
    return true;
  }
  return false;
}

static bool is(const struct line *l, const char *name)
{
  return l->name_size == strlen(name) && sv_equal_nocase_n(l->name, l->name_size, name);
}

/* Whether the group is for AGENT: the token alone, whatever stands after it. */
static bool names(const struct line *l, const char *agent)
{
  size_t size = 0;
  while (size < l->value_size && (sv_is_alnum((unsigned char)l->value[size]) ||
                                  l->value[size] == '_' || l->value[size] == '-'))
    size++;
  return size == strlen(agent) && sv_equal_nocase_n(l->value, size, agent);
}

/* Whether PATTERN fits a beginning of PATH: "*" is anything, "$" at the end is the end. */
static bool fits(const char *pattern, size_t size, const char *path)
{
  const bool whole = size && pattern[size - 1] == '$';
  const size_t most = whole ? size - 1 : size;
  size_t i = 0;
  size_t star = most;
  const char *mark = NULL;
  for (;;) {
    if (i == most && (!whole || !*path))
      return true;
    if (i < most && pattern[i] == '*') {
      star = i++;
      mark = path;
    } else if (i < most && *path && pattern[i] == *path) {
      i++;
      path++;
    } else if (mark && *mark) { /* the last star takes one more */
      path = ++mark;
      i = star + 1;
    } else {
      return false;
    }
  }
}

struct judgement {
  size_t longest;
  bool allowed;
};

static void weigh(struct judgement *j, const struct line *l, bool allow, const char *path)
{
  if (l->value_size == 0 || l->value_size > RULE_MAX || l->value_size < j->longest ||
      !fits(l->value, l->value_size, path))
    return;
  j->allowed = allow || (l->value_size == j->longest && j->allowed);
  j->longest = l->value_size;
}

/* What the groups for AGENT (NULL: those for everybody) say; *FOUND whether there is one. */
static bool judge(const char *text, size_t size, const char *agent, const char *path, bool *found)
{
  struct judgement j = { .allowed = true };
  struct line l;
  const char *p = text;
  bool inside = false;
  bool heading = false;
  while (next_line(&p, text + size, &l)) {
    if (is(&l, "user-agent")) {
      const bool ours = agent ? names(&l, agent) : l.value_size == 1 && l.value[0] == '*';
      inside = ours || (heading && inside);
      *found = *found || ours;
      heading = true;
      continue;
    }
    const bool allow = is(&l, "allow");
    if (!allow && !is(&l, "disallow"))
      continue;
    heading = false;
    if (inside)
      weigh(&j, &l, allow, path);
  }
  return j.allowed;
}

bool sv_robots_allow(const char *text, size_t size, const char *agent, const char *path)
{
  bool found = false;
  const size_t most = size < BYTES_MAX ? size : BYTES_MAX;
  if (strcmp(path, "/robots.txt") == 0)
    return true;
  const bool allowed = judge(text, most, agent, path, &found);
  return found ? allowed : judge(text, most, NULL, path, &found);
}
