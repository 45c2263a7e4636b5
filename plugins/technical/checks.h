// SPDX-License-Identifier: Apache-2.0
/* The checks, by file, and what some families share. What each is about stands in README.md. */
#ifndef SV_TECHNICAL_CHECKS_H
#define SV_TECHNICAL_CHECKS_H

#include <samsvar/plugin.h>

typedef enum sv_outcome tec_check(struct sv_ctx *ctx);

/* The first answer of the endpoint in *R, TEC_READY when it came over TLS and is judged here. */
enum sv_outcome tec_handshake(struct sv_ctx *ctx, const struct sv_response **r);

/* A secured GET: the endpoint itself when it has a credential, the target's sample "secured", or
 * one of the document's; NULL when none is known or it lies on another host. */
const char *tec_secured_url(struct sv_ctx *ctx);

/* access.c */
tec_check tec_image_text;
tec_check tec_field_label;
tec_check tec_link_name;
tec_check tec_zoom;
tec_check tec_headings;
tec_check tec_language_tags;
tec_check tec_one_title;

/* auth.c */
tec_check tec_no_token;
tec_check tec_garbage_token;
tec_check tec_garbage_error;
tec_check tec_unsigned_token;
tec_check tec_challenge;
tec_check tec_bearer;
tec_check tec_no_error_code;

/* certificate.c */
tec_check tec_key_size;
tec_check tec_signature;
tec_check tec_chain;
tec_check tec_name;
tec_check tec_dates;
tec_check tec_expires_soon;
tec_check tec_chain_order;

/* client.c */
tec_check tec_request_form;
tec_check tec_client_assertion;
tec_check tec_client_key;
tec_check tec_client_key_soon;

/* content.c */
tec_check tec_status_range;
tec_check tec_gzip;
tec_check tec_trailing_slash;
tec_check tec_api_redirects;
tec_check tec_throttling;
tec_check tec_rate_limit;
tec_check tec_digest;

/* contract/: the API against its description */
tec_check con_server_error;
tec_check con_status;
tec_check con_media_type;
tec_check con_schema;
tec_check con_headers_present;
tec_check con_headers_valid;
tec_check con_accepted;
tec_check con_examples;
tec_check con_undocumented;
tec_check con_write_only;
tec_check con_allow;
tec_check con_deleted;
tec_check con_created;
tec_check con_idempotent;
tec_check con_idempotency_key;
tec_check con_paged;
tec_check con_page_size;
tec_check con_next_page;
tec_check con_page_end;
tec_check con_self;
tec_check con_filters;
tec_check con_in_time;
tec_check con_usual_time;
tec_check con_siblings;
tec_check con_xml;
tec_check con_ogc_landing;
tec_check con_ogc_conformance;
tec_check con_ogc_features;
tec_check con_graphql;
tec_check con_authentication;

/* description.c */
tec_check tec_published;
tec_check tec_open_description;
tec_check tec_semver;
tec_check tec_servers;

/* forged.c */
tec_check tec_foreign_key;
tec_check tec_public_key_secret;

/* grant.c */
tec_check tec_grant_header;
tec_check tec_grant_x5c;
tec_check tec_grant_claims;
tec_check tec_grant_jti;
tec_check tec_grant_aud;
tec_check tec_grant_life;
tec_check tec_grant_clock;
tec_check tec_grant_once;
tec_check tec_grant_scope;
tec_check tec_grant_delegation;
tec_check tec_grant_resource;
tec_check tec_grant_system_user;

/* document.c: of the plugin */
enum sv_outcome tec_open(struct sv_ctx *ctx);
void tec_close(struct sv_ctx *ctx);

/* guideline.c: the national rules */
tec_check tec_references;
tec_check tec_guide_openapi_version;
tec_check tec_guide_https_servers;
tec_check tec_guide_real_servers;
tec_check tec_guide_server_variables;
tec_check tec_guide_path_slash;
tec_check tec_guide_path_templates;
tec_check tec_guide_response_keys;
tec_check tec_guide_security_defined;
tec_check tec_guide_no_secrets_in_url;
tec_check tec_guide_oauth_flows;
tec_check tec_guide_path_form;
tec_check tec_guide_operation_ids;
tec_check tec_guide_operation_id_there;
tec_check tec_guide_no_scripts;
tec_check tec_guide_valid;
tec_check tec_guide_contact;
tec_check tec_guide_purpose;
tec_check tec_guide_terms;
tec_check tec_guide_version_form;
tec_check tec_guide_path_ambiguous;
tec_check tec_guide_path_parameters;
tec_check tec_guide_parameters_unique;
tec_check tec_guide_parameter_shape;
tec_check tec_guide_reserved_headers;
tec_check tec_guide_get_body;
tec_check tec_guide_success;
tec_check tec_guide_response_description;
tec_check tec_guide_no_content;
tec_check tec_guide_success_schema;
tec_check tec_guide_problem_details;
tec_check tec_guide_problem_members;
tec_check tec_guide_bad_request;
tec_check tec_guide_unauthorized;
tec_check tec_guide_forbidden;
tec_check tec_guide_not_found;
tec_check tec_guide_too_many;
tec_check tec_guide_server_error;
tec_check tec_guide_security;
tec_check tec_guide_scopes;
tec_check tec_guide_no_basic;
tec_check tec_guide_identity_numbers;
tec_check tec_guide_path_words;
tec_check tec_guide_parameter_words;
tec_check tec_guide_property_words;
tec_check tec_guide_operation_id_form;
tec_check tec_guide_operation_text;
tec_check tec_guide_request_examples;
tec_check tec_guide_examples;
tec_check tec_guide_tags;
tec_check tec_guide_enumerations;
tec_check tec_guide_numbers;
tec_check tec_guide_bounds;
tec_check tec_guide_date_format;
tec_check tec_guide_object_answers;
tec_check tec_guide_patch;
tec_check tec_guide_methods;
tec_check tec_guide_path_verbs;
tec_check tec_guide_unused;
tec_check tec_guide_status_operation;
tec_check tec_guide_test_environment;
tec_check tec_guide_array_items;
tec_check tec_guide_client_error;
tec_check tec_guide_required_names;
tec_check tec_guide_patterns;
tec_check tec_guide_all_of;
tec_check tec_guide_nullable_values;
tec_check tec_guide_constraints;

/* dns.c */
tec_check tec_ipv6;
tec_check tec_ipv4;
tec_check tec_same_by_both;
tec_check tec_dnssec;
tec_check tec_caa;
tec_check tec_caa_form;
tec_check tec_alias;

/* events.c */
tec_check tec_event_type;
tec_check tec_event_attributes;
tec_check tec_event_version;
tec_check tec_event_names;
tec_check tec_event_name_lengths;
tec_check tec_event_source;
tec_check tec_event_source_absolute;
tec_check tec_event_time;
tec_check tec_event_ids;

/* exchange.c */
tec_check tec_head;
tec_check tec_head_content;
tec_check tec_head_headers;
tec_check tec_not_modified;
tec_check tec_not_modified_headers;
tec_check tec_last_modified;
tec_check tec_vary;
tec_check tec_unacceptable;
tec_check tec_options;
tec_check tec_no_content;
tec_check tec_allow;
tec_check tec_repeatable;

/* handshake.c */
tec_check tec_tls_12;
tec_check tec_tls_13;
tec_check tec_tls_13_first;
tec_check tec_no_tls_11;
tec_check tec_no_tls_10;
tec_check tec_no_ssl;
tec_check tec_no_weak_suites;
tec_check tec_no_small_suites;
tec_check tec_no_static_suites;
tec_check tec_no_dhe;
tec_check tec_forward_secrecy;
tec_check tec_compression;
tec_check tec_renegotiation;
tec_check tec_stapling;
tec_check tec_sni;
tec_check tec_http_11;
tec_check tec_http_2;

/* headers.c */
tec_check tec_content_type;
tec_check tec_date;
tec_check tec_http_dates;
tec_check tec_expires_number;
tec_check tec_etag;
tec_check tec_link;
tec_check tec_content_language;
tec_check tec_retry_after;
tec_check tec_cache;

/* keys.c */
tec_check tec_key_set;
tec_check tec_key_set_type;
tec_check tec_key_names;
tec_check tec_no_private_keys;
tec_check tec_key_strength;

/* letters.c */
tec_check tec_letters;

/* lifecycle.c */
tec_check tec_deprecation;
tec_check tec_sunset;
tec_check tec_sunset_past;
tec_check tec_sunset_order;
tec_check tec_successor;
tec_check tec_service_desc;
tec_check tec_catalog;
tec_check tec_linkset;
tec_check tec_linkset_profile;
tec_check tec_catalog_head;
tec_check tec_catalog_lists;

/* issuer_live.c */
tec_check tec_other_redirect;
tec_check tec_without_pkce;
tec_check tec_token_error;
tec_check tec_introspection;

/* issuer_log.c */
tec_check tec_keys_cached;

/* login.c */
tec_check tec_login_code;
tec_check tec_login_pkce;
tec_check tec_login_state;
tec_check tec_login_level;
tec_check tec_login_https;
tec_check tec_login_no_token;
tec_check tec_open_redirect;
tec_check tec_front_channel;
tec_check tec_front_channel_cache;

/* metadata.c */
tec_check tec_metadata;
tec_check tec_issuer;
tec_check tec_issuer_slash;
tec_check tec_https_endpoints;
tec_check tec_discovery;
tec_check tec_signed_id_tokens;
tec_check tec_pkce;
tec_check tec_plain_pkce;
tec_check tec_no_password;
tec_check tec_no_implicit;
tec_check tec_client_keys;

/* negotiation.c */
tec_check tec_accept;
tec_check tec_accept_language;
tec_check tec_accept_patch;
tec_check tec_documentation;

/* offered.c */
tec_check tec_jwt_bearer;
tec_check tec_only_code;
tec_check tec_assurance_levels;
tec_check tec_pushed_requests;
tec_check tec_issuer_parameter;
tec_check tec_logout_endpoint;
tec_check tec_sender_bound;
tec_check tec_authorize_cors;

/* payload.c */
tec_check tec_json_utf8;
tec_check tec_json_bom;
tec_check tec_text_utf8;
tec_check tec_json_syntax;
tec_check tec_unique_names;
tec_check tec_numbers;
tec_check tec_date_time;
tec_check tec_full_date;

/* problem.c */
tec_check tec_unknown_path;
tec_check tec_problem_json;
tec_check tec_problem_members;
tec_check tec_problem_status;
tec_check tec_problem_text;
tec_check tec_no_traces;
tec_check tec_unknown_query;

/* resource_metadata.c */
tec_check tec_resource_metadata;

/* resource_server.c */
tec_check tec_expired_token;
tec_check tec_other_issuer;
tec_check tec_test_token;
tec_check tec_other_scope;
tec_check tec_insufficient_scope;
tec_check tec_other_audience;
tec_check tec_without_pid;
tec_check tec_other_pid;
tec_check tec_bound_token;
tec_check tec_query_token;
tec_check tec_delegated_token;
tec_check tec_plain_token;
/* Judges the answer to TOKEN, which is worth nothing; MESSAGE has {status}. */
enum sv_outcome tec_judge_worthless(struct sv_ctx *ctx, const char *token, const char *message);

/* secured.c */
tec_check tec_not_stored;
tec_check tec_not_shared;
tec_check tec_cors_wildcard;
tec_check tec_preflight;

/* negative_host.c: requests that no good client sends */
tec_check tec_unknown_method;
tec_check tec_trace;
tec_check tec_long_target;
tec_check tec_long_field;
tec_check tec_host_form;
tec_check tec_host_foreign;
tec_check tec_bad_escape;
tec_check tec_traversal;

/* negative_input.c, negative_body.c, negative_crafted.c: requests with one fault */
tec_check tec_unknown_id;
tec_check tec_undeclared_method;
tec_check tec_undeclared_allow;
tec_check tec_missing_query;
tec_check tec_missing_header;
tec_check tec_wrong_type;
tec_check tec_wrong_enum;
tec_check tec_out_of_bounds;
tec_check tec_wrong_number;
tec_check tec_repeated_query;
tec_check tec_body_media_type;
tec_check tec_body_untyped;
tec_check tec_body_malformed;
tec_check tec_body_schema;
tec_check tec_body_missing;
tec_check tec_all_faults;
tec_check tec_body_large;
tec_check tec_body_deep;
tec_check tec_body_repeats;
tec_check tec_body_bytes;
tec_check tec_xml_entities;
tec_check tec_condition_missing;

/* security.c */
tec_check tec_hsts;
tec_check tec_hsts_syntax;
tec_check tec_hsts_age;
tec_check tec_nosniff;
tec_check tec_frame_ancestors;
tec_check tec_frame_options;
tec_check tec_error_headers;
tec_check tec_server;
tec_check tec_cookies;
tec_check tec_session_cookie;
tec_check tec_referrer;
tec_check tec_csp;
tec_check tec_cors_reflect;

/* security_txt.c */
tec_check tec_security_txt;
tec_check tec_txt_contact;
tec_check tec_txt_expires;
tec_check tec_txt_lifetime;
tec_check tec_txt_canonical;
tec_check tec_txt_form;

/* signatures.c */
tec_check tec_message_signature;

/* tokens.c */
tec_check tec_token_parties;
tec_check tec_token_claims;
tec_check tec_token_signature;
tec_check tec_token_life;
tec_check tec_token_certificate;
tec_check tec_token_audience;

/* transport.c */
tec_check tec_https;
tec_check tec_redirect;
tec_check tec_permanent;
tec_check tec_hsts_plain;
tec_check tec_tls_version;
tec_check tec_alpn;

/* web.c */
tec_check tec_page_language;
tec_check tec_page_title;
tec_check tec_page_charset;

#endif
