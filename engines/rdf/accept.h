// SPDX-License-Identifier: Apache-2.0
/* How a description is asked for. Whoever looks at the answer itself asks in the same words, so that
 * one request serves all. */
#ifndef SV_RDF_ACCEPT_H
#define SV_RDF_ACCEPT_H

#define SV_RDF_ACCEPT                                                                              \
  "Accept: text/turtle, application/ld+json;q=0.9, application/rdf+xml;q=0.8, */*;q=0.1"

#endif
