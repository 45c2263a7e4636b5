// SPDX-License-Identifier: Apache-2.0
/* The same bytes as a CMS message, as an ASiC-E container and as a token. */
#include "tests/fuzz/fuzz.h"

#include "engines/asic/asic.h"
#include "engines/jose/jws.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  struct sv_cms cms;
  struct sv_asic asic;
  struct sv_jws jws;
  if (sv_cms_read(data, size, &cms, NULL) == SV_OK)
    PROMISE(strlen(cms.type) < sizeof cms.type &&
            strlen(cms.key_algorithm) < sizeof cms.key_algorithm &&
            strlen(cms.content_algorithm) < sizeof cms.content_algorithm);
  if (sv_asic_read(data, size, &asic, NULL) == SV_OK)
    PROMISE(strlen(asic.first) < sizeof asic.first);
  if (sv_jws_split(text, size, &jws))
    PROMISE(jws.header.data >= text && jws.signature.data + jws.signature.size <= text + size);
  return 0;
}
