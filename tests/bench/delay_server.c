// SPDX-License-Identifier: Apache-2.0
/* A server for the benchmark: every GET on a kept-alive connection is answered after MS milliseconds with a small JSON
 * object. `delay_server MS` prints its port on loopback and ends with its standard input. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CLIENTS_MAX = 128, REQUEST_MAX = 4096 };

struct client {
  char in[REQUEST_MAX];
  size_t size;
  int64_t due_ms; /* 0: nothing to answer */
};

static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 26\r\n\r\n"
                             "{\"navn\": \"Testtjeneste\" }\n";

static int64_t now_ms(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int listen_loopback(void)
{
  struct sockaddr_in a = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof a;
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&a, size) != 0 || listen(fd, CLIENTS_MAX) != 0 ||
      getsockname(fd, (struct sockaddr *)&a, &size) != 0)
    return -1;
  (void)printf("%d\n", ntohs(a.sin_port));
  (void)fflush(stdout);
  return fd;
}

/* False when the client is gone. */
static bool take(int fd, struct client *c, int64_t delay_ms)
{
  const ssize_t n = read(fd, c->in + c->size, REQUEST_MAX - 1 - c->size);
  if (n <= 0)
    return false;
  c->size += (size_t)n;
  c->in[c->size] = '\0';
  if (strstr(c->in, "\r\n\r\n")) {
    c->size = 0;
    c->due_ms = now_ms() + delay_ms;
  }
  return c->size < REQUEST_MAX - 1;
}

int main(int argc, char **argv)
{
  static struct client clients[CLIENTS_MAX];
  static struct pollfd polls[CLIENTS_MAX + 2];
  const int64_t delay_ms = argc > 1 ? strtol(argv[1], NULL, 10) : 50;
  polls[0] = (struct pollfd){ .fd = STDIN_FILENO, .events = POLLIN };
  polls[1] = (struct pollfd){ .fd = listen_loopback(), .events = POLLIN };
  for (size_t i = 2; i < CLIENTS_MAX + 2; i++)
    polls[i].fd = -1;
  while (polls[1].fd >= 0 && !polls[0].revents) {
    int64_t wait_ms = 1000;
    const int64_t now = now_ms();
    for (size_t i = 0; i < CLIENTS_MAX; i++)
      if (clients[i].due_ms && clients[i].due_ms - now < wait_ms)
        wait_ms = clients[i].due_ms > now ? clients[i].due_ms - now : 0;
    (void)poll(polls, CLIENTS_MAX + 2, (int)wait_ms);
    for (size_t i = 0; i < CLIENTS_MAX; i++) {
      struct pollfd *p = &polls[i + 2];
      if (p->fd >= 0 && p->revents && !take(p->fd, &clients[i], delay_ms)) {
        (void)close(p->fd);
        p->fd = -1;
        clients[i] = (struct client){ 0 };
      }
      if (p->fd >= 0 && clients[i].due_ms && clients[i].due_ms <= now_ms()) {
        clients[i].due_ms = 0;
        (void)!write(p->fd, answer, sizeof answer - 1);
      }
    }
    for (int fd; (fd = accept(polls[1].fd, NULL, NULL)) >= 0;) {
      size_t i = 0;
      while (i < CLIENTS_MAX && polls[i + 2].fd >= 0)
        i++;
      if (i == CLIENTS_MAX)
        (void)close(fd);
      else
        polls[i + 2] = (struct pollfd){ .fd = fd, .events = POLLIN };
    }
  }
  return 0;
}
