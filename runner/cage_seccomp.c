// SPDX-License-Identifier: Apache-2.0
/* The system call wall: what computation, the loader and the frame socket need is allowed, what
 * only an attack needs kills, all else says EPERM. */
#include "runner/cage.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <unistd.h>

static const char *const allowed[] = {
  "access",
  "arch_prctl",
  "brk",
  "clock_getres",
  "clock_gettime",
  "clock_nanosleep",
  "close",
  "dup",
  "exit",
  "exit_group",
  "faccessat",
  "faccessat2",
  "fadvise64",
  "fstat",
  "fstatfs",
  "futex",
  "getcwd",
  "getdents64",
  "getegid",
  "geteuid",
  "getgid",
  "getpid",
  "getppid",
  "getrandom",
  "getrlimit",
  "getrusage",
  "gettid",
  "gettimeofday",
  "getuid",
  "lseek",
  "lstat",
  "madvise",
  "membarrier",
  "mmap",
  "mprotect",
  "mremap",
  "munmap",
  "nanosleep",
  "newfstatat",
  "open",
  "openat",
  "poll",
  "ppoll",
  "pread64",
  "read",
  "readlink",
  "readlinkat",
  "readv",
  "restart_syscall",
  "rseq",
  "rt_sigaction",
  "rt_sigprocmask",
  "rt_sigreturn",
  "sched_getaffinity",
  "sched_yield",
  "set_robust_list",
  "set_tid_address",
  "sigaltstack",
  "stat",
  "statfs",
  "statx",
  "sysinfo",
  "time",
  "times",
  "uname",
  "write",
  "writev",
};

static const char *const deadly[] = {
  "add_key",      "bpf",         "delete_module",   "execve",           "execveat",
  "finit_module", "init_module", "io_uring_setup",  "kexec_file_load",  "kexec_load",
  "keyctl",       "mount",       "move_mount",      "open_tree",        "perf_event_open",
  "pidfd_getfd",  "pivot_root",  "process_madvise", "process_vm_readv", "process_vm_writev",
  "ptrace",       "request_key", "setns",           "umount2",          "unshare",
  "userfaultfd",
};

/* Calls that are harmless with some values of one argument only: abort() signals its own process,
 * isatty() asks a terminal, a limit is one's own, a descriptor never signals another process
 * (F_SETOWN, F_SETSIG). */
struct narrow {
  const char *name;
  unsigned argument;
  scmp_datum_t value;
};

static bool add_narrow(scmp_filter_ctx f)
{
  const scmp_datum_t self = (scmp_datum_t)getpid();
  const struct narrow rules[] = {
    { "tgkill", 0, self },   { "kill", 0, self },     { "ioctl", 1, TCGETS },
    { "prlimit64", 0, 0 },   { "fcntl", 1, F_DUPFD }, { "fcntl", 1, F_DUPFD_CLOEXEC },
    { "fcntl", 1, F_GETFD }, { "fcntl", 1, F_SETFD }, { "fcntl", 1, F_GETFL },
  };
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    const int call = seccomp_syscall_resolve_name(rules[i].name);
    const struct scmp_arg_cmp equal = { rules[i].argument, SCMP_CMP_EQ, rules[i].value, 0 };
    if (call >= 0 && seccomp_rule_add_array(f, SCMP_ACT_ALLOW, call, 1, &equal) != 0)
      return false;
  }
  return true;
}

/* A name that this architecture does not have needs no rule. */
static bool add_all(scmp_filter_ctx f, uint32_t action, const char *const *names, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const int call = seccomp_syscall_resolve_name(names[i]);
    if (call >= 0 && seccomp_rule_add(f, action, call, 0) != 0)
      return false;
  }
  return true;
}

bool sv_seccomp_enter(void)
{
  scmp_filter_ctx f = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!f)
    return false;
  const bool held = seccomp_attr_set(f, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
                    add_all(f, SCMP_ACT_ALLOW, allowed, sizeof allowed / sizeof allowed[0]) &&
                    add_all(f, SCMP_ACT_KILL_PROCESS, deadly, sizeof deadly / sizeof deadly[0]) &&
                    add_narrow(f) && seccomp_load(f) == 0;
  seccomp_release(f);
  return held;
}
