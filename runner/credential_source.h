// SPDX-License-Identifier: Apache-2.0
/* Where secrets come from: environment, files, programs. Internal to credential*.c. */
#ifndef SV_RUNNER_CREDENTIAL_SOURCE_H
#define SV_RUNNER_CREDENTIAL_SOURCE_H

#include "runner/credential.h"

/* The secret that REFERENCE names, for credential NAME. WHOLE: all bytes; else the line end after
 * it is cut. */
enum sv_status sv_source_read(const struct sv_target *t, const char *name, const char *reference,
                              bool whole, struct sv_secret_bytes *out,
                              struct sv_error *err) SV_MUST_USE;

/* A user name: a reference, or the name itself. */
enum sv_status sv_source_read_user(const struct sv_target *t, const char *name,
                                   const char *reference, struct sv_secret_bytes *out,
                                   struct sv_error *err) SV_MUST_USE;

/* A certificate: a file that others may read. */
enum sv_status sv_source_read_certificate(const struct sv_target *t, const char *name,
                                          const char *reference, struct sv_secret_bytes *out,
                                          struct sv_error *err) SV_MUST_USE;

#endif
