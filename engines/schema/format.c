// SPDX-License-Identifier: Apache-2.0
/* Formats by name (2020-12 validation 7.3), and the content keywords (8). */
#include "engines/schema/format.h"

#include "engines/base/ascii.h"
#include "engines/schema/program.h"

#include <stdlib.h>
#include <string.h>

#define N_(msgid) msgid

/* Drafts 4 and 6 ask for RFC 1123 alone, the later ones for RFC 5890 too. */
static const struct sv_format plain_hostname = { "hostname",
                                                 N_("{name} must be a host name; found {found}"),
                                                 sv_format_plain_hostname };

/* Sorted by name. */
static const struct sv_format formats[] = {
  { "date", N_("{name} must be a date like 2026-05-17; found {found}"), sv_format_date },
  { "date-time",
    N_("{name} must be a date and time with a time zone, like 2026-05-17T12:00:00Z; found {found}"),
    sv_format_date_time },
  { "duration", N_("{name} must be a duration like P1DT12H; found {found}"), sv_format_duration },
  { "email", N_("{name} must be an e-mail address; found {found}"), sv_format_email },
  { "hostname", N_("{name} must be a host name; found {found}"), sv_format_hostname },
  { "idn-email", N_("{name} must be an e-mail address; found {found}"), sv_format_idn_email },
  { "idn-hostname", N_("{name} must be a host name; found {found}"), sv_format_idn_hostname },
  { "ipv4", N_("{name} must be an IPv4 address like 192.0.2.1; found {found}"), sv_format_ipv4 },
  { "ipv6", N_("{name} must be an IPv6 address like 2001:db8::1; found {found}"), sv_format_ipv6 },
  { "iri", N_("{name} must be an absolute web address (IRI), with its scheme; found {found}"),
    sv_format_iri },
  { "iri-reference", N_("{name} must be an address (IRI), absolute or relative; found {found}"),
    sv_format_iri_reference },
  { "json-pointer", N_("{name} must be a JSON Pointer like /name/0; found {found}"),
    sv_format_json_pointer },
  { "regex", N_("{name} must be a regular expression by ECMA-262; found {found}"),
    sv_format_regex },
  { "relative-json-pointer",
    N_("{name} must be a relative JSON Pointer like 1/name; found {found}"),
    sv_format_relative_json_pointer },
  { "time", N_("{name} must be a time with a time zone, like 12:00:00Z; found {found}"),
    sv_format_time },
  { "uri", N_("{name} must be an absolute web address (URI), with its scheme; found {found}"),
    sv_format_uri },
  { "uri-reference", N_("{name} must be an address (URI), absolute or relative; found {found}"),
    sv_format_uri_reference },
  { "uri-template", N_("{name} must be a URI template like /enheter/{id}; found {found}"),
    sv_format_uri_template },
  { "uuid", N_("{name} must be a UUID like 123e4567-e89b-12d3-a456-426614174000; found {found}"),
    sv_format_uuid },
};

const struct sv_format *sv_schema_format_find(const char *name, size_t size, uint32_t draft)
{
  if (draft & (SV_D4 | SV_D6) && size == strlen(plain_hostname.name) &&
      memcmp(name, plain_hostname.name, size) == 0)
    return &plain_hostname;
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
    if (strlen(formats[i].name) == size && memcmp(formats[i].name, name, size) == 0)
      return &formats[i];
  return NULL;
}

static int base64_value(int c)
{
  if (c >= 'A' && c <= 'Z')
    return c - 'A';
  if (c >= 'a' && c <= 'z')
    return c - 'a' + 26;
  if (sv_is_digit(c))
    return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Decodes base64 (RFC 4648 4) into OUT, which has room for SIZE bytes; false when it is none. */
static bool decode_base64(const char *text, size_t size, char *out, size_t *out_size)
{
  size_t n = 0;
  *out_size = 0;
  if (size % 4 != 0)
    return false;
  size_t padding = 0;
  while (padding < 2 && padding < size && text[size - 1 - padding] == '=')
    padding++;
  uint32_t bits = 0;
  for (size_t i = 0; i < size - padding; i++) {
    const int v = base64_value((unsigned char)text[i]);
    if (v < 0)
      return false;
    bits = bits << 6 | (uint32_t)v;
    if (i % 4 == 0)
      continue;
    out[n++] = (char)(bits >> (6 - 2 * (i % 4)));
  }
  *out_size = n;
  return true;
}

static bool is_json(const char *text, size_t size)
{
  struct sv_doc *doc = NULL;
  const struct sv_doc_options opt = { .borrowed = true };
  const enum sv_status status = sv_doc_parse(text, size, &opt, &doc, NULL);
  sv_doc_free(doc);
  return status == SV_OK;
}

static bool is_text(const struct sv_doc *doc, sv_value v, const char *text)
{
  return v != SV_DOC_NONE && sv_doc_is_text(doc, v, text);
}

bool sv_content_valid(const struct sv_doc *schema, sv_value encoding, sv_value media,
                      const char *text, size_t size)
{
  const bool json = is_text(schema, media, "application/json");
  if (!is_text(schema, encoding, "base64"))
    return !json || encoding != SV_DOC_NONE || is_json(text, size);
  char *decoded = malloc(size + 1);
  if (!decoded)
    return false;
  size_t decoded_size;
  const bool valid = decode_base64(text, size, decoded, &decoded_size) &&
                     (!json || is_json(decoded, decoded_size));
  free(decoded);
  return valid;
}
