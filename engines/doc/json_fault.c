// SPDX-License-Identifier: Apache-2.0
/* What is said about text that is not JSON: where, what was due, and what to do. */
#include "engines/base/ascii.h"
#include "engines/doc/json.h"

#include <string.h>

static const char *const sentences[] = {
  [SV_JSON_EMPTY] = N_("The document is empty; JSON holds exactly one value."),
  [SV_JSON_VALUE] = N_("A value was expected here, not {found}."),
  [SV_JSON_VALUE_END] = N_("The text ends where a value was expected."),
  [SV_JSON_NAME] = N_("A name in double quotes was expected here, not {found}."),
  [SV_JSON_COLON] = N_("A colon was expected after the name, not {found}."),
  [SV_JSON_OBJECT_NEXT] =
      N_("A comma or a closing brace was expected after the member, not {found}."),
  [SV_JSON_OBJECT_END] = N_("The text ends inside an object; its closing brace is missing."),
  [SV_JSON_ARRAY_NEXT] =
      N_("A comma or a closing bracket was expected after the element, not {found}."),
  [SV_JSON_ARRAY_END] = N_("The text ends inside an array; its closing bracket is missing."),
  [SV_JSON_TRAILING_COMMA] = N_("JSON has no comma after the last value; remove this one."),
  [SV_JSON_NO_VALUE] = N_("A value is missing here; write one or remove the comma."),
  [SV_JSON_EXTRA] = N_("Nothing may follow the value, but {found} does."),
  [SV_JSON_COMMENT] = N_("JSON has no comments; remove this one."),
  [SV_JSON_SINGLE_QUOTE] = N_("JSON uses double quotes, not single ones; replace them."),
  [SV_JSON_BARE_NAME] = N_("A name stands in double quotes in JSON; add them."),
  [SV_JSON_BARE_WORD] = N_("JSON has no such word as {found}; a text stands in double quotes."),
  [SV_JSON_NOT_FINITE] =
      N_("JSON has no NaN and no Infinity; write null, or leave the member out."),
  [SV_JSON_LITERAL] =
      N_("The words are true, false and null, in small letters; {found} is none of them."),
  [SV_JSON_PLUS] = N_("A number has no plus sign in front in JSON; remove it."),
  [SV_JSON_LEADING_ZERO] = N_("A number has no extra zero in front in JSON; remove it."),
  [SV_JSON_LEADING_POINT] = N_("A number needs a digit before its decimal point; write 0 there."),
  [SV_JSON_FRACTION] = N_("A digit was expected after the decimal point."),
  [SV_JSON_EXPONENT] = N_("A digit was expected in the exponent."),
  [SV_JSON_MINUS] = N_("A digit was expected after the minus sign."),
  [SV_JSON_HEX] = N_("Numbers are decimal in JSON; rewrite this one or put it in double quotes."),
  [SV_JSON_STRING_END] = N_("The text ends inside a string; its closing quote is missing."),
  [SV_JSON_CONTROL] =
      N_("The control character {found} must be written as an escape inside a string."),
  [SV_JSON_ESCAPE] = N_("A backslash is followed by one of \" \\ / b f n r t u in JSON, not by "
                        "{found}."),
  [SV_JSON_UNICODE_ESCAPE] = N_("Four hexadecimal digits were expected after \\u."),
  [SV_JSON_UTF8] = N_("The bytes here are not UTF-8; save the document as UTF-8."),
};

static bool is_word(int c)
{
  return sv_is_alnum(c) || c == '_' || c == '$';
}

static size_t word_size(const struct sv_json *j, const char *p)
{
  const char *q = p;
  while (q < j->end && is_word((unsigned char)*q))
    q++;
  return (size_t)(q - p);
}

void *sv_json_fault(struct sv_json *j, enum sv_json_fault fault, const char *p)
{
  const bool encoding = fault == SV_JSON_UTF8;
  struct sv_doc_finding f = { .kind = encoding ? SV_DOC_ENCODING : SV_DOC_MALFORMED,
                              .is_error = true,
                              .rule = encoding ? "encoding" : "json-syntax",
                              .msgid = sentences[fault],
                              .offset = (size_t)(p - j->start) };
  if ((fault == SV_JSON_BARE_WORD || fault == SV_JSON_LITERAL) && word_size(j, p))
    sv_finding_place(&f, "found", p, word_size(j, p));
  else if (p < j->end && strstr(sentences[fault], "{found}"))
    sv_finding_found(&f, p, j->end);
  else
    f.arg_name = NULL;
  return sv_build_fail(j->build, SV_INVALID, &f);
}

static bool starts(const struct sv_json *j, const char *p, const char *word)
{
  const size_t size = strlen(word);
  return (size_t)(j->end - p) >= size && memcmp(p, word, size) == 0;
}

static bool is_not_finite(const struct sv_json *j, const char *p)
{
  p += p < j->end && (*p == '-' || *p == '+');
  return starts(j, p, "NaN") || starts(j, p, "nan") || starts(j, p, "Inf") || starts(j, p, "inf");
}

static enum sv_json_fault bare_word(const struct sv_json *j, const char *p)
{
  static const char *const meant[] = { "true", "false", "null", "none" };
  if (is_not_finite(j, p))
    return SV_JSON_NOT_FINITE;
  for (size_t i = 0; i < sizeof meant / sizeof meant[0]; i++)
    if (sv_equal_nocase_n(p, word_size(j, p), meant[i]))
      return SV_JSON_LITERAL;
  return SV_JSON_BARE_WORD;
}

void *sv_json_value_fault(struct sv_json *j, const char *p)
{
  if (p == j->end)
    return sv_json_fault(j, SV_JSON_VALUE_END, p);
  enum sv_json_fault fault = SV_JSON_VALUE;
  if (starts(j, p, "//") || starts(j, p, "/*") || *p == '#')
    fault = SV_JSON_COMMENT;
  else if (*p == '\'')
    fault = SV_JSON_SINGLE_QUOTE;
  else if (*p == ',')
    fault = SV_JSON_NO_VALUE;
  else if (is_not_finite(j, p))
    fault = SV_JSON_NOT_FINITE;
  else if (*p == '+')
    fault = SV_JSON_PLUS;
  else if (*p == '.' && p + 1 < j->end && sv_is_digit(p[1]))
    fault = SV_JSON_LEADING_POINT;
  else if (is_word((unsigned char)*p))
    fault = bare_word(j, p);
  else if ((unsigned char)*p >= 0x80)
    fault = SV_JSON_VALUE;
  return sv_json_fault(j, fault, p);
}

void *sv_json_name_fault(struct sv_json *j, const char *p)
{
  if (p == j->end)
    return sv_json_fault(j, SV_JSON_OBJECT_END, p);
  enum sv_json_fault fault = SV_JSON_NAME;
  if (starts(j, p, "//") || starts(j, p, "/*") || *p == '#')
    fault = SV_JSON_COMMENT;
  else if (*p == '\'')
    fault = SV_JSON_SINGLE_QUOTE;
  else if (sv_is_alpha(*p) || *p == '_' || *p == '$')
    fault = SV_JSON_BARE_NAME;
  return sv_json_fault(j, fault, p);
}
