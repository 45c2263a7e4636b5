// SPDX-License-Identifier: Apache-2.0
/* The metaschemas that the build puts into the library, from engines/schema/data. */
#ifndef SV_SCHEMA_BUILTIN_H
#define SV_SCHEMA_BUILTIN_H

struct sv_schema_builtin {
  const char *iri; /* NULL ends the table */
  const char *text;
};

extern const struct sv_schema_builtin sv_schema_builtins[];

#endif
