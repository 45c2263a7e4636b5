// SPDX-License-Identifier: Apache-2.0
/* Collections: their items, their pages and the links between them. */
#ifndef SV_TECHNICAL_CONTRACT_COLLECTION_H
#define SV_TECHNICAL_CONTRACT_COLLECTION_H

#include "plugins/technical/contract/run.h"

/* What a query parameter of a collection does. */
enum con_page_role { CON_NO_PAGE, CON_SIZE, CON_NUMBER, CON_OFFSET, CON_CURSOR };
enum con_page_role con_page_role(const char *name);

/* The items of BODY: itself when it is a list, else its first member that is a list of objects (at
 * the top, or one level down); NULL: it is no collection. Borrowed. */
json_t *con_items(json_t *body);

/* The parameter of O with ROLE, and its number; NULL: none. */
const struct sv_openapi_parameter *con_page_parameter(const struct sv_operation *o,
                                                      enum con_page_role role, size_t *number);

/* The link RELATION that BODY (may be NULL) gives in a member, under links of any name or in a list
 * of links; else the one of the Link header of R. As written, in the check's memory; NULL: none. */
const char *con_link(struct sv_ctx *ctx, const json_t *body, const struct sv_response *r,
                     const char *relation);

/* The plain request of TRIAL's operation with parameter NAME being VALUE in its query, asked; NULL
 * when it cannot be written. The answer lives as long as the check. */
const struct con_answer *con_with(struct sv_ctx *ctx, struct con_run *run,
                                  const struct con_answer *plain, const char *name, json_t *value);

/* Calls JUDGE for every operation that reads, with its plain good answer and the JSON of it. */
typedef void con_each(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                      json_t *body, struct con_tally *tally);
enum sv_outcome con_each_answer(struct sv_ctx *ctx, con_each *judge);

#endif
