// SPDX-License-Identifier: Apache-2.0
/* The program samsvar-reference: a small public service on this computer, for demonstrations and
 * tests. */
#include "reference/folder.h"
#include "reference/peppol.h"
#include "reference/server.h"
#include "reference/text.h"

#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "engines/base/ascii.h"
#include "engines/base/lang.h"

/* For the translators. */
#define N_(msgid) msgid

enum { EXIT_BAD_USE = 2, EXIT_BROKEN = 5, DELAY_MAX = 60000, PORT_MAX = 65535 };

static const char usage[] = N_("Usage: samsvar-reference [OPTION]...\n"
                               "Run a small public service on loopback until standard input ends.\n"
                               "\n"
                               "  --port N         the http port; 0, the default: any that is "
                               "free\n"
                               "  --tls-port N     the https port; likewise\n"
                               "  --break NAME     break the service in this way; may be repeated\n"
                               "  --list-breaks    list the ways, with the checks that must "
                               "notice, "
                               "and exit\n"
                               "  --format FORMAT  of the list: text or json\n"
                               "  --seed N         decides the content; default 1\n"
                               "  --delay MS       wait so long before every answer\n"
                               "  --help           this text\n"
                               "\n"
                               "When it is ready it prints one line of JSON: http, https, ca, "
                               "target.\n");

struct options {
  unsigned port;
  unsigned tls_port;
  unsigned seed;
  unsigned delay_ms;
  bool list;
  bool json;
  bool help;
  struct sv_breaks breaks;
};

/* Puts the number TEXT in *OUT; false when it is none from 0 to MOST. */
static bool number(const char *text, unsigned most, unsigned *out)
{
  unsigned long long value = 0;
  if (!*text || !sv_parse_uint(text, strlen(text), most, &value)) {
    fprintf(stderr, sv_tr(N_("samsvar-reference: \"%s\" is not a number from 0 to %u.\n")), text,
            most);
    return false;
  }
  *out = (unsigned)value;
  return true;
}

static bool take_option(int c, char **argv, struct options *o)
{
  switch (c) {
  case 'p':
    return number(optarg, PORT_MAX, &o->port);
  case 't':
    return number(optarg, PORT_MAX, &o->tls_port);
  case 's':
    return number(optarg, UINT32_MAX, &o->seed);
  case 'd':
    return number(optarg, DELAY_MAX, &o->delay_ms);
  case 'b':
    if (sv_breaks_add(&o->breaks, optarg))
      return true;
    fprintf(stderr,
            sv_tr(N_("samsvar-reference: there is no break \"%s\"; --list-breaks lists them.\n")),
            optarg);
    return false;
  case 'l':
    o->list = true;
    return true;
  case 'f':
    o->json = strcmp(optarg, "json") == 0;
    if (o->json || strcmp(optarg, "text") == 0)
      return true;
    fprintf(stderr, sv_tr(N_("samsvar-reference: the format is text or json, not \"%s\".\n")),
            optarg);
    return false;
  case 'h':
    o->help = true;
    return true;
  default:
    fprintf(stderr, sv_tr(N_("samsvar-reference: \"%s\" is no option, or its value is missing.\n")),
            argv[optind - 1]);
    return false;
  }
}

static bool read_options(int argc, char **argv, struct options *o)
{
  static const struct option table[] = {
    { "port", required_argument, NULL, 'p' },
    { "tls-port", required_argument, NULL, 't' },
    { "break", required_argument, NULL, 'b' },
    { "list-breaks", no_argument, NULL, 'l' },
    { "format", required_argument, NULL, 'f' },
    { "seed", required_argument, NULL, 's' },
    { "delay", required_argument, NULL, 'd' },
    { "help", no_argument, NULL, 'h' },
    { NULL, 0, NULL, 0 },
  };
  opterr = 0;
  for (int c; (c = getopt_long(argc, argv, "", table, NULL)) != -1;)
    if (!take_option(c, argv, o))
      return false;
  if (optind < argc)
    fprintf(stderr, sv_tr(N_("samsvar-reference: what is \"%s\"? There are only options.\n")),
            argv[optind]);
  return optind == argc;
}

/* {"name","checks","what"} of one break. */
static void list_json(const struct sv_break *row, struct sv_buf *out)
{
  sv_buf_adds(out, "  { \"name\": ");
  sv_text_json(out, row->name);
  sv_buf_adds(out, ", \"checks\": [");
  const char *checks = row->checks ? row->checks : "";
  for (const char *p = checks; *p;) {
    const size_t size = strcspn(p, " ");
    sv_buf_addf(out, "%s\"%.*s\"", p == checks ? "" : ", ", (int)size, p);
    p += size + strspn(p + size, " ");
  }
  sv_buf_adds(out, "], \"what\": ");
  sv_text_json(out, row->what);
  sv_buf_adds(out, " }");
}

static int list_breaks(bool json)
{
  struct sv_buf out = SV_BUF(1 << 20);
  bool first = true;
  for (size_t t = 0; t < sv_break_table_count; t++) {
    for (size_t i = 0; i < sv_break_tables[t]->count; i++) {
      const struct sv_break *row = &sv_break_tables[t]->rows[i];
      if (!json) {
        sv_buf_addf(&out, "%s  %s\n", row->name, row->checks ? row->checks : "");
        continue;
      }
      sv_buf_adds(&out, first ? "[\n" : ",\n");
      list_json(row, &out);
      first = false;
    }
  }
  if (json)
    sv_buf_adds(&out, "\n]\n");
  fputs(sv_buf_text(&out), stdout);
  sv_buf_free(&out);
  return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_BROKEN;
}

/* Waits for the end of standard input or a signal to stop. */
static void wait_for_end(int signals)
{
  struct pollfd fds[] = { { STDIN_FILENO, POLLIN, 0 }, { signals, POLLIN, 0 } };
  for (;;) {
    if (poll(fds, 2, -1) < 0 && errno == EINTR)
      continue;
    if (fds[1].revents)
      return;
    char waste[4096];
    const ssize_t n = fds[0].revents ? read(STDIN_FILENO, waste, sizeof waste) : 1;
    if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
      return;
  }
}

static bool tell_ready(const struct sv_service *s, unsigned http_port, const struct sv_folder *f)
{
  printf("{\"http\":\"http://127.0.0.1:%u\",\"https\":\"%s\",\"ca\":\"%s/ca.pem\","
         "\"target\":\"%s/samsvar.json\"}\n",
         http_port, s->base, f->path, f->path);
  return fflush(stdout) == 0;
}

/* The zone with the name of the participant, which leads to the publisher of its metadata. */
static enum sv_status start_zone(struct sv_zone *zone, const struct sv_service *s,
                                 struct sv_error *err)
{
  char url[128];
  snprintf(url, sizeof url, "%s" SV_PEPPOL_PATH "/", s->base);
  const struct sv_zone_participant p = { .name = sv_peppol_name(s->peppol), .url = url };
  return sv_zone_start(zone, &s->breaks, &p, err);
}

static enum sv_status serve(const struct options *o, const char *data, int signals,
                            struct sv_error *err)
{
  struct sv_service service = { .seed = o->seed, .started = time(NULL), .breaks = o->breaks };
  struct sv_tls tls = { .root = NULL };
  struct sv_server server = { .service = &service, .tls = &tls, .delay_ms = o->delay_ms };
  struct sv_folder folder = { .path = "" };
  struct sv_zone zone = { .socket = -1, .stop = -1 };
  unsigned http_port = o->port;
  unsigned tls_port = o->tls_port;
  enum sv_status status = sv_server_bind(&server, &http_port, &tls_port, err);
  if (status == SV_OK)
    status = sv_tls_make(&tls, &service.breaks, service.started, err);
  if (status == SV_OK)
    status = sv_service_make(&service, data, tls_port, err);
  /* The zone says that there is an IPv6 address; where there is none it is better not asked. */
  if (status == SV_OK && server.sockets[3] >= 0)
    status = start_zone(&zone, &service, err);
  if (status == SV_OK)
    status = sv_folder_make(&folder, &service, http_port, &tls, &zone, err);
  if (status == SV_OK)
    status = sv_server_start(&server, err);
  if (status == SV_OK && tell_ready(&service, http_port, &folder))
    wait_for_end(signals);
  sv_server_stop(&server);
  sv_zone_stop(&zone);
  sv_folder_remove(&folder);
  sv_service_free(&service);
  sv_tls_free(&tls);
  return status;
}

/* Without catalogues everything is English. */
static void speak(void)
{
  const char *dir = getenv("SAMSVAR_LOCALE_DIR");
  if (sv_lang_open(dir && *dir ? dir : SV_LOCALE_DIR) == SV_OK)
    sv_lang_use(sv_lang_of_environment());
}

int main(int argc, char **argv)
{
  struct options o = { .seed = 1 };
  speak();
  if (!read_options(argc, argv, &o)) {
    fputs(sv_tr(N_("samsvar-reference --help tells how to use it.\n")), stderr);
    return EXIT_BAD_USE;
  }
  if (o.help) {
    fputs(sv_tr(usage), stdout);
    return EXIT_SUCCESS;
  }
  if (o.list)
    return list_breaks(o.json);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  signal(SIGPIPE, SIG_IGN);
  const int signals = signalfd(-1, &stop, SFD_CLOEXEC);
  char data[4096];
  const char *root = getenv("SAMSVAR_DATA_DIR");
  snprintf(data, sizeof data, "%s/reference/data", root && *root ? root : SV_DATA_DIR);
  struct sv_error err = { .text = "" };
  const enum sv_status status = serve(&o, data, signals, &err);
  if (status == SV_OK)
    return EXIT_SUCCESS;
  fprintf(stderr, "samsvar-reference: %s.\n", err.text);
  return EXIT_BROKEN;
}
