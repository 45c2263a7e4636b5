// SPDX-License-Identifier: Apache-2.0
/* Signatures made by another library (pyca/cryptography), for tests. The keys sign nothing else. */
#ifndef SV_TESTS_JOSE_VECTORS_H
#define SV_TESTS_JOSE_VECTORS_H

#include "engines/jose/jwk.h"

#define VECTOR_RSA_N                                                                               \
  "8AjdkZFq60-44wsAGhuI9DcdQnoZirQxanFAsN4HY2u0-cCgEwEGBB_X5FjylTCcFdUv-YrlkTkC0cZ8eO2Qd5kY"       \
  "OYlM6lIYwWxn8iBIL2PPFsHQe49rlLdkwG5dhvhBaFEgyzO4XhlPgyUdaa-gxVQmMsC_QULRgfqLRfe3lQXrl3N3"       \
  "DdLyyDo_cxBh-ovZ669cUYGGPLyYi5QgiJfjXTqUgWZRVTyRr7wPXgZif80Ml9WIk_THqKiDZgf6aGig5afcpcUV"       \
  "Lhs35aAWi0TTviX_ik1pL-0cPSUA_mgrkw4GPPx-r6cIrjx85sBHgQpP4kiG6GaEKhbdwRQ9X_sThw"

static const struct vector {
  const char *alg;
  struct sv_jwk key;
  const char *token;
} vectors[] = {
  { "RS256",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.PKaP1UYGT-8aiEr9uJoTmph5TJzSBHbS0gdHCXTFqM5KtE"
    "jPfl9i7bzLhQaVju-dVh9ve8az2eLV7fpPVSDY7nLXfwzP9AgNuBWdgLuhro2uanbD5-rtv4Fhct8X3U-LKxMoNj"
    "VCCVfR59mktTNgPdr1mX9XUD9-rUqZv2Nbf852eSODDpLp6wTT6Np1WItoGJJez8gFNsY0xKTpBWcjutmgG9khbs"
    "hDD7DiVURpxuB0SvA04Dzo1JeY-N2QDfqKE3dZRrMpOlm6CE00z8-YNGFlmEnB1_1YsLsfhOrnGMsQB27md_TL2D"
    "QzYrsQdzLg1Wh2r2impkQtOXvtYefpyQ" },
  { "RS384",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJSUzM4NCIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.2ddkstWumm0T3_5jIKMFQzDc6wGN04-anHtBXQW-kKIreI"
    "jkS4w3I7PO2T-BzNukYLsJiQi4MXyqT90rp1o_jS_PMV8KX8WQ1gICUhtMPVuRVU_pMDuLxACSeJ5T_nu06cvria"
    "VtKqa2JNfo1WgtlZiZKjy2iWBjph4MZ972E5Df7tPLXGZcQRE-vggmdaH1vmHLMXi_zizuyyNU6mt-tB7QBaKiyv"
    "Yn0MwhRwLNR7VE4dvIjVepOgeq0cXTufiwtxLTRqOyDAEHKQRrHse44q-QBy7AeNvFTKHLyC1eAzX_vNqnquiyjP"
    "rGeHAUA19FnW7xLuPjQZMK1Wp_3r6XtQ" },
  { "RS512",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJSUzUxMiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.qEUsgp7nzxLu5g0eMuzOnEWIucah0bBt7fEBBHN1EjON5H"
    "JZrt1qIiNIDRDcd2ZE2c_hwpnEkDtgASWHV4-zcuFsmKUPFtm2-9XaeuS8iEDmklJuwRuOFo_K0hC749Q6HlxSiJ"
    "wfytgzbIjyDRuedW4yWYQABcwVyZF1C8dCaV1VnMOC1kpj-WRbdyk1NuV6QYZbdKqhyTX_kgUEymWbSg9453ZXdA"
    "B_UL_J3f5FbJYpfbsUIB1pafpHzVaH4198vISggMJvg-rKEdoqRfF48-nT9VrDNTn5QS2LZ0KaW4mRAjoilrRRNn"
    "rkpqhFlI-OeYKFH3h3daaj18SuqYjiGg" },
  { "PS256",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJQUzI1NiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.H__07Iruut9LQ1fMPT4sRn-d7RJniemEuKraAwG48stXQS"
    "mJELOIpMsFUdRNXc4Yt7oPxMr6g9Dep1hrkxwMFJOqY1yUclO9LCWRst8a2IgG-qNdfNxkTIFD_R5RVrOoKVJKrx"
    "BzPEkfNlh7qyTheqqpFskv8ha6OUlTnM5z6JJCjaHoo4hQBftaEy7A_7YTj7rqV8jqqS0Bd1MRbmBU_sxDiJ9VLf"
    "7L9IrgGa4DwzNpjagrFzsOWqPrZsmAH6Q82ZBOMk_V7GnkmuPOkINy3p07ngif3Fnc8pPq_JnQ9VFRGyw_0dDE3c"
    "C8VwY5hzuB3H06DGrice4TfD6oyD3n6g" },
  { "PS384",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJQUzM4NCIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.6mL7eaukqFz8HwgJ4306x3nKwsKaDL3I5P8GQ-8SbWb7D9"
    "FESefgFjcnF_Iryy1LYeKZruGJN6L1IYrR29jw6xwNdjUkDfgyMD-pHiy508awa1740_uQCVFQujKe13_JfLpjmO"
    "4q3D4QWHj_YSSeGMWNcGvjxe_kenf_TdVriwyFoZ67F4gKS-yEZ4SQUix2rb2cX6X4wePxk0sssmVm8bDcSlFmq9"
    "oGxnszUDaIAwhMlHMRP96lc3ZzCiuPjD133qDd7IVzDPID0Rrr-akFGOl9Fx3Ax7m5cl7oyuH2a0SWrYrXDFeElw"
    "1xS32m2gXmjxM7cc3FcJBHDBbstN9SgQ" },
  { "PS512",
    { .kty = "RSA", .n = VECTOR_RSA_N, .e = "AQAB" },
    "eyJhbGciOiJQUzUxMiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.pTnicgEYmcEdDot_yCvDnkLkKMwVuDt8lEehJgAWU5HdJY"
    "oPp-syeAbzu24rKmf7qR0kcPzk2_B86RCEQrW-0m2wpdw_ZfRT0E7iQ7kD_OOwN3Hrt9fM2pl1zZZ-jtcYvk4-Vl"
    "423NmhjHpV58bbW5BCUlgY4hjnQOJ5OIf0ii_VLdXJP2agXglr6JPAHWW3yx8TD5uPJzybPu4CZSVPbO5mFQvmPM"
    "jN2A77uRGek-PJHljGT6UsmhNbnto5oNFtmvRLreu1bNPfnt0P18A2bW_KhzAxEisHGXpB0eEEbfd-nMBB-gBZjA"
    "HBaq6D5WibIyQVgdKU2tNhgOUpvIV_FQ" },
  { "ES256",
    { .kty = "EC",
      .crv = "P-256",
      .x = "YiHjNcWD2Pz3xTYXZiwNYvrY9INPrjHGg5679vIvVK8",
      .y = "18M9nmj3zlLh-7D4FOqIELfMLB1V0NaROoAlZhyaIhQ" },
    "eyJhbGciOiJFUzI1NiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.AR6hFTFsIFvGBwSJPw1nk7SbYVNc3-Gl4hB-XcPANxBKLB"
    "_uB5LgdQciHex8TjaxmwjBl2U5-juvP9G-kDjLIA" },
  { "ES384",
    { .kty = "EC",
      .crv = "P-384",
      .x = "RHJx6tW5Y1XL65zZ-FJT3t-rna9WP5Yp-e99KyT6DwbZH6IkFww1OUiRfhwSIjwo",
      .y = "LLkRK7kEcU-oQOU-beXiAjDXzQIAdfmO4Po_TuMPQIYa1KM5a3K7lKwCjkb9mY2t" },
    "eyJhbGciOiJFUzM4NCIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.FTAYiNkNdK5z9uyKiCnnhencxEdD_HpMiqpYsLaQy7eb61"
    "ZdzpZ4caC29imps6fRVVC9kRW5YAm7557q75_uMUTqqVrLETSUvzmPamvh0rsA7EBusZWwdi-x0LDzkdjt" },
  { "ES512",
    { .kty = "EC",
      .crv = "P-521",
      .x = "ARZvHfHe0uNJ12UJ7Ml-UFjzB1fj2HL6lp7u4wG5rX_wOOs4JGd7g56ox6Gu8twuXamYDO-"
           "IoB5Y4tF1dGz8yktM",
      .y = "AApFMiNy8uPlHXeN1pse57L61p9TL3iszRIByXcl6UcaS24naRkc5rbhAZyBzfnZiwJWjfTdnsbQDN9b3BwJqc-"
           "5" },
    "eyJhbGciOiJFUzUxMiIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ.AJ_PenQDG2Zw7cn7HK0Bj6LA9jjI74737LTwd6w2FFpg01"
    "MbivgefgXIUxxEgN8w6gaA05h5Ds_EDjYJqk0NUAFkAb73d8sQdoxxk9EZt8BQC5RFkklZu7l45MyzOKcreITQx4"
    "1hkfXI6xfdb125uiyZXBIZS4h8sXZA68BIN2m11IoV" },
  { "EdDSA",
    { .kty = "OKP", .crv = "Ed25519", .x = "uIJ_kwGBHkuOcUZRrg8JI2E6U9BjG3l-608TWTvHiJA" },
    "eyJhbGciOiJFZERTQSIsImtpZCI6ImEifQ.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLyIsInBpZCI6I"
    "jA1ODE5MDMwMTY0IiwiZXhwIjoxNzk1MzMwNjAwfQ._wXv6lJPgllAu6JS6p_D3j1kTr5MvscIPjqWFIz3gVtvxw"
    "QkV6Pw1NMvPUopzs2JFbKAAw6k-xHiRtJYF3YJAQ" },
};

#endif
