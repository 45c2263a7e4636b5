// SPDX-License-Identifier: Apache-2.0
/* What went wrong, in words: one message for each keyword, with the name of the value, what was
 * expected and a short excerpt of what was found. */
#include "engines/schema/explain.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <limits.h>
#include <string.h>

#define N_(msgid) msgid
#define EXCERPT_MAX 60
#define LIST_MAX 160
#define NAME_SIZE_MAX 80

static const struct {
  enum sv_op_kind op;
  const char *msgid;
} plain[] = {
  { SV_OP_MIN_LENGTH, N_("{name} must have at least {limit} characters; it has {count}: {found}") },
  { SV_OP_MAX_LENGTH, N_("{name} must have at most {limit} characters; it has {count}: {found}") },
  { SV_OP_MINIMUM, N_("{name} must be {limit} or more; found {found}") },
  { SV_OP_MAXIMUM, N_("{name} must be {limit} or less; found {found}") },
  { SV_OP_EXCLUSIVE_MINIMUM, N_("{name} must be more than {limit}; found {found}") },
  { SV_OP_EXCLUSIVE_MAXIMUM, N_("{name} must be less than {limit}; found {found}") },
  { SV_OP_MULTIPLE_OF, N_("{name} must be a multiple of {limit}; found {found}") },
  { SV_OP_MIN_ITEMS, N_("{name} must have at least {limit} items; it has {count}") },
  { SV_OP_MAX_ITEMS, N_("{name} must have at most {limit} items; it has {count}") },
  { SV_OP_MIN_PROPERTIES, N_("{name} must have at least {limit} members; it has {count}") },
  { SV_OP_MAX_PROPERTIES, N_("{name} must have at most {limit} members; it has {count}") },
  { SV_OP_CONST, N_("{name} must be {limit}; found {found}") },
  { SV_OP_ENUM, N_("{name} must be one of {limit}; found {found}") },
  { SV_OP_ANY_OF, N_("{name} must match one of {count} alternatives and matches none; found "
                     "{found}") },
  { SV_OP_NOT, N_("{name} matches what the schema excludes; found {found}") },
  { SV_OP_UNIQUE_ITEMS, N_("{name} must not hold the same item twice; number {first} and {second} "
                           "are equal: {found}") },
  { SV_OP_CONTENT, N_("{name} must hold content as contentEncoding and contentMediaType say; found "
                      "{found}") },
};

static const struct {
  uint32_t types;
  const char *msgid;
} types[] = {
  { SV_T_NULL, N_("{name} must be null; found {found}") },
  { SV_T_BOOLEAN, N_("{name} must be true or false; found {found}") },
  { SV_T_OBJECT, N_("{name} must be an object; found {found}") },
  { SV_T_ARRAY, N_("{name} must be an array; found {found}") },
  { SV_T_NUMBER, N_("{name} must be a number; found {found}") },
  { SV_T_STRING, N_("{name} must be a text (string); found {found}") },
  { SV_T_INTEGER, N_("{name} must be a whole number; found {found}") },
};

static const char *const exact_shapes[] = {
  [SV_REGEX_DIGITS] = N_("{name} must be exactly {limit} digits; found {found} ({count})"),
  [SV_REGEX_UPPER] = N_("{name} must be exactly {limit} capital letters A to Z; found {found} "
                        "({count})"),
  [SV_REGEX_LOWER] = N_("{name} must be exactly {limit} small letters a to z; found {found} "
                        "({count})"),
  [SV_REGEX_LETTERS] = N_("{name} must be exactly {limit} letters A to Z; found {found} ({count})"),
  [SV_REGEX_ALNUM] = N_("{name} must be exactly {limit} letters A to Z and digits; found {found} "
                        "({count})"),
};

/* A message of its own with the arguments already in UNIT->message. */
static void tell(struct sv_unit *unit, const char *msgid)
{
  unit->message.msgid = msgid;
  unit->told = true;
  unit->valid = false;
}

static void add_arg(struct sv_unit *unit, const char *name, const char *text)
{
  if (unit->message.count < SV_MESSAGE_ARGS_MAX)
    unit->message.args[unit->message.count++] =
        (struct sv_arg){ .name = name, .text = text ? text : "" };
}

static void add_number(struct sv_unit *unit, const char *name, int64_t number)
{
  if (unit->message.count < SV_MESSAGE_ARGS_MAX)
    unit->message.args[unit->message.count++] = (struct sv_arg){ .name = name, .number = number };
}

static const char *keep(struct sv_schema_report *r, struct sv_buf *text)
{
  char *copy = text->failed == SV_OK ? sv_arena_strdup(&r->arena, sv_buf_text(text)) : NULL;
  sv_buf_free(text);
  if (copy)
    sv_idnumber_hide(copy, strlen(copy));
  return copy;
}

/* A number cut in two would no longer be seen to be an identity number: hide first, cut then. */
static const char *excerpt(struct sv_schema_report *r, const struct sv_doc *doc, sv_value v,
                           size_t most)
{
  struct sv_buf text = SV_BUF(4096);
  if (sv_doc_excerpt(doc, v, most + 24, &text) != SV_OK)
    sv_buf_cut(&text, 0);
  char *hidden = (char *)(uintptr_t)keep(r, &text);
  if (!hidden || strlen(hidden) <= most)
    return hidden;
  size_t n = most - 3;
  while (n > 0 && ((unsigned char)hidden[n] & 0xC0) == 0x80)
    n--;
  hidden[n] = '\0';
  const char *cut = sv_arena_printf(&r->arena, "%s\xE2\x80\xA6", hidden);
  return cut;
}

/* V as short JSON, identity numbers hidden. */
static const char *excerpt_of(struct sv_schema_report *r, const struct sv_doc *doc, sv_value v)
{
  return excerpt(r, doc, v, EXCERPT_MAX);
}

static void add_text(struct sv_buf *out, const char *text, size_t size)
{
  size_t n = size > NAME_SIZE_MAX ? NAME_SIZE_MAX : size;
  while (n > 0 && n < size && ((unsigned char)text[n] & 0xC0) == 0x80)
    n--;
  for (size_t i = 0; i < n; i++)
    (void)sv_buf_addc(out, (unsigned char)text[i] < 32 || text[i] == 127 ? '?' : text[i]);
  if (n < size)
    (void)sv_buf_adds(out, "\xE2\x80\xA6");
}

static bool is_name(const struct sv_doc *doc, sv_value v)
{
  return doc->tape[v].head & SV_TAPE_KEY && sv_tape_type(&doc->tape[v]) == SV_DOC_STRING;
}

/* What people call V: `member`, `list[2]`, `$` for the whole document. */
static const char *name_of(struct sv_schema_report *r, sv_value v)
{
  const struct sv_doc *doc = r->doc;
  struct sv_buf out = SV_BUF(1024);
  (void)sv_buf_addc(&out, '`');
  sv_value at = v;
  size_t n = 0;
  sv_value parent = is_name(doc, v) ? SV_DOC_NONE : sv_explain_parent(r, at, &n);
  struct sv_buf tail = SV_BUF(256);
  for (int i = 0; i < 3 && parent != SV_DOC_NONE && sv_doc_type(doc, parent) == SV_DOC_ARRAY; i++) {
    struct sv_buf one = SV_BUF(256);
    (void)sv_buf_addf(&one, "[%zu]%s", n, sv_buf_text(&tail));
    sv_buf_free(&tail);
    tail = one;
    at = parent;
    parent = sv_explain_parent(r, at, &n);
  }
  size_t size;
  const char *text = is_name(doc, v) ? sv_doc_string(doc, v, &size)
                     : parent != SV_DOC_NONE && sv_doc_type(doc, parent) == SV_DOC_OBJECT
                         ? sv_doc_string(doc, sv_doc_key(doc, at), &size)
                         : NULL;
  if (text)
    add_text(&out, text, size);
  else
    (void)sv_buf_adds(&out, parent == SV_DOC_NONE ? "$" : "");
  (void)sv_buf_adds(&out, sv_buf_text(&tail));
  (void)sv_buf_addc(&out, '`');
  sv_buf_free(&tail);
  return keep(r, &out);
}

/* The values of a list in the schema, as many as fit. */
static const char *listed(struct sv_schema_report *r, const struct sv_doc *doc, sv_value list)
{
  struct sv_buf out = SV_BUF(4096);
  for (sv_value v = sv_doc_first(doc, list); v != SV_DOC_NONE; v = sv_doc_next(doc, list, v)) {
    if (out.size > LIST_MAX) {
      (void)sv_buf_adds(&out, ", \xE2\x80\xA6");
      break;
    }
    if (out.size)
      (void)sv_buf_adds(&out, ", ");
    (void)sv_doc_excerpt(doc, v, EXCERPT_MAX, &out);
  }
  return keep(r, &out);
}

static int64_t size_of(const struct sv_unit *unit, const struct sv_doc *doc)
{
  const sv_value v = unit->instance;
  return (int64_t)(sv_doc_type(doc, v) == SV_DOC_STRING ? sv_doc_length(doc, v)
                                                        : sv_doc_count(doc, v));
}

static const char *missing(struct sv_schema_report *r, const struct sv_unit *unit,
                           const struct sv_names *names, size_t *count)
{
  struct sv_buf out = SV_BUF(4096);
  *count = 0;
  for (uint32_t i = 0; i < names->count; i++) {
    const struct sv_named_node *n = &names->of[i];
    if (sv_doc_get(r->doc, unit->instance, n->name, n->size) != SV_DOC_NONE)
      continue;
    (*count)++;
    if (out.size > LIST_MAX)
      continue;
    (void)sv_buf_adds(&out, out.size ? ", `" : "`");
    add_text(&out, n->name, n->size);
    (void)sv_buf_addc(&out, '`');
  }
  return keep(r, &out);
}

static void tell_type(struct sv_schema_report *r, struct sv_unit *unit)
{
  const uint32_t allowed = unit->op->types_allowed;
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (types[i].types == allowed) {
      tell(unit, types[i].msgid);
      return;
    }
  }
  const struct sv_doc *doc = sv_node_doc(unit->node);
  const sv_value v = unit->op->value;
  add_arg(unit, "limit",
          sv_doc_type(doc, v) == SV_DOC_ARRAY ? listed(r, doc, v) : excerpt_of(r, doc, v));
  tell(unit, N_("{name} must be of one of the types {limit}; found {found}"));
}

static void tell_pattern(struct sv_schema_report *r, struct sv_unit *unit)
{
  const struct sv_regex_shape shape = sv_regex_shape(unit->op->regex);
  const int64_t count = size_of(unit, r->doc);
  if (shape.kind != SV_REGEX_OTHER && shape.min == shape.max &&
      (shape.exact || count != shape.min)) {
    add_number(unit, "limit", shape.min);
    add_number(unit, "count", count);
    tell(unit, exact_shapes[shape.kind]);
    return;
  }
  add_arg(unit, "limit", excerpt_of(r, sv_node_doc(unit->node), unit->op->value));
  tell(unit, N_("{name} must match the pattern {limit}; found {found}"));
}

static void tell_required(struct sv_schema_report *r, struct sv_unit *unit)
{
  size_t count;
  const struct sv_names *names = unit->op->names;
  if (unit->op->kind != SV_OP_REQUIRED) {
    const struct sv_dependent *d = &unit->op->dependents->of[unit->index_count];
    names = d->names;
    struct sv_buf given = SV_BUF(1024);
    (void)sv_buf_addc(&given, '`');
    add_text(&given, d->name, d->size);
    (void)sv_buf_addc(&given, '`');
    add_arg(unit, "given", keep(r, &given));
  }
  add_arg(unit, "missing", missing(r, unit, names, &count));
  if (unit->op->kind != SV_OP_REQUIRED)
    tell(unit, N_("{name} has {given} and must then also have {missing}"));
  else
    tell(unit, count == 1 ? N_("{name} lacks the member {missing}")
                          : N_("{name} lacks the members {missing}"));
}

static void tell_one_of(struct sv_schema_report *r, struct sv_unit *unit)
{
  add_number(unit, "count", unit->op->nodes->count);
  if (unit->index_count == 0) {
    tell(unit, N_("{name} must match exactly one of {count} alternatives and matches "
                  "none; found {found}"));
    return;
  }
  tell(unit, N_("{name} must match exactly one of {count} alternatives and matches "
                "several; found {found}"));
  (void)r;
}

static void tell_contains(struct sv_schema_report *r, struct sv_unit *unit)
{
  const struct sv_contains *k = unit->op->contains;
  const bool most = unit->index_count > k->max;
  (void)r;
  add_number(unit, "limit", (int64_t)(most ? k->max : k->min));
  add_number(unit, "count", unit->index_count);
  tell(unit, most ? N_("{name} must have at most {limit} items of the kind asked for; it "
                       "has {count}")
                  : N_("{name} must have at least {limit} items of the kind asked for; "
                       "it has {count}"));
}

static void tell_unique(struct sv_schema_report *r, struct sv_unit *unit)
{
  sv_value earlier = SV_DOC_NONE;
  const sv_value later = sv_run_duplicate(&r->run, unit->instance, &earlier);
  int64_t i = 1;
  for (sv_value c = sv_doc_first(r->doc, unit->instance); c != SV_DOC_NONE;
       c = sv_doc_next(r->doc, unit->instance, c), i++) {
    if (c == earlier)
      add_number(unit, "first", i);
    if (c == later)
      add_number(unit, "second", i);
  }
  if (later != SV_DOC_NONE)
    unit->message.args[1].text = excerpt_of(r, r->doc, later);
}

/* Keywords whose message stands in the table. */
static void tell_plain(struct sv_schema_report *r, struct sv_unit *unit)
{
  const struct sv_op *op = unit->op;
  const struct sv_doc *schema = sv_node_doc(unit->node);
  if (op->kind == SV_OP_UNIQUE_ITEMS)
    tell_unique(r, unit);
  else if (op->kind == SV_OP_ANY_OF)
    add_number(unit, "count", op->nodes->count);
  else if (op->kind <= SV_OP_MAX_LENGTH ||
           (op->kind >= SV_OP_MIN_ITEMS && op->kind <= SV_OP_MAX_PROPERTIES))
    add_number(unit, "count", size_of(unit, r->doc));
  if (op->kind == SV_OP_ENUM)
    add_arg(unit, "limit", listed(r, schema, op->value));
  else
    add_arg(unit, "limit", excerpt_of(r, schema, op->value));
  const bool least = op->kind == SV_OP_MIN_LENGTH || op->kind == SV_OP_MIN_ITEMS ||
                     op->kind == SV_OP_MIN_PROPERTIES;
  if (least && size_of(unit, r->doc) == 0) {
    tell(unit, N_("{name} must not be empty"));
    return;
  }
  for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
    if (plain[i].op == op->kind)
      tell(unit, plain[i].msgid);
  if (!unit->told)
    tell(unit, N_("{name} is not as the schema wants it; found {found}"));
}

void sv_explain_tell(struct sv_schema_report *r, struct sv_unit *unit)
{
  r->told++;
  add_arg(unit, "name", name_of(r, unit->instance));
  add_arg(unit, "found", excerpt_of(r, r->doc, unit->instance));
  if (!unit->op) {
    tell(unit, unit->node->flags & SV_NODE_FALSE ? N_("{name} is not allowed here")
                                                 : N_("{name} is not as the schema wants "
                                                      "it; found {found}"));
    return;
  }
  switch (unit->op->kind) {
  case SV_OP_TYPE:
    tell_type(r, unit);
    break;
  case SV_OP_PATTERN:
    tell_pattern(r, unit);
    break;
  case SV_OP_FORMAT:
    tell(unit, unit->op->format->msgid);
    break;
  case SV_OP_REQUIRED:
  case SV_OP_DEPENDENT_REQUIRED:
  case SV_OP_DEPENDENT_SCHEMAS:
    tell_required(r, unit);
    break;
  case SV_OP_ONE_OF:
    tell_one_of(r, unit);
    break;
  case SV_OP_CONTAINS:
    tell_contains(r, unit);
    break;
  default:
    tell_plain(r, unit);
    break;
  }
}
