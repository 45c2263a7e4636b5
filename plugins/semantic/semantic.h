// SPDX-License-Identifier: Apache-2.0
/* The checks of the semantic layer, by file. */
#ifndef SV_SEMANTIC_SEMANTIC_H
#define SV_SEMANTIC_SEMANTIC_H

#include <samsvar/plugin.h>

/* characters.c */
enum sv_outcome sv_sem_rdf_utf8(struct sv_ctx *ctx);
enum sv_outcome sv_sem_payload_utf8(struct sv_ctx *ctx);
enum sv_outcome sv_sem_sami_letters(struct sv_ctx *ctx);
/* negotiation.c */
enum sv_outcome sv_sem_media_type(struct sv_ctx *ctx);
enum sv_outcome sv_sem_unacceptable(struct sv_ctx *ctx);
/* payload.c */
enum sv_outcome sv_sem_organisation_numbers(struct sv_ctx *ctx);
enum sv_outcome sv_sem_dates(struct sv_ctx *ctx);
enum sv_outcome sv_sem_durations(struct sv_ctx *ctx);
/* schema_words.c */
enum sv_outcome sv_sem_identity_fields(struct sv_ctx *ctx);
enum sv_outcome sv_sem_code_lists(struct sv_ctx *ctx);

#endif
