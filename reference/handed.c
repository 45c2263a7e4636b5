// SPDX-License-Identifier: Apache-2.0
/* Documents of the service that no request brings: messages, logs, captured
 * requests, schemas, rules. */
#include "reference/handed.h"

#include <string.h>

const struct sv_handed sv_handed_rows[] = {
  { "sbd", "sbd", "/eksempler/sbd.json" },
  { "statusmelding", "status-message", "/eksempler/statusmelding.json" },
  { "meldingslogg", "message-log", "/eksempler/meldingslogg.json" },
  { "konsumert", "consumed", "/eksempler/konsumert.json" },
  { "protokoll", "processing-record", "/eksempler/protokoll.csv" },
  { "krr-oppslag", "krr-request", "/eksempler/krr-oppslag.http" },
  { "hendelse-binaer", "event", "/eksempler/hendelse-binaer.http" },
  { "hendelser-parti", "event", "/eksempler/hendelser-parti.http" },
  { "hendelse-altinn", "event", "/eksempler/hendelse-altinn.http" },
  { "abonnement", "event-subscription", "/eksempler/abonnement.json" },
  { "deltaker", "participant", "/eksempler/deltaker.json" },
  { "melding", "xml", "/eksempler/melding.xml" },
  { "melding-xsd", "xsd", "/eksempler/melding.xsd" },
  { "pakke", "asic", "/eksempler/pakke.asic" },
  { "asyncapi", "asyncapi", "/eksempler/asyncapi.json" },
  { "openapi-forrige", "openapi-previous", "/eksempler/openapi-forrige.json" },
  { "melding-skjema", "json-schema", "/eksempler/melding.schema.json" },
  { "melding-skjema-forrige", "json-schema-previous", "/eksempler/melding-forrige.schema.json" },
  { "modeller-forrige", "modelldcat-previous", "/eksempler/modeller-forrige.ttl" },
  { "enheter-xml", "xml", "/eksempler/enheter.xml" },
  { "enheter-xsd", "xsd", "/eksempler/enheter.xsd" },
  { "enheter-regler", "schematron", "/eksempler/enheter.sch" },
  { "regler", "shacl", "/eksempler/regler.ttl" },
  { "mottatt", "dcat-given", "/eksempler/mottatt.ttl" },
  { "resultat", "results", "/eksempler/resultat.json" },
  { "resultat-igjen", "results", "/eksempler/resultat-igjen.json" },
};
const size_t sv_handed_count = sizeof sv_handed_rows / sizeof sv_handed_rows[0];

const char *sv_handed_name(const struct sv_handed *h)
{
  return strrchr(h->path, '/') + 1;
}
