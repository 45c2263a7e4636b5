// SPDX-License-Identifier: Apache-2.0
/* Reading the folder of code lists. */
#include "runner/vocabularies.h"

#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "runner/folder.h"

#include <samsvar/plugin.h>

#include <stdlib.h>

#define FILE_MAX ((size_t)16 << 20)

const char *sv_vocabularies_folder(const char *dir)
{
  const char *folder = dir ? dir : secure_getenv("SAMSVAR_VOCABULARIES");
  return folder && *folder ? folder : NULL;
}

/* The list in the file at PATH, into S and, as it stands, to OUT; each may be NULL. */
static enum sv_status add_file(struct sv_vocabularies *s, struct sv_buf *out, const char *path,
                               struct sv_error *err)
{
  struct sv_buf text = SV_BUF(FILE_MAX);
  struct sv_vocabulary *v = NULL;
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK)
    status = sv_vocabulary_read(sv_buf_text(&text), text.size, path, &v, err);
  if (status == SV_OK && out) {
    if (out->size)
      sv_buf_adds(out, SV_VOCABULARY_BREAK);
    sv_buf_add(out, text.data, text.size);
    status = out->failed;
  }
  sv_buf_free(&text);
  if (status == SV_OK && s)
    return sv_vocabularies_add(s, v, err);
  sv_vocabulary_free(v);
  return status;
}

static enum sv_status add_folder(struct sv_vocabularies *s, struct sv_buf *out, const char *folder,
                                 struct sv_error *err)
{
  struct sv_arena a = SV_ARENA((size_t)16 << 20);
  const char *const *names = NULL;
  enum sv_status status = sv_folder_list(folder, ".tsv", &a, &names, err);
  for (; status == SV_OK && *names; names++) {
    const char *path = sv_arena_printf(&a, "%s/%s", folder, *names);
    status = path ? add_file(s, out, path, err) : SV_NO_MEMORY;
  }
  sv_arena_free(&a);
  return status;
}

enum sv_status sv_vocabularies_pack(const char *dir, struct sv_buf *out, struct sv_error *err)
{
  const char *folder = sv_vocabularies_folder(dir);
  return folder ? add_folder(NULL, out, folder, err) : SV_OK;
}

enum sv_status sv_vocabularies_open(const char *dir, struct sv_vocabularies **out,
                                    struct sv_error *err)
{
  const char *folder = sv_vocabularies_folder(dir);
  struct sv_vocabularies *s = sv_vocabularies_new();
  enum sv_status status = s ? SV_OK : sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  if (status == SV_OK && folder)
    status = add_folder(s, NULL, folder, err);
  if (status == SV_OK) {
    *out = s;
    return SV_OK;
  }
  sv_vocabularies_free(s);
  return status;
}
