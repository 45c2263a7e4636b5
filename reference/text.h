// SPDX-License-Identifier: Apache-2.0
/* Writing values into JSON, HTML, CSV and HTTP dates. */
#ifndef SV_REFERENCE_TEXT_H
#define SV_REFERENCE_TEXT_H

#include "engines/base/buf.h"

#include <time.h>

/* Appends TEXT as a JSON string with its quotes. */
void sv_text_json(struct sv_buf *out, const char *text);

/* Appends TEXT with the characters of HTML escaped. */
void sv_text_html(struct sv_buf *out, const char *text);

/* Appends TEXT percent-encoded for a query. */
void sv_text_query(struct sv_buf *out, const char *text);

enum { SV_DATE_SIZE = 40 };

/* RFC 9110 5.6.7 (IMF-fixdate) and RFC 3339 in UTC. */
void sv_text_http_date(time_t t, char out[SV_DATE_SIZE]);
void sv_text_rfc3339(time_t t, char out[SV_DATE_SIZE]);

/* The time an IMF-fixdate names, or -1. */
time_t sv_text_parse_http_date(const char *text);

#endif
