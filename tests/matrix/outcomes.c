// SPDX-License-Identifier: Apache-2.0
/* What each check said in one run. */
#include "tests/matrix/outcomes.h"

#include <string.h>

static int rank(const char *outcome)
{
  static const char *const worst_first[] = { "failed", "cantTell", "untested", "passed", "inapplicable" };
  for (int i = 0; i < 5; i++)
    if (outcome && strcmp(outcome, worst_first[i]) == 0)
      return i;
  return -1;
}

json_t *outcomes_read(const char *results)
{
  json_t *whole = json_load_file(results, JSON_REJECT_DUPLICATES, NULL);
  json_t *out = whole ? json_object() : NULL;
  size_t i;
  json_t *result;
  json_array_foreach(json_object_get(whole, "results"), i, result)
  {
    const char *check = json_string_value(json_object_get(result, "check"));
    json_t *outcome = json_object_get(result, "outcome");
    const char *before = json_string_value(json_object_get(out, check));
    if (!before || rank(json_string_value(outcome)) < rank(before))
      (void)json_object_set(out, check, outcome);
  }
  json_decref(whole);
  return out;
}

json_t *outcomes_words(const char *text)
{
  json_t *out = json_object();
  while (*text) {
    const size_t n = strcspn(text, " ");
    if (n)
      (void)json_object_setn_new(out, text, n, json_true());
    text += n + (text[n] == ' ');
  }
  return out;
}
