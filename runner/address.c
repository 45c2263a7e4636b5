// SPDX-License-Identifier: Apache-2.0
/* The address policy: tables of ranges, and IPv4 found inside IPv6. */
#include "runner/address.h"

#include "engines/base/ascii.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

struct range {
  uint8_t bytes[16];
  unsigned bits;
  bool self; /* refused in mode self too */
  const char *word;
};

/* IANA special-purpose registries, RFC 6890 and its successors. The first that fits gives the word.
 */
static const struct range v4_ranges[] = {
  { { 255, 255, 255, 255 }, 32, true, "broadcast" },
  { { 0 }, 8, true, "unspecified" },
  { { 10 }, 8, false, "private" },
  { { 100, 64 }, 10, false, "shared" },
  { { 169, 254 }, 16, true, "link-local" },
  { { 172, 16 }, 12, false, "private" },
  { { 192, 0, 0 }, 24, false, "reserved" },
  { { 192, 0, 2 }, 24, false, "documentation" },
  { { 192, 88, 99 }, 24, false, "reserved" },
  { { 192, 168 }, 16, false, "private" },
  { { 198, 18 }, 15, false, "benchmarking" },
  { { 198, 51, 100 }, 24, false, "documentation" },
  { { 203, 0, 113 }, 24, false, "documentation" },
  { { 224 }, 4, true, "multicast" },
  { { 240 }, 4, false, "reserved" },
};

static const struct range v6_ranges[] = {
  { { 0 }, 128, true, "unspecified" },
  { { 0xfc }, 7, false, "private" },
  { { 0xfe, 0x80 }, 10, true, "link-local" },
  { { 0xfe, 0xc0 }, 10, false, "private" },
  { { 0xff }, 8, true, "multicast" },
  { { 0x01, 0x00 }, 64, false, "discard" },
  { { 0x20, 0x01, 0x0d, 0xb8 }, 32, false, "documentation" },
  { { 0x20, 0x01, 0x00 }, 23, false, "reserved" },
  { { 0x3f, 0xff, 0x00 }, 20, false, "documentation" },
};

/* Where an IPv6 address carries an IPv4 one: the positions of its four bytes. */
static const struct embedding {
  uint8_t bytes[16];
  unsigned bits;
  uint8_t at[4];
  uint8_t invert;
} embeddings[] = {
  { { [10] = 0xff, [11] = 0xff }, 96, { 12, 13, 14, 15 }, 0 }, /* RFC 4291 2.5.5.2 */
  { { 0 }, 96, { 12, 13, 14, 15 }, 0 },                        /* RFC 4291 2.5.5.1 */
  { { 0x00, 0x64, 0xff, 0x9b }, 96, { 12, 13, 14, 15 }, 0 },   /* RFC 6052 */
  { { 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01 },
    48,
    { 6, 7, 9, 10 },
    0 }, /* RFC 8215 with RFC 6052 2.2 */
  { { 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01 }, 48, { 12, 13, 14, 15 }, 0 },
  { { 0x20, 0x02 }, 16, { 2, 3, 4, 5 }, 0 },                    /* RFC 3056 */
  { { 0x20, 0x01, 0x00, 0x00 }, 32, { 12, 13, 14, 15 }, 0xff }, /* RFC 4380: Teredo's client */
};

static bool within(const uint8_t *address, const uint8_t *prefix, unsigned bits)
{
  const unsigned whole = bits / 8;
  if (memcmp(address, prefix, whole) != 0)
    return false;
  if (bits % 8 == 0)
    return true;
  const unsigned mask = 0xffu << (8 - bits % 8);
  return ((address[whole] ^ prefix[whole]) & mask & 0xffu) == 0;
}

static bool is_loopback_bytes(const uint8_t *address, bool v6)
{
  static const uint8_t one[16] = { [15] = 1 };
  return v6 ? memcmp(address, one, 16) == 0 : address[0] == 127;
}

static bool in_list(const struct sv_address_policy *p, const uint8_t *address, bool v6)
{
  for (size_t i = 0; i < p->count; i++)
    if (p->list[i].v6 == v6 && within(address, p->list[i].bytes, p->list[i].bits))
      return true;
  return false;
}

/* What one plain address is refused as. */
static const char *refusal(const struct sv_address_policy *p, const uint8_t *address, bool v6,
                           bool named)
{
  const struct range *ranges = v6 ? v6_ranges : v4_ranges;
  const size_t count =
      v6 ? sizeof v6_ranges / sizeof v6_ranges[0] : sizeof v4_ranges / sizeof v4_ranges[0];
  if (p->mode == SV_ADDRESS_LIST)
    return in_list(p, address, v6) ? NULL : "not on the list";
  if (is_loopback_bytes(address, v6))
    return p->mode == SV_ADDRESS_SELF && named ? NULL : "loopback";
  for (size_t i = 0; i < count; i++)
    if ((ranges[i].self || p->mode == SV_ADDRESS_PUBLIC) &&
        within(address, ranges[i].bytes, ranges[i].bits))
      return ranges[i].word;
  if (v6 && p->mode == SV_ADDRESS_PUBLIC && (address[0] & 0xe0) != 0x20)
    return "not globally routable";
  return NULL;
}

static bool is_plain_v6(const uint8_t *address)
{
  static const uint8_t none[16] = { 0 };
  return memcmp(address, none, 16) == 0 || is_loopback_bytes(address, true);
}

/* Every IPv4 address inside ADDRESS must be allowed. *FOUND: there was one. */
static const char *embedded_refusal(const struct sv_address_policy *p, const uint8_t *address,
                                    bool named, bool *found)
{
  *found = false;
  for (size_t i = 0; i < sizeof embeddings / sizeof embeddings[0]; i++) {
    const struct embedding *e = &embeddings[i];
    uint8_t v4[4];
    if (!within(address, e->bytes, e->bits))
      continue;
    *found = true;
    for (size_t k = 0; k < sizeof v4; k++)
      v4[k] = address[e->at[k]] ^ e->invert;
    const char *word = refusal(p, v4, false, named);
    if (word)
      return word;
  }
  return NULL;
}

const char *sv_address_refusal(const struct sv_address_policy *p, const struct sockaddr *sa,
                               bool named)
{
  if (sa->sa_family == AF_INET) {
    uint8_t v4[4];
    memcpy(v4, &((const struct sockaddr_in *)(const void *)sa)->sin_addr, sizeof v4);
    return refusal(p, v4, false, named);
  }
  if (sa->sa_family != AF_INET6)
    return "no internet address";
  uint8_t v6[16];
  memcpy(v6, &((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr, sizeof v6);
  bool embedded = false;
  const char *word = is_plain_v6(v6) ? NULL : embedded_refusal(p, v6, named, &embedded);
  /* Teredo and the list mode are judged by the outer address as well. */
  const bool outer = !embedded || v6[1] == 0x01;
  return word || !outer ? word : refusal(p, v6, true, named);
}

bool sv_address_is_loopback(const struct sockaddr *sa)
{
  if (sa->sa_family == AF_INET)
    return is_loopback_bytes(
        (const uint8_t *)&((const struct sockaddr_in *)(const void *)sa)->sin_addr, false);
  if (sa->sa_family != AF_INET6)
    return false;
  const uint8_t *v6 = (const uint8_t *)&((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr;
  return is_loopback_bytes(v6, true) || (within(v6, embeddings[0].bytes, 96) && v6[12] == 127);
}

bool sv_address_port_is_common(uint16_t port)
{
  return port == 80 || port == 443 || port >= 1024;
}

void sv_address_text(const struct sockaddr *sa, char out[64])
{
  const void *address = NULL;
  if (sa->sa_family == AF_INET)
    address = &((const struct sockaddr_in *)(const void *)sa)->sin_addr;
  else if (sa->sa_family == AF_INET6)
    address = &((const struct sockaddr_in6 *)(const void *)sa)->sin6_addr;
  if (!address || !inet_ntop(sa->sa_family, address, out, 64))
    (void)snprintf(out, 64, "?");
}

static bool read_cidr(const char *text, size_t size, struct sv_cidr *out)
{
  char address[64];
  const char *slash = memchr(text, '/', size);
  const size_t length = slash ? (size_t)(slash - text) : size;
  if (length == 0 || length >= sizeof address)
    return false;
  memcpy(address, text, length);
  address[length] = '\0';
  memset(out, 0, sizeof *out);
  out->v6 = strchr(address, ':') != NULL;
  if (inet_pton(out->v6 ? AF_INET6 : AF_INET, address, out->bytes) != 1)
    return false;
  unsigned long long bits = out->v6 ? 128 : 32;
  if (slash && !sv_parse_uint(slash + 1, size - length - 1, bits, &bits))
    return false;
  out->bits = (unsigned)bits;
  return true;
}

enum sv_status sv_address_policy_read(const char *network, struct sv_arena *a,
                                      struct sv_address_policy *out, struct sv_error *err)
{
  memset(out, 0, sizeof *out);
  if (!network || strcmp(network, "self") == 0)
    return SV_OK;
  if (strcmp(network, "public") == 0) {
    out->mode = SV_ADDRESS_PUBLIC;
    return SV_OK;
  }
  size_t most = 1;
  for (const char *p = network; *p; p++)
    most += *p == ',';
  struct sv_cidr *list = sv_arena_calloc(a, most, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  for (const char *p = network;; p++) {
    const size_t size = strcspn(p, ",");
    if (!read_cidr(p, size, &list[out->count++]))
      return sv_fail(err, SV_INVALID,
                     "--network: '%.*s' is neither self, public nor an address range like "
                     "10.0.0.0/8",
                     (int)size, p);
    p += size;
    if (*p == '\0')
      break;
  }
  out->mode = SV_ADDRESS_LIST;
  out->list = list;
  return SV_OK;
}
