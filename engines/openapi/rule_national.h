// SPDX-License-Identifier: Apache-2.0
/* Functions for what no path or schema can say about an API: its paths, operations, security,
 * names and schemas as a whole. Private to rule*.c. */
#ifndef SV_OPENAPI_RULE_NATIONAL_H
#define SV_OPENAPI_RULE_NATIONAL_H

#include "engines/openapi/rule_set.h"
#include "engines/openapi/style.h"

#pragma GCC visibility push(hidden)

/* --- rule_paths.c --- */
extern const struct sv_rule_function sv_rule_path_segments, sv_rule_paths_distinct,
    sv_rule_paths_unambiguous, sv_rule_path_version;
/* --- rule_operation.c --- */
extern const struct sv_rule_function sv_rule_declares, sv_rule_path_parameters,
    sv_rule_request_examples, sv_rule_operation_ids, sv_rule_tags_defined;
/* --- rule_security.c --- */
extern const struct sv_rule_function sv_rule_secured, sv_rule_security_defined,
    sv_rule_server_variables, sv_rule_personal_number;
/* --- rule_names.c --- */
extern const struct sv_rule_function sv_rule_one_casing, sv_rule_text_names, sv_rule_unique,
    sv_rule_unique_parameters, sv_rule_unused_components;
/* --- rule_schemas.c --- */
extern const struct sv_rule_function sv_rule_has_properties, sv_rule_required_declared,
    sv_rule_patterns_compile, sv_rule_all_of, sv_rule_validity;

/* The operation whose object is at N, or NULL. */
const struct sv_openapi_operation *sv_rule_operation(struct sv_rule_run *run,
                                                     struct sv_openapi_node n);
/* "GET /path" in the report's memory. */
const char *sv_rule_operation_text(struct sv_rule_run *run, const struct sv_openapi_operation *o);

/* Says MSGID with one more text. */
enum sv_status sv_rule_say_one(struct sv_rule_call *c, struct sv_openapi_node where,
                               const char *msgid, const char *name, const char *text) SV_MUST_USE;

/* The rule has nothing to say of this place: it does not count as judged. */
void sv_rule_skip(struct sv_rule_call *c);

/* Whether something refers to N, or to a part of it. */
enum sv_status sv_rule_is_used(struct sv_rule_run *run, struct sv_openapi_node n,
                               bool *used) SV_MUST_USE;

static inline bool sv_rule_is_object(const struct sv_rule_call *c)
{
  return !c->is_absent && !c->name && c->value.doc &&
         sv_doc_type(c->value.doc, c->value.value) == SV_DOC_OBJECT;
}

#pragma GCC visibility pop

#endif
