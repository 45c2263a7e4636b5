// SPDX-License-Identifier: Apache-2.0
/* SHA-256 by OpenSSL's libcrypto. */
#ifndef SV_BASE_SHA256_H
#define SV_BASE_SHA256_H

#include <stddef.h>

/* Writes the digest of SIZE bytes to OUT as 64 lower-case hexadecimal digits and a NUL. */
void sv_sha256_hex(const void *data, size_t size, char out[65]);

#endif
