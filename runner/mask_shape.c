// SPDX-License-Identifier: Apache-2.0
/* Shapes of tokens, private keys and identity numbers. */
#include "runner/mask_shape.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <stdlib.h>
#include <string.h>

enum {
  OPAQUE_RUN = 24, /* letters and digits in a row: an entity tag, a digest */
  OPAQUE_FAR = 32, /* as far as it is looked for, both ways */
  RUN_MOST = 24,   /* digits: a longer run is no number of ours */
  SEPARATORS = 3,
  KEY_MOST = 32 << 10,    /* bytes of a private key */
  DECODE_MOST = 64 << 10, /* bytes of a token's part that are looked into */
};

/* Names beside which eleven digits are a person's number whatever their control digits. */
static const char *const number_names[] = {
  "fnr",
  "dnr",
  "pid",
  "ssn",
  "fodselsnummer",
  "foedselsnummer",
  "f\303\270dselsnummer",
  "personnummer",
  "personidentifikator",
  "fodselsnr",
  "foedselsnr",
  "dnummer",
  "d-nummer",
  "nationalidentitynumber",
  "norwegianidentificationnumber",
  "personid",
};

static bool is_word(unsigned char c)
{
  return sv_is_alnum(c) || c == '_' || c == '-' || c >= 0x80;
}

/* Whether the text before AT ends with one of the names and what may stand between a name and its
 * value. */
static bool is_named(const struct sv_scan *v, size_t at)
{
  size_t end = at;
  while (end > 0 && at - end < 12 && !is_word((unsigned char)v->data[end - 1]))
    end--;
  size_t start = end;
  while (start > 0 && end - start < 40 && is_word((unsigned char)v->data[start - 1]))
    start--;
  for (size_t i = 0; end < at && i < sizeof number_names / sizeof number_names[0]; i++)
    if (sv_equal_nocase_n(v->data + start, end - start, number_names[i]))
      return true;
  return false;
}

static size_t digits_from(const struct sv_scan *v, size_t at)
{
  size_t n = 0;
  while (n < RUN_MOST && at + n < v->size && sv_is_digit((unsigned char)v->data[at + n]))
    n++;
  return n;
}

/* The digits that belong to an escape which ends right before the number: "%20", "\u0020". */
static size_t escape_digits(const struct sv_scan *v, size_t at, size_t run)
{
  if (at >= 1 && v->data[at - 1] == '%' && run > 2)
    return 2;
  if (at >= 2 && v->data[at - 1] == 'u' && v->data[at - 2] == '\\' && run > 4)
    return 4;
  return 0;
}

/* U+2000 to U+2015, U+202F, U+2060, U+2212: spaces and hyphens of all widths. */
static size_t general_punctuation(const struct sv_scan *v, size_t at)
{
  const unsigned char *p = (const unsigned char *)v->data + at;
  if (v->size - at < 3 || p[0] != 0xe2)
    return 0;
  return (p[1] == 0x80 && (p[2] <= 0x95 || p[2] == 0xaf)) || (p[1] == 0x81 && p[2] == 0xa0) ||
                 (p[1] == 0x88 && p[2] == 0x92)
             ? 3
             : 0;
}

/* The size of one thing that may stand between the parts of a number at AT; 0: nothing that may.
 * "\xa0" alone is the no-break space of ISO 8859-1. */
static size_t one_separator(const struct sv_scan *v, size_t at)
{
  static const struct {
    const char *text;
    size_t size;
  } table[] = { { " ", 1 },        { "-", 1 },      { "+", 1 },  { "%20", 3 }, { "_", 1 },
                { "\xc2\xa0", 2 }, { "&nbsp;", 6 }, { "\t", 1 }, { "\xa0", 1 } };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (table[i].size <= v->size - at && memcmp(v->data + at, table[i].text, table[i].size) == 0)
      return table[i].size;
  return general_punctuation(v, at);
}

/* The same for up to three of them in a row: " - ". */
static size_t separator(const struct sv_scan *v, size_t at)
{
  size_t size = 0;
  for (unsigned i = 0; i < SEPARATORS && at + size < v->size; i++) {
    const size_t one = one_separator(v, at + size);
    if (one == 0)
      break;
    size += one;
  }
  return size;
}

static bool is_hidden(const char *digits)
{
  return memcmp(digits, SV_IDNUMBER_HIDDEN, 11) == 0 ||
         memcmp(digits, SV_IDNUMBER_HIDDEN_SYNTHETIC, 11) == 0;
}

/* Whether a point before AT or at END makes the digits part of a decimal number; in a version or an
 * object identifier there is more than one point. */
static bool is_fraction(const struct sv_scan *v, size_t at, size_t end)
{
  if (at >= 2 && v->data[at - 1] == '.' && sv_is_digit((unsigned char)v->data[at - 2])) {
    size_t whole = at - 2;
    while (whole > 0 && at - whole < RUN_MOST && sv_is_digit((unsigned char)v->data[whole - 1]))
      whole--;
    return whole == 0 ||
           (v->data[whole - 1] != '.' && !sv_is_alnum((unsigned char)v->data[whole - 1]));
  }
  if (end + 1 >= v->size || v->data[end] != '.' || !sv_is_digit((unsigned char)v->data[end + 1]))
    return false;
  const size_t stop = end + 1 + digits_from(v, end + 1);
  return stop + 1 >= v->size || v->data[stop] != '.' ||
         !sv_is_digit((unsigned char)v->data[stop + 1]);
}

/* "ddmmyy.nnnnn" is a number with decimals more often than not: only between quotes. */
static bool is_quoted(const struct sv_scan *v, size_t at, size_t end)
{
  return at > 0 && end < v->size && (v->data[at - 1] == '"' || v->data[at - 1] == '\'') &&
         v->data[end] == v->data[at - 1];
}

/* Six digits, a separator, and five more (or three, a separator and two), or a date in three parts
 * before the five: the digits in OUT, the end in *END. */
static bool parted(const struct sv_scan *v, size_t at, char out[11], size_t *end)
{
  static const size_t parts[][4] = { { 6, 5 }, { 6, 3, 2 }, { 2, 2, 2, 5 } };
  for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++) {
    size_t p = at;
    size_t got = 0;
    for (size_t i = 0; i < 4 && parts[k][i]; i++) {
      const bool point = k != 1 && i > 0 && i + k <= 4 && p < v->size && v->data[p] == '.';
      const size_t gap = i == 0 || p >= v->size ? 0 : point ? 1 : separator(v, p);
      if ((i > 0 && gap == 0) || digits_from(v, p + gap) != parts[k][i])
        break;
      memcpy(out + got, v->data + p + gap, parts[k][i]);
      got += parts[k][i];
      p += gap + parts[k][i];
    }
    *end = p;
    if (got == 11)
      return k == 2 || v->data[at + 6] != '.' || is_quoted(v, at, p);
  }
  return false;
}

/* Whether letters and digits stand so thick around the number that they are an entity tag or a
 * digest, where eleven digits in a row mean nothing. Letters alone are words. */
static bool is_opaque(const struct sv_scan *v, size_t at, size_t end)
{
  const size_t first = at > OPAQUE_FAR ? at - OPAQUE_FAR : 0;
  const size_t last = v->size - end > OPAQUE_FAR ? end + OPAQUE_FAR : v->size;
  bool digits = false;
  while (at > first && sv_is_alnum((unsigned char)v->data[at - 1]))
    digits |= sv_is_digit((unsigned char)v->data[--at]);
  while (end < last && sv_is_alnum((unsigned char)v->data[end]))
    digits |= sv_is_digit((unsigned char)v->data[end++]);
  return digits && end - at >= OPAQUE_RUN;
}

bool sv_shape_number(const struct sv_scan *v, size_t at, struct sv_hit *hit)
{
  char digits[11];
  size_t run = digits_from(v, at);
  const size_t escaped = escape_digits(v, at, run);
  at += escaped;
  run -= escaped;
  size_t end = at + run;
  const bool lost_zero = run == 10 && is_named(v, at);
  digits[0] = '0';
  if (lost_zero) /* it was read as a number somewhere */
    memcpy(digits + 1, v->data + at, 10);
  else if (run == 11 && !is_fraction(v, at, end))
    memcpy(digits, v->data + at, 11);
  else if ((run != 6 && run != 2) || !parted(v, at, digits, &end))
    return false;
  if (is_opaque(v, at, end))
    return false;
  if (is_hidden(digits) || (!sv_idnumber_valid(digits) && (lost_zero || !is_named(v, at))))
    return false;
  *hit = (struct sv_hit){ .at = at,
                          .size = end - at,
                          .kind = SV_HIDDEN_IDENTITY,
                          .numbers = { .all = 1, .synthetic = sv_idnumber_is_synthetic(digits) } };
  return true;
}

struct sv_numbers sv_shape_count_numbers(const char *data, size_t size)
{
  const struct sv_scan v = { .data = data, .size = size };
  struct sv_hit hit;
  struct sv_numbers count = { 0 };
  for (size_t i = 0; i < size; i++)
    if (sv_is_digit((unsigned char)data[i]) &&
        (i == 0 || !sv_is_digit((unsigned char)data[i - 1])) && sv_shape_number(&v, i, &hit)) {
      count.all++;
      count.synthetic += hit.numbers.synthetic;
      i = hit.at + hit.size - 1;
    }
  return count;
}

/* The value of a base64url or base64 digit, or -1. */
static int base64_value(unsigned char c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (sv_is_digit(c))
    return c - '0' + 52;
  return c == '-' || c == '+' ? 62 : c == '_' || c == '/' ? 63 : -1;
}

static struct sv_numbers count_in_base64(const char *text, size_t size)
{
  size = size < DECODE_MOST ? size : DECODE_MOST;
  char *plain = malloc(size + 1);
  if (!plain)
    return (struct sv_numbers){ 0 };
  size_t n = 0;
  uint32_t bits = 0;
  unsigned held = 0;
  for (size_t i = 0; i < size; i++) {
    bits = (bits << 6 | (uint32_t)base64_value((unsigned char)text[i])) & 0xffffffu;
    held += 6;
    if (held >= 8) {
      held -= 8;
      plain[n++] = (char)(unsigned char)(bits >> held & 0xffu);
    }
  }
  const struct sv_numbers count = sv_shape_count_numbers(plain, n);
  explicit_bzero(plain, size);
  free(plain);
  return count;
}

static size_t base64_run(const char *data, size_t size)
{
  size_t n = 0;
  while (n < size && base64_value((unsigned char)data[n]) >= 0 && data[n] != '+' && data[n] != '/')
    n++;
  return n;
}

struct sv_numbers sv_shape_count_coded(const char *token, size_t size)
{
  struct sv_numbers count = { 0 };
  for (size_t i = 0; i < size;) {
    const size_t n = base64_run(token + i, size - i);
    if (n >= 12) {
      const struct sv_numbers part = count_in_base64(token + i, n);
      count.all += part.all;
      count.synthetic += part.synthetic;
    }
    i += n + 1;
  }
  return count;
}

/* Whether a token may begin at AT: nothing of base64url stands before it, but for a percent escape.
 */
static bool is_boundary(const struct sv_scan *v, size_t at)
{
  if (at == 0 || base64_value((unsigned char)v->data[at - 1]) < 0)
    return true;
  if (at >= 3 && v->data[at - 3] == '%' && sv_hex((unsigned char)v->data[at - 1]) >= 0)
    return true;
  return v->data[at - 1] == '/' || v->data[at - 1] == '+' || (at >= 2 && v->data[at - 2] == '\\');
}

size_t sv_shape_token(const struct sv_scan *v, size_t at)
{
  if (v->size - at < 12 || memcmp(v->data + at, "eyJ", 3) != 0 || !is_boundary(v, at))
    return 0;
  const size_t first = base64_run(v->data + at, v->size - at);
  size_t end = at + first;
  unsigned parts = 1;
  while (parts < 5 && end < v->size && v->data[end] == '.') {
    const size_t next = base64_run(v->data + end + 1, v->size - end - 1);
    end += 1 + next;
    parts++;
  }
  if (parts == 2 && end - at - first < 12)
    return 0;
  if (parts == 1)
    return first >= 16 && count_in_base64(v->data + at, first).all ? end : 0;
  while (end < v->size && v->data[end] == '~')
    end += 1 + base64_run(v->data + end + 1, v->size - end - 1);
  return end;
}

/* Base64, the lines before it, and line ends, in escapes too. */
static bool is_key_char(char c)
{
  return sv_is_alnum((unsigned char)c) || sv_is_space((unsigned char)c) ||
         (c && strchr("+/=\\:,-", c));
}

size_t sv_shape_private_key(const struct sv_scan *v, size_t at)
{
  static const char begin[] = "-----BEGIN ";
  const size_t left = v->size - at < KEY_MOST ? v->size - at : KEY_MOST;
  const char *p = v->data + at;
  if (left < sizeof begin - 1 || memcmp(p, begin, sizeof begin - 1) != 0)
    return 0;
  const size_t line = left < 80 ? left : 80;
  const char *head = memmem(p, line, "PRIVATE KEY-----", 16);
  if (!head)
    return 0;
  const char *end = memmem(p + sizeof begin, left - sizeof begin, "-----END ", 9);
  if (!end) { /* cut off: as far as there may be more of it */
    for (end = head + 16; end < p + left && is_key_char(*end); end++)
      continue;
    return (size_t)(end - v->data);
  }
  const char *close = memmem(end + 9, left - (size_t)(end + 9 - p), "-----", 5);
  return close ? (size_t)(close + 5 - v->data) : at + left;
}
