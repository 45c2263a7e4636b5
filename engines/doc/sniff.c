// SPDX-License-Identifier: Apache-2.0
/* Telling the form of a file by its first bytes. */
#include "engines/doc/sniff.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { LOOKED_AT = 65536, FIELDS_MAX = 4096 };

/* Files that say what they are in their first bytes. */
static const struct {
  const char *bytes;
  size_t size;
  enum sv_looks looks;
} magic[] = {
  { "%PDF-", 5, SV_LOOKS_PDF },
  { "\x1f\x8b", 2, SV_LOOKS_GZIP },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, SV_LOOKS_OLE },
  { "\x89PNG\r\n", 6, SV_LOOKS_IMAGE },
  { "\xff\xd8\xff", 3, SV_LOOKS_IMAGE },
  { "GIF8", 4, SV_LOOKS_IMAGE },
  { "II*\0", 4, SV_LOOKS_IMAGE },
  { "MM\0*", 4, SV_LOOKS_IMAGE },
  { "SQLite format 3", 16, SV_LOOKS_SQLITE },
  { "PAR1", 4, SV_LOOKS_PARQUET },
};

static const char *const names[SV_LOOKS_COUNT] = {
  "unknown bytes", "nothing", "JSON",       "XML",    "RDF/XML", "HTML",  "Turtle",
  "CSV",           "TSV",     "plain text", "PDF",    "ZIP",     "OOXML", "ODF",
  "OLE",           "gzip",    "an image",   "SQLite", "Parquet",
};

const char *sv_looks_name(enum sv_looks looks)
{
  return (size_t)looks < SV_LOOKS_COUNT ? names[looks] : names[SV_LOOKS_UNKNOWN];
}

static bool has(const char *data, size_t size, const char *word)
{
  const size_t n = strlen(word);
  for (size_t i = 0; i + n <= size; i++)
    if (sv_equal_nocase_n(data + i, n, word))
      return true;
  return false;
}

static bool begins(const char *data, size_t size, const char *word)
{
  const size_t n = strlen(word);
  return size >= n && sv_equal_nocase_n(data, n, word);
}

/* What is packed: the first names in the archive tell office formats. */
static enum sv_looks sniff_zip(const char *data, size_t size)
{
  if (has(data, size, "mimetypeapplication/vnd.oasis.opendocument"))
    return SV_LOOKS_ODF;
  return has(data, size, "[Content_Types].xml") ? SV_LOOKS_OOXML : SV_LOOKS_ZIP;
}

static enum sv_looks sniff_markup(const char *at, size_t size)
{
  const size_t head = size < 2048 ? size : 2048;
  if (has(at, head, "<!doctype html") || begins(at, size, "<html") ||
      (has(at, head, "<html") && has(at, head, "<head")))
    return SV_LOOKS_HTML;
  if (has(at, head, "<rdf:RDF"))
    return SV_LOOKS_RDF_XML;
  if (begins(at, size, "<?xml") || begins(at, size, "<!--"))
    return SV_LOOKS_XML;
  /* An IRI in angle brackets begins a triple. */
  const char *end = memchr(at, '>', head);
  const char *colon = memchr(at, ':', head);
  const char *space = memchr(at, ' ', head);
  if (end && colon && colon < end && end - colon > 2 && colon[1] == '/' && colon[2] == '/' &&
      (!space || space > end))
    return SV_LOOKS_TURTLE;
  return SV_LOOKS_XML;
}

/* How many fields the first line has that are parted by C outside quotes. */
static size_t fields(const char *at, const char *end, char c)
{
  size_t n = 1;
  bool quoted = false;
  for (; at < end && (quoted || *at != '\n'); at++) {
    if (*at == '"')
      quoted = !quoted;
    n += *at == c && !quoted;
  }
  return n < FIELDS_MAX ? n : 1;
}

static enum sv_looks sniff_lines(const char *at, size_t size)
{
  static const char marks[] = ";,|\t";
  const char *end = at + size;
  const char *line = memchr(at, '\n', size);
  size_t best = 1;
  char mark = 0;
  for (size_t i = 0; marks[i]; i++) {
    const size_t n = fields(at, end, marks[i]);
    /* A second line has as many, or it is prose with commas. */
    if (n > best && (!line || line + 1 >= end || fields(line + 1, end, marks[i]) == n)) {
      best = n;
      mark = marks[i];
    }
  }
  if (!mark)
    return SV_LOOKS_TEXT;
  return mark == '\t' ? SV_LOOKS_TSV : SV_LOOKS_CSV;
}

static enum sv_looks sniff_text(const char *at, size_t size)
{
  if (*at == '{' || *at == '[')
    return SV_LOOKS_JSON;
  if (*at == '<')
    return sniff_markup(at, size);
  if (begins(at, size, "@prefix") || begins(at, size, "@base") || begins(at, size, "PREFIX ") ||
      (*at == '#' && has(at, size < 4096 ? size : 4096, "\n@prefix ")))
    return SV_LOOKS_TURTLE;
  return sniff_lines(at, size);
}

enum sv_looks sv_sniff(const void *data, size_t size)
{
  const char *at = data;
  if (size > LOOKED_AT)
    size = LOOKED_AT;
  for (size_t i = 0; i < sizeof magic / sizeof magic[0]; i++)
    if (size >= magic[i].size && memcmp(at, magic[i].bytes, magic[i].size) == 0)
      return magic[i].looks;
  if (size >= 4 && memcmp(at, "PK\3\4", 4) == 0)
    return sniff_zip(at, size);
  if (size >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0) {
    at += 3;
    size -= 3;
  }
  while (size > 0 && sv_is_space((unsigned char)*at)) {
    at++;
    size--;
  }
  if (size == 0)
    return SV_LOOKS_EMPTY;
  if (memchr(at, '\0', size))
    return SV_LOOKS_UNKNOWN;
  return sniff_text(at, size);
}
