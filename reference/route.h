// SPDX-License-Identifier: Apache-2.0
/* From a path and a method to the function that answers. */
#ifndef SV_REFERENCE_ROUTE_H
#define SV_REFERENCE_ROUTE_H

#include "reference/service.h"

enum sv_route_flags {
  SV_ROUTE_OPEN = 1,    /* open data: scripts of any origin may read it, caches may keep it */
  SV_ROUTE_SECURED = 2, /* needs an access token; scripts of this origin only */
  SV_ROUTE_API = 4,     /* answers of the programming interface say its version */
  SV_ROUTE_CHOICE = 8,  /* has several representations */
  SV_ROUTE_FRAMED = 16  /* the issuer shows it in a frame of its own page */
};

/* ITEM is what stands for {} in the route's path, NULL without. */
typedef void sv_handler(const struct sv_service *s, struct sv_exchange *x, const char *item);

struct sv_route {
  const char *path;    /* {} stands for one segment */
  const char *methods; /* as in Allow */
  sv_handler *answer;
  unsigned flags;
};

/* Answers the request: finds the route, judges the method, the host and the token, and calls the
 * handler. Gives the flags of what was found. */
unsigned sv_route_answer(const struct sv_service *s, struct sv_exchange *x);

/* Adds everything an answer needs that does not depend on the resource: date, security headers,
 * validators, coding. FLAGS are those of the route. */
void sv_finish(const struct sv_service *s, struct sv_exchange *x, unsigned flags);

/* Turns the answer into a problem (RFC 9457), or a page when a person asked for one. SLUG names the
 * section of /feil that explains it. */
void sv_problem(const struct sv_service *s, struct sv_exchange *x, unsigned status,
                const char *slug, const char *title, const char *detail);

/* The index of the media type in TYPES (N of them, most wanted by us first) that ACCEPT (NULL:
 * anything) likes best; -1 when it admits none. */
int sv_negotiate(const char *accept, const char *const *types, size_t n);

/* Sets status 200, the media type and how long caches may keep it. */
void sv_answer_ok(struct sv_exchange *x, const char *type, const char *cache);

#define SV_CACHE_OPEN "public, max-age=60"
#define SV_CACHE_NONE "no-store"

/* The handlers, by file: api_units.c, api_compare.c, api_events.c, api_messages.c, oauth.c, web.c,
 * receive.c. */
sv_handler sv_api_entry;
sv_handler sv_api_status;
sv_handler sv_api_units;
sv_handler sv_api_units_csv;
sv_handler sv_api_unit;
sv_handler sv_api_old_units;
sv_handler sv_api_old_unit;
sv_handler sv_api_municipalities;
sv_handler sv_api_municipality;
sv_handler sv_api_compare;
sv_handler sv_api_municipalities_xml;
sv_handler sv_api_events;
sv_handler sv_api_attachments;
sv_handler sv_api_messages;
sv_handler sv_api_message;
sv_handler sv_ogc_landing;
sv_handler sv_ogc_conformance;
sv_handler sv_ogc_collections;
sv_handler sv_ogc_items;
sv_handler sv_graphql;
sv_handler sv_oauth_jwks;
sv_handler sv_oauth_token;
sv_handler sv_oauth_par;
sv_handler sv_oauth_introspect;
sv_handler sv_oauth_authorize;
sv_handler sv_oauth_userinfo;
sv_handler sv_oauth_logout;
sv_handler sv_login_start;
sv_handler sv_login_front_channel;
sv_handler sv_web_search;
sv_handler sv_soap_post;
sv_handler sv_event_post;

#endif
