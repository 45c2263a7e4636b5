// SPDX-License-Identifier: Apache-2.0
/* What the files of the net process share. */
#ifndef SV_RUNNER_NET_INTERNAL_H
#define SV_RUNNER_NET_INTERNAL_H

#include "engines/http/odd.h"
#include "runner/address.h"
#include "runner/exchange.h"
#include "runner/mask.h"
#include "runner/net.h"
#include "runner/net_head.h"
#include "runner/weburl.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <stdbool.h>

struct sv_dns;

struct sv_net {
  const struct sv_net_options *options;
  struct sv_address_policy policy;
  struct sv_arena arena;
  struct sv_mask *mask;
  CURLM *multi;
  int tls_slot;
  int fd;
  struct sv_frames frames;
  struct sv_buf out;
  size_t sent; /* of OUT */
  struct sv_transfer *idle;
  struct sv_transfer *shaking; /* connected, and saying a ClientHello */
  struct sv_dns *resolvers;
  unsigned running;
};

/* What one TLS connection showed; shared by the exchanges over it. */
struct sv_handshake {
  unsigned references;
  int verify;   /* X509_V_OK, or the first error */
  bool lenient; /* let the handshake go on in spite of it: nothing secret will be sent */
  struct sv_transfer *owner; /* the transfer that shakes hands; it outlives the handshake */
  bool read;
  bool unverified;
  struct sv_buf packed; /* sv_pack_tls() */
};

/* A ClientHello on its way and what came back. */
struct sv_shake {
  int fd;       /* libcurl's */
  unsigned max; /* version that was offered */
  struct sv_buf out, in;
  size_t sent; /* of OUT */
  uint64_t deadline_us;
};

enum sv_transfer_kind { SV_TRANSFER_HTTP, SV_TRANSFER_TLS, SV_TRANSFER_DNS, SV_TRANSFER_TOKEN };

struct sv_transfer {
  struct sv_net *net;
  enum sv_transfer_kind kind;
  struct sv_shake shake;
  int certificate_error;    /* X509_V_OK, or why its handshake was ended over a certificate */
  struct sv_transfer *next; /* of the idle ones, or of those that shake hands */
  CURL *easy;
  CURLU *url;
  struct curl_slist *headers;
  size_t plain_headers;      /* of those, before the ones of an odd request */
  struct curl_slist *pinned; /* where to connect in place of what the name says */
  struct sv_arena arena;
  uint32_t id;
  struct sv_ask ask;
  struct sv_odd odd; /* of the ask */
  struct sv_weburl where;
  const struct sv_secret *secret;
  bool secret_in_query; /* and in no header */
  struct sv_head head;
  struct sv_buf body;
  bool body_stopped;
  const char *body_detail;
  const char *refused_word; /* of the address policy */
  char refused_address[64];
  const char *local_fault; /* a rule of ours stopped it before a byte was sent: error word */
  const char *local_detail;
  char address[64];
  struct sv_handshake *handshake;
  int64_t started_ms;
  uint64_t began_us;
  char message[CURL_ERROR_SIZE];
};

/* Reads URL as sv_weburl_read() and libcurl both do; NULL and in *HANDLE libcurl's form, to be
 * freed with curl_url_cleanup(), or why it may not be asked for (static). */
const char *sv_net_url_read(const char *url, struct sv_weburl *out, CURLU **handle);

/* Whether U goes where WHERE says, and has nothing that WHERE has no room for. */
bool sv_net_url_agrees(CURLU *u, const struct sv_weburl *where);

/* Gives ANSWER to T's ask and puts T back; the handle is out of the multi handle by then. */
void sv_transfer_give(struct sv_transfer *t, const struct sv_answer *answer);

/* Ends T, whose result is CODE, and appends its answer to net->out. */
void sv_transfer_end(struct sv_transfer *t, CURLcode code);

/* A transfer with the options that never change, or NULL. */
struct sv_transfer *sv_transfer_new(struct sv_net *net);
/* The options of this ask. False when there is no memory. */
bool sv_transfer_arm(struct sv_transfer *t);
void sv_transfer_free(struct sv_transfer *t);
void sv_transfer_drop_headers(struct sv_transfer *t);
/* --- net_odd.c: what is odd about T's ask; all do nothing when nothing is. */
/* Why ASK cannot be sent as it is odd, or NULL (static); reads it into T. */
const char *sv_odd_fault(struct sv_transfer *t, const struct sv_ask *ask);
/* Sets the options, after those of an ordinary ask. False when there is no memory. */
bool sv_odd_arm(struct sv_transfer *t);
/* Whether the head has said all that is waited for: content was announced, and is not to be sent.
 */
bool sv_odd_is_answered(const struct sv_transfer *t);
/* Whether the head alone will do: who refuses what is too long need not send more. */
bool sv_odd_is_enough(const struct sv_transfer *t);
/* Whether T was to be read on after its head; marks then what CODE says of how that ended. */
bool sv_odd_is_read_on(struct sv_transfer *t, CURLcode code);
/* Adds to LINES (of COUNT) what went out beside the ordinary fields; the count that results. */
size_t sv_odd_sent(struct sv_transfer *t, const char **lines, size_t count);

/* Why the address in ASK is none to connect to, or NULL (static). */
const char *sv_transfer_pin_fault(const struct sv_ask *ask);
/* Holds T to the address that was asked for, if any. False when it is none, or memory ran out. */
bool sv_transfer_pin(struct sv_transfer *t);

/* A place in every TLS context for what it showed; taken once, at the start. */
int sv_tls_slot(void);
/* CURLOPT_SSL_CTX_FUNCTION: the pointer is the transfer. */
CURLcode sv_tls_context(CURL *easy, void *context, void *transfer);
/* Reads what the connection of T showed into t->handshake; does nothing when it was read before. */
void sv_tls_read(struct sv_transfer *t, SSL *ssl);
void sv_tls_release(struct sv_handshake *h);

/* The answer to T from what libcurl says and what was seen; strings are in t->arena. */
void sv_transfer_answer(struct sv_transfer *t, CURLcode code, struct sv_answer *out);

/* Monotonic time in microseconds. */
uint64_t sv_net_now_us(void);

#endif
