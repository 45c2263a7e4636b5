// SPDX-License-Identifier: Apache-2.0
/* bench_rdf FILE.ttl: seconds from the first byte to the sorted graph, and the peak of memory;
 * processor time beside, since a machine that is busy tells little by its clock. The file is
 * mapped, and what is read is given back at once. */
#include "engines/rdf/read.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct mapping {
  char *data;
  size_t done;
};

static double now(clockid_t clock)
{
  struct timespec t;
  (void)clock_gettime(clock, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void release(void *context, size_t offset)
{
  struct mapping *m = context;
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  const size_t to = offset / page * page;
  if (to > m->done)
    (void)madvise(m->data + m->done, to - m->done, MADV_DONTNEED);
  m->done = to;
}

static int run(const char *path, struct mapping *m, size_t size)
{
  struct sv_error err = { 0 };
  const struct sv_rdf_options opt = {
    .name = path, .base = "http://example.org/", .release = release, .context = m
  };
  const double begin = now(CLOCK_MONOTONIC);
  struct sv_graph *g = sv_graph_new(NULL);
  enum sv_status status =
      g ? sv_rdf_read(g, m->data, size, SV_RDF_TURTLE, &opt, &err) : SV_NO_MEMORY;
  const double read = now(CLOCK_MONOTONIC);
  if (status == SV_OK)
    status = sv_graph_sort(g, &err);
  const double end = now(CLOCK_MONOTONIC);
  if (status != SV_OK) {
    fprintf(stderr, "%s:%zu:%zu: %s\n", path, err.line, err.column, err.text);
    sv_graph_free(g);
    return 1;
  }
  const double busy = now(CLOCK_PROCESS_CPUTIME_ID);
  struct rusage use;
  (void)getrusage(RUSAGE_SELF, &use);
  printf("samsvar        triples=%zu terms=%u read=%.3f sort=%.3f s=%.3f Mtriples/s=%.2f "
         "cpu=%.3f Mtriples/cpu-s=%.2f peakMB=%.1f\n",
         sv_graph_size(g), sv_graph_term_count(g), read - begin, end - read, end - begin,
         (double)sv_graph_size(g) / (end - begin) / 1e6, busy,
         (double)sv_graph_size(g) / busy / 1e6, (double)use.ru_maxrss / 1024);
  sv_graph_free(g);
  return 0;
}

int main(int argc, char **argv)
{
  struct stat st;
  const int fd = argc == 2 ? open(argv[1], O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0 || fstat(fd, &st) != 0 || st.st_size == 0) {
    fprintf(stderr, "usage: bench_rdf FILE.ttl\n");
    return 2;
  }
  struct mapping m = { .data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0) };
  if (m.data == MAP_FAILED)
    return 2;
  return run(argv[1], &m, (size_t)st.st_size);
}
