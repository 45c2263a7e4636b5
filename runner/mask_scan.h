// SPDX-License-Identifier: Apache-2.0
/* Finding the next thing to hide in a run of bytes. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_SCAN_H
#define SV_RUNNER_MASK_SCAN_H

#include "engines/base/buf.h"
#include "runner/mask.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* SV_HIDDEN_CODED: an identity number in base64. */
enum sv_hidden {
  SV_HIDDEN_SECRET,
  SV_HIDDEN_TOKEN,
  SV_HIDDEN_KEY,
  SV_HIDDEN_IDENTITY,
  SV_HIDDEN_CODED
};

struct sv_pattern {
  char *data;
  size_t size;
};

struct sv_patterns {
  const struct sv_pattern *items; /* longest first */
  size_t count;
  bool first[256];
};

/* Identity numbers, and how many of them are of a series for tests. */
struct sv_numbers {
  uint32_t all, synthetic;
};

struct sv_hit {
  size_t at, size;
  enum sv_hidden kind;
  struct sv_numbers numbers; /* in it */
};

/* A pass over bytes; the two answers are found out when first asked for: 0 not asked yet, 1 yes, -1
 * no. */
struct sv_scan {
  const char *data;
  size_t size;
  const struct sv_patterns *patterns; /* NULL: none */
  int has_key_type;
  int has_state;
};

/* The first hit at or after FROM: false when there is none. */
bool sv_mask_next(struct sv_scan *v, size_t from, struct sv_hit *hit);

/* The digit that stands for those of the identity number HIT. */
char sv_mask_digit(const struct sv_hit *hit);

/* Appends what stands for HIT of DATA: a word, or the number with its digits replaced. */
void sv_mask_write(const char *data, const struct sv_hit *hit, struct sv_buf *out);

/* Adds HIT to COUNT, which may be NULL. */
void sv_mask_count(struct sv_masked *count, const struct sv_hit *hit);

#endif
