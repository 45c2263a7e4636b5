// SPDX-License-Identifier: Apache-2.0
/* Asking and waiting. */
#include "runner/ask.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { TEXT_MAX = 5 << 20, WAIT_MS = 1000 };

struct slot {
  const struct sv_exchange *exchange;
};

static void done(void *closure, const struct sv_exchange *x)
{
  ((struct slot *)closure)->exchange = x;
}

static size_t waiting(const struct slot *slots, size_t count)
{
  size_t n = 0;
  for (size_t i = 0; i < count; i++)
    n += slots[i].exchange == NULL;
  return n;
}

enum sv_status sv_ask_all(struct sv_broker *b, const struct sv_ask *asks, size_t count, uint32_t follow,
                          const struct sv_exchange **out)
{
  struct slot slots[SV_ASK_MAX] = { { NULL } };
  if (count > SV_ASK_MAX)
    return SV_INTERNAL;
  for (size_t i = 0; i < count; i++)
    SV_TRY(sv_broker_ask(b, &asks[i], follow, false, done, &slots[i]));
  while (waiting(slots, count)) {
    struct pollfd p[2];
    int timeout = WAIT_MS;
    const size_t n = sv_broker_poll(b, p, &timeout);
    (void)poll(p, n, timeout);
    sv_broker_pump(b, p, n);
  }
  for (size_t i = 0; i < count; i++)
    out[i] = slots[i].exchange;
  return SV_OK;
}

const char *sv_answer_header(const struct sv_answer *a, const char *name)
{
  const size_t n = strlen(name);
  for (size_t i = 0; i < a->header_count; i++) {
    const char *h = a->headers[i];
    if (strlen(h) <= n || h[n] != ':' || !sv_equal_nocase_n(h, n, name))
      continue;
    h += n + 1;
    return h + strspn(h, " \t");
  }
  return NULL;
}

const char *sv_answer_text(const struct sv_answer *a, struct sv_arena *arena, size_t *size)
{
  if (a->error || a->body_size == 0 || a->body_size > TEXT_MAX)
    return NULL;
  *size = a->body_size;
  return sv_arena_copy(arena, a->body, a->body_size);
}
