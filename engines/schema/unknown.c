// SPDX-License-Identifier: Apache-2.0
/* Keywords that the draft of a schema does not know: most often misspelt, and never judged. */
#include "engines/schema/program.h"

#include <stdlib.h>
#include <string.h>

/* A schema that waits to be looked at, and the rules that hold in it. */
struct waiting {
  const struct sv_dialect *dialect;
  sv_value value;
};

struct walk {
  struct sv_schema_set *set;
  const struct sv_doc *doc;
  struct waiting *stack;
  size_t count, room;
  sv_schema_unknown_say *say;
  void *context;
};

static enum sv_status push(struct walk *w, const struct sv_dialect *dialect, sv_value v)
{
  if (sv_doc_type(w->doc, v) != SV_DOC_OBJECT)
    return SV_OK;
  if (w->count == w->room) {
    const size_t room = w->room ? w->room * 2 : 64;
    struct waiting *stack = realloc(w->stack, room * sizeof *stack);
    if (!stack)
      return SV_NO_MEMORY;
    w->stack = stack;
    w->room = room;
  }
  w->stack[w->count++] = (struct waiting){ dialect, v };
  return SV_OK;
}

static enum sv_status push_children(struct walk *w, const struct sv_dialect *dialect,
                                    enum sv_shape shape, sv_value v)
{
  if (shape == SV_SHAPE_NONE)
    return SV_OK;
  const bool is_one = shape == SV_SHAPE_SCHEMA ||
                      (shape == SV_SHAPE_SCHEMA_OR_LIST && sv_doc_type(w->doc, v) != SV_DOC_ARRAY);
  if (is_one)
    return push(w, dialect, v);
  for (sv_value c = sv_doc_first(w->doc, v); c != SV_DOC_NONE; c = sv_doc_next(w->doc, v, c))
    SV_TRY(push(w, dialect, c));
  return SV_OK;
}

/* The rules in the schema at V: those of its own $schema, where it has one. */
static const struct sv_dialect *dialect_of(struct walk *w, const struct sv_dialect *around,
                                           sv_value v)
{
  const struct sv_dialect *own = around;
  const sv_value name = sv_doc_gets(w->doc, v, "$schema");
  size_t size = 0;
  const char *text = name == SV_DOC_NONE ? NULL : sv_doc_string(w->doc, name, &size);
  return text && sv_dialect_get(w->set, text, size, &own, NULL) == SV_OK ? own : around;
}

/* An own metaschema may bring words that nobody else knows. */
static bool is_published(const struct sv_dialect *d)
{
  for (int i = SV_SCHEMA_2020_12; i <= SV_SCHEMA_OAS_3_1; i++)
    if (sv_dialect_default((enum sv_schema_dialect)i) == d)
      return true;
  return false;
}

static enum sv_status visit(struct walk *w, const struct waiting *at)
{
  const struct sv_dialect *dialect = dialect_of(w, at->dialect, at->value);
  const bool is_strict = is_published(dialect);
  sv_value c = sv_doc_first(w->doc, at->value);
  for (; c != SV_DOC_NONE; c = sv_doc_next(w->doc, at->value, c)) {
    size_t size = 0;
    const char *name = sv_doc_string(w->doc, sv_doc_key(w->doc, c), &size);
    const struct sv_keyword *known = name ? sv_keyword_find(dialect, name, size) : NULL;
    if (known)
      SV_TRY(push_children(w, dialect, known->shape, c));
    else if (name && is_strict)
      w->say(w->context, name, size, c);
  }
  return SV_OK;
}

enum sv_status sv_schema_unknown(struct sv_schema_set *s, const struct sv_doc *doc,
                                 sv_schema_unknown_say *say, void *context)
{
  struct walk w = { .set = s, .doc = doc, .say = say, .context = context };
  enum sv_status status = push(&w, sv_dialect_default(s->options.dialect), SV_DOC_ROOT);
  while (status == SV_OK && w.count > 0) {
    const struct waiting at = w.stack[--w.count];
    status = visit(&w, &at);
  }
  free(w.stack);
  return status;
}
