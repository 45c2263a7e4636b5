// SPDX-License-Identifier: Apache-2.0
/* Validity: the walk by the tables, then the rules that look at several objects together. */
#include "engines/openapi/check.h"

#include <string.h>

/* In any order: the findings are sorted. */
static enum sv_status (*const rules[])(struct sv_openapi *api) = {
  sv_openapi_check_paths,    sv_openapi_check_operations, sv_openapi_check_security,
  sv_openapi_check_servers,  sv_openapi_check_links,      sv_openapi_check_schemas,
  sv_openapi_check_examples,
};

static void judge_version(struct sv_openapi *api)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  struct sv_openapi_said said = {
    .rule = "version",
    .where = root,
    .msgid = N_("this is no OpenAPI document: it has no member openapi or swagger"),
  };
  static const char *const names[] = { "openapi", "swagger" };
  for (size_t i = 0; i < 2; i++) {
    const struct sv_openapi_node n = sv_openapi_get(root, names[i]);
    if (!n.doc)
      continue;
    said.where = n;
    said.msgid = N_("{found} is no version that is known here; write 2.0 for swagger, or 3.0.x, "
                    "3.1.x or 3.2.x for openapi, as a text");
    break;
  }
  sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, said.where), 0 }));
}

static enum sv_status check(struct sv_openapi *api, struct sv_error *err)
{
  if (api->version == SV_OPENAPI_UNKNOWN) {
    judge_version(api);
    return api->check_status;
  }
  const enum sv_status walked = sv_openapi_walk(api);
  if (walked != SV_OK) {
    if (err)
      *err = api->walk_error;
    return walked;
  }
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    SV_TRY(rules[i](api));
    SV_TRY(api->check_status);
  }
  return SV_OK;
}

enum sv_status sv_openapi_validate(struct sv_openapi *api, const struct sv_openapi_finding **out,
                                   size_t *count, size_t *total, struct sv_error *err)
{
  *out = NULL;
  *count = 0;
  if (total)
    *total = 0;
  if (!api->validated) {
    SV_TRY(check(api, err));
    sv_openapi_sort(api);
    api->validated = true;
  }
  *out = api->findings;
  *count = api->finding_count;
  if (total)
    *total = api->finding_total;
  return SV_OK;
}
