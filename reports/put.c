// SPDX-License-Identifier: Apache-2.0
/* Texts, times, addresses and paths as machine formats want them. */
#include "reports/put.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "engines/base/shown.h"
#include "engines/base/utf8.h"
#include "reports/human.h"

#include <string.h>

static const char ellipsis[] = "\xE2\x80\xA6";

void sv_put_clean(struct sv_buf *out, const char *text, enum sv_form form, size_t most)
{
  const size_t begin = out->size;
  const size_t size = strlen(text);
  const size_t fit = sv_text_fit(text, size, most);
  (void)sv_escape_terminal(out, text, fit, form);
  if (out->failed || (fit == size && out->size - begin <= most))
    return;
  if (out->size - begin > most)
    sv_buf_cut(out, begin + sv_text_fit(out->data + begin, out->size - begin, most));
  (void)sv_buf_adds(out, ellipsis);
}

void sv_put_text(struct sv_emit *e, const char *key, const char *text, enum sv_form form,
                 size_t most)
{
  const size_t size = strlen(text);
  if (size <= most && sv_text_dirt(text, size, form) == size) {
    sv_emit_text(e, key, text);
    return;
  }
  struct sv_buf clean = SV_BUF(16 * most + 64);
  sv_put_clean(&clean, text, form, most);
  sv_emit_text(e, key, sv_buf_text(&clean));
  if (clean.failed)
    e->out->failed = clean.failed;
  sv_buf_free(&clean);
}

int64_t sv_put_epoch(const char *time)
{
  return (int64_t)sv_human_between("1970-01-01T00:00:00.000Z", time);
}

bool sv_put_is_uuid(const char *text)
{
  for (size_t i = 0; i < 36; i++) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : sv_hex((unsigned char)text[i]) < 0)
      return false;
  }
  return text[36] == '\0';
}

bool sv_put_is_web(const char *text)
{
  const char *rest = !text                              ? NULL
                     : sv_starts_with(text, "https://") ? text + 8
                     : sv_starts_with(text, "http://")  ? text + 7
                                                        : NULL;
  return rest && rest[0] && rest[0] != '/' && rest[0] != ':';
}

/* Letters, digits and KEPT stay, and graphic characters beyond ASCII; the rest is encoded. */
static void encode(struct sv_buf *out, const char *text, const char *kept)
{
  const char *end = text + strlen(text);
  for (const char *p = text; p < end && !out->failed;) {
    uint32_t code = 0;
    const size_t n = sv_utf8_decode(p, end, &code);
    const bool stays = n == 1 ? sv_is_alnum((unsigned char)*p) || strchr(kept, *p)
                              : n > 1 && code >= 0xA0 && sv_code_is_shown(code) &&
                                    !(code >= 0xE000 && code <= 0xF8FF) && code < 0xF0000 &&
                                    code != 0xFFFD;
    if (stays)
      (void)sv_buf_add(out, p, n);
    else
      for (size_t i = 0; i < (n ? n : 1); i++)
        (void)sv_buf_addf(out, "%%%02X", (unsigned)(unsigned char)p[i]);
    p += n ? n : 1;
  }
}

void sv_put_iri(struct sv_buf *out, const char *text)
{
  encode(out, text, "-._~:/?#[]@!$&'()*+,;=%");
}

/* A part that is too long for an address is named by its digest: it may stand in thousands. */
void sv_put_iri_part(struct sv_buf *out, const char *text)
{
  enum { PART_MAX = 1024 };
  char digest[65];
  const size_t size = text ? strlen(text) : 0;
  if (size > PART_MAX) {
    sv_sha256_hex(text, size, digest);
    text = digest;
  }
  encode(out, text, "-._~");
}

static bool leads_out(const char *path)
{
  for (const char *p = path; *p;) {
    const size_t size = strcspn(p, "/");
    if (size == 2 && p[0] == '.' && p[1] == '.')
      return true;
    p += size + (p[size] == '/');
  }
  return path[0] == '/' || strchr(path, ':') || strchr(path, '\\');
}

bool sv_put_repository_path(struct sv_buf *out, const char *file)
{
  if (!file || strstr(file, "://"))
    return false;
  while (sv_starts_with(file, "./"))
    file += 2;
  if (leads_out(file)) {
    const char *last = strrchr(file, '/');
    const char *back = strrchr(file, '\\');
    file = last && (!back || last > back) ? last + 1 : back ? back + 1 : file;
  }
  if (!file[0] || strcmp(file, ".") == 0 || strcmp(file, "..") == 0)
    return false;
  encode(out, file, "-._~/@!$&'()+,;=");
  return true;
}
