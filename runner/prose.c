// SPDX-License-Identifier: Apache-2.0
/* Reading sections of README.md files. */
#include "runner/prose.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "runner/paragraph.h"

#include <string.h>

enum { FILE_MAX = 4 << 20, PARAGRAPH_MAX = 64 * 1024, PATH_LENGTH_MAX = 4096 };

/* The beginning of the section in TEXT, after its heading; NULL when there is none. */
static const char *section(const char *text, const char *check)
{
  const size_t size = strlen(check);
  for (const char *p = text; p; p = strchr(p, '\n')) {
    p += *p == '\n';
    if (sv_starts_with(p, "## ") && strncmp(p + 3, check, size) == 0 &&
        (p[3 + size] == '\n' || p[3 + size] == '\r'))
      return strchr(p, '\n') + 1;
  }
  return NULL;
}

/* The line at P without ** and ` and angle brackets, and with its line break as a space. */
static void add_line(struct sv_buf *paragraph, const char *p, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (p[i] == '*' && i + 1 < size && p[i + 1] == '*')
      i++;
    else if (p[i] != '`' && p[i] != '<' && p[i] != '>')
      (void)sv_buf_addc(paragraph, p[i]);
  }
  (void)sv_buf_addc(paragraph, ' ');
}

static void flush(FILE *out, struct sv_buf *paragraph)
{
  if (paragraph->size > 0) {
    (void)fputc('\n', out);
    sv_paragraph(out, "", sv_buf_text(paragraph));
  }
  sv_buf_cut(paragraph, 0);
}

static void print_section(FILE *out, const char *p)
{
  struct sv_buf paragraph = SV_BUF(PARAGRAPH_MAX);
  while (*p && !sv_starts_with(p, "## ") && !sv_starts_with(p, "# ")) {
    const size_t size = strcspn(p, "\n");
    if (size == 0 || sv_starts_with(p, "- "))
      flush(out, &paragraph);
    if (size > 0)
      add_line(&paragraph, p, size);
    p += size + (p[size] == '\n');
  }
  flush(out, &paragraph);
  sv_buf_free(&paragraph);
}

/* Prints the section of plugins/PLUGIN/README followed by ENDING. */
static bool print_from(FILE *out, const char *data_dir, const char *plugin, const char *ending,
                       const char *check)
{
  char path[PATH_LENGTH_MAX];
  const int length =
      snprintf(path, sizeof path, "%s/plugins/%s/README%s", data_dir, plugin, ending);
  struct sv_buf text = SV_BUF(FILE_MAX);
  const char *begin = NULL;
  if (length > 0 && (size_t)length < sizeof path && sv_file_read(path, &text, NULL) == SV_OK)
    begin = section(sv_buf_text(&text), check);
  if (begin)
    print_section(out, begin);
  sv_buf_free(&text);
  return begin;
}

bool sv_prose_print(FILE *out, const char *data_dir, const char *plugin, const char *check)
{
  static const char *const endings[][4] = {
    [SV_NB] = { ".nb.md", ".nn.md", ".md" },
    [SV_NN] = { ".nn.md", ".nb.md", ".md" },
    [SV_EN] = { ".md" },
  };
  if (strchr(plugin, '/') || plugin[0] == '.')
    return false;
  const char *const *ending = endings[sv_lang_used()];
  while (*ending && !print_from(out, data_dir, plugin, *ending, check))
    ending++;
  return *ending;
}
