// SPDX-License-Identifier: Apache-2.0
/* The objects of AsyncAPI, as tables of their members. */
#ifndef SV_ASYNCAPI_KINDS_H
#define SV_ASYNCAPI_KINDS_H

#include <stdbool.h>
#include <stddef.h>

enum sv_asyncapi_kind {
  AS_ANY, /* whatever: not looked into */
  AS_ROOT,
  AS_INFO,
  AS_CONTACT,
  AS_LICENSE,
  AS_SERVER,
  AS_VARIABLE,
  AS_CHANNEL,
  AS_OPERATION,
  AS_OPERATION_TRAIT,
  AS_MESSAGE,
  AS_MESSAGE_TRAIT,
  AS_CORRELATION,
  AS_PARAMETER,
  AS_COMPONENTS,
  AS_TAG,
  AS_DOCS,
  AS_SCHEME,
  AS_REQUIREMENT,
  AS_FLOWS,
  AS_FLOW_IMPLICIT,
  AS_FLOW_TOKEN, /* password, client credentials */
  AS_FLOW_CODE,
  AS_REPLY,
  AS_REPLY_ADDRESS,
  AS_REFERENCE, /* a reference and nothing else */
  AS_CHOICE,    /* 2.x: a message, or oneOf of messages */
  AS_SCHEMA,
  AS_KIND_COUNT
};

/* What a member is. */
enum sv_asyncapi_shape {
  AS_TEXT,
  AS_BOOLEAN,
  AS_WORDS, /* a list of texts */
  AS_TEXTS, /* an object of texts */
  AS_ONE,
  AS_MAP,
  AS_LIST,
  AS_FREE,
  AS_NULLABLE,   /* a text or null */
  AS_EXPRESSION, /* a runtime expression */
  AS_KEY_IN,     /* where an apiKey stands */
  AS_HTTP_IN     /* where an httpApiKey stands */
};

struct sv_asyncapi_member {
  const char *name;
  enum sv_asyncapi_shape shape;
  enum sv_asyncapi_kind kind; /* of AS_ONE, AS_MAP and AS_LIST */
  bool required;
  int since; /* minor version of 2.x */
};

struct sv_asyncapi_object {
  const struct sv_asyncapi_member *members; /* NULL: not looked into */
  size_t count;
  bool may_refer; /* a reference may stand in its place */
};

/* A type of security scheme. */
struct sv_asyncapi_scheme {
  const char *type;
  struct sv_asyncapi_object object;
  int since;
};

const struct sv_asyncapi_scheme *sv_asyncapi_schemes(int major, size_t *count);

enum { SV_ASYNCAPI_FLOWS = 4, SV_ASYNCAPI_FLOW = 4 };
extern const struct sv_asyncapi_member sv_asyncapi_flows[SV_ASYNCAPI_FLOWS],
    sv_asyncapi_implicit_2[SV_ASYNCAPI_FLOW], sv_asyncapi_implicit_3[SV_ASYNCAPI_FLOW],
    sv_asyncapi_token_2[SV_ASYNCAPI_FLOW], sv_asyncapi_token_3[SV_ASYNCAPI_FLOW],
    sv_asyncapi_code_2[SV_ASYNCAPI_FLOW], sv_asyncapi_code_3[SV_ASYNCAPI_FLOW];

/* The objects of major version 2 or 3, by kind. */
const struct sv_asyncapi_object *sv_asyncapi_objects(int major);

#endif
