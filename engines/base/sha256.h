// SPDX-License-Identifier: Apache-2.0
/* SHA-256, and other digests that files are told with, by OpenSSL's libcrypto. */
#ifndef SV_BASE_SHA256_H
#define SV_BASE_SHA256_H

#include <stdbool.h>
#include <stddef.h>

/* Writes the digest of SIZE bytes to OUT as 64 lower-case hexadecimal digits and a NUL. */
void sv_sha256_hex(const void *data, size_t size, char out[65]);

enum { SV_DIGEST_HEX_MAX = 129 };
/* The same for the algorithm that libcrypto calls NAME ("MD5", "SHA512", "SHA3-256"); false when it
 * has none such. */
bool sv_digest_hex(const char *name, const void *data, size_t size, char out[SV_DIGEST_HEX_MAX]);

#endif
