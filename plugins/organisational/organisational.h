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
/* contacts.c */
enum sv_outcome sv_org_dataset_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_catalogue_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_name(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_reachable(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_email(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_person(struct sv_ctx *ctx);
/* hosts.c */
enum sv_outcome sv_org_environment(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_domain(struct sv_ctx *ctx);
/* publisher.c */
enum sv_outcome sv_org_catalogue_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_dataset_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_publisher_number(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_name(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_number(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_type(struct sv_ctx *ctx);

/* The nine digits that TEXT ends in, when no digit stands before them; NULL: none. Borrowed. Their
 * check digit is not looked at. */
const char *sv_org_number_tail(const char *text);

#endif
