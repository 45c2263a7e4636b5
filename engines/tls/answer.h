// SPDX-License-Identifier: Apache-2.0
/* What a server answers to a ClientHello: the messages that travel in clear, up to ServerHelloDone,
 * or to the ServerHello of TLS 1.3. */
#ifndef SV_ENGINES_TLS_ANSWER_H
#define SV_ENGINES_TLS_ANSWER_H

#include "engines/base/buf.h"
#include "engines/tls/hello.h"

enum sv_hello_state {
  SV_HELLO_MORE, /* not all is there */
  SV_HELLO_DONE,
  SV_HELLO_BROKEN, /* this is no TLS, or not an answer to what was offered */
  SV_HELLO_LONG    /* more than anybody needs */
};

enum { SV_HELLO_CERTIFICATES_MOST = 16, SV_HELLO_BYTES_MOST = 256 << 10 };

/* A part of .handshake. */
struct sv_hello_part {
  size_t at, size;
};

struct sv_hello_answer {
  struct sv_buf handshake; /* the messages without their records; the parts below point into it */
  bool hello;              /* there is a ServerHello: the numbers below are its */
  bool alert;              /* it ended with one */
  uint8_t alert_code;
  uint16_t version; /* negotiated */
  uint16_t suite;
  uint8_t compression;
  bool renegotiation; /* RFC 5746 */
  bool staple_said;   /* status_request acknowledged */
  char alpn[SV_HELLO_ALPN_MOST + 1];
  uint32_t dh_bits; /* of the prime in a DHE key exchange */
  struct sv_hello_part certificates[SV_HELLO_CERTIFICATES_MOST]; /* DER */
  size_t certificate_count;
  struct sv_hello_part staple; /* OCSPResponse, DER */
};

/* Reads all SIZE bytes a server has sent so far to a hello that offered at most MAX. A is written
 * anew and to be given to sv_hello_answer_free() whatever comes back. Without memory it is
 * SV_HELLO_LONG. */
enum sv_hello_state sv_hello_parse(const void *data, size_t size, unsigned max,
                                   struct sv_hello_answer *a);
void sv_hello_answer_free(struct sv_hello_answer *a);

/* RFC 8446 6, RFC 5246 7.2: "handshake_failure"; NULL for a number that has no name. */
const char *sv_tls_alert_name(unsigned code);

#endif
