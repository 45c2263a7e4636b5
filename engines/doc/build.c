// SPDX-License-Identifier: Apache-2.0
/* Growth of the tape, closing of containers with duplicate names noticed and big objects indexed.
 */
#include "engines/doc/build.h"

#include <stdlib.h>
#include <string.h>

static const struct sv_doc_finding duplicate = {
  .kind = SV_DOC_DUPLICATE_KEY,
  .is_error = true,
  .rule = "duplicate-key",
  .msgid = N_("The name \"{name}\" comes twice in this object; the last value counts. Keep one."),
};

void *sv_build_fail(struct sv_build *b, enum sv_status status, const struct sv_doc_finding *what)
{
  if (b->status == SV_OK) {
    b->status = status;
    if (what)
      b->fault = *what;
  }
  return NULL;
}

void *sv_build_limit(struct sv_build *b, const char *limit, const char *msgid, size_t offset)
{
  const struct sv_doc_finding what = {
    .kind = SV_DOC_OVER_LIMIT, .is_error = true, .rule = limit, .msgid = msgid, .offset = offset
  };
  return sv_build_fail(b, SV_LIMIT, &what);
}

/* DATA with room for at least one more element of SIZE bytes after COUNT; NULL when there is no
 * memory. */
static void *more(void *data, uint32_t count, uint32_t *room, size_t size)
{
  if (count < *room)
    return data;
  const uint32_t next = *room < 64 ? 64 : *room > UINT32_MAX / 2 ? UINT32_MAX : *room * 2;
  if (next == *room)
    return NULL;
  void *grown = realloc(data, next * size);
  if (grown)
    *room = next;
  return grown;
}

enum sv_status sv_build_begin(struct sv_build *b, struct sv_doc *d, const struct sv_doc_limits *l)
{
  *b = (struct sv_build){ .doc = d, .limits = l ? *l : SV_DOC_LIMITS };
  if (b->limits.depth > SV_DOC_DEPTH_MAX)
    b->limits.depth = SV_DOC_DEPTH_MAX;
  if (b->limits.key_bytes >= SV_TAPE_SIZE_MAX)
    b->limits.key_bytes = SV_TAPE_SIZE_MAX - 1;
  if (b->limits.bytes > UINT32_MAX - 16)
    b->limits.bytes = UINT32_MAX - 16;
  if (b->limits.nodes > UINT32_MAX - 16)
    b->limits.nodes = UINT32_MAX - 16;
  b->open = more(NULL, 0, &b->open_room, sizeof *b->open);
  if (!b->open)
    return SV_NO_MEMORY;
  b->open[0] = (struct sv_build_open){ .node = SV_DOC_NONE };
  return SV_OK;
}

void sv_build_end(struct sv_build *b)
{
  free(b->open);
  free(b->names);
  b->doc->pool = b->pool;
}

struct sv_tape_node *sv_build_grow(struct sv_build *b)
{
  struct sv_doc *d = b->doc;
  if (d->count >= b->limits.nodes)
    return sv_build_limit(b, "nodes",
                          N_("The document has more values than the limit allows; ask for less at "
                             "a "
                             "time or raise the limit."),
                          d->tape ? d->tape[d->count - 1].offset : 0);
  uint32_t room = b->room;
  struct sv_tape_node *tape = more(d->tape, d->count, &room, sizeof *tape);
  if (!tape)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  d->tape = tape;
  b->room = room < b->limits.nodes ? room : b->limits.nodes;
  return &d->tape[d->count++];
}

bool sv_build_open(struct sv_build *b, enum sv_doc_type type, size_t offset)
{
  if (b->depth >= b->limits.depth)
    return sv_build_limit(b, "depth",
                          N_("Arrays and objects are nested deeper here than the limit allows; use "
                             "a "
                             "flatter structure or raise the limit."),
                          offset);
  struct sv_build_open *open = more(b->open, b->depth + 1, &b->open_room, sizeof *open);
  if (!open)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  b->open = open;
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return false;
  n->head = type;
  n->offset = (uint32_t)offset;
  n->lo = 0;
  n->hi = open[b->depth].node;
  open[++b->depth] = (struct sv_build_open){ .node = b->doc->count - 1, .names = b->name_count };
  return true;
}

static int by_hash(const void *a, const void *b)
{
  const struct sv_tape_slot *x = a, *y = b;
  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static bool same_name(const struct sv_doc *d, const char *pool, uint32_t a, uint32_t b)
{
  const struct sv_tape_node *x = &d->tape[a], *y = &d->tape[b];
  const size_t size = x->head >> 8;
  return size == y->head >> 8 &&
         memcmp((x->head & SV_TAPE_POOL ? pool : d->source) + x->lo,
                (y->head & SV_TAPE_POOL ? pool : d->source) + y->lo, size) == 0;
}

static bool tell_duplicate(struct sv_build *b, struct sv_tape_node *object, uint32_t key)
{
  object->head |= SV_TAPE_DUPLICATES;
  if (b->doc->finding_count == SV_DOC_FINDINGS_MAX) {
    b->doc->finding_total++;
    return true;
  }
  struct sv_doc_finding f = duplicate;
  const struct sv_tape_node *n = &b->doc->tape[key];
  f.offset = n->offset;
  sv_finding_place(&f, "name", (n->head & SV_TAPE_POOL ? b->pool : b->doc->source) + n->lo,
                   n->head >> 8);
  return sv_build_finding(b, &f);
}

static bool check_few(struct sv_build *b, struct sv_tape_node *object,
                      const struct sv_tape_slot *names, uint32_t count)
{
  for (uint32_t i = 1; i < count; i++) {
    const uint32_t hash = names[i].hash;
    for (uint32_t j = 0; j < i; j++)
      if (__builtin_expect(names[j].hash == hash, 0) &&
          same_name(b->doc, b->pool, names[j].key, names[i].key)) {
        if (!tell_duplicate(b, object, names[i].key))
          return false;
        break;
      }
  }
  return true;
}

/* Among sorted names only those of equal hash can be equal; the first of each kind in a run stands
 * for it. */
static bool check_run(struct sv_build *b, struct sv_tape_node *object,
                      const struct sv_tape_slot *names, uint32_t count)
{
  for (uint32_t i = 1; i < count; i++)
    for (uint32_t j = 0; j < i; j++)
      if (same_name(b->doc, b->pool, names[j].key, names[i].key)) {
        if (!tell_duplicate(b, object, names[i].key))
          return false;
        break;
      }
  return true;
}

static bool check_many(struct sv_build *b, struct sv_tape_node *object, struct sv_tape_slot *names,
                       uint32_t count)
{
  qsort(names, count, sizeof *names, by_hash);
  for (uint32_t i = 0; i < count;) {
    uint32_t end = i + 1;
    while (end < count && names[end].hash == names[i].hash)
      end++;
    if (end > i + 1 && !check_run(b, object, names + i, end - i))
      return false;
    i = end;
  }
  return true;
}

/* Gives the container its struct sv_tape_ext, with the COUNT sorted names as its index. */
static bool extend(struct sv_build *b, struct sv_tape_node *n, uint32_t children,
                   const struct sv_tape_slot *names, uint32_t count)
{
  struct sv_doc *d = b->doc;
  struct sv_tape_ext *ext = more(d->ext, b->ext_count, &b->ext_room, sizeof *ext);
  if (!ext)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  d->ext = ext;
  ext[b->ext_count] = (struct sv_tape_ext){ n->hi, children, SV_DOC_NONE };
  if (count) {
    while (b->index_room - b->index_count < count) {
      struct sv_tape_slot *grown = more(d->index, b->index_room, &b->index_room, sizeof *grown);
      if (!grown)
        return sv_build_fail(b, SV_NO_MEMORY, NULL);
      d->index = grown;
    }
    memcpy(d->index + b->index_count, names, count * sizeof *names);
    ext[b->ext_count].index = b->index_count;
    b->index_count += count;
  }
  n->head = (n->head & 0xFF) | SV_TAPE_EXT;
  n->hi = b->ext_count++;
  return true;
}

bool sv_build_close(struct sv_build *b)
{
  const struct sv_build_open open = b->open[b->depth--];
  struct sv_tape_node *n = &b->doc->tape[open.node];
  const uint32_t count = b->name_count - open.names;
  struct sv_tape_slot *names = count ? b->names + open.names : NULL;
  n->lo = b->doc->count;
  b->name_count = open.names;
  const bool indexed = count > SV_TAPE_SCAN_MAX;
  if (!(indexed ? check_many(b, n, names, count) : check_few(b, n, names, count)))
    return false;
  if (indexed || open.count > SV_TAPE_SIZE_MAX)
    return extend(b, n, open.count, names, indexed ? count : 0);
  n->head |= open.count << 8;
  return true;
}

bool sv_build_name(struct sv_build *b, struct sv_tape_node *node)
{
  const size_t size = sv_tape_size(node);
  if (size > b->limits.key_bytes)
    return sv_build_limit(b, "key-bytes",
                          N_("The name of this member is longer than the limit allows; use a "
                             "shorter "
                             "name or raise the limit."),
                          node->offset);
  struct sv_tape_slot *names = more(b->names, b->name_count, &b->name_room, sizeof *names);
  if (!names)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  b->names = names;
  node->hi = sv_tape_hash((node->head & SV_TAPE_POOL ? b->pool : b->doc->source) + node->lo, size);
  node->head |= SV_TAPE_KEY;
  names[b->name_count++] = (struct sv_tape_slot){ node->hi, (uint32_t)(node - b->doc->tape) };
  return true;
}

char *sv_build_pool(struct sv_build *b, size_t size)
{
  if (b->pool_size > UINT32_MAX - size)
    return sv_build_fail(b, SV_NO_MEMORY, NULL);
  const size_t need = b->pool_size + size;
  if (need > b->pool_room || !b->pool) {
    size_t room = b->pool_room ? b->pool_room : 256;
    while (room < need)
      room *= 2;
    char *pool = realloc(b->pool, room);
    if (!pool)
      return sv_build_fail(b, SV_NO_MEMORY, NULL);
    b->pool = pool;
    b->pool_room = room;
  }
  return b->pool + b->pool_size;
}

bool sv_build_finding(struct sv_build *b, const struct sv_doc_finding *what)
{
  struct sv_doc *d = b->doc;
  d->finding_total++;
  if (d->finding_count == SV_DOC_FINDINGS_MAX)
    return true;
  if (d->finding_count == b->finding_room) {
    const size_t room = b->finding_room ? b->finding_room * 2 : 4;
    struct sv_doc_finding *grown = realloc(d->findings, room * sizeof *grown);
    if (!grown) {
      sv_build_fail(b, SV_NO_MEMORY, NULL);
      return false;
    }
    d->findings = grown;
    b->finding_room = room;
  }
  d->findings[d->finding_count++] = *what;
  return true;
}
