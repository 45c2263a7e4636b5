// SPDX-License-Identifier: Apache-2.0
/* The system call wall: what computation, the loader and the frame socket need is allowed, what
 * only an attack needs kills, all else says EPERM. */
#include "runner/cage.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

/* In the place of the number of the process that will stand behind the wall: larger than any such
 * number, and no other value of a rule. */
#define OWN_PROCESS 0x5afe5afeU
enum { CODE_MOST = 1024 };

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
 * isatty() asks a terminal, a limit is asked for and never set, a descriptor never signals another
 * process (F_SETOWN, F_SETSIG). */
struct narrow {
  const char *name;
  unsigned argument;
  scmp_datum_t value;
};

static bool add_narrow(scmp_filter_ctx f)
{
  const struct narrow rules[] = {
    { "tgkill", 0, OWN_PROCESS }, { "kill", 0, OWN_PROCESS }, { "ioctl", 1, TCGETS },
    { "prlimit64", 2, 0 },        { "fcntl", 1, F_DUPFD },    { "fcntl", 1, F_DUPFD_CLOEXEC },
    { "fcntl", 1, F_GETFD },      { "fcntl", 1, F_SETFD },    { "fcntl", 1, F_GETFL },
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

/* What F is to the kernel. By a pipe, which holds it and which no limit of files forbids. */
static bool export(scmp_filter_ctx f, struct sv_arena *a, struct sv_wall *out)
{
  const size_t room = CODE_MOST * sizeof *out->code;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
    return false;
  out->code = sv_arena_alloc(a, room);
  const bool told = out->code && seccomp_export_bpf(f, ends[1]) == 0;
  const ssize_t size = told ? read(ends[0], out->code, room) : -1;
  char more;
  const bool whole = size > 0 && read(ends[0], &more, 1) < 0;
  (void)close(ends[0]);
  (void)close(ends[1]);
  out->count = whole ? (unsigned short)((size_t)size / sizeof *out->code) : 0;
  return whole;
}

bool sv_seccomp_make(struct sv_arena *a, struct sv_wall *out)
{
  *out = (struct sv_wall){ .count = 0 };
  scmp_filter_ctx f = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!f)
    return false;
  const bool made = seccomp_attr_set(f, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
                    add_all(f, SCMP_ACT_ALLOW, allowed, sizeof allowed / sizeof allowed[0]) &&
                    add_all(f, SCMP_ACT_KILL_PROCESS, deadly, sizeof deadly / sizeof deadly[0]) &&
                    add_narrow(f) && export(f, a, out);
  seccomp_release(f);
  return made;
}

/* Puts the number of this process where OWN_PROCESS stands; false when it stands nowhere. */
static bool name_self(const struct sv_wall *wall, struct sock_filter *code)
{
  bool found = false;
  for (size_t i = 0; i < wall->count; i++) {
    code[i] = wall->code[i];
    if (BPF_CLASS(code[i].code) != BPF_JMP || code[i].k != OWN_PROCESS)
      continue;
    code[i].k = (uint32_t)getpid();
    found = true;
  }
  return found;
}

bool sv_seccomp_enter(const struct sv_wall *wall)
{
  struct sock_filter code[CODE_MOST];
  if (wall->count == 0 || wall->count > CODE_MOST || !name_self(wall, code))
    return false;
  const struct sock_fprog program = { .len = wall->count, .filter = code };
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
