// SPDX-License-Identifier: Apache-2.0
/* What a profile does to the levels of its requirements. */
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "runner/profile_resolve.h"
#include "runner/selector.h"

#include <samsvar/plugin.h>

#include <string.h>

enum { SENTENCE_MAX = 1024, REASON_MAX = 300 };

struct change {
  const char *level, *reason;
};

static const struct sv_member members[] = {
  { .name = "level",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct change, level),
    .required = true },
  { .name = "reason",
    .kind = SV_MEMBER_STRING,
    .offset = offsetof(struct change, reason),
    .required = true },
  { .kind = SV_MEMBER_END },
};

static enum sv_status tell(struct sv_resolving *s, const struct sv_requirement *q,
                           enum sv_level from, enum sv_level to, const char *reason)
{
  if (s->tailoring_count == SV_PROFILE_TAILORING_MAX)
    return SV_LIMIT;
  const struct sv_arg args[] = { { "id", q->id, 0 },
                                 { "from", sv_level_name(from), 0 },
                                 { "to", sv_level_name(to), 0 },
                                 { "reason", reason, 0 } };
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  (void)sv_message_render(sv_tr(N_("{id} is lowered from {from} to {to}: {reason}")), args, 4,
                          &text);
  const char *copy = sv_arena_strdup(&s->out->arena, sv_buf_text(&text));
  sv_buf_free(&text);
  s->tailoring[s->tailoring_count++] = copy;
  return copy ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status read_change(const struct sv_reader *r, sv_value v, struct change *change,
                                  enum sv_level *level)
{
  static const char *const names[] = { "must", "should", "may" };
  sv_value at = v;
  if (sv_doc_type(r->doc, v) == SV_DOC_OBJECT) {
    SV_TRY(sv_reader_object(r, v, members, change));
    at = sv_doc_gets(r->doc, v, "level");
  } else {
    SV_TRY(sv_reader_string(r, v, "level", &change->level));
  }
  *level = sv_level_from(change->level);
  if (!*level)
    return sv_reader_unknown(r, at, "level", change->level, names, sizeof names / sizeof names[0]);
  if (change->reason && strlen(change->reason) > REASON_MAX)
    return sv_reader_fault(r, v, N_("The reason is longer than 300 bytes."), NULL);
  return SV_OK;
}

/* One member of levels: a selector and what it is to be. */
static enum sv_status apply(struct sv_resolving *s, const struct sv_reader *r, sv_value v)
{
  const char *word = sv_reader_key(r, v);
  if (!word)
    return sv_reader_fault_key(r, v, N_("This is no requirement id."), NULL);
  struct change change = { 0 };
  enum sv_level level = 0;
  SV_TRY(read_change(r, v, &change, &level));
  size_t found = 0;
  for (size_t i = 0; i < s->c->count; i++) {
    if (!s->chosen[i] || !sv_selector_matches(word, &s->c->items[i]))
      continue;
    found++;
    if (level > s->levels[i] && !change.reason)
      return sv_reader_fault(r, v, N_("This lowers {id} from {from} to {to}. Say why: {example}"),
                             "id", s->c->items[i].id, "from", sv_level_name(s->levels[i]), "to",
                             sv_level_name(level), "example",
                             "{ \"level\": \"…\", \"reason\": \"…\" }", NULL);
    if (level > s->levels[i])
      SV_TRY(tell(s, &s->c->items[i], s->levels[i], level, change.reason));
    s->levels[i] = level;
  }
  if (found > 0)
    return SV_OK;
  const char *near = sv_selector_suggest(word, s->c, &s->out->arena);
  if (near && sv_selector_count(word, s->c) == 0)
    return sv_reader_fault_key(r, v,
                               N_("There is no requirement {name}. Did you mean {suggestion}?"),
                               "name", word, "suggestion", near, NULL);
  return sv_reader_fault_key(r, v,
                             N_("{name} is not among the requirements that this profile selects."),
                             "name", word, NULL);
}

enum sv_status sv_profile_levels(struct sv_resolving *s, const struct sv_profile_file *f)
{
  const struct sv_reader *r = &f->reader;
  if (f->levels == SV_DOC_NONE)
    return SV_OK;
  if (sv_doc_type(r->doc, f->levels) != SV_DOC_OBJECT)
    return sv_reader_fault(r, f->levels,
                           N_("levels must be an object: requirement ids and their levels."), NULL);
  for (sv_value v = sv_doc_first(r->doc, f->levels); v != SV_DOC_NONE;
       v = sv_doc_next(r->doc, f->levels, v)) {
    const enum sv_status status = apply(s, r, v);
    if (status == SV_LIMIT)
      return sv_reader_fault(r, v, N_("More than 200 requirements are lowered."), NULL);
    SV_TRY(status);
  }
  return SV_OK;
}
