// SPDX-License-Identifier: Apache-2.0
/* The members of AsyncAPI's objects: 2.0.0 to 2.6.0, and 3.0.0. */
#include "engines/asyncapi/kinds.h"

/* --- 2.x --- */
static const struct sv_asyncapi_member root_2[] = {
  { "asyncapi", AS_TEXT, AS_ANY, true, 0 },
  { "id", AS_TEXT, AS_ANY, false, 0 },
  { "info", AS_ONE, AS_INFO, true, 0 },
  { "servers", AS_MAP, AS_SERVER, false, 0 },
  { "defaultContentType", AS_TEXT, AS_ANY, false, 0 },
  { "channels", AS_MAP, AS_CHANNEL, true, 0 },
  { "components", AS_ONE, AS_COMPONENTS, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
};
static const struct sv_asyncapi_member info_2[] = {
  { "title", AS_TEXT, AS_ANY, true, 0 },        { "version", AS_TEXT, AS_ANY, true, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 }, { "termsOfService", AS_TEXT, AS_ANY, false, 0 },
  { "contact", AS_ONE, AS_CONTACT, false, 0 },  { "license", AS_ONE, AS_LICENSE, false, 0 },
};
static const struct sv_asyncapi_member contact_members[] = {
  { "name", AS_TEXT, AS_ANY, false, 0 },
  { "url", AS_TEXT, AS_ANY, false, 0 },
  { "email", AS_TEXT, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member license_members[] = {
  { "name", AS_TEXT, AS_ANY, true, 0 },
  { "url", AS_TEXT, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member server_2[] = {
  { "url", AS_TEXT, AS_ANY, true, 0 },
  { "protocol", AS_TEXT, AS_ANY, true, 0 },
  { "protocolVersion", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "variables", AS_MAP, AS_VARIABLE, false, 0 },
  { "security", AS_LIST, AS_REQUIREMENT, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 5 },
};
static const struct sv_asyncapi_member variable_members[] = {
  { "enum", AS_WORDS, AS_ANY, false, 0 },
  { "default", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "examples", AS_WORDS, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member channel_2[] = {
  { "$ref", AS_TEXT, AS_ANY, false, 0 },          { "parameters", AS_MAP, AS_PARAMETER, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },   { "servers", AS_WORDS, AS_ANY, false, 2 },
  { "publish", AS_ONE, AS_OPERATION, false, 0 },  { "subscribe", AS_ONE, AS_OPERATION, false, 0 },
  { "deprecated", AS_BOOLEAN, AS_ANY, false, 0 }, { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member operation_2[] = {
  { "traits", AS_LIST, AS_OPERATION_TRAIT, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "security", AS_LIST, AS_REQUIREMENT, false, 4 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "operationId", AS_TEXT, AS_ANY, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
  { "message", AS_ONE, AS_CHOICE, false, 0 },
};
static const struct sv_asyncapi_member operation_trait_2[] = {
  { "summary", AS_TEXT, AS_ANY, false, 0 },     { "description", AS_TEXT, AS_ANY, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },        { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "operationId", AS_TEXT, AS_ANY, false, 0 }, { "security", AS_LIST, AS_REQUIREMENT, false, 4 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member message_2[] = {
  { "schemaFormat", AS_TEXT, AS_ANY, false, 0 },
  { "contentType", AS_TEXT, AS_ANY, false, 0 },
  { "headers", AS_FREE, AS_ANY, false, 0 },
  { "messageId", AS_TEXT, AS_ANY, false, 4 },
  { "payload", AS_FREE, AS_ANY, false, 0 },
  { "correlationId", AS_ONE, AS_CORRELATION, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "name", AS_TEXT, AS_ANY, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "deprecated", AS_BOOLEAN, AS_ANY, false, 0 },
  { "examples", AS_FREE, AS_ANY, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
  { "traits", AS_LIST, AS_MESSAGE_TRAIT, false, 0 },
};
static const struct sv_asyncapi_member message_trait_2[] = {
  { "schemaFormat", AS_TEXT, AS_ANY, false, 0 },
  { "contentType", AS_TEXT, AS_ANY, false, 0 },
  { "headers", AS_FREE, AS_ANY, false, 0 },
  { "messageId", AS_TEXT, AS_ANY, false, 4 },
  { "correlationId", AS_ONE, AS_CORRELATION, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "name", AS_TEXT, AS_ANY, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "deprecated", AS_BOOLEAN, AS_ANY, false, 0 },
  { "examples", AS_FREE, AS_ANY, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member correlation_members[] = {
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "location", AS_EXPRESSION, AS_ANY, true, 0 },
};
static const struct sv_asyncapi_member parameter_2[] = {
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "schema", AS_ONE, AS_SCHEMA, false, 0 },
  { "location", AS_EXPRESSION, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member components_2[] = {
  { "schemas", AS_MAP, AS_SCHEMA, false, 0 },
  { "servers", AS_MAP, AS_SERVER, false, 3 },
  { "channels", AS_MAP, AS_CHANNEL, false, 3 },
  { "serverVariables", AS_MAP, AS_VARIABLE, false, 4 },
  { "messages", AS_MAP, AS_MESSAGE, false, 0 },
  { "securitySchemes", AS_MAP, AS_SCHEME, false, 0 },
  { "parameters", AS_MAP, AS_PARAMETER, false, 0 },
  { "correlationIds", AS_MAP, AS_CORRELATION, false, 0 },
  { "operationTraits", AS_MAP, AS_OPERATION_TRAIT, false, 0 },
  { "messageTraits", AS_MAP, AS_MESSAGE_TRAIT, false, 0 },
  { "serverBindings", AS_FREE, AS_ANY, false, 0 },
  { "channelBindings", AS_FREE, AS_ANY, false, 0 },
  { "operationBindings", AS_FREE, AS_ANY, false, 0 },
  { "messageBindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member tag_members[] = {
  { "name", AS_TEXT, AS_ANY, true, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
};
static const struct sv_asyncapi_member docs_members[] = {
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "url", AS_TEXT, AS_ANY, true, 0 },
};

static const struct sv_asyncapi_object objects_2[AS_KIND_COUNT] = {
  [AS_ROOT] = { root_2, sizeof root_2 / sizeof root_2[0], false },
  [AS_INFO] = { info_2, sizeof info_2 / sizeof info_2[0], false },
  [AS_CONTACT] = { contact_members, sizeof contact_members / sizeof contact_members[0], false },
  [AS_LICENSE] = { license_members, sizeof license_members / sizeof license_members[0], false },
  [AS_SERVER] = { server_2, sizeof server_2 / sizeof server_2[0], true },
  [AS_VARIABLE] = { variable_members, sizeof variable_members / sizeof variable_members[0], true },
  [AS_CHANNEL] = { channel_2, sizeof channel_2 / sizeof channel_2[0], false },
  [AS_OPERATION] = { operation_2, sizeof operation_2 / sizeof operation_2[0], false },
  [AS_OPERATION_TRAIT] = { operation_trait_2,
                           sizeof operation_trait_2 / sizeof operation_trait_2[0], true },
  [AS_MESSAGE] = { message_2, sizeof message_2 / sizeof message_2[0], true },
  [AS_MESSAGE_TRAIT] = { message_trait_2, sizeof message_trait_2 / sizeof message_trait_2[0],
                         true },
  [AS_CORRELATION] = { correlation_members,
                       sizeof correlation_members / sizeof correlation_members[0], true },
  [AS_PARAMETER] = { parameter_2, sizeof parameter_2 / sizeof parameter_2[0], true },
  [AS_COMPONENTS] = { components_2, sizeof components_2 / sizeof components_2[0], false },
  [AS_TAG] = { tag_members, sizeof tag_members / sizeof tag_members[0], false },
  [AS_DOCS] = { docs_members, sizeof docs_members / sizeof docs_members[0], false },
  [AS_FLOWS] = { sv_asyncapi_flows, SV_ASYNCAPI_FLOWS, false },
  [AS_FLOW_IMPLICIT] = { sv_asyncapi_implicit_2, SV_ASYNCAPI_FLOW, false },
  [AS_FLOW_TOKEN] = { sv_asyncapi_token_2, SV_ASYNCAPI_FLOW, false },
  [AS_FLOW_CODE] = { sv_asyncapi_code_2, SV_ASYNCAPI_FLOW, false },
  [AS_SCHEME] = { NULL, 0, true },
  [AS_REQUIREMENT] = { NULL, 0, false },
  [AS_CHOICE] = { NULL, 0, true },
  [AS_SCHEMA] = { NULL, 0, true },
  [AS_REFERENCE] = { NULL, 0, true },
};

/* --- 3.x --- */
static const struct sv_asyncapi_member root_3[] = {
  { "asyncapi", AS_TEXT, AS_ANY, true, 0 },
  { "id", AS_TEXT, AS_ANY, false, 0 },
  { "info", AS_ONE, AS_INFO, true, 0 },
  { "servers", AS_MAP, AS_SERVER, false, 0 },
  { "defaultContentType", AS_TEXT, AS_ANY, false, 0 },
  { "channels", AS_MAP, AS_CHANNEL, false, 0 },
  { "operations", AS_MAP, AS_OPERATION, false, 0 },
  { "components", AS_ONE, AS_COMPONENTS, false, 0 },
};
static const struct sv_asyncapi_member info_3[] = {
  { "title", AS_TEXT, AS_ANY, true, 0 },        { "version", AS_TEXT, AS_ANY, true, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 }, { "termsOfService", AS_TEXT, AS_ANY, false, 0 },
  { "contact", AS_ONE, AS_CONTACT, false, 0 },  { "license", AS_ONE, AS_LICENSE, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },        { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
};
static const struct sv_asyncapi_member server_3[] = {
  { "host", AS_TEXT, AS_ANY, true, 0 },
  { "pathname", AS_TEXT, AS_ANY, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "protocol", AS_TEXT, AS_ANY, true, 0 },
  { "protocolVersion", AS_TEXT, AS_ANY, false, 0 },
  { "variables", AS_MAP, AS_VARIABLE, false, 0 },
  { "security", AS_LIST, AS_SCHEME, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member channel_3[] = {
  { "address", AS_NULLABLE, AS_ANY, false, 0 },     { "messages", AS_MAP, AS_MESSAGE, false, 0 },
  { "parameters", AS_MAP, AS_PARAMETER, false, 0 }, { "title", AS_TEXT, AS_ANY, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },         { "description", AS_TEXT, AS_ANY, false, 0 },
  { "servers", AS_LIST, AS_REFERENCE, false, 0 },   { "tags", AS_LIST, AS_TAG, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },    { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member operation_3[] = {
  { "action", AS_TEXT, AS_ANY, true, 0 },
  { "channel", AS_ONE, AS_REFERENCE, true, 0 },
  { "messages", AS_LIST, AS_REFERENCE, false, 0 },
  { "reply", AS_ONE, AS_REPLY, false, 0 },
  { "traits", AS_LIST, AS_OPERATION_TRAIT, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "security", AS_LIST, AS_SCHEME, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member operation_trait_3[] = {
  { "title", AS_TEXT, AS_ANY, false, 0 },       { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 }, { "security", AS_LIST, AS_SCHEME, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },        { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member message_3[] = {
  { "contentType", AS_TEXT, AS_ANY, false, 0 },
  { "headers", AS_FREE, AS_ANY, false, 0 },
  { "payload", AS_FREE, AS_ANY, false, 0 },
  { "correlationId", AS_ONE, AS_CORRELATION, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "name", AS_TEXT, AS_ANY, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "deprecated", AS_BOOLEAN, AS_ANY, false, 0 },
  { "examples", AS_FREE, AS_ANY, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
  { "traits", AS_LIST, AS_MESSAGE_TRAIT, false, 0 },
};
static const struct sv_asyncapi_member message_trait_3[] = {
  { "contentType", AS_TEXT, AS_ANY, false, 0 },
  { "headers", AS_FREE, AS_ANY, false, 0 },
  { "correlationId", AS_ONE, AS_CORRELATION, false, 0 },
  { "tags", AS_LIST, AS_TAG, false, 0 },
  { "summary", AS_TEXT, AS_ANY, false, 0 },
  { "name", AS_TEXT, AS_ANY, false, 0 },
  { "title", AS_TEXT, AS_ANY, false, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
  { "externalDocs", AS_ONE, AS_DOCS, false, 0 },
  { "deprecated", AS_BOOLEAN, AS_ANY, false, 0 },
  { "examples", AS_FREE, AS_ANY, false, 0 },
  { "bindings", AS_FREE, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member parameter_3[] = {
  { "description", AS_TEXT, AS_ANY, false, 0 },    { "enum", AS_WORDS, AS_ANY, false, 0 },
  { "default", AS_TEXT, AS_ANY, false, 0 },        { "examples", AS_WORDS, AS_ANY, false, 0 },
  { "location", AS_EXPRESSION, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member components_3[] = {
  { "schemas", AS_MAP, AS_SCHEMA, false, 0 },
  { "servers", AS_MAP, AS_SERVER, false, 0 },
  { "channels", AS_MAP, AS_CHANNEL, false, 0 },
  { "serverVariables", AS_MAP, AS_VARIABLE, false, 0 },
  { "operations", AS_MAP, AS_OPERATION, false, 0 },
  { "messages", AS_MAP, AS_MESSAGE, false, 0 },
  { "securitySchemes", AS_MAP, AS_SCHEME, false, 0 },
  { "parameters", AS_MAP, AS_PARAMETER, false, 0 },
  { "correlationIds", AS_MAP, AS_CORRELATION, false, 0 },
  { "operationTraits", AS_MAP, AS_OPERATION_TRAIT, false, 0 },
  { "messageTraits", AS_MAP, AS_MESSAGE_TRAIT, false, 0 },
  { "replies", AS_MAP, AS_REPLY, false, 0 },
  { "replyAddresses", AS_MAP, AS_REPLY_ADDRESS, false, 0 },
  { "serverBindings", AS_FREE, AS_ANY, false, 0 },
  { "channelBindings", AS_FREE, AS_ANY, false, 0 },
  { "operationBindings", AS_FREE, AS_ANY, false, 0 },
  { "messageBindings", AS_FREE, AS_ANY, false, 0 },
  { "tags", AS_MAP, AS_TAG, false, 0 },
  { "externalDocs", AS_MAP, AS_DOCS, false, 0 },
};
static const struct sv_asyncapi_member reply_3[] = {
  { "address", AS_ONE, AS_REPLY_ADDRESS, false, 0 },
  { "channel", AS_ONE, AS_REFERENCE, false, 0 },
  { "messages", AS_LIST, AS_REFERENCE, false, 0 },
};
static const struct sv_asyncapi_member reply_address_3[] = {
  { "location", AS_EXPRESSION, AS_ANY, true, 0 },
  { "description", AS_TEXT, AS_ANY, false, 0 },
};

static const struct sv_asyncapi_object objects_3[AS_KIND_COUNT] = {
  [AS_ROOT] = { root_3, sizeof root_3 / sizeof root_3[0], false },
  [AS_INFO] = { info_3, sizeof info_3 / sizeof info_3[0], false },
  [AS_CONTACT] = { contact_members, sizeof contact_members / sizeof contact_members[0], false },
  [AS_LICENSE] = { license_members, sizeof license_members / sizeof license_members[0], false },
  [AS_SERVER] = { server_3, sizeof server_3 / sizeof server_3[0], true },
  [AS_VARIABLE] = { variable_members, sizeof variable_members / sizeof variable_members[0], true },
  [AS_CHANNEL] = { channel_3, sizeof channel_3 / sizeof channel_3[0], true },
  [AS_OPERATION] = { operation_3, sizeof operation_3 / sizeof operation_3[0], true },
  [AS_OPERATION_TRAIT] = { operation_trait_3,
                           sizeof operation_trait_3 / sizeof operation_trait_3[0], true },
  [AS_MESSAGE] = { message_3, sizeof message_3 / sizeof message_3[0], true },
  [AS_MESSAGE_TRAIT] = { message_trait_3, sizeof message_trait_3 / sizeof message_trait_3[0],
                         true },
  [AS_CORRELATION] = { correlation_members,
                       sizeof correlation_members / sizeof correlation_members[0], true },
  [AS_PARAMETER] = { parameter_3, sizeof parameter_3 / sizeof parameter_3[0], true },
  [AS_COMPONENTS] = { components_3, sizeof components_3 / sizeof components_3[0], false },
  [AS_TAG] = { tag_members, sizeof tag_members / sizeof tag_members[0], true },
  [AS_DOCS] = { docs_members, sizeof docs_members / sizeof docs_members[0], true },
  [AS_REPLY] = { reply_3, sizeof reply_3 / sizeof reply_3[0], true },
  [AS_REPLY_ADDRESS] = { reply_address_3, sizeof reply_address_3 / sizeof reply_address_3[0],
                         true },
  [AS_FLOWS] = { sv_asyncapi_flows, SV_ASYNCAPI_FLOWS, false },
  [AS_FLOW_IMPLICIT] = { sv_asyncapi_implicit_3, SV_ASYNCAPI_FLOW, false },
  [AS_FLOW_TOKEN] = { sv_asyncapi_token_3, SV_ASYNCAPI_FLOW, false },
  [AS_FLOW_CODE] = { sv_asyncapi_code_3, SV_ASYNCAPI_FLOW, false },
  [AS_SCHEME] = { NULL, 0, true },
  [AS_REQUIREMENT] = { NULL, 0, false },
  [AS_CHOICE] = { NULL, 0, true },
  [AS_SCHEMA] = { NULL, 0, true },
  [AS_REFERENCE] = { NULL, 0, true },
};

const struct sv_asyncapi_object *sv_asyncapi_objects(int major)
{
  return major == 3 ? objects_3 : objects_2;
}
