// SPDX-License-Identifier: Apache-2.0
/* The walk over all documents by the tables of kinds: structure, references, and which object is
 * what. It keeps a stack of its own; a document's depth is bounded by its reader. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/suggest.h"
#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

#define MEMBERS_MAX 128

/* An object or list whose children are being visited. */
struct frame {
  struct sv_openapi_node node;
  struct sv_openapi_node child; /* the next one */
  const struct sv_openapi_kind_info *info;
  const struct sv_openapi_field *of; /* a list or map: what its children are */
  const char *name;                  /* the member's, for messages */
  uint64_t seen;                     /* fields, by number */
  enum sv_openapi_kind kind;         /* of the object; of a list, of the object around it */
};

/* A reference yet to be followed, and what is expected at its end. */
struct pending {
  struct sv_openapi_node from;
  enum sv_openapi_kind kind;
};

struct walk {
  struct sv_openapi *api;
  struct frame *frames;
  size_t depth, room;
  struct pending *pending;
  size_t pending_count, pending_room;
  unsigned bit;
  enum sv_status status;
};

unsigned sv_openapi_version_bit(const struct sv_openapi *api)
{
  static const unsigned bits[] = { 0, V20, V30, V31, V32 };
  return bits[api->version];
}

static void *grow(void *items, size_t count, size_t *room, size_t size)
{
  if (count < *room)
    return items;
  const size_t more = *room ? *room * 2 : 64;
  void *grown = realloc(items, more * size);
  if (grown)
    *room = more;
  return grown;
}

static struct frame *push(struct walk *w, struct sv_openapi_node n)
{
  struct frame *frames = grow(w->frames, w->depth, &w->room, sizeof *frames);
  if (!frames) {
    w->status = SV_NO_MEMORY;
    return NULL;
  }
  w->frames = frames;
  struct frame *f = &frames[w->depth++];
  *f = (struct frame){ .node = n, .child = sv_openapi_first(n) };
  return f;
}

static void queue(struct walk *w, struct sv_openapi_node from, enum sv_openapi_kind kind)
{
  struct pending *p = grow(w->pending, w->pending_count, &w->pending_room, sizeof *p);
  if (!p) {
    w->status = SV_NO_MEMORY;
    return;
  }
  w->pending = p;
  p[w->pending_count++] = (struct pending){ from, kind };
}

/* Where the kind of N is noted; NULL when memory ran out. */
static uint8_t *kind_place(struct sv_openapi *api, struct sv_openapi_node n)
{
  struct sv_openapi_file *file = &api->files[n.file];
  if (!file->kinds)
    file->kinds = calloc(n.doc->count, 1);
  return file->kinds ? &file->kinds[sv_tape_target(n.doc, n.value)] : NULL;
}

/* Members beside the $ref of a Reference Object: ignored, which is worth a word. */
static void judge_siblings(struct walk *w, struct sv_openapi_node n)
{
  for (struct sv_openapi_node m = sv_openapi_first(n); m.doc; m = sv_openapi_next(n, m)) {
    size_t size;
    const char *name = sv_doc_string(m.doc, sv_doc_key(m.doc, m.value), &size);
    const sv_value key = sv_doc_key(m.doc, m.value);
    if (sv_doc_is_text(m.doc, key, "$ref") || sv_doc_is_text(m.doc, key, "description") ||
        sv_doc_is_text(m.doc, key, "summary") || (size >= 2 && memcmp(name, "x-", 2) == 0))
      continue;
    const struct sv_openapi_said said = {
      .rule = "reference-siblings",
      .msgid = N_("\"{name}\" beside $ref is ignored"),
      .where = m,
      .warning = true,
      .at_name = true,
    };
    sv_openapi_say(w->api, &said,
                   SV_OPENAPI_ARGS({ "name", sv_openapi_cut(w->api, name, size), 0 }));
  }
}

/* Whether members count also beside a $ref. */
static bool goes_on(const struct sv_openapi *api, enum sv_openapi_kind kind)
{
  return kind == SV_OPENAPI_K_ITEM ||
         (kind == SV_OPENAPI_K_SCHEMA && api->version >= SV_OPENAPI_3_1);
}

/* Whether a $ref stands for all of N, which then is not looked at otherwise. */
static bool is_replaced(struct walk *w, struct sv_openapi_node n, enum sv_openapi_kind kind)
{
  const struct sv_openapi_node ref = sv_openapi_get(n, "$ref");
  if (!ref.doc || (kind == SV_OPENAPI_K_MEDIA && w->api->version < SV_OPENAPI_3_2))
    return false;
  if (kind == SV_OPENAPI_K_SCHEMA && !sv_openapi_is(ref, SV_DOC_STRING))
    return false; /* the table tells, or it is a property of that name */
  if (!sv_openapi_is(ref, SV_DOC_STRING)) {
    sv_openapi_wrong_type(w->api, ref, "$ref", N_("{name} must be a text (string); found {found}"));
    return true;
  }
  queue(w, n, kind);
  if (goes_on(w->api, kind))
    return false;
  judge_siblings(w, n);
  return true;
}

/* Enters N as an object of KIND; NAME is the member it is the value of. */
static void enter(struct walk *w, struct sv_openapi_node n, enum sv_openapi_kind kind,
                  const char *name)
{
  const struct sv_openapi_kind_info *info = sv_openapi_kind_info(w->api->version, kind);
  const bool open = kind == SV_OPENAPI_K_SCHEMA && w->api->version >= SV_OPENAPI_3_1;
  if (!info)
    return;
  if (open && (sv_openapi_is(n, SV_DOC_TRUE) || sv_openapi_is(n, SV_DOC_FALSE)))
    return;
  if (!sv_openapi_is(n, SV_DOC_OBJECT)) {
    sv_openapi_wrong_type(w->api, n, name,
                          open ? N_("{name} must be an object, true or false; found {found}")
                               : N_("{name} must be an object; found {found}"));
    return;
  }
  if (info->flags & KIND_REFERABLE && is_replaced(w, n, kind))
    return;
  uint8_t *place = kind_place(w->api, n);
  if (!place) {
    w->status = SV_NO_MEMORY;
    return;
  }
  if (*place)
    return; /* an alias, or a reference came first */
  *place = (uint8_t)kind;
  const enum sv_openapi_kind parent = w->depth ? w->frames[w->depth - 1].kind : SV_OPENAPI_K_NONE;
  struct frame *f = push(w, n);
  if (!f)
    return;
  f->info = info;
  f->kind = kind;
  f->name = name;
  if (sv_openapi_nodes_add(&w->api->objects[kind], n) != SV_OK)
    w->status = SV_NO_MEMORY;
  sv_openapi_shape(w->api, n, kind, parent);
}

static void enter_list(struct walk *w, struct sv_openapi_node n,
                       const struct sv_openapi_field *field, const char *name)
{
  const bool list = field->shape == SHAPE_LIST;
  if (!sv_openapi_is(n, list ? SV_DOC_ARRAY : SV_DOC_OBJECT)) {
    sv_openapi_wrong_type(w->api, n, name,
                          list ? N_("{name} must be an array; found {found}")
                               : N_("{name} must be an object; found {found}"));
    return;
  }
  const enum sv_openapi_kind around = w->frames[w->depth - 1].kind;
  struct frame *f = push(w, n);
  if (!f)
    return;
  f->of = field;
  f->kind = around;
  f->name = name;
}

/* One value as FIELD has it, its list or map already opened. */
static void visit_value(struct walk *w, struct sv_openapi_node n,
                        const struct sv_openapi_field *field, const char *name)
{
  static const struct sv_openapi_field schemas = { .shape = SHAPE_LIST, .holds = K(SCHEMA) };
  const bool boolean = sv_openapi_is(n, SV_DOC_TRUE) || sv_openapi_is(n, SV_DOC_FALSE);
  if (field->holds >= HOLDS_KIND)
    enter(w, n, (enum sv_openapi_kind)(field->holds - HOLDS_KIND), name);
  else if (field->holds == HOLDS_SCHEMA_OR_LIST && sv_openapi_is(n, SV_DOC_ARRAY))
    enter_list(w, n, &schemas, name);
  else if (field->holds == HOLDS_SCHEMA_OR_LIST ||
           (field->holds == HOLDS_SCHEMA_OR_BOOLEAN && !boolean))
    enter(w, n, SV_OPENAPI_K_SCHEMA, name);
  else
    sv_openapi_scalar(w->api, n, field, name);
}

static void visit_field(struct walk *w, struct sv_openapi_node n,
                        const struct sv_openapi_field *field, const char *name)
{
  if (field->shape == SHAPE_ONE)
    visit_value(w, n, field, name);
  else
    enter_list(w, n, field, name);
}

/* "{name}" is none of the members: says so, with the nearest name, or the version that has it. */
static void say_unknown(struct walk *w, const struct frame *f, struct sv_openapi_node n,
                        const struct sv_openapi_field *other)
{
  const char *names[MEMBERS_MAX];
  size_t count = 0, size;
  const char *text = sv_doc_string(n.doc, sv_doc_key(n.doc, n.value), &size);
  const char *name = sv_openapi_cut(w->api, text, size);
  for (size_t i = 0; i < f->info->count && count < MEMBERS_MAX; i++)
    if (f->info->fields[i].versions & w->bit)
      names[count++] = f->info->fields[i].name;
  const char *near = other ? NULL : sv_suggest(name, names, count);
  const bool open = f->info->flags & KIND_REST;
  struct sv_openapi_said said = { .rule = "unknown-member",
                                  .where = n,
                                  .warning = open,
                                  .at_name = true,
                                  .msgid = N_("the {object} has no member \"{name}\"") };
  if (open && !near && !other)
    return;
  if (near)
    said.msgid = N_("the {object} has no member \"{name}\"; did you mean \"{near}\"?");
  else if (other && other->versions > w->bit)
    said.msgid = N_("the {object} has a member \"{name}\" only in later versions than {version}");
  else if (other)
    said.msgid = N_("the {object} has a member \"{name}\" only in earlier versions than {version}");
  sv_openapi_say(w->api, &said,
                 SV_OPENAPI_ARGS({ "object", f->info->title, 0 }, { "name", name, 0 },
                                 { "near", near ? near : "", 0 },
                                 { "version", w->api->version_text, 0 }));
}

static void visit_member(struct walk *w, size_t at, struct sv_openapi_node n)
{
  struct frame *f = &w->frames[at];
  const struct sv_openapi_kind_info *info = f->info;
  size_t size;
  const char *name = sv_doc_string(n.doc, sv_doc_key(n.doc, n.value), &size);
  const struct sv_openapi_field *other = NULL;
  for (size_t i = 0; i < info->count; i++) {
    const struct sv_openapi_field *field = &info->fields[i];
    if (field->size != size || memcmp(field->name, name, size) != 0)
      continue;
    if (field->versions & w->bit) {
      f->seen |= (uint64_t)1 << i;
      visit_field(w, n, field, field->name);
      return;
    }
    other = field;
  }
  if (info->flags & KIND_EXTENSIBLE && size >= 2 && memcmp(name, "x-", 2) == 0)
    return;
  if (!(info->flags & KIND_REST) || info->rest.holds == HOLDS_ANY) {
    say_unknown(w, f, n, other);
    return;
  }
  sv_openapi_judge_name(w->api, n, info->rest.naming);
  visit_field(w, n, &info->rest, sv_openapi_cut(w->api, name, size));
}

/* What the object should have had. */
static void leave(struct walk *w, const struct frame *f)
{
  for (size_t i = 0; f->info && i < f->info->count; i++) {
    const struct sv_openapi_field *field = &f->info->fields[i];
    if (!(field->required & w->bit) || f->seen & ((uint64_t)1 << i))
      continue;
    const struct sv_openapi_said said = { .rule = "required",
                                          .msgid = N_("the {object} must have the member "
                                                      "\"{name}\""),
                                          .where = f->node,
                                          .at_name = true };
    sv_openapi_say(w->api, &said,
                   SV_OPENAPI_ARGS({ "object", f->info->title, 0 }, { "name", field->name, 0 }));
  }
}

static void visit_child(struct walk *w, size_t at, struct sv_openapi_node n)
{
  const struct frame *f = &w->frames[at];
  if (f->info) {
    visit_member(w, at, n);
    return;
  }
  const char *name = f->name;
  if (f->of->shape == SHAPE_MAP) {
    size_t size;
    const char *text = sv_doc_string(n.doc, sv_doc_key(n.doc, n.value), &size);
    if (f->of->naming != NAMED_FREELY)
      sv_openapi_judge_name(w->api, n, f->of->naming);
    if (sv_openapi_type(n) != SV_DOC_OBJECT)
      name = sv_openapi_cut(w->api, text, size);
  }
  visit_value(w, n, f->of, name);
}

static void run(struct walk *w)
{
  while (w->depth > 0 && w->status == SV_OK) {
    const size_t at = w->depth - 1;
    struct frame *f = &w->frames[at];
    const struct sv_openapi_node n = f->child;
    if (!n.doc) {
      leave(w, f);
      w->depth--;
      continue;
    }
    f->child = sv_openapi_next(f->node, n);
    visit_child(w, at, n);
  }
}

static void say_reference(struct walk *w, struct sv_openapi_node ref, enum sv_status status,
                          const struct sv_error *err)
{
  size_t size;
  const char *text = sv_openapi_bytes(ref, &size);
  struct sv_openapi_said said = { .rule = "reference", .where = ref };
  const bool local =
      memchr(text, ':', size) == NULL || (size > 5 && sv_equal_nocase_n(text, 5, "file:"));
  if (status == SV_DENIED && !local) {
    said.msgid = N_("the reference \"{ref}\" was not followed: nothing is fetched; give the file "
                    "with --map");
    said.rule = "reference-unread";
    said.warning = true;
  } else if (status == SV_DENIED) {
    said.msgid = N_("the reference \"{ref}\" leads out of the document's folder and was not "
                    "followed; name a wider folder with --root");
  } else if (err->line > 0) {
    said.msgid = N_("the reference \"{ref}\" leads to a file that cannot be read: line {line}: "
                    "{why}");
  } else {
    said.msgid = N_("the reference \"{ref}\" leads nowhere: {why}");
  }
  const char *why = err->text[0] ? err->text : sv_tr(N_("there is no such file"));
  sv_openapi_say(w->api, &said,
                 SV_OPENAPI_ARGS({ "ref", sv_openapi_cut(w->api, text, size), 0 },
                                 { "why", why, 0 }, { "line", NULL, (int64_t)err->line }));
}

/* Whether some schema around N has an identifier, which changes what references are relative to. */
static bool is_based_elsewhere(const struct sv_openapi *api, struct sv_openapi_node n)
{
  for (; api->version >= SV_OPENAPI_3_1 && n.value != SV_DOC_NONE;
       n.value = sv_doc_parent(n.doc, n.value))
    if (n.value != SV_DOC_ROOT && sv_openapi_is(sv_openapi_get(n, "$id"), SV_DOC_STRING))
      return true;
  return false;
}

/* The end of a reference; of one whose members count beside it, only the next step. */
static enum sv_status find_end(struct walk *w, const struct pending *p, struct sv_openapi_node *end,
                               struct sv_error *err)
{
  SV_TRY(sv_openapi_resolve(w->api, p->from, end, err));
  if (!goes_on(w->api, p->kind))
    return SV_OK;
  size_t size;
  const char *text = sv_openapi_bytes(sv_openapi_reference(p->from), &size);
  return sv_openapi_step(w->api, p->from, text, size, end, err);
}

static void say_kind(struct walk *w, struct sv_openapi_node ref, enum sv_openapi_kind found,
                     enum sv_openapi_kind expected)
{
  struct sv_openapi *api = w->api;
  size_t size;
  const char *text = sv_openapi_bytes(ref, &size);
  const struct sv_openapi_said said = { .rule = "reference-kind",
                                        .msgid = N_("the reference \"{ref}\" leads to a {found}; a "
                                                    "{expected} is wanted here"),
                                        .where = ref };
  sv_openapi_say(
      api, &said,
      SV_OPENAPI_ARGS({ "ref", sv_openapi_cut(api, text, size), 0 },
                      { "found", sv_openapi_kind_info(api->version, found)->title, 0 },
                      { "expected", sv_openapi_kind_info(api->version, expected)->title, 0 }));
}

static void follow(struct walk *w, const struct pending *p)
{
  struct sv_openapi_node end;
  struct sv_error err = { .text = "" };
  const struct sv_openapi_node ref = sv_openapi_reference(p->from);
  const enum sv_status status = find_end(w, p, &end, &err);
  if (status == SV_NO_MEMORY || (status == SV_LIMIT && err.limit)) {
    w->status = status;
    w->api->walk_error = err;
    return;
  }
  if (status != SV_OK) {
    if (p->kind != SV_OPENAPI_K_SCHEMA || !is_based_elsewhere(w->api, p->from))
      say_reference(w, ref, status, &err);
    return;
  }
  const uint8_t *place = sv_openapi_is(end, SV_DOC_OBJECT) ? kind_place(w->api, end) : NULL;
  const enum sv_openapi_kind there = place ? (enum sv_openapi_kind) * place : SV_OPENAPI_K_NONE;
  if (there == p->kind)
    return;
  if (there != SV_OPENAPI_K_NONE) {
    say_kind(w, ref, there, p->kind);
    return;
  }
  enter(w, end, p->kind, "$ref");
  run(w);
}

enum sv_status sv_openapi_walk(struct sv_openapi *api)
{
  if (api->walked)
    return api->walk_status;
  api->walked = true;
  if (api->version == SV_OPENAPI_UNKNOWN)
    return SV_OK;
  struct walk w = { .api = api, .bit = sv_openapi_version_bit(api) };
  enter(&w, sv_openapi_root(api), SV_OPENAPI_K_ROOT, "");
  run(&w);
  for (size_t i = 0; i < w.pending_count && w.status == SV_OK; i++) {
    const struct pending p = w.pending[i];
    follow(&w, &p);
  }
  free(w.frames);
  free(w.pending);
  api->walk_status = w.status != SV_OK ? w.status : api->check_status;
  return api->walk_status;
}

const struct sv_openapi_node *sv_openapi_objects(struct sv_openapi *api, enum sv_openapi_kind kind,
                                                 size_t *count)
{
  *count = 0;
  if (sv_openapi_walk(api) != SV_OK || kind >= SV_OPENAPI_K_COUNT)
    return NULL;
  *count = api->objects[kind].count;
  return api->objects[kind].items;
}

enum sv_openapi_kind sv_openapi_kind(struct sv_openapi *api, struct sv_openapi_node n)
{
  if (sv_openapi_walk(api) != SV_OK || !n.doc || !api->files[n.file].kinds)
    return SV_OPENAPI_K_NONE;
  return (enum sv_openapi_kind)api->files[n.file].kinds[sv_tape_target(n.doc, n.value)];
}
