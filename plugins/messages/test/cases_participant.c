// SPDX-License-Identifier: Apache-2.0
/* A participant in the SML, at its SMP and its access point. */
#include "plugins/messages/test/cases.h"

#include "plugins/messages/test/metadata.h"

/* The digest is that of "0192:974760673". */
#define ZONE "participant.sml.prod.tech.peppol.org"
#define HASH "N7XQXD72MCN4TDKKOX5HZPKE3KWLV6TXP5SAMLSSXX7SE6EOQNDQ"
#define LOOKUP(zone)                                                                               \
  "DNS-LOOKUP https://" zone "/\nType: NAPTR\nName: " HASH ".iso6523-actorid-upis." zone
#define NAMED(lines) "200\nStatus: NOERROR\nSecurity: secure\n" lines
#define NAPTR(service, expression) "Record: 100 10 \"U\" \"" service "\" \"" expression "\" .\n"
#define FOUND NAMED(NAPTR("Meta:SMP", "!.*!https://svc.example/smp/!"))
#define IN_SML                                                                                     \
  {                                                                                                \
    LOOKUP(ZONE), FOUND                                                                            \
  }

#define PARTY "\"participant\":\"0192:974760673\""
#define PARTICIPANT "{" PARTY "}"
#define WITH_TYPE "{" PARTY ",\"documentType\":\"urn:d\"}"
#define SMP "https://svc.example/smp/iso6523-actorid-upis%3A%3A0192%3A974760673"
#define SERVICE SMP "/services/busdox-docid-qns%3A%3Aurn%3Ad"
#define AS4 "https://svc.example/as4"

#define XML(body) "200\nContent-Type: application/xml\n\n" body
#define GROUP(id)                                                                                  \
  "<ServiceGroup xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\" "                     \
  "xmlns:i=\"http://busdox.org/transport/identifiers/1.0/\"><i:ParticipantIdentifier "             \
  "scheme=\"iso6523-actorid-upis\">" id "</i:ParticipantIdentifier></ServiceGroup>"
#define OURS GROUP("0192:974760673")

static const struct sv_certificate leaf = { .subject = "CN=svc.example" };
static const struct sv_tls good = { .chain = &leaf, .chain_count = 1, .name_matches = 1 };
static const struct sv_tls unknown_issuer = { .verify = "unable to get local issuer certificate",
                                              .chain = &leaf,
                                              .chain_count = 1,
                                              .name_matches = 1 };
static const struct sv_tls other_name = { .verify = "hostname mismatch",
                                          .chain = &leaf,
                                          .chain_count = 1 };
static const struct sv_tls weak_key = {
  .verify = "EE certificate key too weak", .chain = &leaf, .chain_count = 1, .name_matches = 1
};

/* A check of the participant that PARTICIPANT_ is about; what is answered follows. */
#define CASE(name_, check_, outcome_, participant_, ...)                                           \
  {                                                                                                \
    .name = (name_), .check = "technical.messaging." check_, .kind = "participant",                \
    .outcome = (outcome_), .documents = { { "participant", (participant_) } }, .rows = {           \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define LOOK(name, outcome, answer)                                                                \
  CASE(name, "sml-lookup", outcome, PARTICIPANT, { LOOKUP(ZONE), answer })
#define ASK(name, outcome, answer, tls)                                                            \
  CASE(name, "smp", outcome, PARTICIPANT, IN_SML, { SMP, answer, tls })
#define READ(name, check, outcome, answer)                                                         \
  CASE(name, check, outcome, WITH_TYPE, IN_SML, { SERVICE, answer, &good },                        \
       { AS4, "405\n\n", &good })
#define REACH(name, outcome, answer, tls)                                                          \
  CASE(name, "access-point", outcome, WITH_TYPE, IN_SML, { SERVICE, XML(METADATA), &good },        \
       { AS4, answer, tls })
/* The same with the authorities at hand. */
#define ISSUED(name_, outcome_, authority, answer)                                                 \
  {                                                                                                \
    .name = (name_), .check = "technical.messaging.metadata-issuer", .kind = "participant",        \
    .outcome = (outcome_), .rows = { IN_SML, { SERVICE, answer, &good } }, .documents = {          \
      { "participant", WITH_TYPE },                                                                \
      { "peppol-ca", (authority) }                                                                 \
    }                                                                                              \
  }

static const struct sv_case_row rows[] = {
  LOOK("in the SML", SV_PASSED, FOUND),
  LOOK("with the older expression and quoted signs", SV_PASSED,
       NAMED("Record: 100 10 \"u\" \"meta:smp\" \"!^.*$!HTTPS\\058//svc.example!\" .\n")),
  LOOK("one of two records", SV_PASSED,
       NAMED(NAPTR("Meta:CPPA", "!.*!https://a.example!") NAPTR("Meta:SMP", "!.*!https://"
                                                                            "svc.example!"))),
  LOOK("without TLS, which is the SMP's", SV_PASSED,
       NAMED(NAPTR("Meta:SMP", "!.*!http://svc.example!"))),
  LOOK("not in the SML", SV_FAILED, "200\nStatus: NXDOMAIN\nSecurity: secure\n"),
  LOOK("no record", SV_FAILED, NAMED("")),
  LOOK("another service", SV_FAILED, NAMED(NAPTR("Meta:CPPA", "!.*!https://svc.example!"))),
  LOOK("no address", SV_FAILED, NAMED(NAPTR("Meta:SMP", "!.*!!"))),
  LOOK("an address that is made of the name", SV_FAILED,
       NAMED(NAPTR("Meta:SMP", "!(.*)!https://\\092\\0491.example!"))),
  LOOK("another scheme", SV_FAILED, NAMED(NAPTR("Meta:SMP", "!.*!ftp://svc.example!"))),
  LOOK("a record that breaks off", SV_FAILED, NAMED("Record: 100 10 \"U\" \"Meta:SMP\n")),
  LOOK("the resolver is in trouble", SV_CANT_TELL, "200\nStatus: SERVFAIL\nSecurity: insecure\n"),
  LOOK("the resolver is silent", SV_CANT_TELL, "!dns The resolver did not answer in time."),
  LOOK("the resolver may not be asked", SV_CANT_TELL, "!refused"),
  LOOK("signatures that are wrong", SV_CANT_TELL,
       "200\nStatus: NOERROR\nSecurity: bogus\nReason: expired\n" NAPTR("Meta:SMP", "!.*!https://"
                                                                                    "a.example!")),
  CASE("no address of a participant", "sml-lookup", SV_INAPPLICABLE, "{\"participant\":\"hei\"}",
       IN_SML),
  { .name = "in the zone of the test network",
    .check = "technical.messaging.sml-lookup",
    .kind = "participant",
    .outcome = SV_PASSED,
    .target = "{\"samples\":{\"sml-zone\":\"sml.example.\"}}",
    .params = "{\"sml_zone\":\"annen.example\"}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { { LOOKUP("sml.example"), FOUND } } },
  { .name = "in the zone of the profile",
    .check = "technical.messaging.sml-lookup",
    .kind = "participant",
    .outcome = SV_FAILED,
    .params = "{\"sml_zone\":\"annen.example\"}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { { LOOKUP("annen.example"), NAMED("") } } },
  { .name = "a zone that this computer alone knows",
    .check = "technical.messaging.sml-lookup",
    .kind = "participant",
    .outcome = SV_INAPPLICABLE,
    .params = "{\"sml_zone\":\"sml.localhost\"}",
    .documents = { { "participant", PARTICIPANT } } },
  { .name = "a zone that is none",
    .check = "technical.messaging.sml-lookup",
    .kind = "participant",
    .outcome = SV_CANT_TELL,
    .params = "{\"sml_zone\":\"https://sml.example/\"}",
    .documents = { { "participant", PARTICIPANT } } },

  ASK("over TLS", SV_PASSED, XML(OURS), &good),
  ASK("as text/xml", SV_PASSED, "200\nContent-Type: text/xml; charset=utf-8\n\n" OURS, &good),
  ASK("not there", SV_FAILED, "404\n\n", &good),
  ASK("not said to be XML", SV_FAILED, "200\nContent-Type: text/html\n\n" OURS, &good),
  ASK("not XML", SV_FAILED, XML("hei"), &good),
  ASK("another document", SV_FAILED, XML("<ServiceGroup/>"), &good),
  ASK("about somebody else", SV_FAILED, XML(GROUP("0192:991825827")), &good),
  ASK("no handshake, which the transport's checks tell", SV_CANT_TELL, "!tls", NULL),
  { .name = "no handshake with somebody else",
    .check = "technical.messaging.smp",
    .kind = "participant",
    .outcome = SV_FAILED,
    .target = "{\"samples\":{\"participant-hosts\":[\"smp.example\"]}}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { { LOOKUP(ZONE), NAMED(NAPTR("Meta:SMP", "!.*!https://smp.example/!")) },
              { "https://smp.example/*", "!tls" },
              { "http://smp.example/*", "!connect" } } },
  ASK("an issuer nobody knows", SV_FAILED, XML(OURS), &unknown_issuer),
  ASK("a certificate of another host", SV_FAILED, XML(OURS), &other_name),
  ASK("a chain that was not followed", SV_CANT_TELL, XML(OURS), &weak_key),
  ASK("busy", SV_CANT_TELL, "503\n\n", &good),
  ASK("silent", SV_CANT_TELL, "!timeout", NULL),
  ASK("on an address that the policy forbids", SV_CANT_TELL, "!address-refused", NULL),
  CASE("not found at all", "smp", SV_INAPPLICABLE, PARTICIPANT,
       { LOOKUP(ZONE), "200\nStatus: NXDOMAIN\nSecurity: secure\n" }),
  CASE("nobody knows where", "smp", SV_CANT_TELL, PARTICIPANT, { LOOKUP(ZONE), "!dns" }),
  CASE("on a host that the target does not name", "smp", SV_CANT_TELL, PARTICIPANT,
       { LOOKUP(ZONE), NAMED(NAPTR("Meta:SMP", "!.*!https://smp.example/!")) },
       { "https://smp.example/*", XML(OURS), &good }),
  { .name = "on a host that the target names",
    .check = "technical.messaging.smp",
    .kind = "participant",
    .outcome = SV_PASSED,
    .target = "{\"samples\":{\"participant-hosts\":[\"SMP.example\"]}}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { { LOOKUP(ZONE), NAMED(NAPTR("Meta:SMP", "!.*!https://smp.example:443/!")) },
              { "https://smp.example*", XML(OURS), &good } } },
  { .name = "without TLS only",
    .check = "technical.messaging.smp",
    .kind = "participant",
    .outcome = SV_FAILED,
    .target = "{\"samples\":{\"participant-hosts\":[\"smp.example\"]}}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { { LOOKUP(ZONE), NAMED(NAPTR("Meta:SMP", "!.*!http://smp.example/!")) },
              { "https://smp.example/*", "!connect" },
              { "http://smp.example/*", XML(OURS) } } },
  CASE("somewhere else", "smp", SV_PASSED, PARTICIPANT, IN_SML,
       { SMP, "302\nLocation: /ny\n\n", &good }, { "https://svc.example/ny", XML(OURS), &good }),
  CASE("somewhere that the target does not name", "smp", SV_CANT_TELL, PARTICIPANT, IN_SML,
       { SMP, "302\nLocation: https://smp.example/\n\n", &good },
       { "https://smp.example/", XML(OURS), &good }),
  CASE("in a circle", "smp", SV_FAILED, PARTICIPANT, IN_SML,
       { SMP, "302\nLocation: " SMP "\n\n", &good }),

  READ("signed and current", "service-metadata", SV_PASSED, XML(METADATA)),
  READ("not there", "service-metadata", SV_FAILED, "404\n\n"),
  READ("not signed metadata", "service-metadata", SV_FAILED, XML(OURS)),
  READ("not XML", "service-metadata", SV_FAILED, XML("hei")),
  READ("not signed", "service-metadata", SV_FAILED,
       XML("<SignedServiceMetadata xmlns=\"http://busdox.org/serviceMetadata/publishing/1.0/\">"
           "<ServiceMetadata/></SignedServiceMetadata>")),
  READ("changed", "service-metadata", SV_FAILED,
       XML(METADATA "<!-- -->\n"
                    "<?x?>")),
  READ("out of service", "service-metadata", SV_FAILED, XML(METADATA_EXPIRED)),
  READ("with a certificate that has expired", "service-metadata", SV_FAILED,
       XML(METADATA_OLD_CERTIFICATE)),
  READ("without an endpoint", "service-metadata", SV_FAILED, XML(METADATA_NO_ENDPOINT)),
  READ("about somebody else", "service-metadata", SV_FAILED, XML(METADATA_OF_OTHER)),
  READ("with something hidden", "service-metadata", SV_CANT_TELL,
       XML(METADATA "<!-- *hidden:token* -->")),
  READ("busy", "service-metadata", SV_CANT_TELL, "429\n\n"),
  CASE("no document type", "service-metadata", SV_INAPPLICABLE, PARTICIPANT, IN_SML),
  { .name = "the document type of the profile",
    .check = "technical.messaging.service-metadata",
    .kind = "participant",
    .outcome = SV_PASSED,
    .params = "{\"document_type\":\"busdox-docid-qns::urn:d\"}",
    .documents = { { "participant", PARTICIPANT } },
    .rows = { IN_SML, { SERVICE, XML(METADATA), &good } } },
  CASE("redirected once", "service-metadata", SV_PASSED, WITH_TYPE, IN_SML,
       { SERVICE, XML(METADATA_REDIRECT), &good },
       { "https://svc.example/annen", XML(METADATA), &good }),
  CASE("redirected without end", "service-metadata", SV_FAILED, WITH_TYPE, IN_SML,
       { SERVICE, XML(METADATA_REDIRECT), &good },
       { "https://svc.example/annen", XML(METADATA_REDIRECT), &good }),

  ISSUED("of the network's authority", SV_PASSED, AUTHORITY, XML(METADATA)),
  ISSUED("of one of two authorities", SV_PASSED, OTHER_AUTHORITY AUTHORITY, XML(METADATA)),
  ISSUED("of another authority", SV_FAILED, OTHER_AUTHORITY, XML(METADATA)),
  ISSUED("an access point whose certificate has expired", SV_FAILED, AUTHORITY,
         XML(METADATA_OLD_CERTIFICATE)),
  ISSUED("authorities that cannot be read", SV_CANT_TELL, "hei", XML(METADATA)),
  ISSUED("metadata that are not there", SV_CANT_TELL, AUTHORITY, "404\n\n"),
  READ("no authority was handed over", "metadata-issuer", SV_INAPPLICABLE, XML(METADATA)),

  REACH("by AS4 over TLS", SV_PASSED, "405\n\n", &good),
  REACH("no handshake, which the transport's checks tell", SV_CANT_TELL, "!tls", NULL),
  { .name = "no handshake with somebody else",
    .check = "technical.messaging.access-point",
    .kind = "participant",
    .outcome = SV_FAILED,
    .target = "{\"samples\":{\"participant-hosts\":[\"ap.example\"]}}",
    .documents = { { "participant", WITH_TYPE } },
    .rows = { IN_SML,
              { SERVICE, XML(METADATA_ELSEWHERE), &good },
              { "https://ap.example/as4", "!tls" } } },
  REACH("an issuer nobody knows", SV_FAILED, "405\n\n", &unknown_issuer),
  REACH("a certificate of another host", SV_FAILED, "405\n\n", &other_name),
  REACH("a chain that was not followed", SV_CANT_TELL, "405\n\n", &weak_key),
  REACH("silent", SV_CANT_TELL, "!connect", NULL),
  READ("by AS2 only", "access-point", SV_FAILED, XML(METADATA_AS2)),
  READ("without TLS", "access-point", SV_FAILED, XML(METADATA_PLAIN)),
  READ("without an endpoint", "access-point", SV_FAILED, XML(METADATA_NO_ENDPOINT)),
  READ("on a host that the target does not name", "access-point", SV_CANT_TELL,
       XML(METADATA_ELSEWHERE)),
  READ("metadata that were changed", "access-point", SV_CANT_TELL, XML(METADATA_OF_OTHER)),
  CASE("no document type", "access-point", SV_INAPPLICABLE, PARTICIPANT, IN_SML),
};

CASES(participant_cases, rows);
