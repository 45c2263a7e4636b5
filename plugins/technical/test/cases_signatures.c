// SPDX-License-Identifier: Apache-2.0
/* Faults of signed answers. What signs is the Ed25519 key of the fixture's key set; the signatures
 * were made with another library. */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

#define DIGEST "Content-Digest: sha-256=:T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU=:\n"
#define ED FIXTURE_ED

#define ROW(outcome_, target_, keys_, ...)                                                         \
  {                                                                                                \
    .id = "technical.http.signature", .outcome = SV_##outcome_, .kind = "events",                  \
    .target = (target_), .rows = {                                                                 \
      { FEED, __VA_ARGS__ },                                                                       \
      keys_                                                                                        \
    }                                                                                              \
  }
#define CASE(outcome_, answer_) ROW(outcome_, NULL, NONE, answer_)
#define MASKED(outcome_, answer_) ROW(outcome_, NULL, NONE, answer_, NULL, 0, 1)
#define TARGETED(outcome_, target_, answer_) ROW(outcome_, target_, NONE, answer_)
#define KEYED(outcome_, keys_, answer_) ROW(outcome_, NULL, ONE(JWKS, keys_), answer_)

static const struct fault_case rows[] = {
  /* the content, the status and the address of the request are covered */
  CASE(PASSED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                         "laiv/M9ioOV0d07OAw==:\n",
                  "[]")),
  /* the key tells the algorithm, and the signature is good for a while */
  CASE(PASSED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" "
                         "\"content-digest\");created=1795327200;expires=1795327500;alg="
                         "\"ed25519\";keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:lj48wYQn4M5LQpBxJIAvP8AfnaTvt2E7w8vuVPSyzbjyT1p5znsV+"
                         "zMRm06iRjl4FIYsDsQ/sPeDNfAKevVVBg==:\n",
                  "[]")),
  /* the content is not covered, so that a change of it does not show */
  CASE(PASSED, OK("application/json",
                  "Signature-Input: sig=(\"@status\" \"date\");created=1795327200;keyid=\"ed\"\n"
                  "Signature: "
                  "sig=:V4Wb/xsA//mN1KzqI0TsqUg4eLzE/ZMFMZfFM1nXkPEUTwwfC04t8ramE361/"
                  "XdqPAQ0OTvdj8s5nqNJsFRaBg==:\n",
                  "[1]")),
  /* a second signature is by a key that is not ours */
  CASE(PASSED, OK("application/json",
                  DIGEST "Signature-Input: a=();keyid=\"x\", sig=(\"@status\" \"@method\";req "
                         "\"@target-uri\";req \"content-type\" "
                         "\"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: a=:AAAA:\n"
                         "Signature: "
                         "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                         "laiv/M9ioOV0d07OAw==:\n",
                  "[]")),
  /* the content was changed behind the signer */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                         "laiv/M9ioOV0d07OAw==:\n",
                  "[1]")),
  /* another key signed */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:p0XQaDTzm8AxHHF4ELXNv5ZVhzUXx0Xrk8XavHITdGKdO1qlbrW38DM/"
                         "R+loti1VJps2Fu6OF6MCI60XynsbCA==:\n",
                  "[]")),
  /* a covered field was changed */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:85iZJeGu8DPUE/"
                         "mZdRH6+vL1qk5UEHrhePEG3zFoljmEl40yNpivVNJtJeYYjeCQ+3YqKrdcdFl550BPNnYqBA="
                         "=:\n",
                  "[]")),
  /* the answer is to another request */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:+X33X9BmDSHWzoBkdAPggV/"
                         "jH8Pd39rl828PsxyXr+O1HyKiGMt7ZXILF5ZOFO30u4w9IWb0lLSoXdvvsrljBw==:\n",
                  "[]")),
  /* the signature had expired */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" "
                         "\"content-digest\");created=1795326600;expires=1795327199;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:Wy5E5edIwN3o3sjgfg6CT4hBjsMATsOUqirl6QdpXg+B5eS7Vi/"
                         "FVOuOjw+DXcvtd429xNLwPqx63nmZ5L1/CA==:\n",
                  "[]")),
  /* the signature is of tomorrow */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" \"content-digest\");created=1795413600;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:MI47xrjY5EH7rbwLx8mWK3tcZiVrEpkUs3Sqs6IHa/"
                         "ylB6drotaiA0zkpVgNIVfB1nadjsRTyKTlPe92U0EYAQ==:\n",
                  "[]")),
  /* the algorithm is not for the key */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                         "\"content-type\" "
                         "\"content-digest\");created=1795327200;keyid=\"ed\";alg=\"ecdsa-p256-"
                         "sha256\"\n"
                         "Signature: "
                         "sig=:sADa0qaXDBPertTrDneMj7d6D5yUQXnxOsGwhA5QhS7qMmeiz7w53hW9ehVzf/"
                         "KQRPbgR50w6Mee8zAsj27RAQ==:\n",
                  "[]")),
  /* the key names another algorithm */
  KEYED(FAILED, JSON("{\"keys\":[{\"kid\":\"ed\",\"alg\":\"ES256\"," ED "}]}"),
        OK("application/json",
           DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                  "\"content-type\" "
                  "\"content-digest\");created=1795327200;keyid=\"ed\";alg=\"ed25519\"\n"
                  "Signature: "
                  "sig=:Kb6CbRUv1O+q4+2gCQ/"
                  "kDlANLEoZGRGX0iI6ORP+ABbC1Ex3ZpyA3QRztUKYjerIoDUuyj1w9Bmo3bk6MYMgAw==:\n",
           "[]")),
  /* a covered field is not there */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" "
                         "\"x-trace\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:tjDukRpfb9AOSItJL8SMFynlvvJZS5bU7Y9De3MoUvn5bv4pvGQ4wmdC+"
                         "FXUF86JocQLzNx5GpbUHtowY3RUAQ==:\n",
                  "[]")),
  /* a component is covered twice */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@status\" "
                         "\"@status\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:AbFQttRMgKAwDrWiFPDcGF1YBuu9Rvee8g0nGuXDSn/"
                         "bXLEWJDt57sFzqcKrOnekrGQqSXh6Ax3BxBnKI4moBQ==:\n",
                  "[]")),
  /* a component that HTTP does not have */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@reason\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:cYzSChWLgduzi54DlYbcMQavD6tksgFUl6q7bue0i4vE/"
                         "VggBvgaZK6BjKJ4oTbxP6H+pnONXNbVqm4Xw/AzCw==:\n",
                  "[]")),
  /* a component of the request without "req" */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"@method\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:VLgGnNFKppf0icKgRRY7mLK+OqRK15ipmPRefUUAUxPiiJ1oDIekRzpoJhNwFONQ1aN+"
                         "3EKVXvTZkgt/dkkUBA==:\n",
                  "[]")),
  /* a parameter that fields do not have */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=(\"date\";x);created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:FXhCpZ/qbY5B5juBAGPXtQn2yKL5Vh6Ev56iYtoSlGKLtwQf8FlR//oo+00PQCw/"
                         "i5s5ZuEb10/nhwrBsZIGBg==:\n",
                  "[]")),
  /* a member of what is no dictionary */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: "
                         "sig=(\"date\";key=\"a\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:GeWsCMoxpsLRp7sD1aZgw3gQUMvz9yOA0WfychIqdHfIzz9Udloh+"
                         "FQHJDGS04cSzIlKAKyCiGBsR+AgBRKqBg==:\n",
                  "[]")),
  /* Signature without Signature-Input */
  CASE(FAILED, OK("application/json", DIGEST "Signature: sig=:AAAA:\n", "[]")),
  /* Signature-Input without Signature */
  CASE(FAILED, OK("application/json", DIGEST "Signature-Input: sig=(\"@status\")\n", "[]")),
  /* Signature-Input is no list */
  CASE(FAILED,
       OK("application/json", DIGEST "Signature-Input: sig\nSignature: sig=:AAAA:\n", "[]")),
  /* Signature is no bytes */
  CASE(FAILED,
       OK("application/json", DIGEST "Signature-Input: sig=()\nSignature: sig=AAAA\n", "[]")),
  /* created is no number */
  CASE(FAILED, OK("application/json",
                  DIGEST "Signature-Input: sig=();created=\"now\"\nSignature: sig=:AAAA:\n", "[]")),
  /* both are empty */
  CASE(FAILED, OK("application/json", DIGEST "Signature-Input: \nSignature: \n", "[]")),
  /* a digest field that is none */
  CASE(FAILED, OK("application/json",
                  "Content-Digest: sha-256=AAAA\n"
                  "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                  "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                  "Signature: "
                  "sig=:e4bq+Fe+SMY8nswhBPXTzeadougjkqqrThxueG5aUdl3JG1iE38XmWJR05uBWjcTc9FgQWdyk+"
                  "7Uoonig3R+BA==:\n",
                  "[]")),
  /* the key is not among those of the target */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                            "\"content-type\" "
                            "\"content-digest\");created=1795327200;keyid=\"other\"\n"
                            "Signature: "
                            "sig=:BCy9UUO0/"
                            "kmA8Ip1LtihhkJVQWIqhbbfDmVQVGfmLSnXci7HKIjQ8qpapoMHVAwkSV7LBQk5N/"
                            "VCjk3i0/5aAw==:\n",
                     "[]")),
  /* no key is named */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                            "\"content-type\" \"content-digest\");created=1795327200\n"
                            "Signature: "
                            "sig=:sktdtzCELae4IeEk8nn9cIVLpptIPHrU1kiOnwD47gLpQi3asMGpBHR/M/Oqn3st/"
                            "bZFqpNIyRMHtHUY+QVRBg==:\n",
                     "[]")),
  /* a shared secret */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                            "\"content-type\" "
                            "\"content-digest\");created=1795327200;keyid=\"ed\";alg=\"hmac-"
                            "sha256\"\n"
                            "Signature: "
                            "sig=:BjvvrgcT+kbmDcv3T2Jhk94Ysd4YvtlEnaj3RyDJzXEu+"
                            "Wp8sb88EkuWgXg8Wnys8J4s5WZeU20C+Vz0X0WVDw==:\n",
                     "[]")),
  /* a trailer */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: sig=(\"x-sum\";tr);created=1795327200;keyid=\"ed\"\n"
                            "Signature: "
                            "sig=:AsTb4g99oHVVNTRlM6LZCyAxUUMkep6BeShthD97QU1mJZ13ruS9nqcLQIm77+"
                            "YfHwNYUDbMzKO2TLQLQqMGBg==:\n",
                     "[]")),
  /* a field of the request that others than the check wrote */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: "
                            "sig=(\"user-agent\";req);created=1795327200;keyid=\"ed\"\n"
                            "Signature: "
                            "sig=:8szn0jd74T2d0hLIXCpv5FA1S5oZugcOcUeb70z2RQYq/"
                            "jKOt8MDGD5bRGBLcCXX8fgDVVhcg4K4ykXsosK0Cw==:\n",
                     "[]")),
  /* a field whose structure is not known */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: sig=(\"date\";sf);created=1795327200;keyid=\"ed\"\n"
                            "Signature: "
                            "sig=:"
                            "8zlgONNaMnMlv4qMU9rMDJNwvIeYIEa7BccM6NKN4AQhhxsqVY4TXkXlKlZcnxEeKMvMw9"
                            "dOC1L2G9DMh8P2Aw==:\n",
                     "[]")),
  /* an identity number was hidden in the content */
  MASKED(CANT_TELL, OK("application/json",
                       DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req "
                              "\"@target-uri\";req \"content-type\" "
                              "\"content-digest\");created=1795327200;keyid=\"ed\"\n"
                              "Signature: "
                              "sig=:"
                              "xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                              "laiv/M9ioOV0d07OAw==:\n",
                       "[\"99999999999\"]")),
  /* so was a number made for tests */
  MASKED(CANT_TELL, OK("application/json",
                       DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req "
                              "\"@target-uri\";req \"content-type\" "
                              "\"content-digest\");created=1795327200;keyid=\"ed\"\n"
                              "Signature: "
                              "sig=:"
                              "xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                              "laiv/M9ioOV0d07OAw==:\n",
                       "[\"88888888888\"]")),
  /* a covered field has letters that are not ASCII */
  CASE(FAILED, OK("application/json",
                  DIGEST "X-Name: Bl\303\245\n"
                         "Signature-Input: sig=(\"x-name\");created=1795327200;keyid=\"ed\"\n"
                         "Signature: "
                         "sig=:rJxwwwNdui6nt2uKWOsxogO0jGBtr5ElnFh2l5EOm0cVKiTJBIi9aSehRhR2zK/"
                         "s0PB57pbnoe8qm5qBOPdmBA==:\n",
                  "[]")),
  /* something in a covered field was hidden */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Set-Cookie: a=*hidden:cookie*\n"
                            "Signature-Input: sig=(\"@status\" "
                            "\"set-cookie\");created=1795327200;keyid=\"ed\"\n"
                            "Signature: "
                            "sig=:Z+kcwQ9Euuhy/eMrUbwm4CMj1eyNzfKAn3YaSkiZh39FmPXfZVSV/BLUiAuHgHau/"
                            "BO0hS0U9jJYNDgxVjztBQ==:\n",
                     "[]")),
  /* the content is coded however it is asked for */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Content-Encoding: br\n"
                            "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                            "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                            "Signature: "
                            "sig=:"
                            "xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                            "laiv/M9ioOV0d07OAw==:\n",
                     "[1]")),
  /* more signatures than are read */
  CASE(CANT_TELL, OK("application/json",
                     DIGEST "Signature-Input: a=(),b=(),c=(),d=(),e=(),f=(),g=(),h=(),i=()\n"
                            "Signature: a=:AA==:\n",
                     "[]")),
  /* nothing is signed */
  CASE(INAPPLICABLE, OK("application/json", DIGEST "", "[]")),
  /* the target has no keys */
  TARGETED(INAPPLICABLE,
           "{\"endpoints\":[{\"id\":\"events\",\"kind\":\"events\",\"url\":\"" FEED "\"}]}",
           OK("application/json",
              DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                     "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                     "Signature: "
                     "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                     "laiv/M9ioOV0d07OAw==:\n",
              "[]")),
  /* the keys are those of an endpoint of the target */
  TARGETED(PASSED,
           "{\"endpoints\":[{\"id\":\"events\",\"kind\":\"events\",\"url\":\"" FEED "\"},{\"id\":"
                                                                                    "\"k\","
                                                                                    "\"kind\":"
                                                                                    "\"jwks\","
                                                                                    "\"url\":"
                                                                                    "\"" JWKS "\"}]"
                                                                                              "}",
           OK("application/json",
              DIGEST "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                     "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                     "Signature: "
                     "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                     "laiv/M9ioOV0d07OAw==:\n",
              "[]")),
  /* coded at first; what comes without a coding is held against the digest */
  { "technical.http.signature",
    SV_PASSED,
    "events",
    NULL,
    NULL,
    { { FEED, OK("application/json",
                 DIGEST "Content-Encoding: gzip\n"
                        "Signature-Input: sig=(\"@status\" \"@method\";req \"@target-uri\";req "
                        "\"content-type\" \"content-digest\");created=1795327200;keyid=\"ed\"\n"
                        "Signature: "
                        "sig=:xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3ABLP9Wwcqe3IiqcScGj7sFH+"
                        "laiv/M9ioOV0d07OAw==:\n",
                 "x") },
      { FEED "\nAccept-Encoding: identity", OK("application/json",
                                               DIGEST "Signature-Input: sig=(\"@status\" "
                                                      "\"@method\";req \"@target-uri\";req "
                                                      "\"content-type\" "
                                                      "\"content-digest\");created=1795327200;"
                                                      "keyid=\"ed\"\n"
                                                      "Signature: "
                                                      "sig=:"
                                                      "xi9hOfVSx11QwDFP7PTjug0iYQfdTIPfcKKqCQmn1GW3"
                                                      "ABLP9Wwcqe3IiqcScGj7sFH+laiv/"
                                                      "M9ioOV0d07OAw==:\n",
                                               "[]") } },
    NULL },
};

CASES(signature_cases, rows);
