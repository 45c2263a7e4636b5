// SPDX-License-Identifier: Apache-2.0
/* A target: one service as its owner describes it in samsvar.json (contract section 5). */
#ifndef SV_RUNNER_TARGET_H
#define SV_RUNNER_TARGET_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum sv_credential_type { SV_BEARER = 1, SV_BASIC, SV_API_KEY, SV_MTLS };

/* What a token may be handed over for, and what that is in words (a msgid); ends with a word that is NULL. */
struct sv_token_purpose {
  const char *word, *text;
};
extern const struct sv_token_purpose sv_token_purposes[];

/* A credential: references only ("env:NAME", "file:PATH", "cmd:..."), never a secret. */
struct sv_credential {
  const char *name;
  enum sv_credential_type type;
  const char *secret;      /* bearer: token; basic: password; api-key: key; mtls: private key file */
  const char *user;        /* basic */
  const char *header;      /* api-key: field name; NULL: X-API-Key */
  const char *certificate; /* mtls: "file:PATH" */
  const char *origin;      /* NULL: those of the target's endpoints that name it */
  const char *purpose;     /* bearer: why a service should refuse it; NULL: it is for use */
};

struct sv_endpoint {
  const char *id;
  const char *kind;
  const char *url;
  const char *credential; /* NULL: anonymous */
  const char *const *life_events; /* codes; none: those of the target */
  size_t life_event_count;
};

struct sv_document {
  const char *id;
  const char *kind;
  const char *file; /* or url */
  const char *url;
  const char *name; /* of the file, for people and code hosts: as written when it lies beside or below
                       the target file, else its last part; NULL without one */
  const char *const *life_events; /* likewise */
  size_t life_event_count;
};

struct sv_target_limits {
  unsigned rate;        /* requests a second and host */
  unsigned concurrency; /* at once and host */
  unsigned requests;    /* in the whole run; 0: the tool's own */
  unsigned addresses;   /* of a description, asked by one check; 0: the profile's */
};

struct sv_target {
  struct sv_arena arena;
  const char *path; /* of the file; NULL: made from an address */
  const char *id;   /* from the name: [a-z0-9-] */
  const char *name;
  const char *orgnr, *organisation;
  const char *role;        /* "provider", "consumer", "rule-setter" */
  bool role_is_assumed;    /* nobody stated it */
  const char *environment; /* "production", "test" ... */
  const char *profile;     /* NULL: not said */
  const struct sv_endpoint *endpoints;
  size_t endpoint_count;
  const struct sv_document *documents;
  size_t document_count;
  const struct sv_credential *credentials;
  size_t credential_count;
  const char *const *life_events; /* codes of what the service is a part of */
  size_t life_event_count;
  const char *answers; /* file of declared answers; NULL: none */
  json_t *samples;     /* owned; an object */
  struct sv_target_limits limits;
};

/* Reads the target file at PATH. Unknown members are refused with a did-you-mean, a literal secret is refused
 * without being repeated; ERR has file, line and column. */
enum sv_status sv_target_read(const char *path, struct sv_target *out, struct sv_error *err) SV_MUST_USE;

/* The same from bytes called NAME; relative files are taken from DIR. */
enum sv_status sv_target_parse(const char *data, size_t size, const char *name, const char *dir,
                               struct sv_target *out, struct sv_error *err) SV_MUST_USE;

/* The target as plugins see it: no credentials, but for the names of tokens by their purpose. A new
 * reference. */
json_t *sv_target_public(const struct sv_target *t);

void sv_target_free(struct sv_target *t);

#endif
