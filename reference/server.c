// SPDX-License-Identifier: Apache-2.0
/* Sockets and libmicrohttpd: requests in, answers out. It decides nothing about them but their
 * size. */
#include "reference/server.h"

#include "reference/raw.h"
#include "reference/route.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
  BODY_MAX = 64 << 10,
  DRAIN_MAX = 1 << 20,
  CONNECTIONS = 200,
  CONNECTION_MEMORY = 40 << 10,
  MUCH_MEMORY = 512 << 10,
  IDLE_SECONDS = 30,
  THREADS = 4,
  BACKLOG = 128
};

struct sv_server_face {
  struct sv_server *server;
  bool tls;
  bool elsewhere; /* another service than this */
};

/* One request on its way in. */
struct pending {
  struct sv_exchange *exchange;
  struct sv_buf upload;
  bool seen;
  bool too_large;
};

static int listen_on(int family, in_addr_t four_at, unsigned port)
{
  struct sockaddr_in four = { .sin_family = AF_INET,
                              .sin_port = htons((uint16_t)port),
                              .sin_addr.s_addr = htonl(four_at) };
  struct sockaddr_in6 six = { .sin6_family = AF_INET6,
                              .sin6_port = htons((uint16_t)port),
                              .sin6_addr = IN6ADDR_LOOPBACK_INIT };
  const int fd = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0)
    return -1;
  const int yes = 1;
  (void)setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes); /* only saves a wait */
  if (family == AF_INET6)
    (void)setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes); /* ::1 has no other form */
  const struct sockaddr *address =
      family == AF_INET ? (struct sockaddr *)&four : (struct sockaddr *)&six;
  const socklen_t size = family == AF_INET ? sizeof four : sizeof six;
  if (bind(fd, address, size) == 0 && listen(fd, BACKLOG) == 0)
    return fd;
  close(fd);
  return -1;
}

/* Binds one port on both loopback addresses; without IPv6 on the first only. */
static enum sv_status bind_pair(int pair[2], unsigned *port, struct sv_error *err)
{
  struct sockaddr_in at = { .sin_port = 0 };
  socklen_t size = sizeof at;
  pair[0] = listen_on(AF_INET, INADDR_LOOPBACK, *port);
  if (pair[0] < 0 || getsockname(pair[0], (struct sockaddr *)&at, &size) != 0)
    return sv_fail(err, SV_IO, "port %u on this computer cannot be used: %s", *port,
                   strerror(errno));
  *port = ntohs(at.sin_port);
  pair[1] = listen_on(AF_INET6, 0, *port);
  return SV_OK;
}

enum sv_status sv_server_bind(struct sv_server *server, unsigned *http_port, unsigned *tls_port,
                              struct sv_error *err)
{
  for (size_t i = 0; i < SV_SERVER_FACES; i++)
    server->sockets[i] = -1;
  SV_TRY(bind_pair(server->sockets, http_port, err));
  SV_TRY(bind_pair(server->sockets + 2, tls_port, err));
  if (sv_service_quirk(server->service, SV_IPV4_ELSEWHERE))
    server->sockets[4] = listen_on(AF_INET, INADDR_LOOPBACK + 1, *tls_port);
  return SV_OK;
}

static void *begin_request(void *face, const char *uri, struct MHD_Connection *connection)
{
  (void)face;
  (void)connection;
  struct pending *p = calloc(1, sizeof *p);
  if (!p)
    return NULL;
  p->upload = SV_BUF(BODY_MAX);
  p->exchange = sv_exchange_new();
  if (p->exchange)
    sv_request_target(p->exchange, uri);
  return p;
}

static void end_request(void *face, struct MHD_Connection *connection, void **state,
                        enum MHD_RequestTerminationCode code)
{
  (void)face;
  (void)connection;
  (void)code;
  struct pending *p = *state;
  if (!p)
    return;
  sv_exchange_free(p->exchange);
  sv_buf_free(&p->upload);
  free(p);
  *state = NULL;
}

static enum MHD_Result take_header(void *exchange, enum MHD_ValueKind kind, const char *name,
                                   const char *value)
{
  (void)kind;
  struct sv_exchange *x = exchange;
  sv_pairs_add(&x->request.headers, name, value ? value : "");
  return MHD_YES;
}

static void wait_ms(unsigned ms)
{
  struct timespec left = { ms / 1000, (long)(ms % 1000) * 1000000 };
  while (nanosleep(&left, &left) != 0 && errno == EINTR)
    continue;
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct sv_exchange *x,
                                   bool old)
{
  struct sv_answer *a = &x->answer;
  const size_t size = a->body.size;
  char *body = sv_buf_take(&a->body);
  struct MHD_Response *response =
      body ? MHD_create_response_from_buffer(size, body, MHD_RESPMEM_MUST_FREE)
           : MHD_create_response_from_buffer(0, (void *)(uintptr_t) "", MHD_RESPMEM_PERSISTENT);
  if (!response) {
    free(body);
    return MHD_NO;
  }
  for (size_t i = 0; i < a->headers.count; i++)
    (void)MHD_add_response_header(response, a->headers.list[i].name, /* refuses none of ours */
                                  a->headers.list[i].value);
  if (old)
    (void)MHD_set_response_options(response, MHD_RF_HTTP_1_0_SERVER, MHD_RO_END);
  const enum MHD_Result result = MHD_queue_response(connection, a->status, response);
  MHD_destroy_response(response);
  return result;
}

static enum MHD_Result answer(struct sv_server_face *face, struct MHD_Connection *connection,
                              struct pending *p)
{
  const struct sv_service *s = face->server->service;
  struct sv_exchange *x = p->exchange;
  if (face->server->delay_ms > 0)
    wait_ms(face->server->delay_ms);
  x->request.body = p->upload.data;
  x->request.body_size = p->upload.size;
  if (face->elsewhere) {
    sv_problem(s, x, 404, "ikke-funnet", "Ikke funnet", "Her er en annen tjeneste.");
    sv_finish(s, x, 0);
  } else if (p->too_large) {
    sv_problem(s, x, 413, "foresporsel", "Innholdet er for stort",
               "Tjenesten tar imot høyst 65536 byte.");
    sv_finish(s, x, 0);
  } else {
    sv_service_answer(s, x);
  }
  if (sv_service_quirk(s, SV_HEAD_HAS_CONTENT) && strcmp(x->request.method, "HEAD") == 0)
    return sv_raw_send(connection, &x->answer);
  return send_answer(connection, x, sv_service_quirk(s, SV_HTTP_1_0));
}

/* Whether the request is to be refused before its content has come. A client that is sending when
 * the connection is closed may lose the answer (RFC 9112 9.6), so moderate content is read to its
 * end and dropped. */
static bool refuses_at_once(const struct sv_exchange *x)
{
  const char *length = sv_request_header(x, "Content-Length");
  const unsigned long size = length ? strtoul(length, NULL, 10) : 0;
  if (!length || (size <= BODY_MAX && strlen(length) <= 9))
    return false;
  return sv_request_header(x, "Expect") || strlen(length) > 9 || size > DRAIN_MAX;
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **state)
{
  (void)url;
  (void)version;
  struct sv_server_face *face = cls;
  struct pending *p = *state;
  if (!p || !p->exchange)
    return MHD_NO;
  struct sv_exchange *x = p->exchange;
  if (!p->seen) {
    p->seen = true;
    x->request.method = sv_arena_strdup(&x->arena, method);
    x->request.tls = face->tls;
    if (!x->request.method || !x->request.target)
      return MHD_NO;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, x);
    p->too_large =
        !sv_service_quirk(face->server->service, SV_TAKES_ANY_SIZE) && refuses_at_once(x);
    return p->too_large ? answer(face, connection, p) : MHD_YES;
  }
  if (*size > 0) {
    if (!p->too_large)
      p->too_large = sv_buf_add(&p->upload, data, *size) != SV_OK;
    *size = 0;
    return MHD_YES;
  }
  return answer(face, connection, p);
}

/* Percent-escapes are our business: see sv_request_target. */
static size_t keep_escapes(void *cls, struct MHD_Connection *connection, char *text)
{
  (void)cls;
  (void)connection;
  return strlen(text);
}

/* FD is -1 where a door takes the connections. */
static struct MHD_Daemon *start_face(struct sv_server *server, struct sv_server_face *face, int fd)
{
  const struct sv_tls *tls = server->tls;
  const struct sv_service *service = server->service;
  const size_t memory =
      sv_service_quirk(service, SV_FIELDS_UNBOUNDED) ? MUCH_MEMORY : CONNECTION_MEMORY;
  const bool slow = server->delay_ms > 0; /* waiting answers need a thread each */
  struct MHD_OptionItem options[12];
  size_t n = 0;
  if (fd >= 0)
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_LISTEN_SOCKET, fd, NULL };
  options[n++] = (struct MHD_OptionItem){ MHD_OPTION_CONNECTION_LIMIT, CONNECTIONS, NULL };
  options[n++] = (struct MHD_OptionItem){ MHD_OPTION_CONNECTION_TIMEOUT, IDLE_SECONDS, NULL };
  options[n++] =
      (struct MHD_OptionItem){ MHD_OPTION_CONNECTION_MEMORY_LIMIT, (intptr_t)memory, NULL };
  if (!slow)
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_THREAD_POOL_SIZE, THREADS, NULL };
  const bool over_tls = face->tls && !sv_service_quirk(service, SV_TLS_NONE);
  if (over_tls && sv_service_quirk(service, SV_TLS_NO_ALPN))
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_TLS_NO_ALPN, 1, NULL };
  if (over_tls) {
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_HTTPS_MEM_KEY, 0, tls->key };
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_HTTPS_MEM_CERT, 0, tls->chain };
    options[n++] = (struct MHD_OptionItem){ MHD_OPTION_HTTPS_PRIORITIES, 0,
                                            (void *)(uintptr_t)tls->priorities };
  }
  options[n] = (struct MHD_OptionItem){ MHD_OPTION_END, 0, NULL };
  const unsigned flags =
      (slow ? MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL
            : MHD_USE_EPOLL_INTERNAL_THREAD) |
      (over_tls ? MHD_USE_TLS : 0) | (fd < 0 ? MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ITC : 0) |
      MHD_USE_SUPPRESS_DATE_NO_CLOCK;
  return MHD_start_daemon(flags, 0, NULL, NULL, handle, face, MHD_OPTION_URI_LOG_CALLBACK,
                          begin_request, face, MHD_OPTION_NOTIFY_COMPLETED, end_request, face,
                          MHD_OPTION_UNESCAPE_CALLBACK, keep_escapes, face, MHD_OPTION_ARRAY,
                          options, MHD_OPTION_END);
}

enum sv_status sv_server_start(struct sv_server *server, struct sv_error *err)
{
  server->faces = calloc(SV_SERVER_FACES, sizeof *server->faces);
  if (!server->faces)
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  for (size_t i = 0; i < SV_SERVER_FACES; i++) {
    if (server->sockets[i] < 0)
      continue;
    server->faces[i] = (struct sv_server_face){ server, i >= 2, i == 4 };
    const bool door = i >= 2 && sv_front_is_needed(server->service);
    server->daemons[i] = start_face(server, &server->faces[i], door ? -1 : server->sockets[i]);
    server->fronts[i] = (struct sv_front){ .service = server->service,
                                           .daemon = server->daemons[i],
                                           .listener = server->sockets[i],
                                           .stop = -1 };
    if (!server->daemons[i] || (door && !sv_front_start(&server->fronts[i])))
      return sv_fail(err, SV_INTERNAL, "the %s face could not be started",
                     i >= 2 ? "https" : "http");
  }
  return SV_OK;
}

void sv_server_stop(struct sv_server *server)
{
  for (size_t i = 0; i < SV_SERVER_FACES; i++) {
    sv_front_stop(&server->fronts[i]);
    if (server->daemons[i])
      MHD_stop_daemon(server->daemons[i]); /* closes its socket */
    else if (server->sockets[i] >= 0)
      close(server->sockets[i]);
    server->daemons[i] = NULL;
    server->sockets[i] = -1;
  }
  free(server->faces);
  server->faces = NULL;
}
