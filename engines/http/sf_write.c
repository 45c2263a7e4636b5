// SPDX-License-Identifier: Apache-2.0
/* Serializing; the numbers in comments are sections of RFC 9651. */
#include "engines/http/sf_write.h"

#include <inttypes.h>
#include <string.h>

enum { MEMBERS_MOST = 256 };

static bool is_same(struct sv_span a, struct sv_span b)
{
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* 4.1.5: up to three decimals, at least one. */
static void write_decimal(int64_t thousandths, struct sv_buf *out)
{
  const uint64_t size = thousandths < 0 ? -(uint64_t)thousandths : (uint64_t)thousandths;
  unsigned rest = (unsigned)(size % 1000);
  int digits = 3;
  for (; digits > 1 && rest % 10 == 0; digits--)
    rest /= 10;
  sv_buf_addf(out, "%s%" PRIu64 ".%0*u", thousandths < 0 ? "-" : "", size / 1000, digits, rest);
}

/* 4.1.8: with its padding, whatever was left out when it came. */
static void write_bytes(struct sv_span text, struct sv_buf *out)
{
  size_t size = text.size;
  while (size > 0 && text.data[size - 1] == '=')
    size--;
  sv_buf_addc(out, ':');
  sv_buf_add(out, text.data, size);
  for (size_t i = size % 4; i > 1 && i < 4; i++)
    sv_buf_addc(out, '=');
  sv_buf_addc(out, ':');
}

enum sv_status sv_sf_bare_write(const struct sv_sf_bare *b, struct sv_buf *out)
{
  switch (b->type) {
  case SV_SF_INTEGER:
  case SV_SF_DATE:
    sv_buf_addf(out, "%s%" PRId64, b->type == SV_SF_DATE ? "@" : "", b->number);
    break;
  case SV_SF_DECIMAL:
    write_decimal(b->number, out);
    break;
  case SV_SF_BOOLEAN:
    sv_buf_adds(out, b->number ? "?1" : "?0");
    break;
  case SV_SF_BYTES:
    write_bytes(b->text, out);
    break;
  case SV_SF_TOKEN:
    sv_buf_add(out, b->text.data, b->text.size);
    break;
  case SV_SF_STRING:
  case SV_SF_DISPLAY:
    sv_buf_adds(out, b->type == SV_SF_STRING ? "\"" : "%\"");
    sv_buf_add(out, b->text.data, b->text.size);
    sv_buf_addc(out, '"');
    break;
  }
  return out->failed;
}

/* Whether a parameter before the N-th has its key. */
static bool came_before(const struct sv_sf_item *i, size_t n)
{
  for (size_t k = 0; k < n; k++)
    if (is_same(i->params[k].key, i->params[n].key))
      return true;
  return false;
}

/* 4.1.1.2 */
enum sv_status sv_sf_params_write(const struct sv_sf_item *i, struct sv_buf *out)
{
  for (size_t n = 0; n < i->param_count; n++) {
    const struct sv_sf_bare *value = &i->params[n].value;
    if (came_before(i, n))
      continue;
    for (size_t k = n + 1; k < i->param_count; k++)
      if (is_same(i->params[k].key, i->params[n].key))
        value = &i->params[k].value;
    sv_buf_addc(out, ';');
    sv_buf_add(out, i->params[n].key.data, i->params[n].key.size);
    if (value->type == SV_SF_BOOLEAN && value->number)
      continue;
    sv_buf_addc(out, '=');
    sv_sf_bare_write(value, out);
  }
  return out->failed;
}

enum sv_status sv_sf_item_write(const struct sv_sf_item *i, struct sv_buf *out)
{
  sv_sf_bare_write(&i->bare, out);
  return sv_sf_params_write(i, out);
}

/* 4.1.1.1 */
enum sv_status sv_sf_inner_write(struct sv_span inner, const struct sv_sf_item *list,
                                 struct sv_buf *out)
{
  struct sv_scan s = sv_scan_of(inner.data, inner.size);
  struct sv_sf_item one;
  enum sv_status status;
  bool first = true;
  sv_buf_addc(out, '(');
  while ((status = sv_sf_inner_next(&s, &one)) == SV_OK) {
    if (!first)
      sv_buf_addc(out, ' ');
    first = false;
    sv_sf_item_write(&one, out);
  }
  if (status != SV_NOT_FOUND)
    return status;
  sv_buf_addc(out, ')');
  return sv_sf_params_write(list, out);
}

enum sv_status sv_sf_member_write(const struct sv_sf_member *m, struct sv_buf *out)
{
  return m->is_inner ? sv_sf_inner_write(m->inner_text, &m->item, out)
                     : sv_sf_item_write(&m->item, out);
}

enum sv_status sv_sf_dictionary_find(struct sv_span text, struct sv_span key,
                                     struct sv_sf_member *out)
{
  struct sv_scan s = sv_scan_of(text.data, text.size);
  struct sv_sf_member m;
  enum sv_status status;
  bool first = true;
  bool found = false;
  while ((status = sv_sf_dictionary_next(&s, &first, &m)) == SV_OK)
    if (is_same(m.key, key)) {
      *out = m;
      found = true;
    }
  return status == SV_NOT_FOUND && found ? SV_OK : status;
}

/* Whether KEY stands in TEXT before AT, which is within it. */
static bool stands_before(struct sv_span text, const char *at, struct sv_span key)
{
  struct sv_scan s = sv_scan_of(text.data, text.size);
  struct sv_sf_member m;
  bool first = true;
  while (sv_sf_dictionary_next(&s, &first, &m) == SV_OK && m.key.data < at)
    if (is_same(m.key, key))
      return true;
  return false;
}

static void write_dictionary_member(struct sv_span text, const struct sv_sf_member *m,
                                    struct sv_buf *out)
{
  struct sv_sf_member last;
  sv_buf_add(out, m->key.data, m->key.size);
  if (sv_sf_dictionary_find(text, m->key, &last) != SV_OK)
    last = *m;
  if (!last.is_inner && last.item.bare.type == SV_SF_BOOLEAN && last.item.bare.number) {
    sv_sf_params_write(&last.item, out);
    return;
  }
  sv_buf_addc(out, '=');
  sv_sf_member_write(&last, out);
}

enum sv_status sv_sf_field_write(enum sv_sf_form form, struct sv_span text, struct sv_buf *out)
{
  struct sv_scan s = sv_scan_of(text.data, text.size);
  struct sv_sf_member m;
  enum sv_status status;
  bool first = true;
  bool is_begun = false;
  size_t count = 0;
  if (form == SV_SF_ITEM_FIELD) {
    struct sv_sf_item i;
    SV_TRY(sv_sf_item_parse(text.data, text.size, &i));
    return sv_sf_item_write(&i, out);
  }
  const bool keyed = form == SV_SF_DICTIONARY_FIELD;
  while ((status = keyed ? sv_sf_dictionary_next(&s, &first, &m)
                         : sv_sf_list_next(&s, &first, &m)) == SV_OK) {
    if (++count > MEMBERS_MOST)
      return SV_LIMIT;
    if (keyed && stands_before(text, m.key.data, m.key))
      continue;
    if (is_begun)
      sv_buf_adds(out, ", ");
    is_begun = true;
    if (keyed)
      write_dictionary_member(text, &m, out);
    else
      sv_sf_member_write(&m, out);
  }
  return status == SV_NOT_FOUND ? out->failed : status;
}
