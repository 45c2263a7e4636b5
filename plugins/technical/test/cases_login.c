// SPDX-License-Identifier: Apache-2.0
/* Faults of login and logout. A row stands for what is
 * answered, or handed over, instead of the fixture's own. */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

static const struct fault_case rows[] = {
  ANSWER("login-code", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=token&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-code", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&x=c&redirect_uri=https://svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-code", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=profile&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-code", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&x=https://svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-code", PASSED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?client_id=c&request_uri=urn:x\n\n"),
  ANSWER("login-code", INAPPLICABLE, "login", LOGIN, "200\n\n<form>"),
  ANSWERS("login-code", INAPPLICABLE, "login", LOGIN, "302\nLocation: /elsewhere\n\n",
          HOST "/elsewhere", "200\n\n"),
  ANSWER("login-code", PASSED, "login", LOGIN,
         "302\nLocation: "
         "https://login.test.idporten.no/"
         "authorize?response_type=code&client_id=c&redirect_uri=https://svc.example/"
         "cb&scope=openid&state=0123456789abcdef&nonce=0123456789abcdef&code_challenge="
         "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256\n\n"),
  ANSWERS("login-code", INAPPLICABLE, "login", LOGIN,
          "302\nLocation: "
          "https://notidporten.no/authorize?response_type=code&client_id=c&redirect_uri=https://"
          "svc.example/"
          "cb&scope=openid&state=0123456789abcdef&nonce=0123456789abcdef&code_challenge="
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256\n\n",
          "https://notidporten.no/authorize?response_type=code&client_id=c&redirect_uri=https://"
          "svc.example/"
          "cb&scope=openid&state=0123456789abcdef&nonce=0123456789abcdef&code_challenge="
          "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256",
          "200\n\n"),
  ANSWER("login-pkce", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=plain\n\n"),
  ANSWER("login-pkce", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "elhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-pkce", INAPPLICABLE, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?client_id=c&request_uri=urn:x\n\n"),
  ANSWERS("login-state", FAILED, "login", LOGIN,
          "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                      "svc.example/"
                                      "cb&scope=openid&state=0123456789abcdef&nonce="
                                      "0123456789abcdef&code_challenge="
                                      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                      "method=S256\n\n",
          LOGIN "\nCache-Control: no-cache",
          "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                      "svc.example/"
                                      "cb&scope=openid&state=0123456789abcdef&nonce="
                                      "0123456789abcdef&code_challenge="
                                      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                      "method=S256\n\n"),
  ANSWER("login-state", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=1&nonce=0123456789abcdef&code_"
                                     "challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_"
                                     "challenge_method=S256\n\n"),
  ANSWER("login-state", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&x=0123456789abcdef&"
                                     "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"
                                     "code_challenge_method=S256\n\n"),
  ANSWER("login-state", INAPPLICABLE, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?client_id=c&request_uri=urn:x\n\n"),
  ANSWER("login-level", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256&acr_values=Level4\n\n"),
  ANSWER("login-level", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256&acr_values=idporten-loa-high%20x\n\n"),
  ANSWER("login-level", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256&ui_locales=de\n\n"),
  ANSWER("login-level", PASSED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=https://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256&acr_values=idporten-loa-low&ui_locales=nn+"
                                     "en\n\n"),
  ANSWER("login-level", INAPPLICABLE, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?client_id=c&request_uri=urn:x\n\n"),
  ANSWER("login-https", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=http://"
                                     "svc.example/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER("login-https", FAILED, "login", LOGIN,
         "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=http://"
                                     "localhost/"
                                     "cb&scope=openid&state=0123456789abcdef&nonce="
                                     "0123456789abcdef&code_challenge="
                                     "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_"
                                     "method=S256\n\n"),
  ANSWER_FOR("login-https", PASSED, "login", "{\"environment\":\"test\"}", LOGIN,
             "302\nLocation: " AUTHORIZE "?response_type=code&client_id=c&redirect_uri=http://"
                                         "127.0.0.1:8080/"
                                         "cb&scope=openid&state=0123456789abcdef&nonce="
                                         "0123456789abcdef&code_challenge="
                                         "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_"
                                         "challenge_method=S256\n\n"),
  ANSWER("login-no-token", FAILED, "login", LOGIN, "200\nSet-Cookie: t=*hidden:token*; Secure\n\n"),
  ANSWER("login-no-token", FAILED, "login", LOGIN, "200\n\n<script>a='*hidden:token*'</script>"),
  ANSWER("login-no-token", PASSED, "login", LOGIN, "200\nSet-Cookie: t=*hidden:cookie*\n\n<p>"),
  ANSWER("open-redirect", FAILED, "login", LOGIN REDIRECTS,
         "302\nLocation: https://samsvar-probe.invalid/\n\n"),
  ANSWER("open-redirect", FAILED, "logout", LOGOUT REDIRECTS,
         "302\nLocation: https://samsvar-probe.invalid/\n\n"),
  ANSWER("open-redirect", PASSED, "login", LOGIN REDIRECTS,
         "302\nLocation: " AUTHORIZE "?x=https://samsvar-probe.invalid/\n\n"),
  ANSWER("open-redirect", CANT_TELL, "login", LOGIN REDIRECTS, "500\n\n"),
  ANSWER("login-no-token", CANT_TELL, "login", LOGIN, "500\n\n<h1>500</h1>"),
  ANSWER("front-channel", FAILED, "logout", SIGN_OUT, "404\n\n"),
  ANSWER("front-channel", FAILED, "logout", SIGN_OUT, "302\nLocation: /\n\n"),
  ANSWER("front-channel", FAILED, "logout", SIGN_OUT, "200\nX-Frame-Options: DENY\n\n"),
  ANSWER("front-channel", FAILED, "logout", SIGN_OUT,
         "200\nContent-Security-Policy: frame-ancestors 'none'\n\n"),
  ANSWER("front-channel", PASSED, "logout", SIGN_OUT,
         "200\nX-Frame-Options: DENY\nContent-Security-Policy: frame-ancestors "
         "https://svc.example\n\n"),
  ANSWER("front-channel", PASSED, "logout", SIGN_OUT, "200\n\n"),
  ANSWER("front-channel-cache", FAILED, "logout", SIGN_OUT, "200\n\n"),
  ANSWER("front-channel-cache", INAPPLICABLE, "logout", SIGN_OUT, "404\n\n"),
};

CASES(login_cases, rows);
