// SPDX-License-Identifier: Apache-2.0
/* Findings of `samsvar validate`: FILE:LINE:COL: message [rule], or objects of a JSON array. */
#include "runner/validate.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "runner/mask.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

#define ARRAY_MAX ((size_t)512 << 20)

void sv_validate_begin(struct sv_validate_out *o, bool json)
{
  *o = (struct sv_validate_out){ .json = json, .array = SV_BUF(ARRAY_MAX) };
}

/* On standard output, as linters have it, warnings begin with the word. */
static void say_line(const struct sv_validate_finding *f, bool to_output)
{
  struct sv_buf line = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&line, f->file);
  if (f->line)
    (void)sv_buf_addf(&line, ":%zu:%zu", f->line, f->column);
  (void)sv_buf_adds(&line, ": ");
  if (to_output && f->warning)
    (void)sv_buf_adds(&line, sv_tr(N_("warning: ")));
  (void)sv_escape_terminal(&line, f->message, strlen(f->message), SV_LINE);
  (void)sv_buf_addf(&line, " [%s]\n", f->rule);
  sv_say_shown(to_output ? stdout : stderr, sv_buf_text(&line));
  sv_buf_free(&line);
}

static void add_masked(struct sv_buf *b, const char *text)
{
  struct sv_buf masked = SV_BUF((size_t)1 << 20);
  if (sv_mask_text(text, strlen(text), &masked) == SV_OK)
    (void)sv_escape_json(b, sv_buf_text(&masked), masked.size);
  else
    (void)sv_buf_adds(b, "null");
  sv_buf_free(&masked);
}

static void add_text(struct sv_buf *b, const char *name, const char *text)
{
  (void)sv_buf_addf(b, ",\n    \"%s\": ", name);
  if (text)
    add_masked(b, text);
  else
    (void)sv_buf_adds(b, "null");
}

static void add_number(struct sv_buf *b, const char *name, size_t n)
{
  if (n)
    (void)sv_buf_addf(b, ",\n    \"%s\": %zu", name, n);
  else
    (void)sv_buf_addf(b, ",\n    \"%s\": null", name);
}

static void add_object(struct sv_validate_out *o, const struct sv_validate_finding *f)
{
  struct sv_buf *b = &o->array;
  (void)sv_buf_adds(b, b->size ? ",\n  {\n    \"file\": " : "\n  {\n    \"file\": ");
  add_masked(b, f->file);
  add_number(b, "line", f->line);
  add_number(b, "column", f->column);
  add_text(b, "severity", f->warning ? "warning" : "error");
  add_text(b, "rule", f->rule);
  add_text(b, "message", f->message);
  add_text(b, "instanceLocation", f->instance);
  add_text(b, "keywordLocation", f->schema);
  add_text(b, "absoluteKeywordLocation", f->location);
  (void)sv_buf_adds(b, "\n  }");
}

void sv_validate_say(struct sv_validate_out *o, const struct sv_validate_finding *f)
{
  o->errors += !f->warning;
  if (o->json)
    add_object(o, f);
  else
    say_line(f, o->to_output);
}

void sv_validate_say_fault(struct sv_validate_out *o, const char *name, size_t line,
                           const struct sv_doc_finding *d)
{
  struct sv_buf text = SV_BUF(4096);
  (void)sv_doc_finding_text(d, sv_tr(d->msgid), &text);
  const struct sv_validate_finding f = { .file = name,
                                         .line = d->line + line,
                                         .column = d->column,
                                         .message = sv_buf_text(&text),
                                         .rule = d->rule,
                                         .warning = !d->is_error };
  sv_validate_say(o, &f);
  sv_buf_free(&text);
}

void sv_validate_say_doc(struct sv_validate_out *o, const char *name, size_t line,
                         const struct sv_doc *doc)
{
  size_t count;
  const struct sv_doc_finding *f = sv_doc_findings(doc, &count, NULL);
  for (size_t i = 0; i < count; i++)
    sv_validate_say_fault(o, name, line, &f[i]);
}

int sv_validate_end(struct sv_validate_out *o, int code)
{
  if (o->json && code != SV_EXIT_USAGE) {
    if (o->array.failed != SV_OK)
      code = SV_EXIT_INTERNAL;
    (void)printf("[%s%s]\n", sv_buf_text(&o->array), o->array.size ? "\n" : "");
  }
  sv_buf_free(&o->array);
  return code;
}

int sv_validate_stop(const struct sv_error *err, enum sv_status status)
{
  if (err->text[0])
    sv_say_error(err);
  else
    sv_say(stderr, N_("samsvar: memory ran out\n"), NULL);
  return status == SV_LIMIT || status == SV_NO_MEMORY || status == SV_INTERNAL ? SV_EXIT_INTERNAL
                                                                               : SV_EXIT_USAGE;
}

int sv_validate_write(const struct sv_buf *text, enum sv_status status, const struct sv_error *err)
{
  if (status != SV_OK)
    return sv_validate_stop(err, status);
  return fwrite(sv_buf_text(text), 1, text->size, stdout) == text->size ? SV_EXIT_CONFORMS
                                                                        : SV_EXIT_INTERNAL;
}

bool sv_validate_syntax(const char *path, enum sv_rdf_syntax *out)
{
  if (sv_rdf_syntax_by_file(path, out))
    return true;
  sv_say(stderr,
         N_("{file}: its name does not say which syntax it is in; say so with --input turtle, "
            "trig, ntriples, nquads, rdfxml or jsonld\n"),
         "file", path, NULL);
  return false;
}

int sv_validate_worse(int a, int b)
{
  static const int order[] = { SV_EXIT_INTERNAL, SV_EXIT_USAGE, SV_EXIT_DEVIATION };
  for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
    if (a == order[i] || b == order[i])
      return order[i];
  return SV_EXIT_CONFORMS;
}
