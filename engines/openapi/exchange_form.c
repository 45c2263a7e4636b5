// SPDX-License-Identifier: Apache-2.0
/* application/x-www-form-urlencoded: an object whose members stand one after another as its
 * Encoding Objects say (OAS 3.1 4.8.15), else as exploded parameters and JSON. */
#include "engines/openapi/exchange_judge.h"

#include "engines/openapi/style.h"

#include <string.h>

enum { FORM_MOST = 1 << 20, PAIRS_MOST = 10000, NAMES_MOST = 200, NAME_BYTES = 4096 };

struct form {
  struct sv_exchange_content *c;
  struct sv_openapi_node encodings;
  const char *text;
  size_t size;
  struct sv_style pieces[NAMES_MOST]; /* of the members that have an Encoding Object */
  size_t piece_count;
  json_t *object; /* what was read so far */
  size_t names;
  struct sv_error err;
};

static struct sv_style style_of(struct form *f, const char *name)
{
  struct sv_openapi *api = f->c->x->api;
  return sv_style_of_member(api, name, sv_style_part(api, f->c->part.schema, name),
                            sv_openapi_get(f->encodings, name));
}

/* Reads the member that S is about wherever it stands in the form. */
static enum sv_status take(struct form *f, const struct sv_style *s)
{
  json_t *value = NULL;
  if (++f->names > NAMES_MOST)
    return sv_fail_limit(&f->err, "form-members", N_("the form has more than 200 members"));
  SV_TRY(sv_style_decode(f->c->x->api, s, f->text, f->size, &value, &f->err));
  return !value || json_object_set_new(f->object, s->name, value) == 0 ? SV_OK : SV_NO_MEMORY;
}

/* The members with an Encoding Object first: they may be written in pieces. */
static enum sv_status take_encoded(struct form *f)
{
  for (struct sv_openapi_node e = sv_openapi_first(f->encodings); e.doc;
       e = sv_openapi_next(f->encodings, e)) {
    const char *name = sv_openapi_name(f->c->x->api, e);
    if (!name)
      continue;
    if (f->piece_count < NAMES_MOST)
      f->pieces[f->piece_count++] = style_of(f, name);
    SV_TRY(take(f, &f->pieces[f->piece_count - 1]));
  }
  return SV_OK;
}

/* Whether one of them takes the pair called NAME: "a[b]", or a member of an exploded object. */
static bool is_piece(struct form *f, const char *raw, size_t size)
{
  for (size_t i = 0; i < f->piece_count; i++)
    if (sv_style_takes(f->c->x->api, &f->pieces[i], raw, size))
      return true;
  return false;
}

static enum sv_status pair(struct form *f, const char *raw, size_t size)
{
  struct sv_buf name = SV_BUF(NAME_BYTES);
  enum sv_status status = sv_style_unescape(raw, size, &name, &f->err);
  if (status == SV_OK && !json_object_get(f->object, sv_buf_text(&name)) &&
      !is_piece(f, raw, size)) {
    const struct sv_style style = style_of(f, sv_buf_text(&name));
    status = take(f, &style);
  }
  sv_buf_free(&name);
  return status;
}

static enum sv_status read_form(struct form *f)
{
  const char *const end = f->text + f->size;
  size_t pairs = 0;
  if (f->size > FORM_MOST)
    return sv_fail_limit(&f->err, "form-bytes", N_("the form is longer than 1 MiB"));
  SV_TRY(take_encoded(f));
  for (const char *p = f->text; p < end;) {
    const char *stop = memchr(p, '&', (size_t)(end - p));
    if (++pairs > PAIRS_MOST)
      return sv_fail_limit(&f->err, "form-pairs", N_("the form has more than 10 000 pairs"));
    stop = stop ? stop : end;
    const char *equals = memchr(p, '=', (size_t)(stop - p));
    if (stop > p)
      SV_TRY(pair(f, p, (size_t)((equals ? equals : stop) - p)));
    p = stop + 1;
  }
  return SV_OK;
}

enum sv_status sv_exchange_judge_form(struct sv_exchange_content *c)
{
  struct form f = { .c = c,
                    .encodings = sv_openapi_get(c->media->node, "encoding"),
                    .text = c->message->body,
                    .size = c->message->body_size,
                    .object = json_object() };
  if (!(sv_style_types(c->x->api, c->part.schema) & 1u << SV_TYPE_IS_OBJECT)) {
    json_decref(f.object);
    return SV_OK;
  }
  enum sv_status status = f.object ? read_form(&f) : SV_NO_MEMORY;
  if (status == SV_LIMIT)
    status = sv_exchange_gap_add(c->x, f.err.limit, &f.err, c->part.schema);
  else if (status == SV_INVALID)
    status = sv_exchange_malformed(c, N_("the body is no form: {found}"), f.err.text);
  else if (status == SV_OK)
    status = sv_exchange_judge_json(c->x, &c->part, f.object, NULL);
  json_decref(f.object);
  return status;
}
