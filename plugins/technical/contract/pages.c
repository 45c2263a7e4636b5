// SPDX-License-Identifier: Apache-2.0
/* Collections: that they come in pages, that pages are as large as was asked, that there is an end,
 * and that filters filter. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"
#include "engines/openapi/value.h"

#include <string.h>

enum { SMALL = 200, FILTERS_MAX = 4, DEPTH_MAX = 3 };

static void judge_paged(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                        json_t *body, struct con_tally *tally)
{
  const struct sv_operation *const o = plain->trial->operation;
  const json_t *items = con_items(body);
  if (!items)
    return;
  tally->judged++;
  for (size_t i = 0; i < o->declared->parameter_count; i++)
    if (o->declared->parameters[i].in == SV_OPENAPI_QUERY &&
        con_page_role(o->declared->parameters[i].name) != CON_NO_PAGE)
      return;
  if (json_array_size(items) < SMALL)
    return;
  con_fail(ctx, run, plain, tally, tec_arg_number("count", (int64_t)json_array_size(items)),
           &(struct sv_finding){ .message = N_("The collection has {count} items and no parameter "
                                               "that asks for a "
                                               "page."),
                                 .expected = N_("a parameter such as side, page, limit or cursor"),
                                 .actual = ctx->sv->format(ctx, "%zu", json_array_size(items)),
                                 .hint = N_("Give large collections in pages, with a link to the "
                                            "next.") });
}

/* TEC-CON-16 */
enum sv_outcome con_paged(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_paged);
}

static long long lowest(struct con_run *run, struct sv_openapi_node schema)
{
  json_t *value = sv_value_make(run->api, schema, SV_VALUE_LEAST);
  const long long low = json_is_integer(value) ? json_integer_value(value) : 1;
  json_decref(value);
  return low < 1 ? 1 : low;
}

static void judge_size(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                       json_t *body, struct con_tally *tally)
{
  size_t number;
  const struct sv_operation *const o = plain->trial->operation;
  const struct sv_openapi_parameter *p = con_page_parameter(o, CON_SIZE, &number);
  if (!p || !con_items(body))
    return;
  const long long low = lowest(run, o->styles[number].schema);
  for (long long size = low; size < low + 2; size++) {
    const struct con_answer *a = con_with(ctx, run, plain, p->name, json_integer(size));
    json_t *page = a && con_is_verdict(ctx, run, a, tally) && a->response->status == 200
                       ? con_json(a->response)
                       : NULL;
    const json_t *items = con_items(page);
    if (items)
      tally->judged++;
    if ((long long)json_array_size(items) > size)
      con_fail(ctx, run, a, tally,
               json_pack("{s:s, s:I, s:I}", "name", p->name, "size", (json_int_t)size, "count",
                         (json_int_t)json_array_size(items)),
               &(struct sv_finding){ .message = N_("'{name}' asks for {size} items, and {count} "
                                                   "come."),
                                     .expected = ctx->sv->format(ctx, "<= %lld", size),
                                     .actual = ctx->sv->format(ctx, "%zu", json_array_size(items)),
                                     .hint = N_("Give no more items than were asked for.") });
    json_decref(page);
  }
}

/* TEC-CON-17 */
enum sv_outcome con_page_size(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_size);
}

static long long far_page(struct con_run *run, struct sv_openapi_node schema, long long wanted)
{
  json_t *most = sv_value_make(run->api, schema, SV_VALUE_MOST);
  const long long high = json_is_integer(most) ? json_integer_value(most) : wanted;
  json_decref(most);
  return high < wanted ? high : wanted;
}

static void judge_end(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                      json_t *body, struct con_tally *tally)
{
  size_t number;
  const struct sv_operation *const o = plain->trial->operation;
  const json_t *first = con_items(body);
  const struct sv_openapi_parameter *p = con_page_parameter(o, CON_NUMBER, &number);
  const bool is_number = p != NULL;
  if (!p)
    p = con_page_parameter(o, CON_OFFSET, &number);
  if (!p || json_array_size(first) == 0)
    return;
  const long long far = far_page(run, o->styles[number].schema, is_number ? 999999 : 1000000000);
  const struct con_answer *a = con_with(ctx, run, plain, p->name, json_integer(far));
  if (!a || !con_is_verdict(ctx, run, a, tally))
    return;
  json_t *page = con_json(a->response);
  const json_t *items = a->response->status == 200 ? con_items(page) : NULL;
  tally->judged++;
  if (json_array_size(items) > 0 && json_equal(items, first))
    con_fail(ctx, run, a, tally,
             json_pack("{s:s, s:I}", "name", p->name, "number", (json_int_t)far),
             &(struct sv_finding){ .message = N_("'{name}' with {number} gives the first page "
                                                 "again."),
                                   .expected = N_("no items, or status 400 or 404"),
                                   .actual = N_("the items of the first page"),
                                   .hint = N_("Answer beyond the last page with an empty list, 400 "
                                              "or 404.") });
  json_decref(page);
}

/* TEC-CON-19 */
enum sv_outcome con_page_end(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_end);
}

/* The text that ITEM has in a member NAME, at the top or below; NULL: none. Borrowed. */
static const char *text_in(const json_t *item, const char *name, int depth)
{
  const char *found = json_string_value(json_object_get(item, name));
  const char *key;
  json_t *member;
  if (found || depth >= DEPTH_MAX)
    return found;
  json_object_foreach((json_t *)(uintptr_t)item, key, member)
  {
    found = text_in(member, name, depth + 1);
    if (found)
      break;
  }
  return found;
}

static bool has(const char *text, const char *part)
{
  return text && strcasestr(text, part) != NULL;
}

/* Whether every item of LIST has VALUE in NAME. */
static bool all_have(const json_t *list, const char *name, const char *value)
{
  size_t i;
  json_t *item;
  json_array_foreach(list, i, item)
  {
    if (!has(text_in(item, name, 0), value))
      return false;
  }
  return true;
}

static void judge_one_filter(struct sv_ctx *ctx, struct con_run *run,
                             const struct con_answer *plain, const json_t *items, const char *name,
                             struct con_tally *tally)
{
  const char *value = text_in(json_array_get(items, 0), name, 0);
  /* What all items have anyway shows nothing. */
  if (!value || !*value || strstr(value, "*hidden:") || all_have(items, name, value))
    return;
  const struct con_answer *a = con_with(ctx, run, plain, name, json_string(value));
  if (!a || !con_is_verdict(ctx, run, a, tally) || a->response->status != 200)
    return;
  json_t *page = con_json(a->response);
  const json_t *left = con_items(page);
  if (left)
    tally->judged++;
  if (left && !all_have(left, name, value))
    con_fail(ctx, run, a, tally, json_pack("{s:s, s:s}", "name", name, "value", value),
             &(struct sv_finding){ .message = N_("'{name}' asks for '{value}', and items without "
                                                 "it come."),
                                   .expected = value,
                                   .actual = N_("items with other values"),
                                   .hint = N_("Let the parameter choose items, or describe what "
                                              "else it does.") });
  json_decref(page);
}

static void judge_filters(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                          json_t *body, struct con_tally *tally)
{
  const struct sv_operation *const o = plain->trial->operation;
  const json_t *items = con_items(body);
  size_t filters = 0;
  if (json_array_size(items) < 2)
    return;
  for (size_t i = 0; i < o->declared->parameter_count && filters < FILTERS_MAX; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    if (p->in != SV_OPENAPI_QUERY || con_page_role(p->name) != CON_NO_PAGE ||
        sv_equal_nocase(p->name, "sort") || sv_equal_nocase(p->name, "fields"))
      continue;
    filters++;
    judge_one_filter(ctx, run, plain, items, p->name, tally);
  }
}

/* TEC-CON-21 */
enum sv_outcome con_filters(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_filters);
}
