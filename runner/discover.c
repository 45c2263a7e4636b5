// SPDX-License-Identifier: Apache-2.0
/* From a bare address to endpoints: three rounds of questions, the last one only when the first two
 * showed no OpenAPI document. */
#include "runner/discover.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/html/page.h"
#include "engines/http/fields.h"
#include "runner/ask.h"
#include "runner/choose.h"
#include "runner/robots.h"
#include "runner/seek.h"
#include "runner/weburl.h"

#include <stdio.h>
#include <string.h>

enum { ENDPOINTS_MAX = 16, URL_MAX = 4096, FOUND_MAX = 1024 };

static const char *const html_first[] = { "Accept: text/html, application/json;q=0.9, */*;q=0.5" };
static const char *const rdf_only[] = { "Accept: text/turtle, application/ld+json;q=0.9, "
                                        "application/rdf+xml;q=0.8" };

/* Where OpenAPI documents commonly stand, relative to the address with a slash after it. */
static const char *const common_paths[] = {
  "openapi.json",  "openapi.yaml", "/openapi.json",
  "/openapi.yaml", "/v3/api-docs", "swagger.json",
  "/swagger.json", "/api-docs",    "/swagger/v1/swagger.json",
};

struct search {
  struct sv_broker *broker;
  const char *robots; /* text of robots.txt; NULL: nobody is kept out */
  size_t robots_size;
  bool robots_known, robots_closed; /* it could not be read: RFC 9309 2.3.1.4 */
  struct sv_weburl robots_of;       /* the origin it is of */
  struct sv_target *target;
  struct sv_endpoint *endpoints;
  struct sv_buf found;
  const char *url;     /* after redirects */
  const char *root;    /* scheme and authority */
  const char *own;     /* the kind that the address itself is; NULL: not known */
  const char *openapi; /* a hint where the document is; NULL: none */
  const char *anchor;  /* the address of the API by the api-catalog, and by the document itself;
                          NULL: not said */
  const char *server;
  const char *elsewhere; /* a server of the document at another host; NULL: none */
};

/* NAME is what people call it; NULL: nothing was found there, but that is where to look. */
static void add(struct search *s, const char *kind, const char *url, const char *name)
{
  struct sv_target *t = s->target;
  for (size_t i = 0; i < t->endpoint_count; i++)
    if (strcmp(t->endpoints[i].kind, kind) == 0)
      return;
  struct sv_endpoint *e = &s->endpoints[t->endpoint_count];
  if (t->endpoint_count >= ENDPOINTS_MAX)
    return;
  e->id = kind;
  e->kind = kind;
  e->url = sv_arena_strdup(&t->arena, url);
  if (!e->url)
    return;
  t->endpoint_count++;
  if (name)
    (void)sv_buf_addf(&s->found, "%s%s", s->found.size ? " · " : "", name);
}

static const char *resolve(struct search *s, const char *base, const char *ref)
{
  struct sv_buf out = SV_BUF(URL_MAX);
  char *url = NULL;
  if (sv_uri_resolve(base, strlen(base), ref, strlen(ref), &out) == SV_OK)
    url = sv_arena_strdup(&s->target->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}

/* robots.txt of the origin of URL, asked for once. */
static enum sv_status read_robots(struct search *s, const struct sv_weburl *at, const char *url)
{
  if (s->robots_known && sv_weburl_same_origin(at, &s->robots_of))
    return SV_OK;
  const struct sv_ask ask = { .method = "GET", .url = resolve(s, url, "/robots.txt") };
  const struct sv_exchange *x = NULL;
  SV_TRY(ask.url ? sv_ask_all(s->broker, &ask, 1, 5, &x) : SV_NO_MEMORY);
  const bool found = x->answer.status >= 200 && x->answer.status < 300;
  s->robots = found ? sv_answer_text(&x->answer, &s->target->arena, &s->robots_size) : NULL;
  s->robots_closed = x->answer.error || x->answer.status >= 500;
  s->robots_of = *at;
  s->robots_known = true;
  return SV_OK;
}

/* Whether URL, which nobody pointed at, may be asked for (RFC 9309). */
static bool may_try(struct search *s, const char *url)
{
  struct sv_weburl at;
  if (!url || sv_weburl_read(url, &at) || read_robots(s, &at, url) != SV_OK)
    return false;
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  const char *path = u.path.size ? u.path.data : "/";
  return !s->robots_closed &&
         (!s->robots || sv_robots_allow(s->robots, s->robots_size, "samsvar", path));
}

/* The string after AT (behind a member's name), as an address on the host of BASE: nobody else is
 * asked. NULL: none. */
static const char *address_here(struct search *s, const char *base, const char *at)
{
  at += strspn(at, " \t\r\n:\"'");
  const char *ref = sv_arena_copy(&s->target->arena, at, strcspn(at, "\"'{} \t\r\n"));
  const char *url = ref && ref[0] ? resolve(s, base, ref) : NULL;
  const struct sv_uri here = sv_uri_split(base, strlen(base));
  const struct sv_uri there = sv_uri_split(url ? url : "", url ? strlen(url) : 0);
  const char *host = sv_arena_copy(&s->target->arena, here.authority.data, here.authority.size);
  return host && there.authority.size &&
                 sv_equal_nocase_n(there.authority.data, there.authority.size, host)
             ? url
             : NULL;
}

/* The first server of an OpenAPI document in JSON or YAML. */
static const char *openapi_server(struct search *s, const char *base, const char *text)
{
  static const char *const words[][2] = { { "\"servers\"", "\"url\"" }, { "\nservers:", "url:" } };
  for (size_t i = 0; i < 2; i++) {
    const char *at = strstr(text, words[i][0]);
    at = at ? strstr(at, words[i][1]) : NULL;
    if (!at)
      continue;
    at += strlen(words[i][1]);
    const char *here = address_here(s, base, at);
    if (!here)
      s->elsewhere = sv_seek_address(&s->target->arena, at);
    return here;
  }
  return NULL;
}

static bool take_openapi(struct search *s, const struct sv_exchange *x)
{
  size_t size;
  const char *text =
      x->answer.status == 200 ? sv_answer_text(&x->answer, &s->target->arena, &size) : NULL;
  const char *version = text ? sv_seek_openapi(text, &s->target->arena) : NULL;
  if (!version)
    return false;
  char name[64];
  (void)snprintf(name, sizeof name, "OpenAPI %s", version);
  add(s, "openapi", x->ask.url, name);
  if (!s->server)
    s->server = openapi_server(s, x->ask.url, text);
  return true;
}

/* The kind of description by a class that only it uses; "dcat" before "skos", since catalogues use
 * concepts. */
static bool take_rdf(struct search *s, const struct sv_exchange *x)
{
  static const struct {
    const char *vocabulary, *class, *kind, *name;
  } table[] = {
    { "http://purl.org/vocab/cpsv#", "PublicService", "cpsv", "CPSV-AP-NO" },
    { "https://data.norge.no/vocabulary/modelldcatno#", "InformationModel", "modelldcat",
      "ModellDCAT-AP-NO" },
    { "http://www.w3.org/ns/dcat#", "Catalog", "dcat", "DCAT-AP-NO" },
    { "http://www.w3.org/ns/dcat#", "Dataset", "dcat", "DCAT-AP-NO" },
    { "http://www.w3.org/2004/02/skos/core#", "Concept", "skos", "SKOS-AP-NO" },
  };
  const char *type = sv_answer_header(&x->answer, "Content-Type");
  if (x->answer.status != 200 || !type ||
      (!strstr(type, "turtle") && !strstr(type, "ld+json") && !strstr(type, "rdf")))
    return false;
  size_t size;
  const char *text = sv_answer_text(&x->answer, &s->target->arena, &size);
  for (size_t i = 0; text && i < sizeof table / sizeof table[0]; i++) {
    if (strstr(text, table[i].vocabulary) && sv_seek_class(text, table[i].class)) {
      add(s, table[i].kind, x->ask.url, table[i].name);
      return true;
    }
  }
  return false;
}

static void hint_from_links(struct search *s, const struct sv_exchange *x)
{
  const char *value = sv_answer_header(&x->answer, "Link");
  struct sv_scan scan = sv_scan_of(value ? value : "", value ? strlen(value) : 0);
  struct sv_link link;
  while (!s->openapi && value && sv_link_next(&scan, &link) == SV_OK) {
    if (!sv_link_has_rel(&link, "service-desc") && !sv_link_has_rel(&link, "describedby"))
      continue;
    char *ref = sv_arena_copy(&s->target->arena, link.target.data, link.target.size);
    s->openapi = ref ? resolve(s, x->ask.url, ref) : NULL;
  }
}

/* A page's <link rel=service-desc>; pages of the target are parsed in workers, so here they are
 * only searched. */
static void hint_from_page(struct search *s, const struct sv_exchange *x, const char *text)
{
  const char *at = strstr(text, "service-desc");
  const char *open = at;
  while (open && open > text && *open != '<')
    open--;
  const char *close = at ? strchr(at, '>') : NULL;
  const char *href = open ? strstr(open, "href=") : NULL;
  if (!href || !close || href > close)
    return;
  href += 5 + (href[5] == '"' || href[5] == '\'');
  char *ref = sv_arena_copy(&s->target->arena, href, strcspn(href, "\"' >"));
  if (!s->openapi && ref)
    s->openapi = resolve(s, x->ask.url, ref);
}

/* RFC 9727: the first "service-desc" target of the linkset, and the anchor before it, which is the
 * API. */
static void hint_from_catalog(struct search *s, const struct sv_exchange *x)
{
  size_t size;
  const char *text =
      x->answer.status == 200 ? sv_answer_text(&x->answer, &s->target->arena, &size) : NULL;
  const char *at = text ? strstr(text, "\"service-desc\"") : NULL;
  const char *href = at ? strstr(at, "\"href\"") : NULL;
  if (!href)
    return;
  const char *anchor = NULL;
  for (const char *p = strstr(text, "\"anchor\""); p && p < at; p = strstr(p + 8, "\"anchor\""))
    anchor = p;
  if (anchor)
    s->anchor = address_here(s, x->ask.url, anchor + 8);
  href += 6;
  href += strspn(href, " \t\r\n:");
  if (*href != '"')
    return;
  char *ref = sv_arena_copy(&s->target->arena, href + 1, strcspn(href + 1, "\""));
  if (!s->openapi && ref)
    s->openapi = resolve(s, x->ask.url, ref);
}

/* A JSON Schema is what a rule-setter publishes. */
static bool take_schema(struct search *s, const struct sv_exchange *x)
{
  size_t size;
  const char *text =
      x->answer.status == 200 ? sv_answer_text(&x->answer, &s->target->arena, &size) : NULL;
  const char *at = text ? strstr(text, "\"$schema\"") : NULL;
  if (!at || !strstr(at, "json-schema.org/"))
    return false;
  add(s, "json-schema", x->ask.url, "JSON Schema");
  s->target->role = "rule-setter";
  s->target->role_is_assumed = false; /* what is published shows it */
  return true;
}

static void take_address(struct search *s, const struct sv_exchange *x)
{
  const char *type = sv_answer_header(&x->answer, "Content-Type");
  size_t size;
  s->url = x->ask.url;
  hint_from_links(s, x);
  if (take_openapi(s, x) || take_rdf(s, x) || take_schema(s, x)) {
    s->own = s->endpoints[0].kind;
    return;
  }
  if (type && strstr(type, "html")) {
    add(s, "web", x->ask.url, "HTML");
    const char *text = sv_answer_text(&x->answer, &s->target->arena, &size);
    if (text)
      hint_from_page(s, x, text);
  } else if (!x->answer.error) {
    add(s, "api", x->ask.url, "HTTP");
  }
}

static void take_metadata(struct search *s, const struct sv_exchange *x, const char *kind,
                          const char *name)
{
  size_t size;
  const char *text =
      x->answer.status == 200 ? sv_answer_text(&x->answer, &s->target->arena, &size) : NULL;
  if (!text || !strstr(text, "\"issuer\""))
    return;
  add(s, kind, x->ask.url, name);
  const char *at = strstr(text, "\"jwks_uri\"");
  const char *quote = at ? strchr(at + 10, '"') : NULL;
  char *keys = quote ? sv_arena_copy(&s->target->arena, quote + 1, strcspn(quote + 1, "\"")) : NULL;
  if (keys && sv_starts_with(keys, "http"))
    add(s, "jwks", keys, "JWKS");
}

static struct sv_ask ask_for(const char *url, const char *const *headers)
{
  return (struct sv_ask){
    .method = "GET", .url = url, .headers = headers, .header_count = headers ? 1 : 0
  };
}

/* The well-known places, as far as robots.txt does not close them. */
static enum sv_status look_at_known_places(struct search *s, const char *url)
{
  static const char *const places[] = {
    "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server",
    "/.well-known/security.txt",
    "/.well-known/api-catalog",
  };
  enum { PLACES = sizeof places / sizeof places[0] };
  static const struct sv_exchange nothing = { .answer = { .error = "refused" } };
  struct sv_ask asks[PLACES];
  size_t which[PLACES];
  const struct sv_exchange *got[PLACES];
  const struct sv_exchange *x[PLACES] = { &nothing, &nothing, &nothing, &nothing };
  size_t n = 0;
  for (size_t i = 0; i < PLACES; i++) {
    const char *place = resolve(s, url, places[i]);
    if (!may_try(s, place))
      continue;
    which[n] = i;
    asks[n++] = ask_for(place, NULL);
  }
  SV_TRY(sv_ask_all(s->broker, asks, n, 5, got));
  for (size_t i = 0; i < n; i++)
    x[which[i]] = got[i];
  take_metadata(s, x[0], "oidc", "OpenID Connect");
  take_metadata(s, x[1], "oauth", "OAuth");
  const char *type = sv_answer_header(&x[2]->answer, "Content-Type");
  if (x[2]->answer.status == 200 && type && strstr(type, "text/plain"))
    add(s, "security-txt", x[2]->ask.url, "security.txt");
  hint_from_catalog(s, x[3]);
  return SV_OK;
}

static enum sv_status first_round(struct search *s, const char *url, struct sv_discovery *out)
{
  const struct sv_ask asks[] = { ask_for(url, html_first), ask_for(url, rdf_only) };
  const struct sv_exchange *x[2];
  SV_TRY(sv_ask_all(s->broker, asks, 1, 5, x));
  if (x[0]->answer.error) {
    const char *why = x[0]->answer.detail ? x[0]->answer.detail : x[0]->answer.error;
    out->trouble = sv_arena_strdup(&s->target->arena, why);
    out->at = sv_arena_strdup(&s->target->arena, x[0]->ask.url);
    return out->trouble && out->at ? SV_OK : SV_NO_MEMORY;
  }
  SV_TRY(sv_ask_all(s->broker, asks + 1, 1, 5, x + 1));
  take_address(s, x[0]);
  (void)take_rdf(s, x[1]);
  return look_at_known_places(s, url);
}

static bool has(const struct sv_target *t, const char *kind)
{
  for (size_t i = 0; i < t->endpoint_count; i++)
    if (strcmp(t->endpoints[i].kind, kind) == 0)
      return true;
  return false;
}

static void drop(struct search *s, const char *kind)
{
  struct sv_target *t = s->target;
  size_t kept = 0;
  for (size_t i = 0; i < t->endpoint_count; i++)
    if (strcmp(t->endpoints[i].kind, kind) != 0)
      s->endpoints[kept++] = s->endpoints[i];
  t->endpoint_count = kept;
}

/* The API is at URL, as its description says; what was taken for it gives way when URL lies below. */
static void take_base(struct search *s, const char *url)
{
  const struct sv_target *t = s->target;
  add(s, "api", url, NULL);
  for (size_t i = 0; i < t->endpoint_count; i++) {
    struct sv_endpoint *e = &s->endpoints[i];
    size_t n = strcspn(e->url, "?#");
    while (n > 0 && e->url[n - 1] == '/')
      n--;
    if (strcmp(e->kind, "api") == 0 && strncmp(url, e->url, n) == 0 && url[n] == '/')
      e->url = url;
  }
}

/* Follows the hint, else tries the common places one after another and stops at the first document.
 */
static enum sv_status second_round(struct search *s)
{
  const struct sv_exchange *x;
  if (s->openapi && !has(s->target, "openapi")) {
    const struct sv_ask ask = ask_for(s->openapi, NULL);
    SV_TRY(sv_ask_all(s->broker, &ask, 1, 5, &x));
    (void)take_openapi(s, x);
  }
  struct sv_buf slash = SV_BUF(URL_MAX);
  (void)sv_buf_add(&slash, s->url, strcspn(s->url, "?#"));
  if (slash.size && slash.data[slash.size - 1] != '/')
    (void)sv_buf_addc(&slash, '/');
  enum sv_status status = slash.failed;
  for (size_t i = 0; status == SV_OK && i < sizeof common_paths / sizeof common_paths[0]; i++) {
    if (has(s->target, "openapi") || has(s->target, "dcat") || has(s->target, "cpsv"))
      break;
    const struct sv_ask ask = ask_for(resolve(s, sv_buf_text(&slash), common_paths[i]), NULL);
    if (ask.url && !may_try(s, ask.url))
      continue;
    status = ask.url ? sv_ask_all(s->broker, &ask, 1, 0, &x) : SV_NO_MEMORY;
    if (status == SV_OK)
      (void)take_openapi(s, x);
  }
  sv_buf_free(&slash);
  if (has(s->target, "openapi") && (s->anchor || s->server))
    take_base(s, s->anchor ? s->anchor : s->server);
  else if (has(s->target, "openapi") && s->elsewhere)
    drop(s, "api"); /* its operations are not there */
  else if (has(s->target, "openapi") && !has(s->target, "api") && !has(s->target, "web"))
    add(s, "api", s->url, "HTTP");
  return status;
}

/* A name made of letters, digits and hyphens from the host. */
static char *id_of(struct sv_arena *a, struct sv_span authority)
{
  char *id = sv_arena_copy(a, authority.data, authority.size);
  for (char *p = id; p && *p; p++)
    *p = sv_is_alnum((unsigned char)*p) ? (char)sv_lower(*p) : '-';
  return id;
}

enum sv_status sv_target_bare(const char *url, struct sv_target *out, struct sv_error *err)
{
  *out = (struct sv_target){ .arena = SV_ARENA(64 << 20),
                             .role = "provider",
                             .role_is_assumed = true,
                             .environment = "production" };
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  if (!sv_uri_is_absolute(url, strlen(url), false) || !u.authority.data || u.authority.size == 0 ||
      !(sv_equal_nocase_n(u.scheme.data, u.scheme.size, "https") ||
        sv_equal_nocase_n(u.scheme.data, u.scheme.size, "http")))
    return sv_fail(err, SV_INVALID, "\"%.200s\" is no http or https address", url);
  if (memchr(u.authority.data, '@', u.authority.size))
    return sv_fail(err, SV_INVALID, "an address must not hold a user name or password");
  struct sv_endpoint *endpoints =
      sv_arena_calloc(&out->arena, ENDPOINTS_MAX + 1, sizeof *endpoints);
  char *copy = sv_arena_strdup(&out->arena, url);
  out->name = sv_arena_copy(&out->arena, u.authority.data, u.authority.size);
  out->id = id_of(&out->arena, u.authority);
  out->samples = json_object();
  if (!endpoints || !copy || !out->name || !out->id || !out->samples)
    return SV_NO_MEMORY;
  endpoints[0] = (struct sv_endpoint){ .id = "web", .kind = "web", .url = copy };
  out->endpoints = endpoints;
  out->endpoint_count = 1;
  return SV_OK;
}

enum sv_status sv_discover(struct sv_broker *b, const char *url, struct sv_discovery *out,
                           struct sv_error *err)
{
  *out = (struct sv_discovery){ 0 };
  SV_TRY(sv_target_bare(url, &out->target, err));
  struct search s = { .broker = b, .target = &out->target, .found = SV_BUF(FOUND_MAX) };
  s.endpoints = sv_arena_calloc(&out->target.arena, ENDPOINTS_MAX + 1, sizeof *s.endpoints);
  if (!s.endpoints)
    return SV_NO_MEMORY;
  const char *address = out->target.endpoints[0].url;
  out->target.endpoints = s.endpoints;
  out->target.endpoint_count = 0;
  s.url = address;
  enum sv_status status = first_round(&s, address, out);
  if (status == SV_OK && !out->trouble)
    status = second_round(&s);
  out->elsewhere = has(&out->target, "openapi") && !has(&out->target, "api") ? s.elsewhere : NULL;
  out->profile = sv_profile_for(&out->target, s.own);
  if (status == SV_OK && out->target.endpoint_count == 0)
    add(&s, "web", address, NULL);
  if (s.found.size)
    out->found = sv_arena_strdup(&out->target.arena, sv_buf_text(&s.found));
  sv_buf_free(&s.found);
  return status;
}
