// SPDX-License-Identifier: Apache-2.0
/* Masking any bytes: it ends, what was hidden is found no more, and a known secret is gone. */
#include "runner/mask.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

static void hide(const struct sv_mask *m, const char *data, size_t size, struct sv_buf *out)
{
  struct sv_masked count = { 0 };
  *out = SV_BUF(64 << 20);
  PROMISE(sv_mask_bytes(m, data, size, out, &count) == SV_OK);
  PROMISE((count.values > 0) == sv_mask_finds(m, data, size));
  PROMISE(count.values > 0 || (out->size == size && memcmp(out->data, data, size) == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char secret[] = "Zq7/x+y";
  struct sv_mask *m = sv_mask_new();
  struct sv_buf once;
  struct sv_buf line = SV_BUF(64 << 20);
  PROMISE(m && sv_mask_secret(m, secret, sizeof secret - 1) == SV_OK);
  hide(m, (const char *)data, size, &once);
  PROMISE(!memmem(once.data, once.size, secret, sizeof secret - 1));
  sv_buf_free(&once);
  char *text = strndup((const char *)data, size);
  PROMISE(text && sv_mask_header(m, text, &line, NULL) == SV_OK);
  free(text);
  sv_buf_free(&line);
  sv_mask_free(m);
  return 0;
}
