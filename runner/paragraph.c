// SPDX-License-Identifier: Apache-2.0
/* Labelled paragraphs. */
#include "runner/paragraph.h"

#include "engines/base/buf.h"
#include "engines/base/lang.h"
#include "engines/base/utf8.h"

#include <string.h>

enum { TEXT_MAX = 64 * 1024 };

static size_t pad(FILE *out, size_t from, size_t to)
{
  for (; from < to; from++)
    (void)fputc(' ', out);
  return from;
}

static void put_word(FILE *out, const char *word, size_t size)
{
  for (size_t i = 0; i < size; i++)
    (void)fputc((unsigned char)word[i] < ' ' || word[i] == 0x7f ? '?' : word[i], out);
}

void sv_paragraph(FILE *out, const char *label, const char *text)
{
  if (!text || !text[0])
    return;
  const char *head = label[0] ? sv_tr(label) : "";
  (void)fputs(head, out);
  size_t column = pad(out, sv_utf8_length(head, strlen(head)), SV_PARAGRAPH_INDENT);
  for (const char *p = text; *p;) {
    const size_t size = strcspn(p, " ");
    const size_t width = sv_utf8_length(p, size);
    if (column > SV_PARAGRAPH_INDENT && column + 1 + width > SV_PARAGRAPH_WIDTH) {
      (void)fputc('\n', out);
      column = pad(out, 0, SV_PARAGRAPH_INDENT);
    } else if (column > SV_PARAGRAPH_INDENT) {
      (void)fputc(' ', out);
      column++;
    }
    put_word(out, p, size);
    column += width;
    p += size;
    p += strspn(p, " ");
  }
  (void)fputc('\n', out);
}

void sv_paragraph_words(FILE *out, const char *label, const char *const *words, size_t count)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  for (size_t i = 0; i < count; i++)
    (void)sv_buf_addf(&text, "%s%s", i ? ", " : "", words[i]);
  sv_paragraph(out, label, sv_buf_text(&text));
  sv_buf_free(&text);
}
