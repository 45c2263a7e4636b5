// SPDX-License-Identifier: Apache-2.0
/* Any bytes as a target file: read, or refused with a place and a sentence. */
#include "tests/fuzz/fuzz.h"

#include "runner/target.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct sv_target t;
  struct sv_error err = { 0 };
  const enum sv_status status =
      sv_target_parse((const char *)data, size, "t.json", "folder", &t, &err);
  PROMISE(status == SV_OK || status == SV_INVALID || status == SV_NO_MEMORY);
  if (status == SV_OK) {
    PROMISE(t.id[0] && t.name[0] && t.endpoint_count + t.document_count > 0);
    json_t *public = sv_target_public(&t);
    PROMISE(public);
    PROMISE(!json_object_get(public, "credentials"));
    json_decref(public);
  } else {
    PROMISE(err.text[0]);
    PROMISE(status == SV_NO_MEMORY ||
            (err.line > 0 && err.column > 0 && strcmp(err.file, "t.json") == 0));
  }
  sv_target_free(&t);
  return 0;
}
