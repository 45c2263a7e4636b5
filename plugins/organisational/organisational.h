// SPDX-License-Identifier: Apache-2.0
/* The checks of the organisational layer, by file. */
#ifndef SV_ORGANISATIONAL_ORGANISATIONAL_H
#define SV_ORGANISATIONAL_ORGANISATIONAL_H

#include <samsvar/plugin.h>
#include <stdbool.h>

struct sv_property_rule;

/* description.c */
enum sv_outcome sv_org_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_level(struct sv_ctx *ctx);
/* identity.c */
enum sv_outcome sv_org_number(struct sv_ctx *ctx);
enum sv_outcome sv_org_number_begins(struct sv_ctx *ctx);
/* lifecycle.c */
enum sv_outcome sv_org_deprecation_date(struct sv_ctx *ctx);
enum sv_outcome sv_org_deprecation_link(struct sv_ctx *ctx);
enum sv_outcome sv_org_sunset(struct sv_ctx *ctx);
enum sv_outcome sv_org_sunset_notice(struct sv_ctx *ctx);
/* security_contact.c */
enum sv_outcome sv_org_security_txt(struct sv_ctx *ctx);
enum sv_outcome sv_org_security_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_security_renewal(struct sv_ctx *ctx);
/* contacts.c */
enum sv_outcome sv_org_dataset_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_dataset_contact_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_catalogue_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_contact_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_name(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_reachable(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_email(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_email_encoding(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_person(struct sv_ctx *ctx);
/* hosts.c */
enum sv_outcome sv_org_environment(struct sv_ctx *ctx);
enum sv_outcome sv_org_environment_else(struct sv_ctx *ctx);
enum sv_outcome sv_org_contact_domain(struct sv_ctx *ctx);
/* publisher.c */
enum sv_outcome sv_org_catalogue_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_dataset_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_publisher(struct sv_ctx *ctx);
enum sv_outcome sv_org_service_publisher_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_publisher_number(struct sv_ctx *ctx);
enum sv_outcome sv_org_publisher_digit(struct sv_ctx *ctx);
enum sv_outcome sv_org_registered(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_name(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_number(struct sv_ctx *ctx);
enum sv_outcome sv_org_agent_type(struct sv_ctx *ctx);
/* catalogue.c */
enum sv_outcome sv_org_in_catalogue(struct sv_ctx *ctx);
enum sv_outcome sv_org_not_empty(struct sv_ctx *ctx);
enum sv_outcome sv_org_terms_of_access(struct sv_ctx *ctx);
/* events.c */
enum sv_outcome sv_org_life_event_named(struct sv_ctx *ctx);
enum sv_outcome sv_org_life_event_type(struct sv_ctx *ctx);
enum sv_outcome sv_org_life_event_national(struct sv_ctx *ctx);
enum sv_outcome sv_org_life_event_prioritised(struct sv_ctx *ctx);
enum sv_outcome sv_org_event_services(struct sv_ctx *ctx);
enum sv_outcome sv_org_chain(struct sv_ctx *ctx);
enum sv_outcome sv_org_status(struct sv_ctx *ctx);
enum sv_outcome sv_org_status_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_availability(struct sv_ctx *ctx);
enum sv_outcome sv_org_availability_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_version(struct sv_ctx *ctx);
enum sv_outcome sv_org_change_log(struct sv_ctx *ctx);
/* services.c */
enum sv_outcome sv_org_authority(struct sv_ctx *ctx);
enum sv_outcome sv_org_public_service_contact(struct sv_ctx *ctx);
enum sv_outcome sv_org_public_service_reachable(struct sv_ctx *ctx);
enum sv_outcome sv_org_public_organisation(struct sv_ctx *ctx);
enum sv_outcome sv_org_participation(struct sv_ctx *ctx);
enum sv_outcome sv_org_participation_role(struct sv_ctx *ctx);
enum sv_outcome sv_org_processing_time(struct sv_ctx *ctx);
enum sv_outcome sv_org_channel(struct sv_ctx *ctx);
enum sv_outcome sv_org_channel_type(struct sv_ctx *ctx);
enum sv_outcome sv_org_contained_services(struct sv_ctx *ctx);
enum sv_outcome sv_org_contained_described(struct sv_ctx *ctx);
/* status.c */
enum sv_outcome sv_org_status(struct sv_ctx *ctx);
enum sv_outcome sv_org_status_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_availability(struct sv_ctx *ctx);
enum sv_outcome sv_org_availability_stated(struct sv_ctx *ctx);
enum sv_outcome sv_org_version(struct sv_ctx *ctx);
enum sv_outcome sv_org_change_log(struct sv_ctx *ctx);
/* links.c */
enum sv_outcome sv_org_harvest(struct sv_ctx *ctx);
enum sv_outcome sv_org_harvest_form(struct sv_ctx *ctx);
enum sv_outcome sv_org_status_holds(struct sv_ctx *ctx);
enum sv_outcome sv_org_channel_answers(struct sv_ctx *ctx);
enum sv_outcome sv_org_data_answers(struct sv_ctx *ctx);
/* consumed.c */
enum sv_outcome sv_org_consumed(struct sv_ctx *ctx);
/* framework.c */
enum sv_outcome sv_org_role(struct sv_ctx *ctx);
enum sv_outcome sv_org_role_judged(struct sv_ctx *ctx);
enum sv_outcome sv_org_layers(struct sv_ctx *ctx);
enum sv_outcome sv_org_layers_relevant(struct sv_ctx *ctx);
enum sv_outcome sv_org_waivers(struct sv_ctx *ctx);
/* pairs.c */
enum sv_outcome sv_org_api_in_catalogue(struct sv_ctx *ctx);
enum sv_outcome sv_org_same_version(struct sv_ctx *ctx);
/* quality.c */
enum sv_outcome sv_org_metadata_quality(struct sv_ctx *ctx);

/* hosts.c: whether the target is in production, which it is unless its file says otherwise. */
bool sv_org_in_production(struct sv_ctx *ctx);
/* contacts.c: judges by RULE a description that follows DCAT-AP-NO 2.2, which recommends what 3
 * demands; SV_INAPPLICABLE for others. */
enum sv_outcome sv_org_recommended_before(struct sv_ctx *ctx, const struct sv_property_rule *rule);

/* The nine digits that TEXT ends in, when no digit stands before them; NULL: none. Borrowed. Their
 * check digit is not looked at. */
const char *sv_org_number_tail(const char *text);

#endif
