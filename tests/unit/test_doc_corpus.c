// SPDX-License-Identifier: Apache-2.0
/* Every JSON and YAML file of the shared corpus is read, and reads the same as by Jansson where
 * that can. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/doc/bridge.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MAX ((size_t)16 << 20)

static size_t json_files, yaml_files, wrong;

static char *read_whole(const char *path, size_t *size)
{
  FILE *f = fopen(path, "rb");
  char *text = f ? malloc(FILE_MAX) : NULL;
  *size = text ? fread(text, 1, FILE_MAX, f) : 0;
  if (f)
    (void)fclose(f);
  return text;
}

static void check_json(const struct sv_doc *d, const char *path, const char *text, size_t size)
{
  json_t *theirs = json_loadb(text, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
  json_t *ours = NULL;
  if (theirs && sv_doc_to_json(d, SV_DOC_ROOT, 1000000, &ours, NULL) == SV_OK &&
      !json_equal(ours, theirs)) {
    print_error("%s: another value than Jansson's\n", path);
    wrong++;
  }
  json_decref(ours);
  json_decref(theirs);
}

static int visit(const char *path, const struct stat *st, int kind, struct FTW *at)
{
  (void)st;
  (void)at;
  const bool json = sv_ends_with(path, ".json") || sv_ends_with(path, ".jsonld");
  const bool yaml = sv_ends_with(path, ".yaml") || sv_ends_with(path, ".yml");
  if (kind != FTW_F || (!json && !yaml))
    return 0;
  size_t size;
  char *text = read_whole(path, &size);
  const struct sv_doc_options opt = { .syntax = json ? SV_DOC_JSON : SV_DOC_YAML };
  struct sv_doc *d = NULL;
  struct sv_error err = { 0 };
  if (sv_doc_parse(text, size, &opt, &d, &err) != SV_OK) {
    print_error("%s:%zu:%zu: %s\n", path, err.line, err.column, err.text);
    wrong++;
  } else if (json) {
    check_json(d, path, text, size);
  }
  json_files += json;
  yaml_files += yaml;
  sv_doc_free(d);
  free(text);
  return 0;
}

static void the_shared_corpus_is_read(void **state)
{
  (void)state;
  static const char *const folders[] = { "json-schema", "openapi", "openapi-no", "json-ld" };
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
    char path[4096];
    if (shared)
      (void)snprintf(path, sizeof path, "%s/corpus/%s", shared, folders[i]);
    else
      (void)snprintf(path, sizeof path, "%s/../shared/corpus/%s", source ? source : ".",
                     folders[i]);
    (void)nftw(path, visit, 20, FTW_PHYS);
  }
  if (json_files + yaml_files == 0) {
    print_message("# skipped: the shared corpus is not here\n");
    return;
  }
  print_message("# %zu JSON and %zu YAML files\n", json_files, yaml_files);
  assert_int_equal(wrong, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_shared_corpus_is_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
