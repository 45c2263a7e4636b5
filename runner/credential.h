// SPDX-License-Identifier: Apache-2.0
/* Credentials: references resolved to secrets, bound to the origins they are for. Secrets are wiped
 * when freed. */
#ifndef SV_RUNNER_CREDENTIAL_H
#define SV_RUNNER_CREDENTIAL_H

#include "engines/base/status.h"
#include "runner/mask.h"
#include "runner/target.h"
#include "runner/weburl.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_secret_bytes {
  char *data; /* NUL-terminated; NULL: none */
  size_t size;
};

struct sv_secret {
  const char *name; /* borrowed from the target */
  enum sv_credential_type type;
  struct sv_secret_bytes value;       /* token, password, key, or a private key in PEM */
  struct sv_secret_bytes user;        /* basic */
  struct sv_secret_bytes certificate; /* mtls, PEM */
  struct sv_secret_bytes header;      /* "Name: value" as sent; NULL: none (mtls) */
  struct sv_weburl *origins;
  size_t origin_count;
};

struct sv_secrets {
  struct sv_secret *items;
  size_t count;
};

/* Resolves every credential of T: "env:NAME", "file:PATH" (a file of ours that nobody else may
 * read; relative to the target file) and "cmd:PROGRAM ARGUMENTS" (run without a shell, its first
 * line of output). SV_INVALID and SV_DENIED name the credential and what is wrong, never its value.
 */
enum sv_status sv_secrets_resolve(const struct sv_target *t, struct sv_secrets *out,
                                  struct sv_error *err) SV_MUST_USE;

/* The secret called NAME, or NULL. */
const struct sv_secret *sv_secrets_find(const struct sv_secrets *s, const char *name);

/* Whether SECRET may be sent to where URL goes. */
bool sv_secret_is_for(const struct sv_secret *secret, const struct sv_weburl *url);

/* Adds all values to M. */
enum sv_status sv_secrets_hide(const struct sv_secrets *s, struct sv_mask *m) SV_MUST_USE;

void sv_secrets_free(struct sv_secrets *s);

#endif
