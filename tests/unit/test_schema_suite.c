// SPDX-License-Identifier: Apache-2.0
/* The whole JSON-Schema-Test-Suite, when it is there ($SAMSVAR_SHARED or ../shared beside the
 * source): every draft's required, optional and format cases, with the numbers that must pass
 * pinned. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/schema/suite.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct {
  const char *folder;
  enum sv_schema_dialect dialect;
  size_t required, optional, format;
} drafts[] = {
  { "draft2020-12", SV_SCHEMA_2020_12, 1299, 158, 768 },
  { "draft2019-09", SV_SCHEMA_2019_09, 1259, 158, 757 },
  { "draft7", SV_SCHEMA_DRAFT_7, 927, 118, 676 },
  { "draft6", SV_SCHEMA_DRAFT_6, 839, 106, 325 },
  { "draft4", SV_SCHEMA_DRAFT_4, 618, 100, 219 },
};

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/json-schema", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/json-schema", source ? source : ".");
  return access(corpus, R_OK) == 0;
}

static enum sv_status load(const char *path, struct sv_doc **out, struct sv_error *err)
{
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK)
    status = sv_doc_parse(sv_buf_text(&text), text.size, NULL, out, err);
  sv_buf_free(&text);
  return status;
}

static enum sv_status fetch(void *context, const char *iri, struct sv_doc **out,
                            struct sv_error *err)
{
  static const char prefix[] = "http://localhost:1234/";
  char path[8000];
  (void)context;
  if (strncmp(iri, prefix, strlen(prefix)) != 0)
    return SV_NOT_FOUND;
  (void)snprintf(path, sizeof path, "%s/remotes/%s", corpus, iri + strlen(prefix));
  return access(path, R_OK) == 0 ? load(path, out, err) : SV_NOT_FOUND;
}

static void tell(void *context, const struct sv_suite_case *c)
{
  size_t n = 0, m = 0;
  const char *group = sv_doc_string(c->file, sv_doc_gets(c->file, c->group, "description"), &n);
  const char *test = c->test == SV_DOC_NONE
                         ? ""
                         : sv_doc_string(c->file, sv_doc_gets(c->file, c->test, "description"), &m);
  print_message("# %s: %.*s: %.*s: expected %s%s%s\n", (const char *)context, (int)n, group, (int)m,
                test, c->expected ? "valid" : "invalid", c->problem ? "; " : "",
                c->problem ? c->problem : "");
}

static void run_file(const char *path, const struct sv_schema_options *opt,
                     struct sv_suite_count *count)
{
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  char name[8000];
  (void)snprintf(name, sizeof name, "%s", path + strlen(corpus) + 7);
  if (load(path, &doc, &err) != SV_OK || sv_suite_run(doc, opt, tell, name, count, &err) != SV_OK) {
    print_message("# %s: %s\n", path, err.text);
    count->failed++;
  }
  sv_doc_free(doc);
}

static void run_folder(const char *folder, const char *sub, const struct sv_schema_options *opt,
                       bool only_format_files, struct sv_suite_count *count)
{
  char path[8400];
  (void)snprintf(path, sizeof path, "%s/tests/%s%s", corpus, folder, sub);
  DIR *dir = opendir(path);
  if (!dir)
    return;
  for (const struct dirent *e = readdir(dir); e; e = readdir(dir)) {
    const size_t n = strlen(e->d_name);
    if (n < 5 || strcmp(e->d_name + n - 5, ".json") != 0)
      continue;
    const bool about_format = strcmp(sub, "/optional") == 0 && strncmp(e->d_name, "format", 6) == 0;
    if (about_format != only_format_files)
      continue;
    (void)snprintf(path, sizeof path, "%s/tests/%s%s/%s", corpus, folder, sub, e->d_name);
    run_file(path, opt, count);
  }
  (void)closedir(dir);
}

static void every_draft_is_complete(void **state)
{
  (void)state;
  if (!find_corpus()) {
    print_message("# the shared corpus is not there\n");
    skip();
  }
  bool complete = true;
  for (size_t i = 0; i < sizeof drafts / sizeof drafts[0]; i++) {
    struct sv_schema_options opt = { .dialect = drafts[i].dialect, .fetch = fetch };
    struct sv_suite_count required = { 0 }, optional = { 0 }, format = { 0 };
    run_folder(drafts[i].folder, "", &opt, false, &required);
    run_folder(drafts[i].folder, "/optional", &opt, false, &optional);
    run_folder(drafts[i].folder, "/optional", &opt, true, &format);
    opt.assert_format = true;
    run_folder(drafts[i].folder, "/optional/format", &opt, false, &format);
    print_message("# %s: required %zu of %zu, optional %zu of %zu, format %zu of %zu\n",
                  drafts[i].folder, required.passed, required.passed + required.failed,
                  optional.passed, optional.passed + optional.failed, format.passed,
                  format.passed + format.failed);
    complete = complete && required.failed + optional.failed + format.failed == 0 &&
               required.passed == drafts[i].required && optional.passed == drafts[i].optional &&
               format.passed == drafts[i].format;
  }
  assert_true(complete);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_draft_is_complete),
  };
  return cmocka_run_group_tests_name("schema-suite", tests, NULL, NULL);
}
