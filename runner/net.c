// SPDX-License-Identifier: Apache-2.0
/* The net process: what it gives up, and the loop that joins one libcurl multi handle with the
 * socket to main. */
#include "runner/net_probe.h"

#include "engines/base/ascii.h"
#include "engines/tls/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
  OUT_MOST = 1 << 30,    /* bytes of answers that main has not taken yet */
  KEEP_ROOM = 1 << 20,   /* bytes of a buffer that is kept for the next answer */
  ARENA_MOST = 100 << 20, /* bytes for one exchange */
  CONNECTIONS_KEPT = 64,
  DESCRIPTORS_MOST = 1024,
  POLL_MS = 1000,
  RESOLVERS_MOST = 8,
  QUERY_MOST = 256 << 10,
};

uint64_t sv_net_now_us(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

static int64_t wall_ms(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void give(struct sv_net *net, uint32_t id, const struct sv_answer *answer)
{
  const size_t begin = sv_frame_begin(&net->out, SV_NET_ANSWER);
  sv_pack_u32(&net->out, id);
  sv_pack_answer(&net->out, answer);
  if (sv_frame_end(&net->out, begin) != SV_OK)
    _exit(1); /* no memory: main sees the end and says which exchanges are lost */
}

static void refuse(struct sv_net *net, uint32_t id, const char *error, const char *detail)
{
  const struct sv_answer answer = {
    .error = error, .detail = detail, .started_ms = wall_ms(), .attempts = 1
  };
  give(net, id, &answer);
}

/* Header lines are asked for by plugins: a line end inside one would be another header. */
static const char *headers_fault(const struct sv_ask *ask)
{
  static const char *const ours[] = { "host", "content-length", "transfer-encoding", "connection",
                                      "te",   "upgrade" };
  for (size_t i = 0; i < ask->header_count; i++) {
    const char *line = ask->headers[i];
    const size_t name = strcspn(line, ":");
    if (sv_odd_is_line(line))
      continue;
    if (line[name] != ':' || name == 0 || strpbrk(line, "\r\n"))
      return "A header of the request is not \"Name: value\" on one line.";
    for (size_t k = 0; k < name; k++)
      if (!sv_is_alnum((unsigned char)line[k]) && !strchr("!#$%&'*+-.^_`|~", line[k]))
        return "A header of the request has a character in its name that no name has.";
    for (size_t k = 0; k < sizeof ours / sizeof ours[0]; k++)
      if (sv_equal_nocase_n(line, name, ours[k]))
        return "A header of the request is one that only the connection sets.";
  }
  for (const char *p = ask->method; *p || p == ask->method; p++)
    if (!sv_is_alpha((unsigned char)*p))
      return "The method of the request is no word.";
  return NULL;
}

/* Copies what libcurl reads while the transfer runs; the frame does not live that long. */
static bool keep_ask(struct sv_transfer *t, const struct sv_ask *ask)
{
  const char **headers = sv_arena_calloc(&t->arena, ask->header_count + 1, sizeof *headers);
  t->ask = *ask;
  t->ask.headers = headers;
  t->ask.method = sv_arena_strdup(&t->arena, ask->method);
  t->ask.address = sv_arena_strdup(&t->arena, ask->address);
  t->ask.body = ask->body_size ? sv_arena_copy(&t->arena, ask->body, ask->body_size) : NULL;
  for (size_t i = 0; headers && i < ask->header_count; i++) {
    headers[i] = sv_arena_strdup(&t->arena, ask->headers[i]);
    if (!headers[i])
      return false;
  }
  if (headers && sv_odd_read(headers, ask->header_count, &t->odd))
    return false;
  return headers && t->ask.method && (t->ask.body || !ask->body_size);
}

/* An address that was recorded with a hidden token gets the token back (RFC 6750 2.3: what a
 * service does with a token in its query is to be seen). False when there is no memory. */
static bool place_secret(struct sv_transfer *t)
{
  static const char hole[] = "*hidden:token*";
  char *query = NULL;
  if (!t->secret || t->secret->type != SV_BEARER ||
      curl_url_get(t->url, CURLUPART_QUERY, &query, 0) != CURLUE_OK)
    return true;
  const char *at = strstr(query, hole);
  struct sv_buf b = SV_BUF(QUERY_MOST);
  bool good = true;
  if (at) {
    sv_buf_add(&b, query, (size_t)(at - query));
    sv_buf_add(&b, t->secret->value.data, t->secret->value.size);
    sv_buf_adds(&b, at + sizeof hole - 1);
    good = !b.failed && curl_url_set(t->url, CURLUPART_QUERY, b.data, 0) == CURLUE_OK;
    t->secret_in_query = good;
    if (b.data)
      explicit_bzero(b.data, b.room);
  }
  sv_buf_free(&b);
  curl_free(query);
  return good;
}

static const char *find_secret(struct sv_net *net, struct sv_transfer *t, const struct sv_ask *ask)
{
  t->secret = NULL;
  if (!ask->credential || !ask->credential[0])
    return NULL;
  const struct sv_secret *secret = sv_secrets_find(net->options->secrets, ask->credential);
  if (!secret)
    return "The target has no credential of that name.";
  if (!sv_secret_is_for(secret, &t->where))
    return "The credential is not for this origin; it was not sent.";
  t->secret = secret;
  return NULL;
}

static struct sv_transfer *take_idle(struct sv_net *net)
{
  struct sv_transfer *t = net->idle;
  if (!t)
    return sv_transfer_new(net);
  net->idle = t->next;
  return t;
}

static void put_idle(struct sv_net *net, struct sv_transfer *t)
{
  sv_transfer_drop_headers(t);
  (void)curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, NULL);
  (void)curl_easy_setopt(t->easy, CURLOPT_CURLU, NULL);
  (void)curl_easy_setopt(t->easy, CURLOPT_CONNECT_TO, NULL);
  curl_url_cleanup(t->url);
  t->url = NULL;
  sv_arena_free(&t->arena);
  sv_tls_release(t->handshake);
  t->handshake = NULL;
  t->secret = NULL;
  sv_buf_free(&t->shake.out);
  sv_buf_free(&t->shake.in);
  t->next = net->idle;
  net->idle = t;
}

static void make_ready(struct sv_transfer *t, uint32_t id)
{
  t->id = id;
  t->kind = SV_TRANSFER_HTTP;
  t->secret_in_query = false;
  t->arena = SV_ARENA(ARENA_MOST);
  sv_head_reset(&t->head);
  if (t->body.room > KEEP_ROOM || t->body.limit == 0) {
    sv_buf_free(&t->body);
    t->body = SV_BUF(SV_FRAME_MAX);
  }
  sv_buf_cut(&t->body, 0);
  t->body.failed = SV_OK;
  t->body_stopped = false;
  t->refused_word = NULL;
  t->local_fault = NULL;
  t->local_detail = NULL;
  t->address[0] = '\0';
  t->message[0] = '\0';
  t->started_ms = wall_ms();
  t->began_us = sv_net_now_us();
}

/* Begins a question that is no HTTP. */
static void begin_probe(struct sv_net *net, struct sv_transfer *t, const struct sv_ask *ask)
{
  const char *fault = sv_transfer_pin_fault(ask);
  t->kind = strcmp(ask->method, SV_METHOD_DNS) == 0     ? SV_TRANSFER_DNS
            : strcmp(ask->method, SV_METHOD_TOKEN) == 0 ? SV_TRANSFER_TOKEN
                                                        : SV_TRANSFER_TLS;
  if (!keep_ask(t, ask))
    _exit(1);
  if (!fault && t->kind == SV_TRANSFER_TLS)
    fault = sv_shake_arm(t);
  net->running++;
  if (!fault && t->kind == SV_TRANSFER_DNS)
    fault = sv_dns_begin(t);
  else if (!fault && t->kind == SV_TRANSFER_TOKEN)
    sv_token_tell(t);
  else if (!fault && curl_multi_add_handle(net->multi, t->easy) != CURLM_OK)
    _exit(1);
  if (fault)
    sv_probe_end(t, "refused", fault, NULL, 0);
}

/* Begins the ask in U, already without its id. Every ask gives one answer in net->out sooner or
 * later. */
static void begin_transfer(struct sv_net *net, uint32_t id, struct sv_unpack *u)
{
  struct sv_transfer *t = take_idle(net);
  struct sv_ask ask;
  if (!t)
    _exit(1);
  make_ready(t, id);
  sv_unpack_ask(u, &t->arena, &ask);
  if (!sv_unpack_ok(u))
    _exit(1);
  const char *error = "refused";
  const char *fault = sv_net_url_read(ask.url, &t->where, &t->url);
  if (!fault && sv_method_is_probe(ask.method)) {
    begin_probe(net, t, &ask);
    return;
  }
  if (!fault)
    fault = headers_fault(&ask);
  if (!fault)
    fault = sv_transfer_pin_fault(&ask);
  if (!fault)
    fault = sv_odd_fault(t, &ask);
  if (!fault) {
    error = "credential";
    fault = find_secret(net, t, &ask);
  }
  if (!fault && !place_secret(t))
    _exit(1);
  if (fault) {
    refuse(net, id, error, fault);
    put_idle(net, t);
    return;
  }
  if (!keep_ask(t, &ask) || !sv_transfer_arm(t) ||
      curl_multi_add_handle(net->multi, t->easy) != CURLM_OK)
    _exit(1);
  net->running++;
}

void sv_transfer_give(struct sv_transfer *t, const struct sv_answer *answer)
{
  struct sv_net *net = t->net;
  struct sv_transfer **shaking = &net->shaking;
  while (*shaking && *shaking != t)
    shaking = &(*shaking)->next;
  if (*shaking)
    *shaking = t->next;
  (void)curl_multi_remove_handle(net->multi, t->easy);
  give(net, t->id, answer);
  net->running--;
  put_idle(net, t);
}

void sv_transfer_end(struct sv_transfer *t, CURLcode code)
{
  struct sv_answer answer;
  sv_transfer_answer(t, code, &answer);
  sv_transfer_give(t, &answer);
}

/* Writes what the socket takes. False when main is gone. */
static bool flush(struct sv_net *net)
{
  while (net->sent < net->out.size) {
    const ssize_t n =
        send(net->fd, net->out.data + net->sent, net->out.size - net->sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return errno == EAGAIN || errno == EWOULDBLOCK;
    net->sent += (size_t)n;
  }
  net->sent = 0;
  if (net->out.room > KEEP_ROOM) {
    sv_buf_free(&net->out);
    net->out = SV_BUF(OUT_MOST);
  }
  sv_buf_cut(&net->out, 0);
  return true;
}

static bool take_frames(struct sv_net *net)
{
  struct sv_unpack u;
  uint8_t type;
  bool broken = false;
  if (sv_frames_fill(&net->frames, net->fd) != SV_OK)
    return false;
  while (sv_frames_next(&net->frames, &type, &u, &broken)) {
    const uint32_t id = sv_unpack_u32(&u);
    if (type != SV_NET_ASK)
      return false;
    begin_transfer(net, id, &u);
  }
  return !broken;
}

static void take_results(struct sv_net *net)
{
  int left;
  for (CURLMsg *m; (m = curl_multi_info_read(net->multi, &left));) {
    struct sv_transfer *t = NULL;
    if (m->msg == CURLMSG_DONE &&
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, (char **)&t) == CURLE_OK && t) {
      if (t->kind == SV_TRANSFER_TLS)
        sv_shake_begin(t, m->data.result);
      else
        sv_transfer_end(t, m->data.result);
    }
  }
}

static void loop(struct sv_net *net)
{
  for (;;) {
    int running = 0;
    if (curl_multi_perform(net->multi, &running) != CURLM_OK)
      return;
    take_results(net);
    if (!flush(net))
      return;
    const bool waiting = net->sent < net->out.size;
    struct curl_waitfd fds[SV_NET_TRANSFERS_MAX + RESOLVERS_MOST + 1];
    fds[0] = (struct curl_waitfd){
      .fd = net->fd, .events = (short)(CURL_WAIT_POLLIN | (waiting ? CURL_WAIT_POLLOUT : 0))
    };
    int wait_ms = POLL_MS;
    const size_t probes = sv_probes_poll(net, fds + 1, sizeof fds / sizeof fds[0] - 1, &wait_ms);
    if (curl_multi_poll(net->multi, fds, (unsigned)probes + 1, wait_ms, NULL) != CURLM_OK)
      return;
    sv_probes_pump(net, fds + 1, probes);
    /* POLLHUP and POLLERR are not in libcurl's words but in the bits: reading tells the end. */
    if ((fds[0].revents & ~CURL_WAIT_POLLOUT) && !take_frames(net))
      return;
  }
}

static bool set_up(struct sv_net *net)
{
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    return false;
  net->out = SV_BUF(OUT_MOST);
  net->mask = sv_mask_new();
  net->multi = curl_multi_init();
  net->tls_slot = sv_tls_slot();
  return net->mask && net->multi && net->tls_slot > 0 &&
         (!net->options->secrets || sv_secrets_hide(net->options->secrets, net->mask) == SV_OK) &&
         curl_multi_setopt(net->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX) == CURLM_OK &&
         curl_multi_setopt(net->multi, CURLMOPT_MAXCONNECTS, (long)CONNECTIONS_KEPT) == CURLM_OK;
}

static void lower(int resource, rlim_t most)
{
  struct rlimit limit;
  if (getrlimit((__rlimit_resource_t)resource, &limit) == 0 && limit.rlim_max > most)
    limit.rlim_max = most;
  limit.rlim_cur = limit.rlim_max;
  (void)setrlimit((__rlimit_resource_t)resource, &limit);
}

/* What the process gives up before it does anything: it dies with main, gains no rights, is not
 * looked into, writes no file, and has no descriptor but its socket. */
static bool give_up(pid_t parent, int *fd)
{
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
    return false;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0) != 0)
    return false;
  (void)signal(SIGINT, SIG_IGN); /* main decides when it ends */
  (void)signal(SIGPIPE, SIG_IGN);
  (void)signal(SIGTERM, SIG_DFL);
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0 || dup2(*fd, 3) < 0)
    return false;
  if (close_range(4, ~0U, 0) != 0)
    return false;
  *fd = 3;
  lower(RLIMIT_CORE, 0);
  lower(RLIMIT_FSIZE, 0);
  lower(RLIMIT_NOFILE, DESCRIPTORS_MOST);
  return true;
}

void sv_net_main(const struct sv_net_options *o, pid_t parent, int fd)
{
  struct sv_net net = { .options = o, .arena = SV_ARENA(1 << 20) };
  if (!give_up(parent, &fd) ||
      sv_address_policy_read(o->network, &net.arena, &net.policy, NULL) != SV_OK)
    _exit(1);
  net.fd = fd;
  if (!set_up(&net))
    _exit(1);
  loop(&net);
  _exit(0);
}
