// SPDX-License-Identifier: Apache-2.0
/* Entering the cage: death with the parent, privileges, descriptors, environment, limits, then the
 * walls of Landlock and seccomp. */
#include "runner/cage.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { KEEP_MOST = 256, FILES = 64, WALL_ARENA_MOST = 1 << 20 };

static const char *const kept_variables[] = { "LANG", "TZ", "PATH" };
enum { KEPT = sizeof kept_variables / sizeof kept_variables[0] };

static enum sv_status refuse(struct sv_error *err, const char *what)
{
  return sv_fail(err, SV_DENIED, "%s: %s", what, strerror(errno));
}

static enum sv_status give_up_privileges(pid_t parent, struct sv_error *err)
{
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
    return refuse(err, "PR_SET_PDEATHSIG");
  if (getppid() != parent) /* it died before the line above */
    _exit(1);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return refuse(err, "PR_SET_NO_NEW_PRIVS");
  if (!SV_CAGE_SANITIZED && prctl(PR_SET_DUMPABLE, 0) != 0)
    return refuse(err, "PR_SET_DUMPABLE");
  if (setsid() < 0)
    return refuse(err, "setsid");
  return SV_OK;
}

static enum sv_status arrange_descriptors(const struct sv_cage *cage, struct sv_error *err)
{
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  /* Out of the way first, so that no dup2() below closes what another still needs. */
  const int socket = fcntl(cage->socket, F_DUPFD, 10);
  const int capture = fcntl(cage->capture, F_DUPFD, 10);
  if (null < 0 || socket < 0 || capture < 0)
    return refuse(err, "/dev/null");
  if (dup2(null, 0) < 0 || dup2(capture, 1) < 0 || dup2(capture, 2) < 0 || dup2(socket, 3) < 0)
    return refuse(err, "dup2");
  if (close_range(4, ~0U, 0) != 0)
    return refuse(err, "close_range");
  return SV_OK;
}

/* Secrets may stand in the environment ("env:NAME"): its memory is wiped, not only forgotten. */
static enum sv_status clean_environment(struct sv_error *err)
{
  char kept[KEPT][KEEP_MOST] = { { 0 } };
  for (size_t i = 0; i < KEPT; i++) {
    const char *value = getenv(kept_variables[i]);
    if (value && strlen(value) < KEEP_MOST)
      memcpy(kept[i], value, strlen(value) + 1);
  }
  for (char **e = environ; e && *e; e++)
    explicit_bzero(*e, strlen(*e));
  if (clearenv() != 0)
    return refuse(err, "clearenv");
  for (size_t i = 0; i < KEPT; i++)
    if (kept[i][0] && setenv(kept_variables[i], kept[i], 1) != 0)
      return refuse(err, "setenv");
  return SV_OK;
}

/* The address space this process has now: what main has mapped is not the plugin's fault. */
static size_t address_space(void)
{
  unsigned long pages = 0;
  FILE *f = fopen("/proc/self/statm", "re");
  if (f) {
    if (fscanf(f, "%lu", &pages) != 1)
      pages = 0;
    (void)fclose(f);
  }
  return (size_t)pages * (size_t)sysconf(_SC_PAGESIZE);
}

static enum sv_status set_limits(const struct sv_cage *cage, struct sv_error *err)
{
  const rlim_t as = SV_CAGE_SANITIZED ? RLIM_INFINITY : cage->memory + address_space();
  const struct {
    __rlimit_resource_t what;
    rlim_t most;
    bool leave;
  } limits[] = {
    { RLIMIT_CORE, 0, false },
    { RLIMIT_CPU, cage->cpu_seconds, false },
    { RLIMIT_AS, as, SV_CAGE_SANITIZED },
    { RLIMIT_FSIZE, 0, SV_CAGE_COVERED },
    { RLIMIT_NOFILE, FILES, false },
    { RLIMIT_STACK, 8 << 20, false },
    { RLIMIT_NPROC, 0, geteuid() == 0 || SV_CAGE_SANITIZED },
  };
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
    struct rlimit now;
    if (limits[i].leave || getrlimit(limits[i].what, &now) != 0)
      continue;
    const rlim_t most = now.rlim_max < limits[i].most ? now.rlim_max : limits[i].most;
    if (setrlimit(limits[i].what, &(struct rlimit){ .rlim_cur = most, .rlim_max = most }) != 0)
      return refuse(err, "setrlimit");
  }
  return SV_OK;
}

/* The parent takes signals by descriptor; a child must not keep them blocked, nor its ways with
 * them. */
static void reset_signals(void)
{
  sigset_t none;
  (void)sigemptyset(&none);
  (void)sigprocmask(SIG_SETMASK, &none, NULL);
  for (int s = 1; s < NSIG; s++)
    if (s != SIGKILL && s != SIGSTOP)
      (void)signal(s, SIG_DFL);
}

static bool put_up_wall(const struct sv_wall *given)
{
  struct sv_arena arena = SV_ARENA(WALL_ARENA_MOST);
  struct sv_wall own = *given;
  if (own.count == 0)
    (void)sv_seccomp_make(&arena, &own);
  const bool held = sv_seccomp_enter(&own);
  sv_arena_free(&arena);
  return held;
}

enum sv_status sv_cage_enter(const struct sv_cage *cage, struct sv_isolation *got,
                             struct sv_error *err)
{
  *got = (struct sv_isolation){ 0 };
  SV_TRY(give_up_privileges(cage->parent, err));
  reset_signals();
  SV_TRY(arrange_descriptors(cage, err));
  SV_TRY(clean_environment(err));
  SV_TRY(set_limits(cage, err));
  got->rlimits = true;
  if (!SV_CAGE_COVERED)
    got->landlock = sv_landlock_enter(cage->read);
  if (!SV_CAGE_COVERED && !SV_CAGE_SANITIZED)
    got->seccomp = put_up_wall(&cage->wall);
  return SV_OK;
}

struct sv_isolation sv_isolation_here(void)
{
  struct sv_isolation i = { .rlimits = true };
  if (!SV_CAGE_COVERED)
    i.landlock = sv_landlock_abi();
  /* EFAULT: the kernel has filters and looked for ours; EINVAL: it has none. */
  if (!SV_CAGE_COVERED && !SV_CAGE_SANITIZED)
    i.seccomp = prctl(PR_SET_SECCOMP, 2, NULL, 0, 0) != 0 && errno == EFAULT;
  return i;
}

enum sv_status sv_isolation_text(const struct sv_isolation *i, struct sv_buf *out)
{
  SV_TRY(sv_buf_adds(out, i->rlimits ? "rlimits" : "none"));
  if (i->landlock > 0)
    SV_TRY(sv_buf_addf(out, " landlock:%d", i->landlock));
  return i->seccomp ? sv_buf_adds(out, " seccomp") : SV_OK;
}

void sv_cage_parent(void)
{
  if (!SV_CAGE_SANITIZED)
    (void)prctl(PR_SET_DUMPABLE, 0); /* cannot fail for a constant that the kernel knows */
  (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
}
