// SPDX-License-Identifier: Apache-2.0
/* Files by path and by IRI: --map PREFIX=DIR, and the folder the schema itself lies in. */
#include "runner/validate.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "engines/base/file.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
  (void)sv_uri_decode(text, strlen(text), out);
  if (out->failed != SV_OK || memchr(sv_buf_text(out) + from, '\0', out->size - from))
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

/* BASE + the decoded REST in PATH, with one of ENDINGS behind it where there is no such file. */
static bool locate_below(const char *base, const char *rest, const char *const *endings,
                         struct sv_buf *path)
{
  sv_buf_cut(path, 0);
  (void)sv_buf_adds(path, base);
  if (path->size && path->data[path->size - 1] != '/')
    (void)sv_buf_addc(path, '/');
  if (!add_decoded(path, rest))
    return false;
  struct stat info;
  const size_t size = path->size;
  if (stat(path->data, &info) == 0 && !S_ISDIR(info.st_mode))
    return access(path->data, R_OK) == 0;
  for (; *endings; endings++) {
    sv_buf_cut(path, size);
    (void)sv_buf_adds(path, *endings);
    if (path->failed == SV_OK && access(path->data, R_OK) == 0)
      return true;
  }
  return false;
}

enum sv_status sv_validate_locate(const struct sv_list *maps, const char *iri,
                                  const char *const *endings, struct sv_buf *path)
{
  for (size_t i = 0; i < maps->count; i++) {
    const char *map = maps->items[i];
    const char *eq = strchr(map, '=');
    const size_t n = (size_t)(eq - map);
    if (strncmp(iri, map, n) == 0 && locate_below(eq + 1, iri + n, endings, path))
      return SV_OK;
  }
  return SV_NOT_FOUND;
}

static const char *const json_endings[] = { ".json", NULL };

/* The file that IRI stands for, in PATH. */
static bool find_file(const struct sv_validate_source *source, const char *iri, struct sv_buf *path)
{
  if (sv_validate_locate(source->maps, iri, json_endings, path) == SV_OK)
    return true;
  if (!source->folder || !sv_starts_with(iri, source->folder))
    return false;
  struct sv_buf folder = SV_BUF(PATH_MAX);
  const bool found =
      add_decoded(&folder, source->folder + strlen("file://")) &&
      locate_below(sv_buf_text(&folder), iri + strlen(source->folder), json_endings, path);
  sv_buf_free(&folder);
  return found;
}

enum sv_status sv_validate_fetch(void *context, const char *iri, struct sv_doc **out,
                                 struct sv_error *err)
{
  struct sv_buf path = SV_BUF(PATH_MAX);
  const enum sv_status status = find_file(context, iri, &path)
                                    ? sv_validate_load(sv_buf_text(&path), out, NULL, err)
                                    : SV_NOT_FOUND;
  sv_buf_free(&path);
  return status;
}

enum sv_status sv_validate_fetch_text(void *context, const char *iri, struct sv_buf *out,
                                      struct sv_error *err)
{
  struct sv_buf path = SV_BUF(PATH_MAX);
  const enum sv_status status =
      find_file(context, iri, &path)
          ? sv_file_read(sv_buf_text(&path), out, err)
          : sv_fail(err, SV_NOT_FOUND,
                    N_("%s is neither below the schema's folder nor in a folder of --map"), iri);
  sv_buf_free(&path);
  return status;
}

/* Whether the file at PATH lies, its links followed, in the folder of SOURCE or one of --map. */
static bool lies_within(const struct sv_validate_source *source, const char *path)
{
  char *real = realpath(path, NULL);
  struct sv_buf folder = SV_BUF(PATH_MAX);
  bool found = real && source->folder && add_decoded(&folder, source->folder + strlen("file://")) &&
               sv_starts_with(real, sv_buf_text(&folder));
  sv_buf_free(&folder);
  for (size_t i = 0; real && !found && i < source->maps->count; i++) {
    char *map = realpath(strchr(source->maps->items[i], '=') + 1, NULL);
    const size_t n = map ? strlen(map) : 0;
    found = n > 0 && strncmp(real, map, n) == 0 && (real[n] == '/' || real[n] == '\0');
    free(map);
  }
  free(real);
  return found;
}

enum sv_status sv_validate_find(const struct sv_validate_source *source, const char *iri,
                                struct sv_buf *out)
{
  if (find_file(source, iri, out))
    return lies_within(source, sv_buf_text(out)) ? SV_OK : SV_DENIED;
  if (source->folder && sv_starts_with(iri, source->folder))
    return SV_NOT_FOUND;
  for (size_t i = 0; i < source->maps->count; i++) {
    const char *map = source->maps->items[i];
    if (strncmp(iri, map, (size_t)(strchr(map, '=') - map)) == 0)
      return SV_NOT_FOUND;
  }
  return SV_DENIED;
}

enum sv_status sv_validate_folder(const char *path, char **out)
{
  *out = sv_validate_iri(path);
  char *slash = *out ? strrchr(*out, '/') : NULL;
  if (!slash)
    return SV_NO_MEMORY;
  slash[1] = '\0';
  return SV_OK;
}
