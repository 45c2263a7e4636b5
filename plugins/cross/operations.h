// SPDX-License-Identifier: Apache-2.0
/* What an API description says of its operations, gathered for comparing. */
#ifndef SV_CROSS_OPERATIONS_H
#define SV_CROSS_OPERATIONS_H

#include "plugins/describe/api.h"

enum { SV_PRODUCED_MAX = 64 };

/* The media types that operations answer success with. */
struct sv_produced {
  const char *types[SV_PRODUCED_MAX]; /* as long-lived as the check */
  size_t count;
  const char *shown; /* all of them, with commas */
};
void sv_api_produced(struct sv_ctx *ctx, const struct sv_api *api, struct sv_produced *out);

struct sv_deprecated {
  size_t count, deprecated; /* operations */
  sv_value example;         /* one that is not deprecated, else one that is */
  const char *example_name; /* "GET /v1/units" */
};
void sv_api_deprecated(struct sv_ctx *ctx, const struct sv_api *api, struct sv_deprecated *out);

/* The path of the description that URL leads to by one of its servers, as the value of the path
 * item; SV_DOC_NONE when there is none. *IS_BELOW: whether URL is below a server at all. */
sv_value sv_api_path_of(struct sv_ctx *ctx, const struct sv_api *api, const char *url,
                        bool *is_below);

/* Whether OPERATION asks for sign-in, by itself or by the document: security that has no empty
 * choice. */
bool sv_api_is_secured(const struct sv_api *api, sv_value operation);

/* How many GET operations ask for sign-in, and how many do not. */
void sv_api_count_secured(const struct sv_api *api, size_t *secured, size_t *open);

#endif
