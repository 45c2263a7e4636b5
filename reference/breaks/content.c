// SPDX-License-Identifier: Apache-2.0
/* Breaks of formats, codings, digests and limits. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "status-out-of-range",
    .what = "The API answers with status 799.",
    .kind = SV_STATUS,
    .where = "GET /v1 200",
    .to = "799",
    .checks = "technical.contract.server-error technical.http.status-range" },
  { .name = "content-type-html",
    .what = "The API says that its JSON is HTML.",
    .kind = SV_SET,
    .where = "/v1/enheter* 200",
    .from = "Content-Type",
    .to = "text/html; charset=utf-8",
    .checks = "semantic.code-list.real-format semantic.dcat.download-page "
              "technical.contract.media-type technical.http.accept" },
  { .name = "ignores-accept",
    .what = "Accept is ignored: the first form is sent always.",
    .kind = SV_QUIRK,
    .quirk = SV_IGNORES_ACCEPT,
    .checks = "semantic.negotiation.forms semantic.negotiation.unacceptable "
              "technical.http.accept" },
  { .name = "bad-gzip",
    .what = "Answers claim to be gzip and are not.",
    .kind = SV_QUIRK,
    .quirk = SV_BAD_GZIP,
    .checks = "technical.http.gzip" },
  { .name = "no-gzip",
    .what = "Answers are never compressed.",
    .kind = SV_QUIRK,
    .quirk = SV_NO_GZIP,
    .checks = "technical.http.gzip" },
  { .name = "content-digest-wrong",
    .what = "Content-Digest does not fit the content.",
    .kind = SV_SET,
    .where = "/v1/enheter",
    .from = "Content-Digest",
    .to = "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:",
    .checks = "technical.http.digest" },
  { .name = "get-redirects",
    .what = "The list of organisations redirects.",
    .kind = SV_STATUS,
    .where = "GET /v1/enheter 200",
    .to = "302",
    .checks = "technical.contract.media-type technical.http.redirects" },
  { .name = "throttled-silently",
    .what = "The list of municipalities is answered by 429 without a time to wait.",
    .kind = SV_STATUS,
    .where = "GET /v1/kommuner 200",
    .to = "429",
    .checks = "technical.http.throttling" },
  { .name = "rate-limit-malformed",
    .what = "RateLimit has the form of an older draft.",
    .kind = SV_SET,
    .where = "/v1/enheter 200",
    .from = "RateLimit",
    .to = "limit=100, remaining=50, reset=30",
    .checks = "technical.http.rate-limit" },
  { .name = "trailing-slash-answered",
    .what = "Every address is there with a slash at its end too.",
    .kind = SV_QUIRK,
    .quirk = SV_SLASH_SAME,
    .checks = "legal.language.both-forms technical.contract.ogc-landing technical.http.trailing-slash" },
  { .name = "language-not-negotiated",
    .what = "The list of organisations says that it is chosen by language, and is not.",
    .kind = SV_SET,
    .where = "/v1/enheter 200",
    .from = "Vary",
    .to = "Accept, Accept-Language, Accept-Encoding",
    .checks = "technical.http.accept-language" },
  { .name = "patch-formats-untold",
    .what = "The description has a PATCH whose formats OPTIONS does not tell.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"/v1/kommuner\": {",
    .to = "\"/v1/kommuner\": { \"patch\": { \"operationId\": \"endreKommuner\", "
          "\"summary\": \"Endre kommunene\", \"description\": \"Endrer listen.\", "
          "\"tags\": [\"Kommuner\"], \"security\": [], \"requestBody\": { \"content\": { "
          "\"application/merge-patch+json\": { \"schema\": { \"type\": \"object\" } } } }, "
          "\"responses\": { \"200\": { \"description\": \"Endret.\" }, \"429\": { \"$ref\": "
          "\"#/components/responses/ForMange\" } } },",
    .checks = "technical.contract.allow technical.contract.status "
              "technical.description.bad-request "
              "technical.description.patch technical.description.server-error "
              "technical.description.success-schema technical.http.accept-patch" },
};

SV_BREAK_TABLE(sv_breaks_content, rows);
