// SPDX-License-Identifier: Apache-2.0
/* Which rules of the specification are requirements too. */
#include "runner/validate_same.h"

#include "engines/openapi/match.h"

#include <stdio.h>
#include <string.h>

static const struct {
  const char *rule, *requirement;
} same[] = {
  { "array-items", "TEC-DES-68" },
  { "enum-duplicate", "TEC-DES-56" },
  { "enum-type", "TEC-DES-56" },
  { "header-ignored", "TEC-DES-24" },
  { "operation-id-duplicate", "TEC-DES-50" },
  { "parameter-content", "TEC-DES-23" },
  { "parameter-duplicate", "TEC-DES-22" },
  { "path-ambiguous", "TEC-DES-20" },
  { "path-duplicate", "TEC-DES-19" },
  { "path-parameter-required", "TEC-DES-21" },
  { "path-parameter-undeclared", "TEC-DES-21" },
  { "path-parameter-unused", "TEC-DES-21" },
  { "path-query", "TEC-DES-47" },
  { "path-slash", "TEC-DES-18" },
  { "pattern", "TEC-DES-71" },
  { "required", "TEC-DES-27" },
  { "response-key", "TEC-DES-28" },
  { "response-missing", "TEC-DES-26" },
  { "security-undefined", "TEC-DES-40" },
  { "server-variable", "TEC-DES-15" },
  { "tag-duplicate", "TEC-DES-55" },
};

static const char *requirement_of(const char *rule)
{
  for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
    if (strcmp(same[i].rule, rule) == 0)
      return same[i].requirement;
  return NULL;
}

static size_t place(char *key, size_t room, const char *requirement, struct sv_openapi_node n)
{
  (void)snprintf(key, room, "%.40s %lu %lu", requirement, (unsigned long)n.file,
                 (unsigned long)n.value);
  return strlen(key);
}

static enum sv_status put(struct sv_validate_same *s, const struct sv_rule_finding *r,
                          struct sv_openapi_node n)
{
  char key[100];
  const size_t size = place(key, sizeof key, r->rule->requirement, n);
  const char *copy = sv_arena_copy(&s->arena, key, size);
  return copy ? sv_map_set(&s->places, copy, size, (void *)(uintptr_t)r) : SV_NO_MEMORY;
}

enum sv_status sv_validate_same_note(struct sv_validate_same *s, const struct sv_rule_finding *r,
                                     size_t count)
{
  s->arena = SV_ARENA((size_t)1 << 28);
  for (size_t i = 0; i < count; i++) {
    if (!r[i].rule->requirement)
      continue;
    SV_TRY(put(s, &r[i], r[i].where));
    struct sv_openapi_node name = r[i].where;
    name.value = sv_match_name(name);
    if (name.value != SV_DOC_NONE)
      SV_TRY(put(s, &r[i], name));
  }
  return SV_OK;
}

const struct sv_rule_finding *sv_validate_same_find(const struct sv_validate_same *s,
                                                    const struct sv_openapi_finding *f)
{
  char key[100];
  struct sv_openapi_node n = f->where;
  const char *const requirement = requirement_of(f->rule);
  /* A rule may speak of the object where the specification speaks of its member, or its name. */
  for (int i = 0; requirement && i < 2 && n.doc && n.value != SV_DOC_NONE; i++) {
    const size_t size = place(key, sizeof key, requirement, n);
    const struct sv_rule_finding *const r = sv_map_get(&s->places, key, size);
    if (r)
      return f->is_error && r->rule->severity != SV_RULE_ERROR ? NULL : r;
    n.value = sv_doc_parent(n.doc, n.value);
  }
  return NULL;
}

void sv_validate_same_end(struct sv_validate_same *s)
{
  sv_map_free(&s->places);
  sv_arena_free(&s->arena);
}
