// SPDX-License-Identifier: Apache-2.0
/* The same bytes as a table (CSV) and as a geometry (WKT). */
#include "tests/fuzz/fuzz.h"

#include "engines/doc/csv.h"
#include "engines/doc/geometry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  struct sv_csv_field fields[8];
  size_t count = 0, rows = 0;
  const char separator = sv_csv_guess(text, size);
  struct sv_csv c = sv_csv_begin(text, size, separator);
  PROMISE(separator == ',' || separator == ';' || separator == '\t');
  while (sv_csv_next(&c, fields, 8, &count)) {
    rows++;
    PROMISE(count >= 1 && c.row == rows && c.line >= rows && c.next >= c.line);
    for (size_t i = 0; i < count && i < 8; i++)
      PROMISE(fields[i].data >= text && fields[i].data + fields[i].size <= text + size);
  }
  PROMISE(c.fault || c.at == c.end);
  PROMISE(c.at <= c.end);
  const enum sv_geometry_fault fault = sv_geometry_wkt(text, size);
  PROMISE(fault <= SV_GEOMETRY_BOX);
  return 0;
}
