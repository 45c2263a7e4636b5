// SPDX-License-Identifier: Apache-2.0
/* The harness of the broker's tests. */
#include "tests/unit/net_harness.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DEADLINE_S = 40, PENDING_MOST = 64 };

static char folder[64];
static unsigned pending;

void net_server_start(struct net_server *s, const char *program, const char *first,
                      const char *second)
{
  int in[2];
  int out[2];
  char line[32] = "";
  assert_int_equal(pipe2(in, O_CLOEXEC), 0);
  assert_int_equal(pipe2(out, O_CLOEXEC), 0);
  s->pid = fork();
  assert_true(s->pid >= 0);
  if (s->pid == 0) {
    (void)dup2(in[0], 0);
    (void)dup2(out[1], 1);
    (void)execl(program, program, first, second, (char *)NULL);
    _exit(127);
  }
  (void)close(in[0]);
  (void)close(out[1]);
  s->in = in[1];
  s->out = out[0];
  for (size_t n = 0; n < sizeof line - 1 && read(s->out, line + n, 1) == 1 && line[n] != '\n'; n++)
    continue;
  s->port = (unsigned)strtoul(line, NULL, 10);
  assert_true(s->port > 0);
}

void net_server_stop(struct net_server *s)
{
  (void)close(s->in);
  (void)close(s->out);
  while (waitpid(s->pid, NULL, 0) < 0 && errno == EINTR)
    continue;
}

int net_folder_make(void **state)
{
  (void)state;
  (void)snprintf(folder, sizeof folder, "test_net.XXXXXX");
  return mkdtemp(folder) ? 0 : -1;
}

const char *net_folder(void)
{
  return folder;
}

static bool for_each_file(bool (*visit)(const char *path, const void *closure), const void *closure)
{
  bool seen = false;
  DIR *d = opendir(folder);
  assert_non_null(d);
  for (const struct dirent *e; (e = readdir(d));) {
    char path[400];
    (void)snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
    if (e->d_name[0] != '.')
      seen = visit(path, closure) || seen;
  }
  (void)closedir(d);
  return seen;
}

static bool remove_one(const char *path, const void *closure)
{
  (void)closure;
  return unlink(path) == 0;
}

int net_folder_remove(void **state)
{
  (void)state;
  (void)for_each_file(remove_one, NULL);
  return rmdir(folder);
}

static bool has_text(const char *path, const void *text)
{
  struct sv_buf data = SV_BUF(64 << 20);
  char block[65536];
  FILE *f = fopen(path, "rb");
  assert_non_null(f);
  for (size_t n; (n = fread(block, 1, sizeof block, f)) > 0;)
    assert_int_equal(sv_buf_add(&data, block, n), SV_OK);
  (void)fclose(f);
  const bool found = memmem(data.data, data.size, text, strlen(text)) != NULL;
  sv_buf_free(&data);
  return found;
}

bool net_folder_has(const char *text)
{
  return for_each_file(has_text, text);
}

struct sv_broker_options net_options(const struct sv_target *target)
{
  static const char *const hosts[] = { "127.0.0.1", "localhost", NULL };
  return (struct sv_broker_options){
    .target = target,
    .recording = folder,
    .rate = 10000,
    .concurrency = 4,
    .timeout_ms = unit_valgrind() ? 10000 : 600,
    .loopback_hosts = hosts,
  };
}

struct sv_broker *net_open(const struct sv_broker_options *o)
{
  struct sv_broker *b = NULL;
  struct sv_error err = { 0 };
  if (sv_broker_open(o, &b, &err) != SV_OK)
    fail_msg("%s", err.text);
  return b;
}

void net_close(struct sv_broker *b)
{
  struct sv_error err = { 0 };
  if (sv_broker_close(b, &err) != SV_OK)
    fail_msg("%s", err.text);
}

static void take(void *closure, const struct sv_exchange *x)
{
  const struct sv_exchange **out = closure;
  assert_null(*out);
  *out = x;
  pending--;
}

void net_begin(struct sv_broker *b, const struct sv_ask *ask, const struct sv_exchange **out)
{
  *out = NULL;
  pending++;
  assert_true(pending <= PENDING_MOST);
  assert_int_equal(sv_broker_ask(b, ask, 0, false, take, (void *)out), SV_OK);
}

void net_wait(struct sv_broker *b)
{
  const time_t end = time(NULL) + DEADLINE_S;
  while (pending) {
    struct pollfd p[2];
    int timeout_ms = 1000;
    const size_t count = sv_broker_poll(b, p, &timeout_ms);
    assert_true(poll(p, (nfds_t)count, timeout_ms) >= 0 || errno == EINTR);
    sv_broker_pump(b, p, count);
    if (time(NULL) > end)
      fail_msg("no answer within %d seconds", DEADLINE_S);
  }
}

const struct sv_exchange *net_ask(struct sv_broker *b, const struct sv_ask *ask, uint32_t follow,
                                  bool unsafe)
{
  const struct sv_exchange *x = NULL;
  pending++;
  assert_int_equal(sv_broker_ask(b, ask, follow, unsafe, take, &x), SV_OK);
  net_wait(b);
  assert_non_null(x);
  return x;
}

const struct sv_exchange *net_get(struct sv_broker *b, unsigned port, const char *path,
                                  uint32_t follow)
{
  char url[512];
  if (path[0] == '/')
    (void)snprintf(url, sizeof url, "http://127.0.0.1:%u%s", port, path);
  else
    (void)snprintf(url, sizeof url, "%s", path);
  const struct sv_ask ask = { .method = "GET", .url = url };
  return net_ask(b, &ask, follow, false);
}

long net_log(struct net_server *s, const char *member)
{
  static const char request[] = "GET /_/log HTTP/1.1\r\nHost: x\r\n\r\n";
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)s->port) };
  char text[1024] = "";
  char name[64];
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  assert_int_equal(inet_pton(AF_INET, "127.0.0.1", &address.sin_addr), 1);
  assert_int_equal(connect(fd, (const struct sockaddr *)&address, sizeof address), 0);
  assert_int_equal(write(fd, request, sizeof request - 1), sizeof request - 1);
  size_t size = 0;
  while (!strchr(text, '}') && size < sizeof text - 1) {
    const ssize_t n = read(fd, text + size, sizeof text - 1 - size);
    assert_true(n > 0);
    size += (size_t)n;
  }
  (void)close(fd);
  (void)snprintf(name, sizeof name, "\"%s\":", member);
  const char *at = strstr(text, name);
  assert_non_null(at);
  return strtol(at + strlen(name), NULL, 10);
}
