// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document of the service that conforms: it has something for every check to look at. */
#ifndef SV_TECHNICAL_TEST_FIXTURE_OPENAPI_H
#define SV_TECHNICAL_TEST_FIXTURE_OPENAPI_H

/* clang-format off */
#define GOOD_DESCRIPTION \
  "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1.4.0\",\"description\":\"Units " \
  "of an example, to be read.\",\"contact\":{\"name\":\"N\",\"email\":\"n@svc.example\",\"url\":" \
  "\"https://svc.example/help\"},\"license\":{\"name\":\"NLOD 2.0\",\"url\":\"https://data.norge.n" \
  "o/nlod\"}},\"servers\":[{\"url\":\"https://svc.example/{v}\",\"description\":\"Production\",\"v" \
  "ariables\":{\"v\":{\"default\":\"v1\"}}},{\"url\":\"https://test.svc.example/v1\",\"description" \
  "\":\"Test environment\"}],\"externalDocs\":{\"url\":\"/doc\"},\"tags\":[{\"name\":\"Units\",\"d" \
  "escription\":\"Units.\"}],\"paths\":{\"/units\":{\"get\":{\"operationId\":\"list\",\"summary\":" \
  "\"All units\",\"tags\":[\"Units\"],\"security\":[],\"parameters\":[{\"name\":\"pageSize\",\"in" \
  "\":\"query\",\"description\":\"How many.\",\"schema\":{\"type\":\"integer\",\"format\":\"int32" \
  "\",\"minimum\":1,\"maximum\":100,\"default\":10}},{\"name\":\"sortOrder\",\"in\":\"query\",\"de" \
  "scription\":\"Order.\",\"schema\":{\"type\":\"string\",\"enum\":[\"up\",\"down\"]}},{\"name\":" \
  "\"X-Trace-Name\",\"in\":\"header\",\"description\":\"Trace.\",\"schema\":{\"type\":\"string\"," \
  "\"maxLength\":40}}],\"responses\":{\"200\":{\"description\":\"The units.\",\"content\":{\"appli" \
  "cation/json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"unitList\":{\"type\":\"array" \
  "\",\"description\":\"Units.\",\"maxItems\":100,\"items\":{\"$ref\":\"#/components/schemas/Unit" \
  "\"}}}}}}},\"400\":{\"$ref\":\"#/components/responses/BadRequest\"},\"429\":{\"$ref\":\"#/compon" \
  "ents/responses/TooMany\"},\"default\":{\"$ref\":\"#/components/responses/Error\"}}}},\"/units/{" \
  "id}\":{\"parameters\":[{\"$ref\":\"#/components/parameters/id\"}],\"get\":{\"operationId\":\"on" \
  "e\",\"summary\":\"One unit\",\"tags\":[\"Units\"],\"security\":[{\"o\":[\"skatt:units.read\"]}]" \
  ",\"responses\":{\"200\":{\"description\":\"The unit.\",\"content\":{\"application/json\":{\"sch" \
  "ema\":{\"$ref\":\"#/components/schemas/Unit\"}}}},\"400\":{\"$ref\":\"#/components/responses/Ba" \
  "dRequest\"},\"401\":{\"$ref\":\"#/components/responses/Unauthorized\"},\"403\":{\"$ref\":\"#/co" \
  "mponents/responses/Forbidden\"},\"404\":{\"$ref\":\"#/components/responses/NotFound\"},\"429\":" \
  "{\"$ref\":\"#/components/responses/TooMany\"},\"default\":{\"$ref\":\"#/components/responses/Er" \
  "ror\"}}},\"patch\":{\"operationId\":\"change\",\"summary\":\"Change a unit\",\"tags\":[\"Units" \
  "\"],\"security\":[{\"o\":[\"skatt:units.read\"]},{\"h\":[]}],\"requestBody\":{\"required\":true" \
  ",\"description\":\"What changes.\",\"content\":{\"application/merge-patch+json\":{\"schema\":{" \
  "\"$ref\":\"#/components/schemas/Unit\"},\"example\":{\"unitName\":\"a\"}}}},\"responses\":{\"20" \
  "4\":{\"description\":\"Done.\"},\"400\":{\"$ref\":\"#/components/responses/BadRequest\"},\"401" \
  "\":{\"$ref\":\"#/components/responses/Unauthorized\"},\"403\":{\"$ref\":\"#/components/response" \
  "s/Forbidden\"},\"404\":{\"$ref\":\"#/components/responses/NotFound\"},\"429\":{\"$ref\":\"#/com" \
  "ponents/responses/TooMany\"},\"default\":{\"$ref\":\"#/components/responses/Error\"}}}},\"/stat" \
  "us\":{\"get\":{\"operationId\":\"status\",\"summary\":\"Whether it is up\",\"tags\":[\"Units\"]" \
  ",\"security\":[],\"responses\":{\"200\":{\"description\":\"Up.\",\"content\":{\"application/jso" \
  "n\":{\"schema\":{\"type\":\"object\",\"properties\":{\"up\":{\"type\":\"boolean\"}}}}}},\"429" \
  "\":{\"$ref\":\"#/components/responses/TooMany\"},\"default\":{\"$ref\":\"#/components/responses" \
  "/Error\"}}}}},\"components\":{\"parameters\":{\"id\":{\"name\":\"id\",\"in\":\"path\",\"require" \
  "d\":true,\"description\":\"Number.\",\"schema\":{\"type\":\"string\",\"pattern\":\"^[0-9]{9}$" \
  "\",\"maxLength\":9},\"example\":\"123456785\"}},\"schemas\":{\"Problem\":{\"type\":\"object\"," \
  "\"description\":\"A problem.\",\"properties\":{\"type\":{\"type\":\"string\",\"description\":" \
  "\"type\",\"maxLength\":200,\"example\":\"x\"},\"title\":{\"type\":\"string\",\"description\":" \
  "\"title\",\"maxLength\":200,\"example\":\"x\"},\"detail\":{\"type\":\"string\",\"description\":" \
  "\"detail\",\"maxLength\":200,\"example\":\"x\"},\"status\":{\"type\":\"integer\",\"format\":\"i" \
  "nt32\",\"minimum\":100,\"maximum\":599,\"example\":400}}},\"Unit\":{\"type\":\"object\",\"descr" \
  "iption\":\"A unit.\",\"required\":[\"unitName\"],\"properties\":{\"unitName\":{\"type\":\"strin" \
  "g\",\"maxLength\":80,\"example\":\"a\"},\"changeDate\":{\"type\":\"string\",\"format\":\"date" \
  "\",\"example\":\"2026-01-01\"},\"kind\":{\"type\":[\"string\",\"null\"],\"enum\":[\"a\",\"b\",n" \
  "ull]},\"base\":{\"allOf\":[{\"type\":\"object\",\"properties\":{\"size\":{\"type\":\"integer\"," \
  "\"format\":\"int32\",\"minimum\":0,\"maximum\":9}}},{\"type\":\"object\",\"properties\":{\"shad" \
  "e\":{\"type\":\"string\",\"maxLength\":9}}}]}}}},\"responses\":{\"BadRequest\":{\"description" \
  "\":\"Wrong.\",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/sc" \
  "hemas/Problem\"}}}},\"Unauthorized\":{\"description\":\"No token.\",\"content\":{\"application/" \
  "problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}},\"Forbidden\":{\"desc" \
  "ription\":\"No scope.\",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/com" \
  "ponents/schemas/Problem\"}}}},\"NotFound\":{\"description\":\"Nothing there.\",\"content\":{\"a" \
  "pplication/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}},\"TooMany" \
  "\":{\"description\":\"Slower.\",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref" \
  "\":\"#/components/schemas/Problem\"}}},\"headers\":{\"Retry-After\":{\"description\":\"Seconds." \
  "\",\"schema\":{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":0,\"maximum\":1000}}}},\"E" \
  "rror\":{\"description\":\"Our fault.\",\"content\":{\"application/problem+json\":{\"schema\":{" \
  "\"$ref\":\"#/components/schemas/Problem\"}}}}},\"securitySchemes\":{\"o\":{\"type\":\"oauth2\"," \
  "\"description\":\"Maskinporten.\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"https://svc." \
  "example/token\",\"scopes\":{\"skatt:units.read\":\"Read.\"}}}},\"h\":{\"type\":\"http\",\"schem" \
  "e\":\"bearer\",\"description\":\"ID-porten.\"}}}}"
/* clang-format on */

#endif
