// SPDX-License-Identifier: Apache-2.0
/* Bodies in several parts: the grammar of RFC 2046 and RFC 7578, and what hostile ones come to. */
#include "tests/unit/unit.h"

#include "engines/http/multipart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The parts as "name=content;" each, then "end", "limit NAME" or "invalid". */
static void taken_apart(const char *type, const char *body, size_t size, struct sv_buf *out)
{
  struct sv_media_type media;
  struct sv_multipart m;
  struct sv_multipart_part part;
  struct sv_error err = { 0 };
  assert_int_equal(sv_media_type_parse(type, strlen(type), &media), SV_OK);
  enum sv_status status = sv_multipart_begin(&m, &media, body, size, &err);
  while (status == SV_OK && (status = sv_multipart_next(&m, &part, &err)) == SV_OK) {
    struct sv_span kind;
    assert_true(part.content.data >= body && part.content.data + part.content.size <= body + size);
    status = sv_multipart_name(&part, &kind, out, &err);
    (void)sv_buf_addc(out, '=');
    (void)sv_buf_add(out, part.content.data, part.content.size);
    (void)sv_buf_addc(out, ';');
  }
  (void)sv_buf_addf(out, "%s",
                    status == SV_NOT_FOUND ? "end"
                    : status == SV_LIMIT   ? "limit "
                                           : "invalid");
  if (status == SV_LIMIT)
    (void)sv_buf_adds(out, err.limit);
  assert_true(status != SV_INVALID || err.text[0]);
}

#define B "multipart/form-data; boundary=b"
#define NAMED(name) "Content-Disposition: form-data; name=\"" name "\"\r\n\r\n"

static void bodies_are_taken_apart(void **state)
{
  (void)state;
  static const struct {
    const char *type, *body, *expected;
  } cases[] = {
    { B, "--b\r\n" NAMED("a") "1\r\n--b\r\n" NAMED("c") "2\r\n\r\n--b--\r\n", "a=1;c=2\r\n;end" },
    { B, "--b\r\n" NAMED("a") "\r\n--b--", "a=;end" },
    { B, "--b  \t\r\n" NAMED("a") "1\r\n--b-- \r\nepilogue --b", "a=1;end" },
    { B, "preamble\r\n--b\r\n" NAMED("a") "1\r\n--b--", "a=1;end" },
    /* a longer word, and a line that begins in the middle, are content */
    { B, "--b\r\n" NAMED("a") "\r\n--bc\r\nx--b\r\n--b--", "a=\r\n--bc\r\nx--b;end" },
    { B, "--b\r\n\r\nplain\r\n--b--", "=plain;end" },
    { B, "--b\r\n\r\n--b--", "=;end" },
    { B, "--b\r\nContent-Type: text/plain\r\n\r\n--b--", "=;end" },
    { "multipart/mixed; boundary=\"a b:c\"", "--a b:c\r\n\r\n1\r\n--a b:c--", "=1;end" },
    { B, "--b\r\n" NAMED("q\\\"t") "1\r\n--b--", "q\"t=1;end" },
    { B, "--b\r\ncontent-disposition: form-data; filename=f; name=a\r\n\r\n1\r\n--b--", "a=1;end" },
    /* the same name twice is two parts */
    { B, "--b\r\n" NAMED("a") "1\r\n--b\r\n" NAMED("a") "2\r\n--b--", "a=1;a=2;end" },
    /* parts in parts are content */
    { B,
      "--b\r\nContent-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed; "
      "boundary=c\r\n\r\n--c\r\n\r\nx\r\n--c--\r\n--b--",
      "a=--c\r\n\r\nx\r\n--c--;end" },
    /* hostile or broken */
    { B, "", "invalid" },
    { B, "nothing", "invalid" },
    { B, "--b", "invalid" },
    { B, "--b--", "invalid" },
    { B, "--b\r\n" NAMED("a") "1", "invalid" },
    { B, "--b\r\n" NAMED("a") "1\r\n--b", "invalid" },
    { B, "--b\r\n--b--", "invalid" },
    { B,
      "--b\n"
      "Content-Disposition: form-data; name=a\n\n1\n--b--",
      "invalid" },
    { B, "--b\r\nno field\r\n\r\n1\r\n--b--", "invalid" },
    { B, "--b\r\nA: 1\rB: 2\r\n\r\n1\r\n--b--", "invalid" },
    { B, "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--b--", "=1;invalid" },
    { B, "--b\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\n1\r\n--b--",
      "\xff=1;invalid" },
    { B, "--b\r\nA: 1\r\n folded\r\n\r\n1\r\n--b--", "limit part-folded" },
    { "multipart/form-data", "--b\r\n\r\n\r\n--b--", "invalid" },
    { "multipart/form-data; boundary=\"\"", "--\r\n\r\n\r\n----", "invalid" },
    { "multipart/form-data; boundary=\"a \"", "--a \r\n\r\n\r\n--a --", "invalid" },
    { "multipart/form-data; boundary=\"a*\"", "--a*\r\n\r\n\r\n--a*--", "invalid" },
    { "multipart/form-data; "
      "boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "", "invalid" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    taken_apart(cases[i].type, cases[i].body, strlen(cases[i].body), &out);
    if (strcmp(sv_buf_text(&out), cases[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, sv_buf_text(&out), cases[i].expected);
    sv_buf_free(&out);
  }
}

static void a_nul_is_content_and_no_field(void **state)
{
  (void)state;
  static const char content[] = "--b\r\nA: 1\r\n\r\n1\0002\r\n--b--";
  static const char field[] = "--b\r\nA: 1\0002\r\n\r\n1\r\n--b--";
  struct sv_buf out = SV_BUF(4096);
  taken_apart(B, content, sizeof content - 1, &out);
  assert_int_equal(out.size, strlen("=1x2;end"));
  assert_memory_equal(out.data, "=1\0002;end", out.size);
  sv_buf_cut(&out, 0);
  taken_apart(B, field, sizeof field - 1, &out);
  assert_string_equal(sv_buf_text(&out), "invalid");
  sv_buf_free(&out);
}

static void what_is_too_much_is_a_limit(void **state)
{
  (void)state;
  struct sv_buf body = SV_BUF(1 << 20), out = SV_BUF(1 << 20);
  (void)sv_buf_adds(&body, "--b\r\nA: ");
  for (size_t i = 0; i < SV_MULTIPART_HEAD_MOST; i++)
    (void)sv_buf_addc(&body, 'x');
  (void)sv_buf_adds(&body, "\r\n\r\n1\r\n--b--");
  taken_apart(B, sv_buf_text(&body), body.size, &out);
  assert_string_equal(sv_buf_text(&out), "limit part-head");
  sv_buf_cut(&body, 0);
  sv_buf_cut(&out, 0);
  (void)sv_buf_adds(&body, "--b\r\n");
  for (size_t i = 0; i <= SV_MULTIPART_FIELDS_MOST; i++)
    (void)sv_buf_adds(&body, "A: 1\r\n");
  (void)sv_buf_adds(&body, "\r\n1\r\n--b--");
  taken_apart(B, sv_buf_text(&body), body.size, &out);
  assert_string_equal(sv_buf_text(&out), "limit part-fields");
  sv_buf_cut(&body, 0);
  sv_buf_cut(&out, 0);
  for (size_t i = 0; i <= SV_MULTIPART_PARTS_MOST; i++)
    (void)sv_buf_adds(&body, "\r\n--b\r\n\r\n");
  (void)sv_buf_adds(&body, "\r\n--b--");
  taken_apart(B, sv_buf_text(&body), body.size, &out);
  assert_string_equal(sv_buf_text(&out) + out.size - strlen("limit multipart-parts"), "limit "
                                                                                      "multipart-"
                                                                                      "parts");
  sv_buf_free(&body);
  sv_buf_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(bodies_are_taken_apart),
    cmocka_unit_test(a_nul_is_content_and_no_field),
    cmocka_unit_test(what_is_too_much_is_a_limit),
  };
  return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
