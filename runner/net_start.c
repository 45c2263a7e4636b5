// SPDX-License-Identifier: Apache-2.0
/* Starting the net process: all of it that main itself runs. */
#include "runner/net.h"

#include "engines/base/why.h"

#include "runner/address.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static _Noreturn void become_net(const struct sv_net_options *o, pid_t parent, int fd)
{
  sv_net_code *code = sv_net_code_load();
  if (code)
    code(o, parent, fd);
  _exit(1);
}

enum sv_status sv_net_start(const struct sv_net_options *o, pid_t *pid, int *fd,
                            struct sv_error *err)
{
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_address_policy policy;
  const enum sv_status readable = sv_address_policy_read(o->network, &arena, &policy, err);
  sv_arena_free(&arena);
  SV_TRY(readable);
  SV_TRY(sv_net_code_check(err));
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
    return sv_fail(err, SV_IO, "cannot make a socket for the net process: %s", sv_why(errno));
  const pid_t parent = getpid();
  *pid = fork();
  if (*pid == 0)
    become_net(o, parent, ends[1]);
  (void)close(ends[1]);
  if (*pid < 0) {
    (void)close(ends[0]);
    return sv_fail(err, SV_IO, "cannot start the net process: %s", sv_why(errno));
  }
  *fd = ends[0];
  return SV_OK;
}
