// SPDX-License-Identifier: Apache-2.0
/* Namespaces and names that checks of descriptions use. */
#ifndef SV_PLUGINS_DESCRIBE_NAMES_H
#define SV_PLUGINS_DESCRIBE_NAMES_H

#define ADMS "http://www.w3.org/ns/adms#"
#define CPSV "http://purl.org/vocab/cpsv#"
#define CPSVNO "https://data.norge.no/vocabulary/cpsvno#"
#define CV "http://data.europa.eu/m8g/"
#define DCAT "http://www.w3.org/ns/dcat#"
#define DCATAP "http://data.europa.eu/r5r/"
#define DCATNO "https://data.norge.no/vocabulary/dcatno#"
#define DCT "http://purl.org/dc/terms/"
#define DQV "http://www.w3.org/ns/dqv#"
#define ELI "http://data.europa.eu/eli/ontology#"
#define FOAF "http://xmlns.com/foaf/0.1/"
#define MODELLDCATNO "https://data.norge.no/vocabulary/modelldcatno#"
#define ODRL "http://www.w3.org/ns/odrl/2/"
#define ODRS "http://schema.theodi.org/odrs#"
#define OWL "http://www.w3.org/2002/07/owl#"
#define PROV "http://www.w3.org/ns/prov#"
#define RDFS "http://www.w3.org/2000/01/rdf-schema#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define VCARD "http://www.w3.org/2006/vcard/ns#"
#define XKOS "http://rdf-vocabulary.ddialliance.org/xkos#"
#define XSD "http://www.w3.org/2001/XMLSchema#"

#endif
