// SPDX-License-Identifier: Apache-2.0
/* Endpoints and documents of a target as checks see them. */
#include "runner/plan.h"

#include <string.h>

/* The JSON that `endpoint` gives: what the target file says, the credential by its name. */
static json_t *describe(const char *id, const char *kind, const char *url, const char *file,
                        const char *credential)
{
  json_t *o = json_object();
  int bad = json_object_set_new(o, "id", json_string(id)) +
            json_object_set_new(o, "kind", json_string(kind));
  if (url)
    bad += json_object_set_new(o, "url", json_string(url));
  if (file) {
    const char *slash = strrchr(file, '/');
    bad += json_object_set_new(o, "file", json_string(slash ? slash + 1 : file));
  }
  if (credential)
    bad += json_object_set_new(o, "credential", json_string(credential));
  if (bad == 0)
    return o;
  json_decref(o);
  return NULL;
}

enum sv_status sv_subjects_make(const struct sv_target *t, struct sv_arena *a,
                                struct sv_subjects *out)
{
  const size_t count = t->endpoint_count + t->document_count + 1;
  struct sv_subject *items = sv_arena_calloc(a, count, sizeof *items);
  if (!items)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (size_t i = 0; i < t->endpoint_count; i++) {
    const struct sv_endpoint *e = &t->endpoints[i];
    items[n++] = (struct sv_subject){ e->id, e->kind, e->url, e->credential,
                                      describe(e->id, e->kind, e->url, NULL, e->credential) };
  }
  for (size_t i = 0; i < t->document_count; i++) {
    const struct sv_document *d = &t->documents[i];
    items[n++] = (struct sv_subject){ d->id, d->kind, d->url, NULL,
                                      describe(d->id, d->kind, d->url, d->file, NULL) };
  }
  items[n++] = (struct sv_subject){ "", "", NULL, NULL, json_object() };
  *out = (struct sv_subjects){ .items = items, .count = n };
  for (size_t i = 0; i < n; i++)
    if (!items[i].json)
      return SV_NO_MEMORY;
  return SV_OK;
}

void sv_subjects_free(struct sv_subjects *s)
{
  for (size_t i = 0; i < s->count; i++)
    json_decref(s->items[i].json);
  *s = (struct sv_subjects){ 0 };
}
