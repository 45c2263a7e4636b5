// SPDX-License-Identifier: Apache-2.0
/* The code lists in use: the product's, and those of a folder in their place. */
#ifndef SV_RUNNER_VOCABULARIES_H
#define SV_RUNNER_VOCABULARIES_H

#include "engines/base/buf.h"
#include "engines/vocabulary/vocabulary.h"

/* The folder of newer lists: DIR, else SAMSVAR_VOCABULARIES; NULL when neither says. */
const char *sv_vocabularies_folder(const char *dir);

enum { SV_VOCABULARIES_PACKED_MAX = 32 << 20 };

/* Adds every .tsv file of that folder to OUT, checked, one after another with a line of one form
 * feed between: how workers get them. Nothing when there is no folder. Faults as below. */
enum sv_status sv_vocabularies_pack(const char *dir, struct sv_buf *out,
                                    struct sv_error *err) SV_MUST_USE;

/* The product's lists and every .tsv file of that folder, in *OUT, to be freed. SV_NOT_FOUND,
 * SV_IO, or SV_INVALID with the file and line. */
enum sv_status sv_vocabularies_open(const char *dir, struct sv_vocabularies **out,
                                    struct sv_error *err) SV_MUST_USE;

#endif
