// SPDX-License-Identifier: Apache-2.0
/* What judging XML by a schema has in common: one schema from --schema, and files. */
#ifndef SV_RUNNER_VALIDATE_XML_H
#define SV_RUNNER_VALIDATE_XML_H

#include "engines/xml/xml.h"
#include "runner/validate.h"

struct sv_validate_xml {
  const struct sv_validate_options *options;
  struct sv_validate_out out;
  struct sv_validate_source source;
  struct sv_xml *schema;
  void *compiled;
};

/* Judges each of FILES: reads the schema, has it compiled, reads each file, has it judged. KIND
 * names the kind of schema to people. */
struct sv_validate_xml_kind {
  const char *kind;
  enum sv_status (*compile)(struct sv_validate_xml *x, const struct sv_xml_source *source,
                            struct sv_error *err);
  int (*judge)(struct sv_validate_xml *x, const struct sv_xml *document);
  void (*release)(struct sv_validate_xml *x);
};
int sv_validate_xml(const struct sv_validate_xml_kind *kind, const struct sv_validate_options *o,
                    const struct sv_operands *files);

#endif
