// SPDX-License-Identifier: Apache-2.0
/* The control digit of an organisation number. */
#include "runner/orgnr.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { DIGITS = 9 };

bool sv_orgnr_is_valid(const char *text)
{
  static const int weights[DIGITS - 1] = { 3, 2, 7, 6, 5, 4, 3, 2 };
  if (strlen(text) != DIGITS)
    return false;
  int sum = 0;
  for (int i = 0; i < DIGITS; i++) {
    if (!sv_is_digit(text[i]))
      return false;
    if (i < DIGITS - 1)
      sum += weights[i] * (text[i] - '0');
  }
  const int control = (11 - sum % 11) % 11;
  return control != 10 && control == text[DIGITS - 1] - '0';
}
