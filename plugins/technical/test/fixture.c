// SPDX-License-Identifier: Apache-2.0
/* The rows of a service that conforms. */
#include "plugins/technical/test/fixture.h"
#include "plugins/technical/test/fixture_openapi.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = { "DNS:svc.example", NULL };

const struct sv_certificate fixture_chain[2] = {
  { .subject = "CN=svc.example",
    .issuer = "CN=Issuer",
    .serial = "01",
    .sha256 = "00",
    .key_type = "EC",
    .signature_algorithm = "ecdsa-with-SHA256",
    .names = names,
    .not_before = 1760000000,
    .not_after = 1830000000,
    .key_bits = 256 },
  { .subject = "CN=Issuer",
    .issuer = "CN=Root",
    .serial = "02",
    .sha256 = "01",
    .key_type = "RSA",
    .signature_algorithm = "sha256WithRSAEncryption",
    .names = NULL,
    .not_before = 1700000000,
    .not_after = 1900000000,
    .key_bits = 3072 },
};

const struct sv_tls fixture_tls = {
  .version = "TLSv1.3",
  .cipher = "TLS_AES_256_GCM_SHA384",
  .alpn = "h2",
  .chain = fixture_chain,
  .chain_count = 2,
  .name_matches = 1,
};

#define EVENT(id)                                                                                  \
  "{\"specversion\":\"1.0\",\"id\":\"" id "\",\"source\":\"https://"                               \
  "svc.example\",\"type\":\"no.svc.unit\","                                                        \
  "\"time\":\"2026-01-31T12:00:00Z\",\"data\":{}}"
#define RSA_N                                                                                      \
  "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"         \
  "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"         \
  "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"         \
  "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
/* The page; its digest stands in its row. */
#define BODY                                                                                       \
  "<!doctype html><html lang=\"nb\"><head><title>Tjenesten</title></head><body><h1>Æ</h1>"        \
  "<label for=\"q\">Søk</label><input id=\"q\"></body></html>"
#define ROW(request_, answer_)                                                                     \
  {                                                                                                \
    .request = (request_), .answer = (answer_), .tls = &fixture_tls                                \
  }

const struct sv_fake_row fixture_rows[] = {
  { .request = NAME_OF("A"), .answer = NAMED("Canonical: lb.example.\nRecord: 192.0.2.1\n") },
  { .request = NAME_OF("AAAA"), .answer = NAMED("Record: 2001:db8::1\n") },
  { .request = NAME_OF("CAA"), .answer = NAMED("Record: 0 issue \"ca.example; a=b\"\n") },
  { .request = SHAKE, .answer = REFUSED },
  { .request = SHAKE "\nCompression: deflate",
    .answer = HELLO("TLS 1.2", "c02b") "Renegotiation: yes\nAlpn: http/1.1\nStaple: good\n" },
  ROW(PAGE, OK("text/html; charset=utf-8",
               ETAG "Content-Language: nb\nVary: Accept-Language\nSet-Cookie: a=b; Secure; "
                    "HttpOnly; "
                    "Path=/\nRateLimit: \"default\";r=50;t=30\n"
                    "Content-Digest: sha-256=:Xs73DLd6/CnJh0MDk/8Y7Mq6UFcuaLEtg+3HB/DksBY=:\n"
                    "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                    "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\";"
                    "alg=\"ed25519\"\n"
                    "Signature: sig=:vlSMLV752cyC0WMbbMVIX/fsnP6ypaIABFRTMxdIwNijHsVEExCSRRtf"
                    "L1iw+Pdiv7MPiYQ+Z7nrJtfsxiWxCQ==:\n",
               BODY)),
  ROW(PAGE "\nAccept-Language: nn", OK("text/html; charset=utf-8", "Content-Language: nn\n", BODY)),
  ROW(SAMPLE "/", "404\n\n"),
  ROW(HOST "/doc", OK("text/html; charset=utf-8", "", "<title>T</title>")),
  ROW("OPTIONS " PAGE, "204\nAllow: GET, HEAD, OPTIONS\n" COMMON "\n"),
  ROW(PAGE "\nIf-None-Match: \"a1\"", "304\n" COMMON ETAG "Vary: Accept-Language\n\n"),
  ROW(HOST "/samsvar-0badcafe", ERROR_404("", PROBLEM)),
  ROW(API, OK("application/json", "Link: </openapi.json>; rel=\"service-desc\"\n", "{}")),
  ROW(SAMPLE, OK("application/json",
                 ETAG "Content-Encoding: gzip\nLast-Modified: Sat, 21 Nov 2026 06:00:00 "
                      "GMT\nExpires: Sun, 22 Nov 2026 07:00:00 GMT\n"
                      "Content-Language: nb\nLink: </v1/units?p=2>; rel=\"next\"\n"
                      "Retry-After: 5\n",
                 UNITS)),
  ROW(SAMPLE "\nAccept: text/csv", OK("text/csv", "", "id\n1\n")),
  ROW(SAMPLE "\nIf-None-Match: \"a1\"", "304\n" COMMON ETAG "\n"),
  ROW(SAMPLE "\nAccept: application/x-samsvar", "406\nContent-Type: "
                                                "application/problem+json\n" COMMON "\n{}"),
  ROW("OPTIONS " SAMPLE, "204\nAllow: GET, HEAD, OPTIONS\nAccept-Patch: application/json\n"
                         "Access-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: GET\n"
                         "Access-Control-Allow-Headers: authorization\n" COMMON "\n"),
  ROW("HEAD " API, "405\nAllow: GET\n" COMMON "\n"),
  ROW(SAMPLE "?samsvar_unknown=1", JSON(UNITS)),
  ROW(SEARCH, JSON("{\"name\":\"ÆØÅæøåČčĐđŊŋŠšŦŧŽž\",\"self\":\"?name=%C3%86%C3%98\"}")),
  ROW(UNKNOWN, ERROR_404("", PROBLEM)),
  ROW(OLD, OK("application/json",
              "Deprecation: @1767225600\nSunset: Fri, 01 Jan 2027 00:00:00 GMT\n"
              "Link: </v1/units>; rel=\"successor-version\"\n",
              UNITS)),
  ROW(SECURED, "401\nWWW-Authenticate: Bearer realm=\"svc\", scope=\"svc:read\"\n" COMMON "\n"),
  ROW(SECURED "\nAuthorization: Bearer samsvar.invalid.token",
      "401\nWWW-Authenticate: Bearer realm=\"svc\", error=\"invalid_token\"\n" COMMON "\n"),
  ROW(SECURED "?access_token=*hidden:token*", "401\n\n"),
  ROW(SECURED "\nCredential: scope", "403\nWWW-Authenticate: Bearer realm=\"svc\", "
                                     "error=\"insufficient_scope\"\n\n"),
  ROW(SECURED "\nCredential: delegated", "200\n\n{}"),
  ROW(SECURED "\nCredential: token", "200\nCache-Control: no-store\n\n{}"),
  ROW(PERSON, "403\n\n"),
  ROW(RESOURCE, JSON("{\"resource\":\"https://svc.example/v1/messages\",\"authorization_servers\":["
                     "\"https://svc.example\"]}")),
  { .request = FACTS,
    .answer = TOKEN(TOKEN_HEADER, TOKEN_CLAIMS(PARTY, "1795330600",
                                               ",\"aud\":\"https://svc.example\",\"cnf\":{\"x5t#"
                                               "S256\":\"abc\"}")) },
  { .request = "TOKEN-FACTS " HOST "/\nCredential: client",
    .answer = "200\nForm: certificate\nThumbprint: abc\n\n" },
  ROW(LOGIN, ASKED("0123456789abcdef")),
  ROW(LOGIN "\nCache-Control: no-cache", ASKED("fedcba9876543210")),
  ROW(LOGIN REDIRECTS, ASKED("0123456789abcdef")),
  ROW(LOGOUT REDIRECTS, "200\n\n"),
  ROW(SIGN_OUT, "200\nCache-Control: no-store\nContent-Security-Policy: frame-ancestors "
                "https://svc.example\n\n"),
  ROW(AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fc.example%2Fcb%"
                "2Fsamsvar"
                "&scope=openid&state=samsvar-probe-state&nonce=samsvar-probe-nonce&code_challenge="
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256",
      "400\n\n"),
  ROW(AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fc.example%2Fcb&scope="
                "openid&state=samsvar-probe-state&nonce=samsvar-probe-nonce",
      "302\nLocation: https://c.example/cb?error=invalid_request\n\n"),
  ROW("POST " HOST "/token", "400\nContent-Type: "
                             "application/json\n\n{\"error\":\"unsupported_grant_type\"}"),
  ROW("POST " HOST "/introspect\nCredential: peek", "200\nContent-Type: "
                                                    "application/json\n\n{\"active\":false}"),
  ROW(AUTHORIZE, "400\n" COMMON "\n"),
  ROW("OPTIONS " AUTHORIZE, "405\n" COMMON "\n"),
  { .request = PLAIN, .answer = "308\nLocation: https://svc.example/v1?samsvar=1\n\n" },
  { .request = "http://svc.example/?samsvar=1",
    .answer = "308\nLocation: https://svc.example/?samsvar=1\n\n" },
  ROW(TXT, OK("text/plain; charset=utf-8", "", SECURITY_TXT)),
  ROW(CATALOGUE, OK("application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
                    "Link: </.well-known/api-catalog>; rel=\"api-catalog\"\n",
                    "{\"linkset\":[{\"anchor\":\"https://svc.example/v1\",\"service-desc\":"
                    "[{\"href\":\"https://svc.example/openapi.json\"}]}]}")),
  ROW(OPENAPI, OK("application/json", ETAG "Access-Control-Allow-Origin: *\n", GOOD_DESCRIPTION)),
  ROW(FEED, OK("application/cloudevents-batch+json", ETAG, "[" EVENT("1") "," EVENT("2") "]")),
  ROW(FEED "\nIf-None-Match: \"a1\"", "304\n" COMMON ETAG "\n"),
  ROW(JWKS, JSON("{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"a\",\"use\":\"sig\",\"e\":\"AQAB\",\"n\":"
                 "\"" RSA_N "\"},"
                 "{\"kty\":\"EC\",\"kid\":\"b\",\"use\":\"sig\",\"crv\":\"P-256\",\"x\":\"aa\","
                 "\"y\":\"bb\"},{\"kid\":\"ed\",\"use\":\"sig\"," FIXTURE_ED "}]}")),
  ROW(OIDC, JSON("{\"introspection_endpoint\":\"https://svc.example/"
                 "introspect\",\"issuer\":\"https://"
                 "svc.example\",\"authorization_endpoint\":\"https://"
                 "svc.example/authorize\","
                 "\"token_endpoint\":\"https://svc.example/token\",\"jwks_uri\":\"https://"
                 "svc.example/jwks\","
                 "\"response_types_supported\":[\"code\"],\"subject_types_supported\":["
                 "\"pairwise\"],"
                 "\"id_token_signing_alg_values_supported\":[\"RS256\"],\"code_challenge_methods_"
                 "supported\":[\"S256\"],"
                 "\"acr_values_supported\":[\"idporten-loa-substantial\",\"idporten-loa-high\"],"
                 "\"pushed_authorization_request_endpoint\":\"https://svc.example/par\","
                 "\"authorization_response_iss_parameter_supported\":true,"
                 "\"end_session_endpoint\":\"https://svc.example/end\","
                 "\"dpop_signing_alg_values_supported\":[\"ES256\"],"
                 "\"grant_types_supported\":[\"authorization_code\"],"
                 "\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]}")),
  ROW(OAUTH, JSON("{\"dpop_signing_alg_values_supported\":[\"ES256\"],\"issuer\":\"https://"
                  "svc.example\",\"token_endpoint\":\"https://svc.example/"
                  "token\","
                  "\"jwks_uri\":\"https://svc.example/"
                  "jwks\",\"response_types_supported\":[\"code\"],"
                  "\"grant_types_supported\":[\"urn:ietf:params:oauth:grant-type:jwt-bearer\"]}")),
  ROW(GRAPH, OK("text/turtle; charset=utf-8", ETAG "Vary: Accept\n", "<a> <b> <c> .")),
  ROW(GRAPH "\nIf-None-Match: \"a1\"", "304\n" COMMON ETAG "Vary: Accept\n\n"),
  ROW(GRAPH "\nAccept: text/turtle",
      OK("text/turtle; charset=utf-8", "Vary: Accept\n", "<a> <b> <c> .")),
  ROW(GRAPH "\nAccept: application/ld+json", OK("application/ld+json", "Vary: Accept\n", "{}")),
  ROW(GRAPH "\nAccept: application/x-samsvar", "406\n" COMMON "\n"),
  ROW("SAMSVAR " PAGE, "501\n" COMMON "\n"),
  ROW("TRACE " PAGE, "405\nAllow: GET\n" COMMON "\n"),
  ROW(PAGE "\n:long-target: 16384", "414\n" COMMON "\n"),
  ROW(PAGE "\n:long-field: 65536", "431\n" COMMON "\n"),
  ROW(PAGE "\n:no-host: yes", "400\n" COMMON "\n"),
  ROW(PAGE FOREIGN_HOST, "421\n" COMMON "\n"),
  ROW(PAGE TWO_HOSTS, "400\n" COMMON "\n"),
  ROW(HOST "/%zz", "400\n" COMMON "\n"),
  ROW(HOST "/%C0%AF", "400\n" COMMON "\n"),
  ROW(HOST STEPS_UP, "404\n" COMMON "\n"),
};
const size_t fixture_row_count = sizeof fixture_rows / sizeof fixture_rows[0];

/* What the target's own description says of the API. */
static const char description[] =
    "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"https://svc.example/{v}\","
    "\"variables\":{\"v\":{\"default\":\"v1\"}}}],\"paths\":{\"/units\":{"
    "\"get\":{\"responses\":{\"200\":{\"content\":{\"application/json\":{},\"text/csv\":{}}}}},"
    "\"patch\":{\"requestBody\":{\"content\":{\"application/json\":{}}}}}}}";
static const struct sv_artifact artifact = { .name = "openapi",
                                             .kind = "openapi",
                                             .media_type = "application/json",
                                             .url = OPENAPI,
                                             .data = description,
                                             .size = sizeof description - 1 };

const char fixture_grant[] = GRANT("{\"alg\":\"RS256\",\"x5c\":[\"" GRANT_CERTIFICATE "\"]}",
                                   GRANT_CLAIMS(",\"consumer_org\":\"991825827\",\"resource\":["
                                                "\"https://svc.example\"],"
                                                "\"authorization_details\":[{\"type\":\"urn:altinn:"
                                                "systemuser\","
                                                "\"systemuser_org\":{\"authority\":\"iso6523-"
                                                "actorid-upis\",\"ID\":\"0192:"
                                                "991825827\"}}]"));
const char fixture_request[] =
    "{\"method\":\"POST\",\"target\":\"/token\",\"headers\":{\"host\":\"svc.example\","
    "\"content-type\":\"application/x-www-form-urlencoded\"},\"form\":{\"grant_type\":"
    "\"urn:ietf:params:oauth:grant-type:jwt-bearer\",\"assertion\":{\"header\":{},\"claims\":{}},"
    "\"client_id\":\"c\",\"client_assertion_type\":"
    "\"urn:ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":"
    "{\"iss\":\"c\",\"sub\":\"c\",\"aud\":[\"https://svc.example\"],\"iat\":1,\"exp\":2}}}}";

static const char fixture_log[] = "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-20T08:00:"
                                  "00Z\",\"request\":{"
                                  "\"method\":\"GET\",\"url\":\"https://svc.example/jwks\"}}]}}";

/* Another grant of the same client, so that two can be compared. */
static const char second_grant[] = "{\"header\":{},\"claims\":{\"jti\":\"0\"}}";

static void add_document(struct sv_fake *f, const char *kind, const char *name, const char *text)
{
  struct sv_artifact *a = f->ctx.sv->alloc(&f->ctx, sizeof *a);
  *a = (struct sv_artifact){
    .name = name, .kind = kind, .url = "grant.jwt", .data = text, .size = strlen(text)
  };
  sv_fake_artifact(f, a);
}

/* What the target says: its endpoint first, so that it is judged, then its issuers. */
static void add_target(struct sv_fake *f, const char *kind, const char *url)
{
  char endpoints[1024];
  (void)snprintf(endpoints, sizeof endpoints,
                 "{\"environment\":\"production\",\"endpoints\":[{\"id\":\"%s\",\"kind\":\"%s\","
                 "\"url\":\"%s\"},{\"id\":\"o1\",\"kind\":\"oidc\",\"url\":\"" HOST "\"},"
                 "{\"id\":\"o2\",\"kind\":\"oauth\",\"url\":\"" HOST "\"}]}",
                 kind, kind, url);
  sv_fake_target(f, endpoints);
  sv_fake_target(f, "{\"unsafe\":true,\"tokens\":{\"expired\":\"old\",\"other-issuer\":\"issuer\","
                    "\"test-environment\":\"test\",\"other-scope\":\"scope\","
                    "\"other-audience\":\"audience\",\"without-pid\":\"nobody\","
                    "\"other-pid\":\"somebody\",\"delegated\":\"delegated\","
                    "\"dpop-bound\":\"bound\"},"
                    "\"samples\":{\"credential\":\"token\",\"browser-origin\":\"https://"
                    "a.example\",\"person\":\"/v1/"
                    "inbox\",\"client-certificate\":\"client\",\"client-id\":\"c\",\"redirect-"
                    "uri\":"
                    "\"https://c.example/cb\",\"introspection-credential\":\"peek\","
                    "\"client-key-registered\":\"2026-10-01\","
                    "\"paths\":[\"/v1/units\"],\"search\":\"/v1/units?name={text}\","
                    "\"deprecated\":\"/v0/units\",\"secured\":\"/v1/messages\"}}");
  sv_fake_params(f, "{\"maskinporten\":true,\"idporten\":true}");
}

struct sv_fake *fixture_with(const char *kind, const char *url, const char *document)
{
  static const struct {
    const char *kind, *url;
  } kinds[] = {
    { "web", PAGE },    { "api", API },       { "openapi", OPENAPI },  { "events", FEED },
    { "jwks", JWKS },   { "oidc", HOST },     { "oauth", HOST },       { "dcat", GRAPH },
    { "login", LOGIN }, { "logout", LOGOUT }, { "security-txt", TXT },
  };
  for (size_t i = 0; !url && i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].kind, kind) == 0)
      url = kinds[i].url;
  url = url ? url : API;
  struct sv_fake *f = sv_fake_new(kind, url);
  add_target(f, kind, url);
  sv_fake_artifact(f, &artifact);
  add_document(f, "jwt-grant", "earlier", second_grant);
  add_document(f, "jwt-grant", "jwt-grant", document ? document : fixture_grant);
  add_document(f, "issuer-log", "issuer-log", document ? document : fixture_log);
  add_document(f, "token-request", "token-request", document ? document : fixture_request);
  sv_fake_rows(f, fixture_rows, fixture_row_count);
  return f;
}

struct sv_fake *fixture_new(const char *kind, const char *url)
{
  return fixture_with(kind, url, NULL);
}
