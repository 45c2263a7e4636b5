// SPDX-License-Identifier: Apache-2.0
/* A participant of a message network: found in the SML, described by its SMP, delivered to at its
 * access point. */
#ifndef SV_MESSAGES_SMP_H
#define SV_MESSAGES_SMP_H

#include "plugins/messages/messages.h"

#include "engines/xmlsig/signature.h"
#include "engines/xml/smp.h"

#define MSG_SCHEME "iso6523-actorid-upis"
#define MSG_AS4 "peppol-transport-as4-v2_0"

struct msg_party {
  const struct sv_artifact *a; /* the document it stands in */
  const char *id;              /* "0192:974760673" */
  const char *document_type;   /* SCHEME::VALUE; NULL: neither document nor profile names one */
};

/* --- sml.c --- */

/* The participant of the document at hand; TEC_READY, else the check's outcome. */
enum sv_outcome msg_party_read(struct sv_ctx *ctx, struct msg_party *out);

/* The address of its SMP, without a slash at its end. TEC_READY; SV_INAPPLICABLE when the SML has
 * none, which messaging.sml-lookup tells; SV_CANT_TELL after a finding. */
enum sv_outcome msg_publisher(struct sv_ctx *ctx, const struct msg_party *p, const char **url);

/* --- smp.c --- */

/* BASE with the participant's path, and the path of metadata for DOCUMENT_TYPE when it is not NULL.
 * Lives as long as the check. */
const char *msg_publisher_path(struct sv_ctx *ctx, const char *base, const struct msg_party *p,
                               const char *document_type);

/* GET of URL, an address that somebody else named: asked only when it is on an origin of the target
 * or the target's sample "participant-hosts" has the host. HOPS redirects are followed under the
 * same rule. NULL after a finding: *OUTCOME is the check's. */
const struct sv_response *msg_publisher_get(struct sv_ctx *ctx, const char *url, unsigned hops,
                                            enum sv_outcome *outcome);

/* TEC_READY when R is a whole answer, whatever its status; else SV_CANT_TELL after a finding. */
enum sv_outcome msg_publisher_ready(struct sv_ctx *ctx, const struct sv_response *r);

/* --- metadata.c --- */

struct msg_metadata {
  struct sv_arena arena;
  const struct sv_response *r;
  struct sv_xml *x;
  struct sv_smp smp;
  struct sv_signature signature;
};

/* The signed metadata of P for its document type, the signature verified. TEC_READY, else the
 * check's outcome: faults in them are failures when TELLS, else they leave nothing to judge. To be
 * freed with msg_metadata_free(), whatever came. */
enum sv_outcome msg_metadata_get(struct sv_ctx *ctx, const struct msg_party *p, bool tells,
                                 struct msg_metadata *m);
void msg_metadata_free(struct msg_metadata *m);

/* The next endpoint from *AT on that messages are delivered to: those with AS4, or all when none
 * has. NULL after the last. */
const struct sv_smp_endpoint *msg_metadata_next(const struct msg_metadata *m, size_t *at);

#endif
