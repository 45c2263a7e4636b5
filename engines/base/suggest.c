// SPDX-License-Identifier: Apache-2.0
/* Optimal string alignment distance on short words. */
#include "engines/base/suggest.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { WORD_MAX = 64 };

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

static size_t distance(const char *a, size_t n, const char *b, size_t m)
{
  size_t rows[3][WORD_MAX + 1];
  for (size_t j = 0; j <= m; j++)
    rows[0][j] = j;
  for (size_t i = 1; i <= n; i++) {
    size_t *row = rows[i % 3];
    const size_t *above = rows[(i - 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= m; j++) {
      const int x = sv_lower((unsigned char)a[i - 1]);
      const int y = sv_lower((unsigned char)b[j - 1]);
      row[j] = least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + (x != y));
      if (i > 1 && j > 1 && x == sv_lower((unsigned char)b[j - 2]) && sv_lower((unsigned char)a[i - 2]) == y)
        row[j] = least(row[j], rows[(i - 2) % 3][j - 2] + 1);
    }
  }
  return rows[n % 3][m];
}

const char *sv_suggest(const char *word, const char *const *names, size_t count)
{
  const size_t n = strlen(word);
  if (n == 0 || n > WORD_MAX)
    return NULL;
  const char *best = NULL;
  size_t best_distance = n < 3 ? 1 : (n + 2) / 3;
  for (size_t i = 0; i < count; i++) {
    const size_t m = strlen(names[i]);
    if (m > WORD_MAX)
      continue;
    const size_t d = distance(word, n, names[i], m);
    if (d < best_distance || (d == best_distance && !best)) {
      best = names[i];
      best_distance = d;
    }
  }
  return best;
}
