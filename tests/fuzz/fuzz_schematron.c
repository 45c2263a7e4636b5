// SPDX-License-Identifier: Apache-2.0
/* A Schematron schema, a NUL, a document: compiled, judged, reported. The first byte chooses XML
 * Schema in its place. */
#include "engines/xml/schematron.h"
#include "engines/xml/xsd.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

static void listen(void *context, const struct sv_schematron_event *e)
{
  sv_svrl_add(context, e);
}

static void try_schematron(const struct sv_xml *schema, const struct sv_xml *document)
{
  struct sv_schematron *s = NULL;
  struct sv_schematron_counts counts;
  struct sv_error err = { 0 };
  struct sv_buf svrl = SV_BUF((size_t)4 << 20);
  const struct sv_schematron_options options = { .phase = "#ALL" };
  if (sv_schematron_compile(schema, &options, &s, &err) == SV_OK &&
      sv_schematron_validate(s, document, listen, &svrl, &counts, &err) == SV_OK)
    (void)sv_svrl_end(&svrl);
  sv_buf_free(&svrl);
  sv_schematron_free(s);
}

static void try_xsd(const struct sv_xml *schema, const struct sv_xml *document)
{
  struct sv_xsd *x = NULL;
  struct sv_error err = { 0 };
  size_t errors;
  if (sv_xsd_compile(schema, NULL, &x, &err) == SV_OK &&
      sv_xsd_validate(x, document, NULL, NULL, &errors, &err) != SV_OK)
    err.text[0] = '\0';
  sv_xsd_free(x);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_xml *schema = NULL, *document = NULL;
  const uint8_t *end = size > 1 ? memchr(data + 1, 0, size - 1) : NULL;
  if (!end || size > 20000)
    return 0;
  const size_t at = (size_t)(end - data);
  if (sv_xml_read((const char *)data + 1, at - 1, "s", "file:///s", &schema, NULL, NULL) == SV_OK &&
      sv_xml_read((const char *)end + 1, size - at - 1, "d", "file:///d", &document, NULL, NULL) ==
          SV_OK) {
    if (data[0] == 'x')
      try_xsd(schema, document);
    else
      try_schematron(schema, document);
  }
  sv_xml_free(schema);
  sv_xml_free(document);
  return 0;
}
