// SPDX-License-Identifier: Apache-2.0
/* The checks that are a requirement of the national rules each: GUIDELINE(name, requirement, hint),
 * for whoever includes this. */
GUIDELINE(guide_valid, "TEC-DES-06",
          N_("Run samsvar validate openapi on the document and mend what it tells."))
GUIDELINE(guide_contact, "TEC-DES-09",
          N_("Give name, e-mail and address of those who answer for the API in info.contact."))
GUIDELINE(guide_purpose, "TEC-DES-10",
          N_("Tell in info.description what the API is for, and for whom."))
GUIDELINE(guide_terms, "TEC-DES-11",
          N_("Name the licence in info.license, or link the terms in info.termsOfService."))
GUIDELINE(guide_version_form, "TEC-DES-17",
          N_("Let the addresses of all servers and paths name the version in one way."))
GUIDELINE(guide_path_ambiguous, "TEC-DES-20",
          N_("Change one of the paths so that no address fits both."))
GUIDELINE(guide_path_parameters, "TEC-DES-21",
          N_("Declare each name in braces as a required parameter in path, and no others."))
GUIDELINE(guide_parameters_unique, "TEC-DES-22",
          N_("Remove one of the two parameters with the same name and place."))
GUIDELINE(guide_parameter_shape, "TEC-DES-23",
          N_("Describe the parameter by schema, or by content with one media type."))
GUIDELINE(guide_reserved_headers, "TEC-DES-24",
          N_("Take Accept, Content-Type and Authorization out of the parameters."))
GUIDELINE(guide_get_body, "TEC-DES-25",
          N_("Move what the body says into query parameters, or use POST."))
GUIDELINE(guide_success, "TEC-DES-26", N_("Describe the answer that is given when all goes well."))
GUIDELINE(guide_response_description, "TEC-DES-27", N_("Give every response a description."))
GUIDELINE(guide_no_content, "TEC-DES-29", N_("Take content away from the responses 204 and 205."))
GUIDELINE(guide_success_schema, "TEC-DES-30", N_("Give the answer a media type with a schema."))
GUIDELINE(guide_problem_details, "TEC-DES-31", N_("Declare errors as application/problem+json."))
GUIDELINE(guide_problem_members, "TEC-DES-32",
          N_("Let the schema of problems have status, title and detail."))
GUIDELINE(guide_bad_request, "TEC-DES-33", N_("Declare 400 where parameters or a body are taken."))
GUIDELINE(guide_unauthorized, "TEC-DES-34", N_("Declare 401 on operations that ask for a token."))
GUIDELINE(guide_forbidden, "TEC-DES-35", N_("Declare 403 on operations that ask for scopes."))
GUIDELINE(guide_not_found, "TEC-DES-36", N_("Declare 404 on operations on one resource."))
GUIDELINE(guide_too_many, "TEC-DES-37", N_("Declare 429 with Retry-After on every operation."))
GUIDELINE(guide_server_error, "TEC-DES-38", N_("Declare default, 500 or 5XX on every operation."))
GUIDELINE(guide_security, "TEC-DES-39",
          N_("Give every operation security, or an empty list where it is open."))
GUIDELINE(guide_scopes, "TEC-DES-41",
          N_("Name scopes as prefix:subscope, such as skatt:inntekt.read."))
GUIDELINE(guide_no_basic, "TEC-DES-42",
          N_("Use OAuth 2.0 with Maskinporten or ID-porten in place of passwords."))
GUIDELINE(guide_identity_numbers, "TEC-DES-45",
          N_("Take identity numbers in the body or in a token, never in an address."))
GUIDELINE(guide_path_words, "TEC-DES-46",
          N_("Write the fixed parts of paths in small letters with hyphens."))
GUIDELINE(guide_parameter_words, "TEC-DES-48", N_("Name query parameters in one style."))
GUIDELINE(guide_property_words, "TEC-DES-49", N_("Name properties in one style."))
GUIDELINE(guide_operation_id_form, "TEC-DES-51",
          N_("Use letters, digits and hyphens in operationId."))
GUIDELINE(guide_operation_text, "TEC-DES-52", N_("Give every operation a summary or description."))
GUIDELINE(guide_request_examples, "TEC-DES-53",
          N_("Give each required parameter and body an example, a default or values."))
GUIDELINE(guide_examples, "TEC-DES-54", N_("Mend the example, or the schema that it breaks."))
GUIDELINE(guide_tags, "TEC-DES-55", N_("List each tag once under tags, and use only those."))
GUIDELINE(guide_enumerations, "TEC-DES-56",
          N_("Let each value stand once, and be of the type that the schema says."))
GUIDELINE(guide_numbers, "TEC-DES-57",
          N_("Give numbers in requests a format, a minimum and a maximum."))
GUIDELINE(guide_bounds, "TEC-DES-58",
          N_("Give strings in requests a maxLength and arrays a maxItems."))
GUIDELINE(guide_date_format, "TEC-DES-59",
          N_("Give properties with dates and times the format date or date-time."))
GUIDELINE(guide_object_answers, "TEC-DES-60", N_("Put the list or value into an object."))
GUIDELINE(guide_patch, "TEC-DES-61",
          N_("Give PATCH a required body in application/merge-patch+json or "
             "application/json-patch+json."))
GUIDELINE(guide_methods, "TEC-DES-62", N_("Use GET, POST, PUT, PATCH and DELETE."))
GUIDELINE(guide_path_verbs, "TEC-DES-63",
          N_("Name the resource in the path, and let the method tell what is done."))
GUIDELINE(guide_unused, "TEC-DES-64", N_("Remove the component, or refer to it."))
GUIDELINE(guide_status_operation, "TEC-DES-66",
          N_("Describe an operation such as GET /status or /health."))
GUIDELINE(guide_test_environment, "TEC-DES-67", N_("List the test environment among the servers."))
GUIDELINE(guide_array_items, "TEC-DES-68", N_("Say with items what the elements are."))
GUIDELINE(guide_client_error, "TEC-DES-69", N_("Declare an answer 4XX on every operation."))
GUIDELINE(guide_required_names, "TEC-DES-70",
          N_("Describe each required name under properties, or take it out."))
GUIDELINE(guide_patterns, "TEC-DES-71", N_("Mend the regular expression."))
GUIDELINE(guide_all_of, "TEC-DES-72",
          N_("Let the parts of allOf agree on types, and leave additionalProperties open in them."))
GUIDELINE(guide_nullable_values, "TEC-DES-73", N_("Put null among the values, or do not allow it."))
GUIDELINE(guide_constraints, "TEC-DES-74", N_("Remove the keyword, or mend the type."))
