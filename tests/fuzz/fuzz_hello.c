// SPDX-License-Identifier: Apache-2.0
/* What a server answers to a ClientHello is hostile. The first byte says what was offered; what is
 * accepted keeps its parts within the messages. */
#include "tests/fuzz/fuzz.h"

#include "engines/tls/answer.h"

#include <stdlib.h>
#include <string.h>

static void hold(bool right)
{
  if (!right)
    abort();
}

static void judge(const struct sv_hello_answer *a, enum sv_hello_state state)
{
  hold(a->certificate_count <= SV_HELLO_CERTIFICATES_MOST);
  for (size_t i = 0; i < a->certificate_count; i++)
    hold(a->certificates[i].at + a->certificates[i].size <= a->handshake.size);
  hold(a->staple.at + a->staple.size <= a->handshake.size);
  hold(strlen(a->alpn) <= SV_HELLO_ALPN_MOST);
  hold(state != SV_HELLO_DONE || a->hello || a->alert);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const unsigned offered[] = { SV_SSL_2, SV_SSL_3, SV_TLS_1_2, SV_TLS_1_3 };
  if (size == 0)
    return 0;
  struct sv_hello_answer a;
  const enum sv_hello_state state = sv_hello_parse(data + 1, size - 1, offered[data[0] & 3], &a);
  judge(&a, state);
  sv_hello_answer_free(&a);
  /* Half of it is either the beginning of the same, or broken already. */
  struct sv_hello_answer half;
  judge(&half, sv_hello_parse(data + 1, (size - 1) / 2, offered[data[0] & 3], &half));
  sv_hello_answer_free(&half);
  return 0;
}
