// SPDX-License-Identifier: Apache-2.0
/* Signature-Input and Signature; the numbers in comments are sections of RFC 9421. */
#include "engines/http/message_signature.h"

#include "engines/http/sf_write.h"

#include <string.h>

static bool is_same(struct sv_span a, struct sv_span b)
{
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* The string without its escapes in OUT. */
static enum sv_status unescape(struct sv_span text, char *out, size_t room)
{
  size_t n = 0;
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '\\')
      i++;
    if (n + 1 >= room)
      return SV_LIMIT;
    out[n++] = text.data[i];
  }
  out[n] = '\0';
  return SV_OK;
}

/* A moment in parameter NAME (2.3): an integer. */
static enum sv_status take_moment(const struct sv_sf_item *params, const char *name, bool *has,
                                  int64_t *out)
{
  const struct sv_sf_bare *b = sv_sf_param_find(params, name);
  *has = b != NULL;
  *out = b ? b->number : 0;
  return b && b->type != SV_SF_INTEGER ? SV_INVALID : SV_OK;
}

static enum sv_status take_text(const struct sv_sf_item *params, const char *name, bool *has,
                                struct sv_span *out)
{
  const struct sv_sf_bare *b = sv_sf_param_find(params, name);
  *has = b != NULL;
  *out = b ? b->text : (struct sv_span){ .data = "" };
  return b && b->type != SV_SF_STRING ? SV_INVALID : SV_OK;
}

static enum sv_status take_params(struct sv_message_signature *s)
{
  struct sv_span text;
  bool unused = false;
  SV_TRY(take_moment(&s->params, "created", &s->has_created, &s->created));
  SV_TRY(take_moment(&s->params, "expires", &s->has_expires, &s->expires));
  SV_TRY(take_text(&s->params, "nonce", &unused, &text));
  SV_TRY(take_text(&s->params, "tag", &unused, &text));
  SV_TRY(take_text(&s->params, "alg", &s->has_alg, &text));
  SV_TRY(unescape(text, s->alg, sizeof s->alg));
  SV_TRY(take_text(&s->params, "keyid", &s->has_keyid, &text));
  return unescape(text, s->keyid, sizeof s->keyid);
}

static enum sv_status fail(struct sv_message_signatures *out, enum sv_signatures_fault fault,
                           struct sv_span label)
{
  out->fault = fault;
  out->label = label;
  return SV_INVALID;
}

static struct sv_message_signature *find(struct sv_message_signatures *l, struct sv_span label)
{
  for (size_t i = 0; i < l->count; i++)
    if (is_same(l->list[i].label, label))
      return &l->list[i];
  return NULL;
}

static bool is_list_of_strings(const struct sv_sf_member *m)
{
  for (size_t i = 0; i < m->inner_count; i++)
    if (m->inner[i].type != SV_SF_STRING)
      return false;
  return m->is_inner;
}

/* 4.1 */
static enum sv_status read_input(struct sv_span input, struct sv_message_signatures *out)
{
  struct sv_scan scan = sv_scan_of(input.data, input.size);
  struct sv_sf_member m;
  enum sv_status status;
  bool first = true;
  while ((status = sv_sf_dictionary_next(&scan, &first, &m)) == SV_OK) {
    if (!is_list_of_strings(&m))
      return fail(out, SV_SIGNATURES_INPUT, m.key);
    struct sv_message_signature *s = find(out, m.key);
    if (!s && out->count == SV_SIGNATURES_MAX)
      return SV_LIMIT;
    if (!s)
      s = &out->list[out->count++];
    *s = (struct sv_message_signature){ .label = m.key,
                                        .components = m.inner_text,
                                        .params = m.item };
    status = take_params(s);
    if (status == SV_INVALID)
      return fail(out, SV_SIGNATURES_PARAMETER, m.key);
    SV_TRY(status);
  }
  return status == SV_INVALID     ? fail(out, SV_SIGNATURES_INPUT, (struct sv_span){ .data = "" })
         : status == SV_NOT_FOUND ? SV_OK
                                  : status;
}

/* 4.2 */
static enum sv_status read_values(struct sv_span value, struct sv_message_signatures *out)
{
  struct sv_scan scan = sv_scan_of(value.data, value.size);
  struct sv_sf_member m;
  enum sv_status status;
  bool first = true;
  while ((status = sv_sf_dictionary_next(&scan, &first, &m)) == SV_OK) {
    if (m.is_inner || m.item.bare.type != SV_SF_BYTES)
      return fail(out, SV_SIGNATURES_VALUE, m.key);
    struct sv_message_signature *s = find(out, m.key);
    if (!s)
      return fail(out, SV_SIGNATURES_LABEL, m.key);
    s->value = m.item.bare.text;
  }
  return status == SV_INVALID     ? fail(out, SV_SIGNATURES_VALUE, (struct sv_span){ .data = "" })
         : status == SV_NOT_FOUND ? SV_OK
                                  : status;
}

enum sv_status sv_message_signatures_read(struct sv_span input, struct sv_span value,
                                          struct sv_message_signatures *out)
{
  out->count = 0;
  out->fault = SV_SIGNATURES_WHOLE;
  out->label = (struct sv_span){ .data = "" };
  SV_TRY(read_input(input, out));
  SV_TRY(read_values(value, out));
  for (size_t i = 0; i < out->count; i++)
    if (!out->list[i].value.data)
      return fail(out, SV_SIGNATURES_LABEL, out->list[i].label);
  return out->count > 0 ? SV_OK : fail(out, SV_SIGNATURES_NONE, out->label);
}

bool sv_signature_covers(const struct sv_message_signature *s, const char *name)
{
  struct sv_scan scan = sv_scan_of(s->components.data, s->components.size);
  struct sv_sf_item i;
  while (sv_sf_inner_next(&scan, &i) == SV_OK)
    if (i.bare.text.size == strlen(name) && memcmp(i.bare.text.data, name, i.bare.text.size) == 0 &&
        !sv_sf_param_find(&i, "req") && !sv_sf_param_find(&i, "tr") && !sv_sf_param_find(&i, "key"))
      return true;
  return false;
}
