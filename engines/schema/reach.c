// SPDX-License-Identifier: Apache-2.0
/* Searches over compiled nodes: what a schema reaches, and whether it applies itself without end.
 */
#include "engines/schema/program.h"

#include <stdlib.h>

#define N_(msgid) msgid

struct entry {
  struct sv_node *node;
  uint32_t op;    /* the next keyword to look at */
  uint32_t child; /* and of that the next subschema */
};

struct stack {
  struct entry *entries;
  size_t count, room;
};

static enum sv_status push(struct stack *s, struct sv_node *n)
{
  if (s->count == s->room) {
    const size_t room = s->room ? s->room * 2 : 256;
    struct entry *entries = realloc(s->entries, room * sizeof *entries);
    if (!entries)
      return SV_NO_MEMORY;
    s->entries = entries;
    s->room = room;
  }
  s->entries[s->count++] = (struct entry){ .node = n };
  return SV_OK;
}

/* Subschema I of the keyword; NULL behind the last. */
static struct sv_node *child_of(const struct sv_op *op, uint32_t i, bool *end)
{
  *end = false;
  struct sv_node *three[3] = { 0 };
  uint32_t count = 0;
  switch (op->kind) {
  case SV_OP_ALL_OF:
  case SV_OP_ANY_OF:
  case SV_OP_ONE_OF:
  case SV_OP_PREFIX_ITEMS:
    *end = i >= op->nodes->count;
    return *end ? NULL : op->nodes->node[i];
  case SV_OP_PROPERTIES:
  case SV_OP_PATTERN_PROPERTIES:
    *end = i >= op->names->count;
    return *end ? NULL : op->names->of[i].node;
  case SV_OP_DEPENDENT_SCHEMAS:
    *end = i >= op->dependents->count;
    return *end ? NULL : op->dependents->of[i].node;
  case SV_OP_IF:
    three[count++] = op->conditional->test;
    three[count++] = op->conditional->then;
    three[count++] = op->conditional->otherwise;
    break;
  case SV_OP_CONTAINS:
    three[count++] = op->contains->node;
    break;
  case SV_OP_DYNAMIC_REF:
    *end = i > op->dynamic->count;
    return *end ? NULL : i == 0 ? op->dynamic->fallback : op->dynamic->targets[i - 1].node;
  case SV_OP_REF:
  case SV_OP_NOT:
  case SV_OP_ITEMS:
  case SV_OP_ADDITIONAL_PROPERTIES:
  case SV_OP_PROPERTY_NAMES:
  case SV_OP_UNEVALUATED_ITEMS:
  case SV_OP_UNEVALUATED_PROPERTIES:
    three[count++] = op->node;
    break;
  default:
    break;
  }
  *end = i >= count;
  return *end ? NULL : three[i];
}

/* The next subschema of the entry, NULL when there are no more; *OP is the keyword it stands in. */
static struct sv_node *next_child(struct entry *e, const struct sv_op **op)
{
  while (e->op < e->node->keyword_count) {
    *op = &e->node->keywords[e->op];
    bool end;
    struct sv_node *child = child_of(*op, e->child++, &end);
    if (child)
      return child;
    if (end) {
      e->op++;
      e->child = 0;
    }
  }
  return NULL;
}

static enum sv_status reach(struct sv_compiler *c, struct sv_node *root, struct stack *s,
                            bool *dynamic)
{
  const uint32_t stamp = ++c->set->stamp;
  root->stamp = stamp;
  SV_TRY(push(s, root));
  while (s->count > 0) {
    struct entry *e = &s->entries[s->count - 1];
    const struct sv_op *op = NULL;
    struct sv_node *child = next_child(e, &op);
    if (!child) {
      s->count--;
      continue;
    }
    *dynamic = *dynamic || op->kind == SV_OP_DYNAMIC_REF;
    if (child->stamp == stamp)
      continue;
    child->stamp = stamp;
    if (!child->filled)
      SV_TRY(sv_compile_queue(c, child));
    else
      SV_TRY(push(s, child));
  }
  return SV_OK;
}

static const char endless[] = N_("ill-formed schema: it applies itself to the same value without "
                                 "end");

static bool same_instance(const struct sv_op *op)
{
  return op->kind == SV_OP_REF || op->kind == SV_OP_ALL_OF;
}

static enum sv_status loops(struct sv_compiler *c, struct sv_node *root, struct stack *s)
{
  if (root->search == 2)
    return SV_OK;
  if (root->search == 1) /* an earlier compilation failed for it */
    return sv_schema_fault(root->place.resource, root->place.value, c->err, SV_INVALID, endless);
  root->search = 1;
  SV_TRY(push(s, root));
  while (s->count > 0) {
    struct entry *e = &s->entries[s->count - 1];
    const struct sv_op *op = NULL;
    struct sv_node *child = next_child(e, &op);
    if (!child) {
      e->node->search = 2;
      s->count--;
      continue;
    }
    if (!same_instance(op) || child->search == 2)
      continue;
    if (child->search == 1)
      return sv_schema_fault(e->node->place.resource, op->value, c->err, SV_INVALID, endless);
    child->search = 1;
    SV_TRY(push(s, child));
  }
  return SV_OK;
}

/* Lets every link of a chain of plain references lead to its end: a chain must not cost its length
 * each time. */
static void shorten(struct sv_node *n)
{
  struct sv_node *end = n;
  while (end->forward)
    end = end->forward;
  while (n->forward) {
    struct sv_node *next = n->forward;
    n->forward = end;
    n = next;
  }
}

enum sv_status sv_compile_reach(struct sv_compiler *c, struct sv_node *root, bool *dynamic)
{
  struct stack s = { 0 };
  *dynamic = false;
  enum sv_status status = SV_OK;
  if (!root->filled)
    status = sv_compile_queue(c, root);
  else
    status = reach(c, root, &s, dynamic);
  if (status == SV_OK && c->queued == 0) {
    /* every node reached may begin a loop: those that the search above came to bear its stamp */
    struct stack all = { 0 };
    const uint32_t stamp = c->set->stamp;
    s.count = 0;
    status = loops(c, root, &s);
    if (status == SV_OK)
      status = push(&all, root);
    root->stamp = stamp + 1;
    if (status == SV_OK)
      shorten(root);
    while (status == SV_OK && all.count > 0) {
      const struct sv_op *op = NULL;
      struct sv_node *child = next_child(&all.entries[all.count - 1], &op);
      if (!child) {
        all.count--;
        continue;
      }
      if (child->stamp == stamp + 1)
        continue;
      child->stamp = stamp + 1;
      s.count = 0;
      status = loops(c, child, &s);
      if (status == SV_OK)
        shorten(child);
      if (status == SV_OK)
        status = push(&all, child);
    }
    c->set->stamp++;
    free(all.entries);
  }
  free(s.entries);
  return status;
}
