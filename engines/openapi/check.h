// SPDX-License-Identifier: Apache-2.0
/* What the rules of validity share: saying what is wrong, and where. */
#ifndef SV_OPENAPI_CHECK_H
#define SV_OPENAPI_CHECK_H

#include "engines/openapi/api.h"
#include "engines/openapi/kind.h"

struct sv_openapi_said {
  const char *rule;
  const char *msgid;
  struct sv_openapi_node where;
  bool warning;
  bool at_name; /* the position is that of the member's name */
};

/* A finding; ARGS end with a name that is NULL, texts are copied. After the limit it is only
 * counted. Memory running out is kept in the API's check_status. */
void sv_openapi_say(struct sv_openapi *api, const struct sv_openapi_said *s,
                    const struct sv_arg *args);

#define SV_OPENAPI_ARGS(...) ((const struct sv_arg[]){ __VA_ARGS__, { NULL, NULL, 0 } })

/* N as a short text for a message; SIZE bytes of text likewise. */
const char *sv_openapi_excerpt(struct sv_openapi *api, struct sv_openapi_node n);
const char *sv_openapi_cut(struct sv_openapi *api, const char *text, size_t size);

void sv_openapi_sort(struct sv_openapi *api);

/* Walks all documents: every object gets its kind, structure and references are judged. */
enum sv_status sv_openapi_walk(struct sv_openapi *api);

/* Judges the scalar N by FIELD (scalar.c); NAME is the member's. */
void sv_openapi_scalar(struct sv_openapi *api, struct sv_openapi_node n,
                       const struct sv_openapi_field *field, const char *name);

/* Says that NAME's value N has the wrong type; MSGID has places for name and found. */
void sv_openapi_wrong_type(struct sv_openapi *api, struct sv_openapi_node n, const char *name,
                           const char *msgid);

/* Judges the name of the map member N (names.c). */
void sv_openapi_judge_name(struct sv_openapi *api, struct sv_openapi_node n,
                           enum sv_openapi_naming naming);

/* What the tables cannot say about one object (shape.c): members that exclude or need each other.
 * PARENT is the kind of the object around it. */
void sv_openapi_shape(struct sv_openapi *api, struct sv_openapi_node n, enum sv_openapi_kind kind,
                      enum sv_openapi_kind parent);

void sv_openapi_shape_parameter(struct sv_openapi *api, struct sv_openapi_node n,
                                enum sv_openapi_kind kind);
void sv_openapi_shape_list(struct sv_openapi *api, struct sv_openapi_node list);
void sv_openapi_shape_scheme(struct sv_openapi *api, struct sv_openapi_node n);
void sv_openapi_shape_flows(struct sv_openapi *api, struct sv_openapi_node n);

/* Rules that look at several objects together (semantic_*.c). */
enum sv_status sv_openapi_check_paths(struct sv_openapi *api);
enum sv_status sv_openapi_check_operations(struct sv_openapi *api);
enum sv_status sv_openapi_check_security(struct sv_openapi *api);
enum sv_status sv_openapi_check_servers(struct sv_openapi *api);
enum sv_status sv_openapi_check_links(struct sv_openapi *api);
enum sv_status sv_openapi_check_schemas(struct sv_openapi *api);
enum sv_status sv_openapi_check_examples(struct sv_openapi *api);

/* Whether V is of a type that SCHEMA says; true where it says none. */
bool sv_openapi_suits(struct sv_openapi_node v, struct sv_openapi_node schema);

/* An error without places. */
void sv_openapi_say_plain(struct sv_openapi *api, const char *rule, const char *msgid,
                          struct sv_openapi_node where);

/* The bit of the document's version. */
unsigned sv_openapi_version_bit(const struct sv_openapi *api);

#endif
