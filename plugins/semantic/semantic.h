// SPDX-License-Identifier: Apache-2.0
/* The checks of the semantic layer, by file. */
#ifndef SV_SEMANTIC_SEMANTIC_H
#define SV_SEMANTIC_SEMANTIC_H

#include <samsvar/plugin.h>

/* characters.c */
enum sv_outcome sv_sem_rdf_utf8(struct sv_ctx *ctx);
enum sv_outcome sv_sem_payload_utf8(struct sv_ctx *ctx);
enum sv_outcome sv_sem_sami_letters(struct sv_ctx *ctx);
/* model_versions.c */
enum sv_outcome sv_sem_model_stable(struct sv_ctx *ctx);
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
/* catalogue.c */
enum sv_outcome sv_sem_distribution_owner(struct sv_ctx *ctx);
enum sv_outcome sv_sem_dataset_offer(struct sv_ctx *ctx);
/* by_shapes.c */
enum sv_outcome sv_sem_023(struct sv_ctx *ctx);
enum sv_outcome sv_sem_024(struct sv_ctx *ctx);
enum sv_outcome sv_sem_025(struct sv_ctx *ctx);
enum sv_outcome sv_sem_026(struct sv_ctx *ctx);
enum sv_outcome sv_sem_027(struct sv_ctx *ctx);
enum sv_outcome sv_sem_028(struct sv_ctx *ctx);
enum sv_outcome sv_sem_029(struct sv_ctx *ctx);
enum sv_outcome sv_sem_030(struct sv_ctx *ctx);
enum sv_outcome sv_sem_031(struct sv_ctx *ctx);
enum sv_outcome sv_sem_032(struct sv_ctx *ctx);
enum sv_outcome sv_sem_033(struct sv_ctx *ctx);
enum sv_outcome sv_sem_034(struct sv_ctx *ctx);
enum sv_outcome sv_sem_038(struct sv_ctx *ctx);
enum sv_outcome sv_sem_040(struct sv_ctx *ctx);
enum sv_outcome sv_sem_041(struct sv_ctx *ctx);
enum sv_outcome sv_sem_043(struct sv_ctx *ctx);
enum sv_outcome sv_sem_044(struct sv_ctx *ctx);
enum sv_outcome sv_sem_045(struct sv_ctx *ctx);
enum sv_outcome sv_sem_046(struct sv_ctx *ctx);
enum sv_outcome sv_sem_050(struct sv_ctx *ctx);
enum sv_outcome sv_sem_051(struct sv_ctx *ctx);
enum sv_outcome sv_sem_052(struct sv_ctx *ctx);
enum sv_outcome sv_sem_053(struct sv_ctx *ctx);
enum sv_outcome sv_sem_054(struct sv_ctx *ctx);
enum sv_outcome sv_sem_055(struct sv_ctx *ctx);
enum sv_outcome sv_sem_056(struct sv_ctx *ctx);
enum sv_outcome sv_sem_057(struct sv_ctx *ctx);
enum sv_outcome sv_sem_058(struct sv_ctx *ctx);
enum sv_outcome sv_sem_059(struct sv_ctx *ctx);
enum sv_outcome sv_sem_061(struct sv_ctx *ctx);
enum sv_outcome sv_sem_062(struct sv_ctx *ctx);
enum sv_outcome sv_sem_063(struct sv_ctx *ctx);
enum sv_outcome sv_sem_064(struct sv_ctx *ctx);
enum sv_outcome sv_sem_065(struct sv_ctx *ctx);
enum sv_outcome sv_sem_066(struct sv_ctx *ctx);
enum sv_outcome sv_sem_067(struct sv_ctx *ctx);
enum sv_outcome sv_sem_073(struct sv_ctx *ctx);
enum sv_outcome sv_sem_074(struct sv_ctx *ctx);
enum sv_outcome sv_sem_075(struct sv_ctx *ctx);
enum sv_outcome sv_sem_076(struct sv_ctx *ctx);
enum sv_outcome sv_sem_077(struct sv_ctx *ctx);
enum sv_outcome sv_sem_078(struct sv_ctx *ctx);
enum sv_outcome sv_sem_079(struct sv_ctx *ctx);
enum sv_outcome sv_sem_080(struct sv_ctx *ctx);
enum sv_outcome sv_sem_081(struct sv_ctx *ctx);
enum sv_outcome sv_sem_082(struct sv_ctx *ctx);
enum sv_outcome sv_sem_083(struct sv_ctx *ctx);
enum sv_outcome sv_sem_084(struct sv_ctx *ctx);
enum sv_outcome sv_sem_087(struct sv_ctx *ctx);
enum sv_outcome sv_sem_095(struct sv_ctx *ctx);
enum sv_outcome sv_sem_097(struct sv_ctx *ctx);
enum sv_outcome sv_sem_098(struct sv_ctx *ctx);
enum sv_outcome sv_sem_100(struct sv_ctx *ctx);
enum sv_outcome sv_sem_101(struct sv_ctx *ctx);
enum sv_outcome sv_sem_102(struct sv_ctx *ctx);
enum sv_outcome sv_sem_103(struct sv_ctx *ctx);
enum sv_outcome sv_sem_104(struct sv_ctx *ctx);
enum sv_outcome sv_sem_105(struct sv_ctx *ctx);
enum sv_outcome sv_sem_106(struct sv_ctx *ctx);
enum sv_outcome sv_sem_107(struct sv_ctx *ctx);
enum sv_outcome sv_sem_108(struct sv_ctx *ctx);
enum sv_outcome sv_sem_109(struct sv_ctx *ctx);
enum sv_outcome sv_sem_110(struct sv_ctx *ctx);
enum sv_outcome sv_sem_112(struct sv_ctx *ctx);
enum sv_outcome sv_sem_113(struct sv_ctx *ctx);
enum sv_outcome sv_sem_114(struct sv_ctx *ctx);
enum sv_outcome sv_sem_116(struct sv_ctx *ctx);
enum sv_outcome sv_sem_117(struct sv_ctx *ctx);
enum sv_outcome sv_sem_118(struct sv_ctx *ctx);
enum sv_outcome sv_sem_119(struct sv_ctx *ctx);
enum sv_outcome sv_sem_120(struct sv_ctx *ctx);
enum sv_outcome sv_sem_122(struct sv_ctx *ctx);
enum sv_outcome sv_sem_123(struct sv_ctx *ctx);
enum sv_outcome sv_sem_125(struct sv_ctx *ctx);
enum sv_outcome sv_sem_127(struct sv_ctx *ctx);
enum sv_outcome sv_sem_128(struct sv_ctx *ctx);
enum sv_outcome sv_sem_129(struct sv_ctx *ctx);
enum sv_outcome sv_sem_130(struct sv_ctx *ctx);
enum sv_outcome sv_sem_131(struct sv_ctx *ctx);
enum sv_outcome sv_sem_150(struct sv_ctx *ctx);
/* downloads.c */
enum sv_outcome sv_sem_download(struct sv_ctx *ctx);
enum sv_outcome sv_sem_download_page(struct sv_ctx *ctx);
enum sv_outcome sv_sem_real_format(struct sv_ctx *ctx);
enum sv_outcome sv_sem_checksum(struct sv_ctx *ctx);
/* order.c */
enum sv_outcome sv_sem_date_order(struct sv_ctx *ctx);
enum sv_outcome sv_sem_series(struct sv_ctx *ctx);
enum sv_outcome sv_sem_inverse(struct sv_ctx *ctx);
enum sv_outcome sv_sem_dropped(struct sv_ctx *ctx);
enum sv_outcome sv_sem_sources(struct sv_ctx *ctx);
/* codes.c */
enum sv_outcome sv_sem_los(struct sv_ctx *ctx);
enum sv_outcome sv_sem_format_media(struct sv_ctx *ctx);
enum sv_outcome sv_sem_codes_in_force(struct sv_ctx *ctx);
enum sv_outcome sv_sem_open_form(struct sv_ctx *ctx);
/* documents.c */
enum sv_outcome sv_sem_documents(struct sv_ctx *ctx);
enum sv_outcome sv_sem_page_documents(struct sv_ctx *ctx);
/* concepts.c */
enum sv_outcome sv_sem_concept_language(struct sv_ctx *ctx);
enum sv_outcome sv_sem_concept_relations(struct sv_ctx *ctx);
/* models.c */
enum sv_outcome sv_sem_model_concepts(struct sv_ctx *ctx);
enum sv_outcome sv_sem_facets(struct sv_ctx *ctx);
enum sv_outcome sv_sem_follows_model(struct sv_ctx *ctx);
enum sv_outcome sv_sem_levels(struct sv_ctx *ctx);
/* quality.c */
enum sv_outcome sv_sem_findable(struct sv_ctx *ctx);
enum sv_outcome sv_sem_published_results(struct sv_ctx *ctx);
enum sv_outcome sv_sem_still_there(struct sv_ctx *ctx);
/* syntax.c */
enum sv_outcome sv_sem_parses(struct sv_ctx *ctx);
enum sv_outcome sv_sem_has_focus(struct sv_ctx *ctx);
/* profile.c */
enum sv_outcome sv_sem_conforms(struct sv_ctx *ctx);
enum sv_outcome sv_sem_conforms_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_parts(struct sv_ctx *ctx);
enum sv_outcome sv_sem_parts_advice(struct sv_ctx *ctx);
/* terms.c */
enum sv_outcome sv_sem_namespaces(struct sv_ctx *ctx);
enum sv_outcome sv_sem_known_terms(struct sv_ctx *ctx);
/* iris.c */
enum sv_outcome sv_sem_named(struct sv_ctx *ctx);
enum sv_outcome sv_sem_lasting_names(struct sv_ctx *ctx);
enum sv_outcome sv_sem_well_formed_names(struct sv_ctx *ctx);
/* links.c */
enum sv_outcome sv_sem_names_lead(struct sv_ctx *ctx);
enum sv_outcome sv_sem_references(struct sv_ctx *ctx);
enum sv_outcome sv_sem_one_name(struct sv_ctx *ctx);
/* formats.c */
enum sv_outcome sv_sem_serialisation(struct sv_ctx *ctx);
enum sv_outcome sv_sem_asked_forms(struct sv_ctx *ctx);
enum sv_outcome sv_sem_same_graph(struct sv_ctx *ctx);
enum sv_outcome sv_sem_json_ld(struct sv_ctx *ctx);
enum sv_outcome sv_sem_json_ld_terms(struct sv_ctx *ctx);
/* languages.c */
enum sv_outcome sv_sem_language_tags(struct sv_ctx *ctx);
enum sv_outcome sv_sem_languages(struct sv_ctx *ctx);
/* quantities.c */
enum sv_outcome sv_sem_area_codes(struct sv_ctx *ctx);
enum sv_outcome sv_sem_accounts(struct sv_ctx *ctx);
enum sv_outcome sv_sem_units(struct sv_ctx *ctx);
enum sv_outcome sv_sem_currencies(struct sv_ctx *ctx);
/* fields.c */
enum sv_outcome sv_sem_identity_pattern(struct sv_ctx *ctx);
enum sv_outcome sv_sem_identity_in_url(struct sv_ctx *ctx);
enum sv_outcome sv_sem_schema_units(struct sv_ctx *ctx);
/* concept_use.c */
enum sv_outcome sv_sem_concept_share(struct sv_ctx *ctx);
enum sv_outcome sv_sem_subjects_exist(struct sv_ctx *ctx);
enum sv_outcome sv_sem_field_concepts_exist(struct sv_ctx *ctx);
/* json_schema.c */
enum sv_outcome sv_sem_schema_valid(struct sv_ctx *ctx);
enum sv_outcome sv_sem_schema_wording(struct sv_ctx *ctx);
enum sv_outcome sv_sem_schema_stable(struct sv_ctx *ctx);
enum sv_outcome sv_sem_payload_schema(struct sv_ctx *ctx);
/* tables.c */
enum sv_outcome sv_sem_csv(struct sv_ctx *ctx);
/* places.c */
enum sv_outcome sv_sem_geometry(struct sv_ctx *ctx);
enum sv_outcome sv_sem_geometry_datatype(struct sv_ctx *ctx);
/* xml_rules.c */
enum sv_outcome sv_sem_xml_schema(struct sv_ctx *ctx);
enum sv_outcome sv_sem_xml_schema_named(struct sv_ctx *ctx);
enum sv_outcome sv_sem_schematron(struct sv_ctx *ctx);
enum sv_outcome sv_sem_schematron_warnings(struct sv_ctx *ctx);
/* rule_files.c */
enum sv_outcome sv_sem_shapes(struct sv_ctx *ctx);
enum sv_outcome sv_sem_shapes_doubts(struct sv_ctx *ctx);
enum sv_outcome sv_sem_passes_on(struct sv_ctx *ctx);
/* results.c */
enum sv_outcome sv_sem_repeatable(struct sv_ctx *ctx);
/* what rules only warn of: by_shapes.c */
enum sv_outcome sv_sem_026_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_030_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_034_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_035_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_041_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_043_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_052_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_059_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_074_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_075_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_076_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_078_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_079_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_081_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_105_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_106_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_107_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_117_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_118_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_119_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_129_advice(struct sv_ctx *ctx);
enum sv_outcome sv_sem_rdf_letters(struct sv_ctx *ctx);
enum sv_outcome sv_sem_payload_letters(struct sv_ctx *ctx);
enum sv_outcome sv_sem_organisation_text(struct sv_ctx *ctx);
enum sv_outcome sv_sem_unknown_namespaces(struct sv_ctx *ctx);
enum sv_outcome sv_sem_identity_eleven(struct sv_ctx *ctx);
enum sv_outcome sv_sem_time_formats(struct sv_ctx *ctx);
enum sv_outcome sv_sem_documents_ooxml(struct sv_ctx *ctx);
/* known_codes.c */
enum sv_outcome sv_sem_media_registered(struct sv_ctx *ctx);
/* doubles.c */
enum sv_outcome sv_sem_identifiers_apart(struct sv_ctx *ctx);
enum sv_outcome sv_sem_concept_own_name(struct sv_ctx *ctx);
enum sv_outcome sv_sem_category_codes(struct sv_ctx *ctx);
/* addresses.c */
enum sv_outcome sv_sem_description_answers(struct sv_ctx *ctx);
enum sv_outcome sv_sem_model_answers(struct sv_ctx *ctx);
enum sv_outcome sv_sem_pages_answer(struct sv_ctx *ctx);
enum sv_outcome sv_sem_size_is_real(struct sv_ctx *ctx);

#endif
