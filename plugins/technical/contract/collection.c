// SPDX-License-Identifier: Apache-2.0
/* What answers of collections have in common. */
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"

#include <string.h>

/* Names are compared without case, "$", "_", "-" and brackets. */
static const struct {
  const char *name;
  enum con_page_role role;
} roles[] = {
  { "size", CON_SIZE },           { "limit", CON_SIZE },        { "top", CON_SIZE },
  { "pagesize", CON_SIZE },       { "perpage", CON_SIZE },      { "sidestorrelse", CON_SIZE },
  { "storrelse", CON_SIZE },      { "antall", CON_SIZE },       { "antallperside", CON_SIZE },
  { "maxresults", CON_SIZE },     { "maks", CON_SIZE },         { "page", CON_NUMBER },
  { "side", CON_NUMBER },         { "pagenumber", CON_NUMBER }, { "sidenummer", CON_NUMBER },
  { "sidetall", CON_NUMBER },     { "offset", CON_OFFSET },     { "skip", CON_OFFSET },
  { "startindex", CON_OFFSET },   { "cursor", CON_CURSOR },     { "seq", CON_CURSOR },
  { "after", CON_CURSOR },        { "fra", CON_CURSOR },        { "sekvensnummer", CON_CURSOR },
  { "continuation", CON_CURSOR }, { "pagetoken", CON_CURSOR },
};

enum con_page_role con_page_role(const char *name)
{
  char plain[32];
  size_t n = 0;
  for (const char *p = name; *p && n + 1 < sizeof plain; p++)
    if (sv_is_alnum((unsigned char)*p))
      plain[n++] = (char)sv_lower((unsigned char)*p);
  plain[n] = '\0';
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
    if (strcmp(roles[i].name, plain) == 0)
      return roles[i].role;
  return CON_NO_PAGE;
}

static bool is_list_of_objects(const json_t *value)
{
  return json_is_array(value) &&
         (json_array_size(value) == 0 || json_is_object(json_array_get(value, 0)));
}

json_t *con_items(json_t *body)
{
  const char *name;
  json_t *member;
  if (json_is_array(body))
    return is_list_of_objects(body) ? body : NULL;
  json_object_foreach(body, name, member)
  {
    if (is_list_of_objects(member) && !sv_equal_nocase(name, "links") &&
        !sv_equal_nocase(name, "lenker"))
      return member;
  }
  json_object_foreach(body, name, member)
  {
    const char *below;
    json_t *list;
    json_object_foreach(member, below, list)
    {
      if (json_array_size(list) > 0 && is_list_of_objects(list))
        return list;
    }
  }
  return NULL;
}

const struct sv_openapi_parameter *con_page_parameter(const struct sv_operation *o,
                                                      enum con_page_role role, size_t *number)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    if (p->in == SV_OPENAPI_QUERY && con_page_role(p->name) == role) {
      *number = i;
      return p;
    }
  }
  return NULL;
}

/* A link as some write it: a text, {"href": text}, or a list whose first is one of these. */
static const char *href(const json_t *value)
{
  if (json_is_array(value))
    value = json_array_get(value, 0);
  return json_is_object(value) ? json_string_value(json_object_get(value, "href"))
                               : json_string_value(value);
}

static const char *in_links(const json_t *links, const char *relation)
{
  size_t i;
  json_t *link;
  json_array_foreach(links, i, link)
  {
    const char *rel = json_string_value(json_object_get(link, "rel"));
    if (rel && strcmp(rel, relation) == 0)
      return href(link);
  }
  return href(json_object_get(links, relation));
}

static const char *in_body(const json_t *body, const char *relation)
{
  static const char *const names[] = { "_links", "links", "lenker", "paging", "pagination" };
  const char *found = NULL;
  for (size_t i = 0; i < sizeof names / sizeof names[0] && !found; i++)
    found = in_links(json_object_get(body, names[i]), relation);
  if (!found && strcmp(relation, "next") == 0)
    found = href(json_object_get(body, "@odata.nextLink"));
  const char *top = found ? NULL : href(json_object_get(body, relation));
  /* A member self or next may be anything; an address has a slash or a question mark. */
  return found ? found : top && strpbrk(top, "/?") ? top : NULL;
}

const char *con_link(struct sv_ctx *ctx, const json_t *body, const struct sv_response *r,
                     const char *relation)
{
  const char *found = in_body(body, relation);
  if (found)
    return ctx->sv->format(ctx, "%s", found);
  for (const char *const *h = r->headers; *h; h++) {
    struct sv_link link;
    if (!sv_equal_nocase_n(*h, strnlen(*h, 5), "link:"))
      continue;
    struct sv_scan s = sv_scan_of(*h + 5, strlen(*h + 5));
    while (sv_link_next(&s, &link) == SV_OK)
      if (sv_link_has_rel(&link, relation))
        return tec_copy(ctx, link.target);
  }
  return NULL;
}

const struct con_answer *con_with(struct sv_ctx *ctx, struct con_run *run,
                                  const struct con_answer *plain, const char *name, json_t *value)
{
  const struct sv_operation *const o = plain->trial->operation;
  json_t *query = json_object();
  const struct sv_trial *t = NULL;
  /* What is required stays as it was. */
  for (size_t i = 0; query && i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    if (p->in == SV_OPENAPI_QUERY && p->required && strcmp(p->name, name) != 0) {
      json_decref(query);
      json_decref(value);
      return NULL;
    }
  }
  if (query && json_object_set_new(query, name, value) == 0)
    t = sv_trials_own(run->trials, o, SV_TRIAL_BOUNDARY, name, NULL, query);
  json_decref(query);
  if (!t)
    return NULL;
  struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
  a->trial = t;
  a->response = con_send(ctx, run, t, NULL, NULL);
  return a;
}

enum sv_outcome con_each_answer(struct sv_ctx *ctx, con_each *judge)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (size_t i = 0; i < sv_operations_count(run->operations); i++) {
    const struct con_answer *plain = con_plain(ctx, run, sv_operations_at(run->operations, i));
    json_t *body = plain ? con_json(plain->response) : NULL;
    if (body)
      judge(ctx, run, plain, body, &tally);
    json_decref(body);
  }
  return con_outcome(ctx, run, &tally);
}
