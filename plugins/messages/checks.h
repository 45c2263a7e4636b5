// SPDX-License-Identifier: Apache-2.0
/* The checks of this plugin. What each is about stands in README.md. */
#ifndef SV_MESSAGES_CHECKS_H
#define SV_MESSAGES_CHECKS_H

#include <samsvar/plugin.h>

enum sv_outcome msg_attribute_values(struct sv_ctx *ctx);
enum sv_outcome msg_no_numbers(struct sv_ctx *ctx);
enum sv_outcome msg_binary_headers(struct sv_ctx *ctx);
enum sv_outcome msg_binary_encoding(struct sv_ctx *ctx);
enum sv_outcome msg_batch(struct sv_ctx *ctx);
enum sv_outcome msg_altinn_resource(struct sv_ctx *ctx);
enum sv_outcome msg_subscription(struct sv_ctx *ctx);
enum sv_outcome msg_feed_order(struct sv_ctx *ctx);
enum sv_outcome msg_feed_repeatable(struct sv_ctx *ctx);
enum sv_outcome msg_feed_etag(struct sv_ctx *ctx);
enum sv_outcome msg_data_schema(struct sv_ctx *ctx);
enum sv_outcome msg_asyncapi_valid(struct sv_ctx *ctx);
enum sv_outcome msg_sink_structured(struct sv_ctx *ctx);
enum sv_outcome msg_sink_altinn(struct sv_ctx *ctx);
enum sv_outcome msg_sink_certificate(struct sv_ctx *ctx);
enum sv_outcome msg_sink_duplicates(struct sv_ctx *ctx);
enum sv_outcome msg_sink_refuses(struct sv_ctx *ctx);
enum sv_outcome msg_sink_encoding(struct sv_ctx *ctx);

enum sv_outcome msg_participant(struct sv_ctx *ctx);
enum sv_outcome msg_participant_code(struct sv_ctx *ctx);
enum sv_outcome msg_organisation_numbers(struct sv_ctx *ctx);
enum sv_outcome msg_sml(struct sv_ctx *ctx);
enum sv_outcome msg_smp(struct sv_ctx *ctx);
enum sv_outcome msg_service_metadata(struct sv_ctx *ctx);
enum sv_outcome msg_metadata_issuer(struct sv_ctx *ctx);
enum sv_outcome msg_access_point(struct sv_ctx *ctx);
enum sv_outcome msg_sbd_header(struct sv_ctx *ctx);
enum sv_outcome msg_sbd_parties(struct sv_ctx *ctx);
enum sv_outcome msg_sbd_on_behalf(struct sv_ctx *ctx);
enum sv_outcome msg_sbd_identifiers(struct sv_ctx *ctx);
enum sv_outcome msg_sbd_type(struct sv_ctx *ctx);
enum sv_outcome msg_receipts(struct sv_ctx *ctx);
enum sv_outcome msg_status_message(struct sv_ctx *ctx);
enum sv_outcome msg_contact_lookup(struct sv_ctx *ctx);
enum sv_outcome msg_package(struct sv_ctx *ctx);
enum sv_outcome msg_wsdl(struct sv_ctx *ctx);
enum sv_outcome msg_soap_fault(struct sv_ctx *ctx);
enum sv_outcome msg_xsd(struct sv_ctx *ctx);

enum sv_outcome msg_deprecated_operations(struct sv_ctx *ctx);
enum sv_outcome msg_deprecation_described(struct sv_ctx *ctx);
enum sv_outcome msg_breaking_changes(struct sv_ctx *ctx);
enum sv_outcome msg_version_rises(struct sv_ctx *ctx);
enum sv_outcome msg_transition(struct sv_ctx *ctx);
enum sv_outcome msg_changelog(struct sv_ctx *ctx);
enum sv_outcome msg_retired(struct sv_ctx *ctx);
enum sv_outcome msg_catalogue_links(struct sv_ctx *ctx);

enum sv_outcome msg_standard_place(struct sv_ctx *ctx);
enum sv_outcome msg_same_in_both(struct sv_ctx *ctx);

enum sv_outcome msg_created(struct sv_ctx *ctx);
enum sv_outcome msg_stale(struct sv_ctx *ctx);

#endif
