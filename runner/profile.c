// SPDX-License-Identifier: Apache-2.0
/* Resolving a profile: from the file it extends down to the one asked for, each adds to and takes
 * from the set. */
#include "runner/profile.h"

#include "engines/base/ascii.h"
#include "runner/kinds.h"
#include "runner/profile_resolve.h"
#include "runner/selector.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>

enum { ARENA_MAX = 32 << 20, DAYS_MAX = 3650, DAYS = 90, SHOWN = 50 };

struct gate {
  const char *fail_on;
  unsigned min_shown;
  bool expired, manual;
};

static const struct sv_member gate_members[] = {
  { .name = "failOn", .kind = SV_MEMBER_STRING, .offset = offsetof(struct gate, fail_on) },
  { .name = "minShown",
    .kind = SV_MEMBER_UINT,
    .offset = offsetof(struct gate, min_shown),
    .most = 100 },
  { .name = "failOnExpiredWaiver",
    .kind = SV_MEMBER_BOOL,
    .offset = offsetof(struct gate, expired) },
  { .name = "requireManual", .kind = SV_MEMBER_BOOL, .offset = offsetof(struct gate, manual) },
  { .kind = SV_MEMBER_END },
};

static const struct sv_member validity_members[] = {
  { .name = "days", .kind = SV_MEMBER_UINT, .least = 1, .most = DAYS_MAX, .required = true },
  { .kind = SV_MEMBER_END },
};

static enum sv_status nothing_chosen(const struct sv_resolving *s, const struct sv_reader *r,
                                     sv_value list, size_t index, const char *word)
{
  const sv_value at = sv_doc_at(r->doc, list, index);
  if (sv_selector_count(word, s->c) > 0)
    return sv_reader_fault(r, at, N_("{name} is not selected, so it cannot be taken away."), "name",
                           word, NULL);
  const char *near = sv_selector_suggest(word, s->c, &s->out->arena);
  if (near)
    return sv_reader_fault(r, at, N_("There is no requirement {name}. Did you mean {suggestion}?"),
                           "name", word, "suggestion", near, NULL);
  return sv_reader_fault(r, at,
                         N_("There is no requirement {name}. See them all with: samsvar list "
                            "requirements"),
                         "name", word, NULL);
}

static bool add_check(struct sv_resolving *s, const char *word)
{
  for (size_t i = 0; i < s->check_count; i++)
    if (strcmp(s->checks[i], word) == 0)
      return true;
  if (s->check_count == SV_PROFILE_CHECKS_MAX)
    return false;
  s->checks[s->check_count++] = word;
  return true;
}

static enum sv_status select_words(struct sv_resolving *s, const struct sv_profile_file *f)
{
  for (size_t w = 0; w < f->select.count; w++) {
    const char *word = f->select.items[w];
    if (sv_selector_is_check(word)) {
      if (!add_check(s, word))
        return sv_reader_fault(&f->reader, f->select_at,
                               N_("More than 1000 checks are selected by id."), NULL);
      continue;
    }
    size_t found = 0;
    for (size_t i = 0; i < s->c->count; i++)
      if (sv_selector_matches(word, &s->c->items[i])) {
        s->chosen[i] = true;
        found++;
      }
    if (found == 0)
      return nothing_chosen(s, &f->reader, f->select_at, w, word);
  }
  return SV_OK;
}

static bool drop_check(struct sv_resolving *s, const char *word)
{
  for (size_t i = 0; i < s->check_count; i++)
    if (strcmp(s->checks[i], word) == 0) {
      s->checks[i] = s->checks[--s->check_count];
      return true;
    }
  return false;
}

static enum sv_status deselect_words(struct sv_resolving *s, const struct sv_profile_file *f)
{
  for (size_t w = 0; w < f->deselect.count; w++) {
    const char *word = f->deselect.items[w];
    bool found = sv_selector_is_check(word) && drop_check(s, word);
    for (size_t i = 0; i < s->c->count; i++)
      if (s->chosen[i] && sv_selector_matches(word, &s->c->items[i])) {
        s->chosen[i] = false;
        s->levels[i] = s->c->items[i].level;
        found = true;
      }
    if (!found)
      return nothing_chosen(s, &f->reader, f->deselect_at, w, word);
  }
  return SV_OK;
}

static enum sv_status read_gate(struct sv_resolving *s, const struct sv_profile_file *f)
{
  static const char *const names[] = { "must", "should" };
  struct sv_gate *gate = &s->out->gate;
  if (f->gate == SV_DOC_NONE)
    return SV_OK;
  struct gate g = { .min_shown = gate->min_shown,
                    .expired = gate->fail_on_expired_waiver,
                    .manual = gate->require_manual };
  SV_TRY(sv_reader_object(&f->reader, f->gate, gate_members, &g));
  if (g.fail_on && !sv_word_in(g.fail_on, names, 2))
    return sv_reader_unknown(&f->reader, sv_doc_gets(f->reader.doc, f->gate, "failOn"), "failOn",
                             g.fail_on, names, 2);
  if (g.fail_on)
    gate->fail_on = sv_level_from(g.fail_on);
  gate->min_shown = g.min_shown;
  gate->fail_on_expired_waiver = g.expired;
  gate->require_manual = g.manual;
  return SV_OK;
}

static bool is_parameter(const char *name)
{
  if (!name || !(name[0] >= 'a' && name[0] <= 'z'))
    return false;
  for (const char *p = name; *p; p++)
    if (!sv_is_alnum(*p) && *p != '_' && *p != '-' && *p != '.')
      return false;
  return true;
}

static enum sv_status read_parameters(struct sv_resolving *s, const struct sv_profile_file *f)
{
  const struct sv_reader *r = &f->reader;
  if (f->parameters == SV_DOC_NONE)
    return SV_OK;
  if (sv_doc_type(r->doc, f->parameters) != SV_DOC_OBJECT)
    return sv_reader_fault(r, f->parameters, N_("parameters must be an object."), NULL);
  for (sv_value v = sv_doc_first(r->doc, f->parameters); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, f->parameters, v)) {
    const char *name = sv_reader_key(r, v);
    if (!is_parameter(name))
      return sv_reader_fault_key(r, v,
                                 N_("The name of a parameter begins with a small letter and has "
                                    "letters, digits "
                                    "and . _ - only."),
                                 NULL);
    json_t *value = NULL;
    SV_TRY(sv_reader_json(r, v, &value));
    if (json_object_set_new(s->out->parameters, name, value) < 0)
      return SV_NO_MEMORY;
  }
  return SV_OK;
}

static void inherit(struct sv_profile *p, const struct sv_profile_file *f)
{
  p->id = f->id;
  p->version = f->version;
  p->title = f->title;
  p->description = f->description;
  if (f->roles.items) {
    p->roles = f->roles.items;
    p->role_count = f->roles.count;
  }
  if (f->capabilities.items) {
    p->capabilities = f->capabilities.items;
    p->capability_count = f->capabilities.count;
  }
  if (f->kinds.items) {
    p->kinds = f->kinds.items;
    p->kind_count = f->kinds.count;
  }
}

static enum sv_status apply(struct sv_resolving *s, const struct sv_profile_file *f)
{
  inherit(s->out, f);
  SV_TRY(select_words(s, f));
  SV_TRY(deselect_words(s, f));
  SV_TRY(sv_profile_levels(s, f));
  SV_TRY(read_gate(s, f));
  SV_TRY(read_parameters(s, f));
  SV_TRY(sv_profile_shapes_read(f, s->out));
  SV_TRY(sv_profile_maturity(&f->reader, f->maturity, s->out->maturity));
  if (f->validity == SV_DOC_NONE)
    return SV_OK;
  return sv_reader_object(&f->reader, f->validity, validity_members, &s->out->validity_days);
}

static int by_bytes(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum sv_status finish(struct sv_resolving *s, const struct sv_profile_file *f)
{
  struct sv_profile *p = s->out;
  struct sv_profile_item *items = sv_arena_calloc(&p->arena, s->c->count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < s->c->count; i++)
    if (s->chosen[i])
      items[p->count++] = (struct sv_profile_item){ &s->c->items[i], s->levels[i] };
  qsort(s->checks, s->check_count, sizeof *s->checks, by_bytes);
  p->items = items;
  p->checks = s->checks;
  p->check_count = s->check_count;
  p->tailoring = s->tailoring;
  p->tailoring_count = s->tailoring_count;
  if (p->count == 0 && p->check_count == 0)
    return sv_reader_fault(&f->reader, f->select_at, N_("This profile selects no requirement."),
                           NULL);
  return sv_profile_digest(p);
}

static enum sv_status resolve(struct sv_profile_chain *chain, const struct sv_catalogue *c,
                              struct sv_profile *p)
{
  struct sv_resolving s = { .c = c, .out = p };
  s.chosen = sv_arena_calloc(&p->arena, c->count + 1, sizeof *s.chosen);
  s.levels = sv_arena_calloc(&p->arena, c->count + 1, sizeof *s.levels);
  s.checks = sv_arena_calloc(&p->arena, SV_PROFILE_CHECKS_MAX + 1, sizeof *s.checks);
  s.tailoring = sv_arena_calloc(&p->arena, SV_PROFILE_TAILORING_MAX + 1, sizeof *s.tailoring);
  p->parameters = json_object();
  if (!s.chosen || !s.levels || !s.checks || !s.tailoring || !p->parameters)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < c->count; i++)
    s.levels[i] = c->items[i].level;
  p->gate =
      (struct sv_gate){ .fail_on = SV_MUST, .min_shown = SHOWN, .fail_on_expired_waiver = true };
  p->validity_days = DAYS;
  for (size_t i = chain->count; i > 0; i--)
    SV_TRY(apply(&s, &chain->files[i - 1]));
  return finish(&s, &chain->files[0]);
}

enum sv_status sv_profile_read(const char *data_dir, const char *name_or_path,
                               const struct sv_catalogue *c, struct sv_profile *out,
                               struct sv_error *err)
{
  *out = (struct sv_profile){ .arena = SV_ARENA(ARENA_MAX) };
  struct sv_profile_chain chain;
  enum sv_status status = sv_profile_chain_open(data_dir, name_or_path, &out->arena, &chain, err);
  if (status == SV_OK)
    status = resolve(&chain, c, out);
  sv_profile_chain_close(&chain);
  return status == SV_NO_MEMORY ? sv_fail(err, status, "memory ran out") : status;
}

const struct sv_profile_item *sv_profile_find(const struct sv_profile *p, const char *id)
{
  size_t low = 0;
  size_t high = p->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const int order = strcmp(p->items[middle].requirement->id, id);
    if (order == 0)
      return &p->items[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

void sv_profile_free(struct sv_profile *p)
{
  json_decref(p->parameters);
  sv_arena_free(&p->arena);
  *p = (struct sv_profile){ 0 };
}
