// SPDX-License-Identifier: Apache-2.0
/* Reading the members of a JSON object into a struct, by a table. */
#ifndef SV_RESULT_FIELDS_H
#define SV_RESULT_FIELDS_H

#include "engines/base/arena.h"
#include "engines/doc/doc.h"

#include <stdbool.h>

struct sv_in {
  const struct sv_doc *doc;
  struct sv_arena *arena;
  const char *name; /* of the file */
  struct sv_error *err;
};

enum sv_field_kind {
  SV_FIELD_TEXT, /* const char * */
  SV_FIELD_TIME, /* the same: YYYY-MM-DDThh:mm:ss.mmmZ */
  SV_FIELD_DATE, /* the same: YYYY-MM-DD */
  SV_FIELD_HEX,  /* the same: 64 hexadecimal digits */
  SV_FIELD_U32,
  SV_FIELD_U64,
  SV_FIELD_I64,
  SV_FIELD_BOOL,
  SV_FIELD_OUTCOME,
  SV_FIELD_ATTRIBUTION,
  SV_FIELD_LAYER,
  SV_FIELD_LEVEL,
  SV_FIELD_MODE,
  SV_FIELD_VERDICT
};

enum sv_need { SV_REQUIRED, SV_OPTIONAL /* absent or null: the struct keeps what it has */ };

struct sv_field {
  const char *name;
  size_t offset;
  enum sv_field_kind kind;
  enum sv_need need;
};

/* Fills OUT from OBJECT. SV_INVALID with file, line and column; SV_NO_MEMORY. Unknown members are
 * ignored. */
enum sv_status sv_fields_read(const struct sv_in *in, sv_value object, const struct sv_field *table,
                              size_t count, void *out) SV_MUST_USE;

/* The member NAME of OBJECT in *V, of TYPE; SV_DOC_NONE when it is optional and absent or null. */
enum sv_status sv_fields_member(const struct sv_in *in, sv_value object, const char *name,
                                enum sv_doc_type type, enum sv_need need, sv_value *v) SV_MUST_USE;

/* The text of V, which is called NAME, as a string of the arena. */
enum sv_status sv_fields_text(const struct sv_in *in, sv_value v, const char *name,
                              const char **out) SV_MUST_USE;

/* The optional member NAME of OBJECT, an array of texts. */
enum sv_status sv_fields_texts(const struct sv_in *in, sv_value object, const char *name,
                               const char *const **out, size_t *count) SV_MUST_USE;

/* SV_INVALID at V. MSGID may have the place {member}, which becomes NAME. */
enum sv_status sv_fields_damage(const struct sv_in *in, sv_value v, const char *msgid,
                                const char *name);

#endif
