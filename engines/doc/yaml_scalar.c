// SPDX-License-Identifier: Apache-2.0
/* Core schema resolution. Numbers that JSON would write otherwise are rewritten into the pool. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/json.h"
#include "engines/doc/yaml.h"

#include <stdio.h>
#include <string.h>

#define CORE "tag:yaml.org,2002:"

static const struct sv_doc_finding foreign_tag = {
  .kind = SV_DOC_FOREIGN_TAG,
  .is_error = true,
  .rule = "yaml-tag",
  .msgid = N_("The tag {tag} is not one of the YAML core schema's, or does not fit its value; it "
              "is "
              "left out. Remove it."),
};

static const struct sv_doc_finding not_finite = {
  .kind = SV_DOC_NOT_JSON,
  .is_error = true,
  .rule = "yaml-number",
  .msgid = N_("{number} has no counterpart in JSON and is read as a text; write null or a number."),
};

static const struct sv_doc_finding half_character = {
  .kind = SV_DOC_LONE_SURROGATE,
  .is_error = true,
  .rule = "lone-surrogate",
  .msgid = N_("An escape in this text is half of a surrogate pair and stands for no character; "
              "write the character itself."),
};

bool sv_yaml_is_core(const char *tag, size_t size, const char *name)
{
  const size_t prefix = sizeof CORE - 1;
  return size == prefix + strlen(name) && memcmp(tag, CORE, prefix) == 0 &&
         memcmp(tag + prefix, name, size - prefix) == 0;
}

bool sv_yaml_tag_told(struct sv_build *b, const char *tag, size_t size, size_t offset)
{
  struct sv_doc_finding f = foreign_tag;
  f.offset = offset;
  sv_finding_place(&f, "tag", tag, size);
  return sv_build_finding(b, &f);
}

/* Where the bytes of S stand unchanged in the source, or SIZE_MAX. */
static size_t in_source(const struct sv_doc *d, const struct sv_yaml_scalar *s)
{
  for (size_t at = s->offset; at <= s->offset + 1; at++)
    if (at <= d->size && s->size <= d->size - at && memcmp(d->source + at, s->text, s->size) == 0)
      return at;
  return SIZE_MAX;
}

/* Copies S to OUT with U+FFFD for what is no character; returns the size and whether all was well.
 */
static size_t copy_text(const struct sv_yaml_scalar *s, char *out, bool *good)
{
  const char *p = s->text;
  const char *const end = p + s->size;
  char *const begin = out;
  while (p < end) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (n) {
      memcpy(out, p, n);
      out += n;
      p += n;
      continue;
    }
    *good = false;
    out += sv_utf8_encode(0xFFFD, out);
    for (p++; p < end && ((unsigned char)*p & 0xC0) == 0x80;)
      p++;
  }
  return (size_t)(out - begin);
}

/* Puts S in the pool as it is; *SIZE becomes what it takes there. */
static bool pool_text(struct sv_build *b, const struct sv_yaml_scalar *s, size_t *size)
{
  if (s->size > UINT32_MAX / 4)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  bool good = true;
  char *out = sv_build_pool(b, s->size * 3 + 1);
  if (!out)
    return false;
  *size = copy_text(s, out, &good);
  if (good)
    return true;
  struct sv_doc_finding f = half_character;
  f.offset = s->offset;
  return sv_build_finding(b, &f);
}

static bool is_ascii(const char *text, size_t size)
{
  unsigned char all = 0;
  for (size_t i = 0; i < size; i++)
    all |= (unsigned char)text[i];
  return all < 0x80;
}

struct sv_tape_node *sv_yaml_text_add(struct sv_build *b, const struct sv_yaml_scalar *s)
{
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return NULL;
  size_t size = s->size;
  const size_t at = in_source(b->doc, s);
  n->offset = (uint32_t)s->offset;
  n->head = SV_DOC_STRING | (is_ascii(s->text, s->size) ? SV_TAPE_ASCII : 0);
  n->lo = (uint32_t)at;
  n->hi = 0;
  if (at == SIZE_MAX) {
    if (!pool_text(b, s, &size))
      return NULL;
    n->head |= SV_TAPE_POOL;
    n->lo = (uint32_t)b->pool_size;
    b->pool_size += size;
  }
  if (size > SV_TAPE_SIZE_MAX) {
    n->head |= SV_TAPE_LONG;
    n->hi = (uint32_t)size;
  } else {
    n->head |= (uint32_t)size << 8;
  }
  return n;
}

static bool add_word(struct sv_build *b, const struct sv_yaml_scalar *s, enum sv_doc_type type)
{
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return false;
  *n = (struct sv_tape_node){ .head = type, .offset = (uint32_t)s->offset };
  return true;
}

static bool is_one_of(const struct sv_yaml_scalar *s, const char *const *words)
{
  for (; *words; words++)
    if (strlen(*words) == s->size && memcmp(*words, s->text, s->size) == 0)
      return true;
  return false;
}

/* Hexadecimal or octal digits as decimal text; 0 when there are none or more than 64 bits of them.
 */
static size_t rewrite_based(const struct sv_yaml_scalar *s, char *out, size_t room)
{
  const unsigned base = s->size > 2 && s->text[0] == '0' && s->text[1] == 'x'   ? 16
                        : s->size > 2 && s->text[0] == '0' && s->text[1] == 'o' ? 8
                                                                                : 0;
  uint64_t value = 0;
  for (size_t i = 2; base && i < s->size; i++) {
    const int digit = sv_hex((unsigned char)s->text[i]);
    if (digit < 0 || (unsigned)digit >= base || value > (UINT64_MAX - (unsigned)digit) / base)
      return 0;
    value = value * base + (unsigned)digit;
  }
  return base ? (size_t)snprintf(out, room, "%llu", (unsigned long long)value) : 0;
}

/* The pieces of a decimal number of the core schema. */
struct pieces {
  bool minus;
  const char *whole, *fraction, *exponent;
  size_t whole_size, fraction_size, exponent_size;
};

static size_t count_digits(const char *p, const char *end)
{
  size_t n = 0;
  while (p + n < end && sv_is_digit(p[n]))
    n++;
  return n;
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static bool take_apart(const struct sv_yaml_scalar *s, struct pieces *n)
{
  const char *p = s->text;
  const char *const end = p + s->size;
  *n = (struct pieces){ .minus = p < end && *p == '-' };
  p += p < end && (*p == '-' || *p == '+');
  n->whole = p;
  n->whole_size = count_digits(p, end);
  p += n->whole_size;
  if (p < end && *p == '.') {
    n->fraction = ++p;
    n->fraction_size = count_digits(p, end);
    p += n->fraction_size;
  }
  if (n->whole_size + n->fraction_size == 0)
    return false;
  if (p < end && sv_lower(*p) == 'e') {
    n->exponent = p++;
    p += p < end && (*p == '-' || *p == '+');
    const size_t digits = count_digits(p, end);
    p += digits;
    n->exponent_size = (size_t)(p - n->exponent);
    if (digits == 0)
      return false;
  }
  for (; n->whole_size > 1 && *n->whole == '0'; n->whole_size--)
    n->whole++;
  return p == end;
}

static size_t put(char *out, size_t at, const char *text, size_t size)
{
  if (size)
    memcpy(out + at, text, size);
  return at + size;
}

/* Writes the number in JSON's grammar; OUT has room for 3 bytes more than the text. */
static size_t rewrite_decimal(const struct pieces *n, char *out)
{
  size_t at = put(out, 0, "-", n->minus);
  at = n->whole_size ? put(out, at, n->whole, n->whole_size) : put(out, at, "0", 1);
  if (n->fraction_size) {
    at = put(out, at, ".", 1);
    at = put(out, at, n->fraction, n->fraction_size);
  }
  return put(out, at, n->exponent, n->exponent_size);
}

/* Adds the number whose JSON text of SIZE bytes stands at the end of the pool. */
static bool add_number(struct sv_build *b, const struct sv_yaml_scalar *s, size_t size)
{
  const struct sv_yaml_scalar text = { .text = b->pool + b->pool_size,
                                       .size = size,
                                       .offset = s->offset };
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return false;
  n->head = SV_DOC_NUMBER | (uint32_t)size << 8;
  n->offset = (uint32_t)s->offset;
  sv_number_fill(n, text.text, size);
  if (!sv_number_check(b, n, text.text, size))
    return false;
  if (size == s->size && in_source(b->doc, &text) == s->offset)
    return true;
  n->head = (n->head & ~(uint32_t)SV_TAPE_INT64) | SV_TAPE_POOL;
  n->lo = (uint32_t)b->pool_size;
  n->hi = 0;
  b->pool_size += size;
  return true;
}

/* Adds S as a number when the core schema has it as one; *DONE tells. */
static bool try_number(struct sv_build *b, const struct sv_yaml_scalar *s, bool *done)
{
  *done = false;
  if (s->size == 0 || !(sv_is_digit(*s->text) || strchr("+-.", *s->text)))
    return true;
  struct pieces n;
  const bool decimal = take_apart(s, &n);
  if (s->size > SV_DOC_NUMBER_MAX)
    return !decimal || sv_build_limit(b, "number-bytes",
                                      N_("The number here has more digits than the limit allows; "
                                         "shorten it."),
                                      s->offset);
  char *out = sv_build_pool(b, s->size + 32);
  if (!out)
    return false;
  const size_t size = decimal ? rewrite_decimal(&n, out) : rewrite_based(s, out, s->size + 32);
  *done = size > 0;
  return size == 0 || add_number(b, s, size);
}

static const char *const nulls[] = { "null", "Null", "NULL", "~", "", NULL };
static const char *const trues[] = { "true", "True", "TRUE", NULL };
static const char *const falses[] = { "false", "False", "FALSE", NULL };
static const char *const odd_numbers[] = { ".inf",  ".Inf",  ".INF",  "+.inf", "+.Inf",
                                           "+.INF", "-.inf", "-.Inf", "-.INF", ".nan",
                                           ".NaN",  ".NAN",  NULL };

static bool add_plain(struct sv_build *b, const struct sv_yaml_scalar *s)
{
  bool done;
  if (is_one_of(s, nulls))
    return add_word(b, s, SV_DOC_NULL);
  if (is_one_of(s, trues))
    return add_word(b, s, SV_DOC_TRUE);
  if (is_one_of(s, falses))
    return add_word(b, s, SV_DOC_FALSE);
  if (!try_number(b, s, &done))
    return false;
  if (done)
    return true;
  if (is_one_of(s, odd_numbers)) {
    struct sv_doc_finding f = not_finite;
    f.offset = s->offset;
    sv_finding_place(&f, "number", s->text, s->size);
    if (!sv_build_finding(b, &f))
      return false;
  }
  return sv_yaml_text_add(b, s) != NULL;
}

/* Whether the value just added has the type that the core tag of S asks for. */
static bool fits(const struct sv_build *b, const struct sv_yaml_scalar *s)
{
  const struct sv_tape_node *n = &b->doc->tape[b->doc->count - 1];
  switch (sv_tape_type(n)) {
  case SV_DOC_NULL:
    return sv_yaml_is_core(s->tag, s->tag_size, "null");
  case SV_DOC_FALSE:
  case SV_DOC_TRUE:
    return sv_yaml_is_core(s->tag, s->tag_size, "bool");
  case SV_DOC_NUMBER:
    return sv_yaml_is_core(s->tag, s->tag_size, "float") ||
           (sv_yaml_is_core(s->tag, s->tag_size, "int") && n->head & SV_TAPE_INTEGER);
  default:
    return sv_yaml_is_core(s->tag, s->tag_size, "float") && is_one_of(s, odd_numbers);
  }
}

bool sv_yaml_scalar_add(struct sv_build *b, const struct sv_yaml_scalar *s)
{
  if (!s->tag)
    return s->plain ? add_plain(b, s) : sv_yaml_text_add(b, s) != NULL;
  const bool text = sv_yaml_is_core(s->tag, s->tag_size, "str") ||
                    (s->tag_size == 1 && *s->tag == '!'); /* the non-specific tag */
  if (text)
    return sv_yaml_text_add(b, s) != NULL;
  if (memcmp(CORE, s->tag, s->tag_size < sizeof CORE - 1 ? s->tag_size : sizeof CORE - 1) != 0 &&
      !s->plain)
    return sv_yaml_text_add(b, s) && sv_yaml_tag_told(b, s->tag, s->tag_size, s->offset);
  return add_plain(b, s) && (fits(b, s) || sv_yaml_tag_told(b, s->tag, s->tag_size, s->offset));
}
