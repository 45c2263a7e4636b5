// SPDX-License-Identifier: Apache-2.0
/* Shapes within shapes: how deep, and whether one comes back to itself. SHACL leaves open what
 * recursive shapes mean (3.4.3), so that they are refused. */
#include "engines/shacl/compile.h"

#include <stdlib.h>

struct place {
  uint32_t shape;
  uint32_t constraint, item; /* the next to look at */
};

/* The next shape that P's shape refers to; SHACL_NONE: no more. */
static uint32_t next_shape(const struct sv_shacl *s, struct place *p)
{
  const struct shacl_shape *shape = shacl_shape(s, p->shape);
  for (; p->constraint < shape->count; p->constraint++, p->item = 0) {
    const struct shacl_constraint *k = shacl_constraint(s, shape->first + p->constraint);
    if (k->op < OP_NOT)
      continue;
    const uint32_t own = k->value != SHACL_NONE;
    if (p->item == 0 && own) {
      p->item = 1;
      return k->value;
    }
    if (p->item < own + k->count)
      return shacl_item(s, k->first + p->item++ - own);
  }
  return SHACL_NONE;
}

struct walk {
  struct place *stack;
  uint32_t *height; /* by shape: levels below it, its own included; 0: not known; NONE: open */
  uint32_t depth;
};

static bool enter(struct shacl_compile *c, struct walk *w, uint32_t shape)
{
  if (w->height[shape] == SHACL_NONE)
    return shacl_ill(c, shacl_shape(c->s, shape)->line,
                     N_("ill-formed shape: {value} refers to itself, directly or by way of other "
                        "shapes; SHACL does not say what that means"),
                     SH_NODE, shacl_shape(c->s, shape)->node);
  if (w->depth >= c->s->limits.nesting)
    return shacl_over(c, "shacl-nesting",
                      N_("shapes are nested in shapes deeper than the limit allows"));
  w->height[shape] = SHACL_NONE;
  w->stack[w->depth++] = (struct place){ .shape = shape };
  return true;
}

static bool visit(struct shacl_compile *c, struct walk *w, uint32_t root)
{
  if (!enter(c, w, root))
    return false;
  while (w->depth > 0) {
    struct place *top = &w->stack[w->depth - 1];
    const uint32_t below = next_shape(c->s, top);
    if (below == SHACL_NONE) {
      uint32_t height = 0;
      struct place again = { .shape = top->shape };
      for (uint32_t i = next_shape(c->s, &again); i != SHACL_NONE; i = next_shape(c->s, &again))
        height = w->height[i] > height ? w->height[i] : height;
      w->height[top->shape] = height + 1;
      w->depth--;
    } else if (w->height[below] == 0 || w->height[below] == SHACL_NONE) {
      if (!enter(c, w, below))
        return false;
    } else if (w->depth + w->height[below] > c->s->limits.nesting) {
      return shacl_over(c, "shacl-nesting",
                        N_("shapes are nested in shapes deeper than the limit allows"));
    }
  }
  return true;
}

bool shacl_check_nesting(struct shacl_compile *c)
{
  struct shacl_budget *b = &c->s->budget;
  struct walk w = { .stack = shacl_array(b, c->s->limits.nesting, sizeof *w.stack),
                    .height = shacl_array(b, c->s->shapes.count, sizeof *w.height) };
  bool ok = w.stack && w.height;
  for (uint32_t i = 0; ok && i < c->s->shapes.count; i++)
    ok = w.height[i] != 0 || visit(c, &w, i);
  free(w.stack);
  free(w.height);
  return ok;
}
