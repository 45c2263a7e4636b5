# SPDX-License-Identifier: Apache-2.0
# A catalogue of N datasets in Turtle, each with two distributions, made from numbers alone. Every 200th dataset has a
# fault, one of five kinds by turns: awk -v n=10000 -v base=http://127.0.0.1:8080 -f catalogue.awk
function code(list, i, parts, k) { k = split(list, parts, " "); return parts[i % k + 1] }
function day(i) { return sprintf("20%02d-%02d-%02d", 10 + i % 15, 1 + i % 12, 1 + i % 28) }
function distribution(i, name, format, media) {
  printf "f:%d-%s a dcat:Distribution ;\n", i, name
  printf "  dct:title \"Datasett %d som %s\"@nb ;\n  dct:description \"Hele datasettet i én fil, %s.\"@nb ;\n", i, format, name
  printf "  dcat:accessURL <%s/data/%d.%s> ;\n  dcat:downloadURL <%s/data/%d.%s> ;\n", id, i, name, id, i, name
  printf "  dct:format <%sfile-type/%s> ;\n  dcat:mediaType <https://www.iana.org/assignments/media-types/%s> ;\n", eu, format, media
  if (!(fault == 1 && name == "csv")) printf "  dct:license <%slicence/NLOD_2_0> ;\n", eu
  printf "  adms:status <%sdistribution-status/COMPLETED> ;\n  dcatap:availability <%splanned-availability/STABLE> ;\n", eu, eu
  printf "  dct:issued \"%s\"^^xsd:date ;\n  dct:modified \"%s\"^^xsd:date .\n\n", day(i), "2026-01-15"
}
BEGIN {
  id = "https://data.eksempeletaten.test"
  eu = "http://publications.europa.eu/resource/authority/"
  publisher = "https://data.brreg.no/enhetsregisteret/api/enheter/999999999"
  split("adms http://www.w3.org/ns/adms# dcat http://www.w3.org/ns/dcat# dct http://purl.org/dc/terms/ " \
    "foaf http://xmlns.com/foaf/0.1/ vcard http://www.w3.org/2006/vcard/ns# xsd http://www.w3.org/2001/XMLSchema# " \
    "dcatap http://data.europa.eu/r5r/ eli http://data.europa.eu/eli/ontology# skos http://www.w3.org/2004/02/skos/core# " \
    "prov http://www.w3.org/ns/prov# d " id "/datasett/ f " id "/distribusjon/ t " id "/tidsrom/ eu " eu, p, " ")
  for (i = 1; i in p; i += 2) printf "@prefix %s: <%s> .\n", p[i], p[i + 1]
  printf "\n<%s/katalog> a dcat:Catalog ;\n  dct:identifier \"%s/katalog\" ;\n", id, id
  printf "  dct:title \"Åpne data fra Eksempeletaten\"@nb, \"Opne data frå Eksempeletaten\"@nn ;\n"
  printf "  dct:description \"Datasett til prøving.\"@nb, \"Datasett til prøving, på nynorsk.\"@nn ;\n"
  printf "  dct:publisher <%s> ;\n  dcat:contactPoint <%s/kontakt> ;\n  dct:license <%slicence/NLOD_2_0> ;\n", publisher, id, eu
  printf "  dct:language <%slanguage/NOB>, <%slanguage/NNO> ;\n  dct:spatial <%scountry/NOR> ;\n", eu, eu, eu
  printf "  dct:issued \"2024-01-15\"^^xsd:date ;\n  dct:modified \"2026-02-16\"^^xsd:date ;\n  foaf:homepage <%s/> ;\n", base
  printf "  dcat:themeTaxonomy <%sdata-theme>, <https://psi.norge.no/los/struktur.html> ;\n  dcat:dataset", eu
  for (i = 1; i <= n; i++) printf "%s d:%d", (i > 1 ? "," : ""), i
  printf " .\n\n<%s> a foaf:Agent ;\n  foaf:name \"Eksempeletaten\" ;\n  dct:identifier \"999999999\" ;\n", publisher
  printf "  dct:type <http://purl.org/adms/publishertype/NationalAuthority> .\n\n"
  printf "<%s/kontakt> a vcard:Organization ;\n  vcard:fn \"Brukerstøtte\"@nb ;\n", id
  printf "  vcard:hasEmail <mailto:data@eksempeletaten.test> ;\n  vcard:hasURL <%s/kontakt> .\n\n", base
  printf "<https://lovdata.no/eli/lov/1994/06/03/15> a eli:LegalResource ;\n  dct:title \"Enhetsregisterloven\"@nb ;\n"
  printf "  dct:type <https://data.norge.no/vocabulary/legal-resource-type#act> .\n"
  printf "<%scountry/NOR> a dct:Location .\n<%sdata-theme> a skos:ConceptScheme .\n", eu, eu
  printf "<https://psi.norge.no/los/struktur.html> a skos:ConceptScheme .\n\n"
  for (i = 1; i <= n; i++) {
    fault = i % 200 == 0 ? (i / 200) % 5 + 1 : 0
    printf "d:%d a dcat:Dataset ;\n  dct:identifier \"%s/datasett/%d\" ;\n", i, id, i
    printf "  dct:title \"Datasett %d\"@nb, \"Datasettet %d\"@nn, \"Dataset %d\"@en ;\n", i, i, i
    if (fault != 2)
      printf "  dct:description \"Målinger nummer %d fra stasjonene i fylke %d, samlet hver dag og lagt ut om natten.\"@nb, " \
        "\"Målingar nummer %d frå stasjonane i fylke %d, samla kvar dag og lagde ut om natta.\"@nn ;\n", i, i % 15, i, i % 15
    printf "  dct:publisher <%s> ;\n  dcat:contactPoint <%s/kontakt> ;\n", publisher, id
    printf "  dcat:theme <%sdata-theme/%s>, <https://psi.norge.no/los/tema/naringsliv> ;\n", eu, \
      (fault == 3 ? "NOTHING" : code("AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST REGI SOCI TECH TRAN", i))
    printf "  dcat:keyword \"måling %d\"@nb, \"fylke %d\"@nb, \"måling\"@nn ;\n", i % 97, i % 15
    printf "  dct:accessRights <%saccess-right/%s> ;\n", eu, (fault == 4 ? "OPEN" : "PUBLIC")
    printf "  dct:accrualPeriodicity <%sfrequency/%s> ;\n", eu, code("DAILY WEEKLY MONTHLY ANNUAL", i)
    printf "  dct:language <%slanguage/NOB> ;\n  dct:spatial <%scountry/NOR> ;\n", eu, eu
    printf "  dct:temporal t:%d ;\n", i
    printf "  dct:issued \"%s\"^^xsd:date ;\n  dct:modified \"%s\"^^xsd:date ;\n", (fault == 5 ? "15.01.2024" : day(i)), "2026-02-01"
    printf "  prov:wasGeneratedBy <https://data.norge.no/vocabulary/provenance-activity-type#administrative-decision> ;\n"
    printf "  dcatap:applicableLegislation <https://lovdata.no/eli/lov/1994/06/03/15> ;\n"
    printf "  dcat:landingPage <%s/side/%d> ;\n  foaf:page <%s/dokumentasjon> ;\n", id, i, id
    printf "  dcat:distribution f:%d-csv, f:%d-json .\n\n", i, i
    printf "t:%d a dct:PeriodOfTime ;\n  dcat:startDate \"%s\"^^xsd:date .\n\n", i, day(i)
    distribution(i, "csv", "CSV", "text/csv")
    distribution(i, "json", "JSON", "application/json")
  }
}
