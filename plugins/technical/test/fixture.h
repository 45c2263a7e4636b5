// SPDX-License-Identifier: Apache-2.0
/* A service in which every technical check that concerns it passes, for tests that break one thing.
 */
#ifndef SV_TECHNICAL_TEST_FIXTURE_H
#define SV_TECHNICAL_TEST_FIXTURE_H

#include "tests/fake/fake_services.h"

#define HOST "https://svc.example"

/* What every answer has. */
#define COMMON                                                                                     \
  "Date: Sun, 22 Nov 2026 06:00:00 GMT\nCache-Control: max-age=60\n"                               \
  "Strict-Transport-Security: max-age=31536000\nX-Content-Type-Options: nosniff\n"                 \
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\nX-Frame-Options: DENY\n"   \
  "Referrer-Policy: no-referrer\n"

/* An answer of 200 with more header lines H, media type T and body B. */
#define OK(t, h, b) "HTTP/2 200 OK\nContent-Type: " t "\n" COMMON h "\n" b
#define JSON(b) OK("application/json", "", b)

#define ETAG "ETag: \"a1\"\n"
#define UNITS                                                                                      \
  "[{\"id\":\"1\",\"dato\":\"2026-01-31\",\"sist\":\"2026-01-31T12:00:00Z\",\"antall\":3}]"
#define PROBLEM                                                                                    \
  "{\"type\":\"about:blank\",\"title\":\"Not found\",\"status\":404,\"detail\":\"Nothing here.\"}"
#define ERROR_404(h, b) "404 Not Found\nContent-Type: application/problem+json\n" COMMON h "\n" b
#define SECURITY_TXT                                                                               \
  "Contact: mailto:security@svc.example\nExpires: 2027-06-01T00:00:00Z\n"                          \
  "Canonical: https://svc.example/.well-known/security.txt\n"

/* Handshakes of our own: the offer, a refusal, an agreement */
#define SHAKE "TLS-HELLO " HOST "/"
#define REFUSED "200\nAnswer: alert\nAlert: handshake_failure\n"
#define HELLO(version, suite) "200\nAnswer: hello\nVersion: " version "\nSuite: " suite "\n"

/* Questions about names, and answers */
#define NAME_OF(type) "DNS-LOOKUP " HOST "/\nType: " type
#define NAMED(lines) "200\nStatus: NOERROR\nSecurity: secure\n" lines
#define FOUR "Address: 192.0.2.1"
#define SIX "Address: 2001:db8::1"

/* Addresses */
#define API HOST "/v1"
#define SAMPLE HOST "/v1/units"
#define OLD HOST "/v0/units"
#define SECURED HOST "/v1/messages"
#define UNKNOWN HOST "/v1/samsvar-0badcafe"
#define PAGE HOST "/"
#define PLAIN "http://svc.example/v1?samsvar=1"
#define TXT HOST "/.well-known/security.txt"
#define CATALOGUE HOST "/.well-known/api-catalog"
#define OPENAPI HOST "/openapi.json"
#define FEED HOST "/events"
#define JWKS HOST "/jwks"
#define OIDC HOST "/.well-known/openid-configuration"
#define OAUTH HOST "/.well-known/oauth-authorization-server"
#define LOGIN HOST "/login"
#define LOGOUT HOST "/logout"
#define SIGN_OUT LOGOUT "?iss=https://svc.example&sid=samsvar-unknown"
#define AUTHORIZE HOST "/authorize"
#define PERSON HOST "/v1/inbox"
#define RESOURCE HOST "/.well-known/oauth-protected-resource/v1/messages"
#define REDIRECTS                                                                                  \
  "?returnUrl=https%3A%2F%2Fsamsvar-probe.invalid%2F&redirect=https%3A%2F%2Fsamsvar-probe."        \
  "invalid%2F&redirectTo=https%3A%2F%2Fsamsvar-probe.invalid%2F&next=https%3A%2F%2Fsamsvar-"       \
  "probe.invalid%2F&url=https%3A%2F%2Fsamsvar-probe.invalid%2F&target=https%3A%2F%2Fsamsvar-"      \
  "probe.invalid%2F&ReturnUrl=https%3A%2F%2Fsamsvar-probe.invalid%2F"
/* Where a login sends the browser, with the state and nonce S */
#define ASKED(s)                                                                                   \
  "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https%3A%2F%2F"        \
  "svc.example%2Fcb&scope=openid+profile&state=" s "&nonce=n" s                                    \
  "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"         \
  "&acr_values=idporten-loa-high&ui_locales=nb\n\n"
/* What the token says */
#define FACTS "TOKEN-FACTS " HOST "/\nCredential: token"
#define TOKEN(header, claims)                                                                      \
  "200\nForm: jws\nHeader: " header "\nClaims: " claims "\nSignature: good\n\n"
#define TOKEN_HEADER "{\"alg\":\"RS256\",\"kid\":\"a\"}"
#define TOKEN_PARTY(id) "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"" id "\"}"
#define TOKEN_CLAIMS(party, exp, more)                                                             \
  "{\"iss\":\"https://svc.example\",\"client_id\":\"c\",\"client_amr\":\"private_key_jwt\","       \
  "\"consumer\":" party ",\"scope\":\"a:b\",\"token_type\":\"Bearer\",\"iat\":1795327000,"         \
  "\"exp\":" exp ",\"jti\":\"j\"" more "}"
#define PARTY TOKEN_PARTY("0192:991825827")
#define GRANT_CERTIFICATE                                                                          \
  "MIIBFDCBvAIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxzYW1zdmFyIHRlc3QwHhcNMjYwMTAxMDAwMDAwWhcN"       \
  "NDAwMTAxMDAwMDAwWjAXMRUwEwYDVQQDDAxzYW1zdmFyIHRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARV"       \
  "htunUEc/1gg5uI7sNWoQ+NGMjf78Xq+vtFX1Z1hOYRsQ64MPSmUu/u1CHFScNl5ZAxRwoiH2iM/RzDgj6sp2MAoG"       \
  "CCqGSM49BAMCA0cAMEQCIBl2g+O/AdF+5p4AFhsKZDgfD7jKz2e2+UoUKv+YC30ZAiBpbOCpxnXKmJAlDLXlVTEI"       \
  "3EreMcfZFIVGkIMrJFdjmg=="

/* The members of a key that signs answers. */
#define FIXTURE_ED                                                                                 \
  "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg\""

#define GRAPH HOST "/catalogue"
#define SEARCH                                                                                     \
  HOST "/v1/units?name=%C3%86%C3%98%C3%85%C3%A6%C3%B8%C3%A5%C4%8C%C4%8D%C4%90%C4%91%C5%8A%C5%8B%"  \
       "C5%A0%C5%A1%C5%A6%C5%A7%C5%BD%C5%BE"

/* Odd requests */
#define FOREIGN_HOST "\n:host: samsvar.invalid"
#define TWO_HOSTS "\n:host: svc.example\n:host: samsvar.invalid"
#define STEPS_UP "/..%2f..%2f..%2fetc%2fpasswd"

/* The handshake of the service, and its certificates. */
extern const struct sv_tls fixture_tls;
extern const struct sv_certificate fixture_chain[2];

extern const struct sv_fake_row fixture_rows[];
extern const size_t fixture_row_count;

/* A fake for an endpoint of KIND, with URL or (NULL) the fixture's address for the kind. */
struct sv_fake *fixture_new(const char *kind, const char *url);

/* The same with DOCUMENT in place of the fixture's own for the kind. */
struct sv_fake *fixture_with(const char *kind, const char *url, const char *document);

/* A grant and a token request as the runner hands them on. */
#define GRANT(header, claims)                                                                      \
  "{\"signature\":\"good\",\"header\":" header ",\"claims\":" claims ",\"written\":1795327190}"
#define GRANT_HEADER "{\"alg\":\"RS256\",\"kid\":\"k\"}"
#define GRANT_CLAIMS(more)                                                                         \
  "{\"aud\":\"https://svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,\"exp\":"   \
  "1795327300,\"jti\":\"1\"" more "}"
extern const char fixture_grant[];
extern const char fixture_request[];

#endif
