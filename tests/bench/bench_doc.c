// SPDX-License-Identifier: Apache-2.0
/* bench_doc FILE [TIMES]: megabytes a second of our JSON reader and of jansson, in turn, and their
 * ratio. */
#include "engines/base/ascii.h"
#include "engines/doc/doc.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static long peak_kb(void)
{
  struct rusage use;
  (void)getrusage(RUSAGE_SELF, &use);
  return use.ru_maxrss;
}

/* Seconds to read and free the text once; negative when it is refused. */
static double once_doc(const char *text, size_t size)
{
  const struct sv_doc_options opt = { .borrowed = true };
  struct sv_error err = { 0 };
  struct sv_doc *d;
  const double begin = now();
  if (sv_doc_parse(text, size, &opt, &d, &err) != SV_OK) {
    fprintf(stderr, "bench_doc: %zu:%zu: %s\n", err.line, err.column, err.text);
    return -1;
  }
  sv_doc_free(d);
  return now() - begin;
}

static double once_jansson(const char *text, size_t size)
{
  const double begin = now();
  json_t *j = json_loadb(text, size, JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
  if (!j)
    return -1;
  json_decref(j);
  return now() - begin;
}

static char *read_whole(const char *path, size_t *size)
{
  FILE *f = fopen(path, "rb");
  if (!f)
    return NULL;
  char *text = NULL;
  long end = 0;
  if (fseek(f, 0, SEEK_END) == 0 && (end = ftell(f)) > 0 && fseek(f, 0, SEEK_SET) == 0)
    text = malloc((size_t)end);
  *size = text ? fread(text, 1, (size_t)end, f) : 0;
  (void)fclose(f);
  return text;
}

static double least(double a, double b)
{
  return a < 0 || b < a ? b : a;
}

int main(int argc, char **argv)
{
  unsigned long long times = 5;
  if (argc < 2 || (argc > 2 && !sv_parse_uint(argv[2], strlen(argv[2]), 1000, &times))) {
    fprintf(stderr, "usage: bench_doc FILE [TIMES]\n");
    return 2;
  }
  size_t size;
  char *text = read_whole(argv[1], &size);
  if (!text) {
    fprintf(stderr, "bench_doc: cannot read %s\n", argv[1]);
    return 2;
  }
  const long before = peak_kb();
  double ours = -1, theirs = -1;
  for (unsigned long long i = 0; i < times; i++) {
    const double t = once_doc(text, size);
    if (t < 0)
      return 1;
    ours = least(ours, t);
  }
  const long grown = peak_kb() - before;
  for (unsigned long long i = 0; i < times; i++)
    theirs = least(theirs, once_jansson(text, size));
  const double mb = (double)size / 1e6;
  printf("samsvar  %.4f s  %.0f MB/s  tape %.2f x the text\n", ours, mb / ours,
         (double)grown * 1024 / (double)size);
  printf("jansson  %.4f s  %.0f MB/s\n", theirs, mb / theirs);
  printf("ratio    %.2f\n", theirs / ours);
  free(text);
  return 0;
}
