// SPDX-License-Identifier: Apache-2.0
/* The detectors: numbers, tokens, keys, named values. One pass over the bytes; each detector looks
 * a bounded way back and only as far ahead as what it hides. */
#include "runner/mask_scan.h"

#include "runner/mask_coded.h"
#include "runner/mask_shape.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <string.h>

enum {
  NAME_MAX_SIZE = 40,
  VALUE_MOST = 4096, /* bytes of an attribute's value or of a CDATA section */
  USER_MOST = 256,   /* bytes of a name and a password in an address */
  TAIL_MIN = 8,      /* bytes of a known secret at the end of what was cut off */
};

/* Parameters and members whose value is secret wherever they stand. */
static const char *const secret_names[] = {
  "access_token",
  "refresh_token",
  "id_token",
  "token",
  "client_secret",
  "client_assertion",
  "assertion",
  "password",
  "passwd",
  "passord",
  "secret",
  "api_key",
  "apikey",
  "api-key",
  "x-api-key",
  "subscription-key",
  "session_token",
  "sessionid",
  "jsessionid",
  "phpsessid",
  "samlresponse",
  "x-amz-signature",
  "x-amz-security-token",
  "logout_token",
  "id_token_hint",
  "client_assertion_jwt",
  "ocp-apim-subscription-key",
  "private_key",
  "code_verifier",
};

/* Members of a private JWK (RFC 7518 6.2.2, 6.3.2, 6.4.1); only beside a "kty". */
static const char *const key_names[] = { "d", "p", "q", "dp", "dq", "qi", "k" };

static bool is_listed(const char *name, size_t size, const char *const *list, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (sv_equal_nocase_n(name, size, list[i]))
      return true;
  return false;
}

static bool asked(struct sv_scan *v, int *known, const char *what)
{
  if (*known == 0)
    *known = memmem(v->data, v->size, what, strlen(what)) ? 1 : -1;
  return *known > 0;
}

static bool is_secret_name(struct sv_scan *v, const char *name, size_t size)
{
  if (size == 0)
    return false;
  if (size <= 2)
    return is_listed(name, size, key_names, sizeof key_names / sizeof key_names[0]) &&
           asked(v, &v->has_key_type, "\"kty\"");
  if (sv_equal_nocase_n(
          name, size, "code")) /* RFC 6749 4.1.2: beside a state; else it is anybody's parameter */
    return asked(v, &v->has_state, "state=");
  return is_listed(name, size, secret_names, sizeof secret_names / sizeof secret_names[0]);
}

static bool is_name_char(char c)
{
  return sv_is_alnum((unsigned char)c) || c == '_' || c == '-';
}

/* The name that ends before END: its start, at most NAME_MAX_SIZE back. */
static size_t name_start(struct sv_scan *v, size_t end)
{
  size_t start = end;
  while (start > 0 && end - start < NAME_MAX_SIZE && is_name_char(v->data[start - 1]))
    start--;
  return start;
}

/* Makes [AT, END) the hit unless it is empty or hidden already. */
static bool hide(struct sv_scan *v, size_t at, size_t end, enum sv_hidden kind, struct sv_hit *hit)
{
  if (end <= at || (end - at >= 8 && memcmp(v->data + at, "*hidden:", 8) == 0))
    return false;
  *hit = (struct sv_hit){ .at = at, .size = end - at, .kind = kind };
  hit->numbers = sv_shape_count_numbers(v->data + at, end - at);
  return true;
}

/* "name" : "value", also with the quotes of a JSON text inside a JSON string. */
static bool json_member(struct sv_scan *v, size_t colon, struct sv_hit *hit)
{
  size_t end = colon;
  while (end > 0 && colon - end < 8 && sv_is_space((unsigned char)v->data[end - 1]))
    end--;
  if (end == 0 || v->data[end - 1] != '"')
    return false;
  end--;
  const bool escaped = end > 0 && v->data[end - 1] == '\\';
  end -= escaped;
  const size_t start = name_start(v, end);
  if (start == 0 || v->data[start - 1] != '"' || !is_secret_name(v, v->data + start, end - start))
    return false;
  size_t at = colon + 1;
  while (at < v->size && sv_is_space((unsigned char)v->data[at]))
    at++;
  at += escaped && at < v->size && v->data[at] == '\\';
  if (at >= v->size || v->data[at] != '"')
    return false;
  size_t stop = ++at;
  while (stop < v->size && v->data[stop] != '"')
    stop += v->data[stop] == '\\' && !escaped ? 2 : 1;
  if (stop > v->size)
    stop = v->size;
  if (escaped && stop > at && v->data[stop - 1] == '\\')
    stop--;
  return hide(v, at, stop, SV_HIDDEN_SECRET, hit);
}

/* name=value of queries, forms, cookies and attributes. */
static bool parameter(struct sv_scan *v, size_t equals, struct sv_hit *hit)
{
  const size_t start = name_start(v, equals);
  if (!is_secret_name(v, v->data + start, equals - start))
    return false;
  size_t at = equals + 1;
  const bool quoted = at < v->size && (v->data[at] == '"' || v->data[at] == '\'');
  const size_t left = quoted ? v->size - at - 1 : 0;
  const char *close =
      quoted ? memchr(v->data + at + 1, v->data[at], left < VALUE_MOST ? left : VALUE_MOST) : NULL;
  at += quoted;
  size_t stop = close ? (size_t)(close - v->data) : at;
  while (!close && stop < v->size && !strchr("&;#\"'<>,)\\ \t\r\n", v->data[stop]))
    stop++;
  return hide(v, at, stop, SV_HIDDEN_SECRET, hit);
}

/* Where the value of the element ends whose name is NAME and whose start-tag ends before AT; AT
 * when its end-tag does not follow: "<token>" in a sentence is no element. */
static size_t element_end(const struct sv_scan *v, const char *name, size_t size, size_t at)
{
  static const char open[] = "<![CDATA[";
  const char *end = v->data + v->size;
  const char *stop = v->data + at;
  while (stop < end && *stop != '<')
    stop++;
  if ((size_t)(end - stop) > sizeof open && memcmp(stop, open, sizeof open - 1) == 0) {
    const size_t most = (size_t)(end - stop) < VALUE_MOST ? (size_t)(end - stop) : VALUE_MOST;
    stop = memmem(stop, most, "]]>", 3);
    stop = stop ? memchr(stop, '<', (size_t)(end - stop)) : NULL;
  }
  const bool closed = stop && (size_t)(end - stop) > size + 2 && stop[1] == '/' &&
                      memcmp(stop + 2, name, size) == 0 && !is_name_char(stop[2 + size]);
  return closed ? (size_t)(stop - v->data) : at;
}

/* <name>value</name>, whatever the prefix of the name and its attributes. */
static bool element(struct sv_scan *v, size_t close, struct sv_hit *hit)
{
  size_t open = close;
  while (open > 0 && close - open < 256 && v->data[open - 1] != '<' && v->data[open - 1] != '>')
    open--;
  if (open == 0 || v->data[open - 1] != '<')
    return false;
  size_t end = open;
  while (end < close && (is_name_char(v->data[end]) || v->data[end] == ':'))
    end++;
  const size_t start = name_start(v, end);
  if (end - start < 3 || !is_secret_name(v, v->data + start, end - start))
    return false;
  return hide(v, close + 1, element_end(v, v->data + open, end - open, close + 1), SV_HIDDEN_SECRET,
              hit);
}

/* "scheme://name:password@host" (RFC 3986 3.2.1): the password. */
static bool password(struct sv_scan *v, size_t colon, struct sv_hit *hit)
{
  if (v->size - colon < 3 || memcmp(v->data + colon, "://", 3) != 0)
    return false;
  const size_t most = v->size - colon < USER_MOST ? v->size : colon + USER_MOST;
  size_t between = 0;
  size_t at = colon + 3;
  for (; at < most && (unsigned char)v->data[at] > ' ' && !strchr("@/?#\"'<>\\", v->data[at]); at++)
    if (v->data[at] == ':' && between == 0)
      between = at + 1;
  return between > 0 && at < most && v->data[at] == '@' &&
         hide(v, between, at, SV_HIDDEN_SECRET, hit);
}

static bool known_secret(const struct sv_patterns *p, struct sv_scan *v, size_t at,
                         struct sv_hit *hit)
{
  for (size_t i = 0; i < p->count; i++) {
    const struct sv_pattern *item = &p->items[i];
    const size_t size = item->size <= v->size - at ? item->size : v->size - at;
    if ((size == item->size || size >= TAIL_MIN) && memcmp(v->data + at, item->data, size) == 0)
      return hide(v, at, at + size, SV_HIDDEN_SECRET, hit);
  }
  return false;
}

static bool token(struct sv_scan *v, size_t at, struct sv_hit *hit)
{
  const size_t end = sv_shape_token(v, at);
  if (!end || !hide(v, at, end, SV_HIDDEN_TOKEN, hit))
    return false;
  const struct sv_numbers coded = sv_shape_count_coded(v->data + at, end - at);
  hit->numbers.all += coded.all;
  hit->numbers.synthetic += coded.synthetic;
  return true;
}

static bool detect(struct sv_scan *v, size_t i, struct sv_hit *hit)
{
  switch (v->data[i]) {
  case 'e':
    return token(v, i, hit);
  case '-':
    return hide(v, i, sv_shape_private_key(v, i), SV_HIDDEN_KEY, hit);
  case ':':
    return password(v, i, hit) || json_member(v, i, hit);
  case '=':
    return parameter(v, i, hit);
  case '>':
    return element(v, i, hit);
  case 'M':
  case 'N':
  case 'O':
    return sv_coded_number(v, i, hit);
  default:
    return i == 0 || !sv_is_digit((unsigned char)v->data[i - 1]) ? sv_shape_number(v, i, hit)
                                                                 : false;
  }
}

bool sv_mask_next(struct sv_scan *v, size_t from, struct sv_hit *hit)
{
  static const bool interesting[256] = {
    ['e'] = true, ['-'] = true, [':'] = true, ['='] = true, ['>'] = true, ['M'] = true,
    ['N'] = true, ['O'] = true, ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true,
    ['4'] = true, ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true
  };
  for (size_t i = from; i < v->size; i++) {
    const unsigned char c = (unsigned char)v->data[i];
    if (v->patterns && v->patterns->first[c] && known_secret(v->patterns, v, i, hit))
      return true;
    if (interesting[c] && detect(v, i, hit) && hit->at >= from)
      return true;
  }
  return false;
}

void sv_mask_write(const char *data, const struct sv_hit *hit, struct sv_buf *out)
{
  static const char *const words[] = {
    [SV_HIDDEN_SECRET] = "*hidden:secret*",
    [SV_HIDDEN_TOKEN] = "*hidden:token*",
    [SV_HIDDEN_KEY] = "*hidden:key*",
  };
  if (hit->kind == SV_HIDDEN_CODED) {
    sv_coded_write(data, hit, out);
    return;
  }
  if (hit->kind != SV_HIDDEN_IDENTITY) {
    sv_buf_adds(out, words[hit->kind]);
    return;
  }
  for (size_t i = hit->at; i < hit->at + hit->size; i++) {
    if (data[i] == '%' &&
        i + 2 < hit->at + hit->size) { /* "%20" between the parts keeps its digits */
      sv_buf_add(out, data + i, 3);
      i += 2;
      continue;
    }
    sv_buf_addc(out, sv_is_digit((unsigned char)data[i]) ? sv_mask_digit(hit) : data[i]);
  }
}

void sv_mask_count(struct sv_masked *count, const struct sv_hit *hit)
{
  if (!count)
    return;
  count->values++;
  count->identity_numbers += hit->numbers.all;
  count->synthetic_numbers += hit->numbers.synthetic;
}

char sv_mask_digit(const struct sv_hit *hit)
{
  return hit->numbers.synthetic ? SV_IDNUMBER_HIDDEN_SYNTHETIC[0] : SV_IDNUMBER_HIDDEN[0];
}
