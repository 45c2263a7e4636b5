// SPDX-License-Identifier: Apache-2.0
/* samsvar init: writes a target file, from options or from answers; never over another one. */
#include "runner/commands.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/uri.h"
#include "runner/create.h"
#include "runner/kinds.h"
#include "runner/paths.h"
#include "runner/say.h"
#include "runner/target.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STANDARD "samsvar.json" /* what the other commands read */

enum { ANSWER_MAX = 2100, ENDPOINTS = 50 };

struct values {
  const char *name, *orgnr, *organisation, *environment, *profile, *output, *role;
  struct sv_list tokens;
};

/* What the file has lists of. */
struct parts {
  json_t *endpoints, *documents, *credentials;
};

#define AT(member) offsetof(struct values, member)

static int run(struct sv_arena *arena, int argc, char **argv);

static const struct sv_option options[] = {
  { .name = "name",
    .kind = SV_OPTION_STRING,
    .offset = AT(name),
    .argument = "NAME",
    .group = SV_WHAT,
    .help = N_("what the service is called; the host by default") },
  { .name = "orgnr",
    .kind = SV_OPTION_STRING,
    .offset = AT(orgnr),
    .argument = "NUMBER",
    .group = SV_WHAT,
    .help = N_("organisation number of who offers it") },
  { .name = "organisation",
    .kind = SV_OPTION_STRING,
    .offset = AT(organisation),
    .argument = "NAME",
    .group = SV_WHAT,
    .help = N_("name of who offers it") },
  { .name = "environment",
    .kind = SV_OPTION_STRING,
    .offset = AT(environment),
    .argument = "WORD",
    .choices = "production|test|staging|development",
    .group = SV_WHAT,
    .help = N_("which environment the addresses are") },
  { .name = "role",
    .kind = SV_OPTION_STRING,
    .offset = AT(role),
    .argument = "ROLE",
    .choices = "provider|consumer|rule-setter",
    .group = SV_WHAT,
    .help = N_("what the organisation is here; a consumer or rule-setter shows documents") },
  { .name = "profile",
    .letter = 'p',
    .kind = SV_OPTION_STRING,
    .offset = AT(profile),
    .argument = "PROFILE",
    .group = SV_WHAT,
    .help = N_("the profile to hold it against") },
  { .name = "token",
    .kind = SV_OPTION_FILES,
    .offset = AT(tokens),
    .argument = "[PURPOSE=]REF",
    .group = SV_LOGIN,
    .help = N_("where a bearer token is: env:NAME, file:PATH or cmd:COMMAND; with a purpose such "
               "as "
               "expired: one that shows what the service refuses; may be repeated") },
  { .name = "output",
    .letter = 'o',
    .kind = SV_OPTION_STRING,
    .offset = AT(output),
    .argument = "FILE",
    .group = SV_RESULT,
    .help = N_("the file to write, samsvar.json by default") },
  { .kind = SV_OPTION_END },
};

static const char *const examples[] = {
  "samsvar init",
  N_("asks what it needs to know"),
  "samsvar init https://a.example.no openapi=https://a.example.no/openapi.json",
  N_("without questions; KIND=URL says what an address is"),
  "samsvar init https://a.example.no/v1 --token env:TOKEN --token expired=env:EXPIRED",
  N_("with the token of the service, and one that it is to refuse"),
  "samsvar init --role consumer openapi=openapi.yaml event-subscription=abonnement.json",
  N_("documents to be judged; KIND=FILE says what a file is"),
  NULL,
};

const struct sv_command sv_command_init = {
  .name = "init",
  .operands = "[[KIND=]URL…] [KIND=FILE…]",
  .summary = N_("write a target file, samsvar.json"),
  .examples = examples,
  .options = options,
  .run = run,
};

/* What an address most likely is, by its end. */
static const struct {
  const char *end, *kind;
} ends[] = {
  { "/openapi.json", "openapi" },
  { "/openapi.yaml", "openapi" },
  { "/openapi.yml", "openapi" },
  { "/swagger.json", "openapi" },
  { "/openid-configuration", "oidc" },
  { "/oauth-authorization-server", "oauth" },
  { "/jwks", "jwks" },
  { "/jwks.json", "jwks" },
  { "/security.txt", "security-txt" },
  { "/api", "api" },
  { ".ttl", "dcat" },
  { ".rdf", "dcat" },
  { ".jsonld", "dcat" },
  { ".nt", "dcat" },
  { "?wsdl", "wsdl" },
  { "/asyncapi.json", "asyncapi" },
  { "/asyncapi.yaml", "asyncapi" },
};

static const char *guess(const char *url)
{
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (sv_ends_with(url, ends[i].end))
      return ends[i].kind;
  return strstr(url, "/api/") || strstr(url, "://api.") ? "api" : "web";
}

/* Adds what is of KIND at PLACE to LIST, whose members say MEMBER; kinds that come twice get a
 * number in their id. */
static bool add_place(json_t *list, const char *kind, const char *member, const char *place)
{
  size_t same = 1;
  for (size_t i = 0; i < json_array_size(list); i++)
    same += strcmp(json_string_value(json_object_get(json_array_get(list, i), "kind")), kind) == 0;
  char id[48];
  (void)snprintf(id, sizeof id, same > 1 ? "%s-%zu" : "%s", kind, same);
  return json_array_append_new(
             list, json_pack("{s:s,s:s,s:s}", "id", id, "kind", kind, member, place)) == 0;
}

/* The same of WORD, KIND=URL or URL. */
static bool add_endpoint(json_t *endpoints, const char *word)
{
  const char *equals = strchr(word, '=');
  const char *url = word;
  char kind[32];
  (void)snprintf(kind, sizeof kind, "%s", guess(word));
  if (equals && (size_t)(equals - word) < sizeof kind &&
      !memchr(word, ':', (size_t)(equals - word))) {
    (void)snprintf(kind, sizeof kind, "%.*s", (int)(equals - word), word);
    url = equals + 1;
  }
  return add_place(endpoints, kind, "url", url);
}

/* Whether WORD is KIND=FILE. */
static bool is_file(const char *word)
{
  const char *equals = strchr(word, '=');
  return equals && equals[1] && !strstr(word, "://");
}

static bool add_document(json_t *documents, const char *word)
{
  char kind[32];
  const size_t size = strcspn(word, "=");
  if (size >= sizeof kind)
    return false;
  (void)snprintf(kind, sizeof kind, "%.*s", (int)size, word);
  return add_place(documents, kind, "file", word + size + 1);
}

/* Adds the token at WORD, REF or PURPOSE=REF, to CREDENTIALS under its purpose, or as "token". */
static bool add_token(json_t *credentials, const char *word)
{
  const char *reference = word;
  char purpose[32] = "";
  const size_t size = strcspn(word, "=:");
  if (word[size] == '=' && size < sizeof purpose) {
    (void)snprintf(purpose, sizeof purpose, "%.*s", (int)size, word);
    reference = word + size + 1;
  }
  const char *name = purpose[0] ? purpose : "token";
  if (json_object_get(credentials, name)) {
    sv_say(stderr, N_("samsvar: two tokens are the same: {name}. One is enough.\n"), "name", name,
           NULL);
    return false;
  }
  json_t *token = json_pack("{s:s,s:s}", "type", "bearer", "token", reference);
  if (token && purpose[0])
    (void)json_object_set_new(token, "purpose", json_string(purpose));
  return json_object_set_new(credentials, name, token) == 0;
}

/* The token that is for use is for the interfaces; for the first address when none is called one.
 */
static void give_token(json_t *endpoints)
{
  bool any = false;
  for (size_t i = 0; i < json_array_size(endpoints); i++) {
    json_t *e = json_array_get(endpoints, i);
    if (strcmp(json_string_value(json_object_get(e, "kind")), "api") == 0) {
      (void)json_object_set_new(e, "credential", json_string("token"));
      any = true;
    }
  }
  if (!any && json_array_size(endpoints))
    (void)json_object_set_new(json_array_get(endpoints, 0), "credential", json_string("token"));
}

/* What a consumer or a rule-setter mostly has to show, and the profile for it. */
static const struct skeleton {
  const char *role, *profile;
  const char *documents[5];
} skeletons[] = {
  { "consumer",
    "data-consumer",
    { "openapi=openapi.yaml", "json-schema=schema.json", "event-subscription=subscription.json",
      "sbd=message.json" } },
  { "rule-setter",
    "rule-setter",
    { "skos=concepts.ttl", "modelldcat=models.ttl", "json-schema=schema.json" } },
};

static const struct skeleton *skeleton_of(const char *role)
{
  for (size_t i = 0; role && i < sizeof skeletons / sizeof skeletons[0]; i++)
    if (strcmp(skeletons[i].role, role) == 0)
      return &skeletons[i];
  return NULL;
}

/* The host of the first address: the name when none was given. */
static const char *host_of(const json_t *endpoints, struct sv_arena *a)
{
  const char *url = json_string_value(json_object_get(json_array_get(endpoints, 0), "url"));
  if (!url)
    return "target";
  const struct sv_uri uri = sv_uri_split(url, strlen(url));
  return uri.authority.size ? sv_arena_copy(a, uri.authority.data, uri.authority.size) : "target";
}

/* Asks QUESTION; the answer in A, OTHERWISE when it is empty or the input ends. */
static const char *ask(const char *question, const char *otherwise, struct sv_arena *a)
{
  char line[ANSWER_MAX];
  sv_say(stdout, question, NULL);
  if (otherwise)
    (void)printf(" [%s]", otherwise);
  (void)fputs(": ", stdout);
  (void)fflush(stdout);
  if (!fgets(line, sizeof line, stdin))
    return otherwise;
  size_t size = strcspn(line, "\r\n");
  while (size > 0 && sv_is_space((unsigned char)line[size - 1]))
    size--;
  return size ? sv_arena_copy(a, line, size) : otherwise;
}

/* Asks for the token of the service, and then for those that show what it refuses. */
static bool ask_tokens(json_t *credentials, struct sv_arena *a)
{
  const char *token = ask(N_("Token for the service, if it wants one (env:NAME, file:PATH or "
                             "cmd:COMMAND)"),
                          NULL, a);
  if (!token)
    return true;
  if (!add_token(credentials, token))
    return false;
  sv_say(stdout,
         N_("Tokens of other kinds show what the service refuses. Say where each is, or leave it "
            "out.\n"),
         NULL);
  for (const struct sv_token_purpose *p = sv_token_purposes; p->word; p++) {
    const char *where = ask(p->text, NULL, a);
    const char *word = where ? sv_arena_printf(a, "%s=%s", p->word, where) : NULL;
    if (where && (!word || !add_token(credentials, word)))
      return false;
  }
  return true;
}

/* Fills in by questions what the command line left out. False when no address was given. */
static bool interview(struct values *v, json_t *endpoints, json_t *credentials, struct sv_arena *a)
{
  sv_say(stdout,
         N_("A few questions; an empty answer takes what stands in brackets or leaves it out.\n"),
         NULL);
  const char *url = ask(N_("Address of the service (https://…)"), NULL, a);
  if (!url)
    return false;
  const char *kind =
      strchr(url, '=') ? NULL : ask(N_("What is there (web, api, openapi, dcat …)"), guess(url), a);
  const char *word = kind ? sv_arena_printf(a, "%s=%s", kind, url) : url;
  if (!word || !add_endpoint(endpoints, word))
    return false;
  if (!v->name)
    v->name = ask(N_("Name of the service"), host_of(endpoints, a), a);
  if (!v->orgnr)
    v->orgnr = ask(N_("Organisation number of who offers it"), NULL, a);
  if (v->orgnr && !v->organisation)
    v->organisation = ask(N_("Name of the organisation"), v->name, a);
  if (!v->environment)
    v->environment =
        ask(N_("Environment (production, test, staging, development)"), "production", a);
  return v->tokens.count > 0 || ask_tokens(credentials, a);
}

/* The file as text, to be freed; NULL when memory ran out. */
static char *compose(const struct values *v, const struct parts *parts, struct sv_arena *a)
{
  json_t *endpoints = parts->endpoints;
  json_t *documents = parts->documents;

  const char *name = v->name ? v->name : host_of(endpoints, a);
  json_t *target = json_object();
  (void)json_object_set_new(target, "$schema",
                            json_string(sv_schema_address("target.schema.json", a)));
  (void)json_object_set_new(target, "name", json_string(name));
  if (v->orgnr)
    (void)json_object_set_new(target, "organisation",
                              json_pack("{s:s,s:s}", "orgnr", v->orgnr, "name",
                                        v->organisation ? v->organisation : name));
  (void)json_object_set_new(target, "environment",
                            json_string(v->environment ? v->environment : "production"));
  const struct skeleton *skeleton = skeleton_of(v->role);
  if (v->role)
    (void)json_object_set_new(target, "role", json_string(v->role));
  if (v->profile || skeleton)
    (void)json_object_set_new(target, "profile",
                              json_string(v->profile ? v->profile : skeleton->profile));
  if (json_array_size(endpoints))
    (void)json_object_set(target, "endpoints", endpoints);
  if (json_array_size(documents))
    (void)json_object_set(target, "documents", documents);
  if (json_object_size(parts->credentials))
    (void)json_object_set(target, "credentials", parts->credentials);
  char *text = json_dumps(target, JSON_INDENT(2));
  json_decref(target);
  if (!text)
    return NULL;
  const char *line = sv_arena_printf(a, "%s\n", text);
  free(text);
  return line ? strdup(line) : NULL;
}

/* Reads it as `samsvar run` would before it is written, so that what init writes is right. */
static int save(const char *path, const char *text)
{
  struct sv_error err = { 0 };
  struct sv_target t;
  enum sv_status status = sv_target_parse(text, strlen(text), path, ".", &t, &err);
  if (status == SV_OK)
    status = sv_create_file(path, text, &err);
  sv_target_free(&t);
  if (status == SV_INVALID) /* the place is in a file that was not written */
    err.file[0] = '\0';
  if (status != SV_OK) {
    sv_say_error(&err);
    return status == SV_INVALID || status == SV_DENIED ? SV_EXIT_USAGE : SV_EXIT_INTERNAL;
  }
  if (strcmp(path, STANDARD) == 0)
    sv_say(stdout, N_("wrote {path}\nTry: samsvar doctor, then samsvar run\n"), "path", path, NULL);
  else
    sv_say(stdout, N_("wrote {path}\nTry: samsvar doctor -t {path}, then samsvar run -t {path}\n"),
           "path", path, NULL);
  return SV_EXIT_CONFORMS;
}

static int make(struct values *v, const struct sv_operands *operands, const struct parts *parts,
                struct sv_arena *a)
{
  const char *path = v->output ? v->output : STANDARD;
  if (access(path, F_OK) == 0) {
    sv_say(stderr,
           N_("samsvar: {path} is there already, and is never written over. Name another file with "
              "-o.\n"),
           "path", path, NULL);
    return SV_EXIT_USAGE;
  }
  const struct skeleton *skeleton = skeleton_of(v->role);
  bool given = operands->count <= ENDPOINTS && (operands->count > 0 || skeleton);
  for (size_t i = 0; given && i < operands->count; i++)
    given = is_file(operands->items[i]) ? add_document(parts->documents, operands->items[i])
                                        : add_endpoint(parts->endpoints, operands->items[i]);
  for (size_t i = 0; given && operands->count == 0 && skeleton->documents[i]; i++)
    given = add_document(parts->documents, skeleton->documents[i]);
  if (!given && operands->count == 0 && isatty(STDIN_FILENO))
    given = interview(v, parts->endpoints, parts->credentials, a);
  if (!given) {
    sv_say(stderr, N_("samsvar: name an address, for example: samsvar init https://a.example.no\n"),
           NULL);
    return SV_EXIT_USAGE;
  }
  for (size_t i = 0; i < v->tokens.count; i++)
    if (!add_token(parts->credentials, v->tokens.items[i]))
      return SV_EXIT_USAGE;
  if (json_object_get(parts->credentials, "token"))
    give_token(parts->endpoints);
  char *text = compose(v, parts, a);
  const int code = text ? save(path, text) : SV_EXIT_INTERNAL;
  free(text);
  return code;
}

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct values values = { 0 };
  struct sv_operands operands = { .arena = arena };
  int code = sv_command_begin(&sv_command_init, argc, argv, &values, &operands);
  struct sv_arena a = SV_ARENA(1 << 20);
  const struct parts parts = { json_array(), json_array(), json_object() };
  if (code < 0)
    code = make(&values, &operands, &parts, &a);
  json_decref(parts.endpoints);
  json_decref(parts.documents);
  json_decref(parts.credentials);
  sv_arena_free(&a);
  return code;
}
