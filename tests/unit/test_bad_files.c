// SPDX-License-Identifier: Apache-2.0
/* Every damaged or mistaken target and profile file is refused at the right place, with a sentence
 * that says what. */
#include "tests/unit/unit.h"

#include "runner/catalogue.h"
#include "runner/paths.h"
#include "runner/profile.h"
#include "runner/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bad {
  const char *text;
  size_t line, column;
  const char *says; /* part of the sentence */
};

/* A target whose one member beside the name is X. */
#define T(x) "{\"name\":\"N\",\n" x "}"
#define WITH(x) T("\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://a.no\"}],\n" x)
#define URL(u) T("\"endpoints\":[{\"kind\":\"api\",\n\"url\":\"" u "\"}]")
#define CRED(c) WITH("\"credentials\":{\"c\":\n" c "}")

static const struct bad bad_targets[] = {
  { "", 1, 1, "empty" },
  { "{", 1, 2, "ends" },
  { "{\"name\":\"N\"", 1, 12, "ends inside an object" },
  { "{\"name\":\"N", 1, 11, "ends inside a string" },
  { "[1,2", 1, 5, "ends inside an array" },
  { "{\"name\":\"N\",}", 1, 12, "comma" },
  { "{\"name\":\"N\" // why\n}", 1, 13, "comments" },
  { "{\"name\":\"N\", /* why */\n\"role\":\"x\"}", 1, 14, "comments" },
  { "# why\n{}", 1, 1, "omment" },
  { "{'name':'N'}", 1, 2, "quotes" },
  { "{name:\"N\"}", 1, 2, "double quotes" },
  { "{\"name\":\"N\",\"name\":\"M\"}", 1, 13, "twice" },
  { "{\"name\":\"\\ud800\"}", 1, 10, "surrogate" },
  { "{\"name\":\"N\"} x", 1, 14, "Nothing may follow" },
  { "{\"name\":\"a\nb\"}", 1, 11, "control character" },
  { "{\"name\":\"\xff\"}", 1, 10, "UTF-8" },
  { "\xff\xfe{\0}\0", 1, 1, "UTF-" },
  { "[]", 1, 1, "object" },
  { "null", 1, 1, "object" },
  { "\"https://a.no\"", 1, 1, "object" },
  { "{}", 1, 1, "name is missing" },
  { "{\"name\":\"\"}", 1, 9, "must not be empty" },
  { "{\"name\":5}", 1, 9, "must be a text" },
  { "{\"name\":\"a\\u0000b\"}", 1, 9, "U+0000" },
  { "{\"name\":\"N\"}", 1, 1, "nothing to judge" },
  { T("\"endpoint\":[]"), 2, 1, "Did you mean endpoints" },
  { T("\"enpdoints\":[]"), 2, 1, "Did you mean endpoints" },
  { T("\"zzzzzzzz\":[]"), 2, 1, "Known here" },
  { T("\"endpoints\":{}"), 2, 13, "must be a list" },
  { T("\"endpoints\":[7]"), 2, 14, "object" },
  { T("\"endpoints\":[]"), 1, 1, "nothing to judge" },
  { T("\"endpoints\":[{\"kind\":\"api\"}]"), 2, 14, "url is missing" },
  { T("\"endpoints\":[{\"url\":\"https://a.no\"}]"), 2, 14, "kind is missing" },
  { T("\"endpoints\":[{\"kind\":\"opnapi\",\"url\":\"https://a.no\"}]"), 2, 22,
    "Did you mean openapi" },
  { T("\"endpoints\":[{\"kind\":\"qqqqqq\",\"url\":\"https://a.no\"}]"), 2, 22, "one of web, api" },
  { T("\"endpoints\":[{\"kind\":\"api\",\"uri\":\"https://a.no\"}]"), 2, 28, "Did you mean url" },
  { T("\"endpoints\":[{\"id\":\"a b\",\"kind\":\"api\",\"url\":\"https://a.no\"}]"), 2, 20,
    "no id" },
  { T("\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://"
      "a.no\"},\n{\"kind\":\"api\",\"url\":\"https://b.no\"}]"),
    3, 1, "used twice" },
  { WITH("\"documents\":[{\"kind\":\"api\",\"file\":\"a\"}]"), 3, 14, "used twice" },
  { WITH("\"documents\":[{\"kind\":\"dcat\"}]"), 3, 14, "either a file or a url" },
  { WITH("\"documents\":[{\"kind\":\"dcat\",\"file\":\"a\",\"url\":\"https://a.no\"}]"), 3, 14,
    "either" },
  { URL("ftp://a.no"), 3, 7, "no web address" },
  { URL("a.no"), 3, 7, "no web address" },
  { URL("file:///etc/passwd"), 3, 7, "no web address" },
  { URL("https://u:p@a.no"), 3, 7, "user name or password" },
  { URL("https://a.no/#x"), 3, 7, "after #" },
  { URL("https://"), 3, 7, "no valid address" },
  { URL("https://a.no:0/"), 3, 7, "no valid address" },
  { URL("https://a.no:99999/"), 3, 7, "no valid address" },
  { URL("https://a.no/a b"), 3, 7, "no valid address" },
  { URL("https://bl\xc3\xa5.no/"), 3, 7, "xn--" },
  { T("\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://a.no\",\"credential\":\"x\"}]"), 2, 62,
    "no credential" },
  { T("\"credentials\":{\"key1\":{\"type\":\"bearer\",\"token\":\"env:A\"}},\"endpoints\":[{"
      "\"kind\":\"api\",\"url\":"
      "\"https://a.no\",\"credential\":\"kye1\"}]"),
    2, 119, "Did you mean key1" },
  { WITH("\"organisation\":{\"orgnr\":\"974760674\",\"name\":\"X\"}"), 3, 25, "control digit" },
  { WITH("\"organisation\":{\"orgnr\":\"974 760 673\",\"name\":\"X\"}"), 3, 25, "nine digits" },
  { WITH("\"organisation\":{\"orgnr\":974760673,\"name\":\"X\"}"), 3, 25, "must be a text" },
  { WITH("\"organisation\":{\"orgnr\":\"974760673\"}"), 3, 16, "name is missing" },
  { WITH("\"role\":\"providr\""), 3, 8, "Did you mean provider" },
  { WITH("\"environment\":\"prod\""), 3, 15, "one of production" },
  { WITH("\"limits\":{\"rate\":0}"), 3, 18, "from 1 to 10000" },
  { WITH("\"limits\":{\"rate\":1.5}"), 3, 18, "whole number" },
  { WITH("\"limits\":{\"rate\":\"5\"}"), 3, 18, "whole number" },
  { WITH("\"limits\":{\"concurrency\":1e9}"), 3, 25, "from 1 to 256" },
  { WITH("\"limits\":{\"rates\":1}"), 3, 11, "Did you mean rate" },
  { WITH("\"samples\":[]"), 3, 11, "samples must be an object" },
  { WITH("\"samples\":{\"n\":1e999}"), 3, 11, "too large" },
  { WITH("\"credentials\":[]"), 3, 15, "must be an object" },
  { CRED("\"secret\""), 4, 1, "object with a type" },
  { CRED("{\"token\":\"env:A\"}"), 4, 1, "type is missing" },
  { CRED("{\"type\":\"baerer\",\"token\":\"env:A\"}"), 4, 9, "Did you mean bearer" },
  { CRED("{\"type\":\"bearer\"}"), 4, 1, "token is missing" },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:A\",\"purpose\":\"expried\"}"), 4, 44,
    "Did you mean expired" },
  { CRED("{\"type\":\"basic\",\"user\":\"u\",\"password\":\"env:A\",\"purpose\":\"expired\"}"), 4,
    47, "purpose is unknown" },
  { WITH("\"credentials\":{\"a\":{\"type\":\"bearer\",\"token\":\"env:A\",\"purpose\":\"expired\"},"
         "\"b\":{\"type\":\"bearer\",\"token\":\"env:B\",\"purpose\":\"expired\"}}"),
    3, 121, "One is enough" },
  { CRED("{\"type\":\"bearer\",\"token\":\"hunter2secret\"}"), 4, 26, "never stands in this file" },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:hunter2-secret\"}"), 4, 26, "environment variable" },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:\"}"), 4, 26, "environment variable" },
  { CRED("{\"type\":\"bearer\",\"token\":\"file:\"}"), 4, 26, "never stands" },
  { CRED("{\"type\":\"basic\",\"user\":\"u\",\"password\":\"hunter2secret\"}"), 4, 39,
    "never stands" },
  { CRED("{\"type\":\"basic\",\"user\":\"u:x\",\"password\":\"env:A\"}"), 4, 24, "colon" },
  { CRED("{\"type\":\"api-key\",\"key\":\"env:A\",\"header\":\"X Y\"}"), 4, 42, "header field" },
  { CRED("{\"type\":\"api-key\",\"token\":\"env:A\"}"), 4, 19, "token is unknown" },
  { CRED("{\"type\":\"mtls\",\"certificate\":\"env:A\",\"key\":\"file:k\"}"), 4, 30, "files" },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:A\",\"origin\":\"https://a.no/x\"}"), 4, 43,
    "without a path" },
  { WITH("\"credentials\":{\"a b\":{\"type\":\"bearer\",\"token\":\"env:A\"}}"), 3, 16,
    "name of a credential" },
};

#define P(x) "{\"id\":\"p\",\"version\":\"1.0.0\",\"title\":{\"en\":\"P\"},\n" x "}"

static const struct bad bad_profiles[] = {
  { "", 1, 1, "empty" },
  { "{\"id\":\"p\"", 1, 10, "ends" },
  { "{\"id\":\"p\",}", 1, 10, "comma" },
  { "{}", 1, 1, "id is missing" },
  { "{\"id\":\"P\",\"version\":\"1.0.0\",\"title\":{\"en\":\"P\"}}", 1, 7, "lower-case" },
  { "{\"id\":\"p\",\"version\":\"1\",\"title\":{\"en\":\"P\"}}", 1, 21, "1.0.0" },
  { "{\"id\":\"p\",\"version\":\"1.0.x\",\"title\":{\"en\":\"P\"}}", 1, 21, "1.0.0" },
  { "{\"id\":\"p\",\"version\":\"1.0.0\",\"title\":\"P\"}", 1, 37, "nb, nn and en" },
  { "{\"id\":\"p\",\"version\":\"1.0.0\",\"title\":{\"nb\":\"P\"}}", 1, 37, "en is missing" },
  { "{\"id\":\"p\",\"version\":\"1.0.0\",\"title\":{\"en\":\"P\",\"se\":\"P\"}}", 1, 47,
    "se is unknown" },
  { P("\"select\":[]"), 2, 10, "selects no requirement" },
  { P("\"select\":\"LEG-001\""), 2, 10, "list of texts" },
  { P("\"select\":[1]"), 2, 11, "must be a text" },
  { P("\"select\":[\"LEG-001\",\"LEG-001\"]"), 2, 21, "twice" },
  { P("\"select\":[\"LGE-001\"]"), 2, 11, "Did you mean LEG-001" },
  { P("\"select\":[\"technical/trasnport\"]"), 2, 11, "Did you mean technical/transport" },
  { P("\"select\":[\"qqqqqqqqqqqq\"]"), 2, 11, "samsvar list requirements" },
  { P("\"selcet\":[\"LEG-001\"]"), 2, 1, "Did you mean select" },
  { P("\"select\":[\"LEG-001\"],\"deselect\":[\"LEG-002\"]"), 2, 34, "not selected" },
  { P("\"select\":[\"LEG-001\"],\"levels\":{\"LEG-002\":\"must\"}"), 2, 32, "not among" },
  { P("\"select\":[\"LEG-001\"],\"levels\":{\"LEG-001\":\"msut\"}"), 2, 42, "Did you mean must" },
  { P("\"select\":[\"LEG-001\"],\"levels\":{\"LEG-001\":\"may\"}"), 2, 42, "lowers LEG-001" },
  { P("\"select\":[\"LEG-001\"],\"levels\":{\"LEG-001\":{\"level\":\"may\"}}"), 2, 42,
    "reason is missing" },
  { P("\"select\":[\"LEG-001\"],\"levels\":[]"), 2, 31, "object" },
  { P("\"select\":[\"LEG-001\"],\"roles\":[\"provdier\"]"), 2, 31, "Did you mean provider" },
  { P("\"select\":[\"LEG-001\"],\"kinds\":[\"dact\"]"), 2, 31, "Did you mean dcat" },
  { P("\"select\":[\"LEG-001\"],\"gate\":{\"failOn\":\"may\"}"), 2, 39, "failOn" },
  { P("\"select\":[\"LEG-001\"],\"gate\":{\"minShown\":101}"), 2, 41, "from 0 to 100" },
  { P("\"select\":[\"LEG-001\"],\"gate\":{\"minshown\":10}"), 2, 30, "Did you mean minShown" },
  { P("\"select\":[\"LEG-001\"],\"validity\":{\"days\":0}"), 2, 41, "from 1" },
  { P("\"select\":[\"LEG-001\"],\"parameters\":{\"A b\":0}"), 2, 36, "name of a parameter" },
  { P("\"select\":[\"LEG-001\"],\"parameters\":[]"), 2, 35, "object" },
  { P("\"select\":[\"LEG-001\"],\"declarative\":[{}]"), 2, 36, "empty list" },
  { P("\"extends\":\"bsae\""), 2, 11, "Did you mean base" },
  { P("\"extends\":\"qqqqqqqqq\""), 2, 11, "samsvar list profiles" },
  { P("\"extends\":\"../p.json\""), 2, 11, "folder of this one" },
  { P("\"extends\":\"/etc/passwd.json\""), 2, 11, "folder of this one" },
  { P("\"extends\":\"https://a.no/p.json\""), 2, 11, "folder of this one" },
  { P("\"extends\":\"nothing.json\""), 2, 11, "not there" },
  { P("\"extends\":\"p.json\""), 2, 11, "circle" },
};

static struct sv_catalogue catalogue;
static char folder[64];

static int begin(void **state)
{
  (void)state;
  (void)snprintf(folder, sizeof folder, "/tmp/samsvar-bad-XXXXXX");
  struct sv_error err = { 0 };
  return mkdtemp(folder) && sv_catalogue_read(sv_path_data(), &catalogue, &err) == SV_OK ? 0 : -1;
}

static int end(void **state)
{
  (void)state;
  sv_catalogue_free(&catalogue);
  return rmdir(folder);
}

static void write_file(const char *name, const char *text, size_t size)
{
  char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  assert_int_equal(fwrite(text, 1, size, f), size);
  assert_int_equal(fclose(f), 0);
}

static void remove_file(const char *name)
{
  char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  assert_int_equal(unlink(path), 0);
}

/* Whether it was refused as it should; says so if not. */
static bool refused(const struct bad *b, enum sv_status status, const struct sv_error *err)
{
  const bool same = status == SV_INVALID && err->line == b->line && err->column == b->column &&
                    err->file[0] && strstr(err->text, b->says) && !strstr(err->text, "hunter2") &&
                    !strstr(err->text, "{n");
  if (!same)
    print_error("%s\n  wanted %zu:%zu: ...%s...\n  got    %d %zu:%zu: %s\n", b->text, b->line,
                b->column, b->says, (int)status, err->line, err->column, err->text);
  return same;
}

static void bad_targets_are_refused(void **state)
{
  (void)state;
  size_t wrong = 0;
  for (size_t i = 0; i < sizeof bad_targets / sizeof bad_targets[0]; i++) {
    const struct bad *b = &bad_targets[i];
    const size_t size = b->text[0] == '\xff' ? 6 : strlen(b->text);
    struct sv_target t;
    struct sv_error err = { 0 };
    const enum sv_status status = sv_target_parse(b->text, size, "t.json", ".", &t, &err);
    wrong += !refused(b, status, &err);
    sv_target_free(&t);
  }
  assert_int_equal(wrong, 0);
}

static void bad_profiles_are_refused(void **state)
{
  (void)state;
  char path[128];
  size_t wrong = 0;
  (void)snprintf(path, sizeof path, "%s/p.json", folder);
  for (size_t i = 0; i < sizeof bad_profiles / sizeof bad_profiles[0]; i++) {
    const struct bad *b = &bad_profiles[i];
    write_file("p.json", b->text, strlen(b->text));
    struct sv_profile p;
    struct sv_error err = { 0 };
    const enum sv_status status = sv_profile_read(sv_path_data(), path, &catalogue, &p, &err);
    wrong += !refused(b, status, &err);
    sv_profile_free(&p);
  }
  remove_file("p.json");
  assert_int_equal(wrong, 0);
}

static enum sv_status parse(const char *text, size_t size, struct sv_error *err)
{
  struct sv_target t;
  *err = (struct sv_error){ 0 };
  const enum sv_status status = sv_target_parse(text, size, "t.json", ".", &t, err);
  sv_target_free(&t);
  return status;
}

static void a_file_too_large_or_deep_is_refused(void **state)
{
  (void)state;
  struct sv_error err;
  const size_t large = (size_t)5 << 20;
  char *text = malloc(large);
  assert_non_null(text);
  memset(text, ' ', large);
  assert_int_equal(parse(text, large, &err), SV_INVALID);
  assert_string_equal(err.limit, "document-bytes");
  memset(text, '[', large);
  assert_int_equal(parse(text, 100000, &err), SV_INVALID);
  assert_string_equal(err.limit, "depth");
  assert_int_equal(err.column, 33);
  write_file("t.json", text, large);
  char path[128];
  (void)snprintf(path, sizeof path, "%s/t.json", folder);
  struct sv_target t;
  err = (struct sv_error){ 0 };
  assert_int_equal(sv_target_read(path, &t, &err), SV_INVALID);
  assert_string_equal(err.file, path);
  assert_non_null(strstr(err.text, "limit"));
  sv_target_free(&t);
  remove_file("t.json");
  free(text);
}

static void profiles_that_extend_too_deep_are_refused(void **state)
{
  (void)state;
  char name[32];
  char text[256];
  for (int i = 0; i < 9; i++) {
    (void)snprintf(name, sizeof name, "d%d.json", i);
    (void)snprintf(text, sizeof text,
                   "{\"id\":\"d%d\",\"version\":\"1.0.0\",\"title\":{\"en\":\"D\"},\"extends\":\"d%"
                   "d.json\"}",
                   i, i + 1);
    write_file(name, text, strlen(text));
  }
  char path[128];
  (void)snprintf(path, sizeof path, "%s/d0.json", folder);
  struct sv_profile p;
  struct sv_error err = { 0 };
  assert_int_equal(sv_profile_read(sv_path_data(), path, &catalogue, &p, &err), SV_INVALID);
  assert_non_null(strstr(err.text, "more than 8 deep"));
  assert_non_null(strstr(err.file, "d7.json"));
  sv_profile_free(&p);
  for (int i = 0; i < 9; i++) {
    (void)snprintf(name, sizeof name, "d%d.json", i);
    remove_file(name);
  }
}

static void a_circle_of_two_is_refused(void **state)
{
  (void)state;
  static const char a[] = "{\"id\":\"a\",\"version\":\"1.0.0\",\"title\":{\"en\":\"A\"},"
                          "\"extends\":\"b.json\"}";
  static const char b[] = "{\"id\":\"b\",\"version\":\"1.0.0\",\"title\":{\"en\":\"B\"},"
                          "\n\"extends\":\"./a.json\"}";
  write_file("a.json", a, sizeof a - 1);
  write_file("b.json", b, sizeof b - 1);
  char path[128];
  (void)snprintf(path, sizeof path, "%s/a.json", folder);
  struct sv_profile p;
  struct sv_error err = { 0 };
  assert_int_equal(sv_profile_read(sv_path_data(), path, &catalogue, &p, &err), SV_INVALID);
  assert_non_null(strstr(err.text, "circle"));
  assert_non_null(strstr(err.file, "b.json"));
  assert_int_equal(err.line, 2);
  sv_profile_free(&p);
  remove_file("a.json");
  remove_file("b.json");
}

static void a_profile_that_is_not_there_is_named(void **state)
{
  (void)state;
  struct sv_profile p;
  struct sv_error err = { 0 };
  assert_int_equal(sv_profile_read(sv_path_data(), "api-provdier", &catalogue, &p, &err),
                   SV_INVALID);
  assert_non_null(strstr(err.text, "Did you mean api-provider"));
  sv_profile_free(&p);
  err = (struct sv_error){ 0 };
  assert_int_equal(sv_profile_read(sv_path_data(), "../profiles/base", &catalogue, &p, &err),
                   SV_NOT_FOUND);
  sv_profile_free(&p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(bad_targets_are_refused),
    cmocka_unit_test(bad_profiles_are_refused),
    cmocka_unit_test(a_file_too_large_or_deep_is_refused),
    cmocka_unit_test(profiles_that_extend_too_deep_are_refused),
    cmocka_unit_test(a_circle_of_two_is_refused),
    cmocka_unit_test(a_profile_that_is_not_there_is_named),
  };
  return cmocka_run_group_tests_name("bad files", tests, begin, end);
}
