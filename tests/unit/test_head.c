// SPDX-License-Identifier: Apache-2.0
/* Heads and bodies as bytes: which faults are noticed, which limits hold, and what is odd but
 * allowed. */
#include "tests/unit/unit.h"

#include "runner/net_body.h"
#include "runner/net_head.h"

#include <samsvar/plugin.h>

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* Gives TEXT line by line, as libcurl does. */
static bool feed(struct sv_head *h, const char *text, size_t size)
{
  while (size) {
    const char *end = memchr(text, '\n', size);
    const size_t line = end ? (size_t)(end + 1 - text) : size;
    if (!sv_head_line(h, text, line))
      return false;
    text += line;
    size -= line;
  }
  return true;
}

#define OK_LINE "HTTP/1.1 200 OK\r\n"

static const struct {
  const char *text;
  uint32_t marks;
  const char *detail; /* a part of it; NULL: none */
} heads[] = {
  { OK_LINE "Content-Length: 2\r\n\r\n", 0, NULL },
  { OK_LINE "Transfer-Encoding: chunked\r\n\r\n", 0, NULL },
  { OK_LINE "Transfer-Encoding: Chunked\r\n\r\n", 0, NULL },
  { "HTTP/2 200 \r\ncontent-type: a/b\r\n\r\n", 0, NULL },
  { "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" OK_LINE "\r\n", 0, NULL },
  { OK_LINE "Content-Length: 2\r\nContent-Length: 2\r\n\r\n", 0, NULL },
  { OK_LINE "X: \xc3\xa6\r\n\r\n", 0, NULL },
  { OK_LINE "Content-Length: 2\r\nContent-Length: 3\r\n\r\n", SV_MARK_AMBIGUOUS,
    "two Content-Length" },
  { OK_LINE "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n", SV_MARK_AMBIGUOUS, "Both" },
  { OK_LINE "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n", SV_MARK_AMBIGUOUS, "Both" },
  { OK_LINE "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", SV_MARK_AMBIGUOUS,
    "two Transfer-Encoding" },
  { OK_LINE "Transfer-Encoding: gzip, chunked\r\n\r\n", SV_MARK_AMBIGUOUS, "another than chunked" },
  { OK_LINE "Content-Length: -5\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "Content-Length: +5\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "Content-Length: 5,5\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "Content-Length: 0x5\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "Content-Length: 99999999999999999999\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "Content-Length:\r\n\r\n", SV_MARK_AMBIGUOUS, "not a length" },
  { OK_LINE "A: b\n\r\n", SV_MARK_AMBIGUOUS, "carriage return" },
  { OK_LINE "A: b\r\n c\r\n\r\n", SV_MARK_AMBIGUOUS, "folded" },
  { OK_LINE "A : b\r\n\r\n", SV_MARK_AMBIGUOUS, "field name" },
  { OK_LINE ": b\r\n\r\n", SV_MARK_AMBIGUOUS, "field name" },
  { OK_LINE "A(b: c\r\n\r\n", SV_MARK_AMBIGUOUS, "field name" },
  { OK_LINE "no colon\r\n\r\n", SV_MARK_AMBIGUOUS, "field name" },
  { OK_LINE "A: b\rc\r\n\r\n", SV_MARK_AMBIGUOUS, "carriage return" },
  { "HTTP/1.1 999 X\r\n\r\n", SV_MARK_AMBIGUOUS, "between 100 and 599" },
  { "HTTP/1.1 42 X\r\n\r\n", SV_MARK_AMBIGUOUS, "between 100 and 599" },
  { "HTTP/1.1 101 Switching\r\n\r\n", SV_MARK_AMBIGUOUS, "101" },
  { "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", SV_MARK_AMBIGUOUS, "no body" },
  { OK_LINE "Content-Encoding: br\r\n\r\n", SV_MARK_AMBIGUOUS, "another than gzip" },
  { OK_LINE "Content-Encoding: gzip, gzip\r\n\r\n", SV_MARK_AMBIGUOUS, "another than gzip" },
  { OK_LINE "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n", SV_MARK_AMBIGUOUS,
    "another than gzip" },
};

static void framing_faults_are_noticed_and_the_rest_is_not(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
    struct sv_head h = { 0 };
    sv_head_reset(&h);
    (void)feed(&h, heads[i].text, strlen(heads[i].text));
    if (h.marks != heads[i].marks || (heads[i].detail && !strstr(h.detail, heads[i].detail)))
      fail_msg("%s: marks %u, %s", heads[i].text, h.marks, h.detail);
    sv_head_free(&h);
  }
}

static void a_nul_in_a_header_stops_the_transfer(void **state)
{
  (void)state;
  static const char text[] = OK_LINE "A: b\0c\r\n\r\n";
  struct sv_head h = { 0 };
  sv_head_reset(&h);
  assert_false(feed(&h, text, sizeof text - 1));
  assert_true(h.stopped && (h.marks & SV_MARK_AMBIGUOUS));
  assert_int_equal(h.count, 0);
  sv_head_free(&h);
}

static void interim_heads_are_forgotten_and_counted(void **state)
{
  (void)state;
  struct sv_head h = { 0 };
  sv_head_reset(&h);
  static const char early[] = "HTTP/1.1 103 Early\r\nLink: </x>\r\n\r\n";
  for (int i = 0; i < SV_INTERIM_MAX; i++)
    assert_true(feed(&h, early, strlen(early)));
  assert_false(h.complete);
  static const char last[] = OK_LINE "A: b\r\n\r\n";
  assert_true(feed(&h, last, strlen(last)));
  assert_true(h.complete);
  assert_int_equal(h.count, 1);
  assert_string_equal(h.lines.data, "A: b");
  sv_head_reset(&h);
  bool going = true;
  for (int i = 0; i < SV_INTERIM_MAX + 2 && going; i++)
    going = feed(&h, early, strlen(early));
  assert_false(going);
  assert_true(h.marks & SV_MARK_LIMITED);
  sv_head_free(&h);
}

static void trailers_act_as_no_headers(void **state)
{
  (void)state;
  struct sv_head h = { 0 };
  sv_head_reset(&h);
  static const char text[] = OK_LINE "Transfer-Encoding: chunked\r\n\r\nContent-Length: "
                                     "5\r\nLocation: /x\r\n\r\n";
  assert_true(feed(&h, text, strlen(text)));
  assert_int_equal(h.count, 1);
  assert_false(h.location);
  assert_int_equal(h.marks, 0);
  sv_head_free(&h);
}

static void limits_of_the_head_hold(void **state)
{
  (void)state;
  struct sv_head h = { 0 };
  char *line = malloc(SV_HEAD_LINE_MAX + 8);
  assert_non_null(line);
  memset(line, 'a', SV_HEAD_LINE_MAX + 8);
  line[1] = ':';
  sv_head_reset(&h);
  line[SV_HEAD_LINE_MAX - 2] = '\r';
  line[SV_HEAD_LINE_MAX - 1] = '\n';
  assert_true(sv_head_line(&h, OK_LINE, strlen(OK_LINE)));
  assert_true(sv_head_line(&h, line, SV_HEAD_LINE_MAX));
  size_t lines = 1;
  while (sv_head_line(&h, line, SV_HEAD_LINE_MAX))
    lines++;
  assert_int_equal(lines, SV_HEAD_MAX / SV_HEAD_LINE_MAX - 1);
  assert_non_null(strstr(h.detail, "256 KiB"));
  sv_head_reset(&h);
  assert_false(sv_head_line(&h, line, SV_HEAD_LINE_MAX + 1));
  assert_non_null(strstr(h.detail, "16 KiB"));
  sv_head_reset(&h);
  lines = 0;
  while (sv_head_line(&h, "A: b\r\n", 6))
    lines++;
  assert_int_equal(lines, SV_HEAD_COUNT_MAX);
  assert_int_equal(h.count, SV_HEAD_COUNT_MAX);
  assert_true(h.marks & SV_MARK_LIMITED);
  sv_head_free(&h);
  free(line);
}

/* SIZE bytes at DATA as one gzip member in OUT. */
static void gzip(const void *data, size_t size, struct sv_buf *out)
{
  z_stream z = { .next_in = (Bytef *)(uintptr_t)data, .avail_in = (uInt)size };
  assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
  const size_t room = deflateBound(&z, size);
  char *bytes = malloc(room);
  assert_non_null(bytes);
  z.next_out = (Bytef *)bytes;
  z.avail_out = (uInt)room;
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  assert_int_equal(sv_buf_add(out, bytes, room - z.avail_out), SV_OK);
  (void)deflateEnd(&z);
  free(bytes);
}

static uint32_t gunzip(const struct sv_buf *coded, struct sv_buf *out)
{
  const char *detail = NULL;
  const uint32_t marks = sv_body_gunzip(coded->data, coded->size, SV_BODY_DECODED_MAX, out, &detail);
  assert_int_equal(marks != 0, detail != NULL);
  return marks;
}

static void gzip_is_decoded_member_after_member(void **state)
{
  (void)state;
  struct sv_buf coded = SV_BUF(1 << 20);
  struct sv_buf out = SV_BUF(SV_BODY_DECODED_MAX);
  for (int i = 0; i < 1000; i++)
    gzip("abc", 3, &coded);
  assert_int_equal(gunzip(&coded, &out), 0);
  assert_int_equal(out.size, 3000);
  sv_buf_free(&coded);
  sv_buf_free(&out);
}

static void broken_gzip_is_told_apart(void **state)
{
  (void)state;
  struct sv_buf whole = SV_BUF(1 << 20);
  char text[5000];
  for (size_t i = 0; i < sizeof text; i++)
    text[i] = (char)('a' + i * i % 23);
  gzip(text, sizeof text, &whole);
  for (size_t cut = 1; cut < whole.size; cut++) {
    struct sv_buf part = whole;
    struct sv_buf out = SV_BUF(SV_BODY_DECODED_MAX);
    part.size = cut;
    assert_int_equal(gunzip(&part, &out), SV_MARK_TRUNCATED);
    sv_buf_free(&out);
  }
  struct sv_buf out = SV_BUF(SV_BODY_DECODED_MAX);
  whole.data[whole.size - 6] ^= 1; /* its CRC */
  assert_int_equal(gunzip(&whole, &out), SV_MARK_AMBIGUOUS);
  whole.data[whole.size - 6] ^= 1;
  sv_buf_free(&out);
  out = SV_BUF(SV_BODY_DECODED_MAX);
  assert_int_equal(sv_buf_adds(&whole, "surplus"), SV_OK);
  assert_int_equal(gunzip(&whole, &out), SV_MARK_AMBIGUOUS);
  sv_buf_free(&out);
  struct sv_buf plain = SV_BUF(100);
  out = SV_BUF(SV_BODY_DECODED_MAX);
  assert_int_equal(sv_buf_adds(&plain, "{\"plain\": true}"), SV_OK);
  assert_int_equal(gunzip(&plain, &out), SV_MARK_AMBIGUOUS);
  sv_buf_free(&out);
  sv_buf_free(&plain);
  sv_buf_free(&whole);
}

static void a_gzip_bomb_is_stopped(void **state)
{
  (void)state;
  struct sv_buf coded = SV_BUF(8 << 20);
  struct sv_buf out = SV_BUF(SV_BODY_DECODED_MAX);
  char *zeros = calloc(1, 64 << 20);
  assert_non_null(zeros);
  gzip(zeros, 64 << 20, &coded);
  free(zeros);
  assert_true(coded.size < 100000);
  assert_int_equal(gunzip(&coded, &out), SV_MARK_LIMITED);
  assert_true(out.size <= coded.size * SV_BODY_RATIO_MAX + (64 << 10));
  sv_buf_free(&coded);
  sv_buf_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(framing_faults_are_noticed_and_the_rest_is_not),
    cmocka_unit_test(a_nul_in_a_header_stops_the_transfer),
    cmocka_unit_test(interim_heads_are_forgotten_and_counted),
    cmocka_unit_test(trailers_act_as_no_headers),
    cmocka_unit_test(limits_of_the_head_hold),
    cmocka_unit_test(gzip_is_decoded_member_after_member),
    cmocka_unit_test(broken_gzip_is_told_apart),
    cmocka_unit_test(a_gzip_bomb_is_stopped),
  };
  return cmocka_run_group_tests_name("head", tests, NULL, NULL);
}
