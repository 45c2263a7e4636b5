// SPDX-License-Identifier: Apache-2.0
/* A pattern, a line feed, a text. The automaton and PCRE2 must give the same answer. */
#include "tests/fuzz/fuzz.h"

#include "engines/base/buf.h"
#include "engines/base/utf8.h"
#include "engines/regex/regex.h"

#include <string.h>

/* The same pattern where no automaton can be built, because of an empty lookahead in front. */
static struct sv_regex *by_pcre(const char *pattern, size_t size)
{
  struct sv_buf text = SV_BUF(70000);
  struct sv_regex *r = NULL;
  (void)sv_buf_adds(&text, "(?=)(?:");
  (void)sv_buf_add(&text, pattern, size);
  (void)sv_buf_adds(&text, ")");
  if (text.failed == SV_OK && sv_regex_compile(text.data, text.size, &r, NULL) != SV_OK)
    r = NULL;
  sv_buf_free(&text);
  return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *pattern = (const char *)data;
  const uint8_t *nl = size ? memchr(data, '\n', size) : NULL;
  const size_t pattern_size = nl ? (size_t)(nl - data) : size;
  const char *text = nl ? (const char *)nl + 1 : "";
  const size_t text_size = nl ? size - pattern_size - 1 : 0;
  struct sv_regex *r;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_regex_compile(pattern, pattern_size, &r, &err);
  PROMISE((status == SV_OK) == (r != NULL));
  PROMISE(status == SV_OK || status == SV_INVALID || status == SV_LIMIT);
  PROMISE(status != SV_INVALID ||
          (err.text[0] && err.column >= 1 && err.column <= pattern_size + 1));
  PROMISE((sv_regex_check(pattern, pattern_size, NULL) == SV_INVALID) == (status == SV_INVALID));
  if (!r)
    return 0;
  bool found = false, other = false;
  const enum sv_status matched = sv_regex_match(r, NULL, text, text_size, &found);
  PROMISE(matched == SV_OK || matched == SV_LIMIT || matched == SV_INVALID);
  if (sv_regex_is_linear(r) && sv_utf8_check(text, text_size) == text_size) {
    PROMISE(matched == SV_OK);
    struct sv_regex *slow = by_pcre(pattern, pattern_size);
    if (slow && sv_regex_match(slow, NULL, text, text_size, &other) == SV_OK)
      PROMISE(found == other);
    sv_regex_free(slow);
  }
  sv_regex_free(r);
  return 0;
}
