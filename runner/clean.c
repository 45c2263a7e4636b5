// SPDX-License-Identifier: Apache-2.0
/* Masking first, so that a cut never leaves half a secret that no longer looks like one. */
#include "runner/clean.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/escape.h"
#include "runner/mask.h"

#include <string.h>

enum { DIGITS_HARMLESS = 10, LOOKED_AT_MOST = 1 << 20 };

/* Whether nothing needs doing: short printable ASCII without a run of digits or of letters as long
 * as a secret. Most texts of a run are such. */
static bool harmless(const char *p, size_t size)
{
  size_t digits = 0;
  size_t word = 0;
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)p[i];
    if (c < ' ' || c > '~' || c == '-' || c == '=')
      return false;
    digits += sv_is_digit(c) ? 1 : 0;
    word = sv_is_alnum(c) || c == '.' || c == '_' ? word + 1 : 0;
    if (digits > DIGITS_HARMLESS || word > 24)
      return false;
  }
  return true;
}

/* Cuts OUT to MOST bytes between code points and says what is left out. */
static void cut(struct sv_buf *out, size_t most)
{
  if (out->size <= most)
    return;
  const size_t kept = sv_text_fit(out->data, out->size, most - 32);
  const size_t rest = out->size - kept;
  sv_buf_cut(out, kept);
  (void)sv_buf_addf(out, "… (+%zu B)", rest); /* there was room for more a moment ago */
}

const char *sv_clean_bytes(struct sv_arena *a, const void *data, size_t size, size_t most)
{
  const size_t looked_at = size < LOOKED_AT_MOST ? size : LOOKED_AT_MOST;
  if (size <= most && harmless(data, size))
    return sv_arena_copy(a, data, size);
  struct sv_buf masked = SV_BUF(8 * (size_t)LOOKED_AT_MOST);
  struct sv_buf out = SV_BUF(64 * (size_t)LOOKED_AT_MOST);
  const char *kept = NULL;
  if (sv_mask_text(data, looked_at, &masked) == SV_OK &&
      sv_escape_terminal(&out, sv_buf_text(&masked), masked.size, SV_BLOCK) == SV_OK) {
    cut(&out, most);
    kept = sv_arena_copy(a, sv_buf_text(&out), out.size);
  }
  sv_buf_free(&masked);
  sv_buf_free(&out);
  return kept;
}

const char *sv_clean(struct sv_arena *a, const char *text, size_t most)
{
  return text ? sv_clean_bytes(a, text, strlen(text), most) : NULL;
}
