// SPDX-License-Identifier: Apache-2.0
/* The judge of exchanges from inside. Private to exchange*.c. */
#ifndef SV_OPENAPI_EXCHANGE_JUDGE_H
#define SV_OPENAPI_EXCHANGE_JUDGE_H

#include "engines/base/arena.h"
#include "engines/http/media_type.h"
#include "engines/openapi/exchange.h"

#ifndef N_
#define N_(text) text
#endif

#pragma GCC visibility push(hidden)

struct sv_exchange {
  const struct sv_operations *operations;
  struct sv_openapi *api;
  struct sv_arena arena;
  struct sv_exchange_finding *findings;
  size_t count, room;
  struct sv_exchange_gap *gaps;
  size_t gap_count, gap_room;
};

/* What a value is judged as, and how findings about it are told. */
struct sv_exchange_part {
  enum sv_exchange_kind kind;
  enum sv_openapi_in in;
  const char *name; /* of the parameter or header */
  struct sv_openapi_node schema;
  bool is_request;
};

/* Adds a finding; its message's arguments are copied. */
enum sv_status sv_exchange_say(struct sv_exchange *x,
                               const struct sv_exchange_finding *f) SV_MUST_USE;
/* The same with MSGID, whose place {name} gets NAME and {found} gets FOUND (NULL: none). */
enum sv_status sv_exchange_tell(struct sv_exchange *x, const struct sv_exchange_finding *f,
                                const char *msgid, const char *found) SV_MUST_USE;
enum sv_status sv_exchange_gap_add(struct sv_exchange *x, const char *limit,
                                   const struct sv_error *why,
                                   struct sv_openapi_node where) SV_MUST_USE;

/* Judges V of DOC by the part's schema; *VALID may be NULL. */
enum sv_status sv_exchange_judge(struct sv_exchange *x, const struct sv_exchange_part *part,
                                 const struct sv_doc *doc, sv_value v, bool *valid) SV_MUST_USE;
enum sv_status sv_exchange_judge_json(struct sv_exchange *x, const struct sv_exchange_part *part,
                                      const json_t *value, bool *valid) SV_MUST_USE;

/* Judges the body of a message by what MEDIA declares. */
enum sv_status sv_exchange_judge_body(struct sv_exchange *x, const struct sv_openapi_media *media,
                                      size_t count, const struct sv_exchange_message *m,
                                      struct sv_openapi_node where, bool is_request) SV_MUST_USE;

/* A body that is at hand. */
struct sv_exchange_content {
  struct sv_exchange *x;
  const struct sv_exchange_message *message;
  const struct sv_openapi_media *media;
  struct sv_exchange_part part;
};
/* Judges a body that is a form, or in several parts as TYPE says, by its schema and encoding. */
enum sv_status sv_exchange_judge_form(struct sv_exchange_content *c) SV_MUST_USE;
enum sv_status sv_exchange_judge_parts(struct sv_exchange_content *c,
                                       const struct sv_media_type *type) SV_MUST_USE;
/* Says that the body cannot be read: MSGID with FOUND. The gap is for what is not judged. */
enum sv_status sv_exchange_malformed(struct sv_exchange_content *c, const char *msgid,
                                     const char *found) SV_MUST_USE;
enum sv_status sv_exchange_unjudged(struct sv_exchange_content *c, const char *what,
                                    const char *sentence) SV_MUST_USE;

/* Judges the header that H declares in M. */
enum sv_status sv_exchange_judge_header(struct sv_exchange *x, const struct sv_openapi_header *h,
                                        const struct sv_exchange_message *m) SV_MUST_USE;

/* Members that do not go in this direction: readOnly in requests, writeOnly in responses. */
enum sv_status sv_exchange_direction(struct sv_exchange *x, const struct sv_exchange_part *part,
                                     const struct sv_doc *doc, sv_value v) SV_MUST_USE;

/* The field NAME of M, or NULL. */
const char *sv_exchange_header(const struct sv_exchange_message *m, const char *name);

#pragma GCC visibility pop

#endif
