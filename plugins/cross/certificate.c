// SPDX-License-Identifier: Apache-2.0
/* The certificate that the service shows beside what target file, catalogue and API description say
 * of the organisation and of the address. */
#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/uri.h"
#include "engines/base/utf8.h"
#include "plugins/cross/compare.h"
#include "plugins/cross/cross.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#include <arpa/inet.h>
#include <samsvar/helpers.h>
#include <string.h>

enum { NAME_MAX_SIZE = 500, NUMBER = 9, SHARED_LEAST = 4 };

/* The certificate of one endpoint, and what was found by it. */
struct shown {
  struct sv_ctx *ctx;
  const struct sv_response *r;
  const struct sv_certificate *leaf;
  const char *value; /* of the subject that is compared */
  size_t looked_at, faults;
};

/* --- the subject --- */

static bool is_end(char c)
{
  return c == '\0' || c == ',' || c == '+';
}

/* Copies a value of RFC 4514 up to its end; "\," and "\C3" are undone. */
static const char *unescape(const char *at, struct sv_buf *out)
{
  for (; !is_end(*at); at++) {
    const bool is_pair = *at == '\\' && at[1];
    const int high = is_pair ? sv_hex((unsigned char)at[1]) : -1;
    const int low = high >= 0 ? sv_hex((unsigned char)at[2]) : -1;
    const char byte = low >= 0 ? (char)(high * 16 + low) : is_pair ? at[1] : *at;
    at += low >= 0 ? 2 : is_pair;
    (void)sv_buf_add(out, &byte, 1);
  }
  return at;
}

/* The first value of the attribute NAME in SUBJECT, as long-lived as the check; NULL: none. */
static const char *attribute(struct sv_ctx *ctx, const char *subject, const char *name)
{
  const size_t size = strlen(name);
  for (const char *at = subject ? subject : ""; *at;) {
    struct sv_buf value = SV_BUF(NAME_MAX_SIZE);
    const bool is_it = sv_equal_nocase_n(at, strnlen(at, size), name) && at[size] == '=';
    const size_t skip = strcspn(at, "=");
    at = unescape(at + skip + (at[skip] == '='), &value);
    const char *copy = is_it ? ctx->sv->format(ctx, "%s", sv_buf_text(&value)) : NULL;
    sv_buf_free(&value);
    if (copy && *copy)
      return copy;
    at += *at != '\0';
  }
  return NULL;
}

/* The organisation number in the subject: organizationIdentifier "NTRNO-..." (ETSI EN 319 412-1,
 * 5.1.4), else nine digits in serialNumber, as older Norwegian business certificates have it. */
static const char *number_of(struct sv_ctx *ctx, const struct sv_certificate *c)
{
  static const char register_of_norway[] = "NTRNO-";
  const char *id = attribute(ctx, c->subject, "organizationIdentifier");
  if (!id)
    id = attribute(ctx, c->subject, "2.5.4.97");
  if (id)
    return sv_starts_with(id, register_of_norway) ? sv_cross_number(ctx, id) : NULL;
  id = attribute(ctx, c->subject, "serialNumber");
  return id && strlen(id) == NUMBER ? sv_cross_number(ctx, id) : NULL;
}

/* --- each certificate that is shown --- */

typedef void judge_shown(struct shown *s);

/* Hands the certificate of the API and of the pages to JUDGE, once when it is the same. */
static enum sv_outcome each_shown(struct sv_ctx *ctx, judge_shown *judge)
{
  static const char *const kinds[] = { "api", "web" };
  struct shown s = { .ctx = ctx };
  const struct sv_certificate *before = NULL;
  enum sv_outcome none = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    const char *url = sv_cross_endpoint(ctx, kinds[i]);
    if (!url || !sv_starts_with(url, "https:"))
      continue;
    s.r = sv_http(ctx, .url = url);
    s.leaf = s.r->tls && s.r->tls->chain_count ? s.r->tls->chain : NULL;
    if (!s.leaf)
      none = s.r->error ? sv_no_answer(ctx, s.r) : none;
    else if (!before || strcmp(before->sha256, s.leaf->sha256) != 0)
      judge(&s);
    before = s.leaf ? s.leaf : before;
  }
  return sv_both(none, sv_describe_outcome(s.looked_at, s.faults));
}

static struct sv_side side_of_leaf(const struct shown *s)
{
  return (struct sv_side){ .value = s->value ? s->value : s->leaf->subject,
                           .place = { .url = s->r->url },
                           .evidence = s->r->evidence };
}

static void contradict(struct shown *s, const struct sv_side *said, const char *message,
                       const char *hint)
{
  const struct sv_side shown = side_of_leaf(s);
  s->faults++;
  sv_cross_contradiction(s->ctx, message, said, &shown, hint);
}

/* --- the number --- */

static void compare_number(struct shown *s, const char *number, const struct sv_side *said)
{
  s->looked_at++;
  if (strcmp(number, s->value) != 0)
    contradict(s, said,
               N_("The certificate carries the number of another organisation than the one that "
                  "answers for the service."),
               N_("Get a certificate for the organisation that answers, or correct the number "
                  "where it is wrong."));
}

/* Each publisher of a catalogue that is told by number, once. */
static void compare_publishers(struct shown *s, const struct sv_description *d)
{
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Catalog");
  const char *before = "";
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n;
    const struct sv_triple *t = sv_values_of(d->graph, node, DCT "publisher", &n);
    const char *number = n == 1 ? sv_cross_number(s->ctx, sv_iri_of(d->graph, t->o)) : NULL;
    if (!number || strcmp(number, before) == 0)
      continue;
    const struct sv_side said = sv_side_of_triple(s->ctx, d, t);
    compare_number(s, number, &said);
    before = number;
  }
}

static void judge_number(struct shown *s)
{
  const json_t *organisation = json_object_get(s->ctx->sv->target(s->ctx), "organisation");
  const char *own = sv_cross_text(organisation, "orgnr");
  const struct sv_description *d;
  struct sv_api api;
  s->value = number_of(s->ctx, s->leaf);
  if (!s->value)
    return;
  if (own[0]) {
    const struct sv_side said = sv_side_of_target("organisation.orgnr", own);
    compare_number(s, own, &said);
  }
  for (size_t i = 0; (d = sv_describe_nth(s->ctx, "dcat", i)); i++)
    if (d->graph)
      compare_publishers(s, d);
  for (size_t i = 0; sv_api_nth(s->ctx, i, &api); i++) {
    const sv_value at = api.doc ? sv_cross_api_number(&api) : SV_DOC_NONE;
    const char *number = at == SV_DOC_NONE ? "" : sv_api_text(s->ctx, &api, at);
    if (number[0]) {
      const struct sv_side said = sv_side_of_value(s->ctx, &api, at, NULL);
      compare_number(s, number, &said);
    }
    sv_api_free(&api);
  }
}

enum sv_outcome sv_cross_certificate_organisation(struct sv_ctx *ctx)
{
  return each_shown(ctx, judge_number);
}

/* --- the name --- */

/* Small letters of Latin-1 and Latin Extended-A; Norwegian and Sámi names need no more. */
static uint32_t fold(uint32_t c)
{
  if (c < 0x80)
    return (uint32_t)sv_lower((int)c);
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
    return c + 0x20;
  const bool even_is_large = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
  const bool odd_is_large = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return (even_is_large && c % 2 == 0) || (odd_is_large && c % 2 == 1) ? c + 1 : c;
}

/* The letters and digits of a name, all small. */
static void letters_of(const char *name, struct sv_buf *out)
{
  const char *end = name + strlen(name);
  uint32_t code;
  for (size_t n; name < end; name += n ? n : 1) {
    char bytes[4];
    n = sv_utf8_decode(name, end, &code);
    if (n && (code >= 0x80 || sv_is_alnum((int)code)))
      (void)sv_buf_add(out, bytes, sv_utf8_encode(fold(code), bytes));
  }
}

/* Whether one name is the other, or a part of it: "Etaten" and "ETATEN AS". */
static bool is_same_name(const char *a, const char *b)
{
  struct sv_buf one = SV_BUF(NAME_MAX_SIZE), other = SV_BUF(NAME_MAX_SIZE);
  letters_of(a, &one);
  letters_of(b, &other);
  const bool is_long = one.size >= SHARED_LEAST && other.size >= SHARED_LEAST;
  const bool is_same = strcmp(sv_buf_text(&one), sv_buf_text(&other)) == 0 ||
                       (is_long && (strstr(sv_buf_text(&one), sv_buf_text(&other)) ||
                                    strstr(sv_buf_text(&other), sv_buf_text(&one))));
  sv_buf_free(&one);
  sv_buf_free(&other);
  return is_same;
}

/* Whether a publisher of a catalogue has the name; else *SAID is one that has another. */
static bool is_publisher(struct shown *s, const struct sv_description *d, struct sv_side *said)
{
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Catalog");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n, m;
    const struct sv_triple *publisher = sv_values_of(d->graph, node, DCT "publisher", &n);
    const struct sv_triple *names =
        n == 1 ? sv_values_of(d->graph, publisher->o, FOAF "name", &m) : NULL;
    for (size_t i = 0; names && i < m; i++) {
      if (is_same_name(sv_graph_text(d->graph, names[i].o, NULL), s->value))
        return true;
      if (!said->value)
        *said = sv_side_of_triple(s->ctx, d, &names[i]);
    }
  }
  return false;
}

/* Short names and names in other languages are many, so one that fits is enough, and a certificate
 * with a number is judged by that. */
static void judge_name(struct shown *s)
{
  const json_t *organisation = json_object_get(s->ctx->sv->target(s->ctx), "organisation");
  const char *own = sv_cross_text(organisation, "name");
  struct sv_side said = { .value = NULL };
  const struct sv_description *d;
  s->value = number_of(s->ctx, s->leaf) ? NULL : attribute(s->ctx, s->leaf->subject, "O");
  if (!s->value)
    return;
  bool is_it = own[0] && is_same_name(own, s->value);
  for (size_t i = 0; !is_it && (d = sv_describe_nth(s->ctx, "dcat", i)); i++)
    is_it = d->graph && is_publisher(s, d, &said);
  if (!said.value && own[0])
    said = sv_side_of_target("organisation.name", own);
  s->looked_at += is_it || said.value;
  if (!is_it && said.value)
    contradict(s, &said,
               N_("The certificate carries the name of another organisation than the one that "
                  "answers for the service."),
               N_("See that the certificate is the organisation's own; when it is, give the name "
                  "in it as foaf:name of the publisher too."));
}

enum sv_outcome sv_cross_certificate_name(struct sv_ctx *ctx)
{
  return each_shown(ctx, judge_name);
}

/* --- the host --- */

static bool is_address(const char *a, const char *b)
{
  unsigned char one[sizeof(struct in6_addr)] = { 0 }, other[sizeof one] = { 0 };
  const int family = strchr(a, ':') ? AF_INET6 : AF_INET;
  return inet_pton(family, a, one) == 1 && inet_pton(family, b, other) == 1 &&
         memcmp(one, other, sizeof one) == 0;
}

/* RFC 9525, 6.3: a star stands for the whole first label, and for nothing more. */
static bool is_named(const struct sv_certificate *c, const char *host)
{
  for (size_t i = 0; c->names && c->names[i]; i++) {
    const char *name = c->names[i];
    const char *rest = strchr(host, '.');
    if (sv_starts_with(name, "IP:") && is_address(name + 3, host))
      return true;
    if (!sv_starts_with(name, "DNS:"))
      continue;
    name += strlen("DNS:");
    if (sv_equal_nocase(name, host) ||
        (sv_starts_with(name, "*.") && rest && sv_equal_nocase(name + 1, rest)))
      return true;
  }
  return false;
}

/* The host of a web address, without user, port and brackets, as long-lived as the check; "":
 * none. */
static const char *host_of(struct sv_ctx *ctx, const char *url)
{
  const struct sv_span authority = sv_uri_split(url, strlen(url)).authority;
  if (!sv_starts_with(url, "http") || !authority.data)
    return "";
  const char *user = memrchr(authority.data, '@', authority.size);
  const char *host = user ? user + 1 : authority.data;
  const char *end = authority.data + authority.size;
  const bool is_bracketed = host < end && *host == '[';
  host += is_bracketed;
  const char *last = memchr(host, is_bracketed ? ']' : ':', (size_t)(end - host));
  return ctx->sv->format(ctx, "%.*s", (int)((last ? last : end) - host), host);
}

/* What one source says of the address; the environments of a service are often listed together, so
 * one that fits is enough. */
struct addresses {
  struct sv_side first;
  bool is_named;
};

static void add_address(const struct shown *s, struct addresses *a, const char *url,
                        const struct sv_side *said)
{
  const char *host = host_of(s->ctx, url);
  if (!host[0])
    return;
  a->is_named = a->is_named || is_named(s->leaf, host);
  if (!a->first.value)
    a->first = *said;
}

static void judge_addresses(struct sv_cross_pair *p, struct shown *s, const struct addresses *a)
{
  if (!a->first.value)
    return;
  p->looked_at++;
  if (a->is_named)
    return;
  p->faults++;
  contradict(s, &a->first,
             N_("The service shows a certificate that does not hold at the address that is given "
                "for it."),
             N_("Give the address where the service is, or add its host to the subject "
                "alternative names of the certificate."));
}

static const char *names_of(struct sv_ctx *ctx, const struct sv_certificate *c)
{
  const char *all = "";
  for (size_t i = 0; c->names && c->names[i] && i < 20; i++)
    all = ctx->sv->format(ctx, "%s%s%s", all, *all ? ", " : "", c->names[i]);
  return *all ? all : "—";
}

static void judge_host(struct sv_cross_pair *p)
{
  const char *server;
  sv_value at;
  size_t n;
  struct shown s = { .ctx = p->ctx };
  s.r = sv_http(p->ctx, .url = sv_cross_endpoint(p->ctx, "api"));
  s.leaf = s.r->tls && s.r->tls->chain_count ? s.r->tls->chain : NULL;
  if (!s.leaf)
    return;
  s.value = names_of(p->ctx, s.leaf);
  struct addresses listed = { .is_named = false }, described = { .is_named = false };
  const struct sv_triple *values = sv_values_of(p->g, p->service, DCAT "endpointURL", &n);
  for (size_t i = 0; i < n; i++) {
    const struct sv_side said = sv_side_of_triple(p->ctx, p->d, &values[i]);
    const char *url = sv_iri_of(p->g, values[i].o);
    add_address(&s, &listed, url ? url : "", &said);
  }
  for (size_t i = 0; (server = sv_api_server(p->ctx, p->api, i, &at)); i++) {
    const struct sv_side said = sv_side_of_value(p->ctx, p->api, at, server);
    add_address(&s, &described, server, &said);
  }
  judge_addresses(p, &s, &listed);
  judge_addresses(p, &s, &described);
}

enum sv_outcome sv_cross_certificate_host(struct sv_ctx *ctx)
{
  const char *own = sv_cross_endpoint(ctx, "api");
  if (!own || !sv_starts_with(own, "https:"))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = own);
  if (r->error)
    return sv_no_answer(ctx, r);
  return sv_cross_pairs(ctx, judge_host);
}
