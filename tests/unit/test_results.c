// SPDX-License-Identifier: Apache-2.0
/* results.json: written, read and written again. */
#include "tests/unit/unit.h"

#include "tests/unit/sample_run.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *written(const struct sv_run *run, size_t *size)
{
  struct sv_buf out = SV_BUF((size_t)1 << 30);
  assert_int_equal(sv_run_write(run, &out), SV_OK);
  *size = out.size;
  return sv_buf_take(&out);
}

static void assert_round_trip(const char *text, size_t size)
{
  struct sv_run again;
  struct sv_error err = { .line = 0 };
  if (sv_run_read(text, size, "results.json", &again, &err) != SV_OK)
    fail_msg("%s:%zu:%zu: %s", err.file, err.line, err.column, err.text);
  size_t second = 0;
  char *copy = written(&again, &second);
  assert_int_equal(second, size);
  assert_memory_equal(copy, text, size);
  free(copy);
  sv_run_free(&again);
}

static void what_is_written_is_read_back_to_the_byte(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  size_t size = 0;
  char *text = written(&run, &size);
  assert_round_trip(text, size);
  free(text);
  sv_run_free(&run);
}

static void the_file_is_canonical_in_anothers_eyes(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  sample_exchange(&run, 2, "a\x01\x1F\t\"\\/\x7F\xC3\xA6\xE2\x80\xA8\xF0\x9F\x98\x80");
  size_t size = 0;
  char *text = written(&run, &size);
  json_error_t error;
  json_t *doc = json_loads(text, JSON_REJECT_DUPLICATES, &error);
  if (!doc)
    fail_msg("line %d: %s", error.line, error.text);
  char *theirs = json_dumps(doc, JSON_INDENT(2) | JSON_SORT_KEYS);
  assert_non_null(theirs);
  assert_int_equal(strlen(theirs) + 1, size);
  assert_memory_equal(theirs, text, size - 1);
  assert_int_equal(text[size - 1], '\n');
  free(theirs);
  json_decref(doc);
  free(text);
  sv_run_free(&run);
}

static void an_empty_run_is_written_and_read(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 0);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  size_t size = 0;
  char *text = written(&run, &size);
  assert_round_trip(text, size);
  free(text);
  sv_run_free(&run);
}

static void bytes_that_are_no_text_become_replacement_characters(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  sample_exchange(&run, 2, "a\xFF\xC0\x80\xED\xA0\x80z");
  size_t size = 0;
  char *text = written(&run, &size);
  assert_non_null(strstr(text, "\"a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"));
  assert_round_trip(text, size);
  free(text);
  sv_run_free(&run);
}

/* What is put in place of what, where the fault must be found, and a word of the sentence. */
static const struct {
  const char *from, *to;
  enum sv_status status;
  const char *word;
} damages[] = {
  { "\"format\": 1", "\"format\": 2", SV_DENIED, "newer" },
  { "\"format\": 1", "\"format\": 0", SV_INVALID, "format" },
  { "\"format\": 1", "\"fomat\": 1", SV_INVALID, "format" },
  { "\"outcome\": \"failed\"", "\"outcome\": \"fail\"", SV_INVALID, "outcome" },
  { "\"partial\": false", "\"partial\": 0", SV_INVALID, "true or false" },
  { "\"started\": \"2026-11-22T08:14:07.000Z\",\n    \"tool\"",
    "\"started\": \"yesterday\",\n    \"tool\"", SV_INVALID, "time" },
  { "\"asOf\": \"2026-11-22\"", "\"asOf\": \"22.11.2026\"", SV_INVALID, "date" },
  { "\"sent\": 1148", "\"sent\": -1", SV_INVALID, "negative" },
  { "\"sent\": 1148", "\"sent\": 1.5", SV_INVALID, "whole" },
  { "\"sent\": 1148", "\"sent\": \"1148\"", SV_INVALID, "whole" },
  { "\"requirements\": [\n    {", "\"requirements\": [\n    7, {", SV_INVALID, "object" },
  { "\"results\": [", "\"resultats\": [", SV_INVALID, "results" },
  { "\"value\": \"does-not-conform\"", "\"value\": \"conforms\"", SV_INVALID, "says more" },
  { "\"value\": \"does-not-conform\"", "\"value\": \"superb\"", SV_INVALID, "value" },
  { "\"passed\": 4,\n      \"untested\": 4", "\"passed\": 8,\n      \"untested\": 0", SV_INVALID,
    "must" },
  { "\"expires\": \"2027-03-01\"", "\"expired_\": \"2027-03-01\"", SV_INVALID, "expires" },
  { "\"name\": \"Enhetsoppslag\"", "\"name\": \"A\\u0000B\"", SV_INVALID, "U+0000" },
  { "\"name\": \"Enhetsoppslag\"", "\"name\": \"A\", \"name\": \"B\"", SV_INVALID, "name" },
  { "\"name\": \"Enhetsoppslag\"", "\"name\": \"\\ud800\"", SV_INVALID, "" },
  { "\"name\": \"Enhetsoppslag\"", "\"name\": \"\xFF\"", SV_INVALID, "" },
  { "\"name\": \"Enhetsoppslag\"", "\"name\": ", SV_INVALID, "" },
};

static size_t line_of(const char *text, const char *place)
{
  size_t line = 1;
  for (const char *p = text; p < place; p++)
    line += *p == '\n';
  return line;
}

static void every_damage_has_a_place_and_a_sentence(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  size_t size = 0;
  char *text = written(&run, &size);
  for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
    const char *at = strstr(text, damages[i].from);
    if (!at)
      fail_msg("the sample has no %s", damages[i].from);
    struct sv_buf damaged = SV_BUF((size_t)1 << 24);
    (void)sv_buf_add(&damaged, text, (size_t)(at - text));
    (void)sv_buf_adds(&damaged, damages[i].to);
    (void)sv_buf_adds(&damaged, at + strlen(damages[i].from));
    struct sv_run again;
    struct sv_error err = { .line = 0 };
    const enum sv_status status = sv_run_read(damaged.data, damaged.size, "r.json", &again, &err);
    sv_run_free(&again);
    sv_buf_free(&damaged);
    if (status != damages[i].status || !strstr(err.text, damages[i].word) || err.line == 0 ||
        err.column == 0)
      fail_msg("%s: status %d, %s:%zu:%zu: %s", damages[i].to, (int)status, err.file, err.line,
               err.column, err.text);
    assert_string_equal(err.file, "r.json");
  }
  free(text);
  sv_run_free(&run);
}

static void the_place_of_a_damage_is_its_line(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  size_t size = 0;
  char *text = written(&run, &size);
  char *at = strstr(text, "\"durationMs\": 233");
  memcpy(at, "\"durationMs\": \"x\"", 17);
  struct sv_run again;
  struct sv_error err = { .line = 0 };
  assert_int_equal(sv_run_read(text, size, "r.json", &again, &err), SV_INVALID);
  assert_int_equal(err.line, line_of(text, at));
  sv_run_free(&again);
  free(text);
  sv_run_free(&run);
}

static void a_cut_file_never_reads(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  size_t size = 0;
  char *text = written(&run, &size);
  for (size_t cut = 0; cut + 2 < size; cut += 1 + cut % 97) {
    struct sv_run again;
    struct sv_error err = { .line = 0 };
    assert_int_not_equal(sv_run_read(text, cut, "r.json", &again, &err), SV_OK);
    assert_true(err.text[0] != '\0');
    sv_run_free(&again);
  }
  free(text);
  sv_run_free(&run);
}

static void unknown_members_are_ignored(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  size_t size = 0;
  char *text = written(&run, &size);
  char *at = strstr(text, "\"durationMs\": 233");
  struct sv_buf more = SV_BUF((size_t)1 << 24);
  (void)sv_buf_add(&more, text, (size_t)(at - text));
  (void)sv_buf_adds(&more, "\"x-ours\": [1, 2.5], ");
  (void)sv_buf_adds(&more, at);
  struct sv_run again;
  struct sv_error err = { .line = 0 };
  assert_int_equal(sv_run_read(more.data, more.size, "r.json", &again, &err), SV_OK);
  sv_run_free(&again);
  sv_buf_free(&more);
  free(text);
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_written_is_read_back_to_the_byte),
    cmocka_unit_test(the_file_is_canonical_in_anothers_eyes),
    cmocka_unit_test(an_empty_run_is_written_and_read),
    cmocka_unit_test(bytes_that_are_no_text_become_replacement_characters),
    cmocka_unit_test(every_damage_has_a_place_and_a_sentence),
    cmocka_unit_test(the_place_of_a_damage_is_its_line),
    cmocka_unit_test(a_cut_file_never_reads),
    cmocka_unit_test(unknown_members_are_ignored),
  };
  return cmocka_run_group_tests_name("results", tests, NULL, NULL);
}
