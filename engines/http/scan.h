// SPDX-License-Identifier: Apache-2.0
/* A cursor over a field value, and the productions of RFC 9110 section 5.6 that all fields share.
 * It borrows the text; nothing here allocates. */
#ifndef SV_HTTP_SCAN_H
#define SV_HTTP_SCAN_H

#include "engines/base/status.h"
#include "engines/base/uri.h"

#include <stdbool.h>
#include <stddef.h>

struct sv_scan {
  const char *p;
  const char *end;
};

static inline struct sv_scan sv_scan_of(const char *text, size_t size)
{
  return (struct sv_scan){ .p = text, .end = text + size };
}

static inline bool sv_scan_done(const struct sv_scan *s)
{
  return s->p == s->end;
}

/* Whether the next byte is C. */
static inline bool sv_scan_at(const struct sv_scan *s, char c)
{
  return s->p < s->end && *s->p == c;
}

/* Takes C when it is next. */
static inline bool sv_scan_take(struct sv_scan *s, char c)
{
  if (!sv_scan_at(s, c))
    return false;
  s->p++;
  return true;
}

/* Skips spaces and tabs: OWS. */
void sv_scan_ows(struct sv_scan *s);

/* Whether C is a tchar (5.6.2). */
bool sv_is_tchar(int c);

/* Takes a token; empty when there is none. */
struct sv_span sv_scan_token(struct sv_scan *s);

/* Takes a quoted-string (5.6.4): the bytes between the quotes, still escaped, in *INNER. */
bool sv_scan_quoted(struct sv_scan *s, struct sv_span *inner);

/* Takes one element's separator: OWS and either a comma or the end. False at anything else. */
bool sv_scan_comma(struct sv_scan *s);

/* Skips the empty elements a recipient must accept (5.6.1.2); false when nothing is left. */
bool sv_scan_element(struct sv_scan *s);

/* NAME, or NAME=VALUE. A quoted value keeps its escapes: compare with sv_param_is(). */
struct sv_param {
  struct sv_span name;
  struct sv_span value; /* data NULL: none */
  bool quoted;
};

enum { SV_PARAMS_MAX = 32 };

struct sv_params {
  struct sv_param list[SV_PARAMS_MAX];
  size_t count;
};

/* Takes token [ "=" ( token / quoted-string ) ], with white space round the sign when BAD_SPACE
 * (5.6.3). SV_INVALID when there is none. */
enum sv_status sv_scan_param(struct sv_scan *s, bool bad_space, struct sv_param *out);

/* Takes *( OWS ";" OWS [ parameter ] ) (5.6.6). SV_LIMIT above SV_PARAMS_MAX. */
enum sv_status sv_scan_params(struct sv_scan *s, struct sv_params *out);

/* The first parameter called NAME without regard to case, or NULL. */
const struct sv_param *sv_params_find(const struct sv_params *p, const char *name);

/* Whether the unescaped value is TEXT but for the case of letters. */
bool sv_param_is(const struct sv_param *p, const char *text);

/* Whether the span is TEXT but for the case of letters. */
bool sv_span_is(struct sv_span s, const char *text);

#endif
