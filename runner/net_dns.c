// SPDX-License-Identifier: Apache-2.0
/* Names: questions to a resolver library that validates DNSSEC itself, so that nobody on the way
 * has to be believed. It asks the system's resolver, or the one that was named. */
#include "runner/net_probe.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/tls/lines.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <unbound.h>

enum {
  ANSWER_US = 10000000,
  RESOLVERS_MOST = 8,
  RECORDS_MOST = 64,
  LINES_MOST = RECORDS_MOST + 8,
  TEXT_MOST = 2048,
  LABELS_MOST = 128,
  TYPE_DNSKEY = 48,
};

/* The keys of the root zone, 2017 and 2024, as IANA publishes them (RFC 7958). */
static const char *const root_anchors[] = {
  ". IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D",
  ". IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16",
};

static const struct {
  const char *name;
  int type;
} types[] = {
  { "A", 1 }, { "MX", 15 }, { "TXT", 16 }, { "AAAA", 28 }, { "NAPTR", 35 }, { "CAA", 257 },
};

/* A question on its way. */
struct sv_dns_question {
  struct sv_dns_question *next;
  struct sv_dns *resolver;
  struct sv_transfer *transfer;
  struct ub_result
      *result; /* the first answer, while it is asked whether signatures come through */
  uint64_t deadline_us;
  int id; /* libunbound's */
  int type;
};

/* One resolver with its trust anchor; kept, for it has a cache. */
struct sv_dns {
  struct sv_dns *next;
  struct ub_ctx *ctx;
  char *resolver, *anchor; /* "" for the system's and the root's */
  struct sv_dns_question *questions;
};

/* "ADDRESS" or "ADDRESS@PORT" of a resolver that may be asked: NULL, or why not. */
static const char *resolver_fault(const struct sv_net *net, const char *text)
{
  char address[64];
  struct sockaddr_storage sa = { 0 };
  const size_t size = strcspn(text, "@");
  unsigned long long port = 53;
  if (size == 0 || size >= sizeof address)
    return "The resolver is not an address.";
  memcpy(address, text, size);
  address[size] = '\0';
  if (text[size] && !sv_parse_uint(text + size + 1, strlen(text + size + 1), UINT16_MAX, &port))
    return "The port of the resolver is no number.";
  if (inet_pton(AF_INET, address, &((struct sockaddr_in *)&sa)->sin_addr) == 1)
    sa.ss_family = AF_INET;
  else if (inet_pton(AF_INET6, address, &((struct sockaddr_in6 *)&sa)->sin6_addr) == 1)
    sa.ss_family = AF_INET6;
  else
    return "The resolver is not an address.";
  return sv_address_refusal(&net->policy, (const struct sockaddr *)&sa, true)
             ? "The address policy does not allow the resolver."
             : NULL;
}

/* libunbound leaves out this computer and names of this computer, which a named resolver may be
 * about. */
static bool set_up(struct sv_dns *d)
{
  struct ub_ctx *ctx = d->ctx;
  bool ok = ub_ctx_set_option(ctx, "trust-anchor-signaling:", "no") == 0 &&
            ub_ctx_set_option(ctx, "do-not-query-localhost:", "no") == 0 &&
            ub_ctx_async(ctx, 1) == 0;
  if (d->resolver[0])
    ok = ok && ub_ctx_set_fwd(ctx, d->resolver) == 0 &&
         ub_ctx_set_option(ctx, "local-zone:", "localhost. transparent") == 0;
  else
    ok = ok && ub_ctx_resolvconf(ctx, NULL) == 0;
  if (d->anchor[0])
    return ok && ub_ctx_add_ta(ctx, d->anchor) == 0;
  for (size_t i = 0; i < sizeof root_anchors / sizeof root_anchors[0]; i++)
    ok = ok && ub_ctx_add_ta(ctx, root_anchors[i]) == 0;
  return ok;
}

static struct sv_dns *resolver_of(struct sv_net *net, const char *resolver, const char *anchor)
{
  size_t count = 0;
  for (struct sv_dns *d = net->resolvers; d; d = d->next, count++)
    if (strcmp(d->resolver, resolver) == 0 && strcmp(d->anchor, anchor) == 0)
      return d;
  struct sv_dns *d = count < RESOLVERS_MOST ? calloc(1, sizeof *d) : NULL;
  if (!d)
    return NULL;
  d->ctx = ub_ctx_create();
  d->resolver = strdup(resolver);
  d->anchor = strdup(anchor);
  if (!d->ctx || !d->resolver || !d->anchor || !set_up(d)) {
    if (d->ctx)
      ub_ctx_delete(d->ctx);
    free(d->resolver);
    free(d->anchor);
    free(d);
    return NULL;
  }
  d->next = net->resolvers;
  net->resolvers = d;
  return d;
}

/* Bytes of the target as text: what is no printable ASCII, and quotes, become \ddd (RFC 1035
 * 5.1). */
static void add_escaped(struct sv_buf *out, const unsigned char *p, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (p[i] < ' ' || p[i] > '~' || p[i] == '"' || p[i] == '\\')
      sv_buf_addf(out, "\\%03u", p[i]);
    else
      sv_buf_addc(out, (char)p[i]);
  }
}

static void add_name(struct sv_buf *out, const unsigned char *p, size_t size)
{
  for (unsigned labels = 0; size > 0 && *p && *p < size && labels < LABELS_MOST; labels++) {
    add_escaped(out, p + 1, *p);
    sv_buf_addc(out, '.');
    size -= 1u + *p;
    p += 1 + *p;
  }
}

/* Character strings, one after another, as one text. */
static void add_strings(struct sv_buf *out, const unsigned char *p, size_t size)
{
  while (size > 0 && *p < size) {
    add_escaped(out, p + 1, *p);
    size -= 1u + *p;
    p += 1 + *p;
  }
}

static void add_caa(struct sv_buf *out, const unsigned char *p, size_t size)
{
  if (size < 2 || (size_t)p[1] + 2 > size)
    return;
  sv_buf_addf(out, "%u ", p[0]);
  add_escaped(out, p + 2, p[1]);
  sv_buf_adds(out, " \"");
  add_escaped(out, p + 2 + p[1], size - 2 - p[1]);
  sv_buf_addc(out, '"');
}

/* Order, preference, flags, service, expression and replacement (RFC 3403 4.1). */
static void add_naptr(struct sv_buf *out, const unsigned char *p, size_t size)
{
  if (size < 4)
    return;
  sv_buf_addf(out, "%u %u", (unsigned)p[0] << 8 | p[1], (unsigned)p[2] << 8 | p[3]);
  p += 4;
  size -= 4;
  for (int i = 0; i < 3 && size > 0 && *p < size; i++) {
    sv_buf_adds(out, " \"");
    add_escaped(out, p + 1, *p);
    sv_buf_addc(out, '"');
    size -= 1u + *p;
    p += 1 + *p;
  }
  sv_buf_addc(out, ' ');
  if (size > 0 && *p == 0)
    sv_buf_addc(out, '.');
  else
    add_name(out, p, size);
}

static void add_record(struct sv_buf *out, int type, const unsigned char *p, size_t size)
{
  char text[64];
  switch (type) {
  case 1:
  case 28:
    if (size == (type == 1 ? 4 : 16) &&
        inet_ntop(type == 1 ? AF_INET : AF_INET6, p, text, sizeof text))
      sv_buf_adds(out, text);
    return;
  case 15:
    if (size > 2) {
      sv_buf_addf(out, "%u ", (unsigned)p[0] << 8 | p[1]);
      add_name(out, p + 2, size - 2);
    }
    return;
  case 16:
    add_strings(out, p, size);
    return;
  case 35:
    add_naptr(out, p, size);
    return;
  default:
    add_caa(out, p, size);
    return;
  }
}

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The records as lines, sorted, for resolvers turn them round. */
static size_t record_lines(struct sv_arena *a, const struct ub_result *r, int type,
                           const char **lines)
{
  size_t n = 0;
  for (size_t i = 0; r->data && r->data[i] && n < RECORDS_MOST; i++) {
    struct sv_buf b = SV_BUF(TEXT_MOST);
    sv_buf_adds(&b, "Record: ");
    add_record(&b, type, (const unsigned char *)r->data[i], (size_t)r->len[i]);
    lines[n] = b.failed ? NULL : sv_arena_strdup(a, sv_buf_text(&b));
    n += lines[n] != NULL;
    sv_buf_free(&b);
  }
  qsort(lines, n, sizeof *lines, by_text);
  return n;
}

static const char *status_text(struct sv_arena *a, int code)
{
  static const char *const names[] = { "NOERROR",  "FORMERR", "SERVFAIL",
                                       "NXDOMAIN", "NOTIMP",  "REFUSED" };
  return code >= 0 && code < 6 ? names[code] : sv_arena_printf(a, "%d", code);
}

/* Gives the answer R, whose validation gave SECURITY. */
static void answer(struct sv_transfer *t, const struct ub_result *r, int type, const char *security)
{
  struct sv_arena *a = &t->arena;
  const char **lines = sv_arena_calloc(a, LINES_MOST, sizeof *lines);
  size_t n = 0;
  if (!lines) {
    sv_probe_end(t, "lost", "There is not enough memory for the answer.", NULL, 0);
    return;
  }
  lines[n++] = sv_arena_printf(a, "Status: %s", status_text(a, r->rcode));
  lines[n++] = sv_arena_printf(a, "Security: %s", security);
  if (r->canonname && strcasecmp(r->canonname, r->qname) != 0)
    lines[n++] = sv_arena_printf(a, "Canonical: %.256s", r->canonname);
  if (r->why_bogus && strcmp(security, "bogus") == 0)
    lines[n++] = sv_arena_printf(a, "Reason: %.512s", r->why_bogus);
  bool whole = true;
  for (size_t i = 0; i < n; i++)
    whole = whole && lines[i];
  n += record_lines(a, r, type, lines + n);
  sv_probe_end(t, whole ? NULL : "lost", NULL, lines, n);
}

static void forget(struct sv_dns_question *q)
{
  struct sv_dns_question **at = &q->resolver->questions;
  while (*at && *at != q)
    at = &(*at)->next;
  if (*at)
    *at = q->next;
  ub_resolve_free(q->result);
  free(q);
}

/* The zone that the anchor is of: what its first word says. */
static const char *anchor_zone(struct sv_transfer *t, const struct sv_dns *d)
{
  return d->anchor[0] ? sv_arena_copy(&t->arena, d->anchor, strcspn(d->anchor, " \t")) : ".";
}

/* Whether the keys of the anchor's own zone come through whole: else it is the resolver, and not
 * the name, that is at fault. */
static void on_keys(void *question, int err, struct ub_result *r)
{
  struct sv_dns_question *q = question;
  const bool through = err == 0 && r && r->secure && !r->bogus;
  answer(q->transfer, q->result, q->type, through ? "bogus" : "unchecked");
  ub_resolve_free(r);
  forget(q);
}

static void on_answer(void *question, int err, struct ub_result *r)
{
  struct sv_dns_question *q = question;
  struct sv_transfer *t = q->transfer;
  q->result = r;
  if (err != 0 || !r) {
    sv_probe_end(t, "dns",
                 sv_arena_printf(&t->arena, "The resolver cannot be asked; the library says: %s",
                                 ub_strerror(err)),
                 NULL, 0);
    forget(q);
    return;
  }
  const char *zone = anchor_zone(t, q->resolver);
  if (r->bogus && zone &&
      ub_resolve_async(q->resolver->ctx, zone, TYPE_DNSKEY, 1, q, on_keys, &q->id) == 0)
    return;
  answer(t, r, q->type, r->secure ? "secure" : r->bogus ? "unchecked" : "insecure");
  forget(q);
}

static int type_of(const char *name)
{
  for (size_t i = 0; name && i < sizeof types / sizeof types[0]; i++)
    if (strcmp(types[i].name, name) == 0)
      return types[i].type;
  return 0;
}

static uint64_t patience_us(const struct sv_net *net)
{
  const uint64_t own_us = (uint64_t)net->options->timeout_ms * 1000;
  return own_us && own_us < ANSWER_US ? own_us : ANSWER_US;
}

const char *sv_dns_begin(struct sv_transfer *t)
{
  const char *const *lines = t->ask.headers;
  const size_t count = t->ask.header_count;
  const char *name = sv_line_value(lines, count, "Name");
  const char *resolver = sv_line_value(lines, count, "Resolver");
  const char *anchor = sv_line_value(lines, count, "Anchor");
  const int type = type_of(sv_line_value(lines, count, "Type"));
  if (type == 0)
    return "Records of that type are not asked for.";
  const char *fault = resolver ? resolver_fault(t->net, resolver) : NULL;
  if (fault)
    return fault;
  struct sv_dns *d = resolver_of(t->net, resolver ? resolver : "", anchor ? anchor : "");
  struct sv_dns_question *q = d ? calloc(1, sizeof *q) : NULL;
  if (!q)
    return "The resolver cannot be set up.";
  *q = (struct sv_dns_question){ .resolver = d,
                                 .transfer = t,
                                 .type = type,
                                 .deadline_us = sv_net_now_us() + patience_us(t->net),
                                 .next = d->questions };
  d->questions = q;
  if (ub_resolve_async(d->ctx, name ? name : t->where.host, type, 1, q, on_answer, &q->id) == 0)
    return NULL;
  forget(q);
  return "The name cannot be asked for.";
}

size_t sv_dns_poll(struct sv_net *net, struct curl_waitfd *fds, size_t room)
{
  size_t n = 0;
  for (struct sv_dns *d = net->resolvers; d && n < room; d = d->next)
    if (d->questions)
      fds[n++] = (struct curl_waitfd){ .fd = ub_fd(d->ctx), .events = CURL_WAIT_POLLIN };
  return n;
}

void sv_dns_pump(struct sv_net *net)
{
  for (struct sv_dns *d = net->resolvers; d; d = d->next) {
    if (d->questions && ub_poll(d->ctx))
      (void)ub_process(d->ctx); /* what fails is noticed by its deadline */
    const uint64_t now = sv_net_now_us();
    for (struct sv_dns_question *q = d->questions, *next; q; q = next) {
      next = q->next;
      if (now < q->deadline_us)
        continue;
      (void)ub_cancel(d->ctx, q->id);
      sv_probe_end(q->transfer, "dns", "The resolver did not answer in time.", NULL, 0);
      forget(q);
    }
  }
}
