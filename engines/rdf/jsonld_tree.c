// SPDX-License-Identifier: Apache-2.0
/* The expanded form: a small tree in the arena. */
#include "engines/rdf/jsonld.h"

#include <string.h>

struct ld_node *ld_node_new(struct ld *l, enum ld_kind kind)
{
  struct ld_node *n = ld_alloc(l, sizeof *n);
  if (n)
    n->kind = kind;
  return n;
}

struct ld_node *ld_text(struct ld *l, const char *text)
{
  struct ld_node *n = ld_node_new(l, LD_TEXT);
  if (n) {
    n->text = text;
    n->size = text ? strlen(text) : 0;
  }
  return n;
}

struct ld_node *ld_raw(struct ld *l, struct ld_in in)
{
  struct ld_node *n = ld_node_new(l, LD_RAW);
  if (n)
    n->raw = in;
  return n;
}

struct ld_node *ld_member(const struct ld_node *object, const char *key)
{
  if (object && object->kind == LD_OBJECT)
    for (struct ld_node *n = object->first; n; n = n->next)
      if (strcmp(n->key, key) == 0)
        return n;
  return NULL;
}

bool ld_holds(const struct ld_node *node, const char *key)
{
  return ld_member(node, key) != NULL;
}

void ld_put(struct ld_node *parent, const char *key, struct ld_node *child)
{
  if (!parent || !child)
    return;
  child->key = key;
  child->next = NULL;
  if (parent->last)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
}

void ld_append_items(struct ld *l, struct ld_node *array, struct ld_node *value)
{
  (void)l;
  if (!value)
    return;
  if (value->kind != LD_ARRAY) {
    ld_put(array, NULL, value);
    return;
  }
  if (!value->first)
    return;
  if (array->last)
    array->last->next = value->first;
  else
    array->first = value->first;
  array->last = value->last;
  value->first = value->last = NULL;
}

void ld_append(struct ld *l, struct ld_node *object, const char *key, struct ld_node *value)
{
  struct ld_node *array = ld_member(object, key);
  if (!array) {
    array = ld_node_new(l, LD_ARRAY);
    if (!array)
      return;
    ld_put(object, key, array);
  }
  ld_append_items(l, array, value);
}

bool ld_is_only(const struct ld_node *object, const char *const *keys)
{
  for (const struct ld_node *n = object->first; n; n = n->next) {
    bool known = false;
    for (size_t i = 0; keys[i] && !known; i++)
      known = strcmp(n->key, keys[i]) == 0;
    if (!known)
      return false;
  }
  return true;
}

struct ld_node *ld_wrap(struct ld *l, const char *key, struct ld_node *value)
{
  struct ld_node *object = ld_node_new(l, LD_OBJECT);
  struct ld_node *array = ld_node_new(l, LD_ARRAY);
  if (!object || !array)
    return NULL;
  ld_append_items(l, array, value);
  ld_put(object, key, array);
  return object;
}
