// SPDX-License-Identifier: Apache-2.0
/* The checks that hold what the layers say against each other, by file. */
#ifndef SV_CROSS_CROSS_H
#define SV_CROSS_CROSS_H

#include <samsvar/plugin.h>

/* address.c */
enum sv_outcome sv_cross_server_url(struct sv_ctx *ctx);
enum sv_outcome sv_cross_service_description(struct sv_ctx *ctx);
enum sv_outcome sv_cross_api_catalog(struct sv_ctx *ctx);
/* change.c */
enum sv_outcome sv_cross_deprecation(struct sv_ctx *ctx);
enum sv_outcome sv_cross_version(struct sv_ctx *ctx);
/* identity.c */
enum sv_outcome sv_cross_issuer(struct sv_ctx *ctx);
enum sv_outcome sv_cross_security_address(struct sv_ctx *ctx);
/* catalogue.c */
enum sv_outcome sv_cross_endpoint_address(struct sv_ctx *ctx);
enum sv_outcome sv_cross_description_address(struct sv_ctx *ctx);
enum sv_outcome sv_cross_specification(struct sv_ctx *ctx);
enum sv_outcome sv_cross_format(struct sv_ctx *ctx);
enum sv_outcome sv_cross_status(struct sv_ctx *ctx);
enum sv_outcome sv_cross_catalogue_deprecation(struct sv_ctx *ctx);
/* access.c */
enum sv_outcome sv_cross_rights(struct sv_ctx *ctx);
enum sv_outcome sv_cross_paths(struct sv_ctx *ctx);
/* who.c */
enum sv_outcome sv_cross_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_cross_contact(struct sv_ctx *ctx);
enum sv_outcome sv_cross_concepts(struct sv_ctx *ctx);
/* services.c */
enum sv_outcome sv_cross_authority(struct sv_ctx *ctx);
enum sv_outcome sv_cross_channel(struct sv_ctx *ctx);
/* certificate.c */
enum sv_outcome sv_cross_certificate_organisation(struct sv_ctx *ctx);
enum sv_outcome sv_cross_certificate_name(struct sv_ctx *ctx);
enum sv_outcome sv_cross_certificate_host(struct sv_ctx *ctx);
/* language.c */
enum sv_outcome sv_cross_catalogue_language(struct sv_ctx *ctx);
enum sv_outcome sv_cross_service_language(struct sv_ctx *ctx);
/* token.c */
enum sv_outcome sv_cross_token_address(struct sv_ctx *ctx);
enum sv_outcome sv_cross_scopes(struct sv_ctx *ctx);
enum sv_outcome sv_cross_authorization_server(struct sv_ctx *ctx);

#endif
