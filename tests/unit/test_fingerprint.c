// SPDX-License-Identifier: Apache-2.0
/* The identity of findings: what moves in a document is no part of it. */
#include "tests/unit/unit.h"

#include "engines/result/run.h"

#include <string.h>

static void a_place_keeps_its_identity_while_the_document_moves(void **state)
{
  (void)state;
  struct sv_buf a = SV_BUF(4096);
  struct sv_buf b = SV_BUF(4096);
  const struct sv_place one = { .json_pointer = "/paths/~1units/get/tags/3",
                                .xpath = "/a/b[2]/c[@x='1']",
                                .line = 3 };
  const struct sv_place two = { .json_pointer = "/paths/~1units/get/tags/4",
                                .xpath = "/a/b[7]/c[@x='1']",
                                .line = 9 };
  assert_int_equal(sv_location_key("api", &one, &a), SV_OK);
  assert_int_equal(sv_location_key("api", &two, &b), SV_OK);
  assert_string_equal(sv_buf_text(&a), sv_buf_text(&b));
  char x[33];
  char y[33];
  assert_int_equal(sv_fingerprint("TEC-001", "t", sv_buf_text(&a), x), SV_OK);
  assert_int_equal(sv_fingerprint("TEC-002", "t", sv_buf_text(&a), y), SV_OK);
  assert_string_not_equal(x, y);
  assert_int_equal(strlen(x), 32);
  sv_buf_free(&a);
  sv_buf_free(&b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_place_keeps_its_identity_while_the_document_moves),
  };
  return cmocka_run_group_tests_name("fingerprint", tests, NULL, NULL);
}
