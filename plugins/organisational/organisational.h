// SPDX-License-Identifier: Apache-2.0
/* The checks of the organisational layer, by file. */
#ifndef SV_ORGANISATIONAL_ORGANISATIONAL_H
#define SV_ORGANISATIONAL_ORGANISATIONAL_H

#include <samsvar/plugin.h>

/* description.c */
enum sv_outcome sv_org_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_level(struct sv_ctx *ctx);
/* identity.c */
enum sv_outcome sv_org_number(struct sv_ctx *ctx);
/* lifecycle.c */
enum sv_outcome sv_org_deprecation_date(struct sv_ctx *ctx);
enum sv_outcome sv_org_sunset(struct sv_ctx *ctx);
/* security_contact.c */
enum sv_outcome sv_org_security_txt(struct sv_ctx *ctx);
enum sv_outcome sv_org_security_contact(struct sv_ctx *ctx);

#endif
