// SPDX-License-Identifier: Apache-2.0
/* The code of the net process when it is linked into the program. */
#include "runner/net.h"

enum sv_status sv_net_code_check(struct sv_error *err)
{
  (void)err;
  return SV_OK;
}

sv_net_code *sv_net_code_load(void)
{
  return sv_net_main;
}
