// SPDX-License-Identifier: Apache-2.0
/* From options to the exit code. Everything that can be wrong is found before anything is sent. */
#include "runner/judge.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/lang.h"
#include "runner/again.h"
#include "runner/command.h"
#include "runner/formats.h"
#include "runner/hide.h"
#include "runner/paths.h"
#include "runner/progress.h"
#include "runner/results_file.h"
#include "runner/say.h"
#include "runner/session.h"
#include "runner/summary.h"
#include "runner/trust.h"
#include "runner/weburl.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
  PATH_ROOM = 4096,
  AGAIN_MOST = 128 << 10,
  USUAL_RATE = 5, /* a second and host, unless someone says otherwise: contract section 6 */
};

/* What a judgement works with; freed as a whole. */
struct work {
  const struct sv_judgement *j;
  struct sv_arena arena;
  struct sv_catalogue catalogue;
  struct sv_profile profile;
  struct sv_output output;
  struct sv_run run;
  struct sv_run baseline;
  char baseline_sha256[65];
  struct sv_gate gate;
  char recording[PATH_ROOM];
  struct sv_error err;
};

int sv_judge_refuse(enum sv_status status, const struct sv_error *err)
{
  struct sv_error mute = { 0 };
  if (err->text[0])
    sv_say_error(err);
  else if (status == SV_NO_MEMORY)
    (void)sv_fail(&mute, status, N_("there is not enough memory"));
  else
    (void)sv_fail(&mute, status, N_("something went wrong in samsvar itself"));
  if (mute.text[0])
    sv_say_error(&mute);
  return status == SV_NO_MEMORY || status == SV_INTERNAL || status == SV_IO ? SV_EXIT_INTERNAL
                                                                            : SV_EXIT_USAGE;
}

/* http://HOST:PORT, with nothing secret in it: it would stand in process lists. */
static enum sv_status check_proxy(const char *proxy, struct sv_error *err)
{
  struct sv_weburl url;
  const char *fault = proxy ? sv_weburl_read(proxy, &url) : NULL;
  return fault ? sv_fail(err, SV_INVALID, "--proxy: %s", sv_tr(fault)) : SV_OK;
}

enum sv_status sv_judge_check(const struct sv_run_options *o, struct sv_error *err)
{
  static const char *const layers[] = { "legal", "organisational", "semantic", "technical",
                                        "cross" };
  unsigned long long percent;
  if (o->as_of && !sv_date_parse(o->as_of, strlen(o->as_of), NULL))
    return sv_fail(err, SV_INVALID, "--as-of takes a day as 2026-11-22, not \"%s\"", o->as_of);
  if (o->min_shown_given &&
      !sv_parse_uint(o->min_shown_given, strlen(o->min_shown_given), 100, &percent))
    return sv_fail(err, SV_INVALID, "--min-shown takes a number from 0 to 100, not \"%s\"",
                   o->min_shown_given);
  for (size_t i = 0; i < o->layers.count; i++) {
    bool known = false;
    for (size_t k = 0; k < 5; k++)
      known = known || strcmp(o->layers.items[i], layers[k]) == 0;
    if (!known)
      return sv_fail(err, SV_INVALID,
                     "--layer takes legal, organisational, semantic, technical or cross, not "
                     "\"%s\"",
                     o->layers.items[i]);
  }
  if (o->cacert)
    SV_TRY(sv_trust_check(o->cacert, err));
  if (o->assertor && strcmp(o->assertor, "regulator") == 0 && !(o->contact && o->contact[0]))
    return sv_fail(err, SV_INVALID,
                   "a regulator must say with --contact whom the tested party may ask");
  SV_TRY(check_proxy(o->proxy, err));
  if (!o->baseline && o->fail_on && strcmp(o->fail_on, "new") == 0)
    return sv_fail(err, SV_INVALID,
                   N_("--fail-on new needs --baseline RESULTS: what is new is told by what was "
                      "there before"));
  return sv_formats_check(&o->formats, err);
}

/* The list as an array in A that ends with NULL, or NULL when it is empty. */
static const char *const *as_array(const struct sv_list *list, struct sv_arena *a)
{
  const char **items = list->count ? sv_arena_calloc(a, list->count + 1, sizeof *items) : NULL;
  for (size_t i = 0; items && i < list->count; i++)
    items[i] = list->items[i];
  return items;
}

const char *sv_judge_network(const struct sv_run_options *o)
{
  if (o->network)
    return o->network;
  return o->assertor && strcmp(o->assertor, "regulator") == 0 ? "public" : "self";
}

const char *const *sv_judge_hosts(const struct sv_target *t, struct sv_arena *a)
{
  const char **hosts = sv_arena_calloc(a, t->endpoint_count + t->document_count + 1, sizeof *hosts);
  size_t count = 0;
  for (size_t i = 0; hosts && i < t->endpoint_count + t->document_count; i++) {
    const char *url =
        i < t->endpoint_count ? t->endpoints[i].url : t->documents[i - t->endpoint_count].url;
    struct sv_weburl at;
    if (url && !sv_weburl_read(url, &at) && (hosts[count] = sv_arena_strdup(a, at.host)))
      count++;
  }
  return hosts;
}

/* Who runs a service knows which of its environments may be changed. */
static enum sv_status check_unsafe(struct work *w)
{
  const struct sv_target *t = w->j->target;
  const bool is_production = t->environment && strcmp(t->environment, "production") == 0;
  if (!w->j->options->allow_unsafe || !is_production || w->j->address)
    return SV_OK;
  return sv_fail(&w->err, SV_INVALID,
                 N_("--allow-unsafe: the target file says that this is the production environment, "
                    "where nothing is to be changed; name a test environment"));
}

static enum sv_status read_files(struct work *w)
{
  const struct sv_run_options *o = w->j->options;
  SV_TRY(sv_judge_check(o, &w->err));
  SV_TRY(check_unsafe(w));
  SV_TRY(sv_catalogue_read(sv_path_data(), &w->catalogue, &w->err));
  const char *name = o->profile              ? o->profile
                     : w->j->target->profile ? w->j->target->profile
                                             : w->j->profile;
  if (!name)
    return sv_fail(&w->err, SV_INVALID,
                   "no profile: give one with --profile, or as \"profile\" in the target file; "
                   "samsvar list profiles shows them");
  SV_TRY(sv_profile_read(sv_path_data(), name, &w->catalogue, &w->profile, &w->err));
  if (w->j->profile_sha256 && !o->profile && strcmp(w->j->profile_sha256, w->profile.sha256) != 0)
    return sv_fail(&w->err, SV_INVALID,
                   "the profile %s has changed since the recording; name one with --profile to "
                   "judge by it",
                   w->profile.id);
  if (!o->baseline)
    return SV_OK;
  const enum sv_status status =
      sv_results_read(o->baseline, &w->baseline, w->baseline_sha256, &w->err);
  if (status != SV_OK)
    return status == SV_NO_MEMORY ? status : SV_INVALID;
  return sv_diff_check(&w->baseline, w->profile.id, w->j->target->id, &w->err);
}

static void set_gate(struct work *w)
{
  const struct sv_run_options *o = w->j->options;
  unsigned long long percent;
  w->gate = w->profile.gate;
  if (o->fail_on && strcmp(o->fail_on, "must") == 0)
    w->gate.fail_on = SV_MUST;
  if (o->fail_on && strcmp(o->fail_on, "should") == 0)
    w->gate.fail_on = SV_SHOULD;
  w->gate.fail_on_new = o->fail_on && strcmp(o->fail_on, "new") == 0;
  if (o->fail_on && strcmp(o->fail_on, "waiver-expired") == 0)
    w->gate.fail_on_expired_waiver = true;
  if (o->min_shown_given &&
      sv_parse_uint(o->min_shown_given, strlen(o->min_shown_given), 100, &percent))
    w->gate.min_shown = (unsigned)percent;
}

static const char *rendered_title(const struct sv_text *t)
{
  const char *by_lang = sv_lang_used() == SV_EN ? t->en : sv_lang_used() == SV_NN ? t->nn : t->nb;
  return by_lang ? by_lang : t->nb ? t->nb : t->en ? t->en : "";
}

/* The day of --as-of, else today in UTC as the session takes it. */
static const char *day_of(const struct sv_run_options *o, char today[21])
{
  sv_date_time_write((int64_t)time(NULL), today);
  today[10] = '\0';
  return o->as_of ? o->as_of : today;
}

static void preflight(const struct work *w, const struct sv_screen *screen)
{
  const struct sv_run_options *o = w->j->options;
  char today[21];
  const struct sv_preflight p = {
    .profile = rendered_title(&w->profile.title),
    .version = w->profile.version,
    .chosen_for_you = !o->profile && !w->j->target->profile,
    .as_of = day_of(o, today),
    .target = w->j->target->name,
    .address = w->j->address                  ? w->j->address
               : w->j->target->endpoint_count ? w->j->target->endpoints[0].url
                                              : NULL,
    .found = w->j->found,
    .unsafe = o->allow_unsafe,
    .rate = o->rate                     ? o->rate
            : w->j->target->limits.rate ? w->j->target->limits.rate
                                        : USUAL_RATE,
    .requirements = w->profile.count,
  };
  sv_preflight_print(screen, &p, sv_lang_used());
}

struct sv_session_options sv_judge_session(const struct sv_run_options *o,
                                           const struct sv_target *t, struct sv_arena *a)
{
  const bool strict = (o->isolation && strcmp(o->isolation, "require") == 0) ||
                      (!o->isolation && o->assertor && strcmp(o->assertor, "regulator") == 0);
  return (struct sv_session_options){
    .target = t,
    .only = as_array(&o->only, a),
    .skip = as_array(&o->skip, a),
    .layers = as_array(&o->layers, a),
    .plugin_dirs = as_array(&o->plugin_dirs, a),
    .loopback_hosts = sv_judge_hosts(t, a),
    .allow_unsafe = o->allow_unsafe,
    .seed = o->seed,
    .require_isolation = strict,
    .jobs = o->jobs,
    .rate = o->rate,
    .timeout_ms = o->timeout * 1000u,
    .network = sv_judge_network(o),
    .cacert = o->cacert,
    .contact = o->contact,
    .proxy = o->proxy,
    .waivers = o->waivers,
    .answers = o->answers,
    .vocabularies = o->vocabularies,
    .events = o->events,
    .as_of = o->as_of,
    .assertor = o->assertor,
    .language = sv_lang_name(sv_lang_used()),
  };
}

static enum sv_status run_session(struct work *w, const struct sv_observer *observer)
{
  const struct sv_run_options *o = w->j->options;
  struct sv_session_options session = sv_judge_session(o, w->j->target, &w->arena);
  session.catalogue = &w->catalogue;
  session.profile = &w->profile;
  session.recording = w->j->replay ? w->j->replay : w->recording;
  session.replay = w->j->replay != NULL;
  session.cacert = w->j->cacert ? w->j->cacert : o->cacert;
  session.gate = &w->gate;
  session.observer = observer;
  session.target_text = w->j->target_text;
  session.profile_name = o->profile              ? o->profile
                         : w->j->target->profile ? w->j->target->profile
                                                 : w->j->profile;
  session.baseline = o->baseline ? &w->baseline : NULL;
  session.baseline_sha256 = w->baseline_sha256;
  return sv_session_run(&session, &w->run, &w->err);
}

/* Writes the reports and prints the summary; what went wrong here is ours and makes the exit
 * code 5. Whether the summary arrives is main()'s to see. */
static int finish(struct work *w, const struct sv_screen *screen)
{
  struct sv_written written = { .count = 0 };
  int code = w->run.verdict.exit_code;
  const struct sv_wanted wanted = {
    .list = &w->j->options->formats,
    .external_assets = sv_formats_external(w->j->options->html_assets),
  };
  enum sv_status status = sv_run_hide(&w->run);
  if (status == SV_OK)
    status = sv_formats_write(&w->output, &w->run, sv_lang_used(), &wanted, &written, &w->err);
  struct sv_buf again = SV_BUF(AGAIN_MOST);
  const char *operand = w->j->replay ? w->j->replay : w->j->found ? w->j->address : NULL;
  const bool fits = sv_again(&again, w->j->command, operand, w->j->options) == SV_OK;
  const struct sv_summary summary = {
    .run = &w->run,
    .folder = w->output.path,
    .files = &written,
    .recording = w->j->replay ? w->j->replay : w->recording,
    .again = fits ? sv_buf_text(&again) : NULL,
    .lang = sv_lang_used(),
    .quiet = w->j->options->quiet,
  };
  const enum sv_status printed = sv_summary_print(screen, &summary);
  sv_buf_free(&again);
  if (status != SV_OK)
    sv_say_error(&w->err);
  if ((status != SV_OK || printed != SV_OK) && code != SV_EXIT_INTERRUPTED)
    code = SV_EXIT_INTERNAL;
  return code;
}

static int judge(struct work *w)
{
  const struct sv_run_options *o = w->j->options;
  enum sv_status status = read_files(w);
  if (status != SV_OK)
    return sv_judge_refuse(status, &w->err);
  const char *folder = o->output ? o->output : "samsvar-report";
  if (sv_output_open(folder, &w->output, &w->err) != SV_OK) {
    sv_say_error(&w->err);
    return SV_EXIT_INTERNAL;
  }
  if ((size_t)snprintf(w->recording, sizeof w->recording, "%s/recording", folder) >=
      sizeof w->recording) {
    sv_say(stderr, N_("samsvar: the name of the output folder is too long.\n"), NULL);
    return SV_EXIT_USAGE;
  }
  set_gate(w);
  const struct sv_screen screen = sv_screen_open(stdout, o->color);
  struct sv_progress_view view;
  const struct sv_observer *observer = NULL;
  if (!o->quiet) {
    preflight(w, &screen);
    observer = sv_progress_start(&view, &screen, sv_lang_used());
  }
  status = run_session(w, observer);
  if (observer)
    sv_progress_end(&view);
  return status == SV_OK ? finish(w, &screen) : sv_judge_refuse(status, &w->err);
}

int sv_judge(const struct sv_judgement *j)
{
  struct work *w = calloc(1, sizeof *w);
  if (!w)
    return SV_EXIT_INTERNAL;
  w->j = j;
  w->output.folder = -1;
  const int code = judge(w);
  sv_run_free(&w->run);
  sv_run_free(&w->baseline);
  sv_arena_free(&w->arena);
  sv_output_close(&w->output);
  sv_profile_free(&w->profile);
  sv_catalogue_free(&w->catalogue);
  free(w);
  return code;
}
