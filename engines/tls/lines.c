// SPDX-License-Identifier: Apache-2.0
/* Lines of offers and answers, both ways. */
#include "engines/tls/lines.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { LINES_MOST = 10, VALUE_MOST = 4096, NUMBERS_MOST = 65535 };

static const struct {
  uint16_t version;
  const char *name;
} versions[] = {
  { SV_SSL_2, "SSL 2" },     { SV_SSL_3, "SSL 3" },     { SV_TLS_1_0, "TLS 1.0" },
  { SV_TLS_1_1, "TLS 1.1" }, { SV_TLS_1_2, "TLS 1.2" }, { SV_TLS_1_3, "TLS 1.3" },
};

static const char *version_name(unsigned version)
{
  for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++)
    if (versions[i].version == version)
      return versions[i].name;
  return "?";
}

static uint16_t version_number(const char *name)
{
  for (size_t i = 0; name && i < sizeof versions / sizeof versions[0]; i++)
    if (strcmp(versions[i].name, name) == 0)
      return versions[i].version;
  return 0;
}

bool sv_method_is_probe(const char *method)
{
  return strcmp(method, SV_METHOD_TLS) == 0 || strcmp(method, SV_METHOD_DNS) == 0 ||
         strcmp(method, SV_METHOD_TOKEN) == 0;
}

const char *sv_line_value(const char *const *lines, size_t count, const char *name)
{
  const size_t size = strlen(name);
  for (size_t i = 0; i < count; i++)
    if (strncmp(lines[i], name, size) == 0 && lines[i][size] == ':')
      return lines[i] + size + 1 + strspn(lines[i] + size + 1, " ");
  return NULL;
}

/* Lines in the making. */
struct list {
  struct sv_arena *arena;
  const char **lines;
  size_t count;
  bool failed;
};

static struct list begin(struct sv_arena *a)
{
  struct list l = { .arena = a, .lines = sv_arena_calloc(a, LINES_MOST + 1, sizeof *l.lines) };
  l.failed = !l.lines;
  return l;
}

static void add(struct list *l, const char *name, const char *value)
{
  if (!value || l->failed || l->count == LINES_MOST)
    return;
  l->lines[l->count] = sv_arena_printf(l->arena, "%s: %s", name, value);
  l->failed = !l->lines[l->count];
  l->count++;
}

static void add_number(struct list *l, const char *name, unsigned value)
{
  add(l, name, sv_arena_printf(l->arena, "%u", value));
}

static void add_numbers(struct list *l, const char *name, const uint16_t *numbers)
{
  struct sv_buf b = SV_BUF(VALUE_MOST);
  for (size_t i = 0; numbers && numbers[i] && i < SV_HELLO_LIST_MOST; i++)
    sv_buf_addf(&b, "%s%04x", i ? " " : "", numbers[i]);
  if (numbers)
    add(l, name, sv_arena_strdup(l->arena, sv_buf_text(&b)));
  sv_buf_free(&b);
}

static const char *const *done(struct list *l)
{
  return l->failed ? NULL : l->lines;
}

const char *const *sv_offer_lines(struct sv_arena *a, const struct sv_offer *o)
{
  struct list l = begin(a);
  const unsigned max = o->max ? o->max : SV_TLS_1_2;
  add(&l, "Version", version_name(max));
  if (max == SV_TLS_1_3 && o->min && o->min < max)
    add(&l, "Lowest", version_name(o->min));
  add_numbers(&l, "Suites", o->suites);
  add_numbers(&l, "Groups", o->groups);
  add_numbers(&l, "Signatures", o->signatures);
  add(&l, "Alpn", o->alpn);
  if (o->deflate)
    add(&l, "Compression", "deflate");
  if (o->name)
    add(&l, "Name", o->name[0] ? o->name : "-");
  return done(&l);
}

const char *const *sv_question_lines(struct sv_arena *a, const struct sv_question *q)
{
  struct list l = begin(a);
  add(&l, "Type", q->type);
  add(&l, "Name", q->name);
  add(&l, "Resolver", q->resolver);
  add(&l, "Anchor", q->anchor);
  return done(&l);
}

static bool read_numbers(const char *text, struct sv_hello_list *out)
{
  out->count = 0;
  for (const char *p = text ? text : ""; *p; p += strspn(p, " ")) {
    unsigned v = 0;
    const size_t size = strcspn(p, " ");
    for (size_t i = 0; i < size && size == 4; i++) {
      const int digit = sv_hex((unsigned char)p[i]);
      if (digit < 0)
        return false;
      v = v << 4 | (unsigned)digit;
    }
    if (size != 4 || out->count == SV_HELLO_LIST_MOST)
      return false;
    out->items[out->count++] = (uint16_t)v;
    p += size;
  }
  return true;
}

/* An address has no place in SNI (RFC 6066 3). */
static bool is_name(const char *host)
{
  const size_t size = strlen(host);
  return !strchr(host, ':') && size > 0 && !sv_is_digit((unsigned char)host[size - 1]);
}

static bool copy(char *out, size_t room, const char *text)
{
  const size_t size = strlen(text);
  if (size >= room)
    return false;
  memcpy(out, text, size + 1);
  return true;
}

static bool read_alpn(const char *text, struct sv_hello *out)
{
  for (const char *p = text; *p; p += strspn(p, " ")) {
    if (strcspn(p, " ") == 0)
      return false;
    p += strcspn(p, " ");
  }
  return copy(out->alpn, sizeof out->alpn, text);
}

enum sv_status sv_hello_from_lines(const char *const *lines, size_t count, const char *host,
                                   struct sv_hello *out)
{
  memset(out, 0, sizeof *out);
  const char *lowest = sv_line_value(lines, count, "Lowest");
  const char *alpn = sv_line_value(lines, count, "Alpn");
  const char *name = sv_line_value(lines, count, "Name");
  out->max = version_number(sv_line_value(lines, count, "Version"));
  out->min = lowest ? version_number(lowest) : out->max;
  out->deflate = sv_line_value(lines, count, "Compression") != NULL;
  if (!name)
    name = is_name(host) ? host : "-";
  bool ok = out->max && out->min && out->min <= out->max;
  ok = ok && read_numbers(sv_line_value(lines, count, "Suites"), &out->suites) &&
       read_numbers(sv_line_value(lines, count, "Groups"), &out->groups) &&
       read_numbers(sv_line_value(lines, count, "Signatures"), &out->signatures);
  ok = ok && (strcmp(name, "-") == 0 || copy(out->name, sizeof out->name, name)) &&
       (!alpn || read_alpn(alpn, out));
  return ok ? SV_OK : SV_INVALID;
}

const char *const *sv_hello_lines(struct sv_arena *a, const struct sv_hello_answer *answer,
                                  const char *staple, size_t *count)
{
  struct list l = begin(a);
  add(&l, "Answer", answer->hello && !answer->alert ? "hello" : answer->alert ? "alert" : "closed");
  if (answer->alert) {
    const char *name = sv_tls_alert_name(answer->alert_code);
    add(&l, "Alert", name ? name : sv_arena_printf(a, "%u", answer->alert_code));
  } else if (answer->hello) {
    add(&l, "Version", version_name(answer->version));
    add(&l, "Suite", sv_arena_printf(a, "%04x", answer->suite));
    if (answer->compression)
      add_number(&l, "Compression", answer->compression);
    if (answer->renegotiation)
      add(&l, "Renegotiation", "yes");
    if (answer->dh_bits)
      add_number(&l, "Dh-Bits", answer->dh_bits);
    if (answer->alpn[0])
      add(&l, "Alpn", sv_arena_strdup(a, answer->alpn));
    if (answer->version < SV_TLS_1_3)
      add(&l, "Staple", staple);
  }
  *count = l.failed ? 0 : l.count;
  return done(&l);
}

static uint32_t number(const char *text, unsigned base)
{
  unsigned v = 0;
  for (const char *p = text ? text : ""; *p && v <= NUMBERS_MOST; p++) {
    const int digit = sv_hex((unsigned char)*p);
    if (digit < 0 || (unsigned)digit >= base)
      return 0;
    v = v * base + (unsigned)digit;
  }
  return v;
}

static size_t length(const char *const *lines)
{
  size_t n = 0;
  while (lines && lines[n])
    n++;
  return n;
}

void sv_answered_read(const struct sv_response *r, struct sv_answered *out)
{
  const char *const *lines = r->headers;
  const size_t n = length(lines);
  *out = (struct sv_answered){ .error = r->error,
                               .detail = r->detail,
                               .marks = r->marks,
                               .evidence = r->evidence,
                               .url = r->url };
  out->answer = sv_line_value(lines, n, "Answer");
  out->alert = sv_line_value(lines, n, "Alert");
  out->alpn = sv_line_value(lines, n, "Alpn");
  out->staple = sv_line_value(lines, n, "Staple");
  out->version = version_number(sv_line_value(lines, n, "Version"));
  out->suite = number(sv_line_value(lines, n, "Suite"), 16);
  out->compression = number(sv_line_value(lines, n, "Compression"), 10);
  out->dh_bits = number(sv_line_value(lines, n, "Dh-Bits"), 10);
  out->renegotiation = sv_line_value(lines, n, "Renegotiation") != NULL;
  if (!out->answer)
    out->answer = "";
}

bool sv_named_read(struct sv_arena *a, const struct sv_response *r, struct sv_named *out)
{
  static const char record[] = "Record: ";
  const char *const *lines = r->headers;
  const size_t n = length(lines);
  *out = (struct sv_named){ .error = r->error, .detail = r->detail, .evidence = r->evidence };
  const char **records = sv_arena_calloc(a, n + 1, sizeof *records);
  size_t count = 0;
  for (size_t i = 0; records && i < n; i++)
    if (sv_starts_with(lines[i], record))
      records[count++] = lines[i] + strlen(record);
  out->records = records;
  out->status = sv_line_value(lines, n, "Status");
  out->security = sv_line_value(lines, n, "Security");
  out->reason = sv_line_value(lines, n, "Reason");
  out->canonical = sv_line_value(lines, n, "Canonical");
  if (!out->status)
    out->status = "";
  if (!out->security)
    out->security = "unchecked";
  return records != NULL;
}
