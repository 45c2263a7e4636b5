// SPDX-License-Identifier: Apache-2.0
/* Documents: walking, looking up, positions, pointers and excerpts. */
#include "tests/unit/unit.h"

#include "engines/doc/doc.h"

#include <string.h>

static struct sv_doc *read_json(const char *text)
{
  struct sv_doc *d;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_doc_parse(text, strlen(text), NULL, &d, &err);
  if (status != SV_OK)
    print_error("%s: %s\n", text, err.text);
  assert_int_equal(status, SV_OK);
  return d;
}

static void members_and_elements_are_found(void **state)
{
  (void)state;
  struct sv_doc *d = read_json("{\"a\":[1,2.5,\"x\\u00e5\"],\"b\":{\"c\":null},\"d\":true}");
  const sv_value a = sv_doc_gets(d, SV_DOC_ROOT, "a");
  assert_int_equal(sv_doc_type(d, SV_DOC_ROOT), SV_DOC_OBJECT);
  assert_int_equal(sv_doc_count(d, SV_DOC_ROOT), 3);
  assert_int_equal(sv_doc_count(d, a), 3);
  int64_t n = 0;
  assert_true(sv_doc_int64(d, sv_doc_at(d, a, 0), &n));
  assert_int_equal(n, 1);
  assert_true(sv_doc_double(d, sv_doc_at(d, a, 1)) == 2.5);
  assert_true(sv_doc_is_text(d, sv_doc_at(d, a, 2), "xå"));
  assert_int_equal(sv_doc_length(d, sv_doc_at(d, a, 2)), 2);
  assert_int_equal(sv_doc_at(d, a, 3), SV_DOC_NONE);
  assert_int_equal(sv_doc_gets(d, SV_DOC_ROOT, "e"), SV_DOC_NONE);
  const sv_value b = sv_doc_gets(d, SV_DOC_ROOT, "b");
  assert_int_equal(sv_doc_type(d, sv_doc_gets(d, b, "c")), SV_DOC_NULL);
  sv_doc_free(d);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(members_and_elements_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
