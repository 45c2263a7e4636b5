// SPDX-License-Identifier: Apache-2.0
/* Requests that show every break of the reference service: whatever a break changes, one of these
 * answers must change. */
#ifndef SV_TESTS_REFERENCE_PROBES_H
#define SV_TESTS_REFERENCE_PROBES_H

#include <stddef.h>

/* One request: method, target, then header lines. A target that begins with "http:" is for the face
 * without TLS. */
struct probe {
  const char *method;
  const char *target;
  const char *name;        /* of a header; NULL: none */
  const char *value;       /* NULL: the header is left out */
  const char *type, *body; /* content, sent with a good token; NULL: none */
};

#define TEN "aaaaaaaaaa"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define THOUSAND HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED HUNDRED
#define LONG "/?" THOUSAND THOUSAND THOUSAND THOUSAND THOUSAND THOUSAND THOUSAND THOUSAND
#define JSON "application/json"
#define INBOX "/v1/meldinger"
#define EXAMPLE INBOX "/0123456789abcdef"
#define GOOD_UNIT "/v1/enheter/401000283"

#define MESSAGE "{\"emne\":\"a\",\"tekst\":\"b\"}"

static const struct probe probes[] = {
  { "GET", "/", NULL, NULL },
  { "HEAD", "/", NULL, NULL },
  { "TRACE", "/", NULL, NULL },
  { "SAMSVAR", "/", NULL, NULL },
  { "OPTIONS", "/v1/enheter", NULL, NULL },
  { "OPTIONS", "/v1/enheter", "Access-Control-Request-Method", "GET" },
  { "OPTIONS", INBOX, "Access-Control-Request-Method", "POST" },
  { "DELETE", "/v1/enheter", NULL, NULL },
  { "GET", "http:/v1/enheter?side=2", NULL, NULL },
  { "GET", "/finnes-ikke", NULL, NULL },
  { "GET", "/finnes-ikke", "Accept", "text/html" },
  { "GET", "/%zz", NULL, NULL },
  { "GET", "/", "Host", "samsvar.invalid" },
  { "GET", "/", "Host", NULL },
  { "GET", "/v1/..%2f..%2f..%2fetc%2fpasswd", NULL, NULL },
  { "GET", LONG, NULL, NULL },
  { "GET", "/", "Accept-Encoding", "gzip" },
  { "GET", "/v1", NULL, NULL },
  { "GET", "/v1/borte", NULL, NULL },
  { "GET", "/v1/status", NULL, NULL },
  { "GET", "/v1/enheter", NULL, NULL },
  { "GET", "/v1/enheter/", NULL, NULL },
  { "HEAD", "/v1/enheter", NULL, NULL },
  { "GET", "/v1/enheter", "Accept", "text/csv" },
  { "GET", "/v1/enheter", "Accept", "application/x-samsvar" },
  { "GET", "/v1/enheter", "If-None-Match", "*" },
  { "GET", "/v1/enheter?side=2&storrelse=5", NULL, NULL },
  { "GET", "/v1/enheter?organisasjonsform=SA&sort=-navn", NULL, NULL },
  { "GET", "/v1/enheter?navn=%C4%8C%C3%81hppes", NULL, NULL },
  { "GET", "/v1/enheter?ukjent=1", NULL, NULL },
  { "GET", "/v1/enheter?side=0&sort=feil", NULL, NULL },
  { "GET", "/v1/enheter.csv", NULL, NULL },
  { "GET", GOOD_UNIT, NULL, NULL },
  { "GET", GOOD_UNIT, NULL, NULL },
  { "GET", "/v1/enheter/000000000", NULL, NULL },
  { "GET", "/v1/enheter/123456780", NULL, NULL },
  { "GET", "/v1/kommuner", NULL, NULL },
  { "GET", "/v1/kommuner/0301", NULL, NULL },
  { "GET", "/v1/kommuner/030", NULL, NULL },
  { "GET", "/v1/hendelser", NULL, NULL },
  { "GET", "/v1/hendelser", NULL, NULL },
  { "GET", INBOX, NULL, NULL },
  { "GET", INBOX, "Authorization", "Bearer rubbish" },
  { "GET", INBOX, "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30." },
  { "GET", INBOX, "Authorization", "Bearer @good" },
  { "GET", INBOX, "Authorization", "Bearer @expired" },
  { "GET", INBOX, "Authorization", "Bearer @scope" },
  { "GET", INBOX, "Origin", "https://localhost:8443" },
  { "GET", "/v0/enheter", NULL, NULL },
  { "GET", "/v0/enheter/401000283", NULL, NULL },
  { "GET", "/sok?navn=%C4%8C%C3%81hppes%3Cb%3E", NULL, NULL },
  { "GET", "/oauth2/jwks", NULL, NULL },
  { "POST", "/oauth2/token", NULL, NULL },
  { "POST", "/oauth2/introspect", NULL, NULL },
  { "POST", "/oauth2/par", NULL, NULL },
  { "GET", "/oauth2/authorize", NULL, NULL },
  { "GET", "/oauth2/userinfo", NULL, NULL },
  { "GET", "/oauth2/logout", NULL, NULL },
  { "GET", "/logg-inn", NULL, NULL },
  { "GET", "/logg-ut/frontkanal", NULL, NULL },
  { "GET", "/katalog", "Accept", "application/ld+json" },
  { "GET", "/katalog", "Accept", "application/rdf+xml" },
  { "GET", "/katalog", "Accept", "application/x-samsvar" },
  { "GET", "/v1/utgatt", NULL, NULL },
  { "POST", "/soap", "Content-Type", "text/xml" },
  { "POST", "/mottak", "Content-Type", "application/cloudevents+json" },
  { "GET", "/v1/sammenligning", NULL, NULL },
  { "GET", "/v1/sammenligning?fra=0301&fra=5610&til=0301", "Formaal", "x" },
  { "POST", INBOX, NULL, NULL, JSON, "{" },
  { "POST", INBOX, NULL, NULL, "text/plain", MESSAGE },
  { "POST", INBOX, NULL, NULL, NULL, MESSAGE },
  { "POST", INBOX, NULL, NULL, JSON, "{\"emne\":\"a\",\"emne\":\"a\",\"tekst\":\"b\"}" },
  { "POST", INBOX, NULL, NULL, JSON, "{\"emne\":\"\xc3\x28\",\"tekst\":\"b\"}" },
  { "POST", INBOX, NULL, NULL, "application/xml",
    "<!DOCTYPE m [<!ENTITY e \"b\">]><melding><emne>a</emne><tekst>&e;</tekst></melding>" },
  { "PUT", EXAMPLE, NULL, NULL, JSON, MESSAGE },
  { "PUT", EXAMPLE, "If-Match", "*", JSON, MESSAGE },
  { "POST", INBOX, NULL, NULL, JSON, MESSAGE },
  { "DELETE", EXAMPLE, "Authorization", "Bearer @good" },
  { "GET", EXAMPLE, "Authorization", "Bearer @good" },
  { "GET", "/v1/enheter?side=1000000", NULL, NULL },
  { "GET", "/v1/kommuner.xml", NULL, NULL },
  { "OPTIONS", "/v1/kommuner", NULL, NULL },
  { "GET", "/v2", NULL, NULL },
  { "GET", "/ogc/", NULL, NULL },
  { "GET", "/ogc/conformance", NULL, NULL },
  { "GET", "/ogc/collections/kommuner/items?limit=1", NULL, NULL },
  { "GET", "/graphql?query=%7B__typename%7D", NULL, NULL },
};

#endif
