// SPDX-License-Identifier: Apache-2.0
/* The key of the zone, and the trust anchor that tells of it: RFC 6605. */
#include "reference/zone.h"

#include <stdio.h>
#include <string.h>

enum { HALF = 32 };

/* COORDINATE in 32 bytes. */
static bool take_coordinate(const gnutls_datum_t *coordinate, unsigned char out[HALF])
{
  const size_t skip = coordinate->size > HALF ? coordinate->size - HALF : 0;
  const size_t size = coordinate->size - skip;
  memset(out, 0, HALF);
  memcpy(out + HALF - size, coordinate->data + skip, size);
  return size > 0;
}

bool sv_zone_make_key(struct sv_zone *z)
{
  gnutls_datum_t x = { NULL, 0 };
  gnutls_datum_t y = { NULL, 0 };
  gnutls_datum_t text = { NULL, 0 };
  gnutls_ecc_curve_t curve;
  bool ok = gnutls_privkey_init(&z->key) >= 0 &&
            gnutls_privkey_generate(z->key, GNUTLS_PK_EC,
                                    GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0) >= 0 &&
            gnutls_privkey_export_ecc_raw2(z->key, &curve, &x, &y, NULL, 0) >= 0;
  ok = ok && take_coordinate(&x, z->public_key) && take_coordinate(&y, z->public_key + HALF);
  const gnutls_datum_t whole = { z->public_key, sizeof z->public_key };
  ok = ok && gnutls_base64_encode2(&whole, &text) >= 0;
  if (ok)
    snprintf(z->anchor, sizeof z->anchor, ". IN DNSKEY 257 3 13 %.*s", (int)text.size, text.data);
  gnutls_free(x.data);
  gnutls_free(y.data);
  gnutls_free(text.data);
  return ok;
}
