// SPDX-License-Identifier: Apache-2.0
/* bench_schema SCHEMA DATA: our side of make bench-schema. Prints load, parse, validate cold and
 * warm in seconds, in the words of the peers' script. */
#include "engines/base/file.h"
#include "engines/schema/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct bench {
  const struct sv_schema *schema;
  struct sv_doc **docs;
  size_t count;
};

static double now(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t validate_all(const struct bench *b)
{
  size_t invalid = 0;
  for (size_t i = 0; i < b->count; i++) {
    bool valid;
    if (sv_schema_validate(b->schema, b->docs[i], SV_DOC_ROOT, &valid, NULL) != SV_OK)
      exit(1);
    invalid += !valid;
  }
  return invalid;
}

static void add(struct bench *b, const char *text, size_t size)
{
  const struct sv_doc_options opt = { .borrowed = true };
  struct sv_error err = { 0 };
  if ((b->count & (b->count - 1)) == 0)
    b->docs = realloc(b->docs, (b->count ? b->count * 2 : 1) * sizeof *b->docs);
  if (!b->docs || sv_doc_parse(text, size, &opt, &b->docs[b->count], &err) != SV_OK) {
    (void)fprintf(stderr, "%s\n", err.text);
    exit(1);
  }
  b->count++;
}

static void parse(struct bench *b, const char *path, const struct sv_buf *text)
{
  const size_t n = strlen(path);
  if (n < 6 || strcmp(path + n - 6, ".jsonl") != 0) {
    add(b, text->data, text->size);
    return;
  }
  const char *end = text->data + text->size;
  for (const char *p = text->data; p < end;) {
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    const char *stop = nl ? nl : end;
    if (stop > p)
      add(b, p, (size_t)(stop - p));
    p = stop + 1;
  }
}

int main(int argc, char **argv)
{
  struct sv_error err = { 0 };
  struct sv_buf schema_text = SV_BUF((size_t)1 << 30), text = SV_BUF((size_t)1 << 30);
  struct sv_doc *doc;
  struct bench b = { .count = 0 };
  if (argc != 3)
    return 2;
  const double start = now();
  struct sv_schema_set *set = sv_schema_set_new(NULL);
  if (!set || sv_file_read(argv[1], &schema_text, &err) != SV_OK ||
      sv_doc_parse(schema_text.data, schema_text.size, NULL, &doc, &err) != SV_OK ||
      sv_schema_set_add(set, "file:///schema", doc, &err) != SV_OK ||
      sv_schema_compile(set, "file:///schema", &b.schema, &err) != SV_OK ||
      sv_file_read(argv[2], &text, &err) != SV_OK) {
    (void)fprintf(stderr, "%s\n", err.text);
    return 2;
  }
  const double compiled = now();
  parse(&b, argv[2], &text);
  const double parsed = now();
  const size_t invalid = validate_all(&b);
  const double cold = now();
  double best = 1e9;
  for (int i = 0; i < 5; i++) {
    const double t = now();
    (void)validate_all(&b);
    best = now() - t < best ? now() - t : best;
  }
  struct rusage use;
  (void)getrusage(RUSAGE_SELF, &use);
  (void)printf("samsvar docs=%zu invalid=%zu load+compile %.3f parse %.3f validate cold %.3f warm "
               "%.3f peakMB %ld\n",
               b.count, invalid, compiled - start, parsed - compiled, cold - parsed, best,
               use.ru_maxrss / 1024);
  for (size_t i = 0; i < b.count; i++)
    sv_doc_free(b.docs[i]);
  free(b.docs);
  sv_schema_set_free(set);
  sv_doc_free(doc);
  sv_buf_free(&schema_text);
  sv_buf_free(&text);
  return 0;
}
