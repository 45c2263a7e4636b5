// SPDX-License-Identifier: Apache-2.0
/* The tables of breaks, one file a family. */
#ifndef SV_REFERENCE_BREAKS_TABLES_H
#define SV_REFERENCE_BREAKS_TABLES_H

#include "reference/breaks.h"

/* What a row says that adds statements in Turtle to a description, without the last full stop:
 * before what the description says of itself, or, with MORE, after it. */
#define SV_BREAK_BEFORE(file, node, statements)                                                    \
  .kind = SV_EDIT, .where = file, .from = "<https://data.referansetjenesten.test/" node "> a ",    \
  .to = statements " .\n<https://data.referansetjenesten.test/" node "> a "
#define SV_IN_DATA(statements) SV_BREAK_BEFORE("katalog.ttl", "katalog", statements)
#define SV_IN_SERVICES(statements) SV_BREAK_BEFORE("tjenester.ttl", "tjenestekatalog", statements)
#define SV_IN_TERMS(statements) SV_BREAK_BEFORE("begreper.ttl", "begreper", statements)
#define SV_IN_MODELS(statements) SV_BREAK_BEFORE("modeller.ttl", "modellkatalog", statements)

#define SV_BREAK_LAST                                                                              \
  "<http://publications.europa.eu/resource/authority/country/NOR> a dct:Location ."
#define SV_BREAK_AFTER(file, statements)                                                           \
  .kind = SV_EDIT, .where = file, .from = SV_BREAK_LAST, .to = SV_BREAK_LAST "\n" statements " ."
#define SV_MORE_DATA(statements) SV_BREAK_AFTER("katalog.ttl", statements)
#define SV_MORE_SERVICES(statements) SV_BREAK_AFTER("tjenester.ttl", statements)

extern const struct sv_break_table sv_breaks_transport; /* certificates, TLS, the http face */
extern const struct sv_break_table
    sv_breaks_http; /* HTTP semantics, caching, problems, lifecycle */
extern const struct sv_break_table sv_breaks_content;  /* formats, codings, digests, limits */
extern const struct sv_break_table sv_breaks_security; /* security headers, CORS, security.txt */
extern const struct sv_break_table sv_breaks_api; /* answers of the programming interface, events */
extern const struct sv_break_table sv_breaks_contract;    /* what the description promises */
extern const struct sv_break_table sv_breaks_negative;    /* how requests are refused */
extern const struct sv_break_table sv_breaks_openapi;     /* the OpenAPI document */
extern const struct sv_break_table sv_breaks_description; /* it against the national rules */
extern const struct sv_break_table sv_breaks_discovery; /* the api-catalog, links, the change log */
extern const struct sv_break_table sv_breaks_auth;      /* tokens, OAuth, OpenID Connect, keys */
extern const struct sv_break_table sv_breaks_tokens;    /* what is made of tokens, clients, login */
extern const struct sv_break_table sv_breaks_web; /* pages: language, accessibility, privacy */
extern const struct sv_break_table
    sv_breaks_catalogue;                           /* the description of the data, RDF in general */
extern const struct sv_break_table sv_breaks_data; /* its order, codes and files */
extern const struct sv_break_table sv_breaks_reuse; /* high value, reuse, privacy */
extern const struct sv_break_table sv_breaks_law;   /* access, rights, legislation */
extern const struct sv_break_table
    sv_breaks_terms; /* concepts, classifications, models with a fault */
extern const struct sv_break_table sv_breaks_messages;
extern const struct sv_break_table sv_breaks_nodes;    /* nodes with a fault in descriptions */
extern const struct sv_break_table sv_breaks_rules;    /* what rules only warn of */
extern const struct sv_break_table sv_breaks_licences; /* licences in the description of the data */
extern const struct sv_break_table sv_breaks_organisation; /* publishers, contacts, order */
extern const struct sv_break_table
    sv_breaks_services;                             /* the descriptions of services and concepts */
extern const struct sv_break_table sv_breaks_forms; /* of descriptions, and names in them */
extern const struct sv_break_table sv_breaks_cross; /* sources that disagree */

#endif
