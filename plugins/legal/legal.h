// SPDX-License-Identifier: Apache-2.0
/* The checks of the legal layer, by file. */
#ifndef SV_LEGAL_LEGAL_H
#define SV_LEGAL_LEGAL_H

#include "engines/vocabulary/vocabulary.h"
#include "plugins/describe/judge.h"

/* accessibility.c */
enum sv_outcome sv_legal_statement_link(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_host(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_published(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_names(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_whole(struct sv_ctx *ctx);
enum sv_outcome sv_legal_statement_feedback(struct sv_ctx *ctx);
/* language.c */
enum sv_outcome sv_legal_both_forms(struct sv_ctx *ctx);
enum sv_outcome sv_legal_form_shown(struct sv_ctx *ctx);
/* licence.c */
enum sv_outcome sv_legal_terms(struct sv_ctx *ctx);
enum sv_outcome sv_legal_terms_link(struct sv_ctx *ctx);
/* licences.c */
enum sv_outcome sv_legal_distribution_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_service_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_catalogue_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_code(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_spelling(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_withdrawn(struct sv_ctx *ctx);
enum sv_outcome sv_legal_open_licence(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_address(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_nlod(struct sv_ctx *ctx);
enum sv_outcome sv_legal_licence_place(struct sv_ctx *ctx);
/* personal.c */
enum sv_outcome sv_legal_identity_numbers(struct sv_ctx *ctx);
enum sv_outcome sv_legal_synthetic_numbers(struct sv_ctx *ctx);
/* access.c */
enum sv_outcome sv_legal_access_stated(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_code(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_service(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_request(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_request_page(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_open(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_open_key(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_closed(struct sv_ctx *ctx);
enum sv_outcome sv_legal_access_closed_page(struct sv_ctx *ctx);
/* rights.c */
enum sv_outcome sv_legal_rights_statement(struct sv_ctx *ctx);
enum sv_outcome sv_legal_rights_described(struct sv_ctx *ctx);
enum sv_outcome sv_legal_attribution(struct sv_ctx *ctx);
enum sv_outcome sv_legal_jurisdiction(struct sv_ctx *ctx);
enum sv_outcome sv_legal_copyright_year(struct sv_ctx *ctx);
enum sv_outcome sv_legal_copyright_year_form(struct sv_ctx *ctx);
enum sv_outcome sv_legal_policy(struct sv_ctx *ctx);
enum sv_outcome sv_legal_policy_described(struct sv_ctx *ctx);
enum sv_outcome sv_legal_cost(struct sv_ctx *ctx);
/* legislation.c */
enum sv_outcome sv_legal_dataset_law(struct sv_ctx *ctx);
enum sv_outcome sv_legal_service_law(struct sv_ctx *ctx);
enum sv_outcome sv_legal_series_law(struct sv_ctx *ctx);
enum sv_outcome sv_legal_law_as_iri(struct sv_ctx *ctx);
enum sv_outcome sv_legal_eli(struct sv_ctx *ctx);
enum sv_outcome sv_legal_resource_type(struct sv_ctx *ctx);
enum sv_outcome sv_legal_resource_type_listed(struct sv_ctx *ctx);
enum sv_outcome sv_legal_resource_title(struct sv_ctx *ctx);
enum sv_outcome sv_legal_resource_text(struct sv_ctx *ctx);
enum sv_outcome sv_legal_public_service_law(struct sv_ctx *ctx);
enum sv_outcome sv_legal_rule_law(struct sv_ctx *ctx);
enum sv_outcome sv_legal_concession(struct sv_ctx *ctx);
enum sv_outcome sv_legal_old_terms(struct sv_ctx *ctx);
/* agree.c */
enum sv_outcome sv_legal_licences_agree(struct sv_ctx *ctx);
/* high_value.c */
enum sv_outcome sv_legal_high_value_dataset(struct sv_ctx *ctx);
enum sv_outcome sv_legal_high_value_service(struct sv_ctx *ctx);
enum sv_outcome sv_legal_high_value_parts(struct sv_ctx *ctx);
/* reuse.c */
enum sv_outcome sv_legal_available_state(struct sv_ctx *ctx);
enum sv_outcome sv_legal_available(struct sv_ctx *ctx);
enum sv_outcome sv_legal_described(struct sv_ctx *ctx);
enum sv_outcome sv_legal_described_in_both(struct sv_ctx *ctx);
enum sv_outcome sv_legal_hiding_rules(struct sv_ctx *ctx);
enum sv_outcome sv_legal_law_is_found(struct sv_ctx *ctx);
/* privacy.c */
enum sv_outcome sv_legal_privacy_statement(struct sv_ctx *ctx);
enum sv_outcome sv_legal_privacy_content(struct sv_ctx *ctx);
enum sv_outcome sv_legal_open_identity(struct sv_ctx *ctx);
enum sv_outcome sv_legal_open_synthetic(struct sv_ctx *ctx);
enum sv_outcome sv_legal_open_traces(struct sv_ctx *ctx);
/* processing.c */
enum sv_outcome sv_legal_dpv(struct sv_ctx *ctx);
enum sv_outcome sv_legal_processing_record(struct sv_ctx *ctx);

/* address.c: HREF as an absolute address; NULL when it cannot be one. Lives as long as the check.
 */
char *sv_legal_absolute(struct sv_ctx *ctx, const char *base, const char *href);

/* licences.c: the entry of the list of older addresses that IRI stands for, scheme and last slash
 * aside; NULL: none. Its extra is the EU code. */
const struct sv_code *sv_legal_older_address(struct sv_ctx *ctx, const char *iri);
/* Whether a distribution of DATASET has an open licence of the national list; true when
 * it has no distribution. */
bool sv_legal_has_open_licence(struct sv_judging *j, sv_term dataset);

#endif
