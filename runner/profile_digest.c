// SPDX-License-Identifier: Apache-2.0
/* The digest of a resolved profile: of its canonical JSON (sorted names, no spaces), so that the
 * same content has the same digest however it was written down. */
#include "engines/base/sha256.h"
#include "runner/profile_resolve.h"

#include <stdlib.h>
#include <string.h>

static json_t *text_json(const struct sv_text *t)
{
  return json_pack("{s:s*,s:s*,s:s*}", "nb", t->nb, "nn", t->nn, "en", t->en);
}

static json_t *strings_json(const char *const *items, size_t count)
{
  json_t *list = json_array();
  for (size_t i = 0; i < count; i++)
    if (json_array_append_new(list, json_string(items[i])) < 0) {
      json_decref(list);
      return NULL;
    }
  return list;
}

static json_t *items_json(const struct sv_profile *p)
{
  json_t *list = json_array();
  for (size_t i = 0; i < p->count; i++) {
    json_t *item =
        json_pack("[s,s]", p->items[i].requirement->id, sv_level_name(p->items[i].level));
    if (json_array_append_new(list, item) < 0) {
      json_decref(list);
      return NULL;
    }
  }
  return list;
}

static json_t *maturity_json(const struct sv_maturity_rule *rules)
{
  json_t *all = json_object();
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++)
    if (rules[l].given)
      (void)json_object_set_new(all, sv_maturity_name((enum sv_maturity_level)l),
                                json_pack("{s:i,s:i,s:i}", "must", (int)rules[l].must, "should",
                                          (int)rules[l].should, "shown", (int)rules[l].shown));
  return all;
}

/* Only where there are some: a profile without them keeps its digest. */
static void add_shapes(const struct sv_profile *p, json_t *all)
{
  for (size_t i = 0; i < SV_PROFILE_SHAPES && all; i++) {
    const struct sv_profile_shapes *s = &p->shapes[i];
    if (!s->kind)
      continue;
    if (!json_object_get(all, "shapes"))
      (void)json_object_set_new(all, "shapes", json_object());
    (void)json_object_set_new(json_object_get(all, "shapes"), s->kind, json_string(s->sha256));
  }
}

enum sv_status sv_profile_digest(struct sv_profile *p)
{
  json_t *all = json_pack(
      "{s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:o,s:o,s:O,s:{s:s,s:i,s:b,s:b},s:o,s:i}", "id", p->id,
      "version", p->version, "title", text_json(&p->title), "description",
      text_json(&p->description), "roles", strings_json(p->roles, p->role_count), "capabilities",
      strings_json(p->capabilities, p->capability_count), "kinds",
      strings_json(p->kinds, p->kind_count), "requirements", items_json(p), "checks",
      strings_json(p->checks, p->check_count), "parameters", p->parameters, "gate", "failOn",
      sv_level_name(p->gate.fail_on), "minShown", (int)p->gate.min_shown, "failOnExpiredWaiver",
      (int)p->gate.fail_on_expired_waiver, "requireManual", (int)p->gate.require_manual, "maturity",
      maturity_json(p->maturity), "validityDays", (int)p->validity_days);
  add_shapes(p, all);
  char *text = all ? json_dumps(all, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENSURE_ASCII) : NULL;
  if (text)
    sv_sha256_hex(text, strlen(text), p->sha256);
  const bool made = text;
  free(text);
  json_decref(all);
  return made ? SV_OK : SV_NO_MEMORY;
}
