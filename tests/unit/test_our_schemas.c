// SPDX-License-Identifier: Apache-2.0
/* The schemas for editors say the same of our files as the readers do. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/schema/schema.h"
#include "runner/folder.h"
#include "runner/paths.h"
#include "runner/target.h"

#include <stdio.h>
#include <string.h>

struct judge {
  struct sv_doc *doc;
  struct sv_schema_set *set;
  const struct sv_schema *schema;
};

static struct sv_doc *read_doc(const char *path)
{
  struct sv_buf text = SV_BUF(16 << 20);
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  if (sv_file_read(path, &text, &err) != SV_OK ||
      sv_doc_parse(sv_buf_text(&text), text.size, NULL, &doc, &err) != SV_OK)
    fail_msg("%s: %s", path, err.text);
  sv_buf_free(&text);
  return doc;
}

/* The schema NAME.schema.json, compiled. */
static struct judge open_judge(const char *name)
{
  char path[1024];
  struct sv_error err = { 0 };
  (void)snprintf(path, sizeof path, "%s/profiles/%s.schema.json", sv_path_data(), name);
  struct judge j = { .doc = read_doc(path), .set = sv_schema_set_new(NULL) };
  assert_non_null(j.set);
  if (sv_schema_set_add(j.set, "https://samsvar.test/schema", j.doc, &err) != SV_OK ||
      sv_schema_compile(j.set, "https://samsvar.test/schema", &j.schema, &err) != SV_OK)
    fail_msg("%s: %s", path, err.text);
  return j;
}

static void close_judge(struct judge *j)
{
  sv_schema_set_free(j->set);
  sv_doc_free(j->doc);
}

static bool is_valid(const struct judge *j, const struct sv_doc *doc)
{
  bool valid = false;
  struct sv_error err = { 0 };
  assert_int_equal(sv_schema_validate(j->schema, doc, SV_DOC_ROOT, &valid, &err), SV_OK);
  return valid;
}

/* Judges every JSON file of FOLDER that is no schema; how many there were. */
static size_t judge_folder(const struct judge *j, const char *folder)
{
  char dir[1024];
  char path[2048];
  struct sv_arena a = SV_ARENA(0);
  struct sv_error err = { 0 };
  const char *const *names = NULL;
  size_t count = 0;
  (void)snprintf(dir, sizeof dir, "%s/profiles%s", sv_path_data(), folder);
  assert_int_equal(sv_folder_list(dir, ".json", &a, &names, &err), SV_OK);
  for (; *names; names++) {
    if (sv_ends_with(*names, ".schema.json"))
      continue;
    (void)snprintf(path, sizeof path, "%s/%s", dir, *names);
    struct sv_doc *doc = read_doc(path);
    if (!is_valid(j, doc))
      fail_msg("%s is not valid by its schema", path);
    sv_doc_free(doc);
    count++;
  }
  sv_arena_free(&a);
  return count;
}

static void shipped_profiles_are_valid(void **state)
{
  (void)state;
  struct judge j = open_judge("profile");
  assert_true(judge_folder(&j, "") >= 6);
  close_judge(&j);
}

static void the_catalogue_is_valid(void **state)
{
  (void)state;
  struct judge j = open_judge("requirement");
  static const char *const layers[] = { "/requirements/legal", "/requirements/organisational",
                                        "/requirements/semantic", "/requirements/technical" };
  for (size_t i = 0; i < 4; i++)
    assert_true(judge_folder(&j, layers[i]) >= 7);
  close_judge(&j);
}

#define T(x) "{\"name\":\"N\",\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://a.no\"}]" x "}"
#define CRED(x) T(",\"credentials\":{\"c\":" x "}")

/* Texts of which the reader and the schema must say the same. */
static const struct {
  const char *text;
  bool good;
} targets[] = {
  { T(""), true },
  { T(",\"role\":\"consumer\",\"environment\":\"test\",\"profile\":\"base\""), true },
  { T(",\"limits\":{\"rate\":5}"), true },
  { T(",\"samples\":{\"paths\":[\"/x\"]}"), true },
  { T(",\"documents\":[{\"kind\":\"dcat\",\"file\":\"x.ttl\"}]"), true },
  { T(",\"organisation\":{\"orgnr\":\"974760673\",\"name\":\"X\"}"), true },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:A\"}"), true },
  { CRED("{\"type\":\"basic\",\"user\":\"u\",\"password\":\"file:x\"}"), true },
  { CRED("{\"type\":\"api-key\",\"key\":\"cmd:x\",\"header\":\"X-A\"}"), true },
  { CRED("{\"type\":\"mtls\",\"certificate\":\"file:a\",\"key\":\"file:b\"}"), true },
  { "{\"name\":\"N\"}", false },
  { "{\"name\":\"N\",\"endpoints\":[]}", false },
  { "{\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://a.no\"}]}", false },
  { "{\"name\":\"N\",\"endpoints\":[{\"kind\":\"apis\",\"url\":\"https://a.no\"}]}", false },
  { "{\"name\":\"N\",\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://u@a.no\"}]}", false },
  { "{\"name\":\"N\",\"endpoints\":[{\"kind\":\"api\",\"url\":\"ftp://a.no\"}]}", false },
  { "{\"name\":\"N\",\"endpoints\":[{\"kind\":\"api\",\"url\":\"https://a.no/#x\"}]}", false },
  { T(",\"role\":\"owner\""), false },
  { T(",\"limits\":{\"rate\":0}"), false },
  { T(",\"limits\":{\"concurrency\":257}"), false },
  { T(",\"organisation\":{\"orgnr\":\"97476067\",\"name\":\"X\"}"), false },
  { T(",\"documents\":[{\"kind\":\"dcat\"}]"), false },
  { T(",\"documents\":[{\"kind\":\"dcat\",\"file\":\"x\",\"url\":\"https://a.no\"}]"), false },
  { T(",\"unknown\":1"), false },
  { CRED("{\"type\":\"bearer\",\"token\":\"hunter2\"}"), false },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:1\"}"), false },
  { CRED("{\"type\":\"bearer\"}"), false },
  { CRED("{\"type\":\"mtls\",\"certificate\":\"env:a\",\"key\":\"file:b\"}"), false },
  { CRED("{\"type\":\"api-key\",\"key\":\"cmd:x\",\"header\":\"X A\"}"), false },
  { CRED("{\"type\":\"bearer\",\"token\":\"env:A\",\"origin\":\"https://a.no/x\"}"), false },
};

static void schema_and_reader_agree_on_targets(void **state)
{
  (void)state;
  struct judge j = open_judge("target");
  for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
    const size_t size = strlen(targets[i].text);
    struct sv_doc *doc = NULL;
    struct sv_target t;
    struct sv_error err = { 0 };
    assert_int_equal(sv_doc_parse(targets[i].text, size, NULL, &doc, &err), SV_OK);
    const bool by_schema = is_valid(&j, doc);
    const bool by_reader = sv_target_parse(targets[i].text, size, "t", ".", &t, &err) == SV_OK;
    if (by_schema != targets[i].good || by_reader != targets[i].good)
      fail_msg("%s: schema %d, reader %d (%s)", targets[i].text, by_schema, by_reader, err.text);
    sv_target_free(&t);
    sv_doc_free(doc);
  }
  close_judge(&j);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(shipped_profiles_are_valid),
    cmocka_unit_test(the_catalogue_is_valid),
    cmocka_unit_test(schema_and_reader_agree_on_targets),
  };
  return cmocka_run_group_tests_name("our schemas", tests, NULL, NULL);
}
