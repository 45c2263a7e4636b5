// SPDX-License-Identifier: Apache-2.0
/* Answers of the name server, signed as they are made. The zone is the root, so that localhost is
 * a name in it and can be made an unsigned child of it. A participant's name, the last of the zone,
 * is below localhost. RFC 1035, RFC 3403, RFC 4034, RFC 6605. */
#include "reference/zone.h"

#include "engines/base/ascii.h"

#include <arpa/inet.h>
#include <errno.h>
#include <gnutls/crypto.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
  A = 1,
  NS = 2,
  CNAME = 5,
  SOA = 6,
  AAAA = 28,
  NAPTR = 35,
  OPT = 41,
  DS = 43,
  RRSIG = 46,
  NSEC = 47,
  DNSKEY = 48,
  CAA = 257,
  TTL = 60,
  DAY = 86400,
  MESSAGE_MAX = 4096,
  NXDOMAIN = 3,
  ALGORITHM = 13,
  HALF = 32
};

/* Names as they travel. */
static const unsigned char root[] = { 0 };
static const unsigned char host[] = "\x09localhost";
static const unsigned char gone[] = "\x05"
                                    "borte\x09localhost";

struct name {
  const unsigned char *bytes;
  size_t size;
  unsigned labels;
};

static const struct name root_name = { root, 1, 0 };
static const struct name host_name = { host, sizeof host, 1 };

/* An answer in the making. */
struct message {
  const struct sv_zone *zone;
  struct sv_buf out;
  unsigned counts[3]; /* answer, authority, additional */
  bool wants_signatures;
};

static void put_8(struct sv_buf *b, unsigned v)
{
  sv_buf_addc(b, (char)(v & 0xff));
}

static void put_16(struct sv_buf *b, unsigned v)
{
  put_8(b, v >> 8);
  put_8(b, v);
}

static void put_32(struct sv_buf *b, uint32_t v)
{
  put_16(b, v >> 16);
  put_16(b, v & 0xffff);
}

static void put_record(struct sv_buf *b, const struct name *owner, unsigned type,
                       const struct sv_buf *data)
{
  sv_buf_add(b, owner->bytes, owner->size);
  put_16(b, type);
  put_16(b, 1);
  put_32(b, TTL);
  put_16(b, (unsigned)data->size);
  sv_buf_add(b, data->data, data->size);
}

/* R and S of an ECDSA signature, each in 32 bytes. */
static bool put_signature(struct sv_buf *b, const gnutls_datum_t *der)
{
  static const char zeros[HALF] = { 0 };
  gnutls_datum_t parts[2] = { { NULL, 0 }, { NULL, 0 } };
  const bool ok = gnutls_decode_rs_value(der, &parts[0], &parts[1]) >= 0;
  for (size_t i = 0; ok && i < 2; i++) {
    const size_t size = parts[i].size;
    const size_t skip = size > HALF ? size - HALF : 0;
    sv_buf_add(b, zeros, HALF - (size - skip));
    sv_buf_add(b, parts[i].data + skip, size - skip);
  }
  gnutls_free(parts[0].data);
  gnutls_free(parts[1].data);
  return ok;
}

/* The RRSIG over one record: RFC 4034 3.1.8.1. */
static void put_rrsig(struct message *m, const struct name *owner, unsigned type,
                      const struct sv_buf *data)
{
  struct sv_buf sig = SV_BUF(MESSAGE_MAX);
  struct sv_buf text = SV_BUF(MESSAGE_MAX);
  const uint32_t now = (uint32_t)time(NULL);
  put_16(&sig, type);
  put_8(&sig, ALGORITHM);
  put_8(&sig, owner->labels);
  put_32(&sig, TTL);
  put_32(&sig, now + DAY);
  put_32(&sig, now - DAY);
  put_16(&sig, m->zone->tag);
  sv_buf_add(&sig, root, sizeof root);
  sv_buf_add(&text, sig.data, sig.size);
  put_record(&text, owner, type, data);
  if (type != DNSKEY && sv_breaks_quirk(m->zone->breaks, SV_ZONE_BOGUS))
    put_8(&text, 0); /* signs something else than what is sent */
  gnutls_datum_t der = { NULL, 0 };
  const gnutls_datum_t whole = { (unsigned char *)text.data, (unsigned)text.size };
  if (gnutls_privkey_sign_data2(m->zone->key, GNUTLS_SIGN_ECDSA_SECP256R1_SHA256, 0, &whole,
                                &der) >= 0 &&
      put_signature(&sig, &der))
    put_record(&m->out, owner, RRSIG, &sig);
  gnutls_free(der.data);
  sv_buf_free(&sig);
  sv_buf_free(&text);
}

/* A record and, where it is wanted and IS_SIGNED, its signature, in SECTION. */
static void add(struct message *m, unsigned section, const struct name *owner, unsigned type,
                const struct sv_buf *data, bool is_signed)
{
  put_record(&m->out, owner, type, data);
  m->counts[section]++;
  if (!is_signed || !m->wants_signatures)
    return;
  put_rrsig(m, owner, type, data);
  m->counts[section]++;
}

static bool quirk(const struct message *m, enum sv_quirk q)
{
  return sv_breaks_quirk(m->zone->breaks, q);
}

/* The data of localhost's record of TYPE; false when it has none. */
static bool host_data(const struct message *m, unsigned type, struct sv_buf *out)
{
  static const unsigned char four[] = { 127, 0, 0, 1 };
  static const unsigned char elsewhere[] = { 127, 0, 0, 2 };
  static const unsigned char six[16] = { [15] = 1 };
  const char *issuer = quirk(m, SV_ZONE_CAA_MALFORMED) ? "ca example; x" : "ca.example";
  if (quirk(m, SV_ZONE_ALIAS_DANGLES)) {
    if (type == A || type == AAAA || type == CAA || type == CNAME)
      sv_buf_add(out, gone, sizeof gone);
  } else if (type == A && !quirk(m, SV_ZONE_NO_A)) {
    sv_buf_add(out, quirk(m, SV_IPV4_ELSEWHERE) ? elsewhere : four, sizeof four);
  } else if (type == AAAA && !quirk(m, SV_ZONE_NO_AAAA)) {
    sv_buf_add(out, six, sizeof six);
  } else if (type == CAA && !quirk(m, SV_ZONE_NO_CAA)) {
    put_8(out, 0);
    put_8(out, 5);
    sv_buf_adds(out, "issue");
    sv_buf_adds(out, issuer);
  }
  return out->size > 0;
}

/* The participant; size 0 when there is none. */
static struct name participant_name(const struct message *m)
{
  return (struct name){ m->zone->participant, m->zone->participant_size,
                        m->zone->participant_labels };
}

static void put_string(struct sv_buf *b, const char *text)
{
  put_8(b, (unsigned)strlen(text));
  sv_buf_adds(b, text);
}

/* Where the metadata of the participant are published (RFC 4848 2, Peppol SML). */
static void put_naptr(const struct message *m, struct sv_buf *b)
{
  char expression[160];
  snprintf(expression, sizeof expression, "!.*!%s!",
           quirk(m, SV_SML_NO_ADDRESS) ? "" : m->zone->url);
  put_16(b, 100);
  put_16(b, 10);
  put_string(b, "U");
  put_string(b, "Meta:SMP");
  put_string(b, expression);
  sv_buf_add(b, root, sizeof root);
}

static void put_soa(struct sv_buf *b)
{
  sv_buf_add(b, root, sizeof root);
  sv_buf_add(b, root, sizeof root);
  for (int i = 0; i < 5; i++)
    put_32(b, i == 0 ? 1 : TTL);
}

/* NSEC of OWNER: the next name is NEXT, and the types are those COUNT of TYPES, in order. */
static void add_nsec(struct message *m, const struct name *owner, const struct name *next,
                     const unsigned *types, size_t count)
{
  struct sv_buf data = SV_BUF(MESSAGE_MAX);
  sv_buf_add(&data, next->bytes, next->size);
  for (unsigned window = 0; window < 2; window++) {
    unsigned char bits[32] = { 0 };
    size_t size = 0;
    for (size_t i = 0; i < count; i++) {
      const unsigned low = types[i] & 0xff;
      if (types[i] >> 8 != window)
        continue;
      bits[low / 8] |= (unsigned char)(0x80u >> (low % 8));
      size = low / 8 + 1u > size ? low / 8 + 1u : size;
    }
    if (size > 0) {
      put_8(&data, window);
      put_8(&data, (unsigned)size);
      sv_buf_add(&data, bits, size);
    }
  }
  add(m, 1, owner, NSEC, &data, true);
  sv_buf_free(&data);
}

/* That there is no such record, or no such name: SOA, and NSEC for those who want proof. */
static void deny(struct message *m, bool at_root)
{
  static const unsigned asked[] = { A, AAAA, CAA };
  static const unsigned of_root[] = { NS, SOA, RRSIG, NSEC, DNSKEY };
  static const unsigned of_last[] = { NAPTR, RRSIG, NSEC };
  struct sv_buf soa = SV_BUF(MESSAGE_MAX);
  unsigned types[8];
  size_t n = 0;
  put_soa(&soa);
  add(m, 1, &root_name, SOA, &soa, true);
  sv_buf_free(&soa);
  if (!m->wants_signatures)
    return;
  if (at_root) {
    add_nsec(m, &root_name, &host_name, of_root, sizeof of_root / sizeof of_root[0]);
    return;
  }
  if (quirk(m, SV_ZONE_UNSIGNED)) {
    types[n++] = NS;
  } else if (quirk(m, SV_ZONE_ALIAS_DANGLES)) {
    types[n++] = CNAME;
  } else {
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
      struct sv_buf data = SV_BUF(MESSAGE_MAX);
      if (host_data(m, asked[i], &data))
        types[n++] = asked[i];
      sv_buf_free(&data);
    }
  }
  types[n++] = RRSIG;
  types[n++] = NSEC;
  /* What is below a delegation is not named by its parent. */
  const struct name last = participant_name(m);
  const bool more = last.size > 0 && !quirk(m, SV_ZONE_UNSIGNED);
  add_nsec(m, &host_name, more ? &last : &root_name, types, n);
  if (more)
    add_nsec(m, &last, &root_name, of_last, sizeof of_last / sizeof of_last[0]);
}

static void put_key(const struct sv_zone *z, struct sv_buf *b)
{
  put_16(b, 257);
  put_8(b, 3);
  put_8(b, ALGORITHM);
  sv_buf_add(b, z->public_key, sizeof z->public_key);
}

static bool is_name(const unsigned char *p, const struct name *n)
{
  for (size_t i = 0; i < n->size; i++) {
    const unsigned char c = p[i] >= 'A' && p[i] <= 'Z' ? (unsigned char)(p[i] + 32) : p[i];
    if (c != n->bytes[i])
      return false;
  }
  return true;
}

/* Whether the name in P (SIZE bytes) is the participant's, or lies between that and localhost. */
static bool is_above(const unsigned char *p, size_t size, const struct name *last, bool *is_it)
{
  *is_it = size == last->size && size > 0 && is_name(p, last);
  for (size_t skip = 0; skip < last->size && last->bytes[skip]; skip += 1u + last->bytes[skip]) {
    const struct name rest = { last->bytes + skip, last->size - skip, 0 };
    if (rest.size == size && is_name(p, &rest))
      return true;
  }
  return false;
}

/* The answer about the name in P (SIZE bytes) and TYPE; its code. */
static unsigned answer(struct message *m, const unsigned char *p, size_t size, unsigned type)
{
  struct sv_buf data = SV_BUF(MESSAGE_MAX);
  unsigned code = 0;
  const bool is_root = size == 1;
  const bool is_host = size == host_name.size && is_name(p, &host_name);
  const bool child = quirk(m, SV_ZONE_UNSIGNED);
  const struct name last = participant_name(m);
  bool is_participant = false;
  const bool exists = is_root || is_host || is_above(p, size, &last, &is_participant);
  if (is_root && type == DNSKEY) {
    put_key(m->zone, &data);
    add(m, 0, &root_name, DNSKEY, &data, true);
  } else if (is_root && type == SOA) {
    put_soa(&data);
    add(m, 0, &root_name, SOA, &data, true);
  } else if (is_host && host_data(m, type, &data)) {
    const bool alias = quirk(m, SV_ZONE_ALIAS_DANGLES);
    add(m, 0, &host_name, alias ? CNAME : type, &data, !child);
    if (alias && type != CNAME) {
      deny(m, false);
      code = NXDOMAIN;
    }
  } else if (!is_root && !is_host && exists && is_participant && type == NAPTR) {
    put_naptr(m, &data);
    add(m, 0, &last, NAPTR, &data, !child);
  } else {
    deny(m, is_root);
    code = exists ? 0 : NXDOMAIN;
  }
  sv_buf_free(&data);
  return code;
}

/* The size of the name at P, which must end before END; 0: it does not. */
static size_t name_size(const unsigned char *p, const unsigned char *end)
{
  const unsigned char *at = p;
  while (at < end && *at && *at < 64)
    at += 1 + *at;
  return at < end && *at == 0 ? (size_t)(at + 1 - p) : 0;
}

/* Answers the question in IN; what cannot be read gets no answer. */
static void handle(const struct sv_zone *z, const unsigned char *in, size_t size,
                   struct sv_buf *out)
{
  struct message m = { .zone = z, .out = SV_BUF(MESSAGE_MAX) };
  const unsigned char *question = in + 12;
  const size_t name = size > 17 ? name_size(question, in + size) : 0;
  if (name == 0 || 12 + name + 4 > size || in[2] & 0x80)
    return;
  const unsigned type = (unsigned)question[name] << 8 | question[name + 1];
  m.wants_signatures = in[11] > 0; /* an OPT record: everybody who sends one here wants them */
  const unsigned code = answer(&m, question, name, type);
  if (m.wants_signatures) {
    static const unsigned char opt[] = { 0, 0, OPT, 0x04, 0xd0, 0, 0, 0x80, 0, 0, 0 };
    sv_buf_add(&m.out, opt, sizeof opt);
    m.counts[2]++;
  }
  sv_buf_add(out, in, 2);
  put_8(out, 0x84u | (in[2] & 1));
  put_8(out, 0x80u | code);
  put_16(out, 1);
  for (size_t i = 0; i < 3; i++)
    put_16(out, m.counts[i]);
  sv_buf_add(out, question, name + 4);
  sv_buf_add(out, sv_buf_text(&m.out), m.out.size);
  sv_buf_free(&m.out);
}

static void *run(void *zone)
{
  struct sv_zone *z = zone;
  for (;;) {
    struct pollfd p[] = { { .fd = z->stop, .events = POLLIN },
                          { .fd = z->socket, .events = POLLIN } };
    unsigned char in[MESSAGE_MAX];
    struct sockaddr_in from;
    socklen_t from_size = sizeof from;
    if (poll(p, 2, -1) < 0 && errno == EINTR)
      continue;
    if (p[0].revents)
      return NULL;
    const ssize_t n = recvfrom(z->socket, in, sizeof in, 0, (struct sockaddr *)&from, &from_size);
    struct sv_buf out = SV_BUF(MESSAGE_MAX);
    if (n > 0)
      handle(z, in, (size_t)n, &out);
    if (out.size > 0 && !out.failed)
      (void)sendto(z->socket, out.data, out.size, 0, (struct sockaddr *)&from, from_size);
    sv_buf_free(&out);
  }
}

/* RFC 4034 appendix B. */
static uint16_t key_tag(const struct sv_buf *key)
{
  uint32_t sum = 0;
  for (size_t i = 0; i < key->size; i++)
    sum += i & 1 ? (unsigned char)key->data[i] : (uint32_t)(unsigned char)key->data[i] << 8;
  return (uint16_t)(sum + (sum >> 16));
}

/* Keeps the participant, its name in lower case as signatures want it. */
static void keep_participant(struct sv_zone *z, const struct sv_zone_participant *p)
{
  size_t at = 0;
  snprintf(z->url, sizeof z->url, "%s", p->url);
  for (const char *label = p->name; *label; label += *label == '.') {
    const size_t size = strcspn(label, ".");
    if (size == 0 || size > 63 || at + size + 2 > sizeof z->participant)
      return;
    z->participant[at++] = (unsigned char)size;
    for (size_t i = 0; i < size; i++)
      z->participant[at++] = (unsigned char)sv_lower((unsigned char)label[i]);
    z->participant_labels++;
    label += size;
  }
  z->participant[at] = 0;
  z->participant_size = at > 0 ? at + 1 : 0;
}

enum sv_status sv_zone_start(struct sv_zone *z, const struct sv_breaks *breaks,
                             const struct sv_zone_participant *participant, struct sv_error *err)
{
  struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof at;
  *z = (struct sv_zone){ .breaks = breaks, .socket = -1, .stop = -1 };
  if (participant)
    keep_participant(z, participant);
  if (!sv_zone_make_key(z)) {
    sv_zone_stop(z);
    return sv_fail(err, SV_INTERNAL, "the key of the zone could not be made");
  }
  struct sv_buf key = SV_BUF(MESSAGE_MAX);
  put_key(z, &key);
  z->tag = key_tag(&key);
  sv_buf_free(&key);
  z->socket = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  z->stop = eventfd(0, EFD_CLOEXEC);
  if (z->socket < 0 || z->stop < 0 || bind(z->socket, (struct sockaddr *)&at, sizeof at) != 0 ||
      getsockname(z->socket, (struct sockaddr *)&at, &size) != 0) {
    const int why = errno;
    sv_zone_stop(z);
    return sv_fail(err, SV_IO, "no port for names could be had: %s", strerror(why));
  }
  z->port = ntohs(at.sin_port);
  z->runs = pthread_create(&z->thread, NULL, run, z) == 0;
  if (z->runs)
    return SV_OK;
  sv_zone_stop(z);
  return sv_fail(err, SV_INTERNAL, "the name server could not be started");
}

void sv_zone_stop(struct sv_zone *z)
{
  if (z->runs) {
    (void)eventfd_write(z->stop, 1);
    (void)pthread_join(z->thread, NULL);
  }
  if (z->socket >= 0)
    close(z->socket);
  if (z->stop >= 0)
    close(z->stop);
  if (z->key)
    gnutls_privkey_deinit(z->key);
  *z = (struct sv_zone){ .socket = -1, .stop = -1 };
}
