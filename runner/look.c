// SPDX-License-Identifier: Apache-2.0
/* A broker for as long as somebody looks. */
#include "runner/look.h"

#include "runner/journal.h"
#include "runner/judge.h"

#include <stdlib.h>

enum sv_status sv_look(const struct sv_run_options *o, const struct sv_target *t,
                       sv_look_work *work, void *closure, struct sv_error *err)
{
  char folder[] = "/tmp/samsvar-look-XXXXXX";
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker *broker = NULL;
  if (!mkdtemp(folder))
    return sv_fail(err, SV_IO, N_("no folder can be made in /tmp"));
  const struct sv_broker_options options = { .target = t,
                                             .recording = folder,
                                             .rate = o->rate,
                                             .timeout_ms = o->timeout * 1000u,
                                             .network = sv_judge_network(o),
                                             .loopback_hosts = sv_judge_hosts(t, &arena),
                                             .cacert = o->cacert,
                                             .contact = o->contact,
                                             .proxy = o->proxy };
  enum sv_status status = sv_broker_open(&options, &broker, err);
  if (status == SV_OK) {
    status = work(closure, broker, err);
    struct sv_error ignored = { 0 };
    const enum sv_status closed = sv_broker_close(broker, &ignored);
    status = status == SV_OK ? closed : status;
  }
  sv_recording_remove(folder);
  sv_arena_free(&arena);
  return status;
}
