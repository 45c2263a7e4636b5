// SPDX-License-Identifier: Apache-2.0
/* The signature base, line by line; the numbers in comments are sections of RFC 9421. */
#include "engines/base/ascii.h"
#include "engines/http/message_signature.h"
#include "engines/http/sf_write.h"
#include "engines/http/signed_parts.h"
#include "engines/jose/base64url.h"

#include <stdio.h>
#include <string.h>

enum { FIELD_MOST = 64 << 10 };

/* A covered component: its name and parameters (2.1, 2.4). */
struct component {
  struct sv_sf_item item;
  struct sv_span name;
  bool sf, bs, tr, req;
  struct sv_span key;         /* of a dictionary; data NULL: none */
  struct sv_span query_param; /* likewise */
};

/* The structured fields (RFC 9651 and the registry it names) whose form is known here, for "sf". */
static const struct {
  const char *name;
  enum sv_sf_form form;
} structured[] = {
  { "accept-signature", SV_SF_DICTIONARY_FIELD },
  { "cache-status", SV_SF_LIST_FIELD },
  { "cdn-cache-control", SV_SF_DICTIONARY_FIELD },
  { "client-cert", SV_SF_ITEM_FIELD },
  { "client-cert-chain", SV_SF_LIST_FIELD },
  { "content-digest", SV_SF_DICTIONARY_FIELD },
  { "cross-origin-embedder-policy", SV_SF_ITEM_FIELD },
  { "cross-origin-opener-policy", SV_SF_ITEM_FIELD },
  { "deprecation", SV_SF_ITEM_FIELD },
  { "origin-agent-cluster", SV_SF_ITEM_FIELD },
  { "priority", SV_SF_DICTIONARY_FIELD },
  { "proxy-status", SV_SF_LIST_FIELD },
  { "repr-digest", SV_SF_DICTIONARY_FIELD },
  { "signature", SV_SF_DICTIONARY_FIELD },
  { "signature-input", SV_SF_DICTIONARY_FIELD },
  { "want-content-digest", SV_SF_DICTIONARY_FIELD },
  { "want-repr-digest", SV_SF_DICTIONARY_FIELD },
};

static bool is_named(struct sv_span s, const char *name)
{
  return s.size == strlen(name) && memcmp(s.data, name, s.size) == 0;
}

static bool is_same(struct sv_span a, struct sv_span b)
{
  return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Whether every parameter of A is one of B, with the value that counts. */
static bool has_all(const struct sv_sf_item *a, const struct sv_sf_item *b)
{
  for (size_t i = 0; i < a->param_count; i++) {
    bool found = false;
    for (size_t k = 0; !found && k < b->param_count; k++)
      found = is_same(a->params[i].key, b->params[k].key) &&
              a->params[i].value.type == b->params[k].value.type &&
              a->params[i].value.number == b->params[k].value.number &&
              is_same(a->params[i].value.text, b->params[k].value.text);
    if (!found)
      return false;
  }
  return true;
}

/* Whether the component is covered before the N-th too, in whatever order its parameters stand. */
static bool is_twice(struct sv_span components, size_t n, const struct sv_sf_item *item)
{
  struct sv_scan scan = sv_scan_of(components.data, components.size);
  struct sv_sf_item other;
  for (size_t i = 0; i < n && sv_sf_inner_next(&scan, &other) == SV_OK; i++)
    if (is_same(other.bare.text, item->bare.text) && has_all(&other, item) && has_all(item, &other))
      return true;
  return false;
}

static enum sv_base_fault take_param(const struct sv_sf_param *p, struct component *c)
{
  const struct {
    const char *name;
    bool *flag;
    struct sv_span *text;
  } known[] = {
    { "sf", &c->sf, NULL },   { "bs", &c->bs, NULL },   { "tr", &c->tr, NULL },
    { "req", &c->req, NULL }, { "key", NULL, &c->key }, { "name", NULL, &c->query_param },
  };
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (!is_named(p->key, known[i].name))
      continue;
    if (known[i].flag && p->value.type == SV_SF_BOOLEAN && p->value.number)
      *known[i].flag = true;
    else if (known[i].text && p->value.type == SV_SF_STRING)
      *known[i].text = p->value.text;
    else
      return SV_BASE_PARAMETER;
    return SV_BASE_WHOLE;
  }
  return SV_BASE_PARAMETER;
}

/* 2.1, 2.2: the name of a field is lower-case. */
static bool is_field_name(struct sv_span name)
{
  for (size_t i = 0; i < name.size; i++)
    if (!sv_is_tchar(name.data[i]) || name.data[i] != (char)sv_lower(name.data[i]))
      return false;
  return name.size > 0;
}

static enum sv_base_fault take_component(const struct sv_sf_item *item, struct component *c)
{
  *c = (struct component){ .item = *item, .name = item->bare.text };
  if (item->bare.type != SV_SF_STRING)
    return SV_BASE_UNKNOWN;
  for (size_t i = 0; i < item->param_count; i++) {
    const enum sv_base_fault f = take_param(&item->params[i], c);
    if (f)
      return f;
  }
  const bool is_derived = c->name.size > 0 && c->name.data[0] == '@';
  if (!is_derived && !is_field_name(c->name))
    return SV_BASE_UNKNOWN;
  if (is_derived)
    return c->sf || c->bs || c->tr || c->key.data ||
                   (c->query_param.data != NULL) != is_named(c->name, "@query-param")
               ? SV_BASE_PARAMETER
               : SV_BASE_WHOLE;
  return c->query_param.data || (c->bs && (c->sf || c->key.data)) ? SV_BASE_PARAMETER
                                                                  : SV_BASE_WHOLE;
}

/* 2.2 */
static enum sv_base_fault add_derived(const struct component *c, const struct sv_signed_message *m,
                                      struct sv_buf *out)
{
  const bool is_request = m->status == 0;
  const struct sv_request_parts request = { m->method, m->url };
  if (is_named(c->name, "@signature-params"))
    return SV_BASE_MISPLACED;
  if (is_named(c->name, "@status")) {
    if (is_request || c->req)
      return SV_BASE_MISPLACED;
    sv_buf_addf(out, "%03u", m->status);
    return SV_BASE_WHOLE;
  }
  if (!sv_request_part_is_known(c->name))
    return SV_BASE_UNKNOWN;
  if (is_request == c->req)
    return SV_BASE_MISPLACED;
  const enum sv_status status = sv_request_part_add(&request, c->name, c->query_param, out);
  return status == SV_OK ? SV_BASE_WHOLE : SV_BASE_MISSING;
}

/* The value of a header line called NAME without the white space around it; data NULL: it is
 * another. */
static struct sv_span value_of(const char *line, struct sv_span name)
{
  const char *colon = strchr(line, ':');
  if (!colon || (size_t)(colon - line) != name.size)
    return (struct sv_span){ .data = NULL };
  for (size_t i = 0; i < name.size; i++)
    if (sv_lower(line[i]) != name.data[i])
      return (struct sv_span){ .data = NULL };
  struct sv_span v = { .data = colon + 1, .size = strlen(colon + 1) };
  while (v.size > 0 && sv_is_space((unsigned char)*v.data)) {
    v.data++;
    v.size--;
  }
  while (v.size > 0 && sv_is_space((unsigned char)v.data[v.size - 1]))
    v.size--;
  return v;
}

/* 2.1, 2.1.3: the lines of the field joined, each as it is or as bytes. False without any. */
static bool join(const char *const *headers, const struct component *c, struct sv_buf *out)
{
  bool found = false;
  for (const char *const *h = headers; h && *h; h++) {
    const struct sv_span v = value_of(*h, c->name);
    if (!v.data)
      continue;
    if (found)
      sv_buf_adds(out, ", ");
    found = true;
    if (!c->bs) {
      sv_buf_add(out, v.data, v.size);
      continue;
    }
    sv_buf_addc(out, ':');
    if (sv_base64_encode(v.data, v.size, out) != SV_OK)
      break;
    sv_buf_addc(out, ':');
  }
  return found;
}

/* 2.1.1: the field in its one form. */
static enum sv_base_fault add_strict(const struct component *c, struct sv_span text,
                                     struct sv_buf *out)
{
  for (size_t i = 0; i < sizeof structured / sizeof structured[0]; i++)
    if (is_named(c->name, structured[i].name))
      return sv_sf_field_write(structured[i].form, text, out) == SV_OK ? SV_BASE_WHOLE
                                                                       : SV_BASE_UNPARSED;
  return SV_BASE_UNTYPED;
}

/* 2.1.2 */
static enum sv_base_fault add_member(const struct component *c, struct sv_span text,
                                     struct sv_buf *out)
{
  struct sv_sf_member m;
  const enum sv_status status = sv_sf_dictionary_find(text, c->key, &m);
  if (status != SV_OK)
    return status == SV_NOT_FOUND ? SV_BASE_MISSING : SV_BASE_UNPARSED;
  return sv_sf_member_write(&m, out) == SV_OK ? SV_BASE_WHOLE : SV_BASE_UNPARSED;
}

static enum sv_base_fault add_field(const struct component *c, const struct sv_signed_message *m,
                                    struct sv_buf *out)
{
  struct sv_buf joined = SV_BUF(FIELD_MOST);
  enum sv_base_fault fault = SV_BASE_WHOLE;
  if (c->req && m->status == 0)
    return SV_BASE_MISPLACED;
  if (c->tr)
    return SV_BASE_UNSEEN;
  const bool found = join(c->req ? m->request_headers : m->headers, c, &joined);
  const struct sv_span text = { .data = sv_buf_text(&joined), .size = joined.size };
  if (joined.failed)
    fault = SV_BASE_LIMIT;
  else if (!found)
    fault = c->req ? SV_BASE_UNSEEN : SV_BASE_MISSING;
  else if (c->key.data)
    fault = add_member(c, text, out);
  else if (c->sf)
    fault = add_strict(c, text, out);
  else
    sv_buf_add(out, text.data, text.size);
  sv_buf_free(&joined);
  return fault;
}

/* One line: the identifier, a colon and a space, the value. */
static enum sv_base_fault add_line(const struct component *c, const struct sv_signed_message *m,
                                   struct sv_buf *out)
{
  sv_sf_item_write(&c->item, out);
  sv_buf_adds(out, ": ");
  const size_t from = out->size;
  const bool is_derived = c->name.data[0] == '@';
  const enum sv_base_fault fault = is_derived ? add_derived(c, m, out) : add_field(c, m, out);
  if (fault)
    return fault;
  /* 2.5: a value on two lines could be read as two components. */
  for (size_t i = from; i < out->size; i++)
    if (out->data[i] == '\n' || (unsigned char)out->data[i] > 0x7e)
      return SV_BASE_NO_ASCII;
  sv_buf_addc(out, '\n');
  return SV_BASE_WHOLE;
}

static enum sv_status fail(struct sv_base_result *result, enum sv_base_fault fault,
                           const struct sv_sf_item *item)
{
  struct sv_buf b = SV_BUF(FIELD_MOST);
  sv_sf_item_write(item, &b);
  (void)snprintf(result->component, sizeof result->component, "%s", sv_buf_text(&b));
  result->fault = fault;
  sv_buf_free(&b);
  return SV_INVALID;
}

enum sv_status sv_signature_base(const struct sv_message_signature *s,
                                 const struct sv_signed_message *m, struct sv_buf *out,
                                 struct sv_base_result *result)
{
  struct sv_scan scan = sv_scan_of(s->components.data, s->components.size);
  struct sv_sf_item item;
  *result = (struct sv_base_result){ .component = "" };
  for (size_t n = 0; sv_sf_inner_next(&scan, &item) == SV_OK; n++) {
    struct component c;
    enum sv_base_fault fault = take_component(&item, &c);
    if (!fault && is_twice(s->components, n, &item))
      fault = SV_BASE_TWICE;
    if (!fault)
      fault = add_line(&c, m, out);
    if (fault)
      return fail(result, fault, &item);
    SV_TRY(out->failed);
  }
  sv_buf_adds(out, "\"@signature-params\": ");
  return sv_sf_inner_write(s->components, &s->params, out);
}
