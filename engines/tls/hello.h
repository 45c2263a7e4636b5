// SPDX-License-Identifier: Apache-2.0
/* The first message of a TLS client, made by hand: libraries of today refuse to offer what a probe
 * must offer to see it refused. */
#ifndef SV_ENGINES_TLS_HELLO_H
#define SV_ENGINES_TLS_HELLO_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Versions as they stand in records. */
enum {
  SV_SSL_2 = 0x0002,
  SV_SSL_3 = 0x0300,
  SV_TLS_1_0 = 0x0301,
  SV_TLS_1_1 = 0x0302,
  SV_TLS_1_2 = 0x0303,
  SV_TLS_1_3 = 0x0304
};

enum { SV_HELLO_LIST_MOST = 160, SV_HELLO_NAME_MOST = 255, SV_HELLO_ALPN_MOST = 64 };

struct sv_hello_list {
  uint16_t items[SV_HELLO_LIST_MOST];
  size_t count;
};

struct sv_hello {
  uint16_t min, max; /* min counts with TLS 1.3 only: before it there is but one number to say */
  struct sv_hello_list suites, groups, signatures; /* empty: what is common today */
  bool deflate;                                    /* offer compression */
  char name[SV_HELLO_NAME_MOST + 1];               /* SNI; "" for none */
  char alpn[SV_HELLO_ALPN_MOST + 1];               /* protocols with spaces between; "" for none */
};

/* Appends the record(s) of H to OUT. RANDOM has 32 bytes. SV_INVALID: H offers what its version
 * cannot say. RFC 8446 4.1.2, RFC 5246 7.4.1.2, RFC 6101 5.6.1.2, and the SSL 2 draft. */
enum sv_status sv_hello_write(const struct sv_hello *h, const unsigned char *random,
                              struct sv_buf *out) SV_MUST_USE;

#endif
