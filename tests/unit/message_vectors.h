// SPDX-License-Identifier: Apache-2.0
/* Signed messages: those of RFC 9421 2.4 and appendix B.2, and three made with another library. */
#ifndef SV_TESTS_UNIT_MESSAGE_VECTORS_H
#define SV_TESTS_UNIT_MESSAGE_VECTORS_H

#include "engines/http/message_signature.h"
#include "engines/jose/jwk.h"

static const struct sv_jwk key_rfc_rsa_pss = {
  .kty = "RSA",
  .n = "r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXj"
       "yQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuY"
       "LPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqc"
       "O0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI2w",
  .e = "AQAB",
};

static const struct sv_jwk key_rfc_ecc_p256 = {
  .kty = "EC",
  .crv = "P-256",
  .x = "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA",
  .y = "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0",
};

static const struct sv_jwk key_rfc_ed25519 = {
  .kty = "OKP",
  .crv = "Ed25519",
  .x = "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs",
};

static const struct sv_jwk key_p384 = {
  .kty = "EC",
  .crv = "P-384",
  .x = "klgJUej-tLUiO-Yd5NZX0vL97SZFbSL6hbLr3DtK8VZedPSD9nqLI3LvAPGla6zI",
  .y = "JS1Vf3jByzfSn4pOhAUJWFUSFA5O9tCVMAgyccXy1tTpkxTsUlpCv8hL3cHCy9iZ",
};

static const struct sv_jwk key_rsa = {
  .kty = "RSA",
  .n = "3fAXwul5AHbcp3kMS8AUob7lxE_0E3DjVOKHcRenQPL06-sucgpWVSmO5ne-nI8usF7pC3SfqecY4uNF4LHN0Q-0"
       "_yy9KY6oo2KBCITZNi7Nl6kvn4blOSjgESPKt9tWqm0zUkeVAiezHYnSDiMkkemhAAQdEHNOd4TYOUzcTubISPAl"
       "PWEp_abLnTFaAE6DGmbbMokmpsdjzpJJYGVLvkVWeRN2rc3sLAqM9pTxFuQ6WOnXE51ExeTfmYtFCT1phFWj6NO5"
       "SsmhefRmxXoPtFH5Sq_UZUFvxXd94M2058naykC7GfDTQDacXPkTNAAmEpdswaEEszOGVcrv-CmQXQ",
  .e = "AQAB",
};

static const struct sv_jwk key_ed = {
  .kty = "OKP",
  .crv = "Ed25519",
  .x = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg",
};

static const char *const request_lines[] = {
  "Host: example.com",
  "Date: Tue, 20 Apr 2021 02:07:55 GMT",
  "Content-Type: application/json",
  "Content-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7B"
  "NNyealdVLvRwEmTHWXvJwew==:",
  "Content-Length: 18",
  NULL,
};

static const char *const response_lines[] = {
  "Date: Tue, 20 Apr 2021 02:07:56 GMT",
  "Content-Type: application/json",
  "Content-Digest: sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wW"
  "dXymyU0rjJuahq4l5aGgfLQ==:",
  "Content-Length: 23",
  NULL,
};

static const char *const busy_lines[] = {
  "Date: Tue, 20 Apr 2021 02:07:56 GMT",
  "Content-Type: application/json",
  "Content-Length: 62",
  "Content-Digest: sha-512=:0Y6iCBzGg5rZtoXS95Ijz03mslf6KAMCloESHObfwnHJDbkkWWQz6PhhU9kxsTb"
  "ARtY2PTBOzq24uJFpHsMuAg==:",
  NULL,
};

static const char *const own_lines[] = {
  "Content-Type: application/json",
  "Cache-Control: max-age=60",
  "cache-control: \t must-revalidate ",
  "X-Empty:",
  "Priority: u=01,   i=?1",
  "Content-Digest: sha-256=:z0bm/K2/kBiAHdTk/FHlB2NyoHqaTdzCA9k+jeJ0ezA=:",
  "Content-Digest: sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wW"
  "dXymyU0rjJuahq4l5aGgfLQ==:",
  NULL,
};

static const struct sv_signed_message request_message = { .headers = request_lines,
                                                          .method = "POST",
                                                          .url = "https://example.com/"
                                                                 "foo?param=Value&Pet=dog" };
static const struct sv_signed_message response_message = { .status = 200,
                                                           .headers = response_lines,
                                                           .method = "POST",
                                                           .url = "https://example.com/"
                                                                  "foo?param=Value&Pet=dog" };
static const struct sv_signed_message busy_message = { .status = 503,
                                                       .headers = busy_lines,
                                                       .method = "POST",
                                                       .url = "https://example.com/"
                                                              "foo?param=Value&Pet=dog",
                                                       .request_headers = request_lines };
static const struct sv_signed_message own_message = { .status = 200,
                                                      .headers = own_lines,
                                                      .method = "GET",
                                                      .url = "HTTPS://API.example:443/v1/"
                                                             "units?size=5&full+name=%C3%B8l%2bb&"
                                                             "flag#part" };

static const struct {
  const char *name;
  const struct sv_signed_message *message;
  const char *alg;
  const struct sv_jwk *key;
  const char *input, *base, *signature;
} vectors[] = {
  { "B.2.1", &request_message, "rsa-pss-sha512", &key_rfc_rsa_pss,
    "sig=();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k7z-50gnwp.yemd\"",
    "\"@signature-params\": ();created=1618884473;keyid=\"test-key-rsa-pss\";nonce=\"b3k2pp5k"
    "7z-50gnwp.yemd\"",
    "sig=:d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wg"
    "GxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72r"
    "gFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/Q"
    "EVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==:" },
  { "B.2.2", &request_message, "rsa-pss-sha512", &key_rfc_rsa_pss,
    "sig=(\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\");created=1618884473"
    ";keyid=\"test-key-rsa-pss\";tag=\"header-example\"",
    "\"@authority\": example.com\n"
    "\"content-digest\": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYl"
    "lu7BNNyealdVLvRwEmTHWXvJwew==:\n"
    "\"@query-param\";name=\"Pet\": dog\n"
    "\"@signature-params\": (\"@authority\" \"content-digest\" \"@query-param\";name=\"Pet\")"
    ";created=1618884473;keyid=\"test-key-rsa-pss\";tag=\"header-example\"",
    "sig=:LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtj"
    "vuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuE"
    "fY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZ"
    "fB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==:" },
  { "B.2.3", &request_message, "rsa-pss-sha512", &key_rfc_rsa_pss,
    "sig=(\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"content-type\" \"content"
    "-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa-pss\"",
    "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n"
    "\"@method\": POST\n"
    "\"@path\": /foo\n"
    "\"@query\": ?param=Value&Pet=dog\n"
    "\"@authority\": example.com\n"
    "\"content-type\": application/json\n"
    "\"content-digest\": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYl"
    "lu7BNNyealdVLvRwEmTHWXvJwew==:\n"
    "\"content-length\": 18\n"
    "\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@query\" \"@authority\" \"conte"
    "nt-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-rsa"
    "-pss\"",
    "sig=:bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt68"
    "3+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmv"
    "KiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim"
    "5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==:" },
  { "B.2.4", &response_message, "ecdsa-p256-sha256", &key_rfc_ecc_p256,
    "sig=(\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884"
    "473;keyid=\"test-key-ecc-p256\"",
    "\"@status\": 200\n"
    "\"content-type\": application/json\n"
    "\"content-digest\": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX"
    "69wWdXymyU0rjJuahq4l5aGgfLQ==:\n"
    "\"content-length\": 23\n"
    "\"@signature-params\": (\"@status\" \"content-type\" \"content-digest\" \"content-length"
    "\");created=1618884473;keyid=\"test-key-ecc-p256\"",
    "sig=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oi"
    "asw==:" },
  { "B.2.6", &request_message, "ed25519", &key_rfc_ed25519,
    "sig=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");"
    "created=1618884473;keyid=\"test-key-ed25519\"",
    "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n"
    "\"@method\": POST\n"
    "\"@path\": /foo\n"
    "\"@authority\": example.com\n"
    "\"content-type\": application/json\n"
    "\"content-length\": 18\n"
    "\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" "
    "\"content-length\");created=1618884473;keyid=\"test-key-ed25519\"",
    "sig=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBK"
    "RCw==:" },
  { "2.4", &busy_message, "ecdsa-p256-sha256", &key_rfc_ecc_p256,
    "sig=(\"@status\" \"content-digest\" \"content-type\" \"@authority\";req \"@method\";req "
    "\"@path\";req \"content-digest\";req);created=1618884479;keyid=\"test-key-ecc-p256\"",
    "\"@status\": 503\n"
    "\"content-digest\": sha-512=:0Y6iCBzGg5rZtoXS95Ijz03mslf6KAMCloESHObfwnHJDbkkWWQz6PhhU9k"
    "xsTbARtY2PTBOzq24uJFpHsMuAg==:\n"
    "\"content-type\": application/json\n"
    "\"@authority\";req: example.com\n"
    "\"@method\";req: POST\n"
    "\"@path\";req: /foo\n"
    "\"content-digest\";req: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnr"
    "IiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n"
    "\"@signature-params\": (\"@status\" \"content-digest\" \"content-type\" \"@authority\";r"
    "eq \"@method\";req \"@path\";req \"content-digest\";req);created=1618884479;keyid=\"test"
    "-key-ecc-p256\"",
    "sig=:dMT/A/76ehrdBTD/2Xx8QuKV6FoyzEP/I9hdzKN8LQJLNgzU4W767HK05rx1i8meNQQgQPgQp8wq2ive3tV"
    "5Ag==:" },
  { "every part of the request", &own_message, "ecdsa-p384-sha384", &key_p384,
    "sig=(\"@status\" \"@method\";req \"@target-uri\";req \"@authority\";req \"@scheme\";req "
    "\"@request-target\";req \"@path\";req \"@query\";req \"@query-param\";req;name=\"full%20"
    "name\" \"cache-control\" \"x-empty\");created=1795327200;expires=1795327500;keyid=\"p384"
    "\";alg=\"ecdsa-p384-sha384\";tag=\"samsvar\"",
    "\"@status\": 200\n"
    "\"@method\";req: GET\n"
    "\"@target-uri\";req: https://api.example/v1/units?size=5&full+name=%C3%B8l%2bb&flag\n"
    "\"@authority\";req: api.example\n"
    "\"@scheme\";req: https\n"
    "\"@request-target\";req: /v1/units?size=5&full+name=%C3%B8l%2bb&flag\n"
    "\"@path\";req: /v1/units\n"
    "\"@query\";req: ?size=5&full+name=%C3%B8l%2bb&flag\n"
    "\"@query-param\";req;name=\"full%20name\": %C3%B8l%2Bb\n"
    "\"cache-control\": max-age=60, must-revalidate\n"
    "\"x-empty\": \n"
    "\"@signature-params\": (\"@status\" \"@method\";req \"@target-uri\";req \"@authority\";r"
    "eq \"@scheme\";req \"@request-target\";req \"@path\";req \"@query\";req \"@query-param\""
    ";req;name=\"full%20name\" \"cache-control\" \"x-empty\");created=1795327200;expires=1795"
    "327500;keyid=\"p384\";alg=\"ecdsa-p384-sha384\";tag=\"samsvar\"",
    "sig=:hEaSjdumfx/qwINOGqT/W9erxITsu52ClMDC5xtDtxmFlVFF1KCRz4cRsL5eExHWNzEyGe46LEuu/8WjK4r"
    "HaVi1ujSQEYM8qBC2H1kXzLyQay7ZSQHbLXvmRKuYwt/J:" },
  { "the forms of a field", &own_message, "rsa-v1_5-sha256", &key_rsa,
    "sig=(\"priority\";sf \"content-digest\";key=\"sha-256\" \"cache-control\";bs \"x-empty\""
    ";bs \"content-digest\");created=1795327200;keyid=\"rsa\";alg=\"rsa-v1_5-sha256\"",
    "\"priority\";sf: u=1, i\n"
    "\"content-digest\";key=\"sha-256\": :z0bm/K2/kBiAHdTk/FHlB2NyoHqaTdzCA9k+jeJ0ezA=:\n"
    "\"cache-control\";bs: :bWF4LWFnZT02MA==:, :bXVzdC1yZXZhbGlkYXRl:\n"
    "\"x-empty\";bs: ::\n"
    "\"content-digest\": sha-256=:z0bm/K2/kBiAHdTk/FHlB2NyoHqaTdzCA9k+jeJ0ezA=:, sha-512=:mEW"
    "XIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:\n"
    "\"@signature-params\": (\"priority\";sf \"content-digest\";key=\"sha-256\" \"cache-contr"
    "ol\";bs \"x-empty\";bs \"content-digest\");created=1795327200;keyid=\"rsa\";alg=\"rsa-v1"
    "_5-sha256\"",
    "sig=:n8o7SUwGkbEUw/YvIy2oJKa7Hwk8u/cmxv/KgVIBC54+YrXy/J6CmhNTqxoh58FnmSjzb/XiA050vP7lEyy"
    "YMMKzXR3193LNTXyfcQY7AShzJsSVNw0QjvzxZD5Yg02CsPmauZOR5Ypa9koT/5vNDkk6V2J6WrSmNrYfPTMj32v"
    "5Gc/NfqXCB9bq3eQNVoodd0Bt5D12eCwhxcGlf5gGXeaYhI4eH7a+fAvEbCPvANCBBrbU+wS1N9jeVUr89CNNTxS"
    "3R6w2N62J9+DvWARIJD3mnWJsh0BJWvBID5g8MUKnpPzRzjzt05xMMHDeR1FPDGxvso0qoQtl6uapuf2Mtg==:" },
  { "nothing but its parameters", &own_message, "ed25519", &key_ed,
    "sig=();created=1795327200;keyid=\"ed\"",
    "\"@signature-params\": ();created=1795327200;keyid=\"ed\"",
    "sig=:ubU0WpffqhXOFOttAi82KZ1l8rrSpPmAJ3INgEeYuLU275YjhPSBZzeET8LE0k3EiBosR8dyMenT59Xv1lT"
    "bBg==:" },
};

#endif
