// SPDX-License-Identifier: Apache-2.0
/* A profile in words: whom it is for, what it asks for in each layer, when a run conforms. */
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "runner/command.h"
#include "runner/explain.h"
#include "runner/paragraph.h"
#include "runner/paths.h"
#include "runner/say.h"

#include <stdlib.h>

enum { SENTENCE_MAX = 4096 };

static void say(FILE *out, const char *label, const char *msgid, const struct sv_arg *args,
                size_t count)
{
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  (void)sv_message_render(sv_tr(msgid), args, count, &text);
  sv_paragraph(out, label, sv_buf_text(&text));
  sv_buf_free(&text);
}

/* One line a layer: how many requirements at each level, and how many have a check. */
static void layers(FILE *out, const struct sv_profile *p, const struct sv_library *l)
{
  bool first = true;
  for (enum sv_layer layer = SV_LEGAL; layer <= SV_TECHNICAL; layer++) {
    int64_t levels[SV_MAY + 1] = { 0 };
    int64_t checked = 0;
    for (size_t i = 0; i < p->count; i++) {
      const struct sv_requirement *r = p->items[i].requirement;
      if (r->layer != layer)
        continue;
      levels[p->items[i].level]++;
      checked += sv_library_is_checked(l, r->id);
    }
    const int64_t sum = levels[SV_MUST] + levels[SV_SHOULD] + levels[SV_MAY];
    const struct sv_arg args[] = {
      { "layer", sv_word_layer(layer), 0 }, { "count", NULL, sum },
      { "must", NULL, levels[SV_MUST] },    { "should", NULL, levels[SV_SHOULD] },
      { "may", NULL, levels[SV_MAY] },      { "checked", NULL, checked }
    };
    if (sum > 0) {
      say(out, first ? N_("Asks") : "",
          N_("{layer}: {count} requirements ({must} must, {should} should, {may} may), {checked} "
             "with a check"),
          args, sizeof args / sizeof args[0]);
      first = false;
    }
  }
}

static void maturity(FILE *out, const struct sv_profile *p)
{
  static const char *const words[] = { [SV_OPPORTUNISTIC] = N_("opportunistic"),
                                       [SV_ESSENTIAL] = N_("essential"),
                                       [SV_SUSTAINABLE] = N_("sustainable"),
                                       [SV_SEAMLESS] = N_("seamless") };
  bool first = true;
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++) {
    const struct sv_maturity_rule *r = &p->maturity[l];
    const struct sv_arg args[] = { { "level", sv_tr(words[l]), 0 },
                                   { "must", NULL, r->must },
                                   { "should", NULL, r->should },
                                   { "shown", NULL, r->shown } };
    if (!r->given)
      continue;
    say(out, first ? N_("Maturity") : "",
        N_("A layer is {level} when {must} % of must and {should} % of should is met and {shown} % "
           "of what applies was judged."),
        args, 4);
    first = false;
  }
}

static void rest(FILE *out, const struct sv_profile *p)
{
  char *parameters = json_object_size(p->parameters)
                         ? json_dumps(p->parameters, JSON_SORT_KEYS | JSON_INDENT(0))
                         : NULL;
  sv_paragraph(out, N_("Parameters"), parameters);
  free(parameters);
  const struct sv_arg gate[] = { { "level", sv_level_name(p->gate.fail_on), 0 },
                                 { "shown", NULL, p->gate.min_shown } };
  say(out, N_("Gate"),
      N_("A run conforms when no requirement at level {level} or stricter fails and {shown} "
         "percent of what applies was "
         "judged."),
      gate, 2);
  if (p->gate.require_manual)
    sv_paragraph(out, "", sv_tr(N_("What a person judges must have been answered, too.")));
  maturity(out, p);
  const struct sv_arg days[] = { { "days", NULL, p->validity_days } };
  say(out, N_("Validity"), N_("A result is fresh for {days} days."), days, 1);
  for (size_t i = 0; i < p->tailoring_count; i++)
    sv_paragraph(out, i == 0 ? N_("Tailoring") : "", p->tailoring[i]);
  sv_paragraph(out, N_("Digest"), p->sha256);
}

int sv_explain_profile(FILE *out, const char *name, const struct sv_library *l,
                       struct sv_error *err)
{
  struct sv_profile p;
  const enum sv_status status = sv_profile_read(sv_path_data(), name, &l->catalogue, &p, err);
  if (status == SV_OK) {
    const char *words[3];
    const size_t count = p.role_count < 3 ? p.role_count : 3;
    for (size_t i = 0; i < count; i++)
      words[i] = sv_word_role(p.roles[i]);
    (void)fprintf(out, "%s %s\n%s\n\n", p.id, p.version, sv_text_used(&p.title));
    sv_paragraph(out, N_("For"), sv_text_used(&p.description));
    sv_paragraph_words(out, N_("Roles"), words, count);
    sv_paragraph_words(out, N_("Capabilities"), p.capabilities, p.capability_count);
    sv_paragraph_words(out, N_("Endpoints"), p.kinds, p.kind_count);
    layers(out, &p, l);
    sv_paragraph_words(out, N_("Checks"), p.checks, p.check_count);
    rest(out, &p);
    sv_say(out, N_("\nSee them all with: samsvar list requirements -p {name}\n"), "name", name,
           NULL);
  }
  sv_profile_free(&p);
  return status == SV_OK          ? SV_EXIT_CONFORMS
         : status == SV_NO_MEMORY ? SV_EXIT_INTERNAL
                                  : SV_EXIT_USAGE;
}
