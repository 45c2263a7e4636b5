// SPDX-License-Identifier: Apache-2.0
/* Values that were seen in answers or said by the target's owner, and whom they suit. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <stdlib.h>
#include <string.h>

enum { KNOWN_MAX = 4000, PER_NAME_MAX = 8, VALUES_MAX = 4000, DEPTH_MAX = 8, TEXT_MAX = 200 };

static bool same_name(const char *a, const char *b)
{
  for (;;) {
    while (*a == '_' || *a == '-')
      a++;
    while (*b == '_' || *b == '-')
      b++;
    if (!*a || !*b)
      return *a == *b;
    if (sv_lower((unsigned char)*a++) != sv_lower((unsigned char)*b++))
      return false;
  }
}

static enum sv_status keep(struct sv_trials *ts, const struct sv_known *k)
{
  size_t same = 0;
  for (size_t i = 0; i < ts->known_count; i++) {
    const struct sv_known *const old = &ts->known[i];
    if (old->from != k->from || old->target != k->target || strcmp(old->name, k->name) != 0)
      continue;
    if (strcmp(old->text, k->text) == 0 || ++same >= PER_NAME_MAX)
      return SV_OK;
  }
  if (ts->known_count >= KNOWN_MAX)
    return SV_OK;
  if (ts->known_count == ts->known_room) {
    const size_t room = ts->known_room ? ts->known_room * 2 : 64;
    struct sv_known *more = realloc(ts->known, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    ts->known = more;
    ts->known_room = room;
  }
  struct sv_known *own = &ts->known[ts->known_count];
  *own = *k;
  own->name = sv_arena_strdup(&ts->arena, k->name);
  own->text = sv_arena_strdup(&ts->arena, k->text);
  if (!own->name || !own->text)
    return SV_NO_MEMORY;
  ts->known_count++;
  return SV_OK;
}

enum sv_status sv_trials_know(struct sv_trials *ts, const char *name, const char *value)
{
  return keep(ts, &(struct sv_known){ .name = name, .text = value });
}

/* VALUE as text in BUF when it can name something: a short text or a whole number. */
static bool text_of(const json_t *value, struct sv_buf *buf)
{
  sv_buf_cut(buf, 0);
  if (json_is_integer(value))
    return sv_buf_addf(buf, "%lld", (long long)json_integer_value(value)) == SV_OK;
  const char *text = json_string_value(value);
  const size_t size = json_string_length(value);
  /* What the runner hid is none of the service's values. */
  return text && size > 0 && size <= TEXT_MAX && strlen(text) == size &&
         !strstr(text, "*hidden:") && !sv_idnumber_was_hidden(text) &&
         sv_buf_add(buf, text, size) == SV_OK;
}

struct learning {
  struct sv_trials *ts;
  const struct sv_operation *from;
  struct sv_buf text;
  size_t values;
};

static enum sv_status learn(struct learning *l, const json_t *value, int depth)
{
  if (depth > DEPTH_MAX || l->values++ > VALUES_MAX)
    return SV_OK;
  size_t i;
  const json_t *item;
  json_array_foreach(value, i, item) SV_TRY(learn(l, item, depth + 1));
  const char *name;
  json_t *member;
  json_object_foreach((json_t *)(uintptr_t)value, name, member)
  {
    if (text_of(member, &l->text))
      SV_TRY(keep(l->ts, &(struct sv_known){
                             .name = name, .text = sv_buf_text(&l->text), .from = l->from }));
    SV_TRY(learn(l, member, depth + 1));
  }
  return SV_OK;
}

/* The value in BODY, or of the request, that the runtime expression TEXT names (OAS 4.8.20.4); only
 * what this knows how to follow. */
static const json_t *expressed(const struct sv_trials *ts, const struct sv_trial *trial,
                               const json_t *body, const char *text)
{
  const struct sv_trial_state *s = sv_trial_state(ts, trial->operation);
  if (sv_starts_with(text, "$request.path."))
    return json_object_get(s->path, text + sizeof "$request.path." - 1);
  if (sv_starts_with(text, "$request.query."))
    return json_object_get(s->query, text + sizeof "$request.query." - 1);
  if (!sv_starts_with(text, "$response.body#"))
    return NULL;
  const json_t *at = body;
  const char *p = text + sizeof "$response.body#" - 1;
  while (at && *p == '/') {
    char token[TEXT_MAX];
    const size_t size = strcspn(++p, "/");
    unsigned long long index;
    if (size >= sizeof token)
      return NULL;
    memcpy(token, p, size);
    token[size] = '\0';
    at = json_is_array(at) && sv_parse_uint(token, size, 1000000, &index)
             ? json_array_get(at, (size_t)index)
             : json_object_get(at, token);
    p += size;
  }
  return at;
}

/* The operation that a Link Object names. */
static const struct sv_operation *link_target(const struct sv_trials *ts,
                                              struct sv_openapi_node link)
{
  const char *id = sv_openapi_text(ts->api, sv_openapi_get(link, "operationId"));
  if (id)
    return sv_operations_find(ts->operations, id);
  const struct sv_openapi_node ref = sv_openapi_get(link, "operationRef");
  const char *text = sv_openapi_text(ts->api, ref);
  struct sv_openapi_node to;
  struct sv_error err = { .line = 0 };
  if (!text || sv_openapi_step(ts->api, ref, text, strlen(text), &to, &err) != SV_OK)
    return NULL;
  for (size_t i = 0; i < sv_operations_count(ts->operations); i++) {
    const struct sv_operation *o = sv_operations_at(ts->operations, i);
    if (o->declared->node.doc == to.doc && o->declared->node.value == to.value)
      return o;
  }
  return NULL;
}

/* "path.id" and "id" both name the parameter id. */
static const char *plain_name(const char *name)
{
  const char *dot = strchr(name, '.');
  const size_t size = dot ? (size_t)(dot - name) : 0;
  const bool placed = (size == 4 && memcmp(name, "path", 4) == 0) ||
                      (size == 5 && memcmp(name, "query", 5) == 0) ||
                      (size == 6 && memcmp(name, "header", 6) == 0);
  return placed ? dot + 1 : name;
}

static enum sv_status learn_links(struct learning *l, const struct sv_trial *trial,
                                  const json_t *body)
{
  struct sv_trials *ts = l->ts;
  for (size_t i = 0; i < trial->operation->response_count; i++) {
    if (trial->operation->responses[i].status[0] != '2')
      continue;
    const struct sv_openapi_node links = sv_openapi_get(trial->operation->responses[i].node, "link"
                                                                                             "s");
    for (struct sv_openapi_node e = sv_openapi_first(links); e.doc; e = sv_openapi_next(links, e)) {
      const struct sv_openapi_node link = sv_openapi_follow(ts->api, e);
      const struct sv_operation *to = link_target(ts, link);
      const struct sv_openapi_node values = sv_openapi_get(link, "parameters");
      for (struct sv_openapi_node v = sv_openapi_first(values); to && v.doc;
           v = sv_openapi_next(values, v)) {
        const char *name = sv_openapi_name(ts->api, v);
        const char *text = sv_openapi_text(ts->api, v);
        if (name && text && text_of(expressed(ts, trial, body, text), &l->text))
          SV_TRY(keep(ts, &(struct sv_known){ .name = plain_name(name),
                                              .text = sv_buf_text(&l->text),
                                              .from = trial->operation,
                                              .target = to }));
      }
    }
  }
  return SV_OK;
}

enum sv_status sv_trials_learn(struct sv_trials *ts, const struct sv_trial *trial,
                               const json_t *body)
{
  struct learning l = { .ts = ts, .from = trial->operation, .text = SV_BUF(TEXT_MAX + 1) };
  enum sv_status status = learn(&l, body, 0);
  if (status == SV_OK)
    status = learn_links(&l, trial, body);
  sv_buf_free(&l.text);
  return status;
}

/* Whether the path of FROM is the collection in which O names one by P: "/units" and "/units/{id}".
 */
static bool is_collection(const struct sv_operation *from, const struct sv_operation *o,
                          const char *parameter)
{
  const char *a = from->declared->path;
  const char *b = o->declared->path;
  const size_t size = strlen(a);
  const size_t name = strlen(parameter);
  return strncmp(a, b, size) == 0 && strncmp(b + size, "/{", 2) == 0 &&
         strncmp(b + size + 2, parameter, name) == 0 && b[size + 2 + name] == '}';
}

static bool ends_in_id(const char *name)
{
  const size_t n = strlen(name);
  return n >= 2 && sv_lower((unsigned char)name[n - 2]) == 'i' &&
         sv_lower((unsigned char)name[n - 1]) == 'd';
}

/* Names that say nothing away from their collection. */
static bool is_common(const char *name)
{
  static const char *const words[] = { "id",   "name", "navn",   "type", "status", "code",
                                       "kode", "uuid", "number", "key",  "ref",    "value" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (sv_equal_nocase(words[i], name))
      return true;
  return false;
}

/* How well K suits P of O: 0 not at all. */
static int suits(const struct sv_known *k, const struct sv_operation *o,
                 const struct sv_openapi_parameter *p)
{
  const bool same = same_name(k->name, p->name);
  if (k->target)
    return k->target == o && same ? 4 : 0;
  if (p->in != SV_OPENAPI_PATH)
    return same && !is_common(p->name) ? 1 : 0;
  if (is_collection(k->from, o, p->name))
    return same ? 3 : ends_in_id(p->name) && sv_equal_nocase(k->name, "id") ? 2 : 0;
  return same && !is_common(p->name) ? 1 : 0;
}

const char *sv_trial_known(const struct sv_trials *ts, const struct sv_operation *o,
                           const struct sv_openapi_parameter *p, bool owner, const char *except)
{
  int best = 0;
  size_t count = 0;
  const char *found[PER_NAME_MAX];
  for (size_t i = 0; i < ts->known_count; i++) {
    const struct sv_known *const k = &ts->known[i];
    if (owner && !k->from && same_name(k->name, p->name))
      return k->text;
    const bool taken = except && strcmp(except, k->text) == 0;
    const int fit = owner || !k->from || taken ? 0 : suits(k, o, p);
    if (fit > best) {
      best = fit;
      count = 0;
    }
    if (fit > 0 && fit == best && count < PER_NAME_MAX)
      found[count++] = k->text;
  }
  return count ? found[ts->o.seed % count] : NULL;
}
