// SPDX-License-Identifier: Apache-2.0
/* Digests by OpenSSL's libcrypto. SHA-256 by its plain functions: the newer ones read a configuration
 * and start providers first, which takes longer than a short run has. */
#define OPENSSL_API_COMPAT 10101
#include "engines/base/sha256.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

static void write_hex(const unsigned char *digest, size_t size, char *out)
{
  static const char digits[] = "0123456789abcdef";
  for (size_t i = 0; i < size; i++) {
    out[2 * i] = digits[digest[i] >> 4];
    out[2 * i + 1] = digits[digest[i] & 15];
  }
  out[2 * size] = '\0';
}

void sv_sha256_hex(const void *data, size_t size, char out[65])
{
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256_CTX state;
  (void)SHA256_Init(&state);
  (void)SHA256_Update(&state, data, size);
  (void)SHA256_Final(digest, &state);
  write_hex(digest, sizeof digest, out);
}

bool sv_digest_hex(const char *name, const void *data, size_t size, char out[SV_DIGEST_HEX_MAX])
{
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned n = 0;
  const EVP_MD *md = EVP_get_digestbyname(name);
  if (!md || !EVP_Digest(data, size, digest, &n, md, NULL) || 2 * n >= SV_DIGEST_HEX_MAX)
    return false;
  write_hex(digest, n, out);
  return true;
}
