// SPDX-License-Identifier: Apache-2.0
/* From libfyaml's events to the tape. Anchors are kept by reference; what their aliases would
 * expand to is counted, never made. */
#include "engines/doc/yaml.h"
#include "engines/base/map.h"

#include <libfyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LINE_MARKS_MAX 250000 /* some 100 MB in the parser */

struct anchor {
  uint32_t node;
  uint32_t height;  /* containers inside it */
  uint64_t weight;  /* nodes it stands for, aliases expanded */
  uint64_t aliases; /* expansions inside it */
  bool is_open;     /* it has not ended */
};

struct level {
  uint32_t height;
  bool name_due; /* in a mapping */
  struct anchor *anchor;
  uint64_t weight, aliases; /* totals when it began */
};

struct yaml {
  struct sv_build *build;
  struct fy_parser *parser;
  struct level *levels; /* by depth of the build */
  struct sv_arena arena;
  struct sv_map anchors;
  uint64_t weight, aliases; /* totals so far */
  int documents;
  bool ended;
};

enum fault { EMPTY, SECOND, UNKNOWN_ALIAS, LOOP, COMPLEX_NAME, SYNTAX };

static const char *const sentences[] = {
  [EMPTY] = N_("The document is empty; one YAML document was expected."),
  [SECOND] = N_("A second YAML document begins here; keep one document in a file."),
  [UNKNOWN_ALIAS] = N_("The alias *{name} has no anchor before it; define &{name} first."),
  [LOOP] = N_("The alias *{name} stands inside its own anchor; such a loop has no end."),
  [COMPLEX_NAME] = N_("A name must be a text; an array or object cannot be one in JSON."),
  [SYNTAX] = N_("This is not well-formed YAML; the parser says: {reason}."),
};

static const struct sv_doc_finding merge_key = {
  .kind = SV_DOC_NOT_JSON,
  .is_error = false,
  .rule = "yaml-merge",
  .msgid = N_("The name << merges nothing in YAML 1.2; it is read as an ordinary name. Write the "
              "members out."),
};

static bool fault(struct yaml *y, enum fault what, size_t offset, const char *place,
                  const char *text, size_t size)
{
  struct sv_doc_finding f = { .kind = what == COMPLEX_NAME ? SV_DOC_NOT_JSON : SV_DOC_MALFORMED,
                              .is_error = true,
                              .rule = "yaml-syntax",
                              .msgid = sentences[what],
                              .offset = offset };
  if (place)
    sv_finding_place(&f, place, text, size);
  return sv_build_fail(y->build, SV_INVALID, &f);
}

/* Where MARK lies in the source. The parser's marks of aliases and quoted scalars stand behind the
 * * or quote. */
static size_t mark_offset(const struct yaml *y, const struct fy_mark *mark, const char *before)
{
  const struct sv_doc *d = y->build->doc;
  size_t offset = mark ? mark->input_pos : 0;
  offset = offset < d->size ? offset : d->size;
  return offset > 0 && before[0] && strchr(before, d->source[offset - 1]) ? offset - 1 : offset;
}

/* Where the | or > stands that begins the block scalar whose text is at OFFSET: at the end of the
 * last line before it that has more than blanks, perhaps before a comment. */
static size_t block_offset(const struct sv_doc *d, size_t offset)
{
  const char *const s = d->source;
  size_t end = offset;
  while (end > 0 && strchr(" \t\r\n", s[end - 1]))
    end--;
  size_t begin = end;
  while (begin > 0 && s[begin - 1] != '\n' && s[begin - 1] != '\r')
    begin--;
  for (size_t i = begin; i < end; i++) {
    if ((s[i] != '|' && s[i] != '>') || (i > begin && s[i - 1] != ' ' && s[i - 1] != '\t'))
      continue;
    size_t after = i + 1;
    while (after < end && strchr("+-0123456789", s[after]))
      after++;
    while (after < end && (s[after] == ' ' || s[after] == '\t'))
      after++;
    if (after == end || s[after] == '#')
      return i;
  }
  return offset;
}

static size_t event_offset(const struct yaml *y, struct fy_event *e)
{
  return mark_offset(y, fy_event_start_mark(e), e->type == FYET_ALIAS ? "*" : "");
}

static struct level *top(struct yaml *y)
{
  return &y->levels[y->build->depth];
}

/* Counts WEIGHT nodes and ALIASES expansions against the limits. */
static bool count(struct yaml *y, uint64_t weight, uint64_t aliases, size_t offset)
{
  y->weight += weight;
  y->aliases += aliases;
  if (y->aliases > y->build->limits.aliases)
    return sv_build_limit(y->build, "aliases",
                          N_("The aliases here stand for more values than the limit allows; write "
                             "fewer or raise the limit."),
                          offset);
  if (y->weight > y->build->limits.nodes)
    return sv_build_limit(y->build, "nodes",
                          N_("The document has more values than the limit allows; ask for less at "
                             "a "
                             "time or raise the limit."),
                          offset);
  return true;
}

/* Remembers the node about to be added under its anchor; *OUT is NULL when it has none. */
static bool note_anchor(struct yaml *y, struct fy_token *token, struct anchor **out)
{
  *out = NULL;
  if (!token)
    return true;
  size_t size = 0;
  const char *name = fy_token_get_text(token, &size);
  char *copy = name ? sv_arena_copy(&y->arena, name, size) : NULL;
  struct anchor *a = copy ? sv_arena_calloc(&y->arena, 1, sizeof *a) : NULL;
  if (!a || sv_map_set(&y->anchors, copy, size, a) != SV_OK)
    return sv_build_fail(y->build, SV_NO_MEMORY, NULL);
  a->node = y->build->doc->count;
  *out = a;
  return true;
}

/* Whether the next node is a member's name. */
static bool name_is_due(struct yaml *y)
{
  return sv_build_in_object(y->build) && top(y)->name_due;
}

/* What follows when a value has been added to the innermost container. */
static void value_added(struct yaml *y)
{
  if (y->build->depth == 0)
    return;
  y->build->open[y->build->depth].count++;
  top(y)->name_due = true;
}

static bool add_name(struct yaml *y, const struct sv_yaml_scalar *s)
{
  if (s->plain && s->size == 2 && memcmp(s->text, "<<", 2) == 0) {
    struct sv_doc_finding f = merge_key;
    f.offset = s->offset;
    if (!sv_build_finding(y->build, &f))
      return false;
  }
  struct sv_tape_node *n = sv_yaml_text_add(y->build, s);
  top(y)->name_due = false;
  return n && sv_build_name(y->build, n);
}

static bool on_scalar(struct yaml *y, struct fy_event *e)
{
  struct sv_yaml_scalar s = { .text = "", .offset = event_offset(y, e) };
  struct anchor *anchor;
  if (e->scalar.value) {
    s.text = fy_token_get_text(e->scalar.value, &s.size);
    const enum fy_scalar_style style = fy_token_scalar_style(e->scalar.value);
    s.plain = style == FYSS_PLAIN;
    s.offset = mark_offset(y, fy_token_start_mark(e->scalar.value),
                           style == FYSS_SINGLE_QUOTED   ? "'"
                           : style == FYSS_DOUBLE_QUOTED ? "\""
                                                         : "");
    if (style == FYSS_LITERAL || style == FYSS_FOLDED)
      s.offset = block_offset(y->build->doc, s.offset);
  } else {
    s.plain = true;
  }
  if (e->scalar.tag)
    s.tag = fy_token_get_text(e->scalar.tag, &s.tag_size);
  if (!s.text || (e->scalar.tag && !s.tag))
    return sv_build_fail(y->build, SV_NO_MEMORY, NULL);
  if (s.size == 0 && s.plain && y->build->doc->count) {
    const uint32_t before = y->build->doc->tape[y->build->doc->count - 1].offset;
    s.offset = s.offset < before ? before : s.offset; /* nothing stands nowhere: at its name */
  }
  if (!count(y, 1, 0, s.offset) || !note_anchor(y, e->scalar.anchor, &anchor))
    return false;
  if (anchor)
    anchor->weight = 1;
  if (name_is_due(y))
    return add_name(y, &s);
  const bool ok = sv_yaml_scalar_add(y->build, &s);
  value_added(y);
  return ok;
}

/* The scalar at node N again, as a name. */
static bool name_again(struct yaml *y, const struct sv_tape_node *target, size_t offset)
{
  static const char *const words[] = { "null", "false", "true" };
  struct sv_build *const b = y->build;
  struct sv_tape_node from = *target;
  const enum sv_doc_type type = sv_tape_type(&from);
  top(y)->name_due = false;
  if (type <= SV_DOC_TRUE) {
    const struct sv_yaml_scalar s = { .text = words[type],
                                      .size = strlen(words[type]),
                                      .offset = offset };
    struct sv_tape_node *n = sv_yaml_text_add(b, &s);
    return n && sv_build_name(b, n);
  }
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return false;
  *n = from;
  n->offset = (uint32_t)offset;
  if (type == SV_DOC_NUMBER) {
    n->head = SV_DOC_STRING | SV_TAPE_ASCII | (from.head & (SV_TAPE_POOL | ~0xFFu));
    n->lo = from.head & SV_TAPE_POOL ? from.lo : from.offset;
  }
  return sv_build_name(b, n);
}

static bool on_alias(struct yaml *y, struct fy_event *e)
{
  struct sv_build *const b = y->build;
  const size_t offset = event_offset(y, e);
  size_t size = 0;
  const char *name = e->alias.anchor ? fy_token_get_text(e->alias.anchor, &size) : NULL;
  const struct anchor *a = name ? sv_map_get(&y->anchors, name, size) : NULL;
  if (!a)
    return fault(y, UNKNOWN_ALIAS, offset, "name", name ? name : "", size);
  if (a->is_open)
    return fault(y, LOOP, offset, "name", name, size);
  if (!count(y, a->weight, a->aliases + 1, offset))
    return false;
  const struct sv_tape_node *target = &b->doc->tape[a->node];
  if (name_is_due(y))
    return sv_tape_is_container(target) ? fault(y, COMPLEX_NAME, offset, NULL, NULL, 0)
                                        : name_again(y, target, offset);
  if (b->depth + a->height > b->limits.depth)
    return sv_build_limit(b, "depth",
                          N_("Arrays and objects are nested deeper here than the limit allows; use "
                             "a "
                             "flatter structure or raise the limit."),
                          offset);
  if (top(y)->height < a->height)
    top(y)->height = a->height;
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return false;
  *n = (struct sv_tape_node){ .head = SV_TAPE_ALIAS, .offset = (uint32_t)offset };
  n->lo = a->node;
  n->hi = b->open[b->depth].node;
  value_added(y);
  return true;
}

static bool on_start(struct yaml *y, struct fy_event *e, bool mapping)
{
  struct fy_token *tag = mapping ? e->mapping_start.tag : e->sequence_start.tag;
  struct fy_token *name = mapping ? e->mapping_start.anchor : e->sequence_start.anchor;
  const size_t offset = event_offset(y, e);
  struct anchor *anchor;
  if (name_is_due(y))
    return fault(y, COMPLEX_NAME, offset, NULL, NULL, 0);
  size_t size = 0;
  const char *text = tag ? fy_token_get_text(tag, &size) : NULL;
  if (text && !sv_yaml_is_core(text, size, mapping ? "map" : "seq") &&
      !(size == 1 && *text == '!') && !sv_yaml_tag_told(y->build, text, size, offset))
    return false;
  const uint64_t weight = y->weight, aliases = y->aliases;
  if (!count(y, 1, 0, offset) || !note_anchor(y, name, &anchor) ||
      !sv_build_open(y->build, mapping ? SV_DOC_OBJECT : SV_DOC_ARRAY, offset))
    return false;
  if (anchor)
    anchor->is_open = true;
  *top(y) =
      (struct level){ .name_due = true, .anchor = anchor, .weight = weight, .aliases = aliases };
  return true;
}

static bool on_end(struct yaml *y)
{
  const struct level ended = *top(y);
  if (!sv_build_close(y->build))
    return false;
  if (ended.anchor) {
    ended.anchor->is_open = false;
    ended.anchor->height = ended.height + 1;
    ended.anchor->weight = y->weight - ended.weight;
    ended.anchor->aliases = y->aliases - ended.aliases;
  }
  if (top(y)->height < ended.height + 1)
    top(y)->height = ended.height + 1;
  value_added(y);
  return true;
}

static bool on_event(struct yaml *y, struct fy_event *e)
{
  switch (e->type) {
  case FYET_DOCUMENT_START:
    return y->documents++ == 0 || fault(y, SECOND, event_offset(y, e), NULL, NULL, 0);
  case FYET_SCALAR:
    return on_scalar(y, e);
  case FYET_ALIAS:
    return on_alias(y, e);
  case FYET_SEQUENCE_START:
    return on_start(y, e, false);
  case FYET_MAPPING_START:
    return on_start(y, e, true);
  case FYET_SEQUENCE_END:
  case FYET_MAPPING_END:
    return on_end(y);
  case FYET_STREAM_END:
    y->ended = true;
    return true;
  default:
    return true;
  }
}

/* The byte offset of a line and column, both from 0, the column in code points. */
static size_t offset_of(const struct sv_doc *d, int line, int column)
{
  size_t at = d->begin;
  for (; line > 0 && at < d->size; at++)
    if (d->source[at] == '\n' ||
        (d->source[at] == '\r' && !(at + 1 < d->size && d->source[at + 1] == '\n')))
      line--;
  for (; column > 0 && at < d->size && d->source[at] != '\n'; column--)
    for (at++; at < d->size && ((unsigned char)d->source[at] & 0xC0) == 0x80;)
      at++;
  return at;
}

static bool syntax_fault(struct yaml *y, struct fy_diag *diag)
{
  void *at = NULL;
  const struct fy_diag_error *error = fy_diag_errors_iterate(diag, &at);
  if (!error || !error->msg)
    return fault(y, SYNTAX, y->build->doc->size, "reason", "?", 1);
  const char *found;
  size_t size;
  const char *msgid = sv_yaml_words(error->msg, &found, &size);
  const size_t offset = offset_of(y->build->doc, error->line - 1, error->column - 1);
  if (!msgid)
    return fault(y, SYNTAX, offset, "reason", error->msg, strcspn(error->msg, "\n"));
  struct sv_doc_finding f = { .kind = SV_DOC_MALFORMED,
                              .is_error = true,
                              .rule = "yaml-syntax",
                              .msgid = msgid,
                              .offset = offset };
  if (found)
    sv_finding_place(&f, "found", found, size);
  return sv_build_fail(y->build, SV_INVALID, &f);
}

/* The parser keeps every token of a line for as long as the line might still turn out to be a name.
 */
static bool check_lines(struct yaml *y)
{
  const struct sv_doc *d = y->build->doc;
  size_t marks = 0;
  for (size_t i = 0; i < d->size; i++) {
    const char c = d->source[i];
    if (c == '\n')
      marks = 0;
    else if (c == '[' || c == ']' || c == '{' || c == '}' || c == ',' || c == ':')
      marks++;
    if (marks > LINE_MARKS_MAX)
      return sv_build_limit(y->build, "yaml-line",
                            N_("This line holds more brackets, commas and colons than the limit "
                               "allows; break it into several lines."),
                            i);
  }
  return true;
}

static bool read_events(struct yaml *y, struct fy_diag *diag)
{
  bool ok = check_lines(y);
  while (ok && !y->ended) {
    struct fy_event *e = fy_parser_parse(y->parser);
    if (!e)
      return syntax_fault(y, diag);
    ok = on_event(y, e);
    fy_parser_event_free(y->parser, e);
  }
  if (!ok)
    return false;
  if (fy_parser_get_stream_error(y->parser))
    return syntax_fault(y, diag);
  return y->documents == 1 || fault(y, EMPTY, 0, NULL, NULL, 0);
}

static bool start(struct yaml *y, struct fy_diag *diag)
{
  const struct fy_parse_cfg cfg = { .search_path = "",
                                    .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG |
                                             FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE |
                                             FYPCF_DISABLE_DEPTH_LIMIT,
                                    .diag = diag };
  const struct sv_doc *d = y->build->doc;
  y->levels = calloc((size_t)y->build->limits.depth + 2, sizeof *y->levels);
  y->parser = y->levels ? fy_parser_create(&cfg) : NULL;
  return y->parser && fy_parser_set_string(y->parser, d->source, d->size) == 0;
}

bool sv_yaml_read(struct sv_build *b)
{
  struct yaml y = { .build = b, .arena = SV_ARENA((size_t)1 << 30) };
  struct fy_diag_cfg cfg;
  fy_diag_cfg_default(&cfg);
  cfg.fp = NULL;
  struct fy_diag *diag = fy_diag_create(&cfg);
  bool ok = false;
  if (diag) {
    fy_diag_set_collect_errors(diag, true);
    ok = start(&y, diag) ? read_events(&y, diag) : sv_build_fail(b, SV_NO_MEMORY, NULL) != NULL;
  } else {
    sv_build_fail(b, SV_NO_MEMORY, NULL);
  }
  if (y.parser)
    fy_parser_destroy(y.parser);
  if (diag)
    fy_diag_destroy(diag);
  free(y.levels);
  sv_map_free(&y.anchors);
  sv_arena_free(&y.arena);
  return ok;
}
