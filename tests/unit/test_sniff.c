// SPDX-License-Identifier: Apache-2.0
/* What form a file has by its first bytes, and what file types say of it. */
#include "tests/unit/unit.h"

#include "engines/doc/sniff.h"

#include <string.h>

#define BYTES(text) (text), sizeof(text) - 1

static const struct {
  const char *what, *data;
  size_t size;
  enum sv_looks looks;
} files[] = {
  { "nothing", BYTES(" \n"), SV_LOOKS_EMPTY },
  { "an object", BYTES("\n{\"a\":1}"), SV_LOOKS_JSON },
  { "an array behind a byte order mark", BYTES("\xef\xbb\xbf[1]"), SV_LOOKS_JSON },
  { "XML", BYTES("<?xml version='1.0'?><a/>"), SV_LOOKS_XML },
  { "XML without a declaration", BYTES("<enheter><enhet/></enheter>"), SV_LOOKS_XML },
  { "RDF/XML", BYTES("<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'/>"), SV_LOOKS_RDF_XML },
  { "HTML", BYTES("<!DOCTYPE html><title>Feil</title>"), SV_LOOKS_HTML },
  { "XHTML", BYTES("<?xml version='1.0'?><html><head/></html>"), SV_LOOKS_HTML },
  { "Turtle with a prefix", BYTES("@prefix a: <a:> . a:a a a:b ."), SV_LOOKS_TURTLE },
  { "Turtle that begins with an IRI", BYTES("<http://a.example/> <b:b> <c:c> ."), SV_LOOKS_TURTLE },
  { "a table", BYTES("a;b;c\n1;2;3\n"), SV_LOOKS_CSV },
  { "a table with a quoted comma", BYTES("a,b\n\"x,y\",2\n"), SV_LOOKS_CSV },
  { "a table of one line", BYTES("a,b"), SV_LOOKS_CSV },
  { "tabs", BYTES("a\tb\n1\t2\n"), SV_LOOKS_TSV },
  { "prose", BYTES("Hei, du.\nDette er tekst, med komma, her.\n"), SV_LOOKS_TEXT },
  { "PDF", BYTES("%PDF-1.7\n"), SV_LOOKS_PDF },
  { "OOXML", BYTES("PK\3\4........[Content_Types].xml"), SV_LOOKS_OOXML },
  { "ODF", BYTES("PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text"), SV_LOOKS_ODF },
  { "another archive", BYTES("PK\3\4....data.csv"), SV_LOOKS_ZIP },
  { "an old document", BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), SV_LOOKS_OLE },
  { "gzip", BYTES("\x1f\x8b\x08"), SV_LOOKS_GZIP },
  { "a picture", BYTES("\x89PNG\r\n\x1a\n"), SV_LOOKS_IMAGE },
  { "a database", BYTES("SQLite format 3\0abc"), SV_LOOKS_SQLITE },
  { "other bytes", BYTES("ab\0cd"), SV_LOOKS_UNKNOWN },
};

static void every_file_looks_like_what_it_is(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    const enum sv_looks looks = sv_sniff(files[i].data, files[i].size);
    if (looks != files[i].looks)
      print_message("# %s looks like %s\n", files[i].what, sv_looks_name(looks));
    assert_int_equal(looks, files[i].looks);
  }
}

static const struct {
  const char *code;
  enum sv_looks looks;
  bool fits;
} pairs[] = {
  { "JSON", SV_LOOKS_JSON, true },    { "JSON", SV_LOOKS_HTML, false },
  { "GML", SV_LOOKS_XML, true },      { "XML", SV_LOOKS_RDF_XML, true },
  { "RDF_XML", SV_LOOKS_XML, false }, { "CSV", SV_LOOKS_TEXT, true },
  { "CSV", SV_LOOKS_HTML, false },    { "XLSX", SV_LOOKS_ZIP, true },
  { "XLSX", SV_LOOKS_OLE, false },    { "SHP", SV_LOOKS_HTML, true },
  { "TXT", SV_LOOKS_CSV, true },      { "PDF", SV_LOOKS_TEXT, false },
};

static void a_file_type_takes_what_can_be_of_it(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
    if (sv_file_type_fits(sv_file_type_find(pairs[i].code), pairs[i].looks) != pairs[i].fits)
      fail_msg("%s against %s", pairs[i].code, sv_looks_name(pairs[i].looks));
  assert_true(sv_media_type_fits("application/json; charset=utf-8", SV_LOOKS_JSON));
  assert_false(sv_media_type_fits("application/json", SV_LOOKS_HTML));
  assert_true(sv_media_type_fits("application/octet-stream", SV_LOOKS_HTML));
}

static void types_are_open_and_readable_as_the_table_says(void **state)
{
  (void)state;
  assert_true(sv_file_type_find("CSV")->machine && sv_file_type_find("CSV")->open);
  assert_true(sv_file_type_find("XLSX")->machine && !sv_file_type_find("XLSX")->open);
  assert_false(sv_file_type_find("PDF")->machine);
  assert_null(sv_file_type_find("NONE"));
  assert_null(sv_file_type_find(NULL));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_file_looks_like_what_it_is),
    cmocka_unit_test(a_file_type_takes_what_can_be_of_it),
    cmocka_unit_test(types_are_open_and_readable_as_the_table_says),
  };
  return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
