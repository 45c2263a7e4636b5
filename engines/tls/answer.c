// SPDX-License-Identifier: Apache-2.0
/* Reading the records and messages of a server. Every length is checked against what is there. */
#include "engines/tls/answer.h"

#include <string.h>

enum {
  ALERT = 21,
  HANDSHAKE = 22,
  SERVER_HELLO = 2,
  CERTIFICATE = 11,
  SERVER_KEY_EXCHANGE = 12,
  HELLO_DONE = 14,
  CERTIFICATE_STATUS = 22,
  EXT_STATUS = 5,
  EXT_ALPN = 16,
  EXT_VERSIONS = 43,
  EXT_RENEGOTIATION = 0xff01,
  RECORD_MOST = (1 << 14) + 2048,
  SSL_2_ERROR = 0,
  SSL_2_HELLO = 4,
};

/* Bytes that are left to read; a read past them fails and gives zero from then on. */
struct reader {
  const unsigned char *p, *end;
  bool failed;
};

static size_t left(const struct reader *r)
{
  return (size_t)(r->end - r->p);
}

static unsigned take(struct reader *r, unsigned bytes)
{
  unsigned v = 0;
  if (r->failed || left(r) < bytes) {
    r->failed = true;
    return 0;
  }
  while (bytes-- > 0)
    v = v << 8 | *r->p++;
  return v;
}

/* The next SIZE bytes as a reader of their own. */
static struct reader part(struct reader *r, size_t size)
{
  struct reader inner = { r->p, r->p, r->failed };
  if (r->failed || left(r) < size) {
    r->failed = inner.failed = true;
    return inner;
  }
  r->p += size;
  inner.end = r->p;
  return inner;
}

static void read_alpn(struct reader e, struct sv_hello_answer *a)
{
  struct reader list = part(&e, take(&e, 2));
  struct reader name = part(&list, take(&list, 1));
  const size_t size = left(&name) < SV_HELLO_ALPN_MOST ? left(&name) : SV_HELLO_ALPN_MOST;
  if (!name.failed) {
    memcpy(a->alpn, name.p, size);
    a->alpn[size] = '\0';
  }
}

static void read_extensions(struct reader *r, struct sv_hello_answer *a)
{
  struct reader all = part(r, take(r, 2));
  while (!all.failed && left(&all) > 0) {
    const unsigned type = take(&all, 2);
    struct reader e = part(&all, take(&all, 2));
    if (type == EXT_VERSIONS && !e.failed)
      a->version = (uint16_t)take(&e, 2);
    else if (type == EXT_ALPN && !e.failed)
      read_alpn(e, a);
    else if (type == EXT_RENEGOTIATION)
      a->renegotiation = !e.failed;
    else if (type == EXT_STATUS)
      a->staple_said = !e.failed;
  }
  r->failed = r->failed || all.failed;
}

static bool read_hello(struct reader r, struct sv_hello_answer *a)
{
  a->version = (uint16_t)take(&r, 2);
  (void)part(&r, 32);
  (void)part(&r, take(&r, 1)); /* session */
  a->suite = (uint16_t)take(&r, 2);
  a->compression = (uint8_t)take(&r, 1);
  if (!r.failed && left(&r) > 0)
    read_extensions(&r, a);
  a->hello = !r.failed && a->version >= SV_SSL_3 && a->version <= SV_TLS_1_3;
  return a->hello;
}

static size_t place(const struct sv_hello_answer *a, const struct reader *r)
{
  return (size_t)(r->p - (const unsigned char *)a->handshake.data);
}

static void read_certificates(struct reader r, struct sv_hello_answer *a)
{
  struct reader list = part(&r, take(&r, 3));
  while (!list.failed && left(&list) > 0 && a->certificate_count < SV_HELLO_CERTIFICATES_MOST) {
    const struct reader der = part(&list, take(&list, 3));
    if (!der.failed)
      a->certificates[a->certificate_count++] =
          (struct sv_hello_part){ place(a, &der), left(&der) };
  }
}

static void read_staple(struct reader r, struct sv_hello_answer *a)
{
  if (take(&r, 1) != 1)
    return;
  const struct reader der = part(&r, take(&r, 3));
  if (!der.failed)
    a->staple = (struct sv_hello_part){ place(a, &der), left(&der) };
}

static bool is_dhe(unsigned suite)
{
  static const uint16_t suites[] = {
    0x0011, 0x0012, 0x0013, 0x0014, 0x0015, 0x0016, 0x0032, 0x0033, 0x0038, 0x0039, 0x0040, 0x0044,
    0x0045, 0x0067, 0x006a, 0x006b, 0x0087, 0x0088, 0x0099, 0x009a, 0x009e, 0x009f, 0x00a2, 0x00a3,
    0x00be, 0x00c4, 0xccaa, 0xc052, 0xc053, 0xc09e, 0xc09f, 0xc0a2, 0xc0a3, 0x00bd, 0x00c3,
  };
  for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++)
    if (suites[i] == suite)
      return true;
  return false;
}

/* The size of the prime: ServerDHParams begin with it (RFC 5246 7.4.3). */
static void read_key_exchange(struct reader r, struct sv_hello_answer *a)
{
  if (!is_dhe(a->suite))
    return;
  const struct reader prime = part(&r, take(&r, 2));
  const unsigned char *p = prime.p;
  while (p < prime.end && *p == 0)
    p++;
  unsigned high = p < prime.end ? *p : 0;
  uint32_t bits = (uint32_t)(prime.end - p) * 8;
  for (; high && !(high & 0x80); high <<= 1)
    bits--;
  a->dh_bits = bits;
}

/* The messages so far. True when the last of them is there. */
static bool read_messages(struct sv_hello_answer *a, bool *broken)
{
  const unsigned char *data = (const unsigned char *)a->handshake.data;
  struct reader r = { data, data + a->handshake.size, false };
  a->certificate_count = 0;
  while (left(&r) >= 4) {
    const unsigned type = take(&r, 1);
    const size_t size = take(&r, 3);
    *broken = (!a->hello && type != SERVER_HELLO) || size > SV_HELLO_BYTES_MOST;
    if (*broken || left(&r) < size)
      return false;
    const struct reader message = part(&r, size);
    if (type == SERVER_HELLO && !read_hello(message, a))
      *broken = true;
    else if (type == CERTIFICATE)
      read_certificates(message, a);
    else if (type == CERTIFICATE_STATUS)
      read_staple(message, a);
    else if (type == SERVER_KEY_EXCHANGE)
      read_key_exchange(message, a);
    if (*broken || type == HELLO_DONE || (a->hello && a->version == SV_TLS_1_3))
      return true;
  }
  return false;
}

static enum sv_hello_state read_ssl_2(struct reader r, struct sv_hello_answer *a)
{
  const unsigned head = take(&r, 2);
  const size_t size = head & 0x7fff;
  if (size > RECORD_MOST || !(head & 0x8000))
    return SV_HELLO_BROKEN;
  if (left(&r) < size)
    return SV_HELLO_MORE;
  struct reader m = part(&r, size);
  const unsigned type = take(&m, 1);
  if (type == SSL_2_ERROR && left(&m) == 2) {
    a->alert = true;
    a->alert_code = 40;
    return SV_HELLO_DONE;
  }
  (void)take(&m, 2); /* whether it knows the session, and the kind of certificate */
  a->version = (uint16_t)take(&m, 2);
  a->hello = type == SSL_2_HELLO && !m.failed && a->version == SV_SSL_2;
  return a->hello ? SV_HELLO_DONE : SV_HELLO_BROKEN;
}

static enum sv_hello_state read_records(struct reader *r, struct sv_hello_answer *a)
{
  bool broken = false;
  while (left(r) >= 5) {
    const unsigned type = take(r, 1);
    const unsigned version = take(r, 2);
    const size_t size = take(r, 2);
    if ((type != ALERT && type != HANDSHAKE) || version >> 8 != 3 || size > RECORD_MOST ||
        size == 0)
      return SV_HELLO_BROKEN;
    if (left(r) < size)
      return SV_HELLO_MORE;
    struct reader record = part(r, size);
    if (type == ALERT) {
      const unsigned level = take(&record, 1);
      a->alert_code = (uint8_t)take(&record, 1);
      /* RFC 6066 3: a warning that the name is not known does not end the handshake. */
      if (level == 1 && a->alert_code != 0 && !record.failed)
        continue;
      a->alert = !record.failed;
      return a->alert ? SV_HELLO_DONE : SV_HELLO_BROKEN;
    }
    sv_buf_add(&a->handshake, record.p, size);
    if (a->handshake.failed)
      return SV_HELLO_LONG;
    if (read_messages(a, &broken))
      return broken ? SV_HELLO_BROKEN : SV_HELLO_DONE;
    if (broken)
      return SV_HELLO_BROKEN;
  }
  return SV_HELLO_MORE;
}

enum sv_hello_state sv_hello_parse(const void *data, size_t size, unsigned max,
                                   struct sv_hello_answer *a)
{
  struct reader r = { data, (const unsigned char *)data + size, false };
  *a = (struct sv_hello_answer){ .handshake = SV_BUF(SV_HELLO_BYTES_MOST) };
  if (size > SV_HELLO_BYTES_MOST)
    return SV_HELLO_LONG;
  if (size == 0)
    return SV_HELLO_MORE;
  if (max == SV_SSL_2 && r.p[0] & 0x80)
    return size < 3 ? SV_HELLO_MORE : read_ssl_2(r, a);
  if (r.p[0] != ALERT && r.p[0] != HANDSHAKE)
    return SV_HELLO_BROKEN;
  return read_records(&r, a);
}

void sv_hello_answer_free(struct sv_hello_answer *a)
{
  sv_buf_free(&a->handshake);
}

const char *sv_tls_alert_name(unsigned code)
{
  static const struct {
    uint8_t code;
    const char *name;
  } names[] = {
    { 0, "close_notify" },
    { 10, "unexpected_message" },
    { 20, "bad_record_mac" },
    { 22, "record_overflow" },
    { 30, "decompression_failure" },
    { 40, "handshake_failure" },
    { 41, "no_certificate" },
    { 42, "bad_certificate" },
    { 43, "unsupported_certificate" },
    { 44, "certificate_revoked" },
    { 45, "certificate_expired" },
    { 46, "certificate_unknown" },
    { 47, "illegal_parameter" },
    { 48, "unknown_ca" },
    { 49, "access_denied" },
    { 50, "decode_error" },
    { 51, "decrypt_error" },
    { 60, "export_restriction" },
    { 70, "protocol_version" },
    { 71, "insufficient_security" },
    { 80, "internal_error" },
    { 86, "inappropriate_fallback" },
    { 90, "user_canceled" },
    { 100, "no_renegotiation" },
    { 109, "missing_extension" },
    { 110, "unsupported_extension" },
    { 112, "unrecognized_name" },
    { 116, "certificate_required" },
    { 120, "no_application_protocol" },
  };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (names[i].code == code)
      return names[i].name;
  return NULL;
}
