// SPDX-License-Identifier: Apache-2.0
/* Documents in JSON or YAML that a plugin looks at as values, API descriptions first of all. */
#ifndef SV_PLUGINS_DESCRIBE_OPENAPI_H
#define SV_PLUGINS_DESCRIBE_OPENAPI_H

#include <samsvar/plugin.h>

/* The document that the endpoint at hand gives, its artifact in *ARTIFACT. NULL with *OUTCOME when
 * there is none: SV_INAPPLICABLE, or SV_CANT_TELL after a finding when it cannot be read. New
 * reference. */
json_t *sv_own_document(struct sv_ctx *ctx, const struct sv_artifact **artifact,
                        enum sv_outcome *outcome);

#endif
