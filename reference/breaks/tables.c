// SPDX-License-Identifier: Apache-2.0
/* The tables of breaks, one file a family. */
#include "reference/breaks/tables.h"

const struct sv_break_table *const sv_break_tables[] = {
  &sv_breaks_organisation, &sv_breaks_transport, &sv_breaks_http,     &sv_breaks_content,
  &sv_breaks_contract,     &sv_breaks_security,  &sv_breaks_api,      &sv_breaks_openapi,
  &sv_breaks_description,  &sv_breaks_discovery, &sv_breaks_auth,     &sv_breaks_tokens,
  &sv_breaks_web,          &sv_breaks_catalogue, &sv_breaks_law,      &sv_breaks_licences,
  &sv_breaks_nodes,        &sv_breaks_terms,     &sv_breaks_services, &sv_breaks_negative,
  &sv_breaks_data,         &sv_breaks_messages,  &sv_breaks_forms,    &sv_breaks_cross,
  &sv_breaks_reuse,        &sv_breaks_rules,
};
const size_t sv_break_table_count = sizeof sv_break_tables / sizeof sv_break_tables[0];
