// SPDX-License-Identifier: Apache-2.0
/* Faults of clients: their grants, requests and keys. A row stands for what is
 * answered, or handed over, instead of the fixture's own. */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

static const struct fault_case rows[] = {
  DOCUMENT("grant-header", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"HS256\",\"kid\":\"k\"}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-header", FAILED, "jwt-grant", GRANT("{\"alg\":\"RS256\"}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-header", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"RS256\",\"kid\":\"k\",\"x5c\":[\"x\"]}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-header", PASSED, "jwt-grant", GRANT(GRANT_HEADER, GRANT_CLAIMS(""))),
  DOCUMENT("grant-header", CANT_TELL, "jwt-grant", "rubbish"),
  DOCUMENT("grant-header", FAILED, "jwt-grant", "{}"),
  DOCUMENT("grant-x5c", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"RS256\",\"x5c\":\"" GRANT_CERTIFICATE "\"}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-x5c", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"RS256\",\"x5c\":[\"MIIB\"]}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-x5c", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"RS256\",\"x5c\":[]}", GRANT_CLAIMS(""))),
  DOCUMENT("grant-x5c", INAPPLICABLE, "jwt-grant", GRANT(GRANT_HEADER, GRANT_CLAIMS(""))),
  DOCUMENT("grant-x5c", FAILED, "jwt-grant",
           GRANT("{\"alg\":\"RS256\",\"x5c\":[\"" GRANT_CERTIFICATE "\"]}", "{\"iat\":1}")),
  DOCUMENT("grant-x5c", FAILED, "jwt-grant",
           "{\"signature\":\"bad\",\"header\":"
           "{\"alg\":\"RS256\",\"x5c\":[\"" GRANT_CERTIFICATE "\"]}"
           ",\"claims\":" GRANT_CLAIMS("") "}"),
  DOCUMENT("grant-claims", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"iat\":1795327190,\"exp\":1795327300,"
                               "\"jti\":\"1\"}")),
  DOCUMENT("grant-claims", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":\"1795327300\",\"jti\":\"1\"}")),
  DOCUMENT("grant-claims", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":[\"https://"
                               "svc.example\"],\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-jti", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300}")),
  DOCUMENT("grant-aud", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://svc.example/"
                               "\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,\"exp\":"
                               "1795327300,\"jti\":\"1\"}")),
  DOCUMENT_FOR("grant-aud", PASSED, "jwt-grant",
               "{\"samples\":{\"issuer\":\"https://i.example/\"}}",
               GRANT(GRANT_HEADER, "{\"aud\":\"https://i.example/"
                                   "\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,\"exp\":"
                                   "1795327300,\"jti\":\"1\"}")),
  DOCUMENT_FOR("grant-aud", PASSED, "jwt-grant", "{\"endpoints\":[]}",
               GRANT(GRANT_HEADER, "{\"aud\":\"https://maskinporten.no/"
                                   "\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,\"exp\":"
                                   "1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-life", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327311,\"jti\":\"1\"}")),
  DOCUMENT("grant-life", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327190,\"jti\":\"1\"}")),
  DOCUMENT("grant-life", PASSED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327310,\"jti\":\"1\"}")),
  DOCUMENT("grant-life", INAPPLICABLE, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"jti\":\"1\"}")),
  DOCUMENT("grant-clock", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327201,"
                               "\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-clock", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327100,"
                               "\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-clock", PASSED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327199,"
                               "\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-clock", CANT_TELL, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327170,"
                               "\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-clock", INAPPLICABLE, "jwt-grant",
           "{\"header\":" GRANT_HEADER ",\"claims\":" GRANT_CLAIMS("") "}"),
  DOCUMENT("grant-once", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"0\"}")),
  DOCUMENT("grant-once", INAPPLICABLE, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300}")),
  DOCUMENT("grant-scope", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://svc.example\",\"iss\":\"c\",\"scope\":\"a:b "
                               "c:d\",\"iat\":1795327190,\"exp\":1795327300,\"jti\":\"1\"}")),
  DOCUMENT("grant-scope", INAPPLICABLE, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"iat\":1795327190,\"exp\":1795327300,"
                               "\"jti\":\"1\"}")),
  DOCUMENT("grant-delegation", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"consumer_org\":\"991825827\","
                               "\"iss_onbehalfof\":\"x\"}")),
  DOCUMENT("grant-delegation", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"consumer_org\":\"991825826\"}")),
  DOCUMENT("grant-delegation", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"consumer_orgno\":"
                               "\"991825827\"}")),
  DOCUMENT("grant-delegation", INAPPLICABLE, "jwt-grant", GRANT(GRANT_HEADER, GRANT_CLAIMS(""))),
  TARGET("grant-delegation", FAILED, "jwt-grant", "{\"organisation\":{\"orgnr\":\"991825827\"}}"),
  DOCUMENT("grant-resource", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"resource\":\"https://"
                               "svc.example\"}")),
  DOCUMENT("grant-resource", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"resource\":[]}")),
  DOCUMENT("grant-resource", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"resource\":[1]}")),
  DOCUMENT("grant-resource", INAPPLICABLE, "jwt-grant", GRANT(GRANT_HEADER, GRANT_CLAIMS(""))),
  DOCUMENT("grant-system-user", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"authorization_details\":{"
                               "\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
                               "\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}}"
                               "}")),
  DOCUMENT("grant-system-user", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"authorization_details\":[{"
                               "\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
                               "\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}},"
                               "{\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
                               "\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}}]"
                               "}")),
  DOCUMENT("grant-system-user", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"authorization_details\":[{"
                               "\"type\":\"urn:altinn:systemuser\",\"systemuser_org\":{"
                               "\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"},"
                               "\"x\":1}]}")),
  DOCUMENT("grant-system-user", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"scope\":\"a:b\",\"iat\":1795327190,"
                               "\"exp\":1795327300,\"jti\":\"1\",\"authorization_details\":[{"
                               "\"type\":\"x\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-"
                               "upis\",\"ID\":\"0192:991825827\"}}]}")),
  DOCUMENT("grant-system-user", FAILED, "jwt-grant",
           GRANT(GRANT_HEADER, "{\"aud\":\"https://"
                               "svc.example\",\"iss\":\"c\",\"iat\":1795327190,\"exp\":1795327300,"
                               "\"jti\":\"1\",\"authorization_details\":[{\"type\":\"urn:altinn:"
                               "systemuser\",\"systemuser_org\":{\"authority\":\"iso6523-actorid-"
                               "upis\",\"ID\":\"0192:991825827\"}}]}")),
  DOCUMENT("grant-system-user", INAPPLICABLE, "jwt-grant", GRANT(GRANT_HEADER, GRANT_CLAIMS(""))),
  DOCUMENT("keys-cached", FAILED, "issuer-log",
           "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-20T08:00:00+01:00\",\"request\":{"
           "\"method\":\"GET\",\"url\":\"https://i.example/"
           "jwks\"}},{\"startedDateTime\":\"2026-11-20T08:30:00+01:00\",\"request\":{\"method\":"
           "\"GET\",\"url\":\"https://i.example/"
           "jwk.json\"}},{\"startedDateTime\":\"2026-11-20T08:59:00+01:00\",\"request\":{"
           "\"method\":\"GET\",\"url\":\"https://i.example/oauth2/jwks?x\"}}]}}"),
  DOCUMENT("keys-cached", PASSED, "issuer-log",
           "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-20T08:00:00+01:00\",\"request\":{"
           "\"method\":\"GET\",\"url\":\"https://i.example/"
           "jwks\"}},{\"startedDateTime\":\"2026-11-20T08:30:00+01:00\",\"request\":{\"method\":"
           "\"GET\",\"url\":\"https://i.example/"
           "jwks\"}},{\"startedDateTime\":\"2026-11-20T09:00:00+01:00\",\"request\":{\"method\":"
           "\"GET\",\"url\":\"https://i.example/jwks\"}}]}}"),
  DOCUMENT("keys-cached", INAPPLICABLE, "issuer-log",
           "{\"log\":{\"entries\":[{\"startedDateTime\":\"2026-11-20T08:00:00+01:00\",\"request\":{"
           "\"method\":\"GET\",\"url\":\"https://i.example/"
           "token\"}},{\"startedDateTime\":\"soon\",\"request\":{\"method\":\"GET\",\"url\":"
           "\"https://i.example/jwks\"}}]}}"),
  DOCUMENT("token-request", PASSED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:"
           "jwt-bearer\",\"assertion\":{\"header\":{},\"claims\":{}}}}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"GET\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:"
           "jwt-bearer\",\"assertion\":{\"header\":{},\"claims\":{}}}}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/token\",\"headers\":{\"content-type\":\"application/"
           "json\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:jwt-bearer\","
           "\"assertion\":{\"header\":{},\"claims\":{}}}}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/token\",\"headers\":{\"content-type\":\"application/"
           "x-www-form-urlencoded\",\"authorization\":\"Basic\"},\"form\":{\"grant_type\":\"urn:"
           "ietf:params:oauth:grant-type:jwt-bearer\",\"assertion\":{\"header\":{},\"claims\":{}}}"
           "}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:"
           "jwt-bearer\"}}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"x\",\"assertion\":{}}}"),
  DOCUMENT("token-request", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:"
           "jwt-bearer\",\"assertion\":{},\"client_secret\":\"*hidden:value*\"}}"),
  DOCUMENT("token-request", INAPPLICABLE, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"authorization_code\"}}"),
  DOCUMENT("client-assertion", PASSED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"c\",\"client_assertion_type\":\"urn:"
           "ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":{"
           "\"iss\":\"c\",\"sub\":\"c\",\"aud\":\"https://svc.example/"
           "token\",\"iat\":1,\"exp\":2}}}}"),
  DOCUMENT("client-assertion", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"c\",\"client_assertion_type\":\"urn:"
           "ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":{"
           "\"iss\":\"c\",\"sub\":\"d\",\"aud\":\"https://svc.example/"
           "token\",\"iat\":1,\"exp\":2}}}}"),
  DOCUMENT("client-assertion", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"d\",\"client_assertion_type\":\"urn:"
           "ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":{"
           "\"iss\":\"c\",\"sub\":\"c\",\"aud\":\"https://svc.example/"
           "token\",\"iat\":1,\"exp\":2}}}}"),
  DOCUMENT("client-assertion", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"c\",\"client_assertion_type\":\"urn:"
           "ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":{"
           "\"iss\":\"c\",\"sub\":\"c\",\"aud\":\"https://other.example\",\"iat\":1,\"exp\":2}}}}"),
  DOCUMENT("client-assertion", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"c\",\"client_assertion_type\":\"urn:"
           "ietf:params:oauth:client-assertion-type:jwt-bearer\",\"client_assertion\":{\"claims\":{"
           "\"iss\":\"c\",\"sub\":\"c\",\"aud\":\"https://svc.example/"
           "token\",\"iat\":1,\"exp\":1}}}}"),
  DOCUMENT("client-assertion", FAILED, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"client_id\":\"c\",\"client_assertion_type\":"
           "\"jwt\",\"client_assertion\":{\"claims\":{\"iss\":\"c\",\"sub\":\"c\",\"aud\":\"https:/"
           "/svc.example/token\",\"iat\":1,\"exp\":2}}}}"),
  DOCUMENT("client-assertion", INAPPLICABLE, "token-request",
           "{\"method\":\"POST\",\"target\":\"/"
           "token\",\"headers\":{\"host\":\"svc.example\",\"content-type\":\"application/"
           "x-www-form-urlencoded\"},\"form\":{\"grant_type\":\"urn:ietf:params:oauth:grant-type:"
           "jwt-bearer\",\"assertion\":{\"header\":{},\"claims\":{}}}}"),
  TARGET("client-key", FAILED, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"2025-11-21\"}}"),
  TARGET("client-key", PASSED, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"2025-11-22\"}}"),
  TARGET("client-key", INAPPLICABLE, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"yesterday\"}}"),
  TARGET("client-key-soon", FAILED, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"2025-12-22\"}}"),
  TARGET("client-key-soon", PASSED, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"2025-12-23\"}}"),
  TARGET("client-key-soon", INAPPLICABLE, "jwt-grant",
         "{\"samples\":{\"client-key-registered\":\"2025-11-21\"}}"),
};

CASES(grants_cases, rows);
