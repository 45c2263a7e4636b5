// SPDX-License-Identifier: Apache-2.0
/* The recording: what is written is read back the same; every byte of it that is changed, and every
 * end that is cut off, is noticed; a full disk loses nothing that is in use and is told. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/base/sha256.h"
#include "runner/journal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct sv_journal_run run = {
  .as_of_ms = 1700000000123, .probe = "samsvar-0badcafe", .user_agent = "samsvar/1", .version = "1"
};

static const char *const headers[] = { "Content-Type: application/json", "X: \xc3\xa6 \"\\\t",
                                       "Y: \xff\xfe raw", NULL };
static const char *const names[] = { "DNS:a.example", "IP:127.0.0.1", NULL };
static const struct sv_certificate chain[] = {
  { .subject = "CN=a",
    .issuer = "CN=b",
    .serial = "01",
    .sha256 = "ab",
    .key_type = "EC",
    .signature_algorithm = "x",
    .names = names,
    .not_before = 5,
    .not_after = 6,
    .key_bits = 256 },
};

/* An exchange with everything in it. */
static struct sv_exchange full(uint32_t n, const char *body, char sha256[65])
{
  struct sv_exchange x = {
    .n = n,
    .ask = { .method = "GET",
             .url = "https://a.example/x?y",
             .headers = headers,
             .header_count = 2,
             .credential = "c",
             .timeout_ms = 7,
             .document = true },
    .answer = { .status = 200,
                .detail = "d",
                .marks = SV_MARK_UNVERIFIED,
                .http_version = "2",
                .headers = headers,
                .header_count = 3,
                .sent_headers = headers,
                .sent_header_count = 1,
                .body = body,
                .body_size = strlen(body),
                .wire_size = 99,
                .started_ms = 1700000000456,
                .duration_ms = 12,
                .attempts = 2,
                .masked = 3,
                .identity_numbers = 3,
                .synthetic_numbers = 2,
                .location_hidden = true,
                .address = "127.0.0.1",
                .has_tls = true,
                .tls_packed = "packed",
                .tls_packed_size = 6,
                .tls = { .version = "TLSv1.3",
                         .cipher = "X",
                         .alpn = "h2",
                         .verify = "why",
                         .chain = chain,
                         .chain_count = 1,
                         .name_matches = 1 } },
  };
  sv_sha256_hex(body, strlen(body), sha256);
  memcpy(x.answer.body_sha256, sha256, 65);
  return x;
}

static char folder[64];

static int make_folder(void **state)
{
  (void)state;
  (void)snprintf(folder, sizeof folder, "test_journal.XXXXXX");
  return mkdtemp(folder) ? 0 : -1;
}

static char *path_of(const char *name)
{
  static char path[128];
  (void)snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static int remove_folder(void **state)
{
  (void)state;
  (void)unlink(path_of("index.ndjson"));
  (void)unlink(path_of("bodies.bin"));
  (void)unlink(path_of("victim"));
  return rmdir(folder);
}

static void write_one(void)
{
  struct sv_journal *j = NULL;
  struct sv_error err = { 0 };
  char sha256[65];
  const struct sv_broker_counts counts = { .sent = 2, .bytes = 100, .shared = 1, .masked = 3 };
  assert_int_equal(sv_journal_open(folder, &run, &j, &err), SV_OK);
  assert_non_null(sv_journal_body(j, "{\"target\":1}", 12, NULL));
  sv_sha256_hex("{\"target\":1}", 12, sha256);
  sv_journal_document(j, "target.json", sha256);
  struct sv_exchange x = full(1, "{\"a\":1}", sha256);
  const char *kept = sv_journal_body(j, x.answer.body, x.answer.body_size, sha256);
  sv_journal_settle(j);
  assert_string_equal(kept, "{\"a\":1}");
  sv_journal_exchange(j, &x);
  x.n = 2;
  x.superseded = true;
  assert_ptr_equal(sv_journal_body(j, x.answer.body, x.answer.body_size, sha256), kept);
  sv_journal_exchange(j, &x);
  sv_journal_evidence(j, "label", "text/plain", sha256);
  const struct sv_exchange refused = {
    .n = 3,
    .refused_from = 1,
    .ask = { .method = "GET", .url = "http://b.example/" },
    .answer = { .error = "refused", .detail = "because" },
  };
  sv_journal_exchange(j, &refused);
  assert_int_equal(sv_journal_close(j, &counts, &err), SV_OK);
}

static void what_is_written_is_read_back(void **state)
{
  (void)state;
  struct sv_recording r;
  struct sv_error err = { 0 };
  write_one();
  assert_int_equal(sv_recording_read(folder, &r, &err), SV_OK);
  assert_int_equal(r.count, 3);
  assert_false(r.counts.torn);
  assert_int_equal(r.counts.sent, 2);
  assert_int_equal(r.counts.shared, 1);
  assert_int_equal(r.run.as_of_ms, run.as_of_ms);
  assert_string_equal(r.run.probe, run.probe);
  assert_int_equal(r.document_count, 1);
  assert_memory_equal(r.documents[0].data, "{\"target\":1}", 13);
  const struct sv_answer *a = &r.exchanges[0]->answer;
  assert_int_equal(a->header_count, 3);
  for (size_t i = 0; i < 3; i++)
    assert_string_equal(a->headers[i], headers[i]);
  assert_memory_equal(a->body, "{\"a\":1}", 8);
  assert_true(a->has_tls && a->location_hidden);
  assert_string_equal(a->tls.chain[0].names[1], "IP:127.0.0.1");
  assert_int_equal(a->tls.chain[0].not_after, 6);
  assert_string_equal(a->tls.verify, "why");
  assert_int_equal(a->identity_numbers, 3);
  assert_int_equal(a->synthetic_numbers, 2);
  assert_int_equal(a->wire_size, 99);
  assert_string_equal(r.exchanges[0]->ask.credential, "c");
  assert_true(r.exchanges[0]->ask.document && r.exchanges[1]->superseded);
  assert_int_equal(r.exchanges[2]->refused_from, 1);
  assert_string_equal(r.exchanges[2]->answer.error, "refused");
  sv_recording_free(&r);
}

/* The bytes of both files. */
static void load(struct sv_buf *index, struct sv_buf *bodies)
{
  *index = SV_BUF(1 << 20);
  *bodies = SV_BUF(1 << 20);
  assert_int_equal(sv_file_read(path_of("index.ndjson"), index, NULL), SV_OK);
  assert_int_equal(sv_file_read(path_of("bodies.bin"), bodies, NULL), SV_OK);
}

static enum sv_status parse(const struct sv_buf *index, const struct sv_buf *bodies,
                            struct sv_recording *r)
{
  struct sv_error err = { 0 };
  *r = (struct sv_recording){ .bodies = bodies->data, .bodies_size = bodies->size };
  const enum sv_status status =
      sv_recording_parse(sv_buf_text(index), index->size, "index.ndjson", r, &err);
  if (status == SV_INVALID)
    assert_true(err.text[0] != '\0' && err.file[0] != '\0');
  return status;
}

static void every_changed_byte_is_noticed(void **state)
{
  (void)state;
  static const unsigned char flips[] = { 0x01, 0x20, 0x80, 0xff };
  struct sv_buf index;
  struct sv_buf bodies;
  struct sv_recording r;
  write_one();
  load(&index, &bodies);
  for (size_t k = 0; k < sizeof flips; k++) {
    for (size_t i = 0; i < index.size; i++) {
      index.data[i] = (char)(index.data[i] ^ flips[k]);
      const enum sv_status status = parse(&index, &bodies, &r);
      if (status == SV_OK && !r.counts.torn)
        fail_msg("byte %zu of the index changed by %02x is not noticed", i, flips[k]);
      sv_recording_free(&r);
      index.data[i] = (char)(index.data[i] ^ flips[k]);
    }
    for (size_t i = 0; i < bodies.size; i++) {
      bodies.data[i] = (char)(bodies.data[i] ^ flips[k]);
      if (parse(&index, &bodies, &r) != SV_INVALID)
        fail_msg("byte %zu of the bodies changed by %02x is not noticed", i, flips[k]);
      sv_recording_free(&r);
      bodies.data[i] = (char)(bodies.data[i] ^ flips[k]);
    }
  }
  sv_buf_free(&index);
  sv_buf_free(&bodies);
}

static void an_end_cut_off_is_torn_or_damage_never_whole(void **state)
{
  (void)state;
  struct sv_buf index;
  struct sv_buf bodies;
  struct sv_recording r;
  write_one();
  load(&index, &bodies);
  for (size_t size = 0; size < index.size; size++) {
    struct sv_buf part = index;
    part.size = size;
    const enum sv_status status = parse(&part, &bodies, &r);
    assert_true(status == SV_INVALID || (status == SV_OK && r.counts.torn));
    sv_recording_free(&r);
  }
  for (size_t size = 0; size < bodies.size; size++) {
    struct sv_buf part = bodies;
    part.size = size;
    assert_int_equal(parse(&index, &part, &r), SV_INVALID);
    sv_recording_free(&r);
  }
  sv_buf_free(&index);
  sv_buf_free(&bodies);
}

/* What was settled is in the files though nobody closes them: a killed process does not. */
static void what_was_settled_outlives_the_writer(void **state)
{
  (void)state;
  struct sv_journal *j = NULL;
  struct sv_error err = { 0 };
  struct sv_recording r;
  char sha256[65];
  const struct sv_broker_counts counts = { .sent = 1 };
  assert_int_equal(sv_journal_open(folder, &run, &j, &err), SV_OK);
  assert_int_equal(sv_recording_read(folder, &r, &err), SV_OK);
  assert_int_equal(r.document_count, 0);
  assert_true(r.counts.torn);
  sv_recording_free(&r);
  assert_non_null(sv_journal_body(j, "{\"target\":1}", 12, NULL));
  sv_sha256_hex("{\"target\":1}", 12, sha256);
  sv_journal_document(j, "target.json", sha256);
  sv_journal_settle(j);
  assert_int_equal(sv_recording_read(folder, &r, &err), SV_OK);
  assert_int_equal(r.document_count, 1);
  assert_memory_equal(r.documents[0].data, "{\"target\":1}", 12);
  sv_recording_free(&r);
  struct sv_exchange x = full(1, "{\"a\":1}", sha256);
  assert_non_null(sv_journal_body(j, x.answer.body, x.answer.body_size, sha256));
  sv_journal_exchange(j, &x);
  sv_journal_settle(j);
  assert_int_equal(sv_recording_read(folder, &r, &err), SV_OK);
  assert_int_equal(r.count, 1);
  assert_memory_equal(r.exchanges[0]->answer.body, "{\"a\":1}", 7);
  assert_true(r.counts.torn);
  sv_recording_free(&r);
  assert_int_equal(sv_journal_close(j, &counts, &err), SV_OK);
  assert_int_equal(sv_recording_read(folder, &r, &err), SV_OK);
  assert_false(r.counts.torn);
  sv_recording_free(&r);
}

static void lines_lost_doubled_or_moved_are_noticed(void **state)
{
  (void)state;
  struct sv_buf index;
  struct sv_buf bodies;
  struct sv_recording r;
  write_one();
  load(&index, &bodies);
  for (size_t at = 0; at < index.size;) {
    const char *end = memchr(index.data + at, '\n', index.size - at);
    const size_t next = (size_t)(end + 1 - index.data);
    struct sv_buf lost = SV_BUF(1 << 20);
    struct sv_buf doubled = SV_BUF(1 << 20);
    sv_buf_add(&lost, index.data, at);
    sv_buf_add(&lost, index.data + next, index.size - next);
    sv_buf_add(&doubled, index.data, next);
    sv_buf_add(&doubled, index.data + at, index.size - at);
    const enum sv_status status = parse(&lost, &bodies, &r);
    assert_true(status == SV_INVALID || (next == index.size && r.counts.torn));
    sv_recording_free(&r);
    assert_int_equal(parse(&doubled, &bodies, &r), SV_INVALID);
    sv_recording_free(&r);
    sv_buf_free(&lost);
    sv_buf_free(&doubled);
    at = next;
  }
  sv_buf_free(&index);
  sv_buf_free(&bodies);
}

static void a_full_disk_is_told_and_what_is_in_use_stays_readable(void **state)
{
  (void)state;
  struct sv_journal *j = NULL;
  struct sv_error err = { 0 };
  struct rlimit old;
  enum { COUNT = 64, SIZE = 10000 };
  static char data[COUNT][SIZE];
  const char *kept[COUNT];
  const struct sv_broker_counts counts = { 0 };
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
  (void)signal(SIGXFSZ, SIG_IGN);
  assert_int_equal(sv_journal_open(folder, &run, &j, &err), SV_OK);
  const struct rlimit small = { .rlim_cur = 123456, .rlim_max = old.rlim_max };
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
  for (size_t i = 0; i < COUNT; i++) {
    for (size_t k = 0; k < SIZE; k++)
      data[i][k] = (char)('a' + (i * 7 + k * k) % 26);
    (void)snprintf(data[i], SIZE, "%zu", i);
    kept[i] = sv_journal_body(j, data[i], SIZE, NULL);
    assert_non_null(kept[i]);
    if (i % 3 == 2)
      sv_journal_settle(j);
  }
  sv_journal_settle(j);
  for (size_t i = 0; i < COUNT; i++)
    assert_memory_equal(kept[i], data[i], SIZE);
  assert_int_equal(sv_journal_close(j, &counts, &err), SV_IO);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
  assert_non_null(strstr(err.text, "could not be written"));
}

static void links_and_open_folders_are_not_written_to(void **state)
{
  (void)state;
  struct sv_journal *j = NULL;
  struct sv_error err = { 0 };
  char victim[192];
  (void)snprintf(victim, sizeof victim, "%s", path_of("victim"));
  const int fd = open(victim, O_CREAT | O_WRONLY, 0600);
  assert_true(fd >= 0);
  assert_int_equal(write(fd, "whole", 5), 5);
  (void)close(fd);
  (void)unlink(path_of("index.ndjson"));
  assert_int_equal(symlink("victim", path_of("index.ndjson")), 0);
  write_one();
  struct sv_buf text = SV_BUF(100);
  assert_int_equal(sv_file_read(victim, &text, NULL), SV_OK);
  assert_string_equal(sv_buf_text(&text), "whole");
  sv_buf_free(&text);
  assert_int_equal(chmod(folder, 0777), 0);
  assert_int_equal(sv_journal_open(folder, &run, &j, &err), SV_DENIED);
  assert_int_equal(chmod(folder, 0700), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(what_is_written_is_read_back, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown(every_changed_byte_is_noticed, make_folder, remove_folder),
    cmocka_unit_test_setup_teardown(an_end_cut_off_is_torn_or_damage_never_whole, make_folder,
                                    remove_folder),
    cmocka_unit_test_setup_teardown(what_was_settled_outlives_the_writer, make_folder,
                                    remove_folder),
    cmocka_unit_test_setup_teardown(lines_lost_doubled_or_moved_are_noticed, make_folder,
                                    remove_folder),
    cmocka_unit_test_setup_teardown(a_full_disk_is_told_and_what_is_in_use_stays_readable,
                                    make_folder, remove_folder),
    cmocka_unit_test_setup_teardown(links_and_open_folders_are_not_written_to, make_folder,
                                    remove_folder),
  };
  return cmocka_run_group_tests_name("journal", tests, NULL, NULL);
}
