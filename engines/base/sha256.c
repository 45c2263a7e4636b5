// SPDX-License-Identifier: Apache-2.0
/* SHA-256 by OpenSSL's libcrypto. */
#include "engines/base/sha256.h"

#include <openssl/sha.h>

void sv_sha256_hex(const void *data, size_t size, char out[65])
{
  static const char digits[] = "0123456789abcdef";
  unsigned char digest[SHA256_DIGEST_LENGTH];
  (void)SHA256(data, size, digest);
  for (size_t i = 0; i < sizeof digest; i++) {
    out[2 * i] = digits[digest[i] >> 4];
    out[2 * i + 1] = digits[digest[i] & 15];
  }
  out[64] = '\0';
}
