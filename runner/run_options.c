// SPDX-License-Identifier: Apache-2.0
/* The tables of the commands that judge. What they share stands once, as macros of rows. */
#include "runner/run_options.h"

#include <samsvar/plugin.h>

#define AT(member) offsetof(struct sv_run_options, member)
#define ROW(n, l, k, m, a, c, g, h)                                                                \
  {                                                                                                \
    .name = n, .letter = l, .kind = SV_OPTION_##k, .offset = AT(m), .argument = a, .choices = c,   \
    .group = g, .help = h                                                                          \
  }

#define CHOOSE                                                                                     \
  ROW("profile", 'p', STRING, profile, "PROFILE", NULL, SV_WHAT,                                   \
      N_("the profile: a name, or a file")),                                                       \
      ROW("only", 0, LIST, only, "ID", NULL, SV_WHAT, N_("only these requirements or checks")),    \
      ROW("skip", 0, LIST, skip, "ID", NULL, SV_WHAT, N_("not these requirements or checks")),     \
      ROW("layer", 0, LIST, layers, "LAYER", NULL, SV_WHAT,                                        \
          N_("only legal, organisational, semantic, technical or cross")),                         \
      ROW("waivers", 0, STRING, waivers, "FILE", NULL, SV_WHAT,                                    \
          N_("accepted deviations: reason, owner, expiry")),                                       \
      ROW("answers", 0, STRING, answers, "FILE", NULL, SV_WHAT,                                    \
          N_("declared answers to what no program can judge")),                                    \
      ROW("plugin-dir", 0, LIST, plugin_dirs, "DIR", NULL, SV_WHAT,                                \
          N_("a further folder with plugins")),                                                    \
      ROW("vocabularies", 0, STRING, vocabularies, "DIR", NULL, SV_WHAT,                           \
          N_("a folder of newer code lists; SAMSVAR_VOCABULARIES by default"))

#define JUDGE                                                                                      \
  ROW("fail-on", 0, STRING, fail_on, NULL, "must|should|new|waiver-expired", SV_HOW,               \
      N_("what makes the exit code 1")),                                                           \
      ROW("min-shown", 0, STRING, min_shown_given, "PERCENT", NULL, SV_HOW,                        \
          N_("how much must have been judged")),                                                   \
      ROW("as-of", 0, STRING, as_of, "DATE", NULL, SV_HOW,                                         \
          N_("judge as on this day (YYYY-MM-DD)")),                                                \
      ROW("jobs", 'j', UINT, jobs, "N", NULL, SV_HOW, N_("plugins at work at once")),              \
      ROW("seed", 0, UINT, seed, "N", NULL, SV_HOW,                                                \
          N_("which of several requests are made from an API's description; 1 when not given")),   \
      ROW("baseline", 0, STRING, baseline, "RESULTS", NULL, SV_HOW,                                \
          N_("an earlier results.json to compare with")),                                          \
      ROW("isolation", 0, STRING, isolation, NULL, "auto|require", SV_HOW,                         \
          N_("refuse to run when a plugin's cage is not whole")),                                  \
      ROW("assertor", 0, STRING, assertor, NULL, "self|peer|regulator|ci", SV_HOW,                 \
          N_("who tests"))

#define NETWORK                                                                                    \
  ROW("allow-unsafe", 0, FLAG, allow_unsafe, NULL, NULL, SV_NET,                                   \
      N_("also send requests that may change data")),                                              \
      ROW("rate", 0, UINT, rate, "N", NULL, SV_NET, N_("requests a second to one host")),          \
      ROW("timeout", 0, UINT, timeout, "SECONDS", NULL, SV_NET,                                    \
          N_("longest wait for one answer")),                                                      \
      ROW("network", 0, STRING, network, "self|public|CIDR", NULL, SV_NET,                         \
          N_("the addresses that may be reached")),                                                \
      ROW("cacert", 0, STRING, cacert, "FILE", NULL, SV_NET, N_("certificates to trust, in PEM")), \
      ROW("contact", 0, STRING, contact, "ADDRESS", NULL, SV_NET,                                  \
          N_("whom the tested party may ask; sent with every request")),                           \
      ROW("proxy", 0, STRING, proxy, "URL", NULL, SV_NET,                                          \
          N_("send everything through this HTTP proxy; it must then hold the address policy")),    \
      ROW("agreed", 0, FLAG, agreed, NULL, NULL, SV_NET,                                           \
          N_("there is an agreement with the tested party, whatever its samsvar.json says"))

#define WRITE                                                                                      \
  ROW("output", 'o', STRING, output, "DIR", NULL, SV_RESULT,                                       \
      N_("where the reports go; samsvar-report when not given")),                                  \
      ROW("format", 0, LIST, formats, "LIST", NULL, SV_RESULT,                                     \
          N_("further report formats; see samsvar list formats")),                                 \
      ROW("html-assets", 0, STRING, html_assets, NULL, "inline|external", SV_RESULT,               \
          N_("the page's style and script within it, or as files beside it (Jenkins)")),           \
      ROW("events", 0, STRING, events, "FILE", NULL, SV_RESULT,                                    \
          N_("what happens, line by line, as JSON")),                                              \
      ROW("quiet", 'q', FLAG, quiet, NULL, NULL, SV_LOOK, N_("only the summary")),                 \
      ROW("color", 0, STRING, color, NULL, "auto|always|never", SV_LOOK,                           \
          N_("colours; NO_COLOR is honoured"))

const struct sv_option sv_run_table[] = {
  ROW("target", 't', STRING, target, "FILE", NULL, SV_WHAT,
      N_("the target file; samsvar.json when not given")),
  CHOOSE,
  JUDGE,
  NETWORK,
  WRITE,
  { 0 },
};

const struct sv_option sv_doctor_table[] = {
  ROW("target", 't', STRING, target, "FILE", NULL, SV_WHAT,
      N_("the target file; samsvar.json when not given")),
  ROW("profile", 'p', STRING, profile, "PROFILE", NULL, SV_WHAT,
      N_("the profile: a name, or a file")),
  NETWORK,
  { 0 },
};

const struct sv_option sv_plan_table[] = {
  ROW("target", 't', STRING, target, "FILE", NULL, SV_WHAT,
      N_("the target file; samsvar.json when not given")),
  ROW("profile", 'p', STRING, profile, "PROFILE", NULL, SV_WHAT,
      N_("the profile: a name, or a file")),
  ROW("only", 0, LIST, only, "ID", NULL, SV_WHAT, N_("only these requirements or checks")),
  ROW("skip", 0, LIST, skip, "ID", NULL, SV_WHAT, N_("not these requirements or checks")),
  ROW("layer", 0, LIST, layers, "LAYER", NULL, SV_WHAT,
      N_("only legal, organisational, semantic, technical or cross")),
  ROW("plugin-dir", 0, LIST, plugin_dirs, "DIR", NULL, SV_WHAT,
      N_("a further folder with plugins")),
  ROW("recording", 0, STRING, recording, "DIR", NULL, SV_WHAT,
      N_("also what checks would ask if the answers were those of this recording")),
  ROW("allow-unsafe", 0, FLAG, allow_unsafe, NULL, NULL, SV_NET,
      N_("also requests that may change data")),
  ROW("rate", 0, UINT, rate, "N", NULL, SV_NET, N_("requests a second to one host")),
  ROW("format", 0, STRING, format, NULL, "text|json", SV_RESULT,
      N_("how the plan is written; text when not given")),
  { 0 },
};

const struct sv_option sv_check_table[] = {
  ROW("role", 0, STRING, role, NULL, "provider|consumer|rule-setter", SV_WHAT,
      N_("what the organisation is here; as what was found says when not given")),
  CHOOSE,
  JUDGE,
  NETWORK,
  WRITE,
  { 0 },
};

const struct sv_option sv_demo_table[] = {
  ROW("break", 'b', LIST, breaks, "NAME", NULL, SV_WHAT,
      N_("break the reference service in this way")),
  ROW("list-breaks", 0, FLAG, list_breaks, NULL, NULL, SV_WHAT,
      N_("list the ways, with the checks that must notice")),
  CHOOSE,
  JUDGE,
  NETWORK,
  WRITE,
  { 0 },
};

const struct sv_option sv_replay_table[] = { CHOOSE, JUDGE, WRITE, { 0 } };
