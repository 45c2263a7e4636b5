// SPDX-License-Identifier: Apache-2.0
/* Recordings from others. The input is lines without their checksums, which are put in front here,
 * so that what lies behind the checksum is reached; the same bytes are also read as they are. */
#include "runner/journal_internal.h"
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

static void parse(const char *index, size_t size)
{
  static const char bodies[] = SV_BODIES_HEAD "{\"a\":1}";
  struct sv_recording r = { .bodies = bodies, .bodies_size = sizeof bodies };
  struct sv_error err = { 0 };
  const enum sv_status status = sv_recording_parse(index, size, "index", &r, &err);
  PROMISE(status == SV_OK || err.text[0] != '\0' || status == SV_NO_MEMORY);
  for (size_t i = 0; status == SV_OK && i < r.count; i++) {
    const struct sv_answer *a = &r.exchanges[i]->answer;
    PROMISE(r.exchanges[i]->n > 0 && r.exchanges[i]->ask.url && (a->error || a->status));
    for (size_t k = 0; k < a->header_count; k++)
      PROMISE(a->headers[k]);
    PROMISE(a->body_size == 0 || ((const char *)a->body)[a->body_size] == '\0');
  }
  sv_recording_free(&r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_buf index = SV_BUF(16 << 20);
  const char *p = (const char *)data;
  const char *end = p + size;
  uint32_t crc = 0;
  if (size > (1 << 20))
    return 0;
  parse(p, size);
  while (p < end) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    const size_t line = (size_t)((stop ? stop : end) - p);
    crc = (uint32_t)crc32(crc, (const Bytef *)p, (uInt)line);
    sv_buf_addf(&index, "%08x ", crc);
    sv_buf_add(&index, p, line);
    sv_buf_addc(&index, '\n');
    p += line + (stop != NULL);
  }
  parse(sv_buf_text(&index), index.size);
  sv_buf_free(&index);
  return 0;
}
