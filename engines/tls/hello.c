// SPDX-License-Identifier: Apache-2.0
/* Writing a ClientHello. */
#include "engines/tls/hello.h"

#include <string.h>

enum {
  HANDSHAKE = 22,
  CLIENT_HELLO = 1,
  EXT_NAME = 0,
  EXT_STATUS = 5,
  EXT_GROUPS = 10,
  EXT_POINTS = 11,
  EXT_SIGNATURES = 13,
  EXT_ALPN = 16,
  EXT_MASTER = 23,
  EXT_VERSIONS = 43,
  EXT_KEY_SHARE = 51,
  EXT_RENEGOTIATION = 0xff01,
  X25519 = 29,
  RANDOM = 32,
  MOST = 4096,
};

/* What a client of today offers. */
static const uint16_t good_12[] = {
  0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc023, 0xc027, 0xc024, 0xc028, 0xc009,
  0xc013, 0xc00a, 0xc014, 0x009e, 0x009f, 0x009c, 0x009d, 0x003c, 0x003d, 0x002f, 0x0035,
};
static const uint16_t good_13[] = { 0x1301, 0x1302, 0x1303 };
/* What a client of the time of TLS 1.1 and older offered. */
static const uint16_t old[] = {
  0xc009, 0xc013, 0xc00a, 0xc014, 0x0033, 0x0039, 0x002f, 0x0035, 0x0041, 0x0084, 0x0096,
  0xc008, 0xc012, 0x0016, 0x0013, 0x000a, 0xc007, 0xc011, 0x0005, 0x0004, 0x0032, 0x0038,
};
static const uint16_t groups[] = { 29, 23, 24, 25 };
static const uint16_t signatures[] = { 0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805,
                                       0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201 };
/* SSL 2's own kinds of cipher: RC4, RC4 export, RC2, RC2 export, IDEA, DES, 3DES. */
static const unsigned char ssl_2[] = { 1,    0, 0x80, 2,    0, 0x80, 3,    0, 0x80, 4,   0,
                                       0x80, 5, 0,    0x80, 6, 0,    0x40, 7, 0,    0xc0 };
/* The public key of RFC 7748 6.1: nothing is ever decrypted, so anybody may know the other half. */
static const unsigned char share[] = { 0x85, 0x20, 0xf0, 0x09, 0x89, 0x30, 0xa7, 0x54,
                                       0x74, 0x8b, 0x7d, 0xdc, 0xb4, 0x3e, 0xf7, 0x5a,
                                       0x0d, 0xbf, 0x3a, 0x0d, 0x26, 0x38, 0x1a, 0xf4,
                                       0xeb, 0xa4, 0xa9, 0x8e, 0xaa, 0x9b, 0x4e, 0x6a };

static void add_8(struct sv_buf *b, unsigned v)
{
  sv_buf_addc(b, (char)(v & 0xff));
}

static void add_16(struct sv_buf *b, unsigned v)
{
  add_8(b, v >> 8);
  add_8(b, v);
}

/* A length of two bytes whose value is what comes after it: begin() leaves room, end() fills it. */
static size_t begin_16(struct sv_buf *b)
{
  add_16(b, 0);
  return b->size;
}

static void end_16(struct sv_buf *b, size_t from)
{
  if (b->failed)
    return;
  const size_t size = b->size - from;
  b->data[from - 2] = (char)(unsigned char)(size >> 8);
  b->data[from - 1] = (char)(unsigned char)size;
}

static size_t begin_extension(struct sv_buf *b, unsigned type)
{
  add_16(b, type);
  return begin_16(b);
}

static void add_list(struct sv_buf *b, const struct sv_hello_list *own, const uint16_t *common,
                     size_t count)
{
  const uint16_t *list = own->count ? own->items : common;
  const size_t n = own->count ? own->count : count;
  for (size_t i = 0; i < n; i++)
    add_16(b, list[i]);
}

static void add_suites(struct sv_buf *b, const struct sv_hello *h)
{
  const size_t from = begin_16(b);
  if (h->suites.count == 0 && h->max >= SV_TLS_1_3)
    add_list(b, &h->suites, good_13, sizeof good_13 / sizeof good_13[0]);
  if (h->suites.count > 0 || h->max == SV_TLS_1_2 || (h->max > SV_TLS_1_2 && h->min < SV_TLS_1_3))
    add_list(b, &h->suites, good_12, sizeof good_12 / sizeof good_12[0]);
  else if (h->max < SV_TLS_1_2)
    add_list(b, &h->suites, old, sizeof old / sizeof old[0]);
  end_16(b, from);
}

static void add_name(struct sv_buf *b, const char *name)
{
  const size_t extension = begin_extension(b, EXT_NAME);
  const size_t list = begin_16(b);
  add_8(b, 0); /* host_name */
  const size_t from = begin_16(b);
  sv_buf_adds(b, name);
  end_16(b, from);
  end_16(b, list);
  end_16(b, extension);
}

static void add_alpn(struct sv_buf *b, const char *protocols)
{
  const size_t extension = begin_extension(b, EXT_ALPN);
  const size_t list = begin_16(b);
  for (const char *p = protocols; *p; p += strspn(p, " ")) {
    const size_t size = strcspn(p, " ");
    add_8(b, (unsigned)size);
    sv_buf_add(b, p, size);
    p += size;
  }
  end_16(b, list);
  end_16(b, extension);
}

static void add_groups(struct sv_buf *b, const struct sv_hello *h)
{
  size_t extension = begin_extension(b, EXT_GROUPS);
  const size_t list = begin_16(b);
  add_list(b, &h->groups, groups, sizeof groups / sizeof groups[0]);
  end_16(b, list);
  end_16(b, extension);
  extension = begin_extension(b, EXT_POINTS);
  add_8(b, 1);
  add_8(b, 0); /* uncompressed */
  end_16(b, extension);
}

static void add_signatures(struct sv_buf *b, const struct sv_hello *h)
{
  const size_t extension = begin_extension(b, EXT_SIGNATURES);
  const size_t list = begin_16(b);
  add_list(b, &h->signatures, signatures, sizeof signatures / sizeof signatures[0]);
  end_16(b, list);
  end_16(b, extension);
}

/* The versions, newest first, and a key for the group that everybody has. */
static void add_13(struct sv_buf *b, const struct sv_hello *h)
{
  const unsigned lowest = h->min < SV_TLS_1_2 ? SV_TLS_1_2 : h->min;
  size_t extension = begin_extension(b, EXT_VERSIONS);
  add_8(b, 2 * (h->max - lowest + 1));
  for (unsigned v = h->max; v >= lowest; v--)
    add_16(b, v);
  end_16(b, extension);
  extension = begin_extension(b, EXT_KEY_SHARE);
  const size_t list = begin_16(b);
  add_16(b, X25519);
  const size_t key = begin_16(b);
  sv_buf_add(b, share, sizeof share);
  end_16(b, key);
  end_16(b, list);
  end_16(b, extension);
}

static void add_extensions(struct sv_buf *b, const struct sv_hello *h)
{
  const size_t all = begin_16(b);
  if (h->name[0])
    add_name(b, h->name);
  add_groups(b, h);
  if (h->max >= SV_TLS_1_2)
    add_signatures(b, h);
  if (h->alpn[0])
    add_alpn(b, h->alpn);
  size_t extension = begin_extension(b, EXT_STATUS);
  add_8(b, 1); /* OCSP, by anybody, with no extensions */
  add_16(b, 0);
  add_16(b, 0);
  end_16(b, extension);
  if (h->min < SV_TLS_1_3) {
    extension = begin_extension(b, EXT_MASTER);
    end_16(b, extension);
    extension = begin_extension(b, EXT_RENEGOTIATION);
    add_8(b, 0);
    end_16(b, extension);
  }
  if (h->max >= SV_TLS_1_3)
    add_13(b, h);
  end_16(b, all);
}

static void add_body(struct sv_buf *b, const struct sv_hello *h, const unsigned char *random)
{
  add_16(b, h->max < SV_TLS_1_2 ? h->max : SV_TLS_1_2);
  sv_buf_add(b, random, RANDOM);
  add_8(b, 0); /* no session */
  add_suites(b, h);
  add_8(b, h->deflate ? 2 : 1);
  if (h->deflate)
    add_8(b, 1);
  add_8(b, 0);
  /* Servers of SSL 3 choke on what they do not know. */
  if (h->max > SV_SSL_3)
    add_extensions(b, h);
}

/* The record of SSL 2 has a length of two bytes, and what the message is stands in it. */
static void write_ssl_2(struct sv_buf *b, const unsigned char *random)
{
  const unsigned challenge = 16;
  const unsigned size = 9 + (unsigned)sizeof ssl_2 + challenge;
  add_16(b, 0x8000 | size);
  add_8(b, CLIENT_HELLO);
  add_16(b, SV_SSL_2);
  add_16(b, sizeof ssl_2);
  add_16(b, 0);
  add_16(b, challenge);
  sv_buf_add(b, ssl_2, sizeof ssl_2);
  sv_buf_add(b, random, challenge);
}

enum sv_status sv_hello_write(const struct sv_hello *h, const unsigned char *random,
                              struct sv_buf *out)
{
  if (h->max != SV_SSL_2 && (h->max < SV_SSL_3 || h->max > SV_TLS_1_3 || h->min > h->max))
    return SV_INVALID;
  if (h->max == SV_SSL_2) {
    write_ssl_2(out, random);
    return out->failed;
  }
  struct sv_buf body = SV_BUF(MOST);
  add_body(&body, h, random);
  add_8(out, HANDSHAKE);
  add_16(out, h->max == SV_SSL_3 ? SV_SSL_3 : SV_TLS_1_0); /* RFC 5246 E.1 */
  const size_t record = begin_16(out);
  add_8(out, CLIENT_HELLO);
  add_8(out, 0);
  const size_t message = begin_16(out);
  sv_buf_add(out, sv_buf_text(&body), body.size);
  end_16(out, message);
  end_16(out, record);
  const enum sv_status status = body.failed ? body.failed : out->failed;
  sv_buf_free(&body);
  return status;
}
