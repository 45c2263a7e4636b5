// SPDX-License-Identifier: Apache-2.0
/* Places in messages, and the choice of language. */
#include "tests/unit/unit.h"

#include "engines/base/lang.h"
#include "engines/base/message.h"

#include <stdlib.h>

static void places_are_filled_by_name(void **state)
{
  (void)state;
  static const struct sv_arg args[] = { { "a", "x{b}", 0 }, { "b", NULL, -7 } };
  struct sv_buf out = SV_BUF(1000);
  assert_int_equal(sv_message_render("{b} {a} {c} {", args, 2, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "-7 x{b} {c} {");
  sv_buf_free(&out);
}

static void json_members_become_args(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(0);
  json_t *object = json_pack("{s:s,s:i,s:[]}", "t", "text", "n", 4, "skip");
  size_t count = 0;
  const struct sv_arg *args = sv_args_from_json(&a, object, &count);
  assert_int_equal(count, 2);
  struct sv_buf out = SV_BUF(100);
  assert_int_equal(sv_message_render("{t}={n}", args, count, &out), SV_OK);
  assert_string_equal(sv_buf_text(&out), "text=4");
  sv_buf_free(&out);
  json_decref(object);
  sv_arena_free(&a);
}

static void languages_have_several_names(void **state)
{
  (void)state;
  assert_int_equal(sv_lang_from("nb_NO.UTF-8"), SV_NB);
  assert_int_equal(sv_lang_from("no"), SV_NB);
  assert_int_equal(sv_lang_from("nn_NO"), SV_NN);
  assert_int_equal(sv_lang_from("en_GB"), SV_EN);
  assert_int_equal(sv_lang_from("nbx"), 0);
  assert_int_equal(sv_lang_from("C.UTF-8"), 0);
  assert_int_equal(sv_lang_from(NULL), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(places_are_filled_by_name),
    cmocka_unit_test(json_members_become_args),
    cmocka_unit_test(languages_have_several_names),
  };
  return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
