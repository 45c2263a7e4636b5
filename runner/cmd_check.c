// SPDX-License-Identifier: Apache-2.0
/* samsvar check: an address, no set-up. */
#include "runner/commands.h"

#include "engines/result/detail.h"
#include "runner/discover.h"
#include "runner/judge.h"
#include "runner/look.h"
#include "runner/manners.h"
#include "runner/paths.h"
#include "runner/say.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static int run(struct sv_arena *arena, int argc, char **argv);

static const char *const examples[] = {
  "samsvar check https://api.etat.no/v1",
  N_("find what the address offers, choose a profile, judge"),
  "samsvar check https://data.etat.no -p open-data-provider",
  N_("the same by a profile of your choice"),
  NULL,
};

const struct sv_command sv_command_check = {
  .name = "check",
  .operands = "URL [-p PROFILE] [-o DIR]",
  .summary = N_("try an address: find what it offers, choose a profile, judge"),
  .examples = examples,
  .options = sv_check_table,
  .run = run,
};

struct search {
  const struct sv_run_options *options;
  const struct sv_target *bare;
  const char *url;
  struct sv_discovery *found;
  unsigned rate; /* what the host wishes; 0: nothing */
};

static enum sv_status discover(void *closure, struct sv_broker *b, struct sv_error *err)
{
  struct search *s = closure;
  SV_TRY(sv_manners_ask(b, s->bare, s->options, &s->rate, err));
  return sv_discover(b, s->url, s->found, err);
}

/* Looks around; what is judged is asked for again. RATE gets what the host wishes. */
static enum sv_status look(const struct sv_run_options *o, const char *url,
                           struct sv_discovery *found, unsigned *rate, struct sv_error *err)
{
  struct sv_target bare;
  struct search s = { .options = o, .bare = &bare, .url = url, .found = found };
  enum sv_status status = sv_target_bare(url, &bare, err);
  if (status == SV_OK)
    status = sv_look(o, &bare, discover, &s, err);
  *rate = s.rate;
  sv_target_free(&bare);
  return status;
}

/* The target as a file would have it, for the recording. The caller frees it. */
static char *target_text(const struct sv_target *t)
{
  json_t *endpoints = json_array();
  for (size_t i = 0; i < t->endpoint_count; i++)
    (void)json_array_append_new(endpoints,
                                json_pack("{s:s,s:s,s:s}", "id", t->endpoints[i].id, "kind",
                                          t->endpoints[i].kind, "url", t->endpoints[i].url));
  json_t *file = json_pack("{s:s,s:s*,s:o}", "name", t->name, "role",
                           t->role_is_assumed ? NULL : t->role, "endpoints", endpoints);
  char *text = file ? json_dumps(file, JSON_INDENT(2)) : NULL;
  json_decref(file);
  return text;
}

/* Judges what was found by the text of a target file, so that a replay of the recording reads the
 * very same target. */
static int judge_found(const struct sv_run_options *o, const char *url,
                       const struct sv_discovery *found)
{
  struct sv_error err = { 0 };
  struct sv_target target = { 0 };
  char *text = target_text(&found->target);
  const enum sv_status status =
      text ? sv_target_parse(text, strlen(text), url, ".", &target, &err) : SV_NO_MEMORY;
  const int code = status == SV_OK ? sv_judge(&(struct sv_judgement){ .options = o,
                                                                      .target = &target,
                                                                      .target_text = text,
                                                                      .profile = found->profile,
                                                                      .found = found->found,
                                                                      .address = url,
                                                                      .command = "check" })
                                   : sv_judge_refuse(status, &err);
  free(text);
  sv_target_free(&target);
  return code;
}

/* The role that is judged: what the command line says, what the profile is for when it is for no
 * provider, else what was found. NULL with ERR. */
static const char *role_of(const struct sv_run_options *o, struct sv_discovery *found,
                           struct sv_error *err)
{
  struct sv_catalogue catalogue = { 0 };
  struct sv_profile profile = { 0 };
  const char *role = o->role ? o->role : found->target.role;
  if (o->role)
    found->target.role_is_assumed = false;
  if (o->role || !o->profile)
    return role;
  enum sv_status status = sv_catalogue_read(sv_path_data(), &catalogue, err);
  if (status == SV_OK)
    status = sv_profile_read(sv_path_data(), o->profile, &catalogue, &profile, err);
  bool provider = profile.role_count == 0;
  for (size_t i = 0; i < profile.role_count; i++)
    provider = provider || strcmp(profile.roles[i], "provider") == 0;
  if (!provider) {
    role = sv_arena_strdup(&found->target.arena, profile.roles[0]);
    found->target.role_is_assumed = false;
  }
  sv_profile_free(&profile);
  sv_catalogue_free(&catalogue);
  return status == SV_OK ? role : NULL;
}

static void tell_trouble(const struct sv_discovery *found)
{
  struct sv_buf why = SV_BUF(8192);
  if (sv_detail_say(found->trouble, &why) == SV_OK)
    sv_say(stderr, N_("{url} gave no answer. {why}\n"), "url", found->at, "why", sv_buf_text(&why),
           NULL);
  sv_buf_free(&why);
}

static int check(struct sv_run_options *o, const char *url)
{
  struct sv_error err = { 0 };
  struct sv_discovery found = { 0 };
  unsigned rate = 0;
  enum sv_status status = sv_judge_check(o, &err);
  if (status == SV_OK)
    status = look(o, url, &found, &rate, &err);
  if (status == SV_OK && !(found.target.role = role_of(o, &found, &err)))
    status = SV_INVALID;
  if (status != SV_OK) {
    sv_target_free(&found.target);
    return sv_judge_refuse(status, &err);
  }
  if (found.trouble)
    tell_trouble(&found);
  if (found.elsewhere)
    sv_say(stderr,
           N_("The description says that the API is at {url}, another host, so its operations were "
              "not tried. Check that address, or name it in samsvar.json.\n"),
           "url", found.elsewhere, NULL);
  o->rate = sv_manners_rate(o->rate, rate);
  const int code = judge_found(o, url, &found);
  sv_target_free(&found.target);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  const int end = sv_command_begin(&sv_command_check, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  if (operands.count == 1)
    return check(&o, operands.items[0]);
  struct sv_error err = { 0 };
  (void)sv_fail(&err, SV_INVALID,
                "check takes one address, as in samsvar check https://api.etat.no/v1");
  return sv_judge_refuse(SV_INVALID, &err);
}
