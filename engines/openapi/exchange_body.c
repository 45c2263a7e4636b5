// SPDX-License-Identifier: Apache-2.0
/* Bodies: which declared media type they are, and what of them can be judged. */
#include "engines/openapi/exchange_judge.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"

#include <string.h>

enum sv_status sv_exchange_malformed(struct sv_exchange_content *c, const char *msgid,
                                     const char *found)
{
  const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_BODY_MALFORMED,
                                         .in = SV_OPENAPI_NOWHERE,
                                         .where = c->media->node };
  return sv_exchange_tell(c->x, &f, msgid, found);
}

enum sv_status sv_exchange_unjudged(struct sv_exchange_content *c, const char *what,
                                    const char *sentence)
{
  struct sv_error why = { .line = 0 };
  (void)sv_fail(&why, SV_LIMIT, "%s", sv_tr(sentence));
  return sv_exchange_gap_add(c->x, what, &why, c->media->node);
}

static enum sv_status json(struct sv_exchange_content *b)
{
  struct sv_doc *doc = NULL;
  struct sv_doc_finding fault = { .msgid = NULL };
  struct sv_error err = { .line = 0 };
  const struct sv_doc_options opt = { .syntax = SV_DOC_JSON, .borrowed = true, .fault = &fault };
  enum sv_status status = sv_doc_parse(b->message->body, b->message->body_size, &opt, &doc, &err);
  if (status == SV_LIMIT)
    return sv_exchange_gap_add(b->x, err.limit, &err, b->part.schema);
  if (status == SV_INVALID) {
    struct sv_buf text = SV_BUF(4096);
    if (fault.msgid)
      (void)sv_doc_finding_text(&fault, sv_tr(fault.msgid), &text);
    status = sv_exchange_malformed(b, N_("the body is not JSON: {found}"), sv_buf_text(&text));
    sv_buf_free(&text);
    return status;
  }
  if (status == SV_OK)
    status = sv_exchange_judge(b->x, &b->part, doc, SV_DOC_ROOT, NULL);
  sv_doc_free(doc);
  return status;
}

/* text/plain and its kin: the body is one text. */
static enum sv_status plain(struct sv_exchange_content *b)
{
  json_t *text = json_stringn(b->message->body, b->message->body_size);
  if (!text) /* not UTF-8: a charset that is not ours to judge */
    return SV_OK;
  json_t *value = sv_style_scalar(sv_style_types(b->x->api, b->part.schema), b->message->body,
                                  b->message->body_size);
  const enum sv_status status =
      value ? sv_exchange_judge_json(b->x, &b->part, value, NULL) : SV_NO_MEMORY;
  json_decref(value);
  json_decref(text);
  return status;
}

static enum sv_status by_type(struct sv_exchange_content *b, const struct sv_media_type *type)
{
  if (sv_media_type_is_json(type))
    return json(b);
  if (!b->part.schema.doc)
    return SV_OK;
  if (sv_media_type_is(type, "application/x-www-form-urlencoded"))
    return sv_exchange_judge_form(b);
  if (type->type.size == 9 && strncasecmp(type->type.data, "multipart", 9) == 0)
    return sv_exchange_judge_parts(b, type);
  if (sv_media_type_is_xml(type))
    return sv_exchange_unjudged(b, "xml", N_("XML bodies are not judged by JSON schemas"));
  if (sv_media_type_is(type, "text/plain"))
    return plain(b);
  return SV_OK;
}

static enum sv_status undeclared(struct sv_exchange *x, struct sv_openapi_node where,
                                 enum sv_exchange_kind kind, const char *msgid, const char *found)
{
  const struct sv_exchange_finding f = {
    .kind = kind, .in = SV_OPENAPI_HEADER, .name = "Content-Type", .where = where
  };
  return sv_exchange_tell(x, &f, msgid, found);
}

enum sv_status sv_exchange_judge_body(struct sv_exchange *x, const struct sv_openapi_media *media,
                                      size_t count, const struct sv_exchange_message *m,
                                      struct sv_openapi_node where, bool is_request)
{
  const char *value = sv_exchange_header(m, "Content-Type");
  struct sv_media_type type;
  if (count == 0) {
    const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_BODY_UNDECLARED,
                                           .in = SV_OPENAPI_NOWHERE,
                                           .where = where };
    /* A response without content may have any (OAS 4.8.17.1 says nothing else); a request may not.
     */
    return is_request ? sv_exchange_tell(x, &f, N_("there is a body and none is declared"), NULL)
                      : SV_OK;
  }
  if (!value)
    return undeclared(x, where, SV_EXCHANGE_NO_MEDIA_TYPE,
                      N_("there is a body and no {name} says what it is"), NULL);
  if (sv_media_type_parse(value, strlen(value), &type) != SV_OK)
    return undeclared(x, where, SV_EXCHANGE_BAD_MEDIA_TYPE,
                      N_("{name} is '{found}', which is no media type"), value);
  struct sv_exchange_content b = { .x = x, .message = m };
  b.media = sv_operation_media(media, count, value, strlen(value));
  if (!b.media)
    return undeclared(x, where, SV_EXCHANGE_MEDIA_TYPE,
                      N_("{name} is '{found}', which is not declared"), value);
  if (m->is_truncated)
    return sv_exchange_unjudged(&b, "body-bytes", N_("the body is not whole, so it is not judged"));
  b.part = (struct sv_exchange_part){ .kind = SV_EXCHANGE_BODY,
                                      .in = SV_OPENAPI_NOWHERE,
                                      .schema = b.media->schema,
                                      .is_request = is_request };
  return by_type(&b, &type);
}
