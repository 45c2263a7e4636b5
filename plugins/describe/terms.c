// SPDX-License-Identifier: Apache-2.0
/* Known namespaces and names. */
#include "plugins/describe/terms.h"

#include "engines/base/ascii.h"
#include "engines/base/suggest.h"

#include <stdio.h>
#include <string.h>

static const struct sv_term_list lists[] = {
#include "plugins/describe/term_lists.inc"
};

enum { LISTS = sizeof lists / sizeof lists[0], NAMES_MAX = 256, NAME_MAX_BYTES = 64 };

const struct sv_term_list *sv_terms_of(const char *iri)
{
  const struct sv_term_list *best = NULL;
  for (size_t i = 0; i < LISTS; i++)
    if (sv_starts_with(iri, lists[i].namespace) &&
        (!best || strlen(lists[i].namespace) > strlen(best->namespace)))
      best = &lists[i];
  return best;
}

size_t sv_namespace_size(const char *iri)
{
  const char *hash = strrchr(iri, '#');
  const char *end = hash ? hash : strrchr(iri, '/');
  return end ? (size_t)(end - iri) + 1 : 0;
}

bool sv_terms_has(const struct sv_term_list *l, const char *name, size_t size)
{
  for (const char *p = l->names; p && *p; p += *p == ' ') {
    const size_t n = strcspn(p, " ");
    if (n == size && memcmp(p, name, n) == 0)
      return true;
    p += n;
  }
  return false;
}

bool sv_terms_nearest(const struct sv_term_list *l, const char *name, char *out, size_t room)
{
  char text[NAMES_MAX][NAME_MAX_BYTES];
  const char *names[NAMES_MAX];
  size_t count = 0;
  for (const char *p = l->names; p && *p && count < NAMES_MAX; p += *p == ' ') {
    const int n = (int)strcspn(p, " ");
    names[count] = text[count];
    (void)snprintf(text[count++], NAME_MAX_BYTES, "%.*s", n, p);
    p += n;
  }
  const char *near = sv_suggest(name, names, count);
  if (near)
    (void)snprintf(out, room, "%s", near);
  return near != NULL;
}

/* An IRI's namespace without scheme, in small letters, without the sign at its end. */
static bool bare(const char *iri, size_t size, char *out, size_t room)
{
  const char *colon = memchr(iri, ':', size);
  if (!colon || size - (size_t)(colon - iri) < 4 || colon[1] != '/' || colon[2] != '/')
    return false;
  const char *p = colon + 3;
  size_t n = size - (size_t)(p - iri);
  while (n && (p[n - 1] == '#' || p[n - 1] == '/'))
    n--;
  if (n == 0 || n >= room)
    return false;
  for (size_t i = 0; i < n; i++)
    out[i] = (char)sv_lower((unsigned char)p[i]);
  out[n] = '\0';
  return true;
}

/* Whether IRI is the namespace of L without the sign at its end, and a name right after it. */
static bool lost_sign(const char *iri, const struct sv_term_list *l)
{
  const size_t size = strlen(l->namespace) - 1;
  return strncmp(iri, l->namespace, size) == 0 && sv_is_alpha((unsigned char)iri[size]) &&
         !strpbrk(iri + size, "#/");
}

/* The list whose namespace has the same folder as NAMESPACE and nearly the same last part. */
static const struct sv_term_list *misspelt(const char *namespace)
{
  char known[LISTS][128];
  const char *names[LISTS];
  const struct sv_term_list *of[LISTS];
  size_t count = 0;
  const char *slash = strrchr(namespace, '/');
  const size_t folder = slash ? (size_t)(slash - namespace) + 1 : 0;
  for (size_t i = 0; folder && i < LISTS; i++) {
    if (!bare(lists[i].namespace, strlen(lists[i].namespace), known[count], sizeof known[0]) ||
        strncmp(known[count], namespace, folder) != 0 || strchr(known[count] + folder, '/'))
      continue;
    names[count] = known[count] + folder;
    of[count++] = &lists[i];
  }
  const char *near = folder ? sv_suggest(namespace + folder, names, count) : NULL;
  for (size_t i = 0; near && i < count; i++)
    if (names[i] == near)
      return of[i];
  return NULL;
}

const struct sv_term_list *sv_terms_meant(const char *iri)
{
  char namespace[512], known[512];
  for (size_t i = 0; i < LISTS; i++)
    if (lost_sign(iri, &lists[i]))
      return &lists[i];
  if (!bare(iri, sv_namespace_size(iri), namespace, sizeof namespace))
    return NULL;
  for (size_t i = 0; i < LISTS; i++) {
    const char *other = lists[i].namespace;
    const size_t size = bare(other, strlen(other), known, sizeof known) ? strlen(known) : 0;
    /* A page about the vocabulary in place of it: xkos.html, dcat.ttl. */
    if (size && strncmp(known, namespace, size) == 0 &&
        (namespace[size] == '\0' || namespace[size] == '.'))
      return &lists[i];
  }
  return misspelt(namespace);
}
