// SPDX-License-Identifier: Apache-2.0
/* What is sent to services in a test environment; SOAP, packages and XML messages. */
#include "plugins/messages/test/cases.h"

#define TEST "\"unsafe\":true,\"environment\":\"test\""
#define CREATE "{" TEST ",\"samples\":{\"create\":{\"url\":\"/notes\",\"body\":{\"a\":1}}}}"
#define NOTES "https://svc.example/notes"
#define HOOK "POST " URL
#define AGAIN HOOK "\nCache-Control: no-cache"
#define STALE "PUT " NOTES "/1\nIf-Match: \"samsvar-stale\""
/* A check that sends, with a target of its own. */
#define SENT(name_, check_, kind_, outcome_, target_, ...)                                         \
  {                                                                                                \
    .name = (name_), .check = "technical." check_, .kind = (kind_), .outcome = (outcome_),         \
    .target = (target_), .rows = {                                                                 \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define HOOKED(name, check, outcome, ...)                                                          \
  SENT(name, "events." check, "webhook", outcome, "{" TEST "}", __VA_ARGS__)
#define ALTINN(name_, outcome_, params_, ...)                                                      \
  {                                                                                                \
    .name = (name_), .check = "technical.events.sink-altinn", .kind = "webhook",                   \
    .outcome = (outcome_), .target = "{" TEST "}", .params = (params_), .rows = {                  \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define SOAP_11 "http://schemas.xmlsoap.org/soap/envelope/"
#define SOAP_12 "http://www.w3.org/2003/05/soap-envelope"
#define ENVELOPE(status, uri, body)                                                                \
  status "\nContent-Type: text/xml\n\n<e:Envelope xmlns:e=\"" uri "\"><e:Body>" body "</e:Body></" \
         "e:Envelope>"
#define FAULT_11 "<e:Fault><faultcode>e:Client</faultcode></e:Fault>"
#define FAULT_12 "<e:Fault><e:Code/></e:Fault>"
#define WSDL(rest)                                                                                 \
  "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\" xmlns:x=\"urn:x\" "                     \
  "xmlns:s=\"http://schemas.xmlsoap.org/wsdl/soap/\" "                                             \
  "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">" rest "</definitions>"
#define TYPES(inside) "<types><xs:schema targetNamespace=\"urn:x\">" inside "</xs:schema></types>"
#define MESSAGE "<message name=\"m\"/>"
#define PORT_TYPE                                                                                  \
  "<portType name=\"p\"><operation name=\"o\"><input message=\"x:m\"/></operation></portType>"
#define BINDING(operation)                                                                         \
  "<binding name=\"b\" type=\"x:p\"><operation name=\"" operation "\"/></binding>"
#define SERVICE(url)                                                                               \
  "<service name=\"s\"><port name=\"q\" binding=\"x:b\"><s:address location=\"" url "\"/></"       \
  "port></"                                                                                        \
  "service>"
#define WHOLE TYPES("<xs:element name=\"e\"/>") MESSAGE PORT_TYPE BINDING("o") SERVICE("https://a")
#define XML(body) "200\nContent-Type: text/xml\n\n" body
#define SCHEMA                                                                                     \
  "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:a\">"            \
  "<xs:element name=\"n\" type=\"xs:integer\"/></xs:schema>"
#define INCLUDING                                                                                  \
  "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"urn:a\">"            \
  "<xs:include schemaLocation=\"https://other.example/b.xsd\"/>"                                   \
  "<xs:element name=\"n\" type=\"xs:integer\"/></xs:schema>"
#define VALIDATED(name_, outcome_, message_, schema_)                                              \
  {                                                                                                \
    .name = (name_), .check = "technical.messaging.xsd", .kind = "xml", .outcome = (outcome_),     \
    .documents = {                                                                                 \
      { "xml", (message_) },                                                                       \
      { "xsd", (schema_) }                                                                         \
    }                                                                                              \
  }
/* EnvelopedData of one recipient: the algorithms of key and content are given by their last byte.
 */
#define CMS(type, key, content)                                                                    \
  "\x30\x49\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07" type "\xA0\x3C\x30\x3A\x02\x01\x02\x31\x18"   \
  "\x30\x16\x02\x01\x02\x80\x01\x41\x30\x0B\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01" key           \
  "\x04\x01\x41\x30\x1B\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01\x30\x0B\x06\x09\x60\x86\x48"   \
  "\x01\x65\x03\x04\x01" content "\x80\x01\x41"

static const struct sv_tls good_tls = { .version = "TLSv1.3", .name_matches = 1 };
static const struct sv_tls other_name = { .version = "TLSv1.3", .name_matches = 0 };
static const struct sv_tls own_root = { .version = "TLSv1.3",
                                        .verify = "self-signed certificate",
                                        .name_matches = 1 };

static const struct sv_case_row rows[] = {
  ANSWER("trusted", "events.sink-certificate", "webhook", SV_PASSED,
         { "OPTIONS " URL, "405\n\n", &good_tls }),
  ANSWER("for another name", "events.sink-certificate", "webhook", SV_FAILED,
         { "OPTIONS " URL, "204\n\n", &other_name }),
  ANSWER("self-signed", "events.sink-certificate", "webhook", SV_FAILED,
         { "OPTIONS " URL, "204\n\n", &own_root }),
  ANSWER("silent", "events.sink-certificate", "webhook", SV_CANT_TELL,
         { "OPTIONS " URL, "!timeout" }),

  HOOKED("an event is taken", "sink-structured", SV_PASSED, { HOOK, "202\n\n" }),
  HOOKED("JSON is not spoken", "sink-structured", SV_FAILED, { HOOK, "415\n\n" }),
  HOOKED("it breaks down", "sink-structured", SV_FAILED, { HOOK, "500\n\n" }),
  HOOKED("the type is not wanted", "sink-structured", SV_CANT_TELL, { HOOK, "422\n\n" }),
  HOOKED("it asks for a token", "sink-structured", SV_CANT_TELL, { HOOK, "401\n\n" }),
  HOOKED("nobody answers", "sink-structured", SV_CANT_TELL, { HOOK, "!timeout" }),
  SENT("never in production", "events.sink-structured", "webhook", SV_INAPPLICABLE,
       "{\"unsafe\":true,\"environment\":\"production\"}", { HOOK, "500\n\n" }),

  ALTINN("validated", SV_PASSED, "{\"webhook_channel\":\"altinn\"}", { HOOK, "200\n\n" }),
  ALTINN("not validated", SV_FAILED, "{\"webhook_channel\":\"altinn\"}", { HOOK, "404\n\n" }),
  ALTINN("another channel", SV_INAPPLICABLE, "{}", { HOOK, "404\n\n" }),

  HOOKED("taken twice", "sink-duplicates", SV_PASSED, { HOOK, "202\n\n" }),
  HOOKED("known the second time", "sink-duplicates", SV_PASSED, { HOOK, "202\n\n" },
         { AGAIN, "409\n\n" }),
  HOOKED("broken the second time", "sink-duplicates", SV_FAILED, { HOOK, "202\n\n" },
         { AGAIN, "500\n\n" }),
  HOOKED("not even taken once", "sink-duplicates", SV_CANT_TELL, { HOOK, "400\n\n" }),

  HOOKED("refused", "sink-refuses", SV_PASSED, { HOOK, "400\n\n" }),
  HOOKED("taken", "sink-refuses", SV_FAILED, { HOOK, "202\n\n" }),
  HOOKED("broken by it", "sink-refuses", SV_FAILED, { HOOK, "500\n\n" }),

  HOOKED("decoded and refused", "sink-encoding", SV_PASSED, { HOOK, "202\n\n" },
         { HOOK "\nce-subject: %C0%A0", "400\n\n" }),
  HOOKED("what is no UTF-8 is taken", "sink-encoding", SV_FAILED, { HOOK, "202\n\n" }),
  HOOKED("encoded letters are refused", "sink-encoding", SV_FAILED, { HOOK, "400\n\n" }),
  HOOKED("binary mode is not spoken", "sink-encoding", SV_INAPPLICABLE, { HOOK, "415\n\n" }),

  SENT("created and found", "http.created-location", "api", SV_PASSED, CREATE,
       { "POST " NOTES, "201\nLocation: /notes/1\n\n" }, { NOTES "/1", "200\n\n" }),
  SENT("no Location", "http.created-location", "api", SV_FAILED, CREATE,
       { "POST " NOTES, "201\n\n" }),
  SENT("not there", "http.created-location", "api", SV_FAILED, CREATE,
       { "POST " NOTES, "201\nLocation: /notes/1\n\n" }, { NOTES "/1", "404\n\n" }),
  SENT("nothing is created", "http.created-location", "api", SV_INAPPLICABLE, CREATE,
       { "POST " NOTES, "200\n\n" }),
  SENT("refused", "http.created-location", "api", SV_CANT_TELL, CREATE,
       { "POST " NOTES, "400\n\n" }),
  SENT("no sample", "http.created-location", "api", SV_INAPPLICABLE, "{" TEST "}", { 0 }),

  SENT("stale is refused", "http.stale-if-match", "api", SV_PASSED, CREATE,
       { "POST " NOTES, "201\nLocation: /notes/1\n\n" }, { STALE, "412\n\n" }),
  SENT("stale is taken", "http.stale-if-match", "api", SV_FAILED, CREATE,
       { "POST " NOTES, "201\nLocation: /notes/1\n\n" }, { STALE, "204\n\n" }),
  SENT("cannot be put", "http.stale-if-match", "api", SV_INAPPLICABLE, CREATE,
       { "POST " NOTES, "201\nLocation: /notes/1\n\n" }, { STALE, "405\n\n" }),

  SENT("a fault", "messaging.soap-faults", "soap", SV_PASSED, "{" TEST "}",
       { HOOK, ENVELOPE("500", SOAP_11, FAULT_11) }),
  SENT("a fault of 1.2", "messaging.soap-faults", "soap", SV_PASSED, "{" TEST "}",
       { HOOK, "415\n\n" },
       { HOOK "\nContent-Type: application/soap+xml; charset=utf-8",
         ENVELOPE("400", SOAP_12, FAULT_12) }),
  SENT("a fault with 200", "messaging.soap-faults", "soap", SV_FAILED, "{" TEST "}",
       { HOOK, ENVELOPE("200", SOAP_11, FAULT_11) }),
  SENT("a fault of another version", "messaging.soap-faults", "soap", SV_FAILED, "{" TEST "}",
       { HOOK, ENVELOPE("500", SOAP_12, FAULT_12) }),
  SENT("a page", "messaging.soap-faults", "soap", SV_FAILED, "{" TEST "}",
       { HOOK, "500\n\n<html/>" }),
  SENT("an answer", "messaging.soap-faults", "soap", SV_FAILED, "{" TEST "}",
       { HOOK, ENVELOPE("200", SOAP_11, "<a/>") }),
  SENT("not allowed", "messaging.soap-faults", "soap", SV_INAPPLICABLE, "{}", { HOOK, "500\n\n" }),
  SENT("a door", "messaging.soap-faults", "soap", SV_CANT_TELL, "{" TEST "}", { HOOK, "401\n\n" }),

  ANSWER("a whole description", "messaging.wsdl", "wsdl", SV_PASSED, { URL, XML(WSDL(WHOLE)) }),
  ANSWER("with ?wsdl", "messaging.wsdl", "soap", SV_PASSED, { URL "?wsdl", XML(WSDL(WHOLE)) }),
  ANSWER("no message", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(PORT_TYPE BINDING("o") SERVICE("https://a"))) }),
  ANSWER("another operation", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(MESSAGE PORT_TYPE BINDING("x") SERVICE("https://a"))) }),
  ANSWER("no port type", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(MESSAGE BINDING("o") SERVICE("https://a"))) }),
  ANSWER("no binding", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(MESSAGE PORT_TYPE SERVICE("https://a"))) }),
  ANSWER("plain http", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(MESSAGE PORT_TYPE BINDING("o") SERVICE("http://a"))) }),
  ANSWER("a schema that is none", "messaging.wsdl", "wsdl", SV_FAILED,
         { URL, XML(WSDL(TYPES("<xs:element name=\"e\" type=\"xs:tall\"/>")
                             MESSAGE PORT_TYPE BINDING("o") SERVICE("https://a"))) }),
  ANSWER("an import of the same host", "messaging.wsdl", "wsdl", SV_PASSED,
         { URL, XML(WSDL("<import namespace=\"urn:x\" location=\"b.wsdl\"/>" BINDING("o")
                             SERVICE("https://a"))) },
         { "https://svc.example/b.wsdl", XML(WSDL(MESSAGE PORT_TYPE)) }),
  ANSWER("an import of another host", "messaging.wsdl", "wsdl", SV_CANT_TELL,
         { URL, XML(WSDL("<import namespace=\"urn:x\" location=\"https://b/b.wsdl\"/>" BINDING("o")
                             SERVICE("https://a"))) }),
  ANSWER("no WSDL", "messaging.wsdl", "wsdl", SV_FAILED, { URL, XML("<a/>") }),
  ANSWER("no XML", "messaging.wsdl", "wsdl", SV_FAILED, { URL, "200\n\nhei" }),
  ANSWER("nothing there", "messaging.wsdl", "wsdl", SV_FAILED, { URL, "404\n\n" }),
  ANSWER("a door before it", "messaging.wsdl", "wsdl", SV_CANT_TELL, { URL, "401\n\n" }),

  VALIDATED("a valid message", SV_PASSED, "<n xmlns=\"urn:a\">1</n>", SCHEMA),
  VALIDATED("a message that breaks it", SV_FAILED, "<n xmlns=\"urn:a\">x</n>", SCHEMA),
  VALIDATED("another root", SV_FAILED, "<m xmlns=\"urn:a\">1</m>", SCHEMA),
  VALIDATED("no XML", SV_FAILED, "<n", SCHEMA),
  VALIDATED("a schema that is not whole", SV_CANT_TELL, "<n xmlns=\"urn:a\">1</n>", INCLUDING),
  DOCUMENT("no schema", "messaging.xsd", "xml", SV_INAPPLICABLE, "<n/>"),

  DOCUMENT("as agreed", "messaging.package", "asic", SV_PASSED, CMS("\x03", "\x07", "\x2A")),
  DOCUMENT("another key encryption", "messaging.package", "asic", SV_FAILED,
           CMS("\x03", "\x01", "\x2A")),
  DOCUMENT("another cipher", "messaging.package", "asic", SV_FAILED, CMS("\x03", "\x07", "\x02")),
  DOCUMENT("signed data", "messaging.package", "asic", SV_FAILED, CMS("\x02", "\x07", "\x2A")),
  DOCUMENT("no CMS", "messaging.package", "asic", SV_FAILED, "hei"),
};

CASES(sent_cases, rows);
