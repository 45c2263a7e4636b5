// SPDX-License-Identifier: Apache-2.0
/* The seed, kept and told. */
#include "runner/settings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SEED = 1 };

enum sv_status sv_settings_keep(struct sv_broker *b, unsigned seed)
{
  json_t *made = json_pack("{s:I}", "seed", (json_int_t)(seed ? seed : SEED));
  char *text = made ? json_dumps(made, JSON_COMPACT) : NULL;
  const enum sv_status status =
      text ? sv_broker_keep(b, SV_KEPT_SETTINGS, text, strlen(text)) : SV_NO_MEMORY;
  free(text);
  json_decref(made);
  return status;
}

unsigned sv_settings_recall(const struct sv_broker *b)
{
  size_t size = 0;
  const void *text = sv_broker_kept(b, SV_KEPT_SETTINGS, &size);
  json_t *kept = text ? json_loadb(text, size, 0, NULL) : NULL;
  const json_int_t seed = json_integer_value(json_object_get(kept, "seed"));
  json_decref(kept);
  return seed > 0 && seed <= UINT32_MAX ? (unsigned)seed : 0;
}

json_t *sv_settings_parameters(const json_t *parameters, unsigned seed)
{
  json_t *all = parameters ? json_copy((json_t *)(uintptr_t)parameters) : json_object();
  if (all && json_object_set_new(all, "seed", json_integer(seed ? seed : SEED)) == 0)
    return all;
  json_decref(all);
  return NULL;
}
