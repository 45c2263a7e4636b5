// SPDX-License-Identifier: Apache-2.0
/* What the reader of our own files says when something is wrong with them. */
#ifndef SV_RUNNER_READER_FAULT_H
#define SV_RUNNER_READER_FAULT_H

#include "runner/reader.h"

/* Fails with SV_INVALID because the text of SIZE bytes breaks the grammar: FAULT of the parser, or
 * SAID when it has none. */
enum sv_status sv_reader_malformed(const struct sv_reader *r, const char *data, size_t size,
                                   const struct sv_doc_finding *fault, const struct sv_error *said);

/* Fails at the name of V, which is none of the COUNT NAMES. */
enum sv_status sv_reader_unknown_name(const struct sv_reader *r, sv_value v, const char *word,
                                      const char *const *names, size_t count);

#endif
