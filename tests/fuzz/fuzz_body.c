// SPDX-License-Identifier: Apache-2.0
/* The first line is a Content-Type, the rest a body: a form, or in several parts. However they are
 * made, they are taken apart and judged, as requests and as answers, and what is found has a place.
 */
#include "tests/fuzz/fuzz.h"

#include "engines/openapi/exchange.h"

#include <string.h>

#define MEMBERS                                                                                    \
  "{type: object, required: [a], properties: {a: {type: string, maxLength: 3}, n: {type: "         \
  "integer}, l: {type: array, items: {type: integer}}, o: {type: object, properties: {x: {type: "  \
  "integer}}}, f: {type: string, format: binary}}}"
#define ENCODING                                                                                   \
  "encoding: {o: {style: deepObject, explode: true}, f: {contentType: 'image/*', headers: {X-H: "  \
  "{required: true, schema: {type: integer}}}}}"
#define CONTENT                                                                                    \
  "{application/x-www-form-urlencoded: {schema: " MEMBERS ", " ENCODING "}, multipart/form-data: " \
  "{schema: " MEMBERS ", " ENCODING "}, multipart/mixed: {schema: {type: array, items: "           \
  "{type: object, properties: {x: {type: integer}}}}}}"

static const char document[] = "openapi: 3.1.0\n"
                               "info: {title: t, version: '1'}\n"
                               "paths:\n"
                               "  /a:\n"
                               "    post:\n"
                               "      operationId: a\n"
                               "      requestBody: {content: " CONTENT "}\n"
                               "      responses: {'200': {description: d, content: " CONTENT "}}\n";

static void check(struct sv_exchange *x)
{
  size_t count;
  const struct sv_exchange_finding *f = sv_exchange_findings(x, &count);
  for (size_t i = 0; i < count; i++) {
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    PROMISE(f[i].message.msgid && f[i].file && f[i].line >= 1 && f[i].column >= 1);
    PROMISE(sv_message_render(f[i].message.msgid, f[i].message.args, f[i].message.count, &text) ==
            SV_OK);
    sv_buf_free(&text);
  }
  const struct sv_exchange_gap *g = sv_exchange_gaps(x, &count);
  for (size_t i = 0; i < count; i++)
    PROMISE(g[i].limit && g[i].sentence[0]);
  sv_exchange_clear(x);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct sv_openapi_options opt = { .iri = "file:///a", .name = "a" };
  const uint8_t *line = memchr(data, '\n', size);
  const size_t first = line ? (size_t)(line - data) : size;
  struct sv_openapi *api;
  struct sv_operations *operations;
  struct sv_operation_match match;
  struct sv_error err = { 0 };
  char type[200] = "";
  memcpy(type, data, first < sizeof type ? first : sizeof type - 1);
  const struct sv_exchange_header header = { "Content-Type", type };
  const struct sv_exchange_message m = { .headers = &header,
                                         .header_count = 1,
                                         .body = line ? (const char *)line + 1 : NULL,
                                         .body_size = line ? size - first - 1 : 0 };
  PROMISE(sv_openapi_load(document, sizeof document - 1, &opt, &api, NULL) == SV_OK);
  PROMISE(sv_operations_new(api, NULL, 0, &operations, &err) == SV_OK);
  struct sv_exchange *x = sv_exchange_new(operations);
  PROMISE(x != NULL);
  sv_operations_match(operations, "POST", "/a", 2, &match);
  PROMISE(match.outcome == SV_OPERATION_FOUND);
  PROMISE(sv_exchange_request(x, &match, &m, &err) == SV_OK);
  check(x);
  PROMISE(sv_exchange_response(x, match.operation, "POST", 200, &m, &err) == SV_OK);
  check(x);
  sv_exchange_free(x);
  sv_operations_free(operations);
  sv_openapi_free(api);
  return 0;
}
