// SPDX-License-Identifier: Apache-2.0
/* Starting and ending the reference service. */
#include "runner/service.h"

#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/why.h"
#include "runner/command.h"
#include "runner/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { READY_MS = 20000, READY_LINE_MAX = 8192, BREAKS_MAX = 64 };

static int64_t now_ms(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum sv_status program(char *path, size_t room, struct sv_error *err)
{
  const int n = snprintf(path, room, "%s/samsvar-reference", sv_path_libexec());
  if (n < 0 || (size_t)n >= room || access(path, X_OK) != 0)
    return sv_fail(err, SV_NOT_FOUND, "the reference service is not installed in %s",
                   sv_path_libexec());
  return SV_OK;
}

/* The child has our standard error, and pipes for the rest. */
static enum sv_status spawn(char *const *argv, int in, int out, pid_t *pid, struct sv_error *err)
{
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions) != 0)
    return SV_NO_MEMORY;
  int failed = 0;
  if (in >= 0)
    failed |= posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  if (out >= 0)
    failed |= posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  if (!failed)
    failed = posix_spawn(pid, argv[0], &actions, NULL, argv, environ);
  (void)posix_spawn_file_actions_destroy(&actions);
  return failed ? sv_fail(err, SV_IO, "%s could not be started: %s", argv[0], sv_why(failed))
                : SV_OK;
}

/* One line, before the deadline. */
static enum sv_status read_line(int fd, struct sv_buf *line, struct sv_error *err)
{
  const int64_t deadline = now_ms() + READY_MS;
  for (;;) {
    struct pollfd p = { .fd = fd, .events = POLLIN };
    const int64_t left = deadline - now_ms();
    if (left <= 0 || (poll(&p, 1, (int)left) < 0 && errno != EINTR))
      return sv_fail(err, SV_IO, "the reference service did not become ready");
    if (!p.revents)
      continue;
    char c;
    const ssize_t n = read(fd, &c, 1);
    if (n == 0)
      return sv_fail(err, SV_INVALID, "the reference service ended before it was ready");
    if (n < 0 && errno != EINTR && errno != EAGAIN)
      return sv_fail(err, SV_IO, "the reference service cannot be read: %s", sv_why(errno));
    if (n == 1 && c == '\n')
      return SV_OK;
    if (n == 1 && sv_buf_addc(line, c) != SV_OK)
      return sv_fail(err, SV_INTERNAL, "the reference service said too much");
  }
}

static enum sv_status take(const struct sv_buf *line, struct sv_service *s, struct sv_error *err)
{
  json_t *ready = json_loadb(sv_buf_text(line), line->size, JSON_REJECT_DUPLICATES, NULL);
  const struct {
    const char *name;
    char **place;
  } members[] = {
    { "http", &s->http }, { "https", &s->https }, { "ca", &s->ca }, { "target", &s->target }
  };
  enum sv_status status = SV_OK;
  for (size_t i = 0; status == SV_OK && i < sizeof members / sizeof members[0]; i++) {
    const char *text = json_string_value(json_object_get(ready, members[i].name));
    if (!text)
      status =
          sv_fail(err, SV_INTERNAL, "the reference service did not say \"%s\"", members[i].name);
    else if (!(*members[i].place = strdup(text)))
      status = SV_NO_MEMORY;
  }
  json_decref(ready);
  return status;
}

enum sv_status sv_service_start(const struct sv_list *breaks, struct sv_service *out,
                                struct sv_error *err)
{
  *out = (struct sv_service){ .pid = -1, .in = -1 };
  char path[4096];
  SV_TRY(program(path, sizeof path, err));
  char *argv[2 * BREAKS_MAX + 2] = { path };
  char option[] = "--break";
  if (breaks->count > BREAKS_MAX)
    return sv_fail(err, SV_INVALID, "more than %d breaks at once", BREAKS_MAX);
  for (size_t i = 0; i < breaks->count; i++) {
    argv[2 * i + 1] = option;
    argv[2 * i + 2] = (char *)(uintptr_t)breaks->items[i]; /* posix_spawn writes to none of them */
  }
  (void)setenv("SAMSVAR_LANG", sv_lang_name(sv_lang_used()), 1); /* what it says is ours to say */
  int in[2] = { -1, -1 };
  int from[2] = { -1, -1 };
  enum sv_status status = SV_IO;
  struct sv_buf line = SV_BUF(READY_LINE_MAX);
  if (pipe2(in, O_CLOEXEC) == 0 && pipe2(from, O_CLOEXEC) == 0)
    status = spawn(argv, in[0], from[1], &out->pid, err);
  if (in[0] >= 0)
    (void)close(in[0]);
  out->in = in[1];
  if (from[1] >= 0)
    (void)close(from[1]);
  if (status == SV_OK)
    status = read_line(from[0], &line, err);
  if (from[0] >= 0)
    (void)close(from[0]);
  if (status == SV_OK)
    status = take(&line, out, err);
  sv_buf_free(&line);
  return status;
}

void sv_service_stop(struct sv_service *s)
{
  if (s->in >= 0)
    (void)close(s->in);
  if (s->pid > 0) {
    const int64_t deadline = now_ms() + 2000;
    pid_t got;
    while ((got = waitpid(s->pid, NULL, WNOHANG)) == 0 && now_ms() < deadline)
      (void)poll(NULL, 0, 10);
    if (got == 0) {
      (void)kill(s->pid, SIGKILL);
      (void)waitpid(s->pid, NULL, 0);
    }
  }
  free(s->http);
  free(s->https);
  free(s->ca);
  free(s->target);
  *s = (struct sv_service){ .pid = -1, .in = -1 };
}

int sv_service_list_breaks(bool json)
{
  struct sv_error err = { 0 };
  char path[4096];
  if (program(path, sizeof path, &err) != SV_OK)
    return SV_EXIT_INTERNAL;
  char list[] = "--list-breaks";
  char format[] = "--format";
  char name[] = "json";
  char *argv[] = { path, list, json ? format : NULL, name, NULL };
  pid_t pid;
  int state = 0;
  (void)fflush(stdout);
  if (spawn(argv, -1, -1, &pid, &err) != SV_OK || waitpid(pid, &state, 0) != pid)
    return SV_EXIT_INTERNAL;
  return WIFEXITED(state) ? WEXITSTATUS(state) : SV_EXIT_INTERNAL;
}
