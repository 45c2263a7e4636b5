// SPDX-License-Identifier: Apache-2.0
/* Reading profile files and following `extends`. */
#include "runner/profile_file.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/message.h"
#include "runner/folder.h"
#include "runner/kinds.h"
#include "engines/base/suggest.h"

#include <samsvar/plugin.h>

#include <string.h>
#include <sys/stat.h>

enum { SENTENCE_MAX = 1024 };

#define AT(member) offsetof(struct sv_profile_file, member)

static const struct sv_member members[] = {
  { .name = "$schema", .kind = SV_MEMBER_ANY },
  { .name = "id", .kind = SV_MEMBER_STRING, .offset = AT(id), .required = true },
  { .name = "version", .kind = SV_MEMBER_STRING, .offset = AT(version), .required = true },
  { .name = "title", .kind = SV_MEMBER_TEXT, .offset = AT(title), .required = true },
  { .name = "description", .kind = SV_MEMBER_TEXT, .offset = AT(description) },
  { .name = "extends", .kind = SV_MEMBER_STRING, .offset = AT(extends) },
  { .name = "roles", .kind = SV_MEMBER_STRINGS, .offset = AT(roles) },
  { .name = "capabilities", .kind = SV_MEMBER_STRINGS, .offset = AT(capabilities) },
  { .name = "kinds", .kind = SV_MEMBER_STRINGS, .offset = AT(kinds) },
  { .name = "select", .kind = SV_MEMBER_STRINGS, .offset = AT(select) },
  { .name = "deselect", .kind = SV_MEMBER_STRINGS, .offset = AT(deselect) },
  { .name = "levels", .kind = SV_MEMBER_VALUE, .offset = AT(levels) },
  { .name = "parameters", .kind = SV_MEMBER_VALUE, .offset = AT(parameters) },
  { .name = "shapes", .kind = SV_MEMBER_VALUE, .offset = AT(shapes) },
  { .name = "declarative", .kind = SV_MEMBER_ANY },
  { .name = "gate", .kind = SV_MEMBER_VALUE, .offset = AT(gate) },
  { .name = "validity", .kind = SV_MEMBER_VALUE, .offset = AT(validity) },
  { .name = "maturity", .kind = SV_MEMBER_VALUE, .offset = AT(maturity) },
  { .kind = SV_MEMBER_END },
};

/* Lower-case letters, digits and hyphens. */
static bool is_name(const char *name)
{
  if (!name[0] || strlen(name) > 64)
    return false;
  for (const char *p = name; *p; p++)
    if (!(*p >= 'a' && *p <= 'z') && !sv_is_digit(*p) && *p != '-')
      return false;
  return true;
}

/* Three numbers with dots between: 1.0.0. */
static bool is_version(const char *version)
{
  size_t dots = 0;
  for (const char *p = version; *p; p++) {
    if (*p == '.' && p > version && sv_is_digit(p[-1]) && sv_is_digit(p[1]))
      dots++;
    else if (!sv_is_digit(*p))
      return false;
  }
  return dots == 2 && strlen(version) <= 32;
}

static enum sv_status check_words(const struct sv_profile_file *f, const struct sv_strings *words,
                                  const char *member, const char *const *known, size_t known_count)
{
  const struct sv_reader *r = &f->reader;
  for (size_t i = 0; i < words->count; i++) {
    if (!sv_word_in(words->items[i], known, known_count))
      return sv_reader_unknown(r, sv_doc_at(r->doc, sv_doc_gets(r->doc, SV_DOC_ROOT, member), i),
                               member, words->items[i], known, known_count);
  }
  return SV_OK;
}

static enum sv_status check(const struct sv_profile_file *f)
{
  const struct sv_reader *r = &f->reader;
  if (!is_name(f->id))
    return sv_reader_fault(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "id"),
                           N_("The id of a profile has lower-case letters, digits and hyphens "
                              "only."),
                           NULL);
  if (!is_version(f->version))
    return sv_reader_fault(r, sv_doc_gets(r->doc, SV_DOC_ROOT, "version"),
                           N_("version must be three numbers with dots between, like 1.0.0."),
                           NULL);
  const sv_value rules = sv_doc_gets(r->doc, SV_DOC_ROOT, "declarative");
  if (rules != SV_DOC_NONE &&
      (sv_doc_type(r->doc, rules) != SV_DOC_ARRAY || sv_doc_count(r->doc, rules) > 0))
    return sv_reader_fault(r, rules,
                           N_("This version has no rules of its own to judge by: declarative must "
                              "be an "
                              "empty list."),
                           NULL);
  SV_TRY(check_words(f, &f->roles, "roles", sv_role_names, sv_role_count));
  return check_words(f, &f->kinds, "kinds", sv_kind_names, sv_kind_count);
}

static enum sv_status open_file(struct sv_profile_file *f, const char *path, struct sv_arena *arena,
                                struct sv_error *err)
{
  *f = (struct sv_profile_file){ .reader = { .arena = arena, .err = err }, .path = path };
  SV_TRY(sv_reader_open_file(&f->reader, path));
  struct stat info;
  if (stat(path, &info) == 0) {
    f->device = info.st_dev;
    f->inode = info.st_ino;
  }
  SV_TRY(sv_reader_object(&f->reader, SV_DOC_ROOT, members, f));
  f->select_at = sv_doc_gets(f->reader.doc, SV_DOC_ROOT, "select");
  f->deselect_at = sv_doc_gets(f->reader.doc, SV_DOC_ROOT, "deselect");
  f->extends_at = sv_doc_gets(f->reader.doc, SV_DOC_ROOT, "extends");
  return check(f);
}

static bool is_path(const char *name)
{
  return strchr(name, '/') || sv_ends_with(name, ".json");
}

static bool exists(const char *path)
{
  struct stat info;
  return stat(path, &info) == 0;
}

/* The sentence for a shipped profile that is not there. */
static const char *not_shipped(const char *data_dir, const char *name, struct sv_arena *arena)
{
  const char *const *names = sv_profile_names(data_dir, arena);
  size_t count = 0;
  while (names[count])
    count++;
  const char *near = sv_suggest(name, names, count);
  const struct sv_arg args[] = { { "name", name, 0 }, { "suggestion", near ? near : "", 0 } };
  struct sv_buf text = SV_BUF(SENTENCE_MAX);
  (void)sv_message_render(sv_tr(near ? N_("There is no profile {name}. Did you mean {suggestion}? "
                                          "See them all "
                                          "with: samsvar list profiles")
                                     : N_("There is no profile {name}. See them all with: samsvar "
                                          "list profiles")),
                          args, 2, &text);
  const char *copy = sv_arena_strdup(arena, sv_buf_text(&text));
  sv_buf_free(&text);
  return copy ? copy : name;
}

static enum sv_status open_first(const char *data_dir, const char *name, struct sv_arena *arena,
                                 struct sv_profile_chain *chain, struct sv_error *err)
{
  const char *path = is_path(name) ? sv_arena_strdup(arena, name)
                                   : sv_arena_printf(arena, "%s/profiles/%s.json", data_dir, name);
  if (!path)
    return SV_NO_MEMORY;
  if (!is_path(name) && (!is_name(name) || !exists(path)))
    return sv_fail(err, SV_INVALID, "%s", not_shipped(data_dir, name, arena));
  chain->count = 1;
  return open_file(&chain->files[0], path, arena, err);
}

/* Where the profile that F extends is; a path must stay inside F's own folder, since profiles come
 * from others. */
static enum sv_status parent_path(const char *data_dir, const struct sv_profile_file *f,
                                  const char **path)
{
  struct sv_arena *arena = f->reader.arena;
  if (!is_path(f->extends)) {
    *path = sv_arena_printf(arena, "%s/profiles/%s.json", data_dir, f->extends);
    if (*path && (!is_name(f->extends) || !exists(*path)))
      return sv_reader_fault(&f->reader, f->extends_at, "{text}", "text",
                             not_shipped(data_dir, f->extends, arena), NULL);
    return *path ? SV_OK : SV_NO_MEMORY;
  }
  if (f->extends[0] == '/' || strstr(f->extends, "..") || strstr(f->extends, "://"))
    return sv_reader_fault(&f->reader, f->extends_at,
                           N_("extends names a shipped profile, or a file in the folder of this "
                              "one."),
                           NULL);
  const char *slash = strrchr(f->path, '/');
  *path =
      sv_arena_printf(arena, "%.*s%s", slash ? (int)(slash - f->path) + 1 : 0, f->path, f->extends);
  if (*path && !exists(*path))
    return sv_reader_fault(&f->reader, f->extends_at, N_("The file {name} is not there."), "name",
                           f->extends, NULL);
  return *path ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status refuse_cycle(const struct sv_profile_chain *chain)
{
  const struct sv_profile_file *last = &chain->files[chain->count - 1];
  for (size_t i = 0; i + 1 < chain->count; i++)
    if (chain->files[i].device == last->device && chain->files[i].inode == last->inode)
      return sv_reader_fault(
          &chain->files[chain->count - 2].reader, chain->files[chain->count - 2].extends_at,
          N_("The profile {name} extends itself in a circle."), "name", last->id, NULL);
  return SV_OK;
}

enum sv_status sv_profile_chain_open(const char *data_dir, const char *name_or_path,
                                     struct sv_arena *arena, struct sv_profile_chain *chain,
                                     struct sv_error *err)
{
  *chain = (struct sv_profile_chain){ .count = 0 };
  SV_TRY(open_first(data_dir, name_or_path, arena, chain, err));
  for (const struct sv_profile_file *f = &chain->files[0]; f->extends;
       f = &chain->files[chain->count - 1]) {
    if (chain->count == SV_PROFILE_DEPTH_MAX)
      return sv_reader_fault(&f->reader, f->extends_at,
                             N_("Profiles extend one another more than 8 deep."), NULL);
    const char *path = NULL;
    SV_TRY(parent_path(data_dir, f, &path));
    SV_TRY(open_file(&chain->files[chain->count++], path, arena, err));
    SV_TRY(refuse_cycle(chain));
  }
  return SV_OK;
}

void sv_profile_chain_close(struct sv_profile_chain *chain)
{
  for (size_t i = 0; i < chain->count; i++)
    sv_reader_close(&chain->files[i].reader);
  chain->count = 0;
}

const char *const *sv_profile_names(const char *data_dir, struct sv_arena *a)
{
  static const char *const nothing[] = { NULL };
  const char *dir = sv_arena_printf(a, "%s/profiles", data_dir);
  const char *const *files = NULL;
  if (!dir || sv_folder_list(dir, ".json", a, &files, NULL) != SV_OK)
    return nothing;
  size_t count = 0;
  while (files[count])
    count++;
  const char **names = sv_arena_calloc(a, count + 1, sizeof *names);
  size_t kept = 0;
  for (size_t i = 0; names && i < count; i++)
    if (!sv_ends_with(files[i], ".schema.json"))
      names[kept++] = sv_arena_copy(a, files[i], strlen(files[i]) - strlen(".json"));
  return names ? (const char *const *)names : nothing;
}
