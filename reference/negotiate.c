// SPDX-License-Identifier: Apache-2.0
/* Proactive negotiation by Accept (RFC 9110 12.5.1). */
#include "engines/base/ascii.h"
#include "reference/route.h"

#include <string.h>
#include <strings.h>

enum { WEIGHT_MAX = 1000, RANGES_MAX = 64 };

/* The weight in the parameters at P (up to END), in thousandths. */
static int weight(const char *p, const char *end)
{
  const char *q = p;
  while (q < end && (q = memchr(q, ';', (size_t)(end - q))) != NULL) {
    q++;
    q += strspn(q, " \t");
    if (q + 2 > end || sv_lower((unsigned char)q[0]) != 'q' || q[1] != '=')
      continue;
    int value = q[2] == '1' ? WEIGHT_MAX : 0;
    for (int i = 0, unit = 100; q + 4 + i < end && i < 3 && q[3] == '.'; i++, unit /= 10)
      value += sv_is_digit((unsigned char)q[4 + i]) ? (q[4 + i] - '0') * unit : 0;
    return value > WEIGHT_MAX ? WEIGHT_MAX : value;
  }
  return WEIGHT_MAX;
}

/* How exactly the range (SIZE bytes) names TYPE: 0 not, 1 by a star for all, 2 for the subtype, 3
 * by name. */
static int fit(const char *range, size_t size, const char *type)
{
  const size_t whole = strcspn(type, "; ");
  const size_t slash = strcspn(type, "/");
  if (size == 3 && memcmp(range, "*/*", 3) == 0)
    return 1;
  if (size == slash + 2 && range[slash + 1] == '*' && strncasecmp(range, type, slash + 1) == 0)
    return 2;
  return size == whole && strncasecmp(range, type, whole) == 0 ? 3 : 0;
}

/* The weight ACCEPT gives TYPE, in thousandths. The most exact range decides. */
static int judge(const char *accept, const char *type)
{
  int best = 0;
  int value = 0;
  int ranges = 0;
  for (const char *p = accept; *p && ranges < RANGES_MAX; ranges++) {
    p += strspn(p, ", \t");
    const char *end = p + strcspn(p, ",");
    const int exact = fit(p, strcspn(p, ",; \t"), type);
    if (exact > best) {
      best = exact;
      value = weight(p, end);
    }
    p = end;
  }
  return value;
}

int sv_negotiate(const char *accept, const char *const *types, size_t n)
{
  if (!accept || !*accept)
    return 0;
  int choice = -1;
  int best = 0;
  for (size_t i = 0; i < n; i++) {
    const int value = judge(accept, types[i]);
    if (value <= best)
      continue;
    best = value;
    choice = (int)i;
  }
  return choice;
}
