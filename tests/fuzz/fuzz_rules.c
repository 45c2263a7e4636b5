// SPDX-License-Identifier: Apache-2.0
/* A rule set, a NUL, an API description. Whatever they hold, the reading and the run end; what is
 * said has a place and a sentence. Without a NUL the text is judged by the national rules. What is
 * left of the description's operations is matched and judged as well. */
#include "tests/fuzz/fuzz.h"

#include "engines/openapi/exchange.h"
#include "engines/openapi/rule.h"

#include <string.h>

static void exchange(struct sv_openapi *api)
{
  static const struct sv_exchange_header headers[] = { { "Content-Type", "application/json" },
                                                       { "Cookie", "a=1; b=2" } };
  static const char body[] = "{\"a\":[1,{\"b\":null}],\"id\":\"x\"}";
  const struct sv_exchange_message m = {
    .headers = headers, .header_count = 2, .body = body, .body_size = sizeof body - 1
  };
  struct sv_operations *t = NULL;
  struct sv_error err = { .line = 0 };
  if (sv_operations_new(api, NULL, 0, &t, &err) != SV_OK)
    return;
  struct sv_exchange *x = sv_exchange_new(t);
  for (size_t i = 0; x && i < sv_operations_count(t) && i < 5; i++) {
    const struct sv_operation *o = sv_operations_at(t, i);
    struct sv_operation_match match;
    sv_operations_match(t, o->declared->method, o->declared->path, strlen(o->declared->path),
                        &match);
    match.query = "a=1&b=2,3&c%5Bd%5D=4&e=%20f";
    match.query_size = strlen(match.query);
    if (match.outcome == SV_OPERATION_FOUND)
      PROMISE(sv_exchange_request(x, &match, &m, &err) != SV_INVALID);
    PROMISE(sv_exchange_response(x, o, "GET", 200, &m, &err) != SV_INVALID);
    size_t count;
    const struct sv_exchange_finding *f = sv_exchange_findings(x, &count);
    for (size_t k = 0; k < count; k++)
      PROMISE(f[k].message.msgid != NULL);
    sv_exchange_clear(x);
  }
  sv_exchange_free(x);
  sv_operations_free(t);
}

static void apply(const struct sv_rules *rules, const char *text, size_t size)
{
  const struct sv_openapi_options open = { .name = "openapi", .borrowed = true };
  const struct sv_rule_options opt = { .visits = 200000, .findings = 200 };
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { .line = 0 };
  if (sv_openapi_load(text, size, &open, &api, &err) != SV_OK)
    return;
  if (sv_rules_apply(rules, api, &opt, &report, &err) == SV_OK) {
    size_t count, total;
    const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, &total);
    PROMISE(count <= 200 && count <= total);
    for (size_t i = 0; i < count; i++)
      PROMISE(f[i].text && f[i].msgid && f[i].line >= 1 && f[i].column >= 1 && f[i].where.doc);
  } else {
    PROMISE(err.text[0] && !report);
  }
  sv_rule_report_free(report);
  exchange(api);
  sv_openapi_free(api);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const char *text = (const char *)data;
  const char *nul = size ? memchr(text, 0, size) : NULL;
  const struct sv_rules_options opt = { .name = "rules" };
  struct sv_rules *rules = NULL;
  struct sv_error err = { .line = 0 };
  if (size > 50000)
    return 0;
  const enum sv_status status = nul ? sv_rules_read(text, (size_t)(nul - text), &opt, &rules, &err)
                                    : sv_rules_national(&rules, &err);
  PROMISE((status == SV_OK) == (rules != NULL));
  PROMISE(status == SV_OK || err.text[0]);
  if (rules)
    apply(rules, nul ? nul + 1 : text, nul ? size - (size_t)(nul + 1 - text) : size);
  sv_rules_free(rules);
  return 0;
}
