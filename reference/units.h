// SPDX-License-Identifier: Apache-2.0
/* The register of organisations: a few hundred, made from a seed. None of them exists.
 *
 * Organisation numbers begin with 4. The Central Coordinating Register gives numbers that begin
 * with 8 and 9, and the national synthetic test population has 2 and 3, so that a number of this
 * service can belong to nobody. The last digit is the ordinary control digit (weights 3 2 7 6 5 4 3
 * 2, modulus 11). Names join an adjective and a noun that no business would choose. */
#ifndef SV_REFERENCE_UNITS_H
#define SV_REFERENCE_UNITS_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The publisher of the service; same kind of number. */
#define SV_REFERENCE_ORGNR "400000018"

struct sv_municipality {
  const char *number; /* of the list in force since 2024 */
  const char *name;
  const char *county;
  const char *post_code;
  const char *post_town;
};

struct sv_unit {
  char number[10];
  const char *name;
  const char *form; /* code */
  const struct sv_municipality *municipality;
  char registered[11]; /* full-date */
  unsigned employees;
  const char *json;
  const char *csv; /* one line */
};

struct sv_event {
  unsigned number; /* from 1, without gaps */
  const char *json;
};

struct sv_register {
  struct sv_unit *units; /* by number */
  size_t count;
  struct sv_event *events;
  size_t event_count;
  struct sv_arena arena;
};

extern const struct sv_municipality sv_municipalities[];
extern const size_t sv_municipality_count;

/* A register made from SEED whose links begin with BASE, or NULL. Free with sv_register_free. */
struct sv_register *sv_register_make(unsigned seed, const char *base);
void sv_register_free(struct sv_register *r);

const struct sv_unit *sv_register_find(const struct sv_register *r, const char *number);
const struct sv_municipality *sv_municipality_find(const char *number);

#endif
