// SPDX-License-Identifier: Apache-2.0
/* The algorithm identifiers of CMS EnvelopedData. Senders write BER with lengths left open as often
 * as DER, so both are read. */
#include "engines/asic/asic.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

enum {
  SEQUENCE = 0x30,
  SET = 0x31,
  OID = 0x06,
  INTEGER = 0x02,
  CONTEXT_0 = 0xA0,
  DEPTH_MAX = 30,
  VALUES_MAX = 100000,
};

/* What is left to read. */
struct ber {
  const unsigned char *p, *end;
  bool is_open; /* ends with 00 00 rather than at END */
  size_t *values;
  unsigned depth;
};

/* Takes the next value: its TAG, and what is in it in *INSIDE (which of an open length ends where
 * that of B does). False at the end, or where the bytes are no BER. */
static bool next(struct ber *b, unsigned *tag, struct ber *inside)
{
  if (b->end - b->p < 2 || ++*b->values > VALUES_MAX || (b->is_open && !b->p[0] && !b->p[1]) ||
      (b->p[0] & 0x1F) == 0x1F)
    return false;
  *tag = b->p[0];
  size_t size = b->p[1];
  b->p += 2;
  *inside = (struct ber){ b->p, b->end, false, b->values, b->depth + 1 };
  if (size == 0x80) {
    inside->is_open = true;
    return (*tag & 0x20) != 0;
  }
  if (size > 0x80) {
    size_t count = size & 0x7F;
    if (count > 4 || (size_t)(b->end - b->p) < count)
      return false;
    for (size = 0; count > 0; count--)
      size = size << 8 | *b->p++;
    inside->p = b->p;
  }
  if (size > (size_t)(b->end - b->p))
    return false;
  inside->end = b->p + size;
  b->p += size;
  return true;
}

/* Moves B behind a value with an open length whose content is INSIDE. */
static bool skip_open(struct ber *b, struct ber inside)
{
  unsigned tag;
  struct ber deeper;
  if (inside.depth > DEPTH_MAX)
    return false;
  while (inside.end - inside.p >= 2 && (inside.p[0] || inside.p[1])) {
    if (!next(&inside, &tag, &deeper) || (deeper.is_open && !skip_open(&inside, deeper)))
      return false;
  }
  if (inside.end - inside.p < 2)
    return false;
  b->p = inside.p + 2;
  return true;
}

/* As next(), and B is behind the value also when its length is open. */
static bool take(struct ber *b, unsigned *tag, struct ber *inside)
{
  return next(b, tag, inside) && (!inside->is_open || skip_open(b, *inside));
}

/* The object identifier in OID as digits and dots (X.690 8.19). */
static bool write_oid(const struct ber *oid, char out[SV_OID_TEXT])
{
  uint64_t arc = 0;
  size_t n = 0;
  bool first = true;
  for (const unsigned char *p = oid->p; p < oid->end; p++) {
    if (arc >> 50)
      return false;
    arc = arc << 7 | (*p & 0x7F);
    if (*p & 0x80)
      continue;
    const uint64_t top = arc < 40 ? 0 : arc < 80 ? 1 : 2;
    const int size = first ? snprintf(out + n, SV_OID_TEXT - n, "%llu.%llu",
                                      (unsigned long long)top, (unsigned long long)(arc - 40 * top))
                           : snprintf(out + n, SV_OID_TEXT - n, ".%llu", (unsigned long long)arc);
    if (size < 0 || n + (size_t)size >= SV_OID_TEXT)
      return false;
    n += (size_t)size;
    arc = 0;
    first = false;
  }
  return !first;
}

/* The identifier at the head of an AlgorithmIdentifier. */
static bool read_algorithm(struct ber algorithm, char out[SV_OID_TEXT])
{
  unsigned tag;
  struct ber oid;
  return take(&algorithm, &tag, &oid) && tag == OID && write_oid(&oid, out);
}

/* KeyTransRecipientInfo: version, rid, keyEncryptionAlgorithm, encryptedKey. */
static void read_recipients(struct ber list, struct sv_cms *out)
{
  unsigned tag;
  struct ber recipient;
  struct ber part;
  while (!out->key_algorithm[0] && take(&list, &tag, &recipient))
    if (tag == SEQUENCE && take(&recipient, &tag, &part) && tag == INTEGER &&
        take(&recipient, &tag, &part) && take(&recipient, &tag, &part) && tag == SEQUENCE &&
        !read_algorithm(part, out->key_algorithm))
      out->key_algorithm[0] = '\0';
}

/* EnvelopedData: version, originatorInfo [0] or not, recipientInfos, encryptedContentInfo. */
static bool read_enveloped(struct ber data, struct sv_cms *out)
{
  unsigned tag;
  struct ber part;
  struct ber algorithm;
  if (!take(&data, &tag, &part) || tag != INTEGER || !take(&data, &tag, &part))
    return false;
  if (tag == CONTEXT_0 && !take(&data, &tag, &part))
    return false;
  if (tag != SET)
    return false;
  read_recipients(part, out);
  /* The content may be as large as it likes: it is not walked through. */
  return next(&data, &tag, &part) && tag == SEQUENCE && take(&part, &tag, &algorithm) &&
         tag == OID && take(&part, &tag, &algorithm) && tag == SEQUENCE &&
         read_algorithm(algorithm, out->content_algorithm);
}

enum sv_status sv_cms_read(const void *data, size_t size, struct sv_cms *out, struct sv_error *err)
{
  size_t values = 0;
  struct ber all = { data, (const unsigned char *)data + size, false, &values, 0 };
  struct ber info;
  struct ber part;
  struct ber enveloped;
  unsigned tag;
  *out = (struct sv_cms){ .type = "" };
  if (!next(&all, &tag, &info) || tag != SEQUENCE || !take(&info, &tag, &part) || tag != OID ||
      !write_oid(&part, out->type))
    return sv_fail(err, SV_INVALID, N_("the bytes are no CMS message"));
  out->is_enveloped = strcmp(out->type, SV_OID_ENVELOPED) == 0;
  if (!out->is_enveloped)
    return SV_OK;
  if (next(&info, &tag, &part) && tag == CONTEXT_0 && next(&part, &tag, &enveloped) &&
      tag == SEQUENCE && read_enveloped(enveloped, out))
    return SV_OK;
  if (values > VALUES_MAX)
    return sv_fail_limit(err, "cms-values", N_("the CMS message has more parts than are read"));
  return sv_fail(err, SV_INVALID, N_("the CMS message is torn or malformed"));
}
