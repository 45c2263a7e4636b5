// SPDX-License-Identifier: Apache-2.0
/* From schema documents to programs: every reachable subschema becomes a node, one after the other,
 * without recursion. */
#include "engines/schema/program.h"

#include "engines/base/lang.h"

#include <stdlib.h>
#include <string.h>

#define N_(msgid) msgid

struct key {
  uint64_t document;
  uint64_t value;
};

static struct sv_node *known_node(const struct sv_schema_set *s, const struct sv_place *place)
{
  const struct key key = { (uintptr_t)place->resource->document, place->value };
  return sv_map_get(&s->nodes, (const char *)&key, sizeof key);
}

enum sv_status sv_compile_queue(struct sv_compiler *c, struct sv_node *n)
{
  if (c->queued == c->room) {
    const size_t room = c->room ? c->room * 2 : 256;
    struct sv_node **queue = realloc(c->queue, room * sizeof *queue);
    if (!queue)
      return SV_NO_MEMORY;
    c->queue = queue;
    c->room = room;
  }
  c->queue[c->queued++] = n;
  return SV_OK;
}

enum sv_status sv_compile_node(struct sv_compiler *c, struct sv_place place, struct sv_node **out)
{
  struct sv_schema_set *s = c->set;
  struct sv_resource *own = sv_registry_root(s, place.resource->document, place.value);
  if (own)
    place.resource = own;
  *out = known_node(s, &place);
  if (*out)
    return SV_OK;
  struct sv_node *n = sv_arena_calloc(&s->arena, 1, sizeof *n);
  struct key *key = sv_arena_alloc(&s->arena, sizeof *key);
  if (!n || !key)
    return SV_NO_MEMORY;
  n->place = place;
  n->resource_id = place.resource->id;
  n->types = SV_T_ANY;
  *key = (struct key){ (uintptr_t)place.resource->document, place.value };
  SV_TRY(sv_map_set(&s->nodes, (const char *)key, sizeof *key, n));
  *out = n;
  return sv_compile_queue(c, n);
}

sv_value sv_compile_sibling(const struct sv_node *node, const char *name)
{
  return sv_doc_gets(sv_node_doc(node), node->place.value, name);
}

/* The keywords of a schema object, in its order. */
static enum sv_status list_keywords(struct sv_compiler *c, struct sv_node *n)
{
  const struct sv_doc *doc = sv_node_doc(n);
  const struct sv_dialect *dialect = n->place.resource->dialect;
  struct sv_op *ops =
      sv_arena_calloc(&c->set->arena, sv_doc_count(doc, n->place.value) + 1, sizeof *ops);
  if (!ops)
    return SV_NO_MEMORY;
  n->keywords = ops;
  const bool alone = dialect->draft & SV_D_OLD && sv_compile_sibling(n, "$ref") != SV_DOC_NONE;
  for (sv_value v = sv_doc_first(doc, n->place.value); v != SV_DOC_NONE;
       v = sv_doc_next(doc, n->place.value, v)) {
    size_t size;
    const char *name = sv_doc_string(doc, sv_doc_key(doc, v), &size);
    const struct sv_keyword *keyword = sv_keyword_find(dialect, name, size);
    if (alone && !(keyword && keyword->op == SV_OP_REF))
      continue;
    struct sv_op *op = &ops[n->keyword_count++];
    *op = (struct sv_op){ .kind = keyword ? keyword->op : SV_OP_ANNOTATION,
                          .types = keyword ? keyword->types : SV_T_ANY,
                          .keyword = keyword,
                          .value = v };
    if (!keyword && dialect->draft & SV_D_OLD)
      op->kind = SV_OP_NOTHING;
    SV_TRY(sv_compile_keyword(c, n, op));
  }
  return SV_OK;
}

static enum sv_status fill(struct sv_compiler *c, struct sv_node *n)
{
  const struct sv_doc *doc = sv_node_doc(n);
  const uint32_t draft = n->place.resource->dialect->draft;
  if (draft & SV_D4)
    n->flags |= SV_NODE_LITERAL_INTEGER;
  switch (sv_doc_type(doc, n->place.value)) {
  case SV_DOC_TRUE:
  case SV_DOC_FALSE:
    if (sv_doc_type(doc, n->place.value) == SV_DOC_FALSE) {
      n->types = 0;
      n->flags |= SV_NODE_FALSE;
    }
    return SV_OK;
  case SV_DOC_OBJECT:
    SV_TRY(list_keywords(c, n));
    return sv_compile_fuse(c, n);
  default:
    break;
  }
  return sv_schema_fault(n->place.resource, n->place.value, c->err, SV_INVALID,
                         draft & SV_D4 ? "a schema is an object"
                                       : "a schema is an object, true or false");
}

/* Every resource that has the anchor of D is a place where it may lead. */
static enum sv_status resolve_dynamic(struct sv_compiler *c, struct sv_dynamic *d)
{
  struct sv_schema_set *s = c->set;
  struct sv_dynamic_target *targets =
      sv_arena_calloc(&s->arena, s->resource_count, sizeof *targets);
  if (!targets)
    return SV_NO_MEMORY;
  uint32_t count = 0;
  for (const struct sv_resource_list *l = s->resource_list; l; l = l->next) {
    struct sv_place place = { l->resource, l->resource->root };
    if (d->name) {
      const struct sv_anchor *anchor = sv_registry_anchor(s, l->resource, d->name, strlen(d->name));
      if (!anchor || !anchor->dynamic)
        continue;
      place.value = anchor->value;
    } else if (!l->resource->recursive_anchor) {
      continue;
    }
    SV_TRY(sv_compile_node(c, place, &targets[count].node));
    targets[count++].resource = l->resource->id;
  }
  d->targets = targets;
  d->count = count;
  return SV_OK;
}

static enum sv_status drain(struct sv_compiler *c)
{
  while (c->queued > 0) {
    struct sv_node *n = c->queue[--c->queued];
    SV_TRY(fill(c, n));
    n->filled = true;
  }
  return SV_OK;
}

static enum sv_status compile_all(struct sv_compiler *c)
{
  do {
    SV_TRY(drain(c));
    for (struct sv_dynamic_list *l = c->set->dynamics; l; l = l->next)
      SV_TRY(resolve_dynamic(c, l->dynamic));
  } while (c->queued > 0);
  return SV_OK;
}

/* The first thing that the metaschema finds wrong at PLACE, as an error. */
static enum sv_status tell_fault(const struct sv_schema *meta, const struct sv_place *place,
                                 struct sv_error *err)
{
  struct sv_schema_report *report;
  SV_TRY(
      sv_schema_explain(meta, sv_place_doc(place), place->value, SV_SCHEMA_MESSAGES, &report, err));
  size_t count = 0;
  const struct sv_schema_finding *f = sv_schema_report_findings(report, 1, &count, NULL);
  struct sv_buf text = SV_BUF(400);
  enum sv_status status;
  if (count > 0 &&
      sv_message_render(sv_tr(f->message.msgid), f->message.args, f->message.count, &text) == SV_OK)
    status = sv_schema_fault(place->resource, f->instance, err, SV_INVALID, "ill-formed schema: %s",
                             sv_buf_text(&text));
  else
    status = sv_schema_fault(place->resource, place->value, err, SV_INVALID,
                             "ill-formed schema: it is not valid by its metaschema");
  sv_buf_free(&text);
  sv_schema_report_free(report);
  return status;
}

/* Whether all resources of the document speak one dialect: one metaschema can then judge it. */
static bool of_one_dialect(const struct sv_schema_set *s, const struct sv_schema_document *document)
{
  const struct sv_dialect *first = NULL;
  for (const struct sv_resource_list *l = s->resource_list; l; l = l->next) {
    if (l->resource->document != document)
      continue;
    if (first && first != l->resource->dialect)
      return false;
    first = l->resource->dialect;
  }
  return true;
}

/* Judges the document of PLACE (or, in a container, the schema there) by its metaschema. */
static enum sv_status check(struct sv_schema_set *s, const struct sv_place *place,
                            struct sv_error *err)
{
  struct sv_place whole = *place;
  if (!place->resource->document->container) {
    whole.value = SV_DOC_ROOT;
    whole.resource = sv_registry_root(s, place->resource->document, SV_DOC_ROOT);
    if (whole.resource->checked)
      return SV_OK;
    whole.resource->checked = true;
  }
  const char *iri = whole.resource->dialect->iri;
  size_t size;
  if (s->options.trust || s->checking || sv_schema_builtin(whole.resource->iri, &size) ||
      whole.resource->dialect->draft & SV_DOAS30 || !of_one_dialect(s, whole.resource->document))
    return SV_OK;
  const struct sv_schema *meta;
  s->checking = true;
  enum sv_status status = sv_schema_compile(s, iri, &meta, err);
  s->checking = false;
  SV_TRY(status);
  bool valid = false;
  SV_TRY(sv_schema_validate(meta, sv_place_doc(&whole), whole.value, &valid, err));
  return valid ? SV_OK : tell_fault(meta, &whole, err);
}

/* Documents that references brought in are checked before they are used. */
static enum sv_status check_new(struct sv_compiler *c)
{
  bool more = !c->set->checking && !c->set->options.trust;
  while (more) {
    more = false;
    for (struct sv_resource_list *l = c->set->resource_list; l && !more; l = l->next) {
      const struct sv_resource *r = l->resource;
      if (r->checked || r->root != SV_DOC_ROOT || r->document->container)
        continue;
      const struct sv_place place = { l->resource, SV_DOC_ROOT };
      SV_TRY(check(c->set, &place, c->err));
      more = true;
    }
  }
  return SV_OK;
}

/* Nodes that an earlier, failed compilation left empty are filled now: it fails again if they are
 * in use. */
static enum sv_status finish(struct sv_compiler *c, struct sv_schema *schema)
{
  bool dynamic;
  SV_TRY(sv_compile_reach(c, schema->root, &dynamic));
  while (c->queued > 0) {
    SV_TRY(compile_all(c));
    SV_TRY(sv_compile_reach(c, schema->root, &dynamic));
  }
  schema->dynamic = dynamic;
  return SV_OK;
}

static enum sv_status compile_place(struct sv_schema_set *s, const struct sv_place *place,
                                    struct sv_schema *schema, struct sv_error *err)
{
  struct sv_compiler c = { .set = s, .err = err };
  enum sv_status status = sv_compile_node(&c, *place, &schema->root);
  if (status == SV_OK)
    status = compile_all(&c);
  if (status == SV_OK || status == SV_INVALID) {
    /* what the metaschema says is clearer than what the compiler says */
    struct sv_error first = { 0 };
    c.err = &first;
    const enum sv_status checked = check_new(&c);
    c.err = err;
    if (checked != SV_OK) {
      status = checked;
      if (err)
        *err = first;
    }
  }
  if (status == SV_OK)
    status = finish(&c, schema);
  free(c.queue);
  return status;
}

static enum sv_status compile_at(struct sv_schema_set *s, const struct sv_place *place,
                                 const struct sv_schema **out, struct sv_error *err)
{
  SV_TRY(check(s, place, err));
  struct sv_schema *schema = sv_arena_calloc(&s->arena, 1, sizeof *schema);
  if (!schema)
    return SV_NO_MEMORY;
  schema->set = s;
  SV_TRY(compile_place(s, place, schema, err));
  *out = schema;
  return SV_OK;
}

enum sv_status sv_schema_compile(struct sv_schema_set *s, const char *iri,
                                 const struct sv_schema **out, struct sv_error *err)
{
  const char *hash = strchr(iri, '#');
  const size_t base = hash ? (size_t)(hash - iri) : strlen(iri);
  struct sv_resource *r;
  struct sv_target target;
  SV_TRY(sv_registry_get(s, iri, base, sv_dialect_default(s->options.dialect), &r, err));
  if (!r)
    return sv_fail(err, SV_NOT_FOUND, "there is no schema at %.300s", iri);
  SV_TRY(
      sv_reference_resolve(s, r, hash ? hash : "", hash ? strlen(hash) : 0, r->root, &target, err));
  return compile_at(s, &target.place, out, err);
}

enum sv_status sv_schema_compile_value(struct sv_schema_set *s, const struct sv_doc *doc,
                                       sv_value v, const struct sv_schema **out,
                                       struct sv_error *err)
{
  struct sv_place place = { NULL, v };
  for (struct sv_resource_list *l = s->resource_list; l && !place.resource; l = l->next)
    if (l->resource->document->doc == doc && l->resource->root == SV_DOC_ROOT)
      place.resource = l->resource;
  if (!place.resource)
    return sv_fail(err, SV_NOT_FOUND, "the schema is in no document of the set");
  const struct sv_schema_document *document = place.resource->document;
  if (!(place.resource->dialect->draft & SV_DOAS30)) {
    /* a schema around it may have an identifier, which references start from */
    for (sv_value at = v; at != SV_DOC_NONE; at = sv_doc_parent(doc, at)) {
      struct sv_resource *own = sv_registry_root(s, document, at);
      if (!own)
        continue;
      place.resource = own;
      break;
    }
    if (document->container && !sv_registry_root(s, document, v))
      SV_TRY(sv_registry_scan(s, place.resource, v, err));
  }
  return compile_at(s, &place, out, err);
}
