// SPDX-License-Identifier: Apache-2.0
/* Structured field values in the one form that serializing gives (RFC 9651 section 4.1). What was
 * read by sf.h is written; nothing else is checked. */
#ifndef SV_HTTP_SF_WRITE_H
#define SV_HTTP_SF_WRITE_H

#include "engines/base/buf.h"
#include "engines/http/sf.h"

/* Each appends to OUT and gives its status. Of a parameter that came twice the last value counts,
 * in the place of the first. */
enum sv_status sv_sf_bare_write(const struct sv_sf_bare *b, struct sv_buf *out);
enum sv_status sv_sf_params_write(const struct sv_sf_item *i, struct sv_buf *out);
enum sv_status sv_sf_item_write(const struct sv_sf_item *i, struct sv_buf *out);

/* The inner list, items and parameters, whose text between the parentheses is INNER and whose own
 * parameters are those of LIST. */
enum sv_status sv_sf_inner_write(struct sv_span inner, const struct sv_sf_item *list,
                                 struct sv_buf *out);

/* The value of a member: an item or an inner list. */
enum sv_status sv_sf_member_write(const struct sv_sf_member *m, struct sv_buf *out);

enum sv_sf_form { SV_SF_ITEM_FIELD = 1, SV_SF_LIST_FIELD, SV_SF_DICTIONARY_FIELD };

/* The whole field TEXT, which has that FORM. SV_INVALID when it does not, SV_LIMIT above 256
 * members. */
enum sv_status sv_sf_field_write(enum sv_sf_form form, struct sv_span text,
                                 struct sv_buf *out) SV_MUST_USE;

/* The member KEY of dictionary TEXT (the last one of that key). SV_NOT_FOUND without one,
 * SV_INVALID when the text is no dictionary. */
enum sv_status sv_sf_dictionary_find(struct sv_span text, struct sv_span key,
                                     struct sv_sf_member *out) SV_MUST_USE;

#endif
