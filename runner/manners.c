// SPDX-License-Identifier: Apache-2.0
/* Reading what a host wishes, and keeping to it. */
#include "runner/manners.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "runner/ask.h"
#include "runner/cage.h"
#include "runner/look.h"
#include "runner/say.h"
#include "runner/weburl.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  BYTES_MAX = 64 << 10,
  RATE_MAX = 1000,
  DAY_MINUTES = 1440,
  USUAL_RATE = 5, /* a second and host: contract section 6 */
  CHILD_SECONDS = 2,
  CHILD_MEMORY = 64 << 20,
  WORKER_SOCKET = 3, /* where a cage puts it */
};

enum fault { GOOD, NOT_JSON, BAD_RATE, BAD_HOURS, BAD_WORD, UNREAD };

static const char *const faults[] = {
  [NOT_JSON] = N_("it is no JSON object"),
  [BAD_RATE] = N_("its rate is no number from 1 to 1000"),
  [BAD_HOURS] = N_("its hours are not like \"22:00-06:00\""),
  [BAD_WORD] = N_("its agreement is not \"required\", or its unsafe not \"allowed\""),
  [UNREAD] = N_("it could not be read in time"),
};

/* "22:00" at TEXT. */
static bool read_clock(const char *text, unsigned *minutes)
{
  unsigned long long hour = 0;
  unsigned long long minute = 0;
  if (strnlen(text, 5) < 5 || text[2] != ':' || !sv_parse_uint(text, 2, 24, &hour) ||
      !sv_parse_uint(text + 3, 2, 59, &minute) || hour * 60 + minute > DAY_MINUTES)
    return false;
  *minutes = (unsigned)(hour * 60 + minute);
  return true;
}

static bool read_hours(const json_t *list, struct sv_wishes *out)
{
  size_t i = 0;
  const json_t *item = NULL;
  if (!json_is_array(list) || json_array_size(list) > SV_HOURS_MAX)
    return false;
  json_array_foreach(list, i, item)
  {
    const char *text = json_string_value(item);
    if (!text || strlen(text) != 11 || text[5] != '-' || !read_clock(text, &out->hours[i].from) ||
        !read_clock(text + 6, &out->hours[i].until))
      return false;
    out->hour_count++;
  }
  return true;
}

/* The word WANTED, or nothing at all. */
static bool read_word(const json_t *value, const char *wanted, bool *out)
{
  *out = value != NULL;
  return !value || (json_is_string(value) && strcmp(json_string_value(value), wanted) == 0);
}

static enum fault read_members(const json_t *root, struct sv_wishes *out)
{
  const json_t *rate = json_object_get(root, "rate");
  const json_t *hours = json_object_get(root, "hours");
  const char *contact = json_string_value(json_object_get(root, "contact"));
  if (rate && (!json_is_integer(rate) || json_integer_value(rate) < 1 ||
               json_integer_value(rate) > RATE_MAX))
    return BAD_RATE;
  out->rate = (unsigned)json_integer_value(rate);
  if (hours && !read_hours(hours, out))
    return BAD_HOURS;
  if (!read_word(json_object_get(root, "agreement"), "required", &out->agreement) ||
      !read_word(json_object_get(root, "unsafe"), "allowed", &out->unsafe))
    return BAD_WORD;
  for (const char *p = contact; p && *p; p++)
    if ((unsigned char)*p <= ' ' || (unsigned char)*p > '~')
      contact = NULL;
  if (contact && strlen(contact) < sizeof out->contact)
    memcpy(out->contact, contact, strlen(contact) + 1);
  return GOOD;
}

static enum fault read_file(const char *text, size_t size, struct sv_wishes *out)
{
  *out = (struct sv_wishes){ .rate = 0 };
  json_t *root = size <= BYTES_MAX ? json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL) : NULL;
  const enum fault fault = json_is_object(root) ? read_members(root, out) : NOT_JSON;
  json_decref(root);
  if (fault)
    *out = (struct sv_wishes){ .rate = 0 };
  return fault;
}

const char *sv_wishes_read(const char *text, size_t size, struct sv_wishes *out)
{
  return faults[read_file(text, size, out)];
}

/* What the child has to say. */
struct reply {
  enum fault fault;
  struct sv_wishes wishes;
};

static _Noreturn void read_in_cage(const char *text, size_t size, pid_t parent, int socket)
{
  static const char *const nothing[] = { NULL };
  struct reply r = { .fault = UNREAD };
  struct sv_isolation got;
  const int out = open("/dev/null", O_WRONLY | O_CLOEXEC);
  const struct sv_cage cage = { .parent = parent,
                                .socket = socket,
                                .capture = out,
                                .read = nothing,
                                .cpu_seconds = CHILD_SECONDS,
                                .memory = CHILD_MEMORY };
  if (out >= 0 && sv_cage_enter(&cage, &got, NULL) == SV_OK)
    r.fault = read_file(text, size, &r.wishes);
  (void)!write(WORKER_SOCKET, &r, sizeof r);
  _exit(0);
}

const char *sv_wishes_read_apart(const char *text, size_t size, struct sv_wishes *out)
{
  int pair[2];
  struct reply r = { .fault = UNREAD };
  *out = (struct sv_wishes){ .rate = 0 };
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
    return faults[UNREAD];
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0)
    read_in_cage(text, size, parent, pair[1]);
  (void)close(pair[1]);
  struct pollfd p = { .fd = pair[0], .events = POLLIN };
  if (child < 0 || poll(&p, 1, CHILD_SECONDS * 2000) != 1 ||
      recv(pair[0], &r, sizeof r, 0) != (ssize_t)sizeof r || r.fault > UNREAD)
    r = (struct reply){ .fault = UNREAD };
  (void)close(pair[0]);
  if (child > 0) {
    (void)kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
      continue;
  }
  *out = r.wishes;
  out->contact[sizeof out->contact - 1] = '\0';
  if (out->hour_count > SV_HOURS_MAX)
    out->hour_count = 0;
  return faults[r.fault];
}

static bool is_open(const struct sv_wishes *w, unsigned minute)
{
  for (size_t i = 0; i < w->hour_count; i++) {
    const unsigned from = w->hours[i].from;
    const unsigned until = w->hours[i].until;
    if (from <= until ? minute >= from && minute < until : minute >= from || minute < until)
      return true;
  }
  return w->hour_count == 0;
}

enum sv_status sv_wishes_judge(const struct sv_wishes *w, const char *host,
                               const struct sv_run_options *o, int64_t now, struct sv_error *err)
{
  const char *contact = w->contact[0] ? w->contact : "-";
  const unsigned minute = (unsigned)(now / 60 % DAY_MINUTES);
  if (w->agreement && !o->agreed)
    return sv_fail(err, SV_DENIED,
                   "%s asks not to be tested without an agreement (contact: %s). When you have "
                   "one, "
                   "say so with --agreed",
                   host, contact);
  if (!is_open(w, minute) && !o->agreed)
    return sv_fail(err, SV_DENIED,
                   "%s asks to be tested from %02u:%02u to %02u:%02u UTC, not now (contact: %s). "
                   "When you have agreed on another time, say so with --agreed",
                   host, w->hours[0].from / 60, w->hours[0].from % 60, w->hours[0].until / 60,
                   w->hours[0].until % 60, contact);
  if (o->allow_unsafe && !w->unsafe)
    return sv_fail(err, SV_DENIED,
                   "%s does not say in /.well-known/samsvar.json that requests that may change "
                   "data "
                   "are allowed. Its owner can say so there, or run a target file",
                   host);
  return SV_OK;
}

static enum sv_status ask_origin(struct sv_broker *b, const struct sv_weburl *at,
                                 const struct sv_run_options *o, unsigned *rate,
                                 struct sv_error *err)
{
  char url[512];
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_wishes wishes = { 0 };
  const struct sv_exchange *x = NULL;
  const bool v6 = strchr(at->host, ':') != NULL;
  const int n = snprintf(url, sizeof url, "%s://%s%s%s:%u/.well-known/samsvar.json",
                         at->https ? "https" : "http", v6 ? "[" : "", at->host, v6 ? "]" : "",
                         (unsigned)at->port);
  if (n < 0 || (size_t)n >= sizeof url)
    return SV_OK;
  const struct sv_ask ask = { .method = "GET", .url = url };
  SV_TRY(sv_ask_all(b, &ask, 1, 1, &x));
  size_t size = 0;
  const char *text = x->answer.status == 200 ? sv_answer_text(&x->answer, &a, &size) : NULL;
  const char *type = text ? sv_answer_header(&x->answer, "Content-Type") : NULL;
  const bool is_json = type && strstr(type, "json");
  const char *what = is_json ? sv_wishes_read_apart(text, size, &wishes) : NULL;
  if (what)
    sv_say(stderr, N_("samsvar: {url} is not followed: {reason}.\n"), "url", url, "reason",
           sv_tr(what), NULL);
  if (wishes.rate && (*rate == 0 || wishes.rate < *rate))
    *rate = wishes.rate;
  enum sv_status status = SV_OK;
  if (!x->answer.error) /* who cannot be reached is told of elsewhere */
    status = sv_wishes_judge(&wishes, at->host, o, sv_broker_now_ms(b) / 1000, err);
  sv_arena_free(&a);
  return status;
}

enum sv_status sv_manners_ask(struct sv_broker *b, const struct sv_target *t,
                              const struct sv_run_options *o, unsigned *rate, struct sv_error *err)
{
  const size_t count = t->endpoint_count + t->document_count;
  struct sv_weburl *seen = calloc(count + 1, sizeof *seen);
  size_t n = 0;
  enum sv_status status = seen ? SV_OK : SV_NO_MEMORY;
  for (size_t i = 0; status == SV_OK && i < count; i++) {
    const char *url =
        i < t->endpoint_count ? t->endpoints[i].url : t->documents[i - t->endpoint_count].url;
    bool known = !url || sv_weburl_read(url, &seen[n]) != NULL;
    for (size_t k = 0; k < n && !known; k++)
      known = sv_weburl_same_origin(&seen[k], &seen[n]);
    if (!known)
      status = ask_origin(b, &seen[n++], o, rate, err);
  }
  free(seen);
  return status;
}

unsigned sv_manners_rate(unsigned rate, unsigned wish)
{
  const unsigned own = rate ? rate : USUAL_RATE;
  return wish && wish < own ? wish : rate;
}

/* Whether whoever runs with O may be somebody else than the owner of the target. */
static bool needed(const struct sv_run_options *o)
{
  return o->assertor && (strcmp(o->assertor, "peer") == 0 || strcmp(o->assertor, "regulator") == 0);
}

struct question {
  const struct sv_run_options *o;
  const struct sv_target *t;
  unsigned *rate;
};

static enum sv_status ask(void *closure, struct sv_broker *b, struct sv_error *err)
{
  const struct question *q = closure;
  return sv_manners_ask(b, q->t, q->o, q->rate, err);
}

enum sv_status sv_manners_look(const struct sv_run_options *o, const struct sv_target *t,
                               unsigned *rate, struct sv_error *err)
{
  struct question q = { o, t, rate };
  return needed(o) ? sv_look(o, t, ask, &q, err) : SV_OK;
}
