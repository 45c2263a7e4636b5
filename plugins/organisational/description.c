// SPDX-License-Identifier: Apache-2.0
/* What the API description promises: contact and service level. */
#include "plugins/describe/openapi.h"
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

static const char *text(const json_t *object, const char *member)
{
  const char *s = json_string_value(json_object_get(object, member));
  return s && s[0] ? s : NULL;
}

/* What the cross layer compares with the wire: version, servers, deprecated operations. */
static void tell_facts(struct sv_ctx *ctx, const struct sv_artifact *a, json_t *document)
{
  sv_tell(ctx, .subject = "service", .predicate = "api-description", .value = a->url ? a->url : a->name,
          .where.url = a->url, .evidence = a->evidence);
  const char *version = text(json_object_get(document, "info"), "version");
  if (version)
    sv_tell(ctx, .subject = "service", .predicate = "api-version", .value = version,
            .where = { .url = a->url, .json_pointer = "/info/version" }, .evidence = a->evidence);
  const json_t *servers = json_object_get(document, "servers");
  for (size_t i = 0; i < json_array_size(servers) && i < 10; i++)
    if (text(json_array_get(servers, i), "url"))
      sv_tell(ctx, .subject = "service", .predicate = "server-url", .value = text(json_array_get(servers, i), "url"),
              .where = { .url = a->url, .json_pointer = ctx->sv->format(ctx, "/servers/%zu/url", i) },
              .evidence = a->evidence);
  json_t *paths = json_object_get(document, "paths");
  for (void *i = json_object_iter(paths); i; i = json_object_iter_next(paths, i)) {
    const json_t *get = json_object_get(json_object_iter_value(i), "get");
    if (json_is_true(json_object_get(get, "deprecated")))
      sv_tell(ctx, .subject = "service", .predicate = "deprecated-operation", .value = json_object_iter_key(i),
              .where = { .url = a->url, .operation = ctx->sv->format(ctx, "GET %s", json_object_iter_key(i)) },
              .evidence = a->evidence);
  }
}

enum sv_outcome sv_org_contact(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  tell_facts(ctx, a, document);
  const json_t *contact = json_object_get(json_object_get(document, "info"), "contact");
  static const char *const members[] = { "name", "email", "url" };
  const char *missing = "";
  for (size_t i = 0; i < 3; i++)
    if (!text(contact, members[i]))
      missing = ctx->sv->format(ctx, "%s%s%s", missing, missing[0] ? ", " : "", members[i]);
  if (text(contact, "email"))
    sv_tell(ctx, .subject = "service", .predicate = "contact-email", .value = text(contact, "email"),
            .where = { .url = a->url, .json_pointer = "/info/contact/email" }, .evidence = a->evidence);
  if (missing[0]) {
    json_t *args = json_pack("{s:s}", "members", missing);
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The API description does not say whom to ask: {members} missing."),
            .args = args, .where = { .url = a->url, .json_pointer = contact ? "/info/contact" : "/info" },
            .expected = "info.contact: name, email, url",
            .actual = contact ? N_("only some of them") : N_("no info.contact"), .evidence = a->evidence,
            .hint = N_("Fill in info.contact with the name of the team, an address that is read, and a page."));
    json_decref(args);
  }
  json_decref(document);
  return missing[0] ? SV_FAILED : SV_PASSED;
}

static bool is_service_level(const char *words)
{
  static const char *const names[] = { "tjenestenivå", "tenestenivå", "service level", "sla", "driftsvilkår" };
  for (size_t i = 0; words && i < sizeof names / sizeof names[0]; i++) {
    const char *at = strcasestr(words, names[i]);
    const size_t n = strlen(names[i]);
    if (at && (at == words || !sv_is_alnum((unsigned char)at[-1])) && !sv_is_alnum((unsigned char)at[n]))
      return true;
  }
  return false;
}

/* The address where DOCUMENT says that the service level is described, or NULL. */
static const char *service_level_url(const json_t *document, const char **pointer)
{
  const json_t *info = json_object_get(document, "info");
  const json_t *external = json_object_get(document, "externalDocs");
  if (text(external, "url") && is_service_level(text(external, "description"))) {
    *pointer = "/externalDocs";
    return text(external, "url");
  }
  static const char *const members[] = { "x-sla", "x-tjenestenivaa", "x-service-level" };
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
    const json_t *sla = json_object_get(info, members[i]);
    *pointer = "/info";
    if (text(info, members[i]) || text(sla, "url"))
      return text(info, members[i]) ? text(info, members[i]) : text(sla, "url");
  }
  return NULL;
}

enum sv_outcome sv_org_service_level(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  const char *pointer = "/info";
  const char *url = service_level_url(document, &pointer);
  outcome = SV_PASSED;
  if (!url) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("Nothing says which service level to expect."),
            .where = { .url = a->url, .json_pointer = "/info" },
            .expected = N_("externalDocs about the service level, or info.x-sla"), .actual = N_("none of them"),
            .evidence = a->evidence,
            .hint = N_("Publish opening hours, availability and notice of change, and link to it with info.x-sla."));
    json_decref(document);
    return outcome;
  }
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = "", .follow = 5);
  if (r->error) {
    outcome = sv_no_answer(ctx, r);
  } else if (r->status / 100 != 2) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("The link to the service level is dead."),
            .where = { .url = r->url, .json_pointer = pointer }, .expected = "2xx",
            .actual = ctx->sv->format(ctx, "%d", r->status), .evidence = r->evidence,
            .hint = N_("Correct the link, or publish the page again."));
  }
  json_decref(document);
  return outcome;
}
