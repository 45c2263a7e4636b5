// SPDX-License-Identifier: Apache-2.0
/* samsvar plan: the requests a run would send and the checks each serves. The checks are really
 * run, several times and without a network process; every time, everything is answered in one
 * made-up way. What is asked every time is certain. What real answers lead to cannot be known
 * without them. */
#include "runner/commands.h"

#include "engines/base/lang.h"
#include "engines/base/utf8.h"
#include "runner/choose.h"
#include "runner/columns.h"
#include "runner/judge.h"
#include "runner/paths.h"
#include "runner/requests.h"
#include "runner/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 100, NUMBER = 24, USUAL_RATE = 5 };

static int run(struct sv_arena *arena, int argc, char **argv);

static const char *const examples[] = {
  "samsvar plan",
  N_("what a run of samsvar.json would send"),
  "samsvar plan --recording samsvar-report/recording",
  N_("also what the answers of the last run led to"),
  "samsvar plan --format json --only technical.http",
  N_("for one family of checks, for a program"),
  NULL,
};

const struct sv_command sv_command_plan = {
  .name = "plan",
  .operands = "[-p PROFILE] [-t TARGET.json] [--recording DIR]",
  .summary = N_("list the requests a run would send and the checks each serves; send nothing"),
  .examples = examples,
  .options = sv_plan_table,
  .run = run,
};

struct planning {
  const struct sv_run_options *o;
  struct sv_arena *arena;
  struct sv_target target;
  struct sv_catalogue catalogue;
  struct sv_profile profile;
  struct sv_requests requests;
  unsigned pass;
  struct sv_error err;
};

static enum sv_status take(void *closure, const struct sv_run *run,
                           const struct sv_exchange *const *exchanges, size_t count)
{
  struct planning *p = closure;
  return sv_requests_add(&p->requests, run, exchanges, count, p->pass);
}

/* One run that sends nothing. */
static enum sv_status rehearse(struct planning *p, unsigned pass, enum sv_dry dry)
{
  struct sv_session_options session = sv_judge_session(p->o, &p->target, p->arena);
  struct sv_run made;
  p->pass = pass;
  session.catalogue = &p->catalogue;
  session.profile = &p->profile;
  session.dry = dry;
  session.replay = pass == SV_PASS_RECORDED;
  session.recording = session.replay ? p->o->recording : NULL;
  session.asked = take;
  session.asked_closure = p;
  const enum sv_status status = sv_session_run(&session, &made, &p->err);
  const bool interrupted = made.events.interrupted;
  sv_run_free(&made);
  return status == SV_OK && interrupted ? SV_IO : status;
}

static enum sv_status rehearse_all(struct planning *p)
{
  SV_TRY(rehearse(p, SV_PASS_SILENT, SV_DRY_SILENT));
  SV_TRY(rehearse(p, SV_PASS_EMPTY, SV_DRY_EMPTY));
  SV_TRY(rehearse(p, SV_PASS_MISSING, SV_DRY_MISSING));
  return p->o->recording ? rehearse(p, SV_PASS_RECORDED, SV_DRY_NO) : SV_OK;
}

static enum sv_status read_files(struct planning *p)
{
  const struct sv_run_options *o = p->o;
  SV_TRY(sv_judge_check(o, &p->err));
  SV_TRY(sv_target_read(o->target ? o->target : "samsvar.json", &p->target, &p->err));
  SV_TRY(sv_catalogue_read(sv_path_data(), &p->catalogue, &p->err));
  const char *name = o->profile          ? o->profile
                     : p->target.profile ? p->target.profile
                                         : sv_profile_for(&p->target, NULL);
  return sv_profile_read(sv_path_data(), name, &p->catalogue, &p->profile, &p->err);
}

/* Words with commas between, in lines that are indented. */
static void print_checks(const struct sv_request_planned *r)
{
  const char *last = "";
  size_t column = 0;
  for (const struct sv_serving *s = r->serving; s; s = s->next) {
    const size_t size = strlen(s->check);
    if (strcmp(s->check, last) == 0)
      continue;
    if (column == 0 || column + size + 2 > LINE) {
      (void)printf("%s      ", column ? ",\n" : "");
      column = 6;
    } else {
      (void)printf(", ");
      column += 2;
    }
    (void)printf("%s", s->check);
    column += size;
    last = s->check;
  }
  (void)printf("\n");
}

static void print_request(const struct sv_request_planned *r)
{
  (void)printf("  %-4s ", r->ask.method);
  sv_say_shown(stdout, r->ask.url);
  if (r->ask.http_1)
    (void)printf("  (HTTP/1.1)");
  if (!sv_broker_is_safe(r->ask.method))
    sv_say(stdout, N_("  (may change data)"), NULL);
  if (r->ask.credential)
    sv_say(stdout, N_("  (with the credential {name})"), "name", r->ask.credential, NULL);
  (void)printf("\n");
  for (size_t i = 0; i < r->ask.header_count; i++) {
    (void)printf("       ");
    sv_say_shown(stdout, r->ask.headers[i]);
    (void)printf("\n");
  }
  print_checks(r);
}

/* How many requests of LIST are sent WHEN; they are printed under MSGID. */
static size_t print_group(const struct sv_requests *all,
                          const struct sv_request_planned *const *list, const char *when,
                          const char *msgid)
{
  size_t count = 0;
  for (size_t i = 0; i < all->count; i++)
    count += strcmp(sv_request_when(list[i]), when) == 0;
  if (count == 0)
    return 0;
  char number[NUMBER];
  (void)snprintf(number, sizeof number, "%zu", count);
  (void)printf("\n");
  sv_say(stdout, msgid, "count", number, NULL);
  (void)printf("\n");
  for (size_t i = 0; i < all->count; i++)
    if (strcmp(sv_request_when(list[i]), when) == 0)
      print_request(list[i]);
  return count;
}

static void print_sum(const struct planning *p, size_t certain)
{
  const struct sv_requests *r = &p->requests;
  const unsigned own = p->target.limits.rate;
  const unsigned rate = p->o->rate ? p->o->rate : own ? own : USUAL_RATE;
  char numbers[6][NUMBER];
  const size_t values[] = { r->jobs, r->silent_jobs, r->left_out,
                            certain, rate,           (certain + rate - 1) / rate };
  for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
    (void)snprintf(numbers[i], NUMBER, "%zu", values[i]);
  (void)printf("\n");
  sv_say(stdout,
         N_("{jobs} checks on endpoints; {silent} of them ask for nothing of their own, {left} are "
            "not run because they may change data or the target lacks what they look at.\n"),
         "jobs", numbers[0], "silent", numbers[1], "left", numbers[2], NULL);
  sv_say(stdout,
         N_("At least {count} requests. At {rate} a second to one host that takes {seconds} s.\n"),
         "count", numbers[3], "rate", numbers[4], "seconds", numbers[5], NULL);
  sv_say(stdout,
         N_("Real answers lead to more: addresses in documents and pages, links, redirects, "
            "attempts that are repeated. With --recording the plan has those of an earlier run.\n"),
         NULL);
  sv_say(stdout, N_("Nothing was sent.\n"), NULL);
}

static int print(struct planning *p)
{
  if (p->o->format && strcmp(p->o->format, "json") == 0)
    return sv_json_print(sv_requests_json(&p->requests));
  const struct sv_request_planned *const *list = sv_requests_sorted(&p->requests);
  if (!list)
    return SV_EXIT_INTERNAL;
  sv_say(stdout, N_("Profile {id} {version}\n"), "id", p->profile.id, "version", p->profile.version,
         NULL);
  sv_say(stdout, N_("Target {name}\n"), "name", p->target.name, NULL);
  const size_t certain =
      print_group(&p->requests, list, "always", N_("Sent whatever the answers are ({count}):"));
  (void)print_group(&p->requests, list, "sometimes",
                    N_("Sent or not, as earlier answers are ({count}):"));
  (void)print_group(&p->requests, list, "recorded",
                    N_("Sent when the answers are those of the recording ({count}):"));
  print_sum(p, certain);
  return SV_EXIT_CONFORMS;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  const int end = sv_command_begin(&sv_command_plan, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  struct planning p = { .o = &o, .arena = arena };
  enum sv_status status = operands.count ? sv_fail(&p.err, SV_INVALID,
                                                   "\"%s\" is one word too many: the target is "
                                                   "given with -t; what an "
                                                   "address offers can only be found by asking it, "
                                                   "with samsvar check",
                                                   operands.items[0])
                                         : read_files(&p);
  if (status == SV_OK)
    status = rehearse_all(&p);
  const int code = status == SV_OK
                       ? print(&p)
                       : sv_judge_refuse(status == SV_NO_MEMORY ? status : SV_INVALID, &p.err);
  sv_requests_free(&p.requests);
  sv_profile_free(&p.profile);
  sv_catalogue_free(&p.catalogue);
  sv_target_free(&p.target);
  return code;
}
