// SPDX-License-Identifier: Apache-2.0
/* The door: reads a ClientHello without taking it, and says a ServerHello of its own where a break
 * wants one. */
#include "reference/front.h"

#include <errno.h>
#include <microhttpd.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HELLO_MAX = 4096, REPLY_MAX = 256, PATIENCE_MS = 2000, DEFLATE = 1 };

/* What a client said first. */
struct said {
  unsigned version; /* SSL 2, SSL 3, or what the message offers */
  bool has_versions, only_13, has_name, has_deflate;
  const unsigned char *suites;
  size_t suites_size;
};

static unsigned get_16(const unsigned char *p)
{
  return (unsigned)p[0] << 8 | p[1];
}

static void note_extension(unsigned type, size_t size, struct said *s)
{
  if (type == 0)
    s->has_name = true;
  if (type != 43)
    return;
  s->has_versions = true;
  s->only_13 = size == 3;
}

/* Reads the record in P; what it does not understand is a client to be let in. */
static void read_hello(const unsigned char *p, size_t size, struct said *s)
{
  memset(s, 0, sizeof *s);
  if (size > 5 && p[0] & 0x80 && p[2] == 1) {
    s->version = get_16(p + 3);
    return;
  }
  if (size < 46 || p[0] != 22)
    return;
  s->version = get_16(p + 9);
  size_t at = 44 + p[43];
  if (at + 2 > size)
    return;
  s->suites_size = get_16(p + at);
  s->suites = p + at + 2;
  at += 2 + s->suites_size;
  if (at + 1 > size) {
    s->suites_size = 0;
    return;
  }
  s->has_deflate = p[at] > 1;
  at += 1u + p[at] + 2;
  while (at + 4 <= size) {
    const size_t length = get_16(p + at + 2);
    if (at + 4 + length <= size)
      note_extension(get_16(p + at), length, s);
    at += 4 + length;
  }
}

static bool offers(const struct said *s, unsigned suite)
{
  for (size_t i = 0; i + 1 < s->suites_size; i += 2)
    if (get_16(s->suites + i) == suite)
      return true;
  return false;
}

static void put_16(struct sv_buf *b, unsigned v)
{
  sv_buf_addc(b, (char)(v >> 8));
  sv_buf_addc(b, (char)(v & 0xff));
}

static void put_24(struct sv_buf *b, size_t v)
{
  sv_buf_addc(b, 0);
  put_16(b, (unsigned)v);
}

/* A ServerHello and, before TLS 1.3, all that has to follow: EXTENSIONS, then MORE messages. */
static void reply(int fd, unsigned version, unsigned suite, unsigned compression,
                  const struct sv_buf *extensions, const struct sv_buf *more)
{
  struct sv_buf hello = SV_BUF(REPLY_MAX);
  struct sv_buf out = SV_BUF(2 * REPLY_MAX);
  put_16(&hello, version);
  for (int i = 0; i < 32; i++)
    sv_buf_addc(&hello, 'R');
  sv_buf_addc(&hello, 0);
  put_16(&hello, suite);
  sv_buf_addc(&hello, (char)compression);
  put_16(&hello, (unsigned)extensions->size);
  sv_buf_add(&hello, sv_buf_text(extensions), extensions->size);
  sv_buf_addc(&out, 22);
  put_16(&out, version);
  put_16(&out, (unsigned)(4 + hello.size + more->size + 4));
  sv_buf_addc(&out, 2);
  put_24(&out, hello.size);
  sv_buf_add(&out, hello.data, hello.size);
  sv_buf_add(&out, sv_buf_text(more), more->size);
  sv_buf_addc(&out, 14);
  put_24(&out, 0);
  (void)send(fd, out.data, out.size, MSG_NOSIGNAL); /* a client that has gone hears nothing */
  sv_buf_free(&hello);
  sv_buf_free(&out);
}

static void put_extension(struct sv_buf *b, unsigned type, const void *data, size_t size)
{
  put_16(b, type);
  put_16(b, (unsigned)size);
  sv_buf_add(b, data, size);
}

/* A status response that cannot be read. */
static void put_staple(struct sv_buf *b)
{
  static const char status[] = { 1, 0, 0, 3, 0x30, 1, 0 };
  sv_buf_addc(b, 22);
  put_24(b, sizeof status);
  sv_buf_add(b, status, sizeof status);
}

static const struct suite_row {
  enum sv_quirk quirk;
  unsigned suite;
} suite_rows[] = { { SV_HELLO_RC4, 0x0005 }, { SV_HELLO_3DES, 0x000a }, { SV_HELLO_DHE, 0x0033 } };

/* Answers what concerns versions. */
static bool answer_version(const struct sv_service *s, int fd, const struct said *said)
{
  static const unsigned char ssl_2[] = { 0x80, 11, 4, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0 };
  static const unsigned char refused[] = { 21, 3, 3, 0, 2, 2, 112 };
  struct sv_buf none = SV_BUF(1);
  if (said->version == 2 && sv_service_quirk(s, SV_HELLO_SSL_2)) {
    (void)send(fd, ssl_2, sizeof ssl_2, MSG_NOSIGNAL);
    return true;
  }
  if (said->version == 0x0300 && sv_service_quirk(s, SV_HELLO_SSL_3)) {
    reply(fd, 0x0300, 0x000a, 0, &none, &none);
    return true;
  }
  if (said->has_name && sv_service_quirk(s, SV_HELLO_NO_NAME)) {
    (void)send(fd, refused, sizeof refused, MSG_NOSIGNAL);
    return true;
  }
  if (said->only_13 && sv_service_quirk(s, SV_HELLO_13_LAST)) {
    struct sv_buf version = SV_BUF(16);
    put_extension(&version, 43, "\3\4", 2);
    reply(fd, 0x0303, 0x1301, 0, &version, &none);
    sv_buf_free(&version);
    return true;
  }
  return false;
}

/* Answers what concerns TLS 1.2 alone. */
static bool answer_12(const struct sv_service *s, int fd, const struct said *said)
{
  struct sv_buf extensions = SV_BUF(REPLY_MAX);
  struct sv_buf more = SV_BUF(REPLY_MAX);
  bool done = false;
  put_extension(&extensions, 0xff01, "", 1);
  for (size_t i = 0; i < sizeof suite_rows / sizeof suite_rows[0] && !done; i++) {
    done = sv_service_quirk(s, suite_rows[i].quirk) && offers(said, suite_rows[i].suite);
    if (done)
      reply(fd, 0x0303, suite_rows[i].suite, 0, &extensions, &more);
  }
  if (!done && said->has_deflate) {
    const bool deflates = sv_service_quirk(s, SV_HELLO_DEFLATE);
    const bool staples = sv_service_quirk(s, SV_HELLO_STAPLE);
    const bool h2 = sv_service_quirk(s, SV_HELLO_H2);
    if (staples) {
      put_extension(&extensions, 5, "", 0);
      put_staple(&more);
    }
    if (h2)
      put_extension(&extensions, 16, "\0\3\2h2", 5);
    done = deflates || staples || h2;
    if (done)
      reply(fd, 0x0303, 0xc02b, deflates ? DEFLATE : 0, &extensions, &more);
  }
  sv_buf_free(&extensions);
  sv_buf_free(&more);
  return done;
}

static void take(struct sv_front *f, int fd, const struct sockaddr *from, socklen_t from_size)
{
  unsigned char first[HELLO_MAX];
  struct pollfd p = { .fd = fd, .events = POLLIN };
  struct said said;
  const ssize_t n = poll(&p, 1, PATIENCE_MS) == 1 ? recv(fd, first, sizeof first, MSG_PEEK) : 0;
  read_hello(first, n > 0 ? (size_t)n : 0, &said);
  if (answer_version(f->service, fd, &said) ||
      (said.version == 0x0303 && !said.has_versions && answer_12(f->service, fd, &said))) {
    (void)recv(fd, first, sizeof first, 0); /* else the end of the connection would be a reset */
    close(fd);
    return;
  }
  if (MHD_add_connection(f->daemon, fd, from, from_size) != MHD_YES)
    return; /* it has closed the socket */
}

static void *run(void *front)
{
  struct sv_front *f = front;
  for (;;) {
    struct pollfd p[] = { { .fd = f->stop, .events = POLLIN },
                          { .fd = f->listener, .events = POLLIN } };
    struct sockaddr_storage from;
    socklen_t size = sizeof from;
    if (poll(p, 2, -1) < 0 && errno == EINTR)
      continue;
    if (p[0].revents)
      return NULL;
    const int fd = accept4(f->listener, (struct sockaddr *)&from, &size, SOCK_CLOEXEC);
    if (fd >= 0)
      take(f, fd, (const struct sockaddr *)&from, size);
  }
}

bool sv_front_is_needed(const struct sv_service *service)
{
  for (int quirk = SV_HELLO_SSL_2; quirk <= SV_HELLO_13_LAST; quirk++)
    if (sv_service_quirk(service, (enum sv_quirk)quirk))
      return true;
  return false;
}

bool sv_front_start(struct sv_front *f)
{
  f->stop = eventfd(0, EFD_CLOEXEC);
  f->runs = f->stop >= 0 && pthread_create(&f->thread, NULL, run, f) == 0;
  return f->runs;
}

void sv_front_stop(struct sv_front *f)
{
  if (f->runs) {
    (void)eventfd_write(f->stop, 1);
    (void)pthread_join(f->thread, NULL);
    close(f->listener);
  }
  if (f->stop > 0)
    close(f->stop);
  *f = (struct sv_front){ .stop = -1 };
}
