// SPDX-License-Identifier: Apache-2.0
/* WSDL 1.1 documents and SOAP envelopes. */
#ifndef SV_XML_WSDL_H
#define SV_XML_WSDL_H

#include "engines/xml/xml.h"

enum { SV_WSDL_FAULTS_MAX = 50 };

/* One thing that is wrong with a WSDL document. */
struct sv_wsdl_fault {
  const char *rule;  /* short stable name: "binding", "address", "schema" ... */
  const char *msgid; /* a sentence with {name} */
  char name[200];    /* what the fault is about */
  size_t line;
};

struct sv_wsdl_report {
  struct sv_wsdl_fault faults[SV_WSDL_FAULTS_MAX];
  size_t count, total;
  size_t bindings, addresses; /* of SOAP, looked at */
  bool is_partial;            /* something that is imported could not be had */
};

/* Judges the WSDL 1.1 document X: that services, ports, bindings, port types and messages refer to
 * what is there, that every SOAP address is https, and that its XML Schemas compile. SOURCE gives
 * what is imported. SV_INVALID when X is no WSDL 1.1; SV_LIMIT. */
enum sv_status sv_wsdl_judge(const struct sv_xml *x, const struct sv_xml_source *source,
                             struct sv_wsdl_report *out, struct sv_error *err) SV_MUST_USE;

/* What a document is as an answer of a SOAP service. */
enum sv_soap_kind { SV_SOAP_NONE, SV_SOAP_ENVELOPE, SV_SOAP_FAULT };

/* Which of these X is; *VERSION is 11 or 12, 0 without an envelope. A fault has its code (SOAP 1.1
 * 4.4: faultcode; SOAP 1.2 part 1 5.4: Code). */
enum sv_soap_kind sv_soap_kind(const struct sv_xml *x, int *version);

#endif
