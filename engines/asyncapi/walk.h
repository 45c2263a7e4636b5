// SPDX-License-Identifier: Apache-2.0
/* An AsyncAPI document from inside. */
#ifndef SV_ASYNCAPI_WALK_H
#define SV_ASYNCAPI_WALK_H

#include "engines/asyncapi/asyncapi.h"
#include "engines/base/arena.h"

#include <stdbool.h>

struct sv_asyncapi {
  struct sv_arena arena;
  struct sv_doc *doc;
  struct sv_schema_set *set;
  int major, minor;
  struct sv_asyncapi_finding findings[SV_ASYNCAPI_FINDINGS_MAX];
  size_t count, total;
};

/* The schema at V, compiled. */
enum sv_status sv_asyncapi_schema(struct sv_asyncapi *a, sv_value v, const struct sv_schema **out,
                                  struct sv_error *err) SV_MUST_USE;

/* The payload's schema of a message when its format is known here, else SV_DOC_NONE. */
sv_value sv_asyncapi_payload_of(const struct sv_asyncapi *a, sv_value message);

/* The member NAME of V, or SV_DOC_NONE: also when V is no object, or none. */
static inline sv_value as_get(const struct sv_asyncapi *a, sv_value v, const char *name)
{
  return v != SV_DOC_NONE && sv_doc_type(a->doc, v) == SV_DOC_OBJECT ? sv_doc_gets(a->doc, v, name)
                                                                     : SV_DOC_NONE;
}

/* The text of V, or NULL. */
static inline const char *as_text(const struct sv_asyncapi *a, sv_value v, size_t *size)
{
  *size = 0;
  return v != SV_DOC_NONE ? sv_doc_string(a->doc, v, size) : NULL;
}

static inline bool as_is_text(const struct sv_asyncapi *a, sv_value v, const char *text)
{
  return v != SV_DOC_NONE && sv_doc_is_text(a->doc, v, text);
}

#endif
