// SPDX-License-Identifier: Apache-2.0
/* Control digits and dates of Norwegian identity and organisation numbers. */
#include "engines/base/idnumber.h"

#include "engines/base/ascii.h"

#include <string.h>

static const unsigned first_weights[10] = { 3, 7, 6, 1, 8, 9, 4, 5, 2, 1 };
static const unsigned second_weights[11] = { 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
static const unsigned organisation_weights[9] = { 3, 2, 7, 6, 5, 4, 3, 2, 1 };

static bool all_digits(const char *text, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (!sv_is_digit((unsigned char)text[i]))
      return false;
  return true;
}

static unsigned remainder_of(const char *text, const unsigned *weights, size_t count)
{
  unsigned sum = 0;
  for (size_t i = 0; i < count; i++)
    sum += (unsigned)(text[i] - '0') * weights[i];
  return sum % 11;
}

static unsigned two(const char *text)
{
  return (unsigned)(text[0] - '0') * 10 + (unsigned)(text[1] - '0');
}

/* What is added to the month in the series that TEXT is of: 0 of the people's own; -1 without a
 * date. */
static int series_of(const char *text)
{
  static const unsigned offsets[] = { 0, 40, 65, 80 };
  if (!all_digits(text, 11))
    return -1;
  unsigned day = two(text);
  const unsigned month = two(text + 2);
  if (day > 40)
    day -= 40;
  if (day < 1 || day > 31)
    return -1;
  for (size_t i = 0; i < sizeof offsets / sizeof offsets[0]; i++)
    if (month > offsets[i] && month <= offsets[i] + 12)
      return day <= 30 || (month - offsets[i] != 2 && month - offsets[i] != 4 &&
                           month - offsets[i] != 6 && month - offsets[i] != 9 &&
                           month - offsets[i] != 11)
                 ? (int)offsets[i]
                 : -1;
  return -1;
}

bool sv_idnumber_is_synthetic(const char *text)
{
  return series_of(text) > 0;
}

bool sv_idnumber_was_hidden(const char *text)
{
  return strstr(text, SV_IDNUMBER_HIDDEN) || strstr(text, SV_IDNUMBER_HIDDEN_SYNTHETIC);
}

bool sv_idnumber_valid(const char *text)
{
  return series_of(text) >= 0 && remainder_of(text, first_weights, 10) <= 3 &&
         remainder_of(text, second_weights, 11) == 0;
}

void sv_idnumber_hide(char *text, size_t size)
{
  for (size_t i = 0; i + 11 <= size; i++)
    if (sv_idnumber_valid(text + i)) {
      memset(text + i, '*', 11);
      i += 10;
    }
}

bool sv_orgnr_valid(const char *text)
{
  return all_digits(text, 9) && text[9] == '\0' && remainder_of(text, organisation_weights, 9) == 0;
}
