// SPDX-License-Identifier: Apache-2.0
/* Finding and trusting plugin files. Only DIR/NAME.so and, in a build tree, DIR/.libs/NAME.so are
 * candidates: a .la file can redirect to any other file, and a bare name would be searched in
 * LD_LIBRARY_PATH. */
#include "runner/load.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/file.h"
#include "engines/base/sha256.h"
#include "runner/paths.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MOST = 64, FILE_SIZE_MOST = 256 << 20, PATH_LIST_MOST = 1 << 20 };

struct search {
  struct sv_arena *arena;
  struct sv_plugin_file *items;
  size_t count;
  struct sv_error *err;
};

/* The name in NAME.so when it is [a-z][a-z0-9_]*, else NULL. */
static const char *plugin_name(struct sv_arena *a, const char *file)
{
  const size_t size = strlen(file);
  if (size < 4 || size > 68 || strcmp(file + size - 3, ".so") != 0 || file[0] < 'a' ||
      file[0] > 'z')
    return NULL;
  for (size_t i = 0; i < size - 3; i++)
    if (!(file[i] >= 'a' && file[i] <= 'z') && !sv_is_digit(file[i]) && file[i] != '_')
      return NULL;
  return sv_arena_copy(a, file, size - 3);
}

/* Whether nobody but root and us can change what PATH names. Root's group and ours may write. */
static bool safe(const struct stat *st, bool is_above)
{
  if (st->st_uid != 0 && st->st_uid != geteuid())
    return false;
  if (is_above && (st->st_mode & S_ISVTX))
    return true;
  if (st->st_mode & S_IWOTH)
    return false;
  return !(st->st_mode & S_IWGRP) || st->st_gid == 0 || st->st_gid == getegid();
}

static bool regular(const char *path)
{
  struct stat st;
  return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

const char *sv_file_untrusted(char *path)
{
  struct stat st;
  if (stat(path, &st) != 0 || !safe(&st, false))
    return path;
  for (char *slash = strrchr(path, '/'); slash; slash = strrchr(path, '/')) {
    *slash = '\0';
    const char *folder = path[0] ? path : "/";
    if (stat(folder, &st) != 0 || !safe(&st, true))
      return folder;
    if (!path[0])
      break;
  }
  return NULL;
}

static enum sv_status judge(struct sv_plugin_file *f, const char *candidate, struct sv_arena *a)
{
  char *resolved = realpath(candidate, NULL);
  f->path = sv_arena_strdup(a, resolved ? resolved : candidate);
  f->sha256 = "";
  enum sv_status status = f->path ? SV_OK : SV_NO_MEMORY;
  const bool is_file = resolved && regular(resolved);
  const char *why = is_file ? sv_file_untrusted(resolved) : f->path;
  if (status == SV_OK && why) {
    f->refused = is_file ? N_("The plugin is not loaded, because others could change {detail}. Let "
                              "root or you own it, and let nobody else write to it.")
                         : N_("The plugin is not loaded, because {detail} is not a file.");
    f->detail = sv_arena_strdup(a, why);
  }
  free(resolved);
  return status;
}

static struct sv_plugin_file *known(struct search *s, const char *name)
{
  for (size_t i = 0; i < s->count; i++)
    if (strcmp(s->items[i].name, name) == 0)
      return &s->items[i];
  return NULL;
}

static bool same_file(const char *a, const char *b)
{
  struct stat x;
  struct stat y;
  return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static enum sv_status add(struct search *s, const char *dir, const char *file)
{
  const char *name = plugin_name(s->arena, file);
  if (!name)
    return SV_OK;
  const char *path = sv_arena_printf(s->arena, "%s/%s", dir, file);
  if (!path)
    return SV_NO_MEMORY;
  struct sv_plugin_file *first = known(s, name);
  if (first) {
    if (first->path && !first->shadowed && !same_file(first->path, path))
      first->shadowed = path;
    return SV_OK;
  }
  if (s->count == FILES_MOST)
    return sv_fail_limit(s->err, "plugin files",
                         "there are more than %d plugins in the folders given", FILES_MOST);
  struct sv_plugin_file *f = &s->items[s->count++];
  f->name = name;
  return judge(f, path, s->arena);
}

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The entries of DIR that may be plugins, in an order that does not depend on the file system. */
static enum sv_status list(struct search *s, const char *dir, bool *found)
{
  DIR *d = opendir(dir);
  *found = d != NULL;
  if (!d)
    return SV_OK;
  const char *names[FILES_MOST * 4];
  size_t count = 0;
  enum sv_status status = SV_OK;
  for (struct dirent *e = readdir(d); e && count < FILES_MOST * 4; e = readdir(d)) {
    if (!sv_ends_with(e->d_name, ".so"))
      continue;
    names[count] = sv_arena_strdup(s->arena, e->d_name);
    if (!names[count++])
      status = SV_NO_MEMORY;
  }
  (void)closedir(d);
  if (status != SV_OK)
    return status;
  qsort(names, count, sizeof names[0], by_text);
  for (size_t i = 0; i < count; i++)
    SV_TRY(add(s, dir, names[i]));
  return SV_OK;
}

static enum sv_status look_in(struct search *s, const char *dir, bool *found)
{
  SV_TRY(list(s, dir, found));
  const char *inner = sv_arena_printf(s->arena, "%s/.libs", dir);
  bool ignored;
  return inner ? list(s, inner, &ignored) : SV_NO_MEMORY;
}

/* Folders of a list with colons; empty ones are left out: the working folder is never meant. */
static enum sv_status look_in_path(struct search *s, const char *value)
{
  if (!value || strlen(value) > PATH_LIST_MOST)
    return SV_OK;
  for (const char *p = value; *p;) {
    const size_t size = strcspn(p, ":");
    const char *dir = sv_arena_copy(s->arena, p, size);
    bool found;
    if (!dir)
      return SV_NO_MEMORY;
    if (dir[0] == '/')
      SV_TRY(look_in(s, dir, &found));
    p += size;
    p += *p == ':';
  }
  return SV_OK;
}

static int by_name(const void *a, const void *b)
{
  const struct sv_plugin_file *x = a;
  const struct sv_plugin_file *y = b;
  return strcmp(x->name, y->name);
}

static enum sv_status add_builtin(struct search *s)
{
  const char *const *name = sv_plugins_builtin(s->arena);
  if (!name)
    return SV_NO_MEMORY;
  for (; *name; name++) {
    if (known(s, *name))
      continue;
    if (s->count == FILES_MOST)
      return sv_fail_limit(s->err, "plugin files", "there are more than %d plugins", FILES_MOST);
    s->items[s->count++] = (struct sv_plugin_file){ .name = *name, .sha256 = "" };
  }
  return SV_OK;
}

enum sv_status sv_plugin_files_find(const char *const *dirs, struct sv_arena *a,
                                    struct sv_plugin_files *out, struct sv_error *err)
{
  struct search s = { .arena = a, .err = err };
  s.items = sv_arena_calloc(a, FILES_MOST, sizeof *s.items);
  if (!s.items)
    return SV_NO_MEMORY;
  bool found;
  for (; dirs && *dirs; dirs++) {
    SV_TRY(look_in(&s, *dirs, &found));
    if (!found)
      return sv_fail(err, SV_NOT_FOUND, "the plugin folder %s cannot be read", *dirs);
  }
  SV_TRY(look_in_path(&s, secure_getenv("SAMSVAR_PLUGIN_PATH")));
  SV_TRY(add_builtin(&s));
  SV_TRY(look_in(&s, sv_path_plugins(), &found));
  qsort(s.items, s.count, sizeof *s.items, by_name);
  *out = (struct sv_plugin_files){ .items = s.items, .count = s.count };
  return SV_OK;
}

static enum sv_status digest(struct sv_plugin_file *f, struct sv_buf *bytes, struct sv_arena *a)
{
  struct sv_error err = { 0 };
  char hex[65] = "";
  sv_buf_cut(bytes, 0);
  const enum sv_status status = sv_file_read(f->path, bytes, &err);
  if (status == SV_NO_MEMORY)
    return status;
  if (status == SV_OK)
    sv_sha256_hex(sv_buf_text(bytes), bytes->size, hex);
  bytes->failed = SV_OK;
  f->sha256 = sv_arena_strdup(a, hex);
  if (status != SV_OK) {
    f->refused = N_("The plugin file cannot be read ({detail}).");
    f->detail = sv_arena_strdup(a, err.text);
  }
  return f->sha256 ? SV_OK : SV_NO_MEMORY;
}

/* A plugin that is linked in has the digest of the program. */
enum sv_status sv_plugin_files_digest(struct sv_plugin_files *files, struct sv_arena *a)
{
  struct sv_buf bytes = SV_BUF(FILE_SIZE_MOST);
  struct sv_plugin_file program = { .path = "/proc/self/exe", .sha256 = "" };
  enum sv_status status = SV_OK;
  for (size_t i = 0; status == SV_OK && i < files->count; i++) {
    struct sv_plugin_file *f = &files->items[i];
    if (f->path && !f->refused)
      status = digest(f, &bytes, a);
    else if (!f->path && !program.sha256[0])
      status = digest(&program, &bytes, a);
    f->sha256 = f->path ? f->sha256 : program.sha256;
  }
  sv_buf_free(&bytes);
  return status;
}
