// SPDX-License-Identifier: Apache-2.0
/* The checks of the legal layer, by file. */
#ifndef SV_LEGAL_LEGAL_H
#define SV_LEGAL_LEGAL_H

#include <samsvar/plugin.h>

/* accessibility.c */
enum sv_outcome sv_legal_statement_link(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_published(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_feedback(struct sv_ctx *ctx);
/* language.c */
enum sv_outcome sv_legal_both_forms(struct sv_ctx *ctx);
/* licence.c */
enum sv_outcome sv_legal_terms(struct sv_ctx *ctx);
/* licences.c */
enum sv_outcome sv_legal_distribution_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_service_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_catalogue_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_code(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_withdrawn(struct sv_ctx *ctx);
enum sv_outcome sv_legal_open_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_address(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_nlod(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_place(struct sv_ctx *ctx);
/* personal.c */
enum sv_outcome sv_legal_identity_numbers(struct sv_ctx *ctx);

#endif
