// SPDX-License-Identifier: Apache-2.0
/* Texts of others in JSON that is shown to people: cleaned, and cut when too long. */
#ifndef SV_REPORTS_PUT_H
#define SV_REPORTS_PUT_H

#include "engines/base/escape.h"
#include "engines/result/emit.h"

/* TEXT as the member KEY (NULL: an element), cleaned, cut at MOST bytes with an ellipsis. */
void sv_put_text(struct sv_emit *e, const char *key, const char *text, enum sv_form form,
                 size_t most);

/* The SIZE bytes of TEXT cleaned in the same way; for buffers that are filled step by step. */
void sv_put_clean(struct sv_buf *out, const char *text, enum sv_form form, size_t most);

/* Milliseconds since 1970 of YYYY-MM-DDThh:mm:ss.mmmZ; 0 when it is no time. */
int64_t sv_put_epoch(const char *time);

/* Whether TEXT is a UUID in its usual form. */
bool sv_put_is_uuid(const char *text);

/* Whether TEXT is an absolute http or https address. */
bool sv_put_is_web(const char *text);

/* Appends TEXT with everything percent-encoded that an IRI may not hold as it is. */
void sv_put_iri(struct sv_buf *out, const char *text);

/* The same, and also what delimits parts of an IRI: for a segment. */
void sv_put_iri_part(struct sv_buf *out, const char *text);

/* Appends the way to FILE within a repository, with / and nothing that leads out of it. False, and
 * nothing, when FILE names none. */
bool sv_put_repository_path(struct sv_buf *out, const char *file);

#endif
