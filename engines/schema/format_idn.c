// SPDX-License-Identifier: Apache-2.0
/* Internationalised host names: IDNA2008 (RFC 5890 to 5893). libidn2's tables say which code points
 * are allowed and hold the contextual rules; hyphens, lengths and the Bidi rule are ours. Bounded
 * memory is taken and freed. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "engines/schema/format.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/utf8.h"

#include <idn2.h>
#include <pcre2.h>
#include <string.h>

#define NAME_MAX_SIZE 253
#define LABEL_MAX 63
#define TEXT_MAX 2048

#define RTL "\\p{bidi_class:R}\\p{bidi_class:AL}"
#define NEUTRAL                                                                                    \
  "\\p{bidi_class:ES}\\p{bidi_class:CS}\\p{bidi_class:ET}\\p{bidi_class:ON}\\p{bidi_class:BN}\\p{" \
  "bidi_class:NSM}"
#define EN "\\p{bidi_class:EN}"
#define AN "\\p{bidi_class:AN}"

/* RFC 5893 2: a label that begins right to left (rules 2 to 4), or left to right (5 and 6). */
static const char bidi_label[] = "\\A(?:(?=[" RTL "])(?!.*" EN ".*" AN "|.*" AN ".*" EN
                                 ")[" RTL AN EN NEUTRAL "]*[" RTL EN AN "]\\p{bidi_class:NSM}*"
                                 "|(?=\\p{bidi_class:L})[\\p{bidi_class:L}" EN NEUTRAL
                                 "]*[\\p{bidi_class:L}" EN "]\\p{bidi_class:NSM}*)\\z";
static const char bidi_name[] = "[" RTL AN "]";

static bool matches(const char *pattern, const char *text, size_t size)
{
  int fault;
  PCRE2_SIZE offset;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                   PCRE2_UTF | PCRE2_DOTALL, &fault, &offset, NULL);
  pcre2_match_data *data = code ? pcre2_match_data_create(1, NULL) : NULL;
  const bool found = data && pcre2_match(code, (PCRE2_SPTR)text, size, 0, 0, data, NULL) >= 0;
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  return found;
}

/* Adds the label as Unicode to OUT. */
static bool add_unicode(const char *text, size_t size, struct sv_buf *out)
{
  if (size < 4 || !sv_equal_nocase_n(text, 4, "xn--"))
    return sv_buf_add(out, text, size) == SV_OK;
  char label[LABEL_MAX + 1];
  char *decoded = NULL;
  if (size > LABEL_MAX)
    return false;
  memcpy(label, text, size);
  label[size] = '\0';
  const bool well =
      idn2_to_unicode_8z8z(label, &decoded, 0) == IDN2_OK && sv_buf_adds(out, decoded) == SV_OK;
  idn2_free(decoded);
  return well;
}

bool sv_format_bidi(const char *text, size_t size)
{
  struct sv_buf name = SV_BUF(TEXT_MAX);
  bool valid = true;
  for (size_t from = 0; from <= size && valid;) {
    const char *dot = memchr(text + from, '.', size - from);
    const size_t end = dot ? (size_t)(dot - text) : size;
    valid =
        add_unicode(text + from, end - from, &name) && (!dot || sv_buf_addc(&name, '.') == SV_OK);
    from = end + 1;
  }
  const char *t = sv_buf_text(&name);
  if (valid && matches(bidi_name, t, name.size)) {
    for (size_t from = 0; from <= name.size && valid;) {
      const char *dot = memchr(t + from, '.', name.size - from);
      const size_t end = dot ? (size_t)(dot - t) : name.size;
      valid = matches(bidi_label, t + from, end - from);
      from = end + 1;
    }
  }
  sv_buf_free(&name);
  return valid;
}

bool sv_format_idn_label(const char *text, size_t size)
{
  char label[LABEL_MAX * 4 + 1];
  if (size == 0 || size >= sizeof label || text[0] == '-' || text[size - 1] == '-' ||
      memchr(text, 0, size))
    return false;
  memcpy(label, text, size);
  label[size] = '\0';
  const bool encoded = size >= 4 && sv_equal_nocase_n(text, 4, "xn--");
  bool ascii = true;
  for (size_t i = 0; i < size; i++) {
    ascii = ascii && (unsigned char)text[i] < 128;
    if ((unsigned char)text[i] < 128 && !sv_is_alnum((unsigned char)text[i]) && text[i] != '-')
      return false;
  }
  if (encoded && (!ascii || size > LABEL_MAX))
    return false;
  if (ascii && !encoded)
    return size <= LABEL_MAX && !(size >= 4 && text[2] == '-' && text[3] == '-');
  for (size_t i = 0; i < size && encoded; i++)
    label[i] = (char)sv_lower((unsigned char)label[i]);
  uint8_t *out = NULL;
  const int status = encoded ? idn2_register_u8(NULL, (const uint8_t *)label, &out, 0)
                             : idn2_register_u8((const uint8_t *)label, NULL, &out, 0);
  const bool valid = status == IDN2_OK && (!out || strlen((const char *)out) <= LABEL_MAX);
  idn2_free(out);
  return valid;
}

bool sv_format_idn_hostname(const char *text, size_t size)
{
  static const uint32_t dots[] = { 0x3002, 0xFF0E, 0xFF61 }; /* RFC 3490 3.1 */
  struct sv_buf name = SV_BUF(TEXT_MAX);
  const char *end = text + size;
  bool valid = size > 0;
  for (const char *p = text; p < end && valid;) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    const bool dot = code == dots[0] || code == dots[1] || code == dots[2];
    valid = n > 0 && (dot ? sv_buf_addc(&name, '.') : sv_buf_add(&name, p, n)) == SV_OK;
    p += n;
  }
  const char *t = sv_buf_text(&name);
  size_t octets = 0;
  for (size_t from = 0; from <= name.size && valid;) {
    const char *dot = memchr(t + from, '.', name.size - from);
    const size_t stop = dot ? (size_t)(dot - t) : name.size;
    valid = sv_format_idn_label(t + from, stop - from);
    octets += stop - from + (dot != NULL);
    from = stop + 1;
  }
  valid = valid && octets <= NAME_MAX_SIZE * 4 && sv_utf8_length(t, name.size) <= NAME_MAX_SIZE &&
          sv_format_bidi(t, name.size);
  sv_buf_free(&name);
  return valid;
}
