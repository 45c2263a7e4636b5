// SPDX-License-Identifier: Apache-2.0
/* From a run to its files. */
#include "runner/formats.h"

#include "engines/base/sha256.h"
#include "engines/base/suggest.h"
#include "reports/html.h"

#include <string.h>

enum { ALWAYS = 3 }; /* json, junit, html */

enum sv_status sv_format_find(const char *name, const struct sv_renderer **out,
                              struct sv_error *err)
{
  *out = sv_renderer_find(name);
  if (*out)
    return SV_OK;
  const char *names[SV_FORMATS_MAX];
  size_t count = 0;
  for (const struct sv_renderer *r = sv_renderers; r->name && count < SV_FORMATS_MAX; r++)
    names[count++] = r->name;
  const char *near = sv_suggest(name, names, count);
  if (near)
    return sv_fail(err, SV_INVALID, N_("there is no format \"%s\"; did you mean \"%s\"?"), name,
                   near);
  return sv_fail(err, SV_INVALID, N_("there is no format \"%s\"; see samsvar list formats"), name);
}

enum sv_status sv_formats_check(const struct sv_list *list, struct sv_error *err)
{
  const struct sv_renderer *found = NULL;
  for (size_t i = 0; i < list->count; i++)
    SV_TRY(sv_format_find(list->items[i], &found, err));
  return SV_OK;
}

static enum sv_status write_one(const struct sv_output *o, const struct sv_renderer *renderer,
                                const struct sv_run *run, enum sv_lang lang, char digest[65],
                                struct sv_written *w, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(SV_REPORT_MAX);
  enum sv_status status = sv_report_render(renderer, run, lang, digest[0] ? digest : NULL, &text);
  if (status != SV_OK) {
    sv_buf_free(&text);
    return sv_fail(err, status, N_("%s could not be made: memory or its limit ran out"),
                   renderer->file);
  }
  if (!digest[0])
    sv_sha256_hex(text.data, text.size, digest);
  status = sv_output_write(o, renderer->file, text.data, text.size, err);
  if (status == SV_OK)
    w->files[w->count++] = renderer->file;
  sv_buf_free(&text);
  return status;
}

static enum sv_status write_assets(const struct sv_output *o, struct sv_error *err)
{
  for (const struct sv_html_asset *a = sv_html_assets; a->file; a++)
    SV_TRY(sv_output_write(o, a->file, a->text, *a->size, err));
  return SV_OK;
}

bool sv_formats_external(const char *html_assets)
{
  return html_assets && strcmp(html_assets, "external") == 0;
}

/* CI believes junit.xml: after a fault it says what the exit code says, or is not there. */
static void withdraw(const struct sv_output *o, const struct sv_run *run, struct sv_written *w)
{
  size_t at = 0;
  while (at < w->count && strcmp(w->files[at], "junit.xml") != 0)
    at++;
  if (at < w->count && run->verdict.exit_code != 0)
    return;
  sv_output_remove(o, "junit.xml");
  if (at == w->count)
    return;
  w->count--;
  memmove(&w->files[at], &w->files[at + 1], (w->count - at) * sizeof w->files[0]);
}

enum sv_status sv_formats_write(const struct sv_output *o, const struct sv_run *run,
                                enum sv_lang lang, const struct sv_wanted *wanted,
                                struct sv_written *w, struct sv_error *err)
{
  char digest[65] = "";
  enum sv_status status = SV_OK;
  size_t n = 0;
  *w = (struct sv_written){ .count = 0 };
  for (const struct sv_renderer *r = sv_renderers; r->name && w->count < SV_FORMATS_MAX; r++) {
    const bool outside = r->render == sv_html_render && wanted->external_assets;
    if (n++ >= ALWAYS && !(wanted->list && (sv_list_has(wanted->list, r->name) ||
                                            sv_list_has(wanted->list, r->file))))
      continue;
    struct sv_error *first = status == SV_OK ? err : NULL;
    enum sv_status one = outside ? write_assets(o, first) : SV_OK;
    if (one == SV_OK)
      one = write_one(o, outside ? &sv_html_external : r, run, lang, digest, w, first);
    status = status == SV_OK ? one : status;
  }
  if (status != SV_OK)
    withdraw(o, run, w);
  return status;
}
