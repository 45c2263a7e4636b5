// SPDX-License-Identifier: Apache-2.0
/* Events: attributes, captured messages, feeds. */
#include "plugins/messages/test/cases.h"

#define EVENT(more)                                                                                \
  "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\"" more "}"
#define POST(headers, body) "POST /hook HTTP/1.1\r\nHost: a.example\r\n" headers "\r\n" body
#define BINARY(more)                                                                               \
  POST("ce-id: 1\r\nce-source: /a\r\nce-specversion: 1.0\r\nce-type: t\r\n"                        \
       "Content-Type: application/json\r\n" more,                                                  \
       "{}")
#define BATCH_TYPE "Content-Type: application/cloudevents-batch+json\r\n"
#define ITEM(n) "{\"sekvensnummer\":" n ",\"hendelse\":{}}"
#define FEED URL "?seq="
#define SUBSCRIPTION(filters) "{\"endPoint\":\"https://a.example/hook\"" filters "}"

static const struct sv_case_row rows[] = {
  ANSWER("plain attributes", "events.attribute-values", "events", SV_PASSED,
         { URL, JSON("[" EVENT(",\"n\":1,\"b\":true,\"x\":null") "]") }),
  ANSWER("an object as attribute", "events.attribute-values", "events", SV_FAILED,
         { URL, JSON("[" EVENT(",\"x\":{}") "]") }),
  ANSWER("no events", "events.attribute-values", "events", SV_INAPPLICABLE,
         { URL, JSON("{\"items\":[]}") }),
  ANSWER("no answer", "events.attribute-values", "events", SV_CANT_TELL, { URL, "!timeout" }),
  DOCUMENT("an event in a file", "events.attribute-values", "event", SV_PASSED, EVENT("")),
  DOCUMENT("a large integer", "events.attribute-values", "event", SV_FAILED,
           EVENT(",\"x\":2147483648")),
  DOCUMENT("the largest integer", "events.attribute-values", "event", SV_PASSED,
           EVENT(",\"x\":2147483647")),
  DOCUMENT("a fraction", "events.attribute-values", "event", SV_FAILED, EVENT(",\"x\":1.5")),
  DOCUMENT("a control character", "events.attribute-values", "event", SV_FAILED,
           EVENT(",\"x\":\"a\\u0085\"")),
  DOCUMENT("a noncharacter", "events.attribute-values", "event", SV_FAILED,
           EVENT(",\"x\":\"\\uFFFE\"")),
  DOCUMENT("data may be anything", "events.attribute-values", "event", SV_PASSED,
           EVENT(",\"data\":{\"x\":1.5}")),
  DOCUMENT("neither event nor message", "events.attribute-values", "event", SV_CANT_TELL, "hei"),

  DOCUMENT("an organisation as subject", "events.no-identity-numbers", "event", SV_PASSED,
           EVENT(",\"subject\":\"991825827\"")),
  DOCUMENT("a birth number as subject", "events.no-identity-numbers", "event", SV_FAILED,
           EVENT(",\"subject\":\"/person/31123999935\"")),
  DOCUMENT("a hidden birth number", "events.no-identity-numbers", "event", SV_FAILED,
           EVENT(",\"subject\":\"99999999999\"")),
  DOCUMENT("a long number", "events.no-identity-numbers", "event", SV_PASSED,
           EVENT(",\"subject\":\"131123999935\"")),
  DOCUMENT("in the data", "events.no-identity-numbers", "event", SV_PASSED,
           EVENT(",\"data\":\"31123999935\"")),

  DOCUMENT("a binary event", "events.binary-headers", "event", SV_PASSED, BINARY("")),
  DOCUMENT("without ce-type", "events.binary-headers", "event", SV_FAILED,
           POST("ce-id: 1\r\nce-source: /a\r\nce-specversion: 1.0\r\n", "")),
  DOCUMENT("with ce-datacontenttype", "events.binary-headers", "event", SV_FAILED,
           BINARY("ce-datacontenttype: application/json\r\n")),
  DOCUMENT("a structured event", "events.binary-headers", "event", SV_INAPPLICABLE,
           POST("Content-Type: application/cloudevents+json\r\n", EVENT(""))),
  DOCUMENT("a file", "events.binary-headers", "event", SV_INAPPLICABLE, EVENT("")),
  DOCUMENT("a torn head", "events.binary-headers", "event", SV_CANT_TELL,
           "POST /hook HTTP/1.1\r\nHost"),

  DOCUMENT("encoded", "events.binary-encoding", "event", SV_PASSED,
           BINARY("ce-subject: Euro%20%E2%82%AC\r\n")),
  DOCUMENT("a raw space", "events.binary-encoding", "event", SV_FAILED,
           BINARY("ce-subject: a b\r\n")),
  DOCUMENT("raw letters", "events.binary-encoding", "event", SV_FAILED,
           BINARY("ce-subject: bl\xC3\xA5\r\n")),
  DOCUMENT("a lone percent", "events.binary-encoding", "event", SV_FAILED,
           BINARY("ce-subject: 100%\r\n")),
  DOCUMENT("no UTF-8", "events.binary-encoding", "event", SV_FAILED,
           BINARY("ce-subject: %C0%A0\r\n")),

  { .name = "a batch that was asked for",
    .check = "technical.events.batch",
    .kind = "event",
    .outcome = SV_PASSED,
    .params = "{\"batch\":true}",
    .documents = { { "event", POST(BATCH_TYPE, "[" EVENT("") "," EVENT("") "]") } } },
  DOCUMENT("a batch nobody asked for", "events.batch", "event", SV_FAILED,
           POST(BATCH_TYPE, "[" EVENT("") "]")),
  { .name = "two versions",
    .check = "technical.events.batch",
    .kind = "event",
    .outcome = SV_FAILED,
    .params = "{\"batch\":true}",
    .documents = { { "event", POST(BATCH_TYPE, "[" EVENT("") ",{\"specversion\":\"0.3\"}]") } } },
  DOCUMENT("one event", "events.batch", "event", SV_INAPPLICABLE, EVENT("")),

  { .name = "an event for Altinn",
    .check = "technical.events.altinn-resource",
    .kind = "event",
    .outcome = SV_PASSED,
    .params = "{\"event_channel\":\"altinn\"}",
    .documents = { { "event", "{\"specversion\":\"1.0\",\"source\":\"https://a.example/x\","
                              "\"resource\":\"urn:altinn:resource:ny-tjeneste_1\"}" } } },
  DOCUMENT("without a resource", "events.altinn-resource", "event", SV_FAILED,
           EVENT(",\"resourceinstance\":\"1\"")),
  DOCUMENT("a relative source", "events.altinn-resource", "event", SV_FAILED,
           EVENT(",\"resourceinstance\":\"1\",\"resource\":\"urn:altinn:resource:a\"")),
  DOCUMENT("another channel", "events.altinn-resource", "event", SV_INAPPLICABLE, EVENT("")),

  DOCUMENT("a good subscription", "events.subscription", "event-subscription", SV_PASSED,
           SUBSCRIPTION(",\"resourceFilter\":\"urn:altinn:resource:a\"")),
  DOCUMENT("an empty filter", "events.subscription", "event-subscription", SV_FAILED,
           SUBSCRIPTION(",\"sourceFilter\":\"urn:a\",\"typeFilter\":\"\"")),
  DOCUMENT("no source", "events.subscription", "event-subscription", SV_FAILED, SUBSCRIPTION("")),
  DOCUMENT("plain http", "events.subscription", "event-subscription", SV_FAILED,
           "{\"endPoint\":\"http://a.example\",\"sourceFilter\":\"urn:a\"}"),

  ANSWER("rising numbers", "events.feed-order", "events", SV_PASSED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("3") "]") }),
  ANSWER("numbers as texts in an object", "events.feed-order", "events", SV_PASSED,
         { URL, JSON("{\"e\":[{\"sequence\":\"1\"}]}") },
         { FEED "1", JSON("{\"e\":[{\"sequence\":\"1\"},{\"sequence\":\"2\"}]}") }),
  ANSWER("the same number twice", "events.feed-order", "events", SV_FAILED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("1") "]") }),
  ANSWER("number nought", "events.feed-order", "events", SV_FAILED,
         { URL, JSON("[" ITEM("0") "]") }, { FEED "1", JSON("[" ITEM("0") "]") }),
  ANSWER("no numbers", "events.feed-order", "events", SV_INAPPLICABLE,
         { URL, JSON("[" EVENT("") "]") }),
  ANSWER("a refused page", "events.feed-order", "events", SV_CANT_TELL,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", "503\n\n" }),

  ANSWER("a feed that goes on", "events.feed-repeatable", "events", SV_PASSED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("2") "]") },
         { FEED "2", JSON("[" ITEM("2") "," ITEM("3") "]") }),
  ANSWER("a feed that begins behind the number", "events.feed-repeatable", "events", SV_PASSED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("2") "]") },
         { FEED "2", JSON("[" ITEM("3") "]") }),
  ANSWER("a feed that always begins at the start", "events.feed-repeatable", "events", SV_FAILED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("2") "]") },
         { FEED "2", JSON("[" ITEM("1") "," ITEM("2") "]") }),
  ANSWER("a feed that is consumed", "events.feed-repeatable", "events", SV_FAILED,
         { URL, JSON("[" ITEM("1") "]") }, { FEED "1", JSON("[" ITEM("1") "," ITEM("2") "]") },
         { FEED "2", JSON("[" ITEM("2") "]") },
         { FEED "1\nCache-Control: no-cache", JSON("[" ITEM("3") "]") }),

  ANSWER("nothing new", "events.feed-etag", "events", SV_PASSED, { URL, JSON("[" ITEM("1") "]") },
         { FEED "1", "200\nContent-Type: application/json\nETag: \"a\"\n\n[" ITEM("1") "]" },
         { FEED "1\nIf-None-Match: \"a\"", "304\n\n" }),
  ANSWER("no ETag", "events.feed-etag", "events", SV_FAILED, { URL, JSON("[" ITEM("1") "]") },
         { FEED "1", JSON("[" ITEM("1") "]") }),
  ANSWER("an ETag without use", "events.feed-etag", "events", SV_FAILED,
         { URL, JSON("[" ITEM("1") "]") },
         { FEED "1", "200\nContent-Type: application/json\nETag: \"a\"\n\n[" ITEM("1") "]" }),
  ANSWER("a hidden ETag", "events.feed-etag", "events", SV_CANT_TELL,
         { URL, JSON("[" ITEM("1") "]") },
         { FEED "1",
           "200\nContent-Type: application/json\nETag: \"99999999999\"\n\n[" ITEM("1") "]" }),
};

CASES(events_cases, rows);
