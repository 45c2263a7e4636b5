// SPDX-License-Identifier: Apache-2.0
/* Findings keep msgid and values, so that any report can be had in any language; the sentence
 * rendered at the run is the last resort when the msgid is not known to this version. */
#include "reports/say.h"

#include "engines/result/detail.h"

#include "engines/base/message.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *sv_say_text(const struct sv_text *text, enum sv_lang lang, enum sv_lang *used)
{
  static const enum sv_lang chains[][3] = {
    [SV_NB] = { SV_NB, SV_NN, SV_EN },
    [SV_NN] = { SV_NN, SV_NB, SV_EN },
    [SV_EN] = { SV_EN, SV_NB, SV_NN },
  };
  for (size_t i = 0; i < 3; i++) {
    const enum sv_lang l = chains[lang][i];
    const char *found = l == SV_NB ? text->nb : l == SV_NN ? text->nn : text->en;
    if (!found)
      continue;
    if (used)
      *used = l;
    return found;
  }
  if (used)
    *used = lang;
  return "";
}

/* Whether MSGID is a sentence of ours and not a name that an outside tool put there. */
static bool is_known(const struct sv_report *r, const char *msgid)
{
  if (!msgid || !strchr(msgid, ' '))
    return false;
  return r->lang == SV_EN || sv_tr(msgid) != msgid;
}

enum sv_status sv_say_finding(const struct sv_report *r, const struct sv_finding_record *f,
                              struct sv_buf *out)
{
  const char *language = r->run->language ? r->run->language : "nb";
  const bool same = strcmp(language, sv_lang_name(r->lang)) == 0;
  if (!is_known(r, f->message) && f->text && f->text[0])
    return sv_buf_adds(out, f->text);
  if (same && f->text && f->text[0])
    return sv_buf_adds(out, f->text);
  return sv_detail_message(sv_tr(f->message), f->args, f->arg_count, out);
}

enum sv_status sv_say_part(const struct sv_finding_record *f, const char *msgid, struct sv_buf *out)
{
  return sv_detail_message(sv_tr(msgid), f->args, f->arg_count, out);
}

enum sv_status sv_say_actual(const struct sv_report *r, const struct sv_finding_record *f,
                             struct sv_buf *out)
{
  if (!f->actual)
    return sv_say_finding(r, f, out);
  if (sv_detail_is_known(f->actual))
    return sv_detail_say(f->actual, out);
  /* A sentence of a plugin has blanks and no places; what has places is the target's. */
  const bool ours = strchr(f->actual, ' ') && !strchr(f->actual, '{');
  return sv_buf_adds(out, ours ? sv_tr(f->actual) : f->actual);
}

enum sv_status sv_say_also(const struct sv_distinct *d, struct sv_buf *out)
{
  struct sv_buf ids = SV_BUF(SV_SCRATCH);
  for (size_t i = 0; i < d->also_count && i < SV_ALSO_MAX; i++)
    (void)sv_buf_addf(&ids, "%s%s", i ? ", " : "", d->also[i]);
  if (d->also_count > SV_ALSO_MAX)
    (void)sv_buf_adds(&ids, ", \xE2\x80\xA6");
  enum sv_status status = ids.failed;
  if (status == SV_OK && d->also_count)
    status = sv_say_words(out, N_("The same was found at: {endpoints}"), "endpoints",
                          sv_buf_text(&ids), NULL);
  sv_buf_free(&ids);
  return status;
}

enum sv_status sv_say_item(const struct sv_report *r, const struct sv_item *item,
                           struct sv_buf *out)
{
  const struct sv_finding_record *f = sv_item_finding(item, NULL);
  if (f && !item->requirement->no_check)
    return sv_say_finding(r, f, out);
  return item->requirement->reason ? sv_buf_adds(out, sv_tr(item->requirement->reason)) : SV_OK;
}

static void add_place(struct sv_buf *out, const char *text)
{
  if (!text || !text[0] || (out->size && strstr(out->data, text)))
    return;
  if (out->size)
    (void)sv_buf_adds(out, " \xC2\xB7 ");
  (void)sv_buf_adds(out, text);
}

/* "katalog.ttl:118:7"; without a file, in words. */
static void add_file(struct sv_buf *out, const struct sv_place *w)
{
  char line[16];
  char column[16];
  add_place(out, w->file);
  if (w->line && w->file)
    (void)sv_buf_addf(out, ":%u", w->line);
  if (w->line && w->column && w->file)
    (void)sv_buf_addf(out, ":%u", w->column);
  if (!w->line || w->file)
    return;
  (void)snprintf(line, sizeof line, "%u", w->line);
  (void)snprintf(column, sizeof column, "%u", w->column);
  if (out->size)
    (void)sv_buf_adds(out, " \xC2\xB7 ");
  (void)sv_say_words(out, w->column ? N_("line {line}, column {column}") : N_("line {line}"),
                     "line", line, "column", column, NULL);
}

enum sv_status sv_say_place(const struct sv_report *r, const struct sv_finding_record *f,
                            const char *endpoint, struct sv_buf *out)
{
  const struct sv_place *w = &f->where;
  const struct sv_exchange_record *x = sv_view_exchange(r->run, f->exchange);
  const struct sv_endpoint_record *e = endpoint ? sv_view_endpoint(r->run, endpoint) : NULL;
  struct sv_buf place = SV_BUF(SV_SCRATCH);
  if (x) {
    (void)sv_buf_addf(&place, "%s ", x->method);
    (void)sv_buf_adds(&place, x->url);
    if (x->status)
      (void)sv_buf_addf(&place, " \xE2\x86\x92 %d", x->status);
  }
  add_place(&place, w->operation);
  if (w->url && (!x || strcmp(w->url, x->url) != 0))
    add_place(&place, w->url);
  else if (!x && !w->url && !w->operation && !w->file && e)
    add_place(&place, e->url);
  add_file(&place, w);
  add_place(&place, w->json_pointer);
  add_place(&place, w->xpath);
  add_place(&place, w->header);
  add_place(&place, w->focus_node);
  add_place(&place, w->path);
  add_place(&place, w->text);
  if (!place.failed)
    (void)sv_buf_add(out, sv_buf_text(&place), place.size);
  sv_buf_free(&place);
  return out->failed;
}

enum sv_status sv_say_words(struct sv_buf *out, const char *msgid, ...)
{
  struct sv_arg args[8];
  size_t count = 0;
  va_list list;
  va_start(list, msgid);
  const char *name = va_arg(list, const char *);
  while (name && count < sizeof args / sizeof args[0]) {
    const char *text = va_arg(list, const char *);
    args[count++] = (struct sv_arg){ .name = name, .text = text };
    name = va_arg(list, const char *);
  }
  va_end(list);
  return sv_message_render(sv_tr(msgid), args, count, out);
}
