// SPDX-License-Identifier: Apache-2.0
/* samsvar doctor: what must be in order before any requirement is judged. */
#include "runner/commands.h"

#include "engines/base/lang.h"
#include "engines/base/utf8.h"
#include "engines/http/fields.h"
#include "engines/result/detail.h"
#include "runner/ask.h"
#include "runner/catalogue.h"
#include "runner/credential.h"
#include "runner/discover.h"
#include "runner/judge.h"
#include "runner/look.h"
#include "runner/paths.h"
#include "runner/profile.h"
#include "runner/say.h"
#include "runner/screen.h"
#include "runner/weburl.h"

#include <stdio.h>
#include <string.h>

enum { LABEL = 26, SKEW_MOST = 60, DAYS_SOON = 30, DAY = 86400 };

static int run(struct sv_arena *arena, int argc, char **argv);

static const char *const examples[] = {
  "samsvar doctor",
  N_("look at samsvar.json, its credentials and its hosts"),
  "samsvar doctor https://api.etat.no",
  N_("look at one address"),
  NULL,
};

const struct sv_command sv_command_doctor = {
  .name = "doctor",
  .operands = "[URL] [-t TARGET.json]",
  .summary = N_("check set-up, network, certificate, clock and credentials before judging"),
  .examples = examples,
  .options = sv_doctor_table,
  .run = run,
};

struct doctor {
  struct sv_screen screen;
  const struct sv_target *target;
  int code; /* the gravest so far */
};

/* Begins a line: a mark, and LABEL filled with spaces. CODE is 0 when all is well. */
static void begin(struct doctor *d, int code, const char *label)
{
  const bool utf8 = d->screen.style.utf8;
  const char *mark = code ? (utf8 ? "\xE2\x9C\x97" : "[X] ") : (utf8 ? "\xE2\x9C\x93" : "[OK]");
  const size_t size = sv_utf8_length(label, strlen(label));
  (void)fprintf(d->screen.out, "%s ", mark);
  sv_say_shown(d->screen.out, label);
  (void)fprintf(d->screen.out, "%*s", size < LABEL ? (int)(LABEL - size) : 1, "");
  if (code > d->code)
    d->code = code;
}

/* Why there is no answer, as a sentence. */
static const char *trouble(const char *error)
{
  static const char *const rows[][2] = {
    { "dns", N_("the name cannot be found\n") },
    { "connect", N_("nobody accepts a connection there\n") },
    { "tls", N_("the TLS handshake fails\n") },
    { "timeout", N_("no answer came in time\n") },
    { "address-refused", N_("the address may not be reached; see --network\n") },
    { "credential", N_("the credential cannot be used there\n") },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (strcmp(rows[i][0], error) == 0)
      return rows[i][1];
  return N_("there is no answer ({error})\n");
}

static void tell_tls(struct doctor *d, const char *host, const struct sv_answer *a)
{
  const struct sv_tls *tls = &a->tls;
  const int64_t now = a->started_ms / 1000;
  struct sv_buf why = SV_BUF(4096);
  if (tls->verify)
    (void)sv_detail_say(tls->verify, &why);
  begin(d, tls->verify ? SV_EXIT_DEVIATION : 0, host);
  if (tls->verify)
    sv_say(d->screen.out, N_("{version}; the certificate is not accepted: {reason}\n"), "version",
           tls->version, "reason", sv_buf_text(&why), NULL);
  else
    sv_say(d->screen.out, N_("{version}, {cipher}; certificate and name are right\n"), "version",
           tls->version, "cipher", tls->cipher, NULL);
  sv_buf_free(&why);
  if (!tls->chain_count)
    return;
  const int64_t left = (tls->chain[0].not_after - now) / DAY;
  char days[24];
  (void)snprintf(days, sizeof days, "%lld", (long long)left);
  begin(d, left < DAYS_SOON ? SV_EXIT_DEVIATION : 0, host);
  sv_say(d->screen.out, N_("the certificate is valid for {days} more days\n"), "days", days, NULL);
}

static void tell_clock(struct doctor *d, const char *host, const struct sv_answer *a)
{
  const char *date = sv_answer_header(a, "Date");
  const int64_t now = (a->started_ms + a->duration_ms) / 1000;
  int64_t there = 0;
  if (!date || !sv_http_date_parse(date, strlen(date), now, &there))
    return;
  const int64_t skew = there - now;
  char seconds[24];
  (void)snprintf(seconds, sizeof seconds, "%+lld", (long long)skew);
  begin(d, skew > SKEW_MOST || skew < -SKEW_MOST ? SV_EXIT_DEVIATION : 0, host);
  sv_say(d->screen.out, N_("its clock is {seconds} s from ours\n"), "seconds", seconds, NULL);
}

/* The first endpoint of each origin is asked for, anonymously, without following redirects. */
static enum sv_status look(void *closure, struct sv_broker *b, struct sv_error *err)
{
  struct doctor *d = closure;
  const struct sv_target *t = d->target;
  (void)err;
  for (size_t i = 0; i < t->endpoint_count; i++) {
    struct sv_weburl at;
    struct sv_weburl other;
    bool seen = sv_weburl_read(t->endpoints[i].url, &at) != NULL;
    for (size_t k = 0; k < i && !seen; k++)
      seen = !sv_weburl_read(t->endpoints[k].url, &other) && sv_weburl_same_origin(&at, &other);
    if (seen)
      continue;
    const struct sv_ask ask = { .method = "GET", .url = t->endpoints[i].url };
    const struct sv_exchange *x;
    SV_TRY(sv_ask_all(b, &ask, 1, 0, &x));
    char host[300];
    (void)snprintf(host, sizeof host, "%s:%u", at.host, (unsigned)at.port);
    const char *error = x->answer.error;
    begin(d, error ? SV_EXIT_UNREACHABLE : 0, host);
    char status[16];
    (void)snprintf(status, sizeof status, "%d", x->answer.status);
    sv_say(d->screen.out, error ? trouble(error) : N_("answers with status {status}\n"), "status",
           status, "error", error, NULL);
    if (x->answer.has_tls)
      tell_tls(d, host, &x->answer);
    if (!error)
      tell_clock(d, host, &x->answer);
  }
  return SV_OK;
}

static enum sv_status tell_profile(struct doctor *d, const struct sv_run_options *o,
                                   struct sv_error *err)
{
  const char *name = o->profile ? o->profile : d->target->profile;
  struct sv_catalogue catalogue = { 0 };
  struct sv_profile profile = { 0 };
  if (!name)
    return SV_OK;
  enum sv_status status = sv_catalogue_read(sv_path_data(), &catalogue, err);
  if (status == SV_OK)
    status = sv_profile_read(sv_path_data(), name, &catalogue, &profile, err);
  if (status == SV_OK) {
    char count[24];
    (void)snprintf(count, sizeof count, "%zu", profile.count);
    begin(d, 0, sv_tr(N_("profile")));
    sv_say(d->screen.out, N_("{id} {version}, {count} requirements\n"), "id", profile.id, "version",
           profile.version, "count", count, NULL);
  }
  sv_profile_free(&profile);
  sv_catalogue_free(&catalogue);
  return status;
}

static enum sv_status examine(struct doctor *d, const struct sv_run_options *o,
                              struct sv_error *err)
{
  struct sv_secrets secrets = { 0 };
  char count[24];
  (void)snprintf(count, sizeof count, "%zu", d->target->endpoint_count);
  begin(d, 0, d->target->path ? d->target->path : sv_tr(N_("address")));
  sv_say(d->screen.out, N_("in order, {count} endpoints\n"), "count", count, NULL);
  SV_TRY(tell_profile(d, o, err));
  const enum sv_status status = sv_secrets_resolve(d->target, &secrets, err);
  sv_secrets_free(&secrets);
  SV_TRY(status);
  if (d->target->credential_count) {
    (void)snprintf(count, sizeof count, "%zu", d->target->credential_count);
    begin(d, 0, sv_tr(N_("credentials")));
    sv_say(d->screen.out, N_("all {count} are there\n"), "count", count, NULL);
  }
  (void)fflush(d->screen.out);
  return sv_look(o, d->target, look, d, err);
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_run_options o = { 0 };
  struct sv_operands operands = { .arena = arena };
  struct sv_error err = { 0 };
  struct sv_target target = { 0 };
  const int end = sv_command_begin(&sv_command_doctor, argc, argv, &o, &operands);
  if (end >= 0)
    return end;
  enum sv_status status = sv_judge_check(&o, &err);
  if (status == SV_OK && operands.count > 1)
    status = sv_fail(&err, SV_INVALID, N_("doctor takes one address or a target file"));
  if (status == SV_OK)
    status = operands.count ? sv_target_bare(operands.items[0], &target, &err)
                            : sv_target_read(o.target ? o.target : "samsvar.json", &target, &err);
  struct doctor d = { .screen = sv_screen_open(stdout, "never"), .target = &target };
  if (status == SV_OK)
    status = examine(&d, &o, &err);
  sv_target_free(&target);
  if (status == SV_OK)
    return d.code;
  return sv_judge_refuse(status == SV_IO ? SV_INVALID : status, &err);
}
