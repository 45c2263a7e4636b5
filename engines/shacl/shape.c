// SPDX-License-Identifier: Apache-2.0
/* One shape: its path, severity, messages, whether it is active, and its constraints in order. */
#include "engines/shacl/compile.h"

#include <string.h>

/* The one value of NAME, or NULL; *OK is false after more than one. */
static const struct sv_triple *only(struct shacl_compile *c, sv_term node, enum shacl_name name,
                                    bool *ok)
{
  size_t n = 0;
  const sv_term p = c->s->names[name];
  const struct sv_triple *t = p ? sv_graph_objects(c->g, node, p, &n) : NULL;
  if (n > 1)
    *ok = shacl_ill(c, t[1].line, N_("ill-formed shape: {name} may be given only once"), name, 0);
  return t;
}

static bool read_severity(struct shacl_compile *c, struct shacl_shape *shape)
{
  bool ok = true;
  const struct sv_triple *t = only(c, shape->node, SH_SEVERITY, &ok);
  if (!ok || !t)
    return ok;
  if (sv_term_kind(t->o) != SV_TERM_IRI)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be an IRI, not {value}"),
                     SH_SEVERITY, t->o);
  const enum shacl_name name = shacl_name_of(c, t->o);
  shape->severity = name == SH_VIOLATION ? SV_SHACL_VIOLATION
                    : name == SH_WARNING ? SV_SHACL_WARNING
                    : name == SH_INFO    ? SV_SHACL_INFO
                                         : SV_SHACL_OTHER;
  shape->severity_term = t->o;
  return true;
}

static bool read_deactivated(struct shacl_compile *c, struct shacl_shape *shape)
{
  bool ok = true;
  const struct sv_triple *t = only(c, shape->node, SH_DEACTIVATED, &ok);
  if (!ok || !t)
    return ok;
  const int value = shacl_boolean(c->g, t->o);
  if (value < 0)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be true or false, not "
                        "{value}"),
                     SH_DEACTIVATED, t->o);
  shape->deactivated = value == 1;
  return true;
}

static bool check_messages(struct shacl_compile *c, const struct shacl_shape *shape)
{
  size_t n = 0;
  const sv_term p = c->s->names[SH_MESSAGE];
  const struct sv_triple *t = p ? sv_graph_objects(c->g, shape->node, p, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const sv_term type =
        sv_term_kind(t[i].o) == SV_TERM_LITERAL ? sv_graph_datatype(c->g, t[i].o) : 0;
    if (type != SV_XSD_STRING && type != SV_RDF_LANG_STRING && type != SV_RDF_DIR_LANG_STRING)
      return shacl_ill(c, t[i].line,
                       N_("ill-formed shape: the value of {name} must be a text, not {value}"),
                       SH_MESSAGE, t[i].o);
  }
  return true;
}

static bool read_path(struct shacl_compile *c, struct shacl_shape *shape)
{
  bool ok = true;
  const struct sv_triple *t = only(c, shape->node, SH_PATH, &ok);
  if (!ok)
    return false;
  if (t) {
    shape->path = t->o;
    return shacl_compile_path(c, shape, t->line);
  }
  const sv_term type = c->s->names[SH_PROPERTY_SHAPE];
  if (type && sv_graph_find(c->g, shape->node, SV_RDF_TYPE, type))
    return shacl_ill(c, shape->line,
                     N_("ill-formed shape: the property shape {value} has no {name}"), SH_PATH,
                     shape->node);
  return true;
}

static uint32_t first_line(const struct sv_triple *row, size_t n)
{
  uint32_t line = 0;
  for (size_t i = 0; i < n; i++)
    if (row[i].line && (line == 0 || row[i].line < line))
      line = row[i].line;
  return line;
}

/* Cheap constraints first; those of one kind stay in order. */
static void sort_constraints(struct sv_shacl *s, uint32_t first)
{
  struct shacl_constraint *all = s->constraints.data;
  for (size_t i = first + 1; i < s->constraints.count; i++) {
    const struct shacl_constraint k = all[i];
    size_t j = i;
    for (; j > first && all[j - 1].op > k.op; j--)
      all[j] = all[j - 1];
    all[j] = k;
  }
}

bool shacl_compile_shape(struct shacl_compile *c, uint32_t i)
{
  size_t n;
  struct shacl_shape shape = *shacl_shape(c->s, i);
  const struct sv_triple *row = sv_graph_row(c->g, shape.node, &n);
  shape.line = first_line(row, n);
  if (!read_severity(c, &shape) || !read_deactivated(c, &shape) || !check_messages(c, &shape) ||
      !read_path(c, &shape))
    return false;
  shape.first = (uint32_t)c->s->constraints.count;
  *shacl_shape(c->s, i) = shape;
  bool ok = true;
  for (size_t k = 0; k < n && ok; k++) {
    const enum shacl_name name = shacl_name_of(c, row[k].p);
    if (name > SH_FIRST_PARAM)
      ok = shacl_compile_parameter(c, i, name, &row[k]);
  }
  if (!ok || !shacl_going(c))
    return false;
  sort_constraints(c->s, shape.first);
  struct shacl_shape *done = shacl_shape(c->s, i);
  done->count = (uint32_t)c->s->constraints.count - shape.first;
  for (uint32_t k = 0; k < done->count; k++)
    done->compound |= shacl_constraint(c->s, done->first + k)->op >= OP_NOT;
  done->compound |= done->path != 0;
  return true;
}
