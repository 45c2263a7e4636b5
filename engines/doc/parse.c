// SPDX-License-Identifier: Apache-2.0
/* From bytes to a document: limits and encoding first, then the reader of the syntax. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/build.h"

#include <stdlib.h>
#include <string.h>

static const struct sv_doc_finding not_utf8 = {
  .kind = SV_DOC_ENCODING,
  .is_error = true,
  .rule = "encoding",
  .msgid = N_("The bytes here are not UTF-8; save the document as UTF-8."),
};

static const struct sv_doc_finding utf16 = {
  .kind = SV_DOC_ENCODING,
  .is_error = true,
  .rule = "encoding",
  .msgid = N_("The document is in UTF-16 or UTF-32; save it as UTF-8."),
};

static const struct sv_doc_finding byte_order_mark = {
  .kind = SV_DOC_BYTE_ORDER_MARK,
  .is_error = false,
  .rule = "byte-order-mark",
  .msgid = N_("The document begins with a byte order mark; JSON is sent without one."),
};

/* Two of the first four bytes are NUL, or a UTF-16 mark stands first: RFC 4627 section 3. */
static bool looks_like_utf16(const unsigned char *p, size_t size)
{
  if (size >= 2 && ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF)))
    return true;
  return size >= 2 && ((p[0] == 0 && p[1] != 0) || (p[0] != 0 && p[1] == 0) ||
                       (size >= 4 && p[0] == 0 && p[1] == 0 && p[2] == 0 && p[3] != 0));
}

static bool check_source(struct sv_build *b)
{
  struct sv_doc *d = b->doc;
  const unsigned char *p = (const unsigned char *)d->source;
  if (d->size > b->limits.bytes)
    return sv_build_limit(b, "document-bytes",
                          N_("The document is bigger than the limit allows; ask for less at a time "
                             "or "
                             "raise the limit."),
                          0);
  if (looks_like_utf16(p, d->size))
    return sv_build_fail(b, SV_INVALID, &utf16);
  if (d->size >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) {
    d->begin = 3;
    if (d->syntax == SV_DOC_JSON)
      return sv_build_finding(b, &byte_order_mark);
  }
  return true;
}

/* Back to an empty tape. */
static void start_over(struct sv_build *b)
{
  b->doc->count = b->depth = b->name_count = b->ext_count = b->index_count = 0;
  b->doc->finding_count = b->doc->finding_total = 0;
  b->pool_size = 0;
  b->status = SV_OK;
}

/* YAML 1.2 holds JSON whole, and our own reader is the faster and the more frugal one. */
static bool read_yaml(struct sv_build *b)
{
  const struct sv_doc *d = b->doc;
  size_t at = d->begin;
  while (at < d->size && sv_is_space(d->source[at]))
    at++;
  if (at < d->size && (d->source[at] == '{' || d->source[at] == '[')) {
    if (sv_json_read(b))
      return true;
    if (b->status != SV_INVALID)
      return false;
    start_over(b);
  }
  return sv_yaml_read(b);
}

static bool read_all(struct sv_build *b)
{
  if (!check_source(b))
    return false;
  struct sv_doc *d = b->doc;
  if (d->syntax == SV_DOC_JSON)
    return sv_json_read(b);
  const size_t bad = sv_utf8_check(d->source, d->size);
  if (bad == d->size)
    return read_yaml(b);
  struct sv_doc_finding f = not_utf8;
  f.offset = bad;
  return sv_build_fail(b, SV_INVALID, &f);
}

static int by_offset(const void *a, const void *b)
{
  const struct sv_doc_finding *x = a, *y = b;
  if (x->offset != y->offset)
    return x->offset < y->offset ? -1 : 1;
  return x->kind < y->kind ? -1 : x->kind > y->kind;
}

static void place_findings(struct sv_doc *d)
{
  if (d->finding_count)
    qsort(d->findings, d->finding_count, sizeof *d->findings, by_offset);
  for (size_t i = 0; i < d->finding_count; i++)
    sv_doc_locate(d, d->findings[i].offset, &d->findings[i].line, &d->findings[i].column);
}

/* Turns the fault in B into what the caller reads. */
static enum sv_status tell(struct sv_build *b, struct sv_doc_finding *fault, struct sv_error *err)
{
  struct sv_doc_finding *f = &b->fault;
  if (!f->msgid)
    return sv_fail(err, b->status, "%s", "There is not enough memory to read the document.");
  sv_doc_locate(b->doc, f->offset, &f->line, &f->column);
  if (fault)
    *fault = *f;
  struct sv_buf text = SV_BUF(sizeof err->text);
  (void)sv_doc_finding_text(f, f->msgid, &text);
  const bool first = err && err->text[0] == '\0';
  (void)sv_fail_at(err, b->status, b->doc->name, f->line, f->column, "%s", sv_buf_text(&text));
  if (first && b->status == SV_LIMIT)
    err->limit = f->rule;
  sv_buf_free(&text);
  return b->status;
}

static struct sv_doc *new_doc(const void *data, size_t size, const struct sv_doc_options *opt,
                              size_t most)
{
  struct sv_doc *d = calloc(1, sizeof *d);
  if (!d)
    return NULL;
  d->syntax = opt ? opt->syntax : SV_DOC_JSON;
  d->source = size ? data : "";
  d->size = size;
  if (opt && opt->name)
    d->name = strdup(opt->name);
  if (!(opt && opt->borrowed) && size && size <= most) {
    d->owned = malloc(size);
    if (d->owned)
      memcpy(d->owned, data, size);
    d->source = d->owned;
  }
  if (!d->source || (opt && opt->name && !d->name)) {
    sv_doc_free(d);
    return NULL;
  }
  return d;
}

enum sv_status sv_doc_parse(const void *data, size_t size, const struct sv_doc_options *opt,
                            struct sv_doc **out, struct sv_error *err)
{
  static const struct sv_doc_limits defaults = SV_DOC_LIMITS;
  const struct sv_doc_limits *limits = opt && opt->limits ? opt->limits : &defaults;
  *out = NULL;
  struct sv_doc *d = new_doc(data, size, opt, limits->bytes);
  struct sv_build b;
  if (!d || sv_build_begin(&b, d, limits) != SV_OK) {
    sv_doc_free(d);
    return sv_fail(err, SV_NO_MEMORY, "There is not enough memory to read the document.");
  }
  const bool ok = read_all(&b);
  sv_build_end(&b);
  if (ok) {
    place_findings(d);
    *out = d;
    return SV_OK;
  }
  const enum sv_status status = tell(&b, opt ? opt->fault : NULL, err);
  sv_doc_free(d);
  return status;
}
