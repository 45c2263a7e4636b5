// SPDX-License-Identifier: Apache-2.0
/* Documents that the target hands over, and which payload is to be judged by which of them. The
 * target file says so in its samples:
 *   "payloads": [ { "endpoint": ID, "path": PATH, "part": JSONPath, "schema": S, "schematron": S }
 * ] where S is the id of a document, or an address relative to the endpoint. */
#ifndef SV_SEMANTIC_HANDED_H
#define SV_SEMANTIC_HANDED_H

#include <samsvar/plugin.h>
#include <stdbool.h>

enum { SV_PAYLOADS_MAX = 8 };

/* Bytes with a name. Borrowed for as long as the check runs. */
struct sv_handed_bytes {
  const char *data;
  size_t size;
  const char *url; /* or the file */
  sv_evidence evidence;
};

/* The document of the endpoint at hand, which may be one without an address; false: there is none.
 */
bool sv_handed_own(struct sv_ctx *ctx, struct sv_handed_bytes *out);

/* The document with the id REFERENCE, else what its address answers. False: neither; a finding says
 * why and *OUTCOME is what the check returns. */
bool sv_handed_find(struct sv_ctx *ctx, const char *reference, struct sv_handed_bytes *out,
                    enum sv_outcome *outcome);

/* The address REFERENCE relative to BASE, fetched; false when it does not answer 200 whole, with
 * the answer in *ANSWER (NULL: it is no web address). */
bool sv_handed_fetch(struct sv_ctx *ctx, const char *base, const char *reference,
                     struct sv_handed_bytes *out, const struct sv_response **answer);

/* A payload of the endpoint at hand. */
struct sv_payload {
  struct sv_handed_bytes bytes;
  const char *part;   /* JSONPath of the values to judge; NULL: the whole */
  const char *schema; /* the reference; never NULL */
};

/* The payloads of the endpoint whose entry has MEMBER ("schema", "schematron"), at most
 * SV_PAYLOADS_MAX. False when one could not be had: a finding says why, and *OUTCOME is what the
 * check returns. */
bool sv_handed_payloads(struct sv_ctx *ctx, const char *member, struct sv_payload *out,
                        size_t *count, enum sv_outcome *outcome);

#endif
