// SPDX-License-Identifier: Apache-2.0
/* Loading, and the schemas of messages. */
#include "engines/asyncapi/asyncapi.h"

#include "engines/asyncapi/walk.h"
#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

#define IRI "urn:samsvar:asyncapi"

enum { MEMORY = 16 << 20, STEPS_MAX = 20 };

/* The minor version of 2.x or 3.x, or -1. */
static int minor_of(const char *text, size_t size)
{
  if (size < 5 || (text[0] != '2' && text[0] != '3') || text[1] != '.' || !sv_is_digit(text[2]) ||
      text[3] != '.' || !sv_is_digit(text[4]))
    return -1;
  const int minor = text[2] - '0';
  return minor <= (text[0] == '2' ? 6 : 1) ? minor : -1;
}

static void read_version(struct sv_asyncapi *a)
{
  size_t size;
  const char *text = as_text(a, as_get(a, SV_DOC_ROOT, "asyncapi"), &size);
  const int minor = text ? minor_of(text, size) : -1;
  a->major = minor < 0 ? 0 : text[0] - '0';
  a->minor = minor;
}

/* YAML, unless it begins as JSON does. */
static enum sv_doc_syntax syntax_of(const char *text, size_t size)
{
  size_t n = 0;
  while (n < size && sv_is_space(text[n]))
    n++;
  return n < size && text[n] == '{' ? SV_DOC_JSON : SV_DOC_YAML;
}

enum sv_status sv_asyncapi_load(const void *data, size_t size, const char *name,
                                struct sv_asyncapi **out, struct sv_error *err)
{
  const struct sv_doc_options opt = { .syntax = syntax_of(data, size), .name = name };
  struct sv_asyncapi *a = calloc(1, sizeof *a);
  *out = NULL;
  if (!a)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  a->arena = SV_ARENA(MEMORY);
  const enum sv_status status = sv_doc_parse(data, size, &opt, &a->doc, err);
  if (status != SV_OK) {
    sv_asyncapi_free(a);
    return status;
  }
  read_version(a);
  *out = a;
  return SV_OK;
}

void sv_asyncapi_free(struct sv_asyncapi *a)
{
  if (!a)
    return;
  sv_schema_set_free(a->set);
  sv_doc_free(a->doc);
  sv_arena_free(&a->arena);
  free(a);
}

const struct sv_doc *sv_asyncapi_doc(const struct sv_asyncapi *a)
{
  return a->doc;
}

/* What V stands for, references within the document followed; SV_DOC_NONE when one leads nowhere or
 * outside. */
static sv_value follow(const struct sv_asyncapi *a, sv_value v)
{
  for (int i = 0; i < STEPS_MAX && v != SV_DOC_NONE; i++) {
    size_t size;
    const sv_value ref =
        sv_doc_type(a->doc, v) == SV_DOC_OBJECT ? as_get(a, v, "$ref") : SV_DOC_NONE;
    const char *text = ref == SV_DOC_NONE ? NULL : as_text(a, ref, &size);
    if (!text)
      return v;
    if (size == 0 || text[0] != '#')
      return SV_DOC_NONE;
    v = sv_doc_resolve_pointer(a->doc, SV_DOC_ROOT, text + 1, size - 1);
  }
  return SV_DOC_NONE;
}

/* --- schemas --- */

/* AsyncAPI's own schema format is JSON Schema draft 7 with a few members more; draft 7 itself and
 * the like may be named. Avro, Protobuf and RAML are not known here. */
static bool is_known_format(const struct sv_doc *d, sv_value format)
{
  size_t size;
  const char *text = format == SV_DOC_NONE ? "" : sv_doc_string(d, format, &size);
  return format == SV_DOC_NONE || (text && (sv_starts_with(text, "application/vnd.aai.asyncapi") ||
                                            sv_starts_with(text, "application/schema+")));
}

enum sv_status sv_asyncapi_schema(struct sv_asyncapi *a, sv_value v, const struct sv_schema **out,
                                  struct sv_error *err)
{
  *out = NULL;
  if (!a->set) {
    const struct sv_schema_options opt = { .dialect = SV_SCHEMA_DRAFT_7, .assert_format = true };
    a->set = sv_schema_set_new(&opt);
    if (!a->set)
      return SV_NO_MEMORY;
    SV_TRY(sv_schema_set_add_container(a->set, IRI, a->doc, err));
  }
  return sv_schema_compile_value(a->set, a->doc, v, out, err);
}

sv_value sv_asyncapi_payload_of(const struct sv_asyncapi *a, sv_value message)
{
  sv_value payload = as_get(a, message, "payload");
  sv_value format = as_get(a, message, "schemaFormat");
  if (a->major == 3 && payload != SV_DOC_NONE) {
    const sv_value schema = as_get(a, payload, "schema");
    format = as_get(a, payload, "schemaFormat");
    payload = schema != SV_DOC_NONE && format != SV_DOC_NONE ? schema : payload;
  }
  return payload != SV_DOC_NONE && is_known_format(a->doc, format) ? payload : SV_DOC_NONE;
}

/* Whether the message V under KEY (SV_DOC_NONE: none) is called TYPE. */
static bool is_called(const struct sv_asyncapi *a, sv_value v, sv_value key, const char *type)
{
  static const char *const names[] = { "name", "messageId", "title" };
  if (key != SV_DOC_NONE && as_is_text(a, key, type))
    return true;
  for (size_t i = 0; i < 3; i++)
    if (as_is_text(a, as_get(a, v, names[i]), type))
      return true;
  return false;
}

/* The message called TYPE in the map or list MESSAGES. */
static sv_value find_in(const struct sv_asyncapi *a, sv_value messages, const char *type)
{
  const bool is_map = messages != SV_DOC_NONE && sv_doc_type(a->doc, messages) == SV_DOC_OBJECT;
  if (messages == SV_DOC_NONE)
    return SV_DOC_NONE;
  for (sv_value m = sv_doc_first(a->doc, messages); m != SV_DOC_NONE;
       m = sv_doc_next(a->doc, messages, m)) {
    const sv_value v = follow(a, m);
    if (v != SV_DOC_NONE && sv_doc_type(a->doc, v) == SV_DOC_OBJECT &&
        is_called(a, v, is_map ? sv_doc_key(a->doc, m) : SV_DOC_NONE, type))
      return v;
  }
  return SV_DOC_NONE;
}

/* The message of operation NAME of a 2.x channel: itself, or one of its oneOf. */
static sv_value find_sent(const struct sv_asyncapi *a, sv_value channel, const char *name,
                          const char *type)
{
  const sv_value operation = as_get(a, channel, name);
  const sv_value m =
      operation == SV_DOC_NONE ? SV_DOC_NONE : follow(a, as_get(a, operation, "message"));
  if (m == SV_DOC_NONE || sv_doc_type(a->doc, m) != SV_DOC_OBJECT)
    return SV_DOC_NONE;
  const sv_value choice = as_get(a, m, "oneOf");
  if (choice != SV_DOC_NONE)
    return find_in(a, choice, type);
  return is_called(a, m, SV_DOC_NONE, type) ? m : SV_DOC_NONE;
}

static sv_value find_message(const struct sv_asyncapi *a, const char *type)
{
  const sv_value components = as_get(a, SV_DOC_ROOT, "components");
  const sv_value channels = as_get(a, SV_DOC_ROOT, "channels");
  sv_value found =
      components == SV_DOC_NONE ? SV_DOC_NONE : find_in(a, as_get(a, components, "messages"), type);
  if (found != SV_DOC_NONE || channels == SV_DOC_NONE)
    return found;
  for (sv_value c = sv_doc_first(a->doc, channels); c != SV_DOC_NONE && found == SV_DOC_NONE;
       c = sv_doc_next(a->doc, channels, c)) {
    const sv_value channel = follow(a, c);
    if (channel == SV_DOC_NONE || sv_doc_type(a->doc, channel) != SV_DOC_OBJECT)
      continue;
    found = find_in(a, as_get(a, channel, "messages"), type);
    found = found != SV_DOC_NONE ? found : find_sent(a, channel, "publish", type);
    found = found != SV_DOC_NONE ? found : find_sent(a, channel, "subscribe", type);
  }
  return found;
}

enum sv_status sv_asyncapi_payload(struct sv_asyncapi *a, const char *type,
                                   const struct sv_schema **out, struct sv_error *err)
{
  *out = NULL;
  const sv_value message = find_message(a, type);
  const sv_value payload =
      message == SV_DOC_NONE ? SV_DOC_NONE : sv_asyncapi_payload_of(a, message);
  /* What is no schema is the validation's matter. */
  const enum sv_doc_type found =
      payload == SV_DOC_NONE ? SV_DOC_NULL : sv_doc_type(a->doc, payload);
  const bool is_schema = found == SV_DOC_OBJECT || found == SV_DOC_TRUE || found == SV_DOC_FALSE;
  return is_schema ? sv_asyncapi_schema(a, payload, out, err) : SV_OK;
}
