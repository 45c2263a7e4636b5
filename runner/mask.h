// SPDX-License-Identifier: Apache-2.0
/* Hiding secrets and Norwegian identity numbers before anything is stored or shown. Secrets are
 * known by value in every usual encoding, by the name of the header or parameter they stand in, and
 * by shape: JWS and JWE, PEM private keys. A hidden value is written "*hidden:token*", which is at
 * home in URLs, headers, JSON, XML and CSV alike; the digits of an identity number become
 * 99999999999, of a synthetic one 88888888888, so that what is judged afterwards keeps its form. */
#ifndef SV_RUNNER_MASK_H
#define SV_RUNNER_MASK_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SV_SECRET_MIN = 4 }; /* bytes: anything shorter would hide half of every answer */

struct sv_mask;

struct sv_masked {
  uint32_t values;            /* hidden in all */
  uint32_t identity_numbers;  /* of them, those inside tokens too */
  uint32_t synthetic_numbers; /* of those, the ones of a series for tests */
};

/* An empty set of secrets, or NULL. */
struct sv_mask *sv_mask_new(void) SV_MUST_USE;

/* Adds a secret in all its encodings. SV_INVALID when it is shorter than SV_SECRET_MIN. */
enum sv_status sv_mask_secret(struct sv_mask *m, const char *value, size_t size) SV_MUST_USE;

/* Appends SIZE bytes to OUT with all that must not be seen hidden. M may be NULL: no secrets known
 * by value. */
enum sv_status sv_mask_bytes(const struct sv_mask *m, const char *data, size_t size,
                             struct sv_buf *out, struct sv_masked *count) SV_MUST_USE;

/* Whether sv_mask_bytes() would change anything. */
bool sv_mask_finds(const struct sv_mask *m, const char *data, size_t size);

/* The same for a header line "Name: value", whose name may say that the value is secret. */
enum sv_status sv_mask_header(const struct sv_mask *m, const char *line, struct sv_buf *out,
                              struct sv_masked *count) SV_MUST_USE;

/* sv_mask_bytes() without secrets known by value and without counting. */
enum sv_status sv_mask_text(const char *text, size_t size, struct sv_buf *out) SV_MUST_USE;

/* Wipes and frees. */
void sv_mask_free(struct sv_mask *m);

#endif
