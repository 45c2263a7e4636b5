// SPDX-License-Identifier: Apache-2.0
/* Product data that is part of the library: tables made by tools/embed-files. */
#ifndef SV_BASE_EMBEDDED_H
#define SV_BASE_EMBEDDED_H

struct sv_embedded {
  const char *name; /* of the file, without folder and ending; NULL ends the table */
  const char *text;
};

#endif
