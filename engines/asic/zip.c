// SPDX-License-Identifier: Apache-2.0
/* The directory of a ZIP archive (APPNOTE 4.3). Nothing is unpacked. */
#include "engines/asic/asic.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#ifndef N_
#define N_(text) text
#endif

enum { END_SIZE = 22, ENTRY_SIZE = 46, LOCAL_SIZE = 30, COMMENT_MAX = 65535, FILES_MAX = 10000 };

static const char media_type[] = "application/vnd.etsi.asic-e+zip";

static unsigned get_16(const unsigned char *p)
{
  return p[0] | (unsigned)p[1] << 8;
}

static size_t get_32(const unsigned char *p)
{
  return get_16(p) | (size_t)get_16(p + 2) << 16;
}

/* The record at the end, behind which a comment may stand; NULL: none. */
static const unsigned char *find_end(const unsigned char *data, size_t size)
{
  if (size < END_SIZE)
    return NULL;
  const unsigned char *p = data + size - END_SIZE;
  for (size_t n = 0; n <= COMMENT_MAX; n++, p--) {
    if (memcmp(p, "PK\x05\x06", 4) == 0 && get_16(p + 20) == n)
      return p;
    if (p == data)
      break;
  }
  return NULL;
}

/* META-INF/signature.p7s, META-INF/signatures.xml and the like. */
static bool is_signature(const char *name, size_t size)
{
  static const char folder[] = "META-INF/";
  if (size <= sizeof folder - 1 || memcmp(name, folder, sizeof folder - 1) != 0)
    return false;
  for (size_t i = sizeof folder - 1; i + 9 <= size; i++)
    if (strncasecmp(name + i, "signature", 9) == 0)
      return true;
  return false;
}

/* The file at the very beginning: EN 319 162-1 A.1 wants mimetype there, stored. */
static void read_first(const unsigned char *data, size_t size, struct sv_asic *out)
{
  if (size < LOCAL_SIZE || memcmp(data, "PK\x03\x04", 4) != 0)
    return;
  const size_t name = get_16(data + 26);
  const size_t extra = get_16(data + 28);
  const size_t content = get_32(data + 22);
  if (size - LOCAL_SIZE < name + extra || size - LOCAL_SIZE - name - extra < content)
    return;
  const size_t shown = name < SV_ASIC_NAME ? name : SV_ASIC_NAME - 1;
  memcpy(out->first, data + LOCAL_SIZE, shown);
  out->first[shown] = '\0';
  out->has_mimetype = strcmp(out->first, "mimetype") == 0 && get_16(data + 8) == 0 &&
                      content == sizeof media_type - 1 &&
                      memcmp(data + LOCAL_SIZE + name + extra, media_type, content) == 0;
}

enum sv_status sv_asic_read(const void *bytes, size_t size, struct sv_asic *out,
                            struct sv_error *err)
{
  const unsigned char *const data = bytes;
  const unsigned char *const end = find_end(data, size);
  *out = (struct sv_asic){ .first = "" };
  if (!end)
    return sv_fail(err, SV_INVALID, N_("the archive has no directory"));
  const size_t count = get_16(end + 10);
  const size_t start = get_32(end + 16);
  if (count > FILES_MAX || start == UINT32_MAX)
    return sv_fail_limit(err, "zip-files", N_("the archive has more files than are read"));
  if (start > (size_t)(end - data))
    return sv_fail(err, SV_INVALID, N_("the directory of the archive is torn"));
  const unsigned char *p = data + start;
  for (; out->files < count; out->files++) {
    if (end - p < ENTRY_SIZE || memcmp(p, "PK\x01\x02", 4) != 0)
      return sv_fail(err, SV_INVALID, N_("the directory of the archive is torn"));
    const size_t name = get_16(p + 28);
    const size_t whole = ENTRY_SIZE + name + get_16(p + 30) + get_16(p + 32);
    if ((size_t)(end - p) < whole)
      return sv_fail(err, SV_INVALID, N_("the directory of the archive is torn"));
    out->has_signature |= is_signature((const char *)p + ENTRY_SIZE, name);
    p += whole;
  }
  read_first(data, size, out);
  return SV_OK;
}
