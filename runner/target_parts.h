// SPDX-License-Identifier: Apache-2.0
/* The parts of a target file, each read and checked by itself. */
#ifndef SV_RUNNER_TARGET_PARTS_H
#define SV_RUNNER_TARGET_PARTS_H

#include "runner/reader.h"
#include "runner/target.h"

enum { SV_ENDPOINTS_MAX = 200, SV_DOCUMENTS_MAX = 200, SV_CREDENTIALS_MAX = 50 };

/* Each reads the value V into T and the arena of R. DIR is where relative files are. */
enum sv_status sv_target_endpoints(const struct sv_reader *r, sv_value v,
                                   struct sv_target *t) SV_MUST_USE;
enum sv_status sv_target_documents(const struct sv_reader *r, sv_value v, const char *dir,
                                   struct sv_target *t) SV_MUST_USE;
enum sv_status sv_target_credentials(const struct sv_reader *r, sv_value v, const char *dir,
                                     struct sv_target *t) SV_MUST_USE;

/* Fails unless TEXT is an absolute http or https address without user name, password or fragment.
 * The address is not repeated when it holds a password. */
enum sv_status sv_target_url(const struct sv_reader *r, sv_value v, const char *text) SV_MUST_USE;

/* Whether TEXT is an id: letters, digits, . _ -, at most 64. */
bool sv_target_is_id(const char *text);

/* PATH as seen from DIR, in the arena. */
const char *sv_target_path(const struct sv_reader *r, const char *dir, const char *path);

#endif
