// SPDX-License-Identifier: Apache-2.0
/* The file system wall: Landlock by its system calls, since Debian 12's headers know ABI 2 and
 * kernels more. The kernel is asked what it knows; everything it knows is forbidden but reading
 * below the folders given. */
#include "runner/cage.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
  CALL_CREATE = 444, /* the same numbers on all architectures */
  CALL_ADD = 445,
  CALL_RESTRICT = 446,
  ASK_VERSION = 1,
  RULE_PATH_BENEATH = 1
};

#define FS_EXECUTE (UINT64_C(1) << 0)
#define FS_READ_FILE (UINT64_C(1) << 2)
#define FS_READ_DIR (UINT64_C(1) << 3)

struct ruleset {
  uint64_t fs;
  uint64_t net;
  uint64_t scoped;
};

struct __attribute__((packed)) beneath {
  uint64_t allowed;
  int32_t parent;
};

/* What each ABI added (kernel documentation, userspace-api/landlock). */
static const struct {
  int abi;
  int fs_rights;    /* how many of the rights, from bit 0 */
  uint64_t net;     /* bind and connect of TCP */
  uint64_t scoped;  /* abstract unix sockets, signals */
  size_t attr_size; /* of struct ruleset as it was then */
} abis[] = {
  { 6, 16, 3, 3, 24 }, { 5, 16, 3, 0, 16 }, { 4, 15, 3, 0, 16 },
  { 3, 15, 0, 0, 8 },  { 2, 14, 0, 0, 8 },  { 1, 13, 0, 0, 8 },
};

int sv_landlock_abi(void)
{
  const long abi = syscall(CALL_CREATE, NULL, 0, ASK_VERSION);
  return abi > 0 ? (int)abi : 0;
}

static bool allow(int ruleset, const char *path)
{
  const int fd = open(path, O_PATH | O_CLOEXEC);
  if (fd < 0)
    return true; /* what is not there needs no permission */
  struct stat st;
  const bool is_folder = fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
  const struct beneath rule = {
    .allowed = FS_EXECUTE | FS_READ_FILE | (is_folder ? FS_READ_DIR : 0),
    .parent = fd,
  };
  const bool done = syscall(CALL_ADD, ruleset, RULE_PATH_BENEATH, &rule, 0) == 0;
  (void)close(fd);
  return done;
}

int sv_landlock_enter(const char *const *read)
{
  const int abi = sv_landlock_abi();
  size_t i = 0;
  while (i + 1 < sizeof abis / sizeof abis[0] && abi < abis[i].abi)
    i++;
  if (abi < 1)
    return 0;
  const struct ruleset rules = {
    .fs = (UINT64_C(1) << abis[i].fs_rights) - 1,
    .net = abis[i].net,
    .scoped = abis[i].scoped,
  };
  const int fd = (int)syscall(CALL_CREATE, &rules, abis[i].attr_size, 0);
  if (fd < 0)
    return 0;
  bool held = true;
  for (; held && *read; read++)
    held = allow(fd, *read);
  held = held && syscall(CALL_RESTRICT, fd, 0) == 0;
  (void)close(fd);
  return held ? abi : 0;
}
