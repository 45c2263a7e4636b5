// SPDX-License-Identifier: Apache-2.0
/* Versions, notice, places of the description; AsyncAPI documents and data of events. */
#include "plugins/messages/test/cases.h"

#define HOST "https://svc.example"
#define ENDPOINTS                                                                                  \
  "\"endpoints\":[{\"id\":\"a\",\"kind\":\"openapi\",\"url\":\"" URL                               \
  "\"},{\"id\":\"b\",\"kind\":\"api\",\"url\":\"" HOST "/v1\"}]"
#define ALONE "\"endpoints\":[{\"id\":\"a\",\"kind\":\"openapi\",\"url\":\"" URL "\"}]"
#define TARGET "{" ENDPOINTS "}"
#define ALONE_TARGET "{" ALONE "}"
#define SAMPLES(text) "{" ALONE ",\"samples\":{" text "}}"
#define API(version, paths)                                                                        \
  "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"" version "\"},\"servers\":[{"   \
  "\"url\":\"/"                                                                                    \
  "v1\"}],\"paths\":"                                                                              \
  "{" paths "}}"
#define OP(more) "{\"get\":{\"responses\":{\"200\":{\"description\":\"d\"}}" more "}}"
#define OLD "\"/old\":" OP(",\"deprecated\":true")
#define NEW "\"/new\":" OP("")
#define DOCS(more) "\"/x\":{},\"x-a\":{}},\"externalDocs\":{" more "},\"x-b\":{"
/* A check of two documents. */
#define TWO(name_, check_, outcome_, old_, new_)                                                   \
  {                                                                                                \
    .name = (name_), .check = "technical." check_, .kind = "openapi-previous",                     \
    .outcome = (outcome_), .documents = {                                                          \
      { "openapi-previous", (old_) },                                                              \
      { "openapi", (new_) }                                                                        \
    }                                                                                              \
  }
/* A check with a target of its own. */
#define WITH(name_, check_, kind_, outcome_, target_, ...)                                         \
  {                                                                                                \
    .name = (name_), .check = "technical." check_, .kind = (kind_), .outcome = (outcome_),         \
    .target = (target_), .rows = {                                                                 \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define LINKSET(href)                                                                              \
  "200\nContent-Type: application/linkset+json\n\n{\"linkset\":[{\"anchor\":\"" URL                \
  "\",\"service-desc\":[{\"href\":\"" href "\"}]}]}"
#define CATALOGUE HOST "/.well-known/api-catalog"
#define LOG HOST "/changes"
#define ASYNC(version, rest)                                                                       \
  "{\"asyncapi\":\"" version "\",\"info\":{\"title\":\"T\",\"version\":\"1\"}" rest "}"
#define MESSAGE(payload) ",\"channels\":{\"c\":{\"messages\":{\"t\":{\"payload\":" payload "}}}}"
#define EVENT(more)                                                                                \
  "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/a\",\"type\":\"t\"" more "}"
#define SCHEMA HOST "/schema.json"
#define DATA(value) EVENT(",\"dataschema\":\"" SCHEMA "\",\"data\":" value)
#define BOUNDED "200\nContent-Type: application/schema+json\n\n{\"maximum\":5}"

#define FORMS(name_, outcome_, ...)                                                                \
  {                                                                                                \
    .name = (name_), .check = "technical.description.same-in-both", .kind = "openapi",             \
    .outcome = (outcome_), .rows = {                                                               \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  }
#define YAML(version)                                                                              \
  "200\nContent-Type: application/yaml\n\nopenapi: 3.0.3\ninfo:\n  title: T\n  version: '" version \
  "'\nservers:\n- url: /v1\npaths: {}\n"

static const struct sv_case_row rows[] = {
  TWO("nothing new", "lifecycle.breaking-changes", SV_PASSED, API("1.0.0", NEW), API("1.0.0", NEW)),
  TWO("more", "lifecycle.breaking-changes", SV_PASSED, API("1.0.0", NEW),
      API("1.1.0", NEW "," OLD)),
  TWO("less", "lifecycle.breaking-changes", SV_FAILED, API("1.0.0", NEW "," OLD),
      API("1.1.0", NEW)),
  TWO("less, and it says so", "lifecycle.breaking-changes", SV_PASSED, API("1.9.0", NEW "," OLD),
      API("2.0.0", NEW)),
  TWO("less, and no number to tell", "lifecycle.breaking-changes", SV_FAILED,
      API("januar", NEW "," OLD), API("februar", NEW)),
  TWO("what cannot be weighed", "lifecycle.breaking-changes", SV_CANT_TELL,
      API("1.0.0", "\"/a\":" OP(",\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"schema\":{"
                                "\"pattern\":\"a\"}}]")),
      API("1.1.0", "\"/a\":" OP(",\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"schema\":{"
                                "\"pattern\":\"b\"}}]"))),
  DOCUMENT("only one document", "lifecycle.breaking-changes", "openapi-previous", SV_INAPPLICABLE,
           API("1.0.0", NEW)),
  DOCUMENT("no description", "lifecycle.breaking-changes", "openapi-previous", SV_CANT_TELL, "{}"),

  TWO("a higher number", "lifecycle.version-rises", SV_PASSED, API("1.9.0", NEW),
      API("1.10.0", NEW)),
  TWO("the same number", "lifecycle.version-rises", SV_FAILED, API("1.0.0", NEW),
      API("1.0.0", OLD)),
  TWO("a lower number", "lifecycle.version-rises", SV_FAILED, API("1.1.0", NEW), API("1.0.9", NEW)),
  TWO("a release after its candidate", "lifecycle.version-rises", SV_PASSED, API("1.0.0-rc.2", NEW),
      API("1.0.0", NEW)),
  TWO("candidate ten after nine", "lifecycle.version-rises", SV_PASSED, API("1.0.0-rc.9", NEW),
      API("1.0.0-rc.10", NEW)),
  TWO("a candidate after its release", "lifecycle.version-rises", SV_FAILED, API("1.0.0", NEW),
      API("1.0.0-rc.1", NEW)),

  WITH("an old operation that says so", "lifecycle.deprecated-operations", "openapi", SV_PASSED,
       TARGET, { URL, JSON(API("1", OLD "," NEW)) },
       { HOST "/v1/old", "200\nDeprecation: @1\n\n" }),
  WITH("an old operation that is silent", "lifecycle.deprecated-operations", "openapi", SV_FAILED,
       TARGET, { URL, JSON(API("1", OLD)) }, { HOST "/v1/old", "200\n\n" }),
  WITH("none is old", "lifecycle.deprecated-operations", "openapi", SV_INAPPLICABLE, TARGET,
       { URL, JSON(API("1", NEW)) }),
  WITH("no answer", "lifecycle.deprecated-operations", "openapi", SV_CANT_TELL, TARGET,
       { URL, JSON(API("1", OLD)) }, { HOST "/v1/old", "!timeout" }),

  WITH("described as it answers", "lifecycle.deprecation-described", "openapi", SV_PASSED, TARGET,
       { URL, JSON(API("1", OLD)) }, { HOST "/v1/old", "200\nDeprecation: @1\n\n" }),
  WITH("answers what is not described", "lifecycle.deprecation-described", "openapi", SV_FAILED,
       TARGET, { URL, JSON(API("1", NEW)) }, { HOST "/v1/new", "200\nDeprecation: @1\n\n" }),
  WITH("nothing says so", "lifecycle.deprecation-described", "openapi", SV_INAPPLICABLE, TARGET,
       { URL, JSON(API("1", NEW)) }, { HOST "/v1/new", "200\n\n" }),

  WITH("the old one answers", "lifecycle.transition", "api", SV_PASSED,
       SAMPLES("\"previous\":\"/v0\",\"released\":\"2026-11-01\""), { HOST "/v0", "401\n\n" }),
  WITH("the old one is gone too early", "lifecycle.transition", "api", SV_FAILED,
       SAMPLES("\"previous\":\"/v0\",\"released\":\"2026-11-01\""), { HOST "/v0", "410\n\n" }),
  WITH("the time is over", "lifecycle.transition", "api", SV_INAPPLICABLE,
       SAMPLES("\"previous\":\"/v0\",\"released\":\"2026-01-01\""), { HOST "/v0", "410\n\n" }),
  WITH("gone, and nobody knows since when", "lifecycle.transition", "api", SV_CANT_TELL,
       SAMPLES("\"previous\":\"/v0\""), { HOST "/v0", "404\n\n" }),
  WITH("no old one", "lifecycle.transition", "api", SV_INAPPLICABLE, ALONE_TARGET, { 0 }),

  WITH("a log with the version", "lifecycle.changelog", "openapi", SV_PASSED,
       SAMPLES("\"changelog\":\"/changes\""), { URL, JSON(API("1.4.0", NEW)) },
       { LOG, "200\n\n<h2>1.4.0</h2>" }),
  WITH("a log without it", "lifecycle.changelog", "openapi", SV_FAILED,
       SAMPLES("\"changelog\":\"/changes\""), { URL, JSON(API("1.4.0", NEW)) },
       { LOG, "200\n\n<h2>1.3.0</h2>" }),
  WITH("a log that is not there", "lifecycle.changelog", "openapi", SV_FAILED,
       SAMPLES("\"changelog\":\"/changes\""), { URL, JSON(API("1.4.0", NEW)) }, { LOG, "404\n\n" }),
  WITH("no log", "lifecycle.changelog", "openapi", SV_FAILED, TARGET,
       { URL, JSON(API("1.4.0", NEW)) }),
  WITH("a link on the documentation", "lifecycle.changelog", "openapi", SV_PASSED, TARGET,
       { URL, JSON(API("1.4.0", DOCS("\"url\":\"/doc\""))) },
       { HOST "/doc", "200\nContent-Type: text/html\n\n<a href=\"/changes\">Endringslogg</a>" },
       { LOG, "200\n\n1.4.0" }),

  WITH("gone", "lifecycle.retired", "api", SV_PASSED, SAMPLES("\"retired\":[\"/a\",\"/b\"]"),
       { HOST "/a", "410\n\n" }, { HOST "/b", "404\n\n" }),
  WITH("still there", "lifecycle.retired", "api", SV_FAILED, SAMPLES("\"retired\":[\"/a\"]"),
       { HOST "/a", "200\n\n" }),
  WITH("moved", "lifecycle.retired", "api", SV_FAILED, SAMPLES("\"retired\":[\"/a\"]"),
       { HOST "/a", "301\nLocation: /b\n\n" }),
  WITH("nothing retired", "lifecycle.retired", "api", SV_INAPPLICABLE, ALONE_TARGET, { 0 }),

  WITH("a live link", "lifecycle.catalogue-links", "api", SV_PASSED, ALONE_TARGET,
       { CATALOGUE, LINKSET("/d.json") }, { "HEAD " HOST "/d.json", "200\n\n" }),
  WITH("HEAD is refused", "lifecycle.catalogue-links", "api", SV_PASSED, ALONE_TARGET,
       { CATALOGUE, LINKSET("/d.json") }, { "HEAD " HOST "/d.json", "405\n\n" },
       { HOST "/d.json", "200\n\n" }),
  WITH("a dead link", "lifecycle.catalogue-links", "api", SV_FAILED, ALONE_TARGET,
       { CATALOGUE, LINKSET("/d.json") }, { "HEAD " HOST "/d.json", "404\n\n" }),
  WITH("a link to others", "lifecycle.catalogue-links", "api", SV_INAPPLICABLE, ALONE_TARGET,
       { CATALOGUE, LINKSET("https://other.example/d.json") }),
  WITH("no catalogue", "lifecycle.catalogue-links", "api", SV_INAPPLICABLE, ALONE_TARGET,
       { CATALOGUE, "404\n\n" }),

  WITH("the same document", "description.standard-place", "openapi", SV_PASSED, TARGET,
       { URL, JSON(API("1", NEW)) }, { HOST "/v1/openapi.json", JSON(API("1", NEW)) }),
  WITH("another document", "description.standard-place", "openapi", SV_FAILED, TARGET,
       { URL, JSON(API("1", NEW)) }, { HOST "/v1/openapi.json", JSON(API("2", NEW)) }),
  WITH("not there", "description.standard-place", "openapi", SV_FAILED, TARGET,
       { URL, JSON(API("1", NEW)) }, { HOST "/v1/openapi.json", "404\n\n" }),

  DOCUMENT("asyncapi 2", "events.asyncapi", "asyncapi", SV_PASSED,
           ASYNC("2.6.0", ",\"channels\":{\"c\":{\"publish\":{\"message\":{\"payload\":{}}}}}")),
  DOCUMENT("asyncapi 3", "events.asyncapi", "asyncapi", SV_PASSED,
           ASYNC("3.0.0", MESSAGE("{\"type\":\"object\"}"))),
  DOCUMENT("in YAML", "events.asyncapi", "asyncapi", SV_PASSED,
           "asyncapi: 3.0.0\ninfo:\n  title: T\n  version: '1'\n"),
  DOCUMENT("no channels", "events.asyncapi", "asyncapi", SV_FAILED, ASYNC("2.6.0", "")),
  DOCUMENT("a later member", "events.asyncapi", "asyncapi", SV_FAILED,
           ASYNC("2.0.0", ",\"channels\":{\"c\":{\"servers\":[]}}")),
  DOCUMENT("an unknown member", "events.asyncapi", "asyncapi", SV_FAILED,
           ASYNC("3.0.0", ",\"topics\":{}")),
  DOCUMENT("a dead reference", "events.asyncapi", "asyncapi", SV_FAILED,
           ASYNC("3.0.0", ",\"channels\":{\"c\":{\"$ref\":\"#/components/channels/x\"}}")),
  DOCUMENT("a schema that is none", "events.asyncapi", "asyncapi", SV_FAILED,
           ASYNC("3.0.0", MESSAGE("{\"type\":\"objekt\"}"))),
  DOCUMENT("no version", "events.asyncapi", "asyncapi", SV_FAILED, "{\"info\":{}}"),
  DOCUMENT("malformed", "events.asyncapi", "asyncapi", SV_FAILED, "{"),

  ANSWER("data as the schema has them", "events.data-schema", "events", SV_PASSED,
         { URL, JSON("[" DATA("5") "]") }, { SCHEMA, BOUNDED }),
  ANSWER("data that break it", "events.data-schema", "events", SV_FAILED,
         { URL, JSON("[" DATA("5") "," DATA("6") "]") }, { SCHEMA, BOUNDED }),
  ANSWER("a schema that is gone", "events.data-schema", "events", SV_CANT_TELL,
         { URL, JSON("[" DATA("5") "]") }, { SCHEMA, "404\n\n" }),
  ANSWER("no schema", "events.data-schema", "events", SV_INAPPLICABLE,
         { URL, JSON("[" EVENT(",\"data\":1") "]") }),
  { .name = "by the AsyncAPI document",
    .check = "technical.events.data-schema",
    .kind = "event",
    .outcome = SV_FAILED,
    .documents = { { "event", EVENT(",\"data\":6") },
                   { "asyncapi", ASYNC("3.0.0", MESSAGE("{\"maximum\":5}")) } } },
  { .name = "by the operation of a channel",
    .check = "technical.events.data-schema",
    .kind = "event",
    .outcome = SV_PASSED,
    .documents = { { "event", EVENT(",\"data\":5") },
                   { "asyncapi", ASYNC("2.6.0", ",\"channels\":{\"c\":{\"publish\":{\"message\":{"
                                                "\"name\":\"t\",\"payload\":{\"maximum\":5}}}}"
                                                "}") } } },
  { .name = "by a schema that is handed over",
    .check = "technical.events.data-schema",
    .kind = "event",
    .outcome = SV_FAILED,
    .documents = { { "event", DATA("6") },
                   { "json-schema", "{\"$id\":\"" SCHEMA "\",\"maximum\":5}" } } },

  FORMS("the same in both", SV_PASSED, { URL, JSON(API("1", "")) }, { HOST "/v1.yaml", YAML("1") }),
  FORMS("another version", SV_FAILED, { URL, JSON(API("1", "")) }, { HOST "/v1.yaml", YAML("2") }),
  FORMS("not readable", SV_FAILED, { URL, JSON(API("1", "")) }, { HOST "/v1.yaml", "200\n\n{" }),
  FORMS("a page in its place", SV_INAPPLICABLE, { URL, JSON(API("1", "")) },
        { HOST "/v1.yaml", "200\nContent-Type: text/html\n\n<html>" }),
  FORMS("one form only", SV_INAPPLICABLE, { URL, JSON(API("1", "")) },
        { HOST "/v1.yaml", "404\n\n" }),
};

CASES(versions_cases, rows);
