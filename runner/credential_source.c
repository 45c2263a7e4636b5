// SPDX-License-Identifier: Apache-2.0
/* Reading secrets from the environment, from files that are ours alone, and from programs run
 * without a shell. */
#include "runner/credential_source.h"

#include "engines/base/ascii.h"
#include "engines/base/why.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SECRET_MOST = 64 << 10, COMMAND_SECONDS = 30, ARGUMENTS_MOST = 32 };

extern char **environ;

/* Reads up to SECRET_MOST bytes from FD until DEADLINE (monotonic seconds; 0: none). */
static enum sv_status drain(int fd, time_t deadline, struct sv_secret_bytes *out)
{
  out->data = malloc(SECRET_MOST + 1);
  if (!out->data)
    return SV_NO_MEMORY;
  out->size = 0;
  for (;;) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    struct pollfd wait = { .fd = fd, .events = POLLIN };
    if (deadline &&
        (now.tv_sec >= deadline || poll(&wait, 1, (int)(deadline - now.tv_sec) * 1000) == 0))
      return SV_LIMIT;
    const ssize_t n = read(fd, out->data + out->size, SECRET_MOST + 1 - out->size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return SV_IO;
    if (n == 0)
      break;
    out->size += (size_t)n;
    if (out->size > SECRET_MOST)
      return SV_INVALID;
  }
  out->data[out->size] = '\0';
  return SV_OK;
}

static void cut_line_end(struct sv_secret_bytes *b)
{
  while (b->size && (b->data[b->size - 1] == '\n' || b->data[b->size - 1] == '\r'))
    b->data[--b->size] = '\0';
}

/* PATH seen from the folder of the target file, in OUT. */
static bool place(const struct sv_target *t, const char *path, char *out, size_t room)
{
  const char *slash = t->path ? strrchr(t->path, '/') : NULL;
  const int size = path[0] == '/' || !slash
                       ? snprintf(out, room, "%s", path)
                       : snprintf(out, room, "%.*s/%s", (int)(slash - t->path), t->path, path);
  return size > 0 && (size_t)size < room;
}

static enum sv_status read_file(const struct sv_target *t, const char *name, const char *path,
                                bool private, struct sv_secret_bytes *out, struct sv_error *err)
{
  char full[4096];
  struct stat st;
  if (!place(t, path, full, sizeof full))
    return sv_fail(err, SV_INVALID, "credential '%s': the path of its file is too long", name);
  const int fd = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return sv_fail(err, SV_INVALID, "credential '%s': cannot read %s: %s", name, full,
                   sv_why(errno));
  enum sv_status status = SV_OK;
  if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
    status = sv_fail(err, SV_INVALID, "credential '%s': %s is not a file", name, full);
  else if (private && st.st_uid != geteuid())
    status = sv_fail(err, SV_DENIED,
                     "credential '%s': %s belongs to somebody else; it must be yours", name, full);
  else if (private && (st.st_mode & 077) != 0)
    status = sv_fail(err, SV_DENIED, "credential '%s': others may read %s; run chmod 600 %s", name,
                     full, full);
  if (status == SV_OK)
    status = drain(fd, 0, out);
  (void)close(fd);
  if (status == SV_OK && memchr(out->data, '\0', out->size))
    status = SV_INVALID;
  return status == SV_OK
             ? SV_OK
             : sv_fail(err, status, "credential '%s': %s is not a text of at most 64 KiB", name,
                       full);
}

/* Splits COMMAND at spaces into ARGV; there are no quotes: what needs them goes into a script. */
static bool split(char *command, char *argv[ARGUMENTS_MOST + 1])
{
  size_t count = 0;
  for (char *p = command + strspn(command, " "); *p; p += strspn(p, " ")) {
    if (count == ARGUMENTS_MOST)
      return false;
    argv[count++] = p;
    p += strcspn(p, " ");
    if (*p)
      *p++ = '\0';
  }
  argv[count] = NULL;
  return count > 0;
}

static enum sv_status start(char **argv, pid_t *pid, int *fd)
{
  int pipes[2];
  posix_spawn_file_actions_t actions;
  if (pipe2(pipes, O_CLOEXEC) != 0)
    return SV_IO;
  (void)posix_spawn_file_actions_init(&actions);
  (void)posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  (void)posix_spawn_file_actions_adddup2(&actions, pipes[1], 1);
  const int failed = posix_spawnp(pid, argv[0], &actions, NULL, argv, environ);
  (void)posix_spawn_file_actions_destroy(&actions);
  (void)close(pipes[1]);
  *fd = pipes[0];
  if (failed)
    (void)close(pipes[0]);
  return failed ? SV_NOT_FOUND : SV_OK;
}

static enum sv_status run_command(const char *name, const char *command,
                                  struct sv_secret_bytes *out, struct sv_error *err)
{
  char *argv[ARGUMENTS_MOST + 1];
  char *copy = strdup(command);
  pid_t pid;
  int fd;
  if (!copy)
    return SV_NO_MEMORY;
  const bool started = split(copy, argv) && start(argv, &pid, &fd) == SV_OK;
  free(copy);
  if (!started)
    return sv_fail(err, SV_INVALID, "credential '%s': its command could not be started", name);
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  const enum sv_status status = drain(fd, now.tv_sec + COMMAND_SECONDS, out);
  (void)close(fd);
  if (status != SV_OK)
    (void)kill(pid, SIGKILL);
  int ended = 0;
  while (waitpid(pid, &ended, 0) < 0 && errno == EINTR)
    continue;
  if (status == SV_LIMIT)
    return sv_fail(err, SV_INVALID, "credential '%s': its command did not end within %d seconds",
                   name, COMMAND_SECONDS);
  if (status != SV_OK || !WIFEXITED(ended) || WEXITSTATUS(ended) != 0)
    return sv_fail(err, SV_INVALID, "credential '%s': its command failed", name);
  if (memchr(out->data, '\0', out->size))
    return sv_fail(err, SV_INVALID, "credential '%s': its command wrote something that is not text",
                   name);
  return SV_OK;
}

static enum sv_status read_environment(const char *name, const char *variable,
                                       struct sv_secret_bytes *out, struct sv_error *err)
{
  const char *value = secure_getenv(variable);
  if (!value || !value[0])
    return sv_fail(err, SV_INVALID, "credential '%s': the environment variable %s is not set", name,
                   variable);
  out->size = strlen(value);
  out->data = strdup(value);
  return out->data ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_source_read(const struct sv_target *t, const char *name, const char *reference,
                              bool whole, struct sv_secret_bytes *out, struct sv_error *err)
{
  if (!reference)
    return sv_fail(err, SV_INVALID, "credential '%s' has no reference to its secret", name);
  if (sv_starts_with(reference, "env:"))
    SV_TRY(read_environment(name, reference + 4, out, err));
  else if (sv_starts_with(reference, "file:"))
    SV_TRY(read_file(t, name, reference + 5, true, out, err));
  else if (sv_starts_with(reference, "cmd:"))
    SV_TRY(run_command(name, reference + 4, out, err));
  else
    return sv_fail(err, SV_INVALID,
                   "credential '%s' must name its secret by env:, file: or cmd:", name);
  if (!whole)
    cut_line_end(out);
  return SV_OK;
}

enum sv_status sv_source_read_user(const struct sv_target *t, const char *name,
                                   const char *reference, struct sv_secret_bytes *out,
                                   struct sv_error *err)
{
  if (sv_starts_with(reference, "env:") || sv_starts_with(reference, "file:") ||
      sv_starts_with(reference, "cmd:"))
    return sv_source_read(t, name, reference, false, out, err);
  if (strchr(reference, ':')) /* RFC 7617 2: the first colon ends the user's name */
    return sv_fail(err, SV_INVALID, "credential '%s': a user name has no colon", name);
  out->size = strlen(reference);
  out->data = strdup(reference);
  return out->data ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_source_read_certificate(const struct sv_target *t, const char *name,
                                          const char *reference, struct sv_secret_bytes *out,
                                          struct sv_error *err)
{
  if (!sv_starts_with(reference, "file:"))
    return sv_fail(err, SV_INVALID, "credential '%s' must name its certificate by file:", name);
  return read_file(t, name, reference + 5, false, out, err);
}
