// SPDX-License-Identifier: Apache-2.0
/* Branches of the rules about fields of API descriptions. */
#include "plugins/semantic/test/branches.h"

// clang-format off
const struct sv_branch sv_branches_openapi[] = {
  { "SEM-091", PASSES, "any eleven digits",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", "
    "\"pattern\": \"^[0-9]{11}$\"}}}}}}" },
  { "SEM-091", FAILS, "days to 31",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", "
    "\"pattern\": \"^[0-3][0-9]{10}$\"}}}}}}" },
  { "SEM-091", FAILS, "sex is read out of it",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", "
    "\"description\": \"Kj\\u00f8nn utledes av nummeret.\"}}}}}}" },
  { "SEM-092", PASSES, "eleven digits",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", "
    "\"pattern\": \"^[0-9]{11}$\"}}}}}}" },
  { "SEM-092", PASSES, "eleven digits, spelt otherwise",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"foedselsnummer\": {\"type\": "
    "\"string\", \"pattern\": \"^\\\\d{11}$\"}}}}}}" },
  { "SEM-092", FAILS, "integer",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"integer\"}}}}}}" },
  { "SEM-092", FAILS, "number",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"dnr\": {\"type\": \"number\"}}}}}}" },
  { "SEM-092", WARNS, "no pattern",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\"}}}}}}" },
  { "SEM-092", WARNS, "another pattern",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", "
    "\"pattern\": \"^[0-9]+$\"}}}}}}" },
  { "SEM-092", FAILS, "a date",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"fnr\": {\"type\": \"string\", \"format\": "
    "\"date\", \"pattern\": \"^[0-9]{11}$\"}}}}}}" },
  { "SEM-092", NONE, "no such field",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"navn\": {\"type\": \"string\"}}}}}}" },
  { "SEM-093", PASSES, "a name",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"navn\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}], "
    "\"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-093", FAILS, "in the query",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"fnr\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}], "
    "\"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-093", FAILS, "an example",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"id\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"example\": "
    "\"99999999999\"}}], \"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-093", FAILS, "a default",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"id\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"default\": "
    "\"99999999999\"}}], \"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-093", PASSES, "a synthetic example",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"id\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"example\": "
    "\"88888888888\"}}], \"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-093", FAILS, "an example in a schema",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"responses\": {\"200\": {\"description\": \"x\"}}}}}, \"components\": {\"schemas\": {\"S\": {\"type\": "
    "\"object\", \"example\": {\"b\": [{\"c\": 99999999999}]}}}}}" },
  { "SEM-093", PASSES, "in a header",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": "
    "{\"parameters\": [{\"name\": \"fnr\", \"in\": \"header\", \"schema\": {\"type\": \"string\"}}], "
    "\"responses\": {\"200\": {\"description\": \"x\"}}}}}}" },
  { "SEM-094", PASSES, "date",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"registreringsdato\": {\"type\": "
    "\"string\", \"format\": \"date\"}}}}}}" },
  { "SEM-094", PASSES, "date-time",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"registreringsdato\": {\"type\": "
    "\"string\", \"format\": \"date-time\"}}}}}}" },
  { "SEM-094", WARNS, "registreringsdato without format",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"registreringsdato\": {\"type\": "
    "\"string\"}}}}}}" },
  { "SEM-094", WARNS, "startDate without format",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"startDate\": {\"type\": \"string\"}}}}}}" },
  { "SEM-094", WARNS, "end_date without format",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"end_date\": {\"type\": \"string\"}}}}}}" },
  { "SEM-094", WARNS, "endretTid without format",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"endretTid\": {\"type\": \"string\"}}}}}}" },
  { "SEM-094", WARNS, "tidspunkt without format",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"tidspunkt\": {\"type\": \"string\"}}}}}}" },
  { "SEM-094", NONE, "another word",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"candidate\": {\"type\": \"string\"}, "
    "\"mandate\": {\"type\": \"string\"}, \"sometimes\": {\"type\": \"string\"}}}}}}" },
  { "SEM-139", PASSES, "a list that is named",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"f\": {\"enum\": [\"A\", \"B\", \"C\"], "
    "\"x-codelist\": \"https://x.example/\"}}}}}}" },
  { "SEM-139", PASSES, "by $comment",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"f\": {\"enum\": [\"A\", \"B\", \"C\"], "
    "\"$comment\": \"https://x.example/\"}}}}}}" },
  { "SEM-139", PASSES, "by externalDocs",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"f\": {\"enum\": [\"A\", \"B\", \"C\"], "
    "\"externalDocs\": {\"url\": \"https://x.example/\"}}}}}}}" },
  { "SEM-139", WARNS, "not named",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"f\": {\"enum\": [\"A\", \"B\", \"C\"]}}}}}}" },
  { "SEM-139", NONE, "two values",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"f\": {\"enum\": [\"A\", \"B\"]}}}}}}" },
  { "SEM-140", PASSES, "a currency beside",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"belop\": {\"type\": \"number\"}, "
    "\"valuta\": {\"type\": \"string\"}}}}}}" },
  { "SEM-140", PASSES, "x-unit",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"areal\": {\"type\": \"number\", "
    "\"x-unit\": \"m2\"}}}}}}" },
  { "SEM-140", PASSES, "in words",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"pris\": {\"type\": \"number\", "
    "\"description\": \"I kroner.\"}}}}}}" },
  { "SEM-140", WARNS, "nothing",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"vekt\": {\"type\": \"number\"}}}}}}" },
  { "SEM-137", PASSES, "all",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", "
    "\"x-concept\": \"https://x.example/b\"}}}}}}" },
  { "SEM-137", WARNS, "none",
    "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {}, \"components\": "
    "{\"schemas\": {\"S\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}}}}" },
};
// clang-format on
const size_t sv_branches_openapi_count = sizeof sv_branches_openapi / sizeof sv_branches_openapi[0];
