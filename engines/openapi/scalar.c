// SPDX-License-Identifier: Apache-2.0
/* Members that hold no object of the specification: their type and form. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/regex/loose.h"

#include <string.h>

static const char *const types_new[] = { "null",   "boolean", "object",  "array",
                                         "number", "string",  "integer", NULL };
static const char *const types_2[] = { "null",   "boolean", "object", "array", "number",
                                       "string", "integer", "file",   NULL };
static const char *const types_3[] = { "boolean", "object",  "array", "number",
                                       "string",  "integer", NULL };

void sv_openapi_wrong_type(struct sv_openapi *api, struct sv_openapi_node n, const char *name,
                           const char *msgid)
{
  const struct sv_openapi_said said = { .rule = "type", .msgid = msgid, .where = n };
  sv_openapi_say(api, &said,
                 SV_OPENAPI_ARGS({ "name", name, 0 }, { "found", sv_openapi_excerpt(api, n), 0 }));
}

static bool is_word(struct sv_openapi_node n, const char *const *words)
{
  for (; *words; words++)
    if (sv_doc_is_text(n.doc, n.value, *words))
      return true;
  return false;
}

static void say_words(struct sv_openapi *api, struct sv_openapi_node n, const char *name,
                      const char *const *words)
{
  struct sv_buf list = SV_BUF(512);
  for (; *words; words++)
    (void)sv_buf_addf(&list, "%s%s", list.size ? ", " : "", *words);
  const struct sv_openapi_said said = { .rule = "enum",
                                        .msgid = N_("{name} must be one of {limit}; found {found}"),
                                        .where = n };
  sv_openapi_say(api, &said,
                 SV_OPENAPI_ARGS({ "name", name, 0 }, { "limit", sv_buf_text(&list), 0 },
                                 { "found", sv_openapi_excerpt(api, n), 0 }));
  sv_buf_free(&list);
}

static bool want(struct sv_openapi *api, struct sv_openapi_node n, enum sv_doc_type type,
                 const char *name)
{
  static const char *const msgids[] = {
    [SV_DOC_NUMBER] = N_("{name} must be a number; found {found}"),
    [SV_DOC_STRING] = N_("{name} must be a text (string); found {found}"),
    [SV_DOC_ARRAY] = N_("{name} must be an array; found {found}"),
    [SV_DOC_OBJECT] = N_("{name} must be an object; found {found}"),
  };
  if (sv_openapi_is(n, type))
    return true;
  sv_openapi_wrong_type(api, n, name, msgids[type]);
  return false;
}

static void judge_boolean(struct sv_openapi *api, struct sv_openapi_node n, const char *name)
{
  if (!sv_openapi_is(n, SV_DOC_TRUE) && !sv_openapi_is(n, SV_DOC_FALSE))
    sv_openapi_wrong_type(api, n, name, N_("{name} must be true or false; found {found}"));
}

/* What a text must be that is no rule of the specification's grammar, only of the format: warned
 * of. */
static void judge_form(struct sv_openapi *api, struct sv_openapi_node n,
                       enum sv_openapi_holds holds, const char *name)
{
  size_t size;
  const char *text = sv_openapi_bytes(n, &size);
  if (!text)
    return;
  struct sv_openapi_said said = { .rule = "url", .where = n, .warning = true };
  if (holds == HOLDS_URI && !sv_uri_is_reference(text, size, true)) {
    said.msgid = N_("{name} should be an address (URL); found {found}");
  } else if (holds == HOLDS_EMAIL && !memchr(text, '@', size)) {
    said.rule = "email";
    said.msgid = N_("{name} should be an e-mail address; found {found}");
  } else if (holds == HOLDS_PATTERN) {
    /* The flag u came with JSON Schema 2020-12 6.4; 3.0 and 2.0 have ECMA-262 5.1 and draft 4. */
    const bool strict = api->version >= SV_OPENAPI_3_1;
    struct sv_error ignored = { .line = 0 };
    struct sv_regex *regex = NULL;
    enum sv_status status = sv_regex_check(text, size, NULL);
    if (status == SV_INVALID && !strict)
      status = sv_regex_compile_loose(text, size, "", 0, &regex, &ignored);
    sv_regex_free(regex);
    said.rule = "pattern";
    if (status == SV_INVALID)
      said.msgid = strict ? N_("{name} should be a regular expression as JSON Schema has them "
                               "(ECMA-262 with the u flag); found {found}")
                          : N_("{name} should be a regular expression (ECMA-262); found {found}");
  }
  if (said.msgid)
    sv_openapi_say(
        api, &said,
        SV_OPENAPI_ARGS({ "name", name, 0 }, { "found", sv_openapi_excerpt(api, n), 0 }));
}

static void judge_number(struct sv_openapi *api, struct sv_openapi_node n,
                         enum sv_openapi_holds holds, const char *name)
{
  if (holds == HOLDS_COUNT) {
    if (!sv_openapi_is(n, SV_DOC_NUMBER) || !sv_doc_is_integer(n.doc, n.value) ||
        sv_doc_double(n.doc, n.value) < 0)
      sv_openapi_wrong_type(api, n, name,
                            N_("{name} must be a whole number, 0 or more; found {found}"));
    return;
  }
  if (!want(api, n, SV_DOC_NUMBER, name))
    return;
  if (holds == HOLDS_POSITIVE && !(sv_doc_double(n.doc, n.value) > 0))
    sv_openapi_wrong_type(api, n, name, N_("{name} must be more than 0; found {found}"));
}

static void judge_strings(struct sv_openapi *api, struct sv_openapi_node n, enum sv_doc_type around,
                          const char *name)
{
  if (!want(api, n, around, name))
    return;
  for (struct sv_openapi_node c = sv_openapi_first(n); c.doc; c = sv_openapi_next(n, c)) {
    size_t size;
    const char *own =
        around == SV_DOC_OBJECT ? sv_doc_string(c.doc, sv_doc_key(c.doc, c.value), &size) : NULL;
    if (own && size >= 2 && memcmp(own, "x-", 2) == 0)
      continue;
    (void)want(api, c, SV_DOC_STRING, name);
  }
}

static void judge_type(struct sv_openapi *api, struct sv_openapi_node n, const char *name)
{
  const enum sv_openapi_version v = api->version;
  const char *const *words = v == SV_OPENAPI_2_0   ? types_2
                             : v == SV_OPENAPI_3_0 ? types_3
                                                   : types_new;
  if (v == SV_OPENAPI_3_0 || !sv_openapi_is(n, SV_DOC_ARRAY)) {
    if (!is_word(n, words))
      say_words(api, n, name, words);
    return;
  }
  for (struct sv_openapi_node c = sv_openapi_first(n); c.doc; c = sv_openapi_next(n, c))
    if (!is_word(c, words))
      say_words(api, c, name, words);
}

void sv_openapi_scalar(struct sv_openapi *api, struct sv_openapi_node n,
                       const struct sv_openapi_field *field, const char *name)
{
  const enum sv_openapi_holds holds = field->holds;
  switch (holds) {
  case HOLDS_STRING:
    (void)want(api, n, SV_DOC_STRING, name);
    return;
  case HOLDS_BOOLEAN:
    judge_boolean(api, n, name);
    return;
  case HOLDS_URI:
  case HOLDS_EMAIL:
  case HOLDS_PATTERN:
    if (want(api, n, SV_DOC_STRING, name))
      judge_form(api, n, holds, name);
    return;
  case HOLDS_NUMBER:
  case HOLDS_POSITIVE:
  case HOLDS_COUNT:
    judge_number(api, n, holds, name);
    return;
  case HOLDS_LIMIT:
    if (api->version >= SV_OPENAPI_3_1)
      judge_number(api, n, HOLDS_NUMBER, name);
    else
      judge_boolean(api, n, name);
    return;
  case HOLDS_WORD:
    if (!is_word(n, field->words))
      say_words(api, n, name, field->words);
    return;
  case HOLDS_TYPE:
    judge_type(api, n, name);
    return;
  case HOLDS_NAMES:
    judge_strings(api, n, SV_DOC_ARRAY, name);
    return;
  case HOLDS_STRINGS:
    judge_strings(api, n, SV_DOC_OBJECT, name);
    return;
  default:
    return;
  }
}
