// SPDX-License-Identifier: Apache-2.0
/* Breaks of the licences in the description of the data. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "catalogue-no-licence",
    .what = "The catalogue states no licence.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "kontakt/data> ;\n  dct:license",
    .to = "kontakt/data> ;\n  dct:source",
    .checks = "legal.licence.catalogue" },
  { .name = "distribution-no-licence",
    .what = "Distributions state no licence.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "text/csv> ;\n  dct:license "
            "<http://publications.europa.eu/resource/authority/licence/NLOD_2_0> ;\n",
    .to = "text/csv> ;\n",
    .checks = "legal.licence.distribution" },
  { .name = "licence-unknown-code",
    .what = "The licence is not in the table.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "licence/NLOD_2_0",
    .to = "licence/NLOD_9_9",
    .checks = "legal.licence.code legal.licence.open-data legal.reuse.state-body" },
  { .name = "licence-https",
    .what = "The licence has the wrong scheme.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "http://publications.europa.eu/resource/authority/licence/NLOD_2_0",
    .to = "https://publications.europa.eu/resource/authority/licence/NLOD_2_0",
    .checks = "legal.licence.address legal.licence.spelling semantic.profile.dcat-ap-no" },
  { .name = "licence-last-slash",
    .what = "The licence has a slash at its end.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "licence/NLOD_2_0>",
    .to = "licence/NLOD_2_0/>",
    .checks = "legal.licence.spelling semantic.profile.dcat-ap-no" },
  { .name = "licence-old",
    .what = "The licence is NLOD 1.0.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "licence/NLOD_2_0",
    .to = "licence/NLOD_1_0",
    .checks = "legal.licence.nlod legal.licence.open-data legal.reuse.licences-agree "
              "legal.reuse.state-body" },
  { .name = "licence-literal",
    .what = "The licence is a text.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:license <http://publications.europa.eu/resource/authority/licence/NLOD_2_0>",
    .to = "dct:license \"NLOD 2.0\"",
    .checks = "legal.licence.code legal.licence.open-data legal.reuse.state-body "
              "semantic.profile.dcat-ap-no" },
  { .name = "licence-withdrawn",
    .what = "The licence code is withdrawn.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "licence/NLOD_2_0",
    .to = "licence/CC_BY",
    .checks = "legal.licence.open-data legal.licence.withdrawn legal.reuse.licences-agree "
              "legal.reuse.state-body semantic.code-list.in-force" },
  { .name = "licence-older-address",
    .what = "The licence is given by the address that the national list knows it by.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "http://publications.europa.eu/resource/authority/licence/NLOD_2_0",
    .to = "https://data.norge.no/nlod/no/2.0",
    .checks = "legal.licence.address" },
  { .name = "service-two-licences",
    .what = "The data service has two licences.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dcat:endpointDescription",
    .to = "dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;\n  "
          "dcat:endpointDescription",
    .checks = "legal.licence.service semantic.profile.dcat-ap-no semantic.rdf.json-ld" },
  { .name = "licence-on-data-set",
    .what = "A licence stands on the data set and not on its distribution.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "file-type/JSON> ;\n  dct:license "
            "<http://publications.europa.eu/resource/authority/licence/NLOD_2_0> ;\n  adms:status",
    .to = "file-type/JSON> .\n<https://data.referansetjenesten.test/datasett/hendelser> "
          "dct:license "
          "<http://publications.europa.eu/resource/authority/licence/NLOD_2_0> .\n"
          "<https://data.referansetjenesten.test/distribusjon/hendelser-json> adms:status",
    .checks = "legal.licence.distribution legal.licence.open-data legal.reuse.state-body" },
  { .name = "licence-on-catalogue-only",
    .what = "Only the catalogue has a licence of the data that it gives.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "file-type/JSON> ;\n  dct:license "
            "<http://publications.europa.eu/resource/authority/licence/NLOD_2_0> ;\n",
    .to = "file-type/JSON> ;\n",
    .checks = "legal.licence.distribution legal.licence.open-data legal.licence.place "
              "legal.reuse.described legal.reuse.state-body" },
  { .name = "service-licence-differs",
    .what = "The API has another licence in the catalogue than in its description.",
    .kind = SV_EDIT,
    .where = "katalog.ttl",
    .from = "dct:format <http://publications.europa.eu/resource/authority/file-type/JSON> ;\n  "
            "dct:license <http://publications.europa.eu/resource/authority/licence/NLOD_2_0> ;\n  "
            "dct:accessRights",
    .to = "dct:format <http://publications.europa.eu/resource/authority/file-type/JSON> ;\n  "
          "dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> ;\n  "
          "dct:accessRights",
    .checks = "legal.reuse.licences-agree" },
};

SV_BREAK_TABLE(sv_breaks_licences, rows);
