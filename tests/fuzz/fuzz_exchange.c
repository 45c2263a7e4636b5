// SPDX-License-Identifier: Apache-2.0
/* Frames from another process are hostile. Any bytes are read as frames, and every frame as an ask
 * and as an answer; what is accepted gives the same again when it is packed and read back. */
#include "runner/exchange.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

enum { MOST = 8 << 20 };

static void ask(struct sv_unpack u)
{
  struct sv_arena a = SV_ARENA(MOST);
  struct sv_ask one;
  sv_unpack_ask(&u, &a, &one);
  if (sv_unpack_ok(&u)) {
    struct sv_buf first = SV_BUF(MOST);
    struct sv_buf key = SV_BUF(MOST);
    sv_pack_ask(&first, &one);
    PROMISE(first.failed == SV_OK && sv_ask_key(&one, &key) == SV_OK);
    struct sv_unpack again = { .p = first.data, .end = first.data + first.size };
    struct sv_ask two;
    sv_unpack_ask(&again, &a, &two);
    PROMISE(sv_unpack_ok(&again) && strcmp(one.url, two.url) == 0 &&
            one.header_count == two.header_count);
    sv_buf_free(&first);
    sv_buf_free(&key);
  }
  sv_arena_free(&a);
}

static void answer(struct sv_unpack u)
{
  struct sv_arena a = SV_ARENA(MOST);
  struct sv_answer one;
  sv_unpack_answer(&u, &a, &one);
  if (sv_unpack_ok(&u)) {
    struct sv_buf first = SV_BUF(MOST);
    struct sv_buf second = SV_BUF(MOST);
    one.tls_packed = NULL;
    sv_pack_answer(&first, &one);
    PROMISE(first.failed == SV_OK);
    struct sv_unpack again = { .p = first.data, .end = first.data + first.size };
    struct sv_answer two;
    sv_unpack_answer(&again, &a, &two);
    PROMISE(sv_unpack_ok(&again));
    two.tls_packed = NULL;
    sv_pack_answer(&second, &two);
    PROMISE(first.size == second.size && memcmp(first.data, second.data, first.size) == 0);
    sv_buf_free(&first);
    sv_buf_free(&second);
  }
  sv_arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_frames frames = { 0 };
  struct sv_unpack u;
  uint8_t type;
  bool broken = false;
  frames.in = SV_BUF(MOST);
  PROMISE(size > (1 << 20) || sv_buf_add(&frames.in, data, size) == SV_OK);
  while (sv_frames_next(&frames, &type, &u, &broken)) {
    ask(u);
    answer(u);
  }
  sv_frames_free(&frames);
  return 0;
}
