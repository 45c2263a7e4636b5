// SPDX-License-Identifier: Apache-2.0
/* Requirements and checks in words. */
#include "runner/explain.h"

#include "engines/base/lang.h"
#include "runner/command.h"
#include "runner/paragraph.h"
#include "runner/paths.h"
#include "runner/prose.h"

#include <string.h>

enum { LINE_MAX_BYTES = 2048, WORDS_MAX = 32 };

const char *sv_word_layer(enum sv_layer layer)
{
  static const char *const words[] = { [SV_LEGAL] = N_("legal"),
                                       [SV_ORGANISATIONAL] = N_("organisational"),
                                       [SV_SEMANTIC] = N_("semantic"),
                                       [SV_TECHNICAL] = N_("technical"),
                                       [SV_CROSS_LAYER] = N_("across the layers") };
  return sv_tr(words[layer]);
}

static const char *level_word(enum sv_level level)
{
  static const char *const words[] = { [SV_MUST] = N_("must: breaking it is a deviation"),
                                       [SV_SHOULD] = N_("should: breaking it is a warning"),
                                       [SV_MAY] = N_("may: breaking it is a note") };
  return sv_tr(words[level]);
}

const char *sv_word_role(const char *role)
{
  if (strcmp(role, "provider") == 0)
    return sv_tr(N_("provider"));
  if (strcmp(role, "consumer") == 0)
    return sv_tr(N_("consumer"));
  return sv_tr(N_("rule-setter"));
}

static void heading(FILE *out, const char *id, const char *title)
{
  (void)fprintf(out, "%s\n%s\n\n", id, title);
}

static void roles(FILE *out, const char *const *items, size_t count)
{
  const char *words[WORDS_MAX];
  const size_t most = count < WORDS_MAX ? count : WORDS_MAX;
  for (size_t i = 0; i < most; i++)
    words[i] = sv_word_role(items[i]);
  sv_paragraph_words(out, N_("Roles"), words, most);
}

static void norm(FILE *out, const struct sv_requirement *r)
{
  char line[LINE_MAX_BYTES];
  (void)snprintf(line, sizeof line, "%s, %s", r->norm.title, r->norm.clause);
  sv_paragraph(out, N_("Norm"), line);
  sv_paragraph(out, "", r->norm.url);
}

/* The checks that judge R, or plainly that there is none; and what their plugins' README files say.
 */
static void checks(FILE *out, const struct sv_requirement *r, const struct sv_library *l)
{
  json_t *ids = sv_library_checks_of(l, r->id);
  if (sv_library_is_manual(l, r)) {
    sv_paragraph(out, N_("Checks"),
                 sv_tr(N_("None: a person judges this, and the answer is declared. Without an "
                          "answer it is shown as not tested.")));
    sv_paragraph(out, N_("Why"), sv_text_used(&r->manual));
  } else if (json_array_size(ids) == 0)
    sv_paragraph(out, N_("Checks"),
                 sv_tr(N_("None yet. Reports show the requirement as not tested, and it never "
                          "decides a verdict.")));
  for (size_t i = 0; i < json_array_size(ids); i++) {
    const char *id = json_string_value(json_array_get(ids, i));
    const struct sv_plugin_info *plugin = NULL;
    const struct sv_check_info *c = sv_plugins_find(&l->plugins, id, &plugin);
    if (!c)
      continue;
    char line[LINE_MAX_BYTES];
    (void)snprintf(line, sizeof line, "%s – %s", id, sv_tr(c->title));
    sv_paragraph(out, i == 0 ? N_("Checks") : "", line);
    (void)sv_prose_print(out, sv_path_data(), plugin->name, id);
  }
  json_decref(ids);
}

static enum sv_status in_profiles(FILE *out, const struct sv_requirement *r,
                                  const struct sv_library *l, const char *const *profiles,
                                  struct sv_error *err)
{
  const char *found[WORDS_MAX];
  size_t count = 0;
  for (; *profiles && count < WORDS_MAX; profiles++) {
    struct sv_profile p;
    const enum sv_status status =
        sv_profile_read(sv_path_data(), *profiles, &l->catalogue, &p, err);
    if (status == SV_OK && sv_profile_find(&p, r->id))
      found[count++] = *profiles;
    sv_profile_free(&p);
    SV_TRY(status);
  }
  sv_paragraph_words(out, N_("Profiles"), found, count);
  return SV_OK;
}

int sv_explain_requirement(FILE *out, const struct sv_requirement *r, const struct sv_library *l,
                           const char *const *profiles, struct sv_error *err)
{
  heading(out, r->id, sv_text_used(&r->title));
  sv_paragraph(out, N_("Asks"), sv_text_used(&r->statement));
  sv_paragraph(out, N_("Level"), level_word(r->level));
  norm(out, r);
  sv_paragraph(out, N_("Layer"), sv_word_layer(r->layer));
  sv_paragraph(out, N_("Family"), sv_text_used(&r->family_title));
  roles(out, r->roles, r->role_count);
  sv_paragraph_words(out, N_("Capabilities"), r->capabilities, r->capability_count);
  sv_paragraph(out, N_("Looks at"), sv_tr(r->endpoint));
  sv_paragraph(out, N_("Decided by"), sv_tr(r->rule));
  sv_paragraph(out, N_("Safe"),
               r->safe ? sv_tr(N_("yes: GET, HEAD and OPTIONS are enough"))
                       : sv_tr(N_("no: it needs --allow-unsafe, against a test environment")));
  if (!r->seen)
    sv_paragraph(out, N_("Note"),
                 sv_tr(N_("The source has not been read. Verify it before you rely on it; it never "
                          "decides a verdict.")));
  sv_paragraph(out, N_("Read in"), r->source);
  if (in_profiles(out, r, l, profiles, err) != SV_OK)
    return SV_EXIT_INTERNAL;
  checks(out, r, l);
  return SV_EXIT_CONFORMS;
}

int sv_explain_check(FILE *out, const struct sv_check_info *c, const struct sv_plugin_info *plugin,
                     const struct sv_library *l)
{
  char line[LINE_MAX_BYTES];
  heading(out, c->id, sv_tr(c->title));
  sv_paragraph(out, N_("Layer"), sv_word_layer(c->layer));
  sv_paragraph(out, N_("Level"), level_word(c->level));
  sv_paragraph_words(out, N_("Kinds"), c->kinds, c->kind_count);
  sv_paragraph(out, N_("Safe"),
               c->flags & (SV_WRITES | SV_HEAVY) ? sv_tr(N_("no: it needs --allow-unsafe, against "
                                                            "a test environment"))
               : c->flags & (SV_MAY_WRITE | SV_ALSO_WRITES) ? sv_tr(N_("partly: what may change data is sent with "
                                                    "--allow-unsafe only, against a test "
                                                    "environment"))
                                         : sv_tr(N_("yes: GET, HEAD and OPTIONS are enough")));
  (void)snprintf(line, sizeof line, "%s %s", plugin->name, plugin->version);
  sv_paragraph(out, N_("Plugin"), line);
  for (size_t i = 0; i < c->requirement_count; i++) {
    const struct sv_requirement *r = sv_catalogue_find(&l->catalogue, c->requirements[i]);
    (void)snprintf(line, sizeof line, "%s – %s", c->requirements[i],
                   r ? sv_text_used(&r->title) : sv_tr(N_("not in the catalogue")));
    sv_paragraph(out, i == 0 ? N_("Judges") : "", line);
    if (r)
      norm(out, r);
  }
  (void)sv_prose_print(out, sv_path_data(), plugin->name, c->id);
  return SV_EXIT_CONFORMS;
}
