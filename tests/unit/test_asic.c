// SPDX-License-Identifier: Apache-2.0
/* Document packages: CMS with open and closed lengths, ZIP directories, and what is torn. */
#include "tests/unit/unit.h"

#include "engines/asic/asic.h"

#include <string.h>

/* A stored file at the beginning, an entry of the directory, and the end. */
#define LOCAL(name, size, content)                                                                 \
  "PK\x03\x04\x0A\0\0\0\0\0\0\0\0\0\0\0\0\0" size "\0\0\0" size "\0\0\0" name content
#define ENTRY(name) "PK\x01\x02\x14\0\x0A\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" name
#define MIMETYPE "\x08\0\0\0mimetype"
#define TYPE "application/vnd.etsi.asic-e+zip"
#define MIME_ENTRY ENTRY("\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0mimetype")
#define SIGNATURE ENTRY("\x17\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0META-INF/signatures.xml")
#define END(count, size, start)                                                                    \
  "PK\x05\x06\0\0\0\0" count "\0" count "\0" size "\0\0\0" start "\0\0\0\0\0"

static const char whole[] =
    LOCAL(MIMETYPE, "\x1F", TYPE) MIME_ENTRY SIGNATURE END("\x02", "\x7B", "\x45");
static const char unsigned_one[] =
    LOCAL(MIMETYPE, "\x1F", TYPE) MIME_ENTRY END("\x01", "\x36", "\x45");
static const char other_first[] =
    LOCAL("\x08\0\0\0document", "\x1F", TYPE) MIME_ENTRY SIGNATURE END("\x02", "\x7B", "\x45");

static void a_package_tells_its_first_file_and_signature(void **state)
{
  (void)state;
  struct sv_asic a;
  assert_int_equal(sv_asic_read(whole, sizeof whole - 1, &a, NULL), SV_OK);
  assert_true(a.has_mimetype);
  assert_true(a.has_signature);
  assert_int_equal(a.files, 2);
  assert_int_equal(sv_asic_read(unsigned_one, sizeof unsigned_one - 1, &a, NULL), SV_OK);
  assert_true(a.has_mimetype);
  assert_false(a.has_signature);
  assert_int_equal(sv_asic_read(other_first, sizeof other_first - 1, &a, NULL), SV_OK);
  assert_false(a.has_mimetype);
  assert_string_equal(a.first, "document");
}

static void a_torn_archive_is_invalid_at_every_length(void **state)
{
  (void)state;
  struct sv_asic a;
  for (size_t n = 0; n < sizeof whole - 1; n++)
    assert_int_equal(sv_asic_read(whole, n, &a, NULL), SV_INVALID);
}

/* Every length is left open. */
static const char open_lengths[] =
    "\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03\xA0\x80\x30\x80\x02\x01\0\x31\x80\x30\x80"
    "\x02\x01\0\x30\x80\x30\0\x02\x01\x05\0\0\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x07"
    "\x30\0\0\0\x04\x01\x41\0\0\0\0\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01\x30\x80"
    "\x06\x09\x60\x86\x48\x01\x65\x03\x04\x01\x2A\x04\x02\x41\x42\0\0\xA0\x80\x04\x01\x41\0\0\0\0\0"
    "\0"
    "\0\0\0\0";

static void algorithms_are_read_where_lengths_are_open(void **state)
{
  (void)state;
  struct sv_cms c;
  struct sv_error err = { .text = "" };
  if (sv_cms_read(open_lengths, sizeof open_lengths - 1, &c, &err) != SV_OK)
    fail_msg("%s", err.text);
  assert_true(c.is_enveloped);
  assert_string_equal(c.key_algorithm, SV_OID_RSA_OAEP);
  assert_string_equal(c.content_algorithm, SV_OID_AES_256_CBC);
}

static void torn_and_strange_bytes_are_invalid(void **state)
{
  (void)state;
  static const char *const texts[] = {
    "", "\x30", "\x30\x80", "\x31\x01\x41", "PK", "\x30\x84\xFF\xFF\xFF\xFF", "\x30\x03\x06\x01"
  };
  struct sv_cms c;
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    assert_int_equal(sv_cms_read(texts[i], strlen(texts[i]), &c, NULL), SV_INVALID);
  for (size_t n = 0; n < 85; n++) /* the content behind the algorithms is not walked through */
    assert_int_not_equal(sv_cms_read(open_lengths, n, &c, NULL), SV_OK);
}

/* Values within values without end. */
static void depth_is_bounded(void **state)
{
  (void)state;
  static char nested[200000];
  struct sv_cms c;
  for (size_t i = 0; i + 1 < sizeof nested; i += 2)
    memcpy(nested + i, "\x30\x80", 2);
  assert_int_not_equal(sv_cms_read(nested, sizeof nested, &c, NULL), SV_OK);
  memcpy(nested, "\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03\xA0\x80", 15);
  assert_int_not_equal(sv_cms_read(nested, sizeof nested, &c, NULL), SV_OK);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_package_tells_its_first_file_and_signature),
    cmocka_unit_test(a_torn_archive_is_invalid_at_every_length),
    cmocka_unit_test(algorithms_are_read_where_lengths_are_open),
    cmocka_unit_test(torn_and_strange_bytes_are_invalid),
    cmocka_unit_test(depth_is_bounded),
  };
  return cmocka_run_group_tests_name("document packages", tests, NULL, NULL);
}
