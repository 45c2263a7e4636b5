// SPDX-License-Identifier: Apache-2.0
/* What an address offers: from a bare URL to a target. Few questions, GET only. */
#ifndef SV_RUNNER_DISCOVER_H
#define SV_RUNNER_DISCOVER_H

#include "runner/broker.h"
#include "runner/target.h"

/* A target made from the address. Its strings live in TARGET's arena. */
struct sv_discovery {
  struct sv_target target;
  const char *profile;  /* id of the one that fits */
  const char *found;    /* "OpenAPI 3.1.0 · DCAT · security.txt": names and versions, for people; NULL: nothing */
  const char *trouble;  /* msgid: why the address gave no answer; NULL: it did */
  const char *at;       /* of TROUBLE: the address that gave none, after redirects */
  const char *elsewhere; /* where the description says that the API is: another host, which was not asked; or NULL */
};

/* Looks at URL through B, which was opened for a target that has this URL. SV_OK also when nothing answers; SV_INVALID
 * when it is no http or https address. Free with sv_target_free(&out->target) in every case. */
enum sv_status sv_discover(struct sv_broker *b, const char *url, struct sv_discovery *out,
                           struct sv_error *err) SV_MUST_USE;

/* A target that has nothing but URL as its one endpoint of kind "web": what a broker can be opened for. */
enum sv_status sv_target_bare(const char *url, struct sv_target *out, struct sv_error *err) SV_MUST_USE;

#endif
