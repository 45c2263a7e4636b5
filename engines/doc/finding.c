// SPDX-License-Identifier: Apache-2.0
/* Words about a text: excerpts that are safe to print, and filling places of messages. */
#include "engines/base/utf8.h"
#include "engines/doc/build.h"

#include <stdio.h>
#include <string.h>

enum { EXCERPT_MAX = 96 };

/* Whether a code point would move or hide text on a terminal: controls, separators, direction
 * marks. */
static bool shows(uint32_t code)
{
  return code >= 0x20 && !(code >= 0x7F && code < 0xA1) && code != 0xAD &&
         !(code >= 0x200B && code <= 0x200F) && !(code >= 0x2028 && code <= 0x202E) &&
         !(code >= 0x2066 && code <= 0x206F) && code != 0xFEFF && !(code >= 0xE0000);
}

void sv_finding_place(struct sv_doc_finding *f, const char *name, const char *text, size_t size)
{
  static const char more[] = "…";
  const char *p = text;
  const char *const end = text + size;
  size_t used = 0;
  f->arg_name = name;
  while (p < end) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (used + (n ? n : 1) + sizeof more > EXCERPT_MAX) {
      memcpy(f->arg + used, more, sizeof more);
      return;
    }
    if (n && shows(code)) {
      memcpy(f->arg + used, p, n);
      used += n;
    } else {
      f->arg[used++] = '?';
    }
    p += n ? n : 1;
  }
  f->arg[used] = '\0';
}

void sv_finding_found(struct sv_doc_finding *f, const char *text, const char *end)
{
  uint32_t code = 0;
  const size_t n = sv_utf8_decode(text, end, &code);
  f->arg_name = "found";
  if (n && shows(code) && code != ' ')
    (void)snprintf(f->arg, sizeof f->arg, "\"%.*s\"", (int)n, text);
  else
    (void)snprintf(f->arg, sizeof f->arg, "U+%04X", n ? code : (unsigned char)*text);
}

enum sv_status sv_doc_finding_text(const struct sv_doc_finding *f, const char *template,
                                   struct sv_buf *out)
{
  char place[32] = "";
  if (f->arg_name)
    (void)snprintf(place, sizeof place, "{%s}", f->arg_name);
  const char *p = template;
  const char *hit;
  while (place[0] && (hit = strstr(p, place))) {
    SV_TRY(sv_buf_add(out, p, (size_t)(hit - p)));
    SV_TRY(sv_buf_adds(out, f->arg));
    p = hit + strlen(place);
  }
  return sv_buf_adds(out, p);
}
