// SPDX-License-Identifier: Apache-2.0
/* Frames: what is written comes back, and no bytes from the other side do harm. */
#include "tests/unit/unit.h"

#include "runner/frame.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Feeds bytes through a pipe, as many at a time as STEP says, and gives the frames that come out.
 */
struct feed {
  int fd[2];
  struct sv_frames frames;
};

static void feed_open(struct feed *f)
{
  *f = (struct feed){ 0 };
  assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, f->fd), 0);
}

static void feed_close(struct feed *f)
{
  (void)close(f->fd[0]);
  if (f->fd[1] >= 0)
    (void)close(f->fd[1]);
  sv_frames_free(&f->frames);
}

static void what_is_packed_comes_back(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(1 << 20);
  const size_t begin = sv_frame_begin(&b, 7);
  sv_pack_u32(&b, 0xfffefdfcu);
  sv_pack_u64(&b, UINT64_MAX - 1);
  sv_pack_i64(&b, INT64_MIN);
  sv_pack_string(&b, NULL);
  sv_pack_string(&b, "");
  sv_pack_string(&b, "blåbær");
  sv_pack_bytes(&b, "a\0b", 3);
  sv_pack_bytes(&b, NULL, 0);
  assert_int_equal(sv_frame_end(&b, begin), SV_OK);

  struct feed f;
  feed_open(&f);
  uint8_t type = 0;
  struct sv_unpack u;
  bool broken = false;
  for (size_t i = 0; i < b.size; i++) { /* one byte at a time: a frame is whole or absent */
    assert_false(sv_frames_next(&f.frames, &type, &u, &broken));
    assert_int_equal(sv_frames_write(f.fd[1], b.data + i, 1), SV_OK);
    assert_int_equal(sv_frames_fill(&f.frames, f.fd[0]), SV_OK);
  }
  assert_true(sv_frames_next(&f.frames, &type, &u, &broken));
  assert_int_equal(type, 7);
  assert_true(sv_unpack_u32(&u) == 0xfffefdfcu);
  assert_true(sv_unpack_u64(&u) == UINT64_MAX - 1);
  assert_true(sv_unpack_i64(&u) == INT64_MIN);
  assert_null(sv_unpack_string(&u));
  assert_string_equal(sv_unpack_string(&u), "");
  assert_string_equal(sv_unpack_string(&u), "blåbær");
  size_t size = 0;
  assert_memory_equal(sv_unpack_bytes(&u, &size), "a\0b", 4);
  assert_int_equal(size, 3);
  assert_non_null(sv_unpack_bytes(&u, &size));
  assert_int_equal(size, 0);
  assert_true(sv_unpack_ok(&u));
  assert_false(broken);
  feed_close(&f);
  sv_buf_free(&b);
}

/* A frame of a 6-byte string, whose every byte is then damaged in turn. */
static void no_damaged_byte_reads_past_the_frame(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(1 << 20);
  const size_t begin = sv_frame_begin(&b, 1);
  sv_pack_string(&b, "sjekk!");
  sv_pack_bytes(&b, "12345", 5);
  assert_int_equal(sv_frame_end(&b, begin), SV_OK);
  for (size_t at = 0; at < b.size; at++) {
    for (int bit = 0; bit < 8; bit++) {
      char *copy = malloc(b.size);
      assert_non_null(copy);
      memcpy(copy, b.data, b.size);
      copy[at] = (char)(copy[at] ^ (1 << bit));
      struct feed f;
      feed_open(&f);
      assert_int_equal(sv_frames_write(f.fd[1], copy, b.size), SV_OK);
      assert_int_equal(sv_frames_fill(&f.frames, f.fd[0]), SV_OK);
      uint8_t type;
      struct sv_unpack u;
      bool broken = false;
      if (sv_frames_next(&f.frames, &type, &u, &broken)) {
        const char *text = sv_unpack_string(&u);
        assert_true(!text || strlen(text) <= b.size);
        size_t size;
        const char *bytes = sv_unpack_bytes(&u, &size);
        assert_true(!bytes || bytes[size] == '\0');
      }
      free(copy);
      feed_close(&f);
    }
  }
  sv_buf_free(&b);
}

static void after_the_first_fault_all_reads_give_zeros(void **state)
{
  (void)state;
  const char bytes[] = { 9, 0, 0, 0, 1, 2, 3, 4 };
  struct sv_unpack u = { .p = bytes, .end = bytes + sizeof bytes };
  assert_null(sv_unpack_string(&u)); /* says 8 bytes, has 4 */
  assert_int_equal(sv_unpack_u32(&u), 0);
  assert_int_equal(sv_unpack_u64(&u), 0);
  size_t size = 99;
  assert_null(sv_unpack_bytes(&u, &size));
  assert_int_equal(size, 0);
  assert_false(sv_unpack_ok(&u));
}

static void a_string_has_no_nul_within(void **state)
{
  (void)state;
  const char bytes[] = { 4, 0, 0, 0, 'a', 0, 'b', 0 };
  struct sv_unpack u = { .p = bytes, .end = bytes + sizeof bytes };
  assert_null(sv_unpack_string(&u));
  assert_false(sv_unpack_ok(&u));
}

static void what_is_left_over_is_a_fault(void **state)
{
  (void)state;
  const char bytes[] = { 1, 0, 0, 0, 5 };
  struct sv_unpack u = { .p = bytes, .end = bytes + sizeof bytes };
  assert_int_equal(sv_unpack_u32(&u), 1);
  assert_false(sv_unpack_ok(&u));
}

static const struct {
  const char *what;
  unsigned char bytes[5];
} hopeless[] = {
  { "a length of nothing", { 0, 0, 0, 0, 1 } },
  { "four gigabytes", { 0xff, 0xff, 0xff, 0xff, 1 } },
  { "one byte too much", { 0x01, 0x00, 0x40, 0x06, 1 } },
};

static void a_hopeless_length_breaks_the_stream(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof hopeless / sizeof hopeless[0]; i++) {
    struct feed f;
    feed_open(&f);
    assert_int_equal(sv_frames_write(f.fd[1], hopeless[i].bytes, 5), SV_OK);
    assert_int_equal(sv_frames_fill(&f.frames, f.fd[0]), SV_OK);
    uint8_t type;
    struct sv_unpack u;
    bool broken = false;
    assert_false(sv_frames_next(&f.frames, &type, &u, &broken));
    if (!broken)
      fail_msg("%s was taken for a frame", hopeless[i].what);
    feed_close(&f);
  }
}

static void the_end_of_the_stream_is_not_found(void **state)
{
  (void)state;
  struct feed f;
  feed_open(&f);
  assert_int_equal(sv_frames_fill(&f.frames, f.fd[0]), SV_OK); /* nothing yet */
  (void)close(f.fd[1]);
  f.fd[1] = -1;
  assert_int_equal(sv_frames_fill(&f.frames, f.fd[0]), SV_NOT_FOUND);
  feed_close(&f);
}

static void a_frame_over_the_limit_is_not_made(void **state)
{
  (void)state;
  struct sv_buf b = SV_BUF(100);
  const size_t begin = sv_frame_begin(&b, 1);
  char text[200] = { 0 };
  sv_pack_bytes(&b, text, sizeof text);
  assert_int_equal(sv_frame_end(&b, begin), SV_LIMIT);
  sv_buf_free(&b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_packed_comes_back),
    cmocka_unit_test(no_damaged_byte_reads_past_the_frame),
    cmocka_unit_test(after_the_first_fault_all_reads_give_zeros),
    cmocka_unit_test(a_string_has_no_nul_within),
    cmocka_unit_test(what_is_left_over_is_a_fault),
    cmocka_unit_test(a_hopeless_length_breaks_the_stream),
    cmocka_unit_test(the_end_of_the_stream_is_not_found),
    cmocka_unit_test(a_frame_over_the_limit_is_not_made),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
