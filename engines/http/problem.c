// SPDX-License-Identifier: Apache-2.0
/* Problem details and linksets. */
#include "engines/http/problem.h"

#include "engines/base/uri.h"

#include <string.h>

enum form { STRING = 1, REFERENCE, STATUS_CODE };

static const struct {
  const char *name;
  enum form form;
  const char *expected;
} members[] = {
  { "type", REFERENCE, "a URI reference" },
  { "title", STRING, "a string" },
  { "status", STATUS_CODE, "an integer from 100 to 599" },
  { "detail", STRING, "a string" },
  { "instance", REFERENCE, "a URI reference" },
};

static bool is_reference(const json_t *v)
{
  return json_is_string(v) &&
         sv_uri_is_reference(json_string_value(v), json_string_length(v), false);
}

static bool has_form(const json_t *v, enum form form)
{
  if (form == REFERENCE)
    return is_reference(v);
  if (form == STRING)
    return json_is_string(v);
  return json_is_integer(v) && json_integer_value(v) >= 100 && json_integer_value(v) <= 599;
}

const char *sv_problem_fault(const json_t *body, const char **expected)
{
  *expected = "an object";
  if (!json_is_object(body))
    return "";
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
    const json_t *v = json_object_get(body, members[i].name);
    if (v && !has_form(v, members[i].form)) {
      *expected = members[i].expected;
      return members[i].name;
    }
  }
  return NULL;
}

/* 4.2.2, 4.2.3: a link context is an object of arrays of target objects, and perhaps an anchor. */
static const char *context_fault(json_t *context, const char **expected)
{
  const char *name;
  json_t *value;
  json_object_foreach(context, name, value)
  {
    if (strcmp(name, "anchor") == 0) {
      *expected = "a URI reference";
      if (!is_reference(value))
        return name;
      continue;
    }
    *expected = "an array of target objects";
    if (!json_is_array(value) || json_array_size(value) == 0)
      return name;
    size_t i;
    json_t *target;
    json_array_foreach(value, i, target)
    {
      *expected = "target objects with an href";
      if (!json_is_object(target) || !is_reference(json_object_get(target, "href")))
        return name;
    }
  }
  *expected = "at least one relation type";
  const size_t anchors = json_object_get(context, "anchor") ? 1 : 0;
  return json_object_size(context) > anchors ? NULL : "";
}

const char *sv_linkset_fault(const json_t *document, size_t *index, const char **expected)
{
  *index = 0;
  *expected = "an object with the one member linkset";
  const json_t *set = json_object_get(document, "linkset");
  if (!set || json_object_size(document) != 1)
    return "";
  *expected = "an array";
  if (!json_is_array(set))
    return "linkset";
  for (; *index < json_array_size(set); (*index)++) {
    json_t *context = json_array_get(set, *index);
    *expected = "an object";
    if (!json_is_object(context))
      return "linkset";
    const char *fault = context_fault(context, expected);
    if (fault)
      return fault;
  }
  return NULL;
}

void sv_linkset_walk(const json_t *document,
                     bool (*each)(void *, const char *, const char *, const char *), void *closure)
{
  size_t i;
  json_t *context;
  json_array_foreach(json_object_get(document, "linkset"), i, context)
  {
    const char *anchor = json_string_value(json_object_get(context, "anchor"));
    const char *rel;
    json_t *targets;
    json_object_foreach(context, rel, targets)
    {
      size_t n;
      json_t *target;
      json_array_foreach(targets, n,
                         target) if (!each(closure, anchor ? anchor : "", rel,
                                           json_string_value(json_object_get(target, "hre"
                                                                                     "f")))) return;
    }
  }
}
