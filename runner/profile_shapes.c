// SPDX-License-Identifier: Apache-2.0
/* Shapes that a profile names in place of ours, each pinned by its digest. */
#include "runner/profile_resolve.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/message.h"
#include "engines/base/sha256.h"
#include "runner/net_body.h"
#include "runner/weburl.h"

#include <samsvar/plugin.h>

#include <string.h>

struct entry {
  const char *file, *url, *sha256;
};

#define AT(member) offsetof(struct entry, member)

static const struct sv_member members[] = {
  { .name = "file", .kind = SV_MEMBER_STRING, .offset = AT(file) },
  { .name = "url", .kind = SV_MEMBER_STRING, .offset = AT(url) },
  { .name = "sha256", .kind = SV_MEMBER_STRING, .offset = AT(sha256), .required = true },
  { .kind = SV_MEMBER_END },
};

const char *const sv_profile_shape_kinds[] = { "cpsv", "dcat", "modelldcat", "skos" };
const size_t sv_profile_shape_kind_count =
    sizeof sv_profile_shape_kinds / sizeof sv_profile_shape_kinds[0];

static bool is_digest(const char *text)
{
  return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* The bytes of FILE, in the folder of the profile, against the pin. */
static enum sv_status check_file(const struct sv_profile_file *f, sv_value at, struct entry *e)
{
  const struct sv_reader *r = &f->reader;
  const char *slash = strrchr(f->path, '/');
  char digest[65];
  if (e->file[0] == '/' || strstr(e->file, "..") || strstr(e->file, "://"))
    return sv_reader_fault(r, at, N_("The shapes must be a file in the folder of the profile."),
                           NULL);
  const char *path =
      sv_arena_printf(r->arena, "%.*s%s", slash ? (int)(slash - f->path) + 1 : 0, f->path, e->file);
  struct sv_buf text = SV_BUF(SV_DOCUMENT_MAX);
  struct sv_error why = { 0 };
  if (!path)
    return SV_NO_MEMORY;
  const enum sv_status status = sv_file_read(path, &text, &why);
  if (status == SV_OK)
    sv_sha256_hex(sv_buf_text(&text), text.size, digest);
  sv_buf_free(&text);
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK)
    return sv_reader_fault(r, at, N_("The shapes in {name} could not be read."), "name", e->file,
                           NULL);
  if (strcmp(digest, e->sha256) != 0)
    return sv_reader_fault(r, at,
                           N_("The shapes in {name} are not those that the profile pins: their "
                              "SHA-256 is {digest}."),
                           "name", e->file, "digest", digest, NULL);
  e->file = path;
  return SV_OK;
}

static enum sv_status check_url(const struct sv_reader *r, sv_value at, const char *text)
{
  struct sv_weburl where;
  if (sv_weburl_read(text, &where))
    return sv_reader_fault(r, at, N_("The shapes must have a web address: {url} is none."), "url",
                           text, NULL);
  return SV_OK;
}

static enum sv_status read_one(const struct sv_profile_file *f, sv_value v,
                               struct sv_profile_shapes *out)
{
  const struct sv_reader *r = &f->reader;
  struct entry e = { 0 };
  SV_TRY(sv_reader_object(r, v, members, &e));
  if (!e.file == !e.url)
    return sv_reader_fault(r, v, N_("Shapes are named by file or by url, one of them."), NULL);
  if (!is_digest(e.sha256))
    return sv_reader_fault(r, sv_doc_gets(r->doc, v, "sha256"),
                           N_("sha256 must be 64 hexadecimal digits in small letters."), NULL);
  if (e.file)
    SV_TRY(check_file(f, sv_doc_gets(r->doc, v, "file"), &e));
  else
    SV_TRY(check_url(r, sv_doc_gets(r->doc, v, "url"), e.url));
  out->file = e.file;
  out->url = e.url;
  out->sha256 = e.sha256;
  return SV_OK;
}

enum sv_status sv_profile_shapes_read(const struct sv_profile_file *f, struct sv_profile *out)
{
  const struct sv_reader *r = &f->reader;
  const sv_value all = f->shapes;
  if (all == SV_DOC_NONE)
    return SV_OK;
  if (sv_doc_type(r->doc, all) != SV_DOC_OBJECT)
    return sv_reader_fault(r, all,
                           N_("shapes must be an object: a kind, and where its shapes are."), NULL);
  for (sv_value v = sv_doc_first(r->doc, all); v != SV_DOC_NONE; v = sv_doc_next(r->doc, all, v)) {
    const char *kind = sv_reader_key(r, v);
    size_t i = 0;
    while (kind && i < sv_profile_shape_kind_count && strcmp(sv_profile_shape_kinds[i], kind) != 0)
      i++;
    if (!kind || i == sv_profile_shape_kind_count)
      return sv_reader_fault_key(r, v, N_("Only cpsv, dcat, modelldcat and skos have shapes."),
                                 NULL);
    out->shapes[i].kind = sv_profile_shape_kinds[i];
    SV_TRY(read_one(f, v, &out->shapes[i]));
  }
  return SV_OK;
}
