// SPDX-License-Identifier: Apache-2.0
/* Breaks of who is responsible, whom to ask, and what holds together in the descriptions. */
#include "reference/breaks/tables.h"

#define END "<http://publications.europa.eu/resource/authority/country/NOR> a dct:Location ."
#define BASE "https://data.referansetjenesten.test/"

static const struct sv_break rows[] = {
  { .name = "publisher-staging",
    .what = "The publisher is named by its address in a test environment.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>",
    .to = "<https://organization-catalog.staging.fellesdatakatalog.digdir.no/organizations/"
          "{{orgnr}}>",
    .checks = "organisational.publisher.environment" },
  { .name = "publisher-older-address",
    .what = "The publisher is named by its address at an older host.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<https://data.brreg.no/enhetsregisteret/api/enheter/{{orgnr}}>",
    .to = "<https://organization-catalogue.fellesdatakatalog.digdir.no/organizations/{{orgnr}}>",
    .checks = "organisational.publisher.number" },
  { .name = "contact-person",
    .what = "The contact point is a single person.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "kontakt/data> a vcard:Organization",
    .to = "kontakt/data> a vcard:Individual",
    .checks = "organisational.contact.person" },
  { .name = "contact-free-mail",
    .what = "The contact point has its e-mail at a service that is open to all.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "<mailto:data@referansetjenesten.test>",
    .to = "<mailto:referansetjenesten@gmail.com>",
    .checks = "organisational.contact.domain" },
};

SV_BREAK_TABLE(sv_breaks_organisation, rows);
