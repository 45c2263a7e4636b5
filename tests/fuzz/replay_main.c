// SPDX-License-Identifier: Apache-2.0
/* Without libFuzzer: hands every file of tests/fuzz/seeds/NAME/ to the harness fuzz_NAME and prints
 * TAP. Files and folders named on the command line are taken instead. */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SEED_MAX ((size_t)16 << 20)

static int ran;

static int run_file(const char *path)
{
  FILE *f = fopen(path, "rb");
  if (!f)
    return 1;
  uint8_t *data = malloc(SEED_MAX);
  const size_t size = data ? fread(data, 1, SEED_MAX, f) : 0;
  uint8_t *exact = malloc(size ? size : 1); /* so that a sanitizer sees a read past the end */
  if (exact && size)
    memcpy(exact, data, size);
  free(data);
  (void)fclose(f);
  if (!exact)
    return 1;
  const int failed = LLVMFuzzerTestOneInput(exact, size);
  free(exact);
  const char *name = strrchr(path, '/');
  printf("%s %d - %s\n", failed ? "not ok" : "ok", ++ran, name ? name + 1 : path);
  return failed;
}

static int run_path(const char *path)
{
  struct stat st;
  if (stat(path, &st) != 0)
    return 1;
  if (!S_ISDIR(st.st_mode))
    return run_file(path);
  struct dirent **names;
  const int count = scandir(path, &names, NULL, alphasort);
  int failed = count < 0;
  for (int i = 0; i < count; i++) {
    char file[4096];
    if (names[i]->d_name[0] != '.') {
      (void)snprintf(file, sizeof file, "%s/%s", path, names[i]->d_name);
      failed |= run_file(file);
    }
    free(names[i]);
  }
  if (count >= 0)
    free(names);
  return failed;
}

/* The folder of seeds for the program called PATH. */
static int run_seeds(const char *path)
{
  const char *name = strstr(path, "fuzz_");
  for (const char *next = name; next; next = strstr(next + 1, "fuzz_"))
    name = next;
  const char *source = getenv("abs_srcdir");
  if (!name)
    return 1;
  char folder[4096];
  (void)snprintf(folder, sizeof folder, "%s/tests/fuzz/seeds/%s", source ? source : ".", name + 5);
  return run_path(folder);
}

int main(int argc, char **argv)
{
  int failed = 0;
  if (argc < 2)
    failed = run_seeds(argv[0]);
  for (int i = 1; i < argc; i++)
    failed |= run_path(argv[i]);
  if (ran == 0) {
    printf("1..1\nnot ok 1 - there are seeds to run\n");
    return 1;
  }
  printf("1..%d\n", ran);
  return failed;
}
