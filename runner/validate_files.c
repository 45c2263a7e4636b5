// SPDX-License-Identifier: Apache-2.0
/* Files by path and by IRI: --map PREFIX=DIR, and the folder the schema itself lies in. */
#include "runner/validate.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *sv_validate_iri(const char *path)
{
  char *absolute = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL);
  char folder[PATH_MAX];
  const char *name = absolute ? absolute : path;
  struct sv_buf iri = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&iri, "file://");
  if (!absolute) {
    const char *here = getcwd(folder, sizeof folder);
    (void)sv_buf_adds(&iri, here ? here : "");
    (void)sv_buf_addc(&iri, '/');
    name = strcmp(path, "-") == 0 ? "stdin" : path;
  }
  for (const char *p = name; *p; p++) {
    const unsigned char c = (unsigned char)*p;
    if (sv_is_alnum(c) || strchr("-._~/", c))
      (void)sv_buf_addc(&iri, *p);
    else
      (void)sv_buf_addf(&iri, "%%%02X", c);
  }
  free(absolute);
  return sv_buf_take(&iri);
}

enum sv_status sv_validate_check_maps(const struct sv_list *maps, struct sv_error *err)
{
  for (size_t i = 0; i < maps->count; i++) {
    const char *eq = strchr(maps->items[i], '=');
    if (!eq || eq == maps->items[i] || eq[1] == '\0')
      return sv_fail(err, SV_INVALID, N_("--map wants PREFIX=DIR, not \"%.200s\""), maps->items[i]);
    if (access(eq + 1, R_OK | X_OK) != 0)
      return sv_fail(err, SV_NOT_FOUND, N_("the folder %.200s of --map cannot be read"), eq + 1);
  }
  return SV_OK;
}

/* The text with %XX resolved; false when a segment would lead out of its folder. */
static bool add_decoded(struct sv_buf *out, const char *text)
{
  const size_t from = out->size;
  for (const char *p = text; *p; p++) {
    const int hi = *p == '%' ? sv_hex(p[1]) : -1;
    const int lo = hi >= 0 ? sv_hex(p[2]) : -1;
    if (lo >= 0)
      p += 2;
    const char c = lo >= 0 ? (char)(hi * 16 + lo) : *p;
    if (c == '\0')
      return false;
    (void)sv_buf_addc(out, c);
  }
  if (out->failed != SV_OK)
    return false;
  for (const char *s = out->data ? out->data + from : ""; s && *s; s = strchr(s, '/')) {
    while (*s == '/')
      s++;
    if (s[0] == '.' && s[1] == '.' && (s[2] == '/' || s[2] == '\0'))
      return false;
  }
  return true;
}

static bool is_yaml(const char *path)
{
  return sv_ends_with(path, ".yaml") || sv_ends_with(path, ".yml");
}

enum sv_status sv_validate_load(const char *path, struct sv_doc **out, struct sv_doc_finding *fault,
                                struct sv_error *err)
{
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  *out = NULL;
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK) {
    const struct sv_doc_options opt = { .name = path,
                                        .syntax = is_yaml(path) ? SV_DOC_YAML : SV_DOC_JSON,
                                        .fault = fault };
    status = sv_doc_parse(sv_buf_text(&text), text.size, &opt, out, err);
  }
  sv_buf_free(&text);
  return status;
}

/* Loads BASE + the decoded REST, with .json behind it where there is no such file. */
static enum sv_status load_below(const char *base, const char *rest, struct sv_doc **out,
                                 struct sv_error *err)
{
  struct sv_buf path = SV_BUF(PATH_MAX);
  enum sv_status status = SV_NOT_FOUND;
  (void)sv_buf_adds(&path, base);
  if (path.size && path.data[path.size - 1] != '/')
    (void)sv_buf_addc(&path, '/');
  if (add_decoded(&path, rest)) {
    if (access(path.data, R_OK) != 0)
      (void)sv_buf_adds(&path, ".json");
    if (path.failed == SV_OK && access(path.data, R_OK) == 0)
      status = sv_validate_load(path.data, out, NULL, err);
  }
  sv_buf_free(&path);
  return status;
}

enum sv_status sv_validate_fetch(void *context, const char *iri, struct sv_doc **out,
                                 struct sv_error *err)
{
  const struct sv_validate_source *source = context;
  for (size_t i = 0; i < source->maps->count; i++) {
    const char *map = source->maps->items[i];
    const char *eq = strchr(map, '=');
    const size_t n = (size_t)(eq - map);
    if (strncmp(iri, map, n) != 0)
      continue;
    const enum sv_status status = load_below(eq + 1, iri + n, out, err);
    if (status != SV_NOT_FOUND)
      return status;
  }
  if (!source->folder || !sv_starts_with(iri, source->folder))
    return SV_NOT_FOUND;
  struct sv_buf folder = SV_BUF(PATH_MAX);
  enum sv_status status = SV_NOT_FOUND;
  if (add_decoded(&folder, source->folder + strlen("file://")))
    status = load_below(sv_buf_text(&folder), iri + strlen(source->folder), out, err);
  sv_buf_free(&folder);
  return status;
}
