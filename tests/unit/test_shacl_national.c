// SPDX-License-Identifier: Apache-2.0
/* The official Norwegian shapes on real documents, and on the DCAT-AP-NO 3 cases, when the shared
 * corpus is there ($SAMSVAR_SHARED or ../shared beside the source). measured.tsv has what two other
 * engines said of each document: violations and warnings.
 *
 * Where the two differ, A is right. The rule file of DCAT-AP-NO 2.2 has pairs of property shapes
 * with one path and the same sh:node; by SHACL 4.7.1 each of them makes a result for each value,
 * and B keeps those of one of the pair. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/rdf/read.h"
#include "engines/shacl/shacl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS 58
#define DIFFER 3
#define CASES 254
#define CASES_VIOLATIONS 562
#define CASES_WARNINGS 72

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/rdf-no/", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/rdf-no/", source ? source : ".");
  return access(corpus, R_OK) == 0;
}

static enum sv_rdf_syntax syntax_of(const char *path)
{
  enum sv_rdf_syntax syntax;
  if (sv_ends_with(path, ".json"))
    return SV_RDF_JSONLD;
  return sv_rdf_syntax_by_file(path, &syntax) ? syntax : SV_RDF_TURTLE;
}

/* The graph in the file, NULL when it is malformed. */
static struct sv_graph *read_graph(const char *folder, const char *name)
{
  char path[8000];
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  const struct sv_rdf_options opt = { .name = name, .base = "http://example.com/" };
  struct sv_graph *g = sv_graph_new(NULL);
  (void)snprintf(path, sizeof path, "%s%s%s", corpus, folder, name);
  assert_int_equal(sv_file_read(path, &text, &err), SV_OK);
  const enum sv_status status =
      sv_rdf_read(g, sv_buf_text(&text), text.size, syntax_of(path), &opt, &err);
  sv_buf_free(&text);
  if (status == SV_OK)
    return g;
  assert_int_equal(status, SV_INVALID);
  sv_graph_free(g);
  return NULL;
}

/* Compiled shapes; the last ones are kept, since rows come in groups. */
struct rules {
  char name[200];
  struct sv_graph *graph;
  struct sv_shacl *shapes;
};

static void forget(struct rules *r)
{
  sv_shacl_free(r->shapes);
  sv_graph_free(r->graph);
  *r = (struct rules){ .name = "" };
}

static void use(struct rules *r, const char *name)
{
  struct sv_error err = { 0 };
  if (strcmp(r->name, name) == 0)
    return;
  forget(r);
  (void)snprintf(r->name, sizeof r->name, "%s", name);
  r->graph = read_graph("shapes/", name);
  assert_non_null(r->graph);
  const enum sv_status status = sv_shacl_compile(r->graph, NULL, &r->shapes, &err);
  if (status != SV_OK)
    print_message("# %s:%zu: %s\n", err.file, err.line, err.text);
  assert_int_equal(status, SV_OK);
}

static void judge(const struct rules *r, const char *name, char *out, size_t room)
{
  struct sv_error err = { 0 };
  struct sv_shacl_report *report = NULL;
  struct sv_graph *g = read_graph("", name);
  (void)snprintf(out, room, "syntax error");
  if (!g)
    return;
  assert_int_equal(sv_shacl_validate(r->shapes, g, NULL, &report, &err), SV_OK);
  (void)snprintf(out, room, "V%llu W%llu",
                 (unsigned long long)sv_shacl_report_count(report, SV_SHACL_VIOLATION),
                 (unsigned long long)sv_shacl_report_count(report, SV_SHACL_WARNING));
  sv_shacl_report_free(report);
  sv_graph_free(g);
}

/* The columns of a line of a table; it is cut in place. */
static size_t split(char *line, char **columns, size_t most)
{
  size_t n = 0;
  for (char *p = line; p && n < most; n++) {
    columns[n] = p;
    p = strchr(p, '\t');
    if (p)
      *p++ = '\0';
  }
  return n;
}

static void read_table(const char *name, struct sv_buf *text)
{
  char path[8000];
  struct sv_error err = { 0 };
  (void)snprintf(path, sizeof path, "%s%s", corpus, name);
  assert_int_equal(sv_file_read(path, text, &err), SV_OK);
}

static void documents_get_the_counts_of_the_specification(void **state)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  struct rules rules = { .name = "" };
  size_t rows = 0, same = 0, differ = 0;
  char *save = NULL, *columns[6], found[64];
  (void)state;
  read_table("measured.tsv", &text);
  (void)strtok_r(text.data, "\n", &save);
  for (char *line; (line = strtok_r(NULL, "\n", &save)); rows++) {
    const size_t n = split(line, columns, 6);
    assert_true(n >= 4);
    use(&rules, columns[1]);
    judge(&rules, columns[0], found, sizeof found);
    const bool malformed = strcmp(columns[2], "syntax error") == 0;
    const char *wanted = malformed ? "syntax error" : columns[3];
    differ += !malformed && strcmp(columns[3], columns[4]) != 0;
    if (strcmp(found, wanted) == 0)
      same++;
    else
      print_message("# %s by %s: %s, not %s\n", columns[0], columns[1], found, wanted);
  }
  forget(&rules);
  sv_buf_free(&text);
  print_message("# %zu of %zu documents as engine A, which differs from B on %zu\n", same, rows,
                differ);
  assert_int_equal(rows, ROWS);
  assert_int_equal(same, ROWS);
  assert_int_equal(differ, DIFFER);
}

/* The cases were written for rules of DCAT-AP-NO 3 that have no official file; here it is the
 * engine that is tried, with the file of version 2.2. The sums are those of engine A, case by case.
 */
static void cases_get_the_counts_of_the_specification(void **state)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  struct rules rules = { .name = "" };
  size_t cases = 0;
  unsigned long long violations = 0, warnings = 0;
  char *save = NULL, *columns[2], found[64];
  (void)state;
  read_table("cases.tsv", &text);
  use(&rules, "dcat-ap-no-2.2.ttl");
  (void)strtok_r(text.data, "\n", &save);
  for (char *line; (line = strtok_r(NULL, "\n", &save)); cases++) {
    unsigned long long v = 0, w = 0;
    (void)split(line, columns, 2);
    judge(&rules, columns[0], found, sizeof found);
    assert_int_equal(sscanf(found, "V%llu W%llu", &v, &w), 2);
    violations += v;
    warnings += w;
  }
  forget(&rules);
  sv_buf_free(&text);
  print_message("# %zu cases: %llu violations, %llu warnings\n", cases, violations, warnings);
  assert_int_equal(cases, CASES);
  assert_int_equal(violations, CASES_VIOLATIONS);
  assert_int_equal(warnings, CASES_WARNINGS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(documents_get_the_counts_of_the_specification),
    cmocka_unit_test(cases_get_the_counts_of_the_specification),
  };
  if (!find_corpus()) {
    (void)printf("1..0 # SKIP the shared corpus is not there\n");
    return 0;
  }
  return cmocka_run_group_tests_name("shacl-national", tests, NULL, NULL);
}
