// SPDX-License-Identifier: Apache-2.0
/* Branches of the rules about code lists, and of quality. */
#include "plugins/semantic/test/branches.h"

// clang-format off
const struct sv_branch sv_branches_codes[] = {
  { "SEM-059", PASSES, "dcat:Dataset with an EU theme",
    "e:a a dcat:Dataset; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/GOVE> ." },
  { "SEM-059", FAILS, "dcat:Dataset without", "e:a a dcat:Dataset; dcat:theme e:t ." },
  { "SEM-059", FAILS, "dcat:Dataset, unknown code alone",
    "e:a a dcat:Dataset; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/NOPE> ." },
  { "SEM-059", PASSES, "dcat:DatasetSeries with an EU theme",
    "e:a a dcat:DatasetSeries; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/GOVE> ." },
  { "SEM-059", FAILS, "dcat:DatasetSeries without", "e:a a dcat:DatasetSeries; dcat:theme e:t ." },
  { "SEM-059", FAILS, "dcat:DatasetSeries, unknown code alone",
    "e:a a dcat:DatasetSeries; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/NOPE> ." },
  { "SEM-059", WARNS, "an unknown code beside",
    "e:a a dcat:Dataset; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/GOVE>, "
    "<http://publications.europa.eu/resource/authority/data-theme/NOPE> ." },
  { "SEM-059", WARNS, "https form beside",
    "e:a a dcat:Dataset; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/GOVE>, "
    "<https://publications.europa.eu/resource/authority/data-theme/GOVE> ." },
  { "SEM-059", FAILS, "https form alone",
    "e:a a dcat:Dataset; dcat:theme "
    "<https://publications.europa.eu/resource/authority/data-theme/GOVE> ." },
  { "SEM-059", PASSES, "a service with an EU theme",
    "e:a a dcat:DataService; dcat:theme "
    "<http://publications.europa.eu/resource/authority/data-theme/GOVE> ." },
  { "SEM-059", FAILS, "a service with others only", "e:a a dcat:DataService; dcat:theme e:t ." },
  { "SEM-059", PASSES, "a service with none", "e:a a dcat:DataService ." },
  { "SEM-060", PASSES, "a Los theme",
    "e:a a dcat:Dataset; dcat:theme <https://psi.norge.no/los/tema/naringsliv> ." },
  { "SEM-060", WARNS, "http",
    "e:a a dcat:Dataset; dcat:theme <http://psi.norge.no/los/tema/naringsliv> ." },
  { "SEM-060", FAILS, "unknown",
    "e:a a dcat:Dataset; dcat:theme <https://psi.norge.no/los/tema/finnes-ikke> ." },
  { "SEM-060", WARNS, "none", "e:a a dcat:Dataset ." },
  { "SEM-060", NONE, "no data set", "e:a a dcat:DataService ." },
  { "SEM-061", PASSES, "known",
    "e:a a dcat:Dataset; dct:accrualPeriodicity "
    "<http://publications.europa.eu/resource/authority/frequency/DAILY> ." },
  { "SEM-061", FAILS, "two",
    "e:a a dcat:Dataset; dct:accrualPeriodicity "
    "<http://publications.europa.eu/resource/authority/frequency/DAILY>, "
    "<http://publications.europa.eu/resource/authority/frequency/WEEKLY> ." },
  { "SEM-061", FAILS, "unknown",
    "e:a a dcat:Dataset; dct:accrualPeriodicity "
    "<http://publications.europa.eu/resource/authority/frequency/OFTEN> ." },
  { "SEM-061", FAILS, "https",
    "e:a a dcat:Dataset; dct:accrualPeriodicity "
    "<https://publications.europa.eu/resource/authority/frequency/DAILY> ." },
  { "SEM-061", FAILS, "slash",
    "e:a a dcat:Dataset; dct:accrualPeriodicity "
    "<http://publications.europa.eu/resource/authority/frequency/DAILY/> ." },
  { "SEM-061", FAILS, "literal", "e:a a dcat:Dataset; dct:accrualPeriodicity 'daglig' ." },
  { "SEM-061", FAILS, "another vocabulary",
    "e:a a dcat:Dataset; dct:accrualPeriodicity <http://purl.org/cld/freq/daily> ." },
  { "SEM-061", NONE, "absent", "e:a a dcat:Dataset ." },
  { "SEM-062", PASSES, "known",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV> ." },
  { "SEM-062", FAILS, "two",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV>, "
    "<http://publications.europa.eu/resource/authority/file-type/JSON> ." },
  { "SEM-062", FAILS, "unknown",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSVX> ." },
  { "SEM-062", FAILS, "https",
    "e:a a dcat:Distribution; dct:format "
    "<https://publications.europa.eu/resource/authority/file-type/CSV> ." },
  { "SEM-062", FAILS, "slash",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV/> ." },
  { "SEM-062", FAILS, "literal", "e:a a dcat:Distribution; dct:format 'CSV' ." },
  { "SEM-062", FAILS, "IANA",
    "e:a a dcat:Distribution; dct:format "
    "<https://www.iana.org/assignments/media-types/text/csv> ." },
  { "SEM-062", FAILS, "unknown on a service",
    "e:a a dcat:DataService; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSVX> ." },
  { "SEM-062", NONE, "absent", "e:a a dcat:Distribution ." },
  { "SEM-063", PASSES, "IANA",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/json> ." },
  { "SEM-063", PASSES, "W3C",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.w3.org/ns/iana/media-types/application/json> ." },
  { "SEM-063", FAILS, "two",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/json>, "
    "<https://www.iana.org/assignments/media-types/text/csv> ." },
  { "SEM-063", FAILS, "unknown",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/jsonx> ." },
  { "SEM-063", FAILS, "unknown tree",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/data/json> ." },
  { "SEM-063", FAILS, "unknown, of another tree",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/image/banana> ." },
  { "SEM-063", PASSES, "of another tree",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/model/JT> ." },
  { "SEM-063", PASSES, "in other letters",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/text/Turtle> ." },
  { "SEM-063", WARNS, "x-",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/x-shape> ." },
  { "SEM-063", WARNS, "vnd.",
    "e:a a dcat:Distribution; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/vnd.etat.example+json> ." },
  { "SEM-063", FAILS, "literal", "e:a a dcat:Distribution; dcat:mediaType 'text/csv' ." },
  { "SEM-063", FAILS, "another address",
    "e:a a dcat:Distribution; dcat:mediaType <https://e.example/text/csv> ." },
  { "SEM-063", NONE, "absent", "e:a a dcat:Distribution ." },
  { "SEM-064", PASSES, "dcat:compressFormat of the EU",
    "e:a a dcat:Distribution; dcat:compressFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIP> ." },
  { "SEM-064", PASSES, "dcat:compressFormat of IANA",
    "e:a a dcat:Distribution; dcat:compressFormat "
    "<https://www.iana.org/assignments/media-types/application/gzip> ." },
  { "SEM-064", FAILS, "dcat:compressFormat twice",
    "e:a a dcat:Distribution; dcat:compressFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIP>, "
    "<http://publications.europa.eu/resource/authority/file-type/ZIP> ." },
  { "SEM-064", FAILS, "dcat:compressFormat literal",
    "e:a a dcat:Distribution; dcat:compressFormat 'gzip' ." },
  { "SEM-064", WARNS, "dcat:compressFormat other",
    "e:a a dcat:Distribution; dcat:compressFormat <https://e.example/gzip> ." },
  { "SEM-064", WARNS, "dcat:compressFormat unknown",
    "e:a a dcat:Distribution; dcat:compressFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIPX> ." },
  { "SEM-064", PASSES, "dcat:packageFormat of the EU",
    "e:a a dcat:Distribution; dcat:packageFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIP> ." },
  { "SEM-064", PASSES, "dcat:packageFormat of IANA",
    "e:a a dcat:Distribution; dcat:packageFormat "
    "<https://www.iana.org/assignments/media-types/application/gzip> ." },
  { "SEM-064", FAILS, "dcat:packageFormat twice",
    "e:a a dcat:Distribution; dcat:packageFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIP>, "
    "<http://publications.europa.eu/resource/authority/file-type/ZIP> ." },
  { "SEM-064", FAILS, "dcat:packageFormat literal",
    "e:a a dcat:Distribution; dcat:packageFormat 'gzip' ." },
  { "SEM-064", WARNS, "dcat:packageFormat other",
    "e:a a dcat:Distribution; dcat:packageFormat <https://e.example/gzip> ." },
  { "SEM-064", WARNS, "dcat:packageFormat unknown",
    "e:a a dcat:Distribution; dcat:packageFormat "
    "<http://publications.europa.eu/resource/authority/file-type/GZIPX> ." },
  { "SEM-064", NONE, "absent", "e:a a dcat:Distribution ." },
  { "SEM-065", PASSES, "NOB on dcat:Dataset",
    "e:a a dcat:Dataset; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NOB> ." },
  { "SEM-065", FAILS, "NBO on dcat:Dataset",
    "e:a a dcat:Dataset; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NBO> ." },
  { "SEM-065", FAILS, "literal on dcat:Dataset", "e:a a dcat:Dataset; dct:language 'nb' ." },
  { "SEM-065", FAILS, "lexvo on dcat:Dataset",
    "e:a a dcat:Dataset; dct:language <http://lexvo.org/id/iso639-3/nob> ." },
  { "SEM-065", FAILS, "two letters on dcat:Dataset",
    "e:a a dcat:Dataset; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NB> ." },
  { "SEM-065", PASSES, "NOB on dcat:Catalog",
    "e:a a dcat:Catalog; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NOB> ." },
  { "SEM-065", FAILS, "NBO on dcat:Catalog",
    "e:a a dcat:Catalog; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NBO> ." },
  { "SEM-065", FAILS, "literal on dcat:Catalog", "e:a a dcat:Catalog; dct:language 'nb' ." },
  { "SEM-065", FAILS, "lexvo on dcat:Catalog",
    "e:a a dcat:Catalog; dct:language <http://lexvo.org/id/iso639-3/nob> ." },
  { "SEM-065", FAILS, "two letters on dcat:Catalog",
    "e:a a dcat:Catalog; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NB> ." },
  { "SEM-065", PASSES, "NOB on dcat:DataService",
    "e:a a dcat:DataService; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NOB> ." },
  { "SEM-065", FAILS, "NBO on dcat:DataService",
    "e:a a dcat:DataService; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NBO> ." },
  { "SEM-065", FAILS, "literal on dcat:DataService",
    "e:a a dcat:DataService; dct:language 'nb' ." },
  { "SEM-065", FAILS, "lexvo on dcat:DataService",
    "e:a a dcat:DataService; dct:language <http://lexvo.org/id/iso639-3/nob> ." },
  { "SEM-065", FAILS, "two letters on dcat:DataService",
    "e:a a dcat:DataService; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NB> ." },
  { "SEM-065", PASSES, "NOB on foaf:Document",
    "e:a a foaf:Document; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NOB> ." },
  { "SEM-065", FAILS, "NBO on foaf:Document",
    "e:a a foaf:Document; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NBO> ." },
  { "SEM-065", FAILS, "literal on foaf:Document", "e:a a foaf:Document; dct:language 'nb' ." },
  { "SEM-065", FAILS, "lexvo on foaf:Document",
    "e:a a foaf:Document; dct:language <http://lexvo.org/id/iso639-3/nob> ." },
  { "SEM-065", FAILS, "two letters on foaf:Document",
    "e:a a foaf:Document; dct:language "
    "<http://publications.europa.eu/resource/authority/language/NB> ." },
  { "SEM-065", NONE, "absent", "e:a a dcat:Dataset ." },
  { "SEM-066", PASSES, "known",
    "e:a a dcat:Dataset; dct:type "
    "<http://publications.europa.eu/resource/authority/dataset-type/CODE_LIST> ." },
  { "SEM-066", FAILS, "unknown",
    "e:a a dcat:Dataset; dct:type "
    "<http://publications.europa.eu/resource/authority/dataset-type/NOPE> ." },
  { "SEM-066", PASSES, "other", "e:a a dcat:Dataset; dct:type <https://e.example/type> ." },
  { "SEM-066", FAILS, "literal", "e:a a dcat:Dataset; dct:type 'x' ." },
  { "SEM-066", NONE, "absent", "e:a a dcat:Dataset ." },
  { "SEM-066", NONE, "on another class only",
    "e:a a dcat:Dataset . e:o a foaf:Agent; dct:type e:t ." },
  { "SEM-067", PASSES, "known",
    "e:a a dcat:Dataset; prov:wasGeneratedBy "
    "<https://data.norge.no/vocabulary/provenance-activity-type#administrative-decision> ." },
  { "SEM-067", WARNS, "old",
    "e:a a dcat:Dataset; prov:wasGeneratedBy "
    "<https://data.norge.no/vocabulary/provno#vedtak> ." },
  { "SEM-067", WARNS, "other", "e:a a dcat:Dataset; prov:wasGeneratedBy e:x ." },
  { "SEM-067", FAILS, "literal", "e:a a dcat:Dataset; prov:wasGeneratedBy 'vedtak' ." },
  { "SEM-067", WARNS, "absent", "e:a a dcat:Dataset ." },
  { "SEM-067", NONE, "no data set", "e:a a dcat:DataService ." },
  { "SEM-068", PASSES, "agree",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV>; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/text/csv> ." },
  { "SEM-068", WARNS, "disagree",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV>; dcat:mediaType "
    "<https://www.iana.org/assignments/media-types/application/json> ." },
  { "SEM-068", NONE, "one only",
    "e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV> ." },
  { "SEM-071", PASSES, "CSV",
    "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/CSV> ." },
  { "SEM-071", WARNS, "XLS",
    "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/XLS> ." },
  { "SEM-071", FAILS, "PDF",
    "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/PDF> ." },
  { "SEM-071", WARNS, "no format",
    "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution ." },
  { "SEM-071", PASSES, "a service with JSON",
    "e:d a dcat:Dataset . e:a a dcat:DataService; dcat:servesDataset e:d; dct:format "
    "<http://publications.europa.eu/resource/authority/file-type/JSON> ." },
  { "SEM-072", PASSES, "all four",
    "e:a a dcat:Dataset; dcat:keyword 'a'@nb; dcat:theme e:t; dct:spatial "
    "<http://publications.europa.eu/resource/authority/country/NOR>; dct:temporal e:p ." },
  { "SEM-072", WARNS, "no period",
    "e:a a dcat:Dataset; dcat:keyword 'a'@nb; dcat:theme e:t; dct:spatial "
    "<http://publications.europa.eu/resource/authority/country/NOR> ." },
  { "SEM-072", WARNS, "no keyword",
    "e:a a dcat:Dataset; dcat:theme e:t; dct:spatial "
    "<http://publications.europa.eu/resource/authority/country/NOR>; dct:temporal e:p ." },
  { "SEM-129", PASSES, "assessment",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment ." },
  { "SEM-129", FAILS, "none", "e:q a dqv:QualityAnnotation ." },
  { "SEM-129", WARNS, "another motivation",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy oa:commenting ." },
  { "SEM-129", NONE, "no note", "e:a a dcat:Dataset ." },
  { "SEM-130", PASSES, "one metric",
    "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m; dqv:value 5 . e:m a dqv:Metric ." },
  { "SEM-130", FAILS, "none", "e:q a dqv:QualityMeasurement; dqv:value 5 ." },
  { "SEM-130", FAILS, "two",
    "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m, e:n; dqv:value 5 . e:m a "
    "dqv:Metric . e:n a dqv:Metric ." },
  { "SEM-130", FAILS, "another type than expected",
    "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m; dqv:value 5 . e:m a dqv:Metric; "
    "dqv:expectedDataType xsd:decimal ." },
  { "SEM-130", PASSES, "the expected type",
    "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m; dqv:value 5.0 . e:m a "
    "dqv:Metric; dqv:expectedDataType xsd:decimal ." },
  { "SEM-130", FAILS, "two values",
    "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m; dqv:value 5, 6 . e:m a "
    "dqv:Metric ." },
  { "SEM-130", NONE, "none at all", "e:a a dcat:Dataset ." },
  { "SEM-131", PASSES, "national",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment; dqv:inDimension "
    "<https://data.norge.no/vocabulary/quality-dimension#accuracy> ." },
  { "SEM-131", PASSES, "ISO 25012",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment; dqv:inDimension "
    "<http://iso.org/25012/2008/dataquality/Accuracy> ." },
  { "SEM-131", WARNS, "other",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment; dqv:inDimension e:x ." },
  { "SEM-131", FAILS, "literal",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment; dqv:inDimension 'x' ." },
  { "SEM-131", WARNS, "absent",
    "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment ." },
  { "SEM-131", NONE, "no note", "e:a a dcat:Dataset ." },
  { "SEM-147", PASSES, "WKT",
    "e:l a dct:Location; dcat:bbox 'POLYGON((3 47,9 47,9 53,3 53,3 "
    "47))'^^<http://www.opengis.net/ont/geosparql#wktLiteral> ." },
  { "SEM-147", FAILS, "two",
    "e:l a dct:Location; dcat:centroid 'POINT(4 "
    "48)'^^<http://www.opengis.net/ont/geosparql#wktLiteral>, 'POINT(5 "
    "48)'^^<http://www.opengis.net/ont/geosparql#wktLiteral> ." },
  { "SEM-147", FAILS, "does not parse",
    "e:l a dct:Location; dcat:centroid "
    "'POINT(4'^^<http://www.opengis.net/ont/geosparql#wktLiteral> ." },
  { "SEM-147", WARNS, "no datatype", "e:l a dct:Location; dcat:centroid 'POINT(4 48)' ." },
  { "SEM-147", FAILS, "latitude of 95",
    "e:l a dct:Location; dcat:centroid 'POINT(4 "
    "95)'^^<http://www.opengis.net/ont/geosparql#wktLiteral> ." },
  { "SEM-147", NONE, "absent", "e:l a dct:Location ." },
};
// clang-format on
const size_t sv_branches_codes_count = sizeof sv_branches_codes / sizeof sv_branches_codes[0];
