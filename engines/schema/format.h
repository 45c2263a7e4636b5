// SPDX-License-Identifier: Apache-2.0
/* The formats of JSON Schema, one function each: whether SIZE bytes of UTF-8 are such a text. They
 * allocate only where a comment in their file says so, and keep nothing. */
#ifndef SV_SCHEMA_FORMAT_H
#define SV_SCHEMA_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

/* Names of this folder do not leave the library: another of the same name must not take their
 * place. */
#pragma GCC visibility push(hidden)

/* format_time.c: RFC 3339 */
bool sv_format_date(const char *text, size_t size);
bool sv_format_time(const char *text, size_t size);
bool sv_format_date_time(const char *text, size_t size);
bool sv_format_duration(const char *text, size_t size);

/* format_net.c: RFC 1123, 2673, 4291, 5321, 6531 */
bool sv_format_ipv4(const char *text, size_t size);
bool sv_format_ipv6(const char *text, size_t size);
bool sv_format_plain_hostname(const char *text, size_t size); /* RFC 1123 alone */
bool sv_format_hostname(const char *text, size_t size);
bool sv_format_email(const char *text, size_t size);
bool sv_format_idn_email(const char *text, size_t size);

/* format_idn.c: RFC 5890 to 5893 */
bool sv_format_idn_hostname(const char *text, size_t size);
/* Whether one label, with or without xn--, is a valid A-label or U-label. */
bool sv_format_idn_label(const char *text, size_t size);
/* Whether the name holds to the Bidi rule (RFC 5893 2); labels are split at dots. */
bool sv_format_bidi(const char *text, size_t size);

/* format_text.c: RFC 3986, 3987, 6570, 6901, 9562, ECMA-262 */
bool sv_format_uri(const char *text, size_t size);
bool sv_format_uri_reference(const char *text, size_t size);
bool sv_format_iri(const char *text, size_t size);
bool sv_format_iri_reference(const char *text, size_t size);
bool sv_format_uri_template(const char *text, size_t size);
bool sv_format_json_pointer(const char *text, size_t size);
bool sv_format_relative_json_pointer(const char *text, size_t size);
bool sv_format_uuid(const char *text, size_t size);
bool sv_format_regex(const char *text, size_t size);

#pragma GCC visibility pop

#endif
