// SPDX-License-Identifier: Apache-2.0
/* Secrets that are resolved: found, bound to their origins, hidden, wiped. */
#include "runner/credential.h"

#include <stdlib.h>
#include <string.h>

static void wipe(struct sv_secret_bytes *b)
{
  if (b->data)
    explicit_bzero(b->data, b->size);
  free(b->data);
  *b = (struct sv_secret_bytes){ 0 };
}

const struct sv_secret *sv_secrets_find(const struct sv_secrets *s, const char *name)
{
  for (size_t i = 0; i < s->count; i++)
    if (strcmp(s->items[i].name, name) == 0)
      return &s->items[i];
  return NULL;
}

bool sv_secret_is_for(const struct sv_secret *secret, const struct sv_weburl *url)
{
  for (size_t i = 0; i < secret->origin_count; i++)
    if (sv_weburl_same_origin(&secret->origins[i], url))
      return true;
  return false;
}

enum sv_status sv_secrets_hide(const struct sv_secrets *s, struct sv_mask *m)
{
  for (size_t i = 0; i < s->count; i++) {
    const struct sv_secret *secret = &s->items[i];
    SV_TRY(sv_mask_secret(m, secret->value.data, secret->value.size));
    const char *space = secret->type == SV_BASIC ? strrchr(secret->header.data, ' ') : NULL;
    if (space)
      SV_TRY(sv_mask_secret(m, space + 1, strlen(space + 1)));
  }
  return SV_OK;
}

void sv_secrets_free(struct sv_secrets *s)
{
  for (size_t i = 0; i < s->count; i++) {
    wipe(&s->items[i].value);
    wipe(&s->items[i].user);
    wipe(&s->items[i].certificate);
    wipe(&s->items[i].header);
    free(s->items[i].origins);
  }
  free(s->items);
  *s = (struct sv_secrets){ 0 };
}
