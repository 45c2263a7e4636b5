// SPDX-License-Identifier: Apache-2.0
/* Tables of words: contract section 1, reports section 1, and the seed's capability model. */
#include "reports/words.h"

#include "engines/base/lang.h"

#include <string.h>

static const struct sv_display_words displays[] = {
  [SV_SHOW_FAIL] = { N_("Deviation"), N_("Deviations"), N_("deviation"), N_("deviations"),
                     "\xE2\x9C\x97", N_("[DEVIATION]"), "fail",
                     N_("A must-requirement is not met. It prevents conformity.") },
  [SV_SHOW_ERROR] = { N_("Run error"), N_("Run errors"), N_("run error"), N_("run errors"),
                      "\xE2\x97\x86", N_("[ERROR]"), "error",
                      N_("The check could not be completed. It says nothing about the requirement "
                         "and never counts "
                         "as fulfilled.") },
  [SV_SHOW_WARNING] = { N_("Warning"), N_("Warnings"), N_("warning"), N_("warnings"), "!",
                        N_("[WARNING]"), "warn",
                        N_("A should- or may-requirement is not met. It does not prevent "
                           "conformity.") },
  [SV_SHOW_NOT_TESTED] = { N_("Not shown"), N_("Not shown"), N_("not shown"), N_("not shown"), "?",
                           N_("[NOT SHOWN]"), "untested",
                           N_("The requirement was not shown, for instance because something was "
                              "missing. It never "
                              "counts as fulfilled.") },
  [SV_SHOW_WAIVED] = { N_("Exempt"), N_("Exempt"), N_("exempt"), N_("exempt"), "\xE2\x80\x93",
                       N_("[EXEMPT]"), "waived",
                       N_("The requirement is not met, but an exemption holds until a certain "
                          "date.") },
  [SV_SHOW_NOT_APPLICABLE] = { N_("Not relevant"), N_("Not relevant"), N_("not relevant"),
                               N_("not relevant"), "\xE2\x97\x8B", "[-]", "na",
                               N_("The requirement does not concern this target.") },
  [SV_SHOW_PASS] = { N_("Fulfilled"), N_("Fulfilled"), N_("fulfilled"), N_("fulfilled"),
                     "\xE2\x9C\x93", "[OK]", "pass", N_("The requirement is met.") },
};

static const char *const verdicts[] = {
  [SV_CONFORMS] = N_("Conforms"),
  [SV_CONFORMS_WITH_WAIVERS] = N_("Conforms, with exemptions"),
  [SV_DOES_NOT_CONFORM] = N_("Does not conform"),
  [SV_NOT_SHOWN] = N_("Not shown"),
};

static const char *const changes[] = {
  [SV_CHANGE_NEW] = N_("new"),           [SV_CHANGE_CHANGED] = N_("changed"),
  [SV_CHANGE_STILL] = N_("still there"), [SV_CHANGE_FIXED] = N_("fixed"),
  [SV_CHANGE_SAME] = N_("the same"),
};

static const char *const levels[] = {
  [SV_MUST] = N_("must"), [SV_SHOULD] = N_("should"), [SV_MAY] = N_("may")
};

static const char *const layers[] = {
  [SV_LEGAL] = N_("Legal"),
  [SV_ORGANISATIONAL] = N_("Organisational"),
  [SV_SEMANTIC] = N_("Semantic"),
  [SV_TECHNICAL] = N_("Technical"),
  [SV_CROSS_LAYER] = N_("Across layers"),
};

static const char *const lower_layers[] = {
  [SV_LEGAL] = N_("legal"),
  [SV_ORGANISATIONAL] = N_("organisational"),
  [SV_SEMANTIC] = N_("semantic"),
  [SV_TECHNICAL] = N_("technical"),
  [SV_CROSS_LAYER] = N_("across layers"),
};

static const char *const attributions[] = {
  [SV_TARGET] = N_("the target"),
  [SV_CONFIGURATION] = N_("the set-up"),
  [SV_CREDENTIALS] = N_("the credentials"),
  [SV_NETWORK] = N_("the network"),
  [SV_DEPENDENCY] = N_("an outside service"),
  [SV_TOOL] = N_("samsvar"),
};

static const struct {
  const char *word, *text;
} assertors[] = {
  { "self", N_("the owner (self-test)") },
  { "peer", N_("another agency") },
  { "regulator", N_("a supervisory authority") },
  { "ci", N_("automatic test (CI)") },
};

static const struct {
  const char *word, *text;
} environments[] = {
  { "production", N_("Production") },
  { "test", N_("Test") },
  { "staging", N_("Staging") },
  { "development", N_("Development") },
};

static const struct {
  const char *word, *text;
} families[] = {
  { "access", N_("Access to data") },
  { "accessibility", N_("Accessibility") },
  { "api-contract", N_("API contract") },
  { "api-description", N_("API description") },
  { "application-profiles", N_("Application profiles") },
  { "auth", N_("Access and tokens") },
  { "catalogue", N_("Catalogues") },
  { "classifications", N_("Classifications") },
  { "code-lists", N_("Code lists") },
  { "concepts", N_("Concepts") },
  { "contact", N_("Points of contact") },
  { "cpsv", N_("Service descriptions") },
  { "dcat", N_("Descriptions of data sets") },
  { "dns", N_("Domain names") },
  { "events", N_("Events") },
  { "framework", N_("Frameworks and guidance") },
  { "high-value", N_("High-value data sets") },
  { "http", N_("HTTP") },
  { "language", N_("Language") },
  { "legislation", N_("Legal basis") },
  { "licences", N_("Licences") },
  { "life-event", N_("Life events") },
  { "lifecycle", N_("Versions and lifecycle") },
  { "messaging", N_("Message exchange") },
  { "models", N_("Information models") },
  { "negative", N_("Wrong requests") },
  { "payload", N_("Data in answers") },
  { "privacy", N_("Privacy") },
  { "public-service", N_("Public services") },
  { "publisher", N_("Publisher") },
  { "quality", N_("Quality") },
  { "rdf", N_("RDF") },
  { "rights", N_("Rights and duties") },
  { "schemas", N_("Schemas") },
  { "security-headers", N_("Security headers") },
  { "service-level", N_("Service level") },
  { "transport", N_("Transport and certificates") },
  { "web", N_("Web") },
};

const struct sv_capability_words sv_capabilities[] = {
  { "CAP-END", N_("Integrable end-user services"), NULL, "mid" },
  { "CAP-PLT", N_("Platforms for service development and production"), NULL, "mid" },
  { "CAP-AGG", N_("Aggregation and storage of data"),
    N_("Data gathered from several sources and registers"), "mid" },
  { "CAP-ANA", N_("Resources for data analysis"), N_("For data sets shared in a service chain"),
    "mid" },
  { "CAP-REG", N_("Distributed sources and registers"), N_("Areas with master data"), "mid" },
  { "CAP-RAW", N_("Distributed sources, raw data"), N_("Real-time, sensor and event data"), "mid" },
  { "CAP-INF", N_("Information management"), NULL, "c1" },
  { "CAP-SEC", N_("Information security"), NULL, "c2" },
  { "CAP-ARK", N_("Architecture and standardisation"), NULL, "c3" },
  { "CAP-TRU", N_("Trust services"), N_("Authentication and authorisation across service chains"),
    "c5" },
  { "CAP-DIX", N_("Data exchange and integration"),
    N_("Supports event- and service-oriented architecture"), "c6" },
  { "CAP-KAT", N_("Catalogue services"), NULL, "c7" },
  { "CAP-ORG", N_("Organisation, governance, coordination and instruments"), NULL, "cb" },
};
const size_t sv_capability_count = sizeof sv_capabilities / sizeof sv_capabilities[0];

const struct sv_display_words *sv_display_words(enum sv_display d)
{
  return &displays[d >= SV_SHOW_FAIL && d <= SV_SHOW_PASS ? d : SV_SHOW_NOT_TESTED];
}

const char *sv_change_word(enum sv_change c)
{
  return changes[c >= SV_CHANGE_NEW && c <= SV_CHANGE_SAME ? c : SV_CHANGE_CHANGED];
}

const char *sv_verdict_word(enum sv_verdict_value v)
{
  return verdicts[v >= SV_CONFORMS && v <= SV_NOT_SHOWN ? v : SV_NOT_SHOWN];
}

const char *sv_maturity_word(enum sv_maturity_level m)
{
  static const char *const words[] = { [SV_AD_HOC] = N_("ad hoc"),
                                       [SV_OPPORTUNISTIC] = N_("opportunistic"),
                                       [SV_ESSENTIAL] = N_("essential"),
                                       [SV_SUSTAINABLE] = N_("sustainable"),
                                       [SV_SEAMLESS] = N_("seamless") };
  return (size_t)m < sizeof words / sizeof words[0] ? words[m] : NULL;
}

const char *sv_life_event_word(const char *code)
{
  static const struct {
    const char *code, *word;
  } rows[] = {
    { "alvorlig-sykt-barn", N_("Seriously ill child") },
    { "dodsfall-og-arv", N_("Death and inheritance") },
    { "fa-barn", N_("Having a child") },
    { "miste-og-finne-jobb", N_("Losing and finding a job") },
    { "ny-i-norge", N_("New in Norway") },
    { "starte-og-drive-bedrift", N_("Starting and running a business") },
    { "starte-og-drive-frivillig-org", N_("Starting and running a voluntary organisation") },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (strcmp(rows[i].code, code) == 0)
      return rows[i].word;
  return code;
}

const char *sv_level_word(enum sv_level l)
{
  return levels[l >= SV_MUST && l <= SV_MAY ? l : SV_MUST];
}

const char *sv_layer_word(enum sv_layer l)
{
  return layers[l >= SV_LEGAL && l <= SV_CROSS_LAYER ? l : SV_CROSS_LAYER];
}

const char *sv_layer_lower(enum sv_layer l)
{
  return lower_layers[l >= SV_LEGAL && l <= SV_CROSS_LAYER ? l : SV_CROSS_LAYER];
}

const char *sv_attribution_word(enum sv_attribution a)
{
  return a >= SV_TARGET && a <= SV_TOOL ? attributions[a] : NULL;
}

const char *sv_assertor_word(const char *assertor)
{
  for (size_t i = 0; i < sizeof assertors / sizeof assertors[0]; i++)
    if (strcmp(assertors[i].word, assertor) == 0)
      return assertors[i].text;
  return assertor;
}

const char *sv_environment_word(const char *environment)
{
  for (size_t i = 0; i < sizeof environments / sizeof environments[0]; i++)
    if (strcmp(environments[i].word, environment) == 0)
      return environments[i].text;
  return environment;
}

const char *sv_family_word(const char *family)
{
  for (size_t i = 0; i < sizeof families / sizeof families[0]; i++)
    if (strcmp(families[i].word, family) == 0)
      return families[i].text;
  return NULL;
}

const char *sv_plural(uint64_t n, const char *one, const char *many)
{
  return sv_tr(n == 1 ? one : many);
}
