// SPDX-License-Identifier: Apache-2.0
/* Messages between organisations: headers, receipts, addresses. */
#include "plugins/messages/test/cases.h"

#define ID "24a45a7e-9b84-4b0c-a9a2-7d5d6a9b0c11"
#define STANDARD "urn:no:difi:arkivmelding:xsd::arkivmelding"
#define PARTY(value)                                                                               \
  "[{\"identifier\":{\"value\":\"" value "\",\"authority\":\"iso6523-actorid-upis\"}}]"
#define SBD(sender, receiver, document, scope, more)                                               \
  "{\"standardBusinessDocumentHeader\":{\"sender\":" sender ",\"receiver\":" receiver              \
  ",\"documentIdentification\":{" document "},\"businessScope\":{\"scope\":[{\"type\":"            \
  "\"ConversationId\"" scope "}]}}" more "}"
#define SENDER PARTY("0192:991825827")
#define RECEIVER PARTY("0192:974760673")
#define DOCUMENT_ID                                                                                \
  "\"standard\":\"" STANDARD "\",\"type\":\"arkivmelding\",\"instanceIdentifier\":\"" ID "\""
#define SCOPE ",\"identifier\":\"urn:no:difi:profile:a:ver1.0\",\"instanceIdentifier\":\"" ID "\""
#define BODY ",\"arkivmelding\":{}"
#define GOOD SBD(SENDER, RECEIVER, DOCUMENT_ID, SCOPE, BODY)
#define PERSON "\"31129956715\""
#define LOOKUP(start, type, body)                                                                  \
  start " HTTP/1.1\r\nHost: krr.example\r\nContent-Type: " type "\r\n\r\n" body
#define PERSONS "{\"personidentifikatorer\":[" PERSON "]}"
#define JSON_TYPE "application/json"
#define STATUS(id, status, time)                                                                   \
  "{\"conversationId\":\"" id "\",\"status\":\"" status "\",\"lastUpdate\":\"" time "\"}"
#define EARLY "2026-01-31T12:00:00Z"
#define LATE "2026-01-31T12:00:09Z"
#define MESSAGE(id, sender, time)                                                                  \
  "{\"conversation_id\":\"" id "\",\"message_id\":\"" ID "\",\"sender\":\"" sender                 \
  "\",\"receiver\":\"0192:974760673\",\"status\":\"LEVERT\",\"process_identifier\":\"urn:p\","     \
  "\"document_identifier\":\"urn:d\",\"@timestamp\":\"" time "\"}"

static const struct sv_case_row rows[] = {
  DOCUMENT("a complete header", "messaging.sbd-header", "sbd", SV_PASSED, GOOD),
  DOCUMENT("no receiver", "messaging.sbd-header", "sbd", SV_FAILED,
           SBD(SENDER, "[]", DOCUMENT_ID, SCOPE, BODY)),
  DOCUMENT("a standard that is no URI", "messaging.sbd-header", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, "\"standard\":\"arkivmelding\",\"type\":\"a\"", SCOPE, BODY)),
  DOCUMENT("no process", "messaging.sbd-header", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, DOCUMENT_ID, "", BODY)),
  DOCUMENT("no JSON", "messaging.sbd-header", "sbd", SV_CANT_TELL, "{"),
  DOCUMENT("no header", "messaging.sbd-header", "sbd", SV_FAILED, "{}"),

  DOCUMENT("two organisations", "messaging.sbd-parties", "sbd", SV_PASSED, GOOD),
  DOCUMENT("a citizen receives", "messaging.sbd-parties", "sbd", SV_PASSED,
           SBD(SENDER, "[{\"identifier\":{\"value\":\"99999999999\"}}]", DOCUMENT_ID, SCOPE, BODY)),
  DOCUMENT("a citizen cannot send", "messaging.sbd-parties", "sbd", SV_FAILED,
           SBD(PARTY("99999999999"), RECEIVER, DOCUMENT_ID, SCOPE, BODY)),
  DOCUMENT("an older code", "messaging.sbd-parties", "sbd", SV_FAILED,
           SBD(PARTY("9908:991825827"), RECEIVER, DOCUMENT_ID, SCOPE, BODY)),
  DOCUMENT("another authority", "messaging.sbd-parties", "sbd", SV_FAILED,
           SBD(SENDER, "[{\"identifier\":{\"value\":\"0192:974760673\",\"authority\":\"x\"}}]",
               DOCUMENT_ID, SCOPE, BODY)),
  DOCUMENT("no parties", "messaging.sbd-parties", "sbd", SV_INAPPLICABLE, "{}"),

  DOCUMENT("one number each", "messaging.sbd-on-behalf", "sbd", SV_PASSED, GOOD),
  DOCUMENT("two numbers", "messaging.sbd-on-behalf", "sbd", SV_FAILED,
           SBD(PARTY("0192:991825827:974760673"), RECEIVER, DOCUMENT_ID, SCOPE, BODY)),

  DOCUMENT("UUIDs", "messaging.sbd-identifiers", "sbd", SV_PASSED, GOOD),
  DOCUMENT("none is given", "messaging.sbd-identifiers", "sbd", SV_INAPPLICABLE,
           SBD(SENDER, RECEIVER, "", "", BODY)),
  DOCUMENT("a number", "messaging.sbd-identifiers", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, "\"instanceIdentifier\":\"17\"", SCOPE, BODY)),
  DOCUMENT("a conversation that is no UUID", "messaging.sbd-identifiers", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, DOCUMENT_ID, ",\"instanceIdentifier\":17", BODY)),

  DOCUMENT("type, standard and member agree", "messaging.sbd-type", "sbd", SV_PASSED, GOOD),
  DOCUMENT("another type", "messaging.sbd-type", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, "\"standard\":\"" STANDARD "\",\"type\":\"melding\"", SCOPE,
               ",\"melding\":{}")),
  DOCUMENT("no business message", "messaging.sbd-type", "sbd", SV_FAILED,
           SBD(SENDER, RECEIVER, DOCUMENT_ID, SCOPE, "")),
  DOCUMENT("no type", "messaging.sbd-type", "sbd", SV_INAPPLICABLE, "{}"),

  { .name = "received and delivered",
    .check = "technical.messaging.receipts",
    .kind = "message-log",
    .outcome = SV_PASSED,
    .params = "{\"receipt_timeout\":9}",
    .documents = { { "message-log",
                     "[" STATUS("a", "OPPRETTET", EARLY) "," STATUS(
                         "b", "MOTTATT",
                         EARLY) "," STATUS("a", "MOTTATT",
                                           EARLY) "," STATUS("a", "LEVERT",
                                                             LATE) "," STATUS("b", "LEVERT",
                                                                              LATE) "]" } } },
  { .name = "too late",
    .check = "technical.messaging.receipts",
    .kind = "message-log",
    .outcome = SV_FAILED,
    .params = "{\"receipt_timeout\":8}",
    .documents = { { "message-log", "{\"content\":[" STATUS("a", "MOTTATT", EARLY) "," STATUS(
                                        "a", "LEVERT", LATE) "]}" } } },
  DOCUMENT("an error", "messaging.receipts", "message-log", SV_FAILED,
           "[" STATUS("a", "MOTTATT", EARLY) "," STATUS("a", "FEIL", LATE) "]"),
  DOCUMENT("delivered but never received", "messaging.receipts", "message-log", SV_FAILED,
           "[" STATUS("a", "LEVERT", EARLY) "]"),
  DOCUMENT("one of two", "messaging.receipts", "message-log", SV_FAILED,
           "[" STATUS("a", "MOTTATT", EARLY) "," STATUS("a", "LEVERT",
                                                        LATE) "," STATUS("b", "MOTTATT", LATE) "]"),
  DOCUMENT("no times", "messaging.receipts", "message-log", SV_CANT_TELL,
           "[" STATUS("a", "MOTTATT", "x") "," STATUS("a", "LEVERT", "x") "]"),
  DOCUMENT("an empty log", "messaging.receipts", "message-log", SV_FAILED, "[]"),

  DOCUMENT("all fields", "messaging.status-message", "status-message", SV_PASSED,
           MESSAGE(ID, "0192:991825827", EARLY)),
  DOCUMENT("no UUID", "messaging.status-message", "status-message", SV_FAILED,
           MESSAGE("1", "0192:991825827", EARLY)),
  DOCUMENT("a sender without code", "messaging.status-message", "status-message", SV_FAILED,
           MESSAGE(ID, "991825827", EARLY)),
  DOCUMENT("a local time", "messaging.status-message", "status-message", SV_FAILED,
           MESSAGE(ID, "0192:991825827", "2026-01-31T12:00:00")),

  DOCUMENT("a good lookup", "messaging.contact-lookup", "krr-request", SV_PASSED,
           LOOKUP("POST /rest/v2/personer", JSON_TYPE, PERSONS)),
  DOCUMENT("a GET", "messaging.contact-lookup", "krr-request", SV_FAILED,
           LOOKUP("GET /rest/v2/personer", JSON_TYPE, PERSONS)),
  DOCUMENT("not JSON", "messaging.contact-lookup", "krr-request", SV_FAILED,
           LOOKUP("POST /rest/v2/personer", "text/plain", PERSONS)),
  DOCUMENT("a number in the address", "messaging.contact-lookup", "krr-request", SV_FAILED,
           LOOKUP("POST /rest/v2/personer/99999999999", JSON_TYPE, PERSONS)),
  DOCUMENT("nobody", "messaging.contact-lookup", "krr-request", SV_FAILED,
           LOOKUP("POST /rest/v2/personer", JSON_TYPE, "{\"personidentifikatorer\":[]}")),
  DOCUMENT("no number", "messaging.contact-lookup", "krr-request", SV_FAILED,
           LOOKUP("POST /rest/v2/personer", JSON_TYPE, "{\"personidentifikatorer\":[\"1\"]}")),
  DOCUMENT("no request", "messaging.contact-lookup", "krr-request", SV_CANT_TELL, PERSONS),

  DOCUMENT("an address", "messaging.participant", "participant", SV_PASSED,
           "{\"participant\":\"0192:974760673\"}"),
  DOCUMENT("with its scheme", "messaging.participant", "participant", SV_PASSED,
           "{\"participant\":\"iso6523-actorid-upis::0192:974760673\"}"),
  DOCUMENT("the older code", "messaging.participant", "participant", SV_FAILED,
           "{\"participant\":\"9908:974760673\"}"),
  DOCUMENT("too short", "messaging.participant", "participant", SV_FAILED,
           "{\"participant\":\"0192:97476067\"}"),
  DOCUMENT("another country", "messaging.participant", "participant", SV_INAPPLICABLE,
           "{\"participant\":\"0184:12345678\"}"),
  DOCUMENT("nothing", "messaging.participant", "participant", SV_FAILED, "{}"),

  DOCUMENT("ours", "messaging.participant-code", "participant", SV_PASSED,
           "{\"participant\":\"0192:974760673\"}"),
  DOCUMENT("another country's code", "messaging.participant-code", "participant", SV_FAILED,
           "{\"participant\":\"0184:12345678\"}"),
  DOCUMENT("the deleted code", "messaging.participant-code", "participant", SV_INAPPLICABLE,
           "{\"participant\":\"9908:974760673\"}"),

  DOCUMENT("right digits", "messaging.organisation-numbers", "sbd", SV_PASSED, GOOD),
  DOCUMENT("a wrong digit", "messaging.organisation-numbers", "participant", SV_FAILED,
           "{\"participant\":\"0192:974760674\"}"),
  DOCUMENT("the second of two", "messaging.organisation-numbers", "participant", SV_FAILED,
           "{\"participant\":\"0192:991825827:974760674\"}"),
  DOCUMENT("no numbers", "messaging.organisation-numbers", "participant", SV_INAPPLICABLE, "{}"),
};

CASES(messaging_cases, rows);
