// SPDX-License-Identifier: Apache-2.0
/* The service as a receiver in a network like Peppol's: its participant, who publishes its
 * metadata, and the certificates of publisher and access point, made at start. Nobody else knows
 * them. */
#ifndef SV_REFERENCE_PEPPOL_H
#define SV_REFERENCE_PEPPOL_H

#include "reference/service.h"

/* The zone in which participants are found, within the zone of this computer's name server. */
#define SV_PEPPOL_ZONE "sml.localhost"

/* The address of the publisher, below the service's own; the paths of documents.c begin so. */
#define SV_PEPPOL_PATH "/smp"

/* Makes keys and certificates of S, whose other keys are made. SV_INTERNAL with what is wrong. */
enum sv_status sv_peppol_make(struct sv_peppol **out, const struct sv_service *s,
                              struct sv_error *err) SV_MUST_USE;
void sv_peppol_free(struct sv_peppol *p);

/* The name in the zone: base32 of the participant's digest, and its scheme. "" when a break took it
 * out. Borrowed. */
const char *sv_peppol_name(const struct sv_peppol *p);

/* Fills in {{smp-certificate}} and {{access-point-certificate}}. */
void sv_peppol_fill(const struct sv_peppol *p, struct sv_buf *text);

/* Signs the metadata in TEXT, see sign.h. */
enum sv_status sv_peppol_sign(const struct sv_peppol *p, struct sv_buf *text,
                              struct sv_error *err) SV_MUST_USE;

/* The certificate of the authority, as PEM. Borrowed. */
const char *sv_peppol_authority(const struct sv_peppol *p);

#endif
