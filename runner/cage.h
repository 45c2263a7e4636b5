// SPDX-License-Identifier: Apache-2.0
/* The cage of a process that runs plugin code: what it gives up, in this order, before the plugin
 * is opened. */
#ifndef SV_RUNNER_CAGE_H
#define SV_RUNNER_CAGE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SV_CAGE_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SV_CAGE_ASAN 1
#endif

/* Instrumented builds need what the cage forbids: AddressSanitizer a wide address space and, at the
 * end, a tracing thread; gcov files to write. */
#ifdef SV_CAGE_ASAN
enum { SV_CAGE_SANITIZED = 1 };
#else
enum { SV_CAGE_SANITIZED = 0 };
#endif
#ifdef SV_COVERAGE
enum { SV_CAGE_COVERED = 1 };
#else
enum { SV_CAGE_COVERED = 0 };
#endif

/* What holds a worker. */
struct sv_isolation {
  bool rlimits;
  int landlock; /* the kernel's ABI; 0: none */
  bool seccomp;
};

/* The system call wall as the kernel takes it: made once, put up in each worker. */
struct sv_wall {
  struct sock_filter *code;
  unsigned short count; /* 0: none was made */
};

struct sv_cage {
  pid_t parent; /* the process whose death is ours */
  int socket;   /* becomes descriptor 3 */
  int capture;  /* becomes 1 and 2 */
  const char *const
      *read; /* folders and files that may be read, NULL ends; missing ones are left out */
  struct sv_wall wall; /* none: sv_cage_enter() makes its own */
  unsigned cpu_seconds;
  size_t memory; /* bytes it may take beside what it has now */
};

/* Locks the calling process in. It must have one thread. *GOT says what holds; what the kernel does
 * not have is left out, but rlimits, no-new-privileges and the closed descriptors are not: without
 * them SV_DENIED. */
enum sv_status sv_cage_enter(const struct sv_cage *cage, struct sv_isolation *got,
                             struct sv_error *err) SV_MUST_USE;

/* Makes the wall in A. False when it cannot be made; OUT is none then. */
bool sv_seccomp_make(struct sv_arena *a, struct sv_wall *out);

/* What sv_cage_enter() would get here. */
struct sv_isolation sv_isolation_here(void);

/* Appends "rlimits landlock:7 seccomp" to OUT. */
enum sv_status sv_isolation_text(const struct sv_isolation *i, struct sv_buf *out);

/* For main and net: nobody reads our memory or traces us, and orphans of our children become our
 * children. */
void sv_cage_parent(void);

/* Its two inner walls, for cage.c. The first gives the ABI that holds, 0 when there is none. */
int sv_landlock_enter(const char *const *read);
int sv_landlock_abi(void);
bool sv_seccomp_enter(const struct sv_wall *wall);

#endif
