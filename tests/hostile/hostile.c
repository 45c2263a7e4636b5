// SPDX-License-Identifier: Apache-2.0
/* hostile: a server that misbehaves on purpose, for tests on loopback. It listens on a port of the
 * system's choice, prints it, and ends when its standard input ends. The first part of the path
 * chooses how it misbehaves; every other path is answered well. GET /_/log tells what was seen. No
 * HTTP library: most of this is what one refuses to send. */
#include "tests/hostile/modes.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
  CONNECTIONS = 64,
  IN_MOST = 64 << 10,
  OUT_MOST = 64 << 10,
  SEND_MOST = 256 << 20,
  WINDOW = 4096
};

struct connection {
  int fd;
  const struct mode *mode; /* NULL: waiting for a request */
  char in[IN_MOST];
  size_t in_size;
  char out[OUT_MOST];
  size_t out_size, out_sent;
  size_t total;
  long long due_ms; /* when more may be sent */
  bool first_sent;
};

struct server {
  int fd;
  unsigned port;
  struct connection connections[CONNECTIONS];
  unsigned counts[96]; /* of each mode */
  unsigned requests, canaries, accepted;
  unsigned parallel, parallel_most, per_second_most;
  long long arrivals[WINDOW];
};

static long long now_ms(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static void put(struct connection *c, const char *data, size_t size)
{
  if (size > OUT_MOST - c->out_size)
    size = OUT_MOST - c->out_size;
  memcpy(c->out + c->out_size, data, size);
  c->out_size += size;
}

/* TEXT with "@P" replaced by the port. */
static void put_text(const struct server *s, struct connection *c, const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '@' && i + 1 < size && text[i + 1] == 'P') {
      char port[8];
      const int n = snprintf(port, sizeof port, "%u", s->port);
      put(c, port, (size_t)n);
      i++;
    } else {
      put(c, text + i, 1);
    }
  }
}

static void put_log(const struct server *s, struct connection *c)
{
  char body[256];
  char head[160];
  const int size =
      snprintf(body, sizeof body,
               "{\"requests\":%u,\"canaries\":%u,\"parallel\":%u,\"perSecond\":%u,\"connections\":%"
               "u}",
               s->requests, s->canaries, s->parallel_most, s->per_second_most, s->accepted);
  const int n = snprintf(head, sizeof head,
                         "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                         "%d\r\n\r\n",
                         size);
  put(c, head, (size_t)n);
  put(c, body, (size_t)size);
}

static void put_echo(struct connection *c, size_t request)
{
  char head[160];
  const int n = snprintf(head, sizeof head,
                         "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Echo: see "
                         "body\r\nContent-Length: %zu\r\n\r\n",
                         request);
  put(c, head, (size_t)n);
  put(c, c->in, request);
}

static void put_redirect(struct connection *c, const char *path)
{
  char head[512];
  const char *slash = strrchr(path, '/');
  const char *at = strchr(path, '@');
  int n;
  if (c->mode->step == STEP_AWAY && at)
    n = snprintf(head, sizeof head,
                 "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%s\r\nContent-Length: 0\r\n\r\n",
                 at + 1);
  else
    n = snprintf(head, sizeof head,
                 "HTTP/1.1 302 Found\r\nLocation: %ld\r\nContent-Length: 0\r\n\r\n",
                 strtol(slash + 1, NULL, 10) + 1);
  put(c, head, (size_t)n);
}

static void count(struct server *s)
{
  const long long now = now_ms();
  unsigned within = 1;
  for (unsigned i = 1; i <= s->requests && i < WINDOW; i++) {
    if (now - s->arrivals[(s->requests - i) % WINDOW] >= 1000)
      break;
    within++;
  }
  s->arrivals[s->requests % WINDOW] = now;
  s->requests++;
  if (within > s->per_second_most)
    s->per_second_most = within;
  if (++s->parallel > s->parallel_most)
    s->parallel_most = s->parallel;
}

static void end_connection(struct server *s, struct connection *c)
{
  if (c->mode)
    s->parallel--;
  (void)close(c->fd);
  c->fd = -1;
  c->mode = NULL;
}

/* The request of SIZE bytes in C is whole: what to answer. */
static void answer(struct server *s, struct connection *c, size_t size)
{
  char path[256] = "";
  (void)sscanf(c->in, "%*15s %255s", path);
  if (memmem(c->in, size, "CANARY", 6))
    s->canaries++;
  const bool is_log = strncmp(path, "/_/log", 6) == 0;
  c->mode = mode_find(path);
  c->total = 0;
  c->first_sent = false;
  c->due_ms = 0;
  if (is_log) {
    s->parallel++;
    put_log(s, c);
    c->first_sent = true;
    return;
  }
  count(s);
  const unsigned before = s->counts[mode_number(c->mode)]++;
  if (c->mode->step == STEP_ECHO || c->mode->step == STEP_NEXT || c->mode->step == STEP_AWAY) {
    if (c->mode->step == STEP_ECHO)
      put_echo(c, size);
    else
      put_redirect(c, path);
    c->first_sent = true;
  } else if (before < c->mode->bad_first ||
             (c->mode->bad_every && before % c->mode->bad_every == 0)) {
    c->due_ms = now_ms() + (c->mode->step == STEP_DELAY ? c->mode->interval_ms : 0);
  } else if (c->mode->bad_first || c->mode->bad_every) {
    c->mode = mode_find("/good");
  }
  if (c->mode->step == STEP_DELAY)
    c->due_ms = now_ms() + c->mode->interval_ms;
}

static void take_request(struct server *s, struct connection *c)
{
  char *end = memmem(c->in, c->in_size, "\r\n\r\n", 4);
  if (!end || c->mode)
    return;
  size_t size = (size_t)(end + 4 - c->in);
  const char *length = memmem(c->in, size, "Content-Length: ", 16);
  size_t body = length ? (size_t)strtoul(length + 16, NULL, 10) : 0;
  if (body > IN_MOST - size || size + body > c->in_size)
    return;
  size += body;
  answer(s, c, size);
  memmove(c->in, c->in + size, c->in_size - size);
  c->in_size -= size;
}

/* The answer is out: what now? */
static void finish(struct server *s, struct connection *c)
{
  if (c->mode->end == END_CLOSE) {
    end_connection(s, c);
    return;
  }
  if (c->mode->end == END_HANG)
    return;
  c->mode = NULL;
  s->parallel--;
  take_request(s, c);
}

/* Fills c->out with what comes next; ends the answer when there is no more. */
static void produce(struct server *s, struct connection *c, long long now)
{
  const struct mode *m = c->mode;
  if (!m || c->out_sent < c->out_size || now < c->due_ms)
    return;
  c->out_size = c->out_sent = 0;
  if (!c->first_sent) {
    put_text(s, c, m->text, m->size);
    c->first_sent = true;
    if (m->step == STEP_SLOW)
      c->due_ms = now + m->interval_ms;
    if (c->out_size)
      return;
  }
  if (m->unit && c->total < SEND_MOST) {
    const size_t unit = strlen(m->unit);
    do
      put(c, m->unit, unit);
    while (m->step == STEP_ENDLESS && c->out_size + unit < OUT_MOST);
    c->due_ms = m->step == STEP_SLOW ? now + m->interval_ms : 0;
    return;
  }
  finish(s, c);
}

static void write_some(struct server *s, struct connection *c)
{
  const ssize_t n = send(c->fd, c->out + c->out_sent, c->out_size - c->out_sent, MSG_NOSIGNAL);
  if (n < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  if (n < 0) {
    end_connection(s, c);
    return;
  }
  c->out_sent += (size_t)n;
  c->total += (size_t)n;
}

static void read_some(struct server *s, struct connection *c)
{
  const ssize_t n = recv(c->fd, c->in + c->in_size, IN_MOST - c->in_size, 0);
  if (n < 0 && (errno == EAGAIN || errno == EINTR))
    return;
  if (n <= 0) {
    end_connection(s, c);
    return;
  }
  c->in_size += (size_t)n;
  take_request(s, c);
}

static void accept_one(struct server *s)
{
  const int fd = accept4(s->fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (fd < 0)
    return;
  for (size_t i = 0; i < CONNECTIONS; i++) {
    struct connection *c = &s->connections[i];
    if (c->fd >= 0)
      continue;
    c->fd = fd;
    c->mode = NULL;
    c->in_size = c->out_size = c->out_sent = 0;
    s->accepted++;
    return;
  }
  (void)close(fd);
}

static void turn(struct server *s, struct pollfd *p, size_t *index)
{
  const long long now = now_ms();
  for (size_t i = 0; i < CONNECTIONS; i++) {
    struct connection *c = &s->connections[i];
    const short seen = index[i] ? p[index[i]].revents : 0;
    if (c->fd >= 0 && (seen & (POLLIN | POLLHUP | POLLERR)))
      read_some(s, c);
    if (c->fd >= 0)
      produce(s, c, now);
    if (c->fd >= 0 && c->out_sent < c->out_size)
      write_some(s, c);
    if (c->fd >= 0)
      produce(s, c, now);
  }
}

static void serve(struct server *s)
{
  for (;;) {
    struct pollfd p[CONNECTIONS + 2] = { { .fd = 0, .events = POLLIN },
                                         { .fd = s->fd, .events = POLLIN } };
    size_t index[CONNECTIONS] = { 0 };
    nfds_t count = 2;
    bool timed = false;
    for (size_t i = 0; i < CONNECTIONS; i++) {
      const struct connection *c = &s->connections[i];
      if (c->fd < 0)
        continue;
      timed = timed || (c->mode && c->due_ms);
      index[i] = count;
      p[count++] =
          (struct pollfd){ .fd = c->fd,
                           .events = (short)(POLLIN | (c->out_sent < c->out_size ? POLLOUT : 0)) };
    }
    if (poll(p, count, timed ? 5 : -1) < 0 && errno != EINTR)
      return;
    if (p[0].revents)
      return;
    if (p[1].revents)
      accept_one(s);
    turn(s, p, index);
  }
}

int main(int argc, char **argv)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t size = sizeof address;
  struct server *s = calloc(1, sizeof *s);
  if (!s || inet_pton(AF_INET, argc > 1 ? argv[1] : "127.0.0.1", &address.sin_addr) != 1)
    return 2;
  for (size_t i = 0; i < CONNECTIONS; i++)
    s->connections[i].fd = -1;
  s->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (s->fd < 0 || bind(s->fd, (const struct sockaddr *)&address, sizeof address) != 0 ||
      listen(s->fd, 64) != 0 || getsockname(s->fd, (struct sockaddr *)&address, &size) != 0)
    return 1;
  s->port = ntohs(address.sin_port);
  (void)printf("%u\n", s->port);
  (void)fflush(stdout);
  serve(s);
  free(s);
  return 0;
}
