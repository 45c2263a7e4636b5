// SPDX-License-Identifier: Apache-2.0
/* Cipher suites that are offered to see them refused, by what is wrong with them. */
#ifndef SV_TECHNICAL_SUITES_H
#define SV_TECHNICAL_SUITES_H

#include <stddef.h>
#include <stdint.h>

enum tec_suite_class {
  TEC_SUITE_WEAK = 1,   /* NULL, RC4, export, under 112 bits (RFC 9325 4.1) */
  TEC_SUITE_SMALL = 2,  /* under 128 bits: 3DES; and IDEA with its small blocks */
  TEC_SUITE_STATIC = 4, /* key exchange without forward secrecy */
  TEC_SUITE_DHE = 8,    /* finite-field DHE */
  TEC_SUITE_ANY = 15
};

/* The suites of CLASSES, 0 last, in OUT (room for TEC_SUITES_MOST). */
enum { TEC_SUITES_MOST = 160 };
void tec_suites(unsigned classes, uint16_t out[TEC_SUITES_MOST]);

/* The class of a suite, the worst first, or 0; and its name in IANA's registry, or NULL. */
unsigned tec_suite_class(uint32_t suite);
const char *tec_suite_name(uint32_t suite);

#endif
