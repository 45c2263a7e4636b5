// SPDX-License-Identifier: Apache-2.0
/* The grammars of single header fields: dates, validators, lists of directives, challenges, links,
 * policies. All borrow the text and judge it whole. */
#ifndef SV_HTTP_FIELDS_H
#define SV_HTTP_FIELDS_H

#include "engines/http/scan.h"

#include <stdint.h>

/* RFC 9110 5.6.7. Only IMF-fixdate may be sent; the other two must be understood. */
enum sv_date_format { SV_IMF_FIXDATE = 1, SV_RFC850_DATE, SV_ASCTIME_DATE };

/* The whole TEXT as an HTTP-date: seconds since 1970 in *SECONDS (may be NULL). The day name must
 * be the date's own; a two-digit year more than 50 years after NOW is of the century before. 0 when
 * it is no date. */
enum sv_date_format sv_http_date_parse(const char *text, size_t size, int64_t now,
                                       int64_t *seconds);

/* RFC 9110 8.8.3: whether TEXT is one entity-tag. *WEAK may be NULL. */
bool sv_etag_parse(const char *text, size_t size, bool *weak);

/* RFC 9110 10.2.3: delay-seconds or IMF-fixdate. */
bool sv_retry_after_is_valid(const char *text, size_t size);

/* The next directive of a comma-separated list such as Cache-Control (RFC 9111 5.2): SV_NOT_FOUND
 * at the end. A list of plain tokens (Allow, Vary, Connection) is one of directives without values.
 */
enum sv_status sv_directive_next(struct sv_scan *s, struct sv_param *out);

/* The value of directive NAME in a list, with .name.data NULL when it is absent. SV_INVALID when
 * the list is malformed. */
enum sv_status sv_directive_find(const char *text, size_t size, const char *name,
                                 struct sv_param *out);

/* RFC 6797 6.1. */
struct sv_hsts {
  uint64_t max_age;
  bool include_subdomains;
  bool preload;
};

/* The whole TEXT as Strict-Transport-Security: one max-age of digits, no directive twice. */
enum sv_status sv_hsts_parse(const char *text, size_t size, struct sv_hsts *out) SV_MUST_USE;

/* RFC 9110 11.6.1: one challenge of WWW-Authenticate. */
struct sv_challenge {
  struct sv_span scheme;
  struct sv_span token68; /* data NULL: none */
  struct sv_params params;
};

/* The next challenge; SV_NOT_FOUND at the end, SV_INVALID also for a parameter given twice. */
enum sv_status sv_challenge_next(struct sv_scan *s, struct sv_challenge *out);

/* RFC 8288 3: one link. */
struct sv_link {
  struct sv_span target;
  struct sv_params params;
};

/* The next link; SV_NOT_FOUND at the end. SV_INVALID also without exactly one rel (3.3) or when the
 * target is no URI reference. */
enum sv_status sv_link_next(struct sv_scan *s, struct sv_link *out);

/* Whether REL is among the link's relation types. */
bool sv_link_has_rel(const struct sv_link *l, const char *rel);

/* The next directive of one Content-Security-Policy (CSP 3, 2.2.1): its name, and its value without
 * the white space around. False at the end. */
bool sv_csp_next(struct sv_scan *s, struct sv_span *name, struct sv_span *value);

/* Whether a policy in TEXT (commas part policies) has directive NAME; the first one's value in
 * *VALUE. */
bool sv_csp_find(const char *text, size_t size, const char *name, struct sv_span *value);

/* Whether one of the space-separated sources of VALUE is SOURCE, case aside. */
bool sv_csp_has_source(struct sv_span value, const char *source);

#endif
