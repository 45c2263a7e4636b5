// SPDX-License-Identifier: Apache-2.0
/* IRIs, prefixed names and blank node labels. */
#include "engines/rdf/scan.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <stdio.h>
#include <string.h>

/* What an ASCII character may be. */
enum {
  IRI = 1,   /* inside <...> */
  BASE = 2,  /* first in a prefix: PN_CHARS_BASE */
  NAME = 4,  /* later in a name: PN_CHARS */
  LOCAL = 8, /* in a local name, any place: PN_CHARS and the colon */
};

#define I IRI
#define A (IRI | BASE | NAME | LOCAL)
#define N (IRI | NAME | LOCAL)
#define C (IRI | LOCAL)

/* clang-format off */
static const unsigned char class_of[128] = {
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, I, 0, I, I, I, I, I, I, I, I, I, I, N, I, I, N, N, N, N, N, N, N, N, N, N, C, I, 0, I, 0, I,
  I, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, I, 0, I, 0, N,
  0, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, 0, 0, 0, I, 0,
};
/* clang-format on */

#undef I
#undef A
#undef N
#undef C

static bool is(char c, unsigned what)
{
  return (unsigned char)c < 128 && (class_of[(unsigned char)c] & what);
}

static bool in(const uint32_t (*ranges)[2], size_t n, uint32_t code)
{
  for (size_t i = 0; i < n; i++)
    if (code >= ranges[i][0] && code <= ranges[i][1])
      return true;
  return false;
}

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Turtle 1.1 grammar: PN_CHARS_BASE, and what PN_CHARS adds. */
static const uint32_t base_ranges[][2] = {
  { 0xC0, 0xD6 },     { 0xD8, 0xF6 },     { 0xF8, 0x2FF },    { 0x370, 0x37D },
  { 0x37F, 0x1FFF },  { 0x200C, 0x200D }, { 0x2070, 0x218F }, { 0x2C00, 0x2FEF },
  { 0x3001, 0xD7FF }, { 0xF900, 0xFDCF }, { 0xFDF0, 0xFFFD }, { 0x10000, 0xEFFFF },
};
static const uint32_t more_ranges[][2] = { { 0xB7, 0xB7 }, { 0x300, 0x36F }, { 0x203F, 0x2040 } };

bool sv_scan_name_char(const char *p, const char *end, size_t *n, bool *base)
{
  uint32_t code;
  *n = 0;
  *base = false;
  if (p == end)
    return false;
  if ((unsigned char)*p < 0x80) {
    *n = 1;
    *base = is(*p, BASE);
    return is(*p, NAME);
  }
  *n = sv_utf8_decode(p, end, &code);
  if (*n == 0)
    return false;
  *base = in(base_ranges, COUNT(base_ranges), code);
  return *base || in(more_ranges, COUNT(more_ranges), code);
}

/* The rest of an IRI from the first character that is not plain. FROM is where it began. */
static bool slow_iriref(struct sv_scan *s, const char *open, struct sv_span *iri)
{
  s->text.size = 0;
  (void)sv_buf_add(&s->text, open + 1, (size_t)(s->p - open - 1));
  while (s->p < s->end && *s->p != '>') {
    size_t n = 1;
    uint32_t code = (unsigned char)*s->p;
    char utf8[4];
    if (*s->p == '\\') {
      if (!sv_scan_escape(s->p, s->end, &n, &code) ||
          (code < 0x80 && (code < 0x21 || strchr("<>\"{}|^`\\\x7F", (int)code))))
        return sv_scan_fault(s, s->p,
                             N_("An IRI may hold \\u and four hexadecimal digits of a character, "
                                "but no other escape; write %20 for a space."));
      (void)sv_buf_add(&s->text, utf8, sv_utf8_encode(code, utf8));
    } else {
      if (code >= 0x80)
        n = sv_utf8_decode(s->p, s->end, &code);
      if (n == 0)
        return sv_scan_encoding(s, s->p);
      if (code < 0x80 && !is(*s->p, IRI))
        return sv_scan_fault(s, s->p,
                             N_("An IRI cannot hold {found}; write it with a percent sign and two "
                                "hexadecimal digits, or close the IRI with \">\" before it."));
      (void)sv_buf_add(&s->text, s->p, n);
    }
    s->p += n;
  }
  if (s->p == s->end)
    return sv_scan_fault(s, open, N_("The IRI that begins here is never closed with \">\"."));
  if (s->text.failed != SV_OK)
    return sv_scan_limit(s, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  *iri = (struct sv_span){ sv_buf_text(&s->text), s->text.size };
  return true;
}

bool sv_scan_iriref(struct sv_scan *s, struct sv_span *iri)
{
  const char *const open = s->p++;
  while (s->p < s->end && is(*s->p, IRI))
    s->p++;
  if (s->p < s->end && *s->p == '>')
    *iri = (struct sv_span){ open + 1, (size_t)(s->p - open - 1) };
  else if (!slow_iriref(s, open, iri))
    return false;
  s->p++;
  if (iri->size > s->graph->limits.iri_bytes)
    return sv_scan_limit(s, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  return true;
}

/* The length of "scheme:" at the beginning of TEXT, or 0. */
static size_t scheme(struct sv_span iri)
{
  if (iri.size == 0 || !sv_is_alpha((unsigned char)iri.data[0]))
    return 0;
  for (size_t i = 1; i < iri.size; i++) {
    const unsigned char c = (unsigned char)iri.data[i];
    if (c == ':')
      return i + 1;
    if (!sv_is_alnum(c) && c != '+' && c != '-' && c != '.')
      return 0;
  }
  return 0;
}

/* IRI resolved (RFC 3986 5.2) in *OUT; borrowed from s->whole or from IRI itself. */
static bool resolve(struct sv_scan *s, const char *at, struct sv_span iri, struct sv_span *out)
{
  *out = iri;
  if (scheme(iri) && !memmem(iri.data, iri.size, "/.", 2))
    return true;
  if (!s->base && !scheme(iri))
    return sv_scan_fault(s, at,
                         N_("The IRI here is relative, and there is no base IRI to resolve it "
                            "against; write it in full or declare a base."));
  s->whole.size = 0;
  if (sv_uri_resolve(s->base ? s->base : "", s->base_size, iri.data, iri.size, &s->whole) != SV_OK)
    return sv_scan_limit(s, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  *out = (struct sv_span){ sv_buf_text(&s->whole), s->whole.size };
  return true;
}

static sv_term resolve_iri(struct sv_scan *s, const char *at, struct sv_span iri)
{
  struct sv_span whole;
  return resolve(s, at, iri, &whole) ? sv_graph_iri(s->graph, whole.data, whole.size) : 0;
}

sv_term sv_scan_iri(struct sv_scan *s)
{
  const char *const at = s->p;
  struct sv_span iri;
  return sv_scan_iriref(s, &iri) ? resolve_iri(s, at, iri) : 0;
}

sv_term sv_scan_absolute_iri(struct sv_scan *s)
{
  const char *const at = s->p;
  struct sv_span iri;
  if (!sv_scan_iriref(s, &iri))
    return 0;
  if (!scheme(iri))
    return (sv_term)sv_scan_fault(s, at,
                                  N_("The IRI here is relative; in this syntax every IRI is "
                                     "written "
                                     "in full, from its scheme on."));
  return sv_graph_iri(s->graph, iri.data, iri.size);
}

bool sv_scan_set_base(struct sv_scan *s, const char *at, struct sv_span iri)
{
  struct sv_span whole;
  if (!resolve(s, at, iri, &whole))
    return false;
  const char *base = sv_arena_copy(&s->graph->arena, whole.data, whole.size);
  if (!base)
    return sv_scan_limit(s, "rdf-bytes", N_("the data takes more memory than the limit allows"));
  s->base = base;
  s->base_size = whole.size;
  return true;
}

static size_t recent_slot(const char *name, size_t size)
{
  const size_t first = size ? (unsigned char)name[0] : 0;
  const size_t last = size ? (unsigned char)name[size - 1] : 0;
  return (first * 7 + last * 3 + size) & 63;
}

bool sv_scan_set_prefix(struct sv_scan *s, const char *name, size_t size, sv_term namespace)
{
  struct sv_arena *a = &s->graph->arena;
  struct sv_scan_prefix *p = sv_arena_alloc(a, sizeof *p);
  if (p && namespace) {
    p->name = sv_arena_copy(a, name, size);
    p->size = size;
    p->iri = sv_graph_text(s->graph, namespace, &p->iri_size);
    if (p->name && sv_map_set(&s->prefixes, p->name, size, p) == SV_OK) {
      s->recent[recent_slot(name, size)] = NULL;
      sv_graph_prefix(s->graph, name, size, namespace);
      return true;
    }
  }
  return sv_scan_limit(s, "rdf-bytes", N_("the data takes more memory than the limit allows"));
}

static const struct sv_scan_prefix *find_prefix(struct sv_scan *s, const char *name, size_t size)
{
  const size_t slot = recent_slot(name, size);
  const struct sv_scan_prefix *p = s->recent[slot];
  if (p && p->size == size && memcmp(p->name, name, size) == 0)
    return p;
  p = sv_map_get(&s->prefixes, name, size);
  if (p)
    s->recent[slot] = p;
  return p;
}

size_t sv_scan_prefix_name(struct sv_scan *s, bool *colon)
{
  const char *p = s->p;
  size_t n;
  bool base;
  *colon = false;
  if (p < s->end && *p != ':' && !(sv_scan_name_char(p, s->end, &n, &base) && base))
    return 0;
  const char *last = p;
  while (p < s->end) {
    if (is(*p, NAME)) {
      last = ++p;
    } else if (*p == '.') {
      p++;
    } else if ((unsigned char)*p >= 0x80 && sv_scan_name_char(p, s->end, &n, &base)) {
      p += n;
      last = p;
    } else {
      break;
    }
  }
  *colon = p < s->end && *p == ':' && p == last;
  return (size_t)(last - s->p);
}

/* Turtle: PLX, "%41" or "\-" inside a local name. Adds it to s->text. */
static bool add_plx(struct sv_scan *s)
{
  const char *p = s->p;
  if (*p == '%') {
    if (s->end - p < 3 || sv_hex((unsigned char)p[1]) < 0 || sv_hex((unsigned char)p[2]) < 0)
      return sv_scan_fault(s, p, N_("Two hexadecimal digits were expected after \"%\"."));
    (void)sv_buf_add(&s->text, p, 3);
    s->p += 3;
    return true;
  }
  if (s->end - p < 2 || p[1] == '\0' || !strchr("_~.-!$&'()*+,;=/?#@%", p[1]))
    return sv_scan_fault(s, p,
                         N_("Only one of the characters _~.-!$&'()*+,;=/?#@ or a percent sign may "
                            "follow a "
                            "backslash in a name."));
  (void)sv_buf_addc(&s->text, p[1]);
  s->p += 2;
  return true;
}

/* A local name with something else than plain ASCII in it; its first bytes are in FROM..s->p. */
static bool slow_local(struct sv_scan *s, const char *from, struct sv_span *local)
{
  size_t n;
  bool base;
  s->text.size = 0;
  (void)sv_buf_add(&s->text, from, (size_t)(s->p - from));
  const char *last = s->p; /* dots after this are not part of the name */
  size_t last_size = s->text.size;
  while (s->p < s->end) {
    if (*s->p == '%' || *s->p == '\\') {
      if (!add_plx(s))
        return false;
    } else if (*s->p == '.' && s->p > from) {
      (void)sv_buf_addc(&s->text, *s->p++);
      continue;
    } else if (is(*s->p, LOCAL)) {
      if (*s->p == '-' && s->p == from)
        break;
      (void)sv_buf_addc(&s->text, *s->p++);
    } else if ((unsigned char)*s->p >= 0x80 && sv_scan_name_char(s->p, s->end, &n, &base) &&
               (base || s->p > from)) {
      (void)sv_buf_add(&s->text, s->p, n);
      s->p += n;
    } else {
      break;
    }
    last = s->p;
    last_size = s->text.size;
  }
  s->p = last;
  if (s->text.failed != SV_OK)
    return sv_scan_limit(s, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  *local = (struct sv_span){ sv_buf_text(&s->text), last_size };
  return true;
}

static bool local_name(struct sv_scan *s, struct sv_span *local)
{
  const char *const from = s->p;
  if (s->p < s->end && *s->p != '-') {
    while (s->p < s->end && is(*s->p, LOCAL))
      s->p++;
    const unsigned char c = s->p < s->end ? (unsigned char)*s->p : ' ';
    if (c != '.' && c != '%' && c != '\\' && c < 0x80) {
      *local = (struct sv_span){ from, (size_t)(s->p - from) };
      return true;
    }
  }
  return slow_local(s, from, local);
}

sv_term sv_scan_prefixed(struct sv_scan *s)
{
  bool colon;
  const char *const at = s->p;
  const size_t size = sv_scan_prefix_name(s, &colon);
  if (!colon)
    return (sv_term)sv_scan_fault(s, s->p,
                                  N_("An IRI or a prefixed name was expected here, not "
                                     "{found}."));
  const struct sv_scan_prefix *prefix = find_prefix(s, s->p, size);
  struct sv_span local = { 0 };
  s->p += size + 1;
  if (!prefix) {
    (void)sv_scan_fault(s, at,
                        N_("The prefix \"{prefix}\" is not declared; declare it with "
                           "@prefix before it is used."));
    s->fault.arg_name = "prefix";
    (void)snprintf(s->fault.arg, sizeof s->fault.arg, "%.*s:", (int)(size < 80 ? size : 80), at);
    return 0;
  }
  if (!local_name(s, &local))
    return 0;
  const size_t whole = prefix->iri_size + local.size;
  if (whole > s->graph->limits.iri_bytes)
    return (sv_term)sv_scan_limit(s, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  s->whole.size = 0;
  if (sv_buf_reserve(&s->whole, whole) != SV_OK)
    return (sv_term)sv_scan_limit(s, "rdf-bytes", N_("memory ran out"));
  memcpy(s->whole.data, prefix->iri, prefix->iri_size);
  memcpy(s->whole.data + prefix->iri_size, local.data, local.size);
  return sv_graph_iri(s->graph, s->whole.data, whole);
}

sv_term sv_scan_blank(struct sv_scan *s)
{
  const char *const at = s->p;
  size_t n;
  bool base;
  s->p += 2;
  const char *const from = s->p;
  const char *last = from;
  while (s->p < s->end) {
    if (*s->p == '.' && s->p > from) {
      s->p++;
      continue;
    }
    if (!sv_scan_name_char(s->p, s->end, &n, &base))
      break;
    if (s->p == from && !base && *s->p != '_' && !sv_is_digit((unsigned char)*s->p))
      break;
    s->p += n;
    last = s->p;
  }
  s->p = last;
  if (last == from)
    return (sv_term)sv_scan_fault(s, at, N_("A blank node's label was expected after \"_:\"."));
  return sv_graph_blank(s->graph, from, (size_t)(last - from));
}
