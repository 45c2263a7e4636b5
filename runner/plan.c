// SPDX-License-Identifier: Apache-2.0
/* Choosing checks and pairing them with endpoints. */
#include "runner/plan.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "runner/selector.h"

#include <stdlib.h>
#include <string.h>

enum { JOBS_MOST = 100000, SENTENCE_MOST = 4096 };

static const char no_endpoint[] = N_("The target has no endpoint or document of a kind that this "
                                     "check looks at.");
static const char not_named[] = N_("The profile expects an endpoint that this check looks at, and "
                                   "the target "
                                   "file names none.");
static const char not_allowed[] = N_("The check may change data or send very many requests. It "
                                     "runs with "
                                     "--allow-unsafe only.");

struct planning {
  const struct sv_plan_input *in;
  struct sv_arena *arena;
  struct sv_plan *out;
  size_t room;
  struct sv_error *err;
};

/* Whether WORD is ID, or ID cut at a dot or hyphen. */
static bool is_or_begins(const char *word, const char *id)
{
  const size_t size = strlen(word);
  return strncmp(word, id, size) == 0 && (id[size] == '\0' || id[size] == '.' || id[size] == '-');
}

static bool names_item(const char *word, const struct sv_profile_item *item)
{
  return is_or_begins(word, item->requirement->id) || sv_selector_matches(word, item->requirement);
}

/* Whether WORD names the check, or a requirement that it judges in this profile. */
static bool names_check(const struct planning *p, const char *word, const struct sv_check_info *c)
{
  if (is_or_begins(word, c->id))
    return true;
  for (size_t i = 0; i < c->requirement_count; i++) {
    const struct sv_profile_item *item = sv_profile_find(p->in->profile, c->requirements[i]);
    if (item && names_item(word, item))
      return true;
  }
  return false;
}

static bool any_names_check(const struct planning *p, const char *const *words,
                            const struct sv_check_info *c)
{
  for (; words && *words; words++)
    if (names_check(p, *words, c))
      return true;
  return false;
}

static bool any_names_item(const char *const *words, const struct sv_profile_item *item)
{
  for (; words && *words; words++)
    if (names_item(*words, item))
      return true;
  return false;
}

static bool has_layer(const char *const *layers, enum sv_layer layer)
{
  if (!layers || !*layers)
    return true;
  for (; *layers; layers++)
    if (strcmp(*layers, sv_layer_name(layer)) == 0)
      return true;
  return false;
}

/* Whether the profile has a use for C at all. */
static bool profile_has(const struct sv_profile *profile, const struct sv_check_info *c)
{
  for (size_t i = 0; i < c->requirement_count; i++)
    if (sv_profile_find(profile, c->requirements[i]))
      return true;
  for (size_t i = 0; i < profile->check_count; i++)
    if (strcmp(profile->checks[i], c->id) == 0)
      return true;
  return false;
}

static bool chosen(const struct planning *p, const struct sv_check_info *c)
{
  const struct sv_choice *choice = &p->in->choice;
  if (!profile_has(p->in->profile, c) || !has_layer(choice->layers, c->layer))
    return false;
  if (choice->only && *choice->only && !any_names_check(p, choice->only, c))
    return false;
  return !any_names_check(p, choice->skip, c);
}

/* The strictest level of its requirements in the profile; its own when it looks for less than they
 * demand, so that advice beside a requirement stays advice. */
static enum sv_level level_of(const struct sv_profile *profile, const struct sv_check_info *c)
{
  enum sv_level level = (enum sv_level)0, demanded = (enum sv_level)0;
  for (size_t i = 0; i < c->requirement_count; i++) {
    const struct sv_profile_item *item = sv_profile_find(profile, c->requirements[i]);
    if (item && (!level || item->level < level))
      level = item->level;
    if (item && (!demanded || item->requirement->level < demanded))
      demanded = item->requirement->level;
  }
  return !level || (c->level > demanded && c->level > level) ? c->level : level;
}

static bool concerns(const struct sv_check_info *c, const struct sv_subject *s)
{
  if (!s->kind[0])
    return (c->flags & SV_CROSS) != 0;
  if (c->flags & SV_CROSS)
    return false;
  for (size_t i = 0; i < c->kind_count; i++)
    if (strcmp(c->kinds[i], s->kind) == 0 || (strcmp(c->kinds[i], "*") == 0 && s->url))
      return true;
  return false;
}

static bool profile_expects(const struct sv_profile *profile, const struct sv_check_info *c)
{
  for (size_t i = 0; i < profile->kind_count; i++)
    for (size_t n = 0; n < c->kind_count; n++)
      if (strcmp(profile->kinds[i], c->kinds[n]) == 0)
        return true;
  return false;
}

static enum sv_status add(struct planning *p, struct sv_job job)
{
  struct sv_plan *plan = p->out;
  if (plan->count == p->room) {
    if (p->room >= JOBS_MOST)
      return sv_fail_limit(p->err, "jobs", "the plan has more than %d checks on endpoints",
                           JOBS_MOST);
    const size_t room = p->room ? p->room * 2 : 256;
    struct sv_job *jobs = sv_arena_calloc(p->arena, room, sizeof *jobs);
    if (!jobs)
      return SV_NO_MEMORY;
    if (plan->count)
      memcpy(jobs, plan->jobs, plan->count * sizeof *jobs);
    plan->jobs = jobs;
    p->room = room;
  }
  job.is_cross = (job.check->flags & SV_CROSS) != 0;
  job.level = level_of(p->in->profile, job.check);
  plan->jobs[plan->count++] = job;
  return SV_OK;
}

/* A job for each endpoint that C concerns, or one that says why there is none. */
static enum sv_status add_check(struct planning *p, size_t plugin, const struct sv_check_info *c)
{
  const struct sv_subjects *subjects = p->in->subjects;
  const bool is_unsafe = (c->flags & (SV_WRITES | SV_HEAVY)) && !p->in->choice.allow_unsafe;
  size_t found = 0;
  for (size_t i = 0; i < subjects->count; i++) {
    if (!concerns(c, &subjects->items[i]))
      continue;
    struct sv_job job = { .plugin = plugin, .check = c, .subject = (uint32_t)i };
    if (is_unsafe) {
      job.preset = SV_UNTESTED;
      job.attribution = SV_CONFIGURATION;
      job.reason = not_allowed;
    }
    SV_TRY(add(p, job));
    found++;
  }
  if (found)
    return SV_OK;
  const bool expected = profile_expects(p->in->profile, c);
  return add(p,
             (struct sv_job){ .plugin = plugin,
                              .check = c,
                              .subject = (uint32_t)(subjects->count - 1),
                              .preset = expected ? SV_UNTESTED : SV_INAPPLICABLE,
                              .attribution = expected ? SV_CONFIGURATION : (enum sv_attribution)0,
                              .reason = expected ? not_named : no_endpoint });
}

static int by_order(const void *a, const void *b)
{
  const struct sv_job *x = a;
  const struct sv_job *y = b;
  if (x->plugin != y->plugin)
    return x->plugin < y->plugin ? -1 : 1;
  if (x->is_cross != y->is_cross)
    return x->is_cross ? 1 : -1;
  const int order = strcmp(x->check->id, y->check->id);
  return order ? order : (x->subject > y->subject) - (x->subject < y->subject);
}

static enum sv_status say(struct planning *p, const char *const **list, const char *msgid,
                          const char *const *words)
{
  if (!words || !*words)
    return SV_OK;
  struct sv_buf joined = SV_BUF(SENTENCE_MOST);
  struct sv_buf text = SV_BUF(2 * SENTENCE_MOST);
  for (; *words; words++)
    (void)sv_buf_addf(&joined, "%s%s", joined.size ? ", " : "", *words);
  const struct sv_arg arg = { .name = "list", .text = sv_buf_text(&joined) };
  const enum sv_status status = sv_message_render(sv_tr(msgid), &arg, 1, &text);
  const char *kept = status == SV_OK ? sv_arena_strdup(p->arena, sv_buf_text(&text)) : NULL;
  sv_buf_free(&joined);
  sv_buf_free(&text);
  if (!kept)
    return SV_NO_MEMORY;
  ((const char **)(uintptr_t)*list)[p->out->tailoring_count++] = kept;
  return SV_OK;
}

static enum sv_status tell_tailoring(struct planning *p)
{
  const struct sv_choice *c = &p->in->choice;
  const char *const *list = sv_arena_calloc(p->arena, 4, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  p->out->tailoring = list;
  SV_TRY(say(p, &list, N_("Only these were judged: {list}."), c->only));
  SV_TRY(say(p, &list, N_("These were left out: {list}."), c->skip));
  return say(p, &list, N_("Only these layers were judged: {list}."), c->layers);
}

/* Whether some job judges ITEM, or nothing at all does. */
static bool is_left(const struct planning *p, const struct sv_profile_item *item)
{
  const struct sv_choice *c = &p->in->choice;
  const bool narrow = c->only && *c->only;
  bool has_check = false;
  for (size_t i = 0; i < p->in->plugin_count; i++) {
    const struct sv_plugin_info *plugin = &p->in->plugins[i];
    for (size_t n = 0; n < plugin->check_count && !plugin->problem; n++)
      for (size_t r = 0; r < plugin->checks[n].requirement_count; r++)
        if (strcmp(plugin->checks[n].requirements[r], item->requirement->id) == 0) {
          has_check = true;
          if (chosen(p, &plugin->checks[n]))
            return true;
        }
  }
  if (has_check)
    return false;
  if (!has_layer(c->layers, item->requirement->layer) || any_names_item(c->skip, item))
    return false;
  return !narrow || any_names_item(c->only, item);
}

/* The requirements that are left once the command line has had its say: tailoring narrows the
 * profile. */
static enum sv_status keep_items(struct planning *p)
{
  const struct sv_profile *profile = p->in->profile;
  const struct sv_profile_item **items =
      sv_arena_calloc(p->arena, profile->count + 1, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  const struct sv_choice *c = &p->in->choice;
  const bool whole = !(c->only && *c->only) && !(c->skip && *c->skip) && !(c->layers && *c->layers);
  for (size_t i = 0; i < profile->count; i++)
    if (whole || is_left(p, &profile->items[i]))
      items[p->out->item_count++] = &profile->items[i];
  p->out->items = items;
  return SV_OK;
}

/* A word that names neither a check nor a requirement of the profile is a slip of the pen. */
static enum sv_status verify_words(const struct planning *p, const char *option,
                                   const char *const *words)
{
  for (; words && *words; words++) {
    bool found = false;
    for (size_t i = 0; i < p->in->profile->count && !found; i++)
      found = names_item(*words, &p->in->profile->items[i]);
    for (size_t i = 0; i < p->in->plugin_count && !found; i++)
      for (size_t n = 0; n < p->in->plugins[i].check_count && !found; n++)
        found = names_check(p, *words, &p->in->plugins[i].checks[n]);
    if (!found)
      return sv_fail(p->err, SV_INVALID,
                     "%s: %s names no check and no requirement of the profile %s. samsvar list "
                     "checks and "
                     "samsvar list requirements show what there is",
                     option, *words, p->in->profile->id);
  }
  return SV_OK;
}

static enum sv_status verify_layers(const struct planning *p)
{
  for (const char *const *l = p->in->choice.layers; l && *l; l++)
    if (!sv_layer_from(*l))
      return sv_fail(p->err, SV_INVALID,
                     "--layer: %s is no layer. The layers are legal, organisational, semantic, "
                     "technical and "
                     "cross",
                     *l);
  return SV_OK;
}

enum sv_status sv_plan_make(const struct sv_plan_input *in, struct sv_arena *a, struct sv_plan *out,
                            struct sv_error *err)
{
  *out = (struct sv_plan){ 0 };
  struct planning p = { .in = in, .arena = a, .out = out, .err = err };
  SV_TRY(verify_words(&p, "--only", in->choice.only));
  SV_TRY(verify_words(&p, "--skip", in->choice.skip));
  SV_TRY(verify_layers(&p));
  for (size_t i = 0; i < in->plugin_count; i++) {
    const struct sv_plugin_info *plugin = &in->plugins[i];
    for (size_t n = 0; n < plugin->check_count && !plugin->problem; n++)
      if (chosen(&p, &plugin->checks[n]))
        SV_TRY(add_check(&p, i, &plugin->checks[n]));
  }
  if (out->count)
    qsort(out->jobs, out->count, sizeof *out->jobs, by_order);
  SV_TRY(keep_items(&p));
  return tell_tailoring(&p);
}
