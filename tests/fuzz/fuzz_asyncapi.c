// SPDX-License-Identifier: Apache-2.0
/* An AsyncAPI document: whatever stands in it, loading and judging end, and findings have places.
 */
#include "tests/fuzz/fuzz.h"

#include "engines/asyncapi/asyncapi.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_asyncapi *a;
  const struct sv_asyncapi_finding *f;
  const struct sv_schema *schema;
  size_t count, total;
  if (sv_asyncapi_load(data, size, NULL, &a, NULL) != SV_OK)
    return 0;
  if (sv_asyncapi_validate(a, &f, &count, &total, NULL) == SV_OK) {
    PROMISE(count <= total && count <= SV_ASYNCAPI_FINDINGS_MAX);
    for (size_t i = 0; i < count; i++)
      PROMISE(f[i].rule && f[i].msgid && f[i].name && f[i].line >= 1 && f[i].column >= 1);
  }
  const enum sv_status status = sv_asyncapi_payload(a, "no.born", &schema, NULL);
  PROMISE(status == SV_OK || status == SV_INVALID || status == SV_NOT_FOUND || status == SV_LIMIT ||
          status == SV_NO_MEMORY);
  sv_asyncapi_free(a);
  return 0;
}
