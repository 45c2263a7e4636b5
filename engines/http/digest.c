// SPDX-License-Identifier: Apache-2.0
/* Digest fields, with libcrypto's digests. */
#include "engines/http/digest.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "engines/http/sf_write.h"
#include "engines/jose/base64url.h"

#include <stdio.h>
#include <string.h>

enum { BYTES_MOST = SV_DIGEST_HEX_MAX / 2 };

/* RFC 9530 5: the two that are active and meant for security. */
static const struct {
  const char *name, *libcrypto;
} algorithms[] = { { "sha-256", "SHA256" }, { "sha-512", "SHA512" } };

/* The digest of the content in base64, in OUT. */
static void compute(const char *name, const void *content, size_t size, char out[96])
{
  char hex[SV_DIGEST_HEX_MAX] = "";
  unsigned char bytes[BYTES_MOST];
  struct sv_buf text = SV_BUF(96);
  size_t n = 0;
  if (sv_digest_hex(name, content, size, hex))
    for (; hex[2 * n]; n++)
      bytes[n] = (unsigned char)((unsigned)sv_hex((unsigned char)hex[2 * n]) << 4 |
                                 (unsigned)sv_hex((unsigned char)hex[2 * n + 1]));
  const enum sv_status status = sv_base64_encode(bytes, n, &text);
  (void)snprintf(out, 96, "%s", status == SV_OK ? sv_buf_text(&text) : "");
  sv_buf_free(&text);
}

static bool is_whole(struct sv_span field)
{
  struct sv_scan s = sv_scan_of(field.data, field.size);
  struct sv_sf_member m;
  enum sv_status status;
  bool first = true;
  while ((status = sv_sf_dictionary_next(&s, &first, &m)) == SV_OK)
    if (m.is_inner || m.item.bare.type != SV_SF_BYTES)
      return false;
  return status == SV_NOT_FOUND;
}

enum sv_digest_verdict sv_digest_check(struct sv_span field, const void *content, size_t size,
                                       struct sv_digest *out)
{
  enum sv_digest_verdict verdict = SV_DIGEST_NONE;
  out->algorithm = algorithms[0].name;
  compute(algorithms[0].libcrypto, content, size, out->own);
  if (!is_whole(field))
    return SV_DIGEST_MALFORMED;
  for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++) {
    const struct sv_span key = { algorithms[i].name, strlen(algorithms[i].name) };
    struct sv_sf_member m;
    char own[96];
    if (sv_sf_dictionary_find(field, key, &m) != SV_OK)
      continue;
    compute(algorithms[i].libcrypto, content, size, own);
    verdict = SV_DIGEST_GOOD;
    if (strlen(own) == m.item.bare.text.size &&
        memcmp(own, m.item.bare.text.data, m.item.bare.text.size) == 0)
      continue;
    out->algorithm = algorithms[i].name;
    memcpy(out->own, own, sizeof own);
    return SV_DIGEST_BAD;
  }
  return verdict;
}
