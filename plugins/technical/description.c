// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document as a whole: that it is there and may be read, its version, its servers. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

/* Whether TEXT has a line that begins with the member openapi, as YAML has it. */
static bool is_yaml_openapi(const char *text)
{
  for (const char *p = text; p; p = strchr(p, '\n')) {
    p += *p == '\n';
    if (sv_starts_with(p, "openapi:") || sv_starts_with(p, "\"openapi\":") ||
        sv_starts_with(p, "'openapi':"))
      return true;
    if (!*p)
      break;
  }
  return false;
}

/* TEC-DES-01 */
enum sv_outcome tec_published(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const char *const hint = N_("Publish the OpenAPI document where the target file says, as JSON or "
                              "YAML.");
  if (!r->error && (r->status == 404 || r->status == 410))
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("There is no OpenAPI document at the address (status {status})."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = hint);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  json_t *j = tec_json(r, 0, NULL);
  const bool found = json_object_get(j, "openapi") || json_object_get(j, "swagger") ||
                     (!j && is_yaml_openapi(r->body));
  json_decref(j);
  if (found)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("What is at the address is no OpenAPI document."),
                  .expected = N_("a JSON or YAML document with the member openapi"),
                  .actual = sv_header(r, "Content-Type") ? sv_header(r, "Content-Type") : "",
                  .hint = hint);
}

/* TEC-DES-03 */
enum sv_outcome tec_open_description(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Origin: https://samsvar.example", NULL };
  const struct sv_response *r = tec_ask(ctx, "GET", headers);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *v = sv_header(r, "Access-Control-Allow-Origin");
  if (v && (strcmp(v, "*") == 0 || strcmp(v, "https://samsvar.example") == 0))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Tools in a browser cannot read the description from another "
                                "site."),
                  .where.header = "Access-Control-Allow-Origin", .expected = "*",
                  .actual = v ? v : "",
                  .hint = N_("Send Access-Control-Allow-Origin: * with the document."));
}

json_t *tec_openapi(struct sv_ctx *ctx, const struct sv_response **r, enum sv_outcome *outcome)
{
  *r = tec_get(ctx);
  *outcome = tec_judge_ready(ctx, *r);
  if (*outcome != TEC_READY)
    return NULL;
  json_t *j = tec_json(*r, 0, NULL);
  if (json_is_object(j) && (json_object_get(j, "openapi") || json_object_get(j, "swagger")))
    return j;
  json_decref(j);
  *outcome = SV_INAPPLICABLE;
  if (is_yaml_openapi((*r)->body))
    *outcome = tec_unsure(ctx, *r, SV_TOOL, NULL,
                          .message = N_("The document is YAML; this check reads the JSON form "
                                        "only."),
                          .hint = N_("Name the JSON form of the document in the target file."));
  return NULL;
}

/* Whether TEXT is 3.0.x, 3.1.x or 3.2.x. */
static bool is_version_3(const char *text)
{
  if (!text || text[0] != '3' || text[1] != '.' || text[2] < '0' || text[2] > '2' || text[3] != '.')
    return false;
  size_t n = 0;
  while (sv_is_digit(text[4 + n]))
    n++;
  return n > 0 && !text[4 + n];
}

/* TEC-DES-05 */
enum sv_outcome tec_openapi_version(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = tec_openapi(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const char *version = json_string_value(json_object_get(j, "openapi"));
  outcome = SV_PASSED;
  if (!is_version_3(version)) {
    const char *old = json_string_value(json_object_get(j, "swagger"));
    outcome = tec_fail(ctx, r, NULL, .message = N_("The description is not OpenAPI 3."),
                       .where.json_pointer = old ? "/swagger" : "/openapi",
                       .expected = "3.0.x, 3.1.x, 3.2.x",
                       .actual = version ? ctx->sv->format(ctx, "%s", version)
                                 : old   ? ctx->sv->format(ctx, "%s", old)
                                         : "",
                       .hint = N_("Convert the document to OpenAPI 3.1 or 3.0; tools do most of "
                                  "it."));
  }
  json_decref(j);
  return outcome;
}

/* Whether the dot-separated identifiers from P up to END are those of SemVer 2.0.0; STRICT forbids
 * leading zeros. */
static bool are_identifiers(const char *p, const char *end, bool strict)
{
  for (;;) {
    const char *const start = p;
    bool digits = true;
    for (; p < end && (sv_is_alnum(*p) || *p == '-'); p++)
      digits &= sv_is_digit(*p);
    if (p == start || (strict && digits && p - start > 1 && *start == '0'))
      return false;
    if (p == end)
      return true;
    if (*p++ != '.')
      return false;
  }
}

static bool is_semver(const char *text)
{
  const char *p = text;
  for (int i = 0; i < 3; i++) {
    const char *const start = p;
    while (sv_is_digit(*p))
      p++;
    if (p == start || (*start == '0' && p - start > 1) || (i < 2 && *p++ != '.'))
      return false;
  }
  const char *const end = text + strlen(text);
  const char *const plus = strchr(p, '+');
  if (*p == '-' && !are_identifiers(p + 1, plus ? plus : end, true))
    return false;
  if (*p != '-' && *p != '+' && *p)
    return false;
  return !plus || are_identifiers(plus + 1, end, false);
}

/* TEC-DES-08 */
enum sv_outcome tec_semver(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = tec_openapi(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const json_t *info = json_object_get(j, "info");
  const char *version = json_string_value(json_object_get(info, "version"));
  const char *title = json_string_value(json_object_get(info, "title"));
  if (title)
    sv_tell(ctx, .subject = "service", .predicate = "title", .value = title, .where.url = r->url,
            .where.json_pointer = "/info/title", .evidence = r->evidence);
  if (version)
    sv_tell(ctx, .subject = "service", .predicate = "version", .value = version,
            .where.url = r->url, .where.json_pointer = "/info/version", .evidence = r->evidence);
  outcome = SV_PASSED;
  if (!version || !is_semver(version))
    outcome = tec_fail(ctx, r, tec_arg("version", version ? version : ""),
                       .message = N_("The version '{version}' does not tell what kind of change it "
                                     "was."),
                       .where.json_pointer = "/info/version",
                       .expected = N_("a semantic version such as 1.4.0"),
                       .actual = version ? version : "",
                       .hint = N_("Number versions as major.minor.patch, and raise major when "
                                  "something breaks."));
  json_decref(j);
  return outcome;
}

/* TEC-DES-12 */
enum sv_outcome tec_servers(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = tec_openapi(ctx, &r, &outcome);
  if (!j)
    return outcome;
  bool real = false;
  size_t i;
  json_t *s;
  json_array_foreach(json_object_get(j, "servers"), i, s)
  {
    const char *url = json_string_value(json_object_get(s, "url"));
    real |= url && *url && strcmp(url, "/") != 0;
    const char *absolute = url && !strchr(url, '{') ? tec_resolve(ctx, r->url, url) : NULL;
    if (absolute)
      sv_tell(ctx, .subject = "service", .predicate = "endpoint-url", .value = absolute,
              .where.url = r->url, .where.json_pointer = "/servers", .evidence = r->evidence);
  }
  outcome = SV_PASSED;
  if (json_object_get(j, "swagger"))
    outcome = SV_INAPPLICABLE;
  else if (!real)
    outcome = tec_fail(
        ctx, r, NULL, .message = N_("The description does not tell where the API is."),
        .where.json_pointer = "/servers", .expected = N_("the address of the API in servers"),
        .actual = "", .hint = N_("List the production server, and the test server, in servers."));
  json_decref(j);
  return outcome;
}

/* One look at a server: the message of its fault, or NULL. */
typedef const char *judge_server(const json_t *server, const char *url);

struct servers {
  judge_server *judge;
  const char *fault;
  char pointer[512];
  char url[256];
  size_t seen;
  bool of_variables; /* only servers with variables are concerned */
};

/* servers may stand at the root, at a path and at an operation: any member of that name with
 * objects with a url. */
static bool visit_server(void *closure, const char *pointer, const char *name, const json_t *v)
{
  struct servers *s = closure;
  const char *url = json_string_value(json_object_get(v, "url"));
  const char *const tail = strrchr(pointer, '/');
  if (strcmp(name, "servers") != 0 || !url || !tail || !sv_is_digit(tail[1]) ||
      strstr(pointer, "/example"))
    return true;
  s->seen += !s->of_variables || strchr(url, '{') || json_object_get(v, "variables");
  s->fault = s->judge(v, url);
  if (!s->fault)
    return true;
  (void)snprintf(s->pointer, sizeof s->pointer, "%s/url", pointer);
  (void)snprintf(s->url, sizeof s->url, "%s", url);
  return false;
}

static judge_server judge_variables;

static enum sv_outcome judge_servers(struct sv_ctx *ctx, judge_server *judge, const char *expected,
                                     const char *hint)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = tec_openapi(ctx, &r, &outcome);
  if (!j)
    return outcome;
  struct servers s = { .judge = judge, .of_variables = judge == judge_variables };
  const bool whole = tec_walk(j, visit_server, &s);
  outcome = s.seen > 0 ? SV_PASSED : SV_INAPPLICABLE;
  if (s.fault)
    outcome =
        tec_fail(ctx, r, tec_arg("url", s.url), .message = s.fault, .where.json_pointer = s.pointer,
                 .expected = expected, .actual = s.url, .hint = hint);
  else if (!whole)
    outcome = tec_unsure(ctx, r, SV_TOOL, NULL,
                         .message = N_("The document is larger than this check reads."),
                         .hint = N_("Look at the servers of the document by hand."));
  json_decref(j);
  return outcome;
}

static const char *judge_https(const json_t *server, const char *url)
{
  const struct sv_span host = tec_host(url);
  const bool local = host.size == 9 && strncmp(host.data, "localhost", 9) == 0;
  if (!sv_starts_with(url, "http:") || local || json_is_true(json_object_get(server, "x-sandbox")))
    return NULL;
  return N_("The server {url} is without TLS.");
}

/* TEC-DES-13 */
enum sv_outcome tec_https_servers(struct sv_ctx *ctx)
{
  return judge_servers(ctx, judge_https, "https://",
                       N_("Write https in the address of every server."));
}

static const char *judge_real(const json_t *server, const char *url)
{
  (void)server;
  const size_t n = strlen(url);
  if (strstr(url, "example.com") || strstr(url, "example.org") || strstr(url, "example.net"))
    return N_("The server {url} is an example.");
  return n > 1 && url[n - 1] == '/' ? N_("The server {url} ends in a slash, so that paths get two.")
                                    : NULL;
}

/* TEC-DES-14 */
enum sv_outcome tec_real_servers(struct sv_ctx *ctx)
{
  return judge_servers(ctx, judge_real, N_("the real address, without a slash at its end"),
                       N_("Write the real address without a slash at its end."));
}

static bool is_in(const json_t *list, const char *text)
{
  size_t i;
  json_t *v;
  json_array_foreach(list, i, v)
  {
    if (json_is_string(v) && strcmp(json_string_value(v), text) == 0)
      return true;
  }
  return false;
}

static const char *judge_variables(const json_t *server, const char *url)
{
  const json_t *variables = json_object_get(server, "variables");
  size_t used = 0;
  for (const char *p = strchr(url, '{'); p; p = strchr(p + 1, '{')) {
    const char *close = strchr(p, '}');
    const size_t n = close ? (size_t)(close - p - 1) : 0;
    char name[128];
    if (n == 0 || n >= sizeof name)
      return N_("The server {url} has a variable without an end.");
    memcpy(name, p + 1, n);
    name[n] = '\0';
    const json_t *v = json_object_get(variables, name);
    const char *value = json_string_value(json_object_get(v, "default"));
    if (!value)
      return N_("The server {url} has a variable without a default.");
    if (json_object_get(v, "enum") && !is_in(json_object_get(v, "enum"), value))
      return N_("The server {url} has a variable whose default is not among its values.");
    used++;
  }
  return json_object_size(variables) > used ? N_("The server {url} has a variable that it does not "
                                                 "use.")
                                            : NULL;
}

/* TEC-DES-15 */
enum sv_outcome tec_server_variables(struct sv_ctx *ctx)
{
  return judge_servers(ctx, judge_variables,
                       N_("a default for each variable, and no other variables"),
                       N_("Describe each variable of the address under variables, with a "
                          "default."));
}
